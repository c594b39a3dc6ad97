export const loginCopy = {
  waysTitle: '怎么登录？',
  byCode: '用短信验证码登录',
  byCodeHint: '输入手机号，收一条短信',
  bySlip: '用纸条上的密码',
  bySlipHint: '居委会发的纸条，上面有室号和6位密码',
  privacy: '我们存什么、为什么',
  phoneTitle: '请输入手机号',
  phoneLabel: '手机号',
  phoneHint: '我们发一个6位验证码给您。手机号只用来登录，不会公开。',
  phoneWrong: '手机号是11位数字，请再看一下。',
  sendCode: '发送验证码',
  sending: '正在发送…',
  codeTitle: '请输入验证码',
  codeLabel: '6位验证码',
  codeHint: (phone: string) => `已经发到 ${phone}，几分钟内有效。`,
  codeWrong: '验证码是6位数字。',
  logIn: '登录',
  loggingIn: '正在登录…',
  resend: '没收到，再发一次',
  resendWait: (seconds: number) => `没收到？${seconds}秒后可以再发`,
  demoCode: (code: string) => `演示环境不发短信，验证码是 ${code}`,
} as const;

/** Groups a mobile number as people read it: 138 0000 0302. */
export function phoneGroups(phone: string): string {
  return phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
}
