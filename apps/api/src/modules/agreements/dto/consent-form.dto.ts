import { Base64, Id, Instant, Nested, OneOf, Text } from '../../../platform/validation';

/** Bytes a finger's signature may have as PNG. */
export const MOST_SIGNATURE_BYTES = 300 * 1024;

/** A signature: drawn with a finger (`pngBase64`), or, where a finger cannot, a typed name (`typedName`). */
export class SignatureInput {
  @OneOf(['drawn', 'typed'])
  kind!: 'drawn' | 'typed';

  @Base64({ maxBytes: MOST_SIGNATURE_BYTES, optional: true, description: 'PNG, for kind drawn' })
  pngBase64?: string;

  @Text({ max: 40, optional: true, description: 'For kind typed' })
  typedName?: string;
}

export class SignConsentFormInput {
  @Id()
  id!: string;

  @Id()
  householdId!: string;

  @Nested(() => SignatureInput)
  signature!: SignatureInput;

  @Instant({ description: 'By the device; a claim' })
  signedAt!: Date;
}

export class ConsentFormDto {
  @Id()
  id!: string;

  @Instant()
  signedAt!: string;

  @Text({ max: 64, description: 'SHA-256 of the agreement that was signed' })
  agreementHash!: string;
}
