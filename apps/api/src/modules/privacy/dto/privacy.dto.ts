import { ApiProperty } from '@nestjs/swagger';
import { Flag, Id, Instant, ListOf, LongText, OneOf, Text } from '../../../platform/validation';
import { ERASURE_CONFIRMATION } from '../copy/erasure-words';

export const BASES = ['consent', 'contract', 'legal_duty'] as const;
/** Why data about people may be kept: they agreed, they asked for the service, or the office must. */
export type Basis = (typeof BASES)[number];

const PurposeId = () => Text({ max: 40, description: 'Id of a purpose', example: 'text-messages' });
const TextVersion = () => Text({ max: 20, description: 'Version of the text that was read', example: '1' });

export class PurposeDto {
  @PurposeId()
  id!: string;

  @Text({ max: 60 })
  title!: string;

  @LongText({ max: 600, description: 'What is kept, what for and who sees it, as the person reads it' })
  text!: string;

  @TextVersion()
  version!: string;

  @OneOf(BASES)
  basis!: Basis;

  @Text({ max: 120, nullable: true, description: 'The article it rests on; null when none was confirmed' })
  citation!: string | null;

  @Flag({ description: 'True: cannot be withdrawn without closing the account' })
  required!: boolean;

  @Text({ max: 200, description: 'How long it is kept, in words' })
  keptFor!: string;
}

export class GiveConsentInput {
  @Id({ description: 'Made on the device; the same request may be sent again' })
  id!: string;

  @PurposeId()
  purpose!: string;

  @TextVersion()
  textVersion!: string;
}

export class ConsentDto {
  @PurposeId()
  purpose!: string;

  @TextVersion()
  textVersion!: string;

  @Instant()
  givenAt!: string;

  @Instant({ nullable: true, description: 'Null as long as it stands' })
  withdrawnAt!: string | null;
}

export class MyDataSectionDto {
  @Text({ max: 40 })
  section!: string;

  @Text({ max: 60 })
  title!: string;

  @ApiProperty({
    description: 'The records themselves; their shape is the section’s own',
    oneOf: [
      { type: 'object', additionalProperties: true },
      { type: 'array', items: { type: 'object', additionalProperties: true } },
    ],
  })
  records!: unknown;
}

export class MyDataDto {
  @Text({ max: 60 })
  title!: string;

  @Instant()
  madeAt!: string;

  @ListOf(() => MyDataSectionDto, { max: 40 })
  sections!: MyDataSectionDto[];
}

export class ErasedDto {
  @Text({ max: 120 })
  what!: string;
}

export class KeptDto extends ErasedDto {
  @Text({ max: 200 })
  why!: string;

  @Text({ max: 200, description: 'How long, in words' })
  until!: string;
}

export class ErasureDto {
  @ListOf(() => ErasedDto, { max: 60 })
  erased!: ErasedDto[];

  @ListOf(() => KeptDto, { max: 60 })
  kept!: KeptDto[];
}

export class EraseAccountInput {
  @OneOf([ERASURE_CONFIRMATION], { description: 'Typed by the person, to show that they mean it' })
  confirmation!: string;
}
