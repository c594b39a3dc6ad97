import type { BoundRelation, DocumentKind } from '@/api/wire';

export { documentKindLabels as evidenceLabels } from '@jiati/contracts';

export const evidenceHints: Partial<Record<DocumentKind, string>> = {
  guardianship: '户口本、出生证明，或者法院、居委会的证明',
  inheritance: '公证书、法院文书，或者遗嘱和亲属关系证明',
  lease: '和房东签的合同，或者公房租用凭证',
  other: '能说明您和这套房子关系的',
};

/** What proves a relation best comes first. */
export const evidenceOrder: Record<BoundRelation, readonly DocumentKind[]> = {
  owner: ['title_certificate', 'identity_card', 'other'],
  co_owner: ['title_certificate', 'identity_card', 'other'],
  guardian: ['guardianship', 'title_certificate', 'other'],
  heir: ['inheritance', 'title_certificate', 'other'],
  relative: ['identity_card', 'title_certificate', 'other'],
  tenant: ['lease', 'identity_card', 'other'],
};

export const evidenceCopy = {
  kindTitle: '用什么材料证明？',
  kindIntro: '选一种您手上有的。',
  none: '现在手上没有',
  noneHint: '工作人员会打电话跟您约，带原件到居委会核对',
  numberTitle: '材料上的号码？',
  numberLabel: '号码',
  numberHint: '照着材料上写。我们加密保存，工作人员也只看到后面几位。',
  numberWrong: '请写上号码；没有号码的，点“不填，下一步”。',
  numberSkip: '不填，下一步',
  photoTitle: '给材料拍一张照片',
  photoWords: '只拍写着姓名和地址的那一页。字要看得清，不要反光。',
  photoCare: '照片只给核对的工作人员看。',
  photoWrong: '请先拍照；不方便拍的，点“先不拍”。',
  photoSkip: '先不拍，下一步',
  next: '下一步',
  submit: '提交，请工作人员核对',
} as const;
