/** A finger's signature: the smallest real PNG. */
export const SIGNATURE_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A photo of a paper ballot, as far as its first bytes go. */
export const PAPER_PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]).toString(
  'base64',
);

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
