/** A part of a place with the dot after it, a date, a number with what it counts, our own word: no line ends inside. */
export const unbroken =
  /([^\s·]{1,8} ·|\d{1,2}月\d{1,2}日|（周.）|门洞|(?:还有|还差|已有|凌晨|上午|中午|下午|晚上)?\d[\d,.]*\s?(?:点(?:半|\d{2}分)?|[\u4e00-\u9fff㎡]))/;
