import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { common } from '../errors';
import { messages } from './copy/messages';
import { UUID } from './fields';

const CODE = /^[0-9A-Za-z-]{1,40}$/;

/** A UUID in the path: `@Param('id', IdParam) id: string`; anything else is a 400 that names it. */
export class IdParam implements PipeTransform<string, string> {
  static readonly schema = { format: 'uuid' };

  transform(value: string, { data = 'id' }: ArgumentMetadata): string {
    if (!UUID.test(value)) throw common.malformed({ errors: [{ path: data, message: messages.notId(data) }] });
    return value;
  }
}

/** A short code in the path: `@Param('code', CodeParam) code: string`: letters, digits and dashes, at most 40. */
export class CodeParam implements PipeTransform<string, string> {
  static readonly schema = { pattern: CODE.source };

  transform(value: string, { data = 'code' }: ArgumentMetadata): string {
    if (!CODE.test(value)) {
      throw common.malformed({ errors: [{ path: data, message: messages.pattern(data) }] });
    }
    return value;
  }
}
