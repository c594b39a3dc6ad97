export const phones = {
  none: '没有电话',
  show: '显示号码',
  showOf: (name: string) => `显示${name}的号码`,
  hide: '遮起来',
  title: '显示完整的手机号',
  whose: '谁的',
  number: '现在看到的',
  text: '谁在什么时候、为什么看了号码，会记在操作记录里，本人也可以来问。',
  reason: '为什么要看（至少 5 个字）',
  placeholder: '如：回电通知本周六上门签字',
};
