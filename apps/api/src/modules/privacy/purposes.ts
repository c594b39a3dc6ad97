import { createHash } from 'node:crypto';
import { purposes } from './copy/purposes';
import type { PurposeDto } from './dto/privacy.dto';
import { privacyRefusals } from './privacy.refusals';

/** The purpose with this id. @throws purpose_unknown (404) */
export function purposeOf(id: string): Readonly<PurposeDto> {
  const purpose = purposes.find((each) => each.id === id);
  if (!purpose) throw privacyRefusals.purpose_unknown();
  return purpose;
}

/** SHA-256 of all that a person reads before agreeing; a changed word changes it. */
export function textHashOf({ title, text, keptFor }: Pick<PurposeDto, 'title' | 'text' | 'keptFor'>): string {
  return createHash('sha256').update([title, text, keptFor].join('\n')).digest('hex');
}
