import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

/**
 * The success answer of a route, for Nest and for the OpenAPI document at once.
 * @param status 200, 201, 202 or 204
 * @param type a response class, `[Class]` for a list, nothing for an empty answer
 */
export function Returns(status: 200 | 201 | 202 | 204, type?: Type | [Type], description = ''): MethodDecorator {
  const body = type === undefined ? {} : Array.isArray(type) ? { type: type[0], isArray: true } : { type };
  return applyDecorators(HttpCode(status), ApiResponse({ status, description, ...body }));
}
