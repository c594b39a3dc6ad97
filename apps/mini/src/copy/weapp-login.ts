export const weappLoginCopy = {
  logIn: '用微信登录',
  loggingIn: '正在登录…',
  allowPhone: '用这个微信的手机号登录',
  whyPhone: '第一次用微信登录，要认一下您的手机号。点下面的按钮，再点“允许”。手机号只用来登录，不会公开。',
  declined: '没有拿到手机号。您可以再点一次，也可以用短信验证码登录。',
  noAnswer: '微信没有回应，请看看网络，再点一次。',
} as const;
