export const signatureCopy = {
  label: '签名框。用手指、笔或鼠标签名；不方便签的，用下面的“输入姓名”。',
  hint: '请在框内签名',
  again: '清除，重新签',
  typeInstead: '我写不了，输入姓名',
  typedLabel: '输入您的姓名，代替签名',
  typedHint: '输入的姓名和手写签名一样会留存，并注明是输入的。',
  drawInstead: '还是手写签名',
} as const;
