export const passkeyWords = {
  refused: {
    NotAllowedError: '没有用成通行密钥：可能是取消了，或者等得太久。可以再试一次，或者用密码登录。',
    AbortError: '没有用成通行密钥：可能是取消了，或者等得太久。可以再试一次，或者用密码登录。',
    InvalidStateError: '这台设备上已经有一把您的通行密钥，不用再加。',
    SecurityError: '这个网址不能用通行密钥，请用密码登录。要用的话，请管理系统的同事配置好正式网址。',
    NotSupportedError: '这台设备不支持通行密钥，请用密码登录。',
    ConstraintError: '这台设备没有设锁屏密码或指纹，不能存通行密钥。请先在系统设置里设好。',
    other: '通行密钥没有成功，请再试一次；还不行，请用密码登录。',
  },
};
