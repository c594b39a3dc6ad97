import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { common, type FieldError } from '../errors';
import { clean, join } from './clean';
import { messages } from './copy/messages';
import { BYTES_TOO_MANY } from './special-fields';

const MOST_ERRORS = 20;
const PLAIN_TYPES: unknown[] = [String, Number, Boolean, Array, Object, undefined];

/**
 * Stands before every handler: text is made safe, then a class of the DTO folder is filled and checked. Unknown
 * fields are refused, not dropped, so that a misspelt field never means “left empty”.
 */
@Injectable()
export class ValidationPipe implements PipeTransform {
  async transform(given: unknown, { type, metatype, data = '' }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom') return given;
    const value = clean(given, data);
    if (PLAIN_TYPES.includes(metatype)) return value;
    const document = value === undefined ? {} : value; // a bare POST leaves everything out; `null` is no form
    if (typeof document !== 'object' || document === null || Array.isArray(document)) {
      throw common.malformed({ errors: [{ path: '', message: messages.notDocument() }] });
    }
    const input = plainToInstance(metatype as Type<object>, document);
    const problems = await validate(input, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: true,
    });
    if (problems.length > 0) throw refusalOfProblems(problems);
    return input;
  }
}

function refusalOfProblems(problems: ValidationError[]) {
  const errors = problems.flatMap((problem) => fieldErrors(problem, '')).slice(0, MOST_ERRORS);
  return problems.some(isTooLarge) ? common.too_large({ errors }) : common.malformed({ errors });
}

function fieldErrors(problem: ValidationError, parent: string): FieldError[] {
  const path = join(parent, problem.property);
  const own = Object.entries(problem.constraints ?? {}).map(([rule, message]) => ({
    path,
    message: rule === 'whitelistValidation' ? messages.unknownField(problem.property) : message,
  }));
  return [...own, ...(problem.children ?? []).flatMap((child) => fieldErrors(child, path))];
}

function isTooLarge(problem: ValidationError): boolean {
  return BYTES_TOO_MANY in (problem.constraints ?? {}) || (problem.children ?? []).some(isTooLarge);
}
