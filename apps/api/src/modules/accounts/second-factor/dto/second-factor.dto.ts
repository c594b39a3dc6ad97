import { ApiProperty } from '@nestjs/swagger';
import { Nested, Text } from '../../../../platform/validation';
import { SessionDto } from '../../dto/session.dto';

export class TotpInput {
  @Text({ min: 6, max: 6, pattern: /^\d{6}$/, example: '042613', description: 'What the authenticator app shows' })
  code!: string;
}

export class RecoveryInput {
  @Text({ max: 20, pattern: /^[0-9][- ]?[A-Za-z2-9]{5}[- ]?[A-Za-z2-9]{5}$/, example: '3-K7QXM-2PRTB' })
  recoveryCode!: string;
}

/** What an authenticator app needs; shown once. */
export class TotpEnrolmentDto {
  @Text({ max: 64, description: 'Base32, for typing in by hand' })
  secret!: string;

  @Text({ max: 300, description: 'For a QR code' })
  otpauthUri!: string;
}

/** The session goes on with a new token, and the sheet of codes for the day the telephone is lost; shown once. */
export class TotpEnrolledDto {
  @Nested(() => SessionDto)
  session!: SessionDto;

  @ApiProperty({ type: [String], minItems: 10, maxItems: 10 })
  recoveryCodes!: string[];
}
