import { Flag, ListOf, LongText, Text } from '../../../platform/validation';
import { ApiProperty } from '@nestjs/swagger';

/** What an answer rests on. */
export class FaqCitationDto {
  @Text({ max: 120 })
  label!: string;

  @LongText({ max: 600, description: 'What it says, in short' })
  text!: string;

  @Flag({ description: 'False: seen as a copy, to be confirmed by the office' })
  verified!: boolean;
}

export class FaqDto {
  @Text({ max: 40 })
  id!: string;

  @Text({ max: 60 })
  question!: string;

  @LongText({ max: 400, description: 'Two or three plain sentences' })
  answer!: string;

  @ListOf(() => FaqCitationDto, { max: 8, min: 1 })
  citations!: FaqCitationDto[];
}

export class LetterSourceDto {
  @Text({ max: 120 })
  label!: string;
}

export class OpenLetterDto {
  @Text({ max: 60 })
  title!: string;

  @ApiProperty({ type: [String] })
  paragraphs!: string[];

  @Text({ max: 60 })
  signedBy!: string;

  @ListOf(() => LetterSourceDto, { max: 10 })
  sources!: LetterSourceDto[];
}
