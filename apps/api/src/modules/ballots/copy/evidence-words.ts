/** What is said of a piece of evidence that is missing, by field of the request. */
export const evidenceWords = {
  signature: '请让住户签名，或填写住户姓名。',
  signerName: '请填写签名人的姓名。',
  signerRelation: '请选择签名人和这一户的关系。',
  identityCheck: '请选择怎样核对的身份。',
  paperPhotoBase64: '请拍一张纸质表决票的照片。',
} as const;
