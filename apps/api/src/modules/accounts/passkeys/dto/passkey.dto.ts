import { ApiProperty } from '@nestjs/swagger';
import { AnyObject, Id, Instant, Int, ManyOf, Nested, OneOf, Text } from '../../../../platform/validation';

const BASE64URL = /^[A-Za-z0-9_-]+$/;
const TYPES = ['public-key'] as const;
const ATTACHMENTS = ['platform', 'cross-platform'] as const;
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** What all answers of an authenticator have, in the JSON form of WebAuthn. */
class AuthenticatorAnswer {
  @Text({ max: 1_400, pattern: BASE64URL })
  id!: string;

  @Text({ max: 1_400, pattern: BASE64URL })
  rawId!: string;

  @OneOf(TYPES)
  type!: 'public-key';

  @AnyObject()
  clientExtensionResults!: object;

  @OneOf(ATTACHMENTS, { optional: true, nullable: true })
  authenticatorAttachment?: string | null;
}

export class AttestationInput {
  @Text({ max: 8_000, pattern: BASE64URL })
  clientDataJSON!: string;

  @Text({ max: 20_000, pattern: BASE64URL })
  attestationObject!: string;

  @Text({ max: 20_000, pattern: BASE64URL, optional: true })
  authenticatorData?: string;

  @ManyOf(TRANSPORTS, { optional: true })
  transports?: string[];

  @Int({ min: -70_000, max: 70_000, optional: true })
  publicKeyAlgorithm?: number;

  @Text({ max: 8_000, pattern: BASE64URL, optional: true, nullable: true })
  publicKey?: string | null;
}

export class NewPasskeyInput extends AuthenticatorAnswer {
  @Nested(() => AttestationInput)
  response!: AttestationInput;
}

export class AddPasskeyInput {
  @Id()
  challengeId!: string;

  @Text({ max: 40 })
  label!: string;

  @Nested(() => NewPasskeyInput)
  response!: NewPasskeyInput;
}

export class AssertionInput {
  @Text({ max: 8_000, pattern: BASE64URL })
  clientDataJSON!: string;

  @Text({ max: 8_000, pattern: BASE64URL })
  authenticatorData!: string;

  @Text({ max: 8_000, pattern: BASE64URL })
  signature!: string;

  @Text({ max: 100, pattern: BASE64URL, optional: true, nullable: true })
  userHandle?: string | null;
}

export class PasskeyResponseInput extends AuthenticatorAnswer {
  @Nested(() => AssertionInput)
  response!: AssertionInput;
}

export class SignInByPasskeyInput {
  @Id()
  challengeId!: string;

  @Nested(() => PasskeyResponseInput)
  response!: PasskeyResponseInput;
}

/** Options for navigator.credentials, to be handed to it as they are. */
export class PasskeyOptionsDto {
  @Id()
  challengeId!: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'WebAuthn options in their JSON form' })
  options!: Record<string, unknown>;
}

export class PasskeyDto {
  @Id()
  id!: string;

  @Text({ max: 40 })
  label!: string;

  @Instant()
  createdAt!: string;

  @Instant({ nullable: true })
  lastUsedAt!: string | null;
}
