/** A finger's signature: the smallest real PNG. */
export const SIGNATURE_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A photo of a paper ballot: a small grey JPEG. */
export const PAPER_PHOTO =
  '/9j/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAALAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAf/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AKIAD//Z';

/** A real PNG with so many bytes behind it. */
export function signatureOfBytes(bytes: number): string {
  const png = Buffer.from(SIGNATURE_PNG, 'base64');
  return Buffer.concat([png, Buffer.alloc(bytes - png.length)]).toString('base64');
}

export const drawn = { kind: 'drawn', pngBase64: SIGNATURE_PNG } as const;
export const typed = (typedName: string) => ({ kind: 'typed', typedName }) as const;

/** What a volunteer brings back from a door, and an officer from a paper. */
export const doorEvidence = {
  signature: drawn,
  signerName: '陈阿姨',
  signerRelation: 'owner',
  identityCheck: 'known_in_person',
};
export const paperEvidence = {
  paperPhotoBase64: PAPER_PHOTO,
  signerName: '陈阿姨',
  identityCheck: 'identity_card',
};
