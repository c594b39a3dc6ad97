import { METHOD_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS } from '../../src/platform/access';
import { startTestApi, type TestApi } from '../harness';

describe('every route', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const handlers = (): { name: string; access: unknown }[] =>
    [...api.app.get(ModulesContainer).values()]
      .flatMap((module) => [...module.controllers.values()])
      .flatMap(({ metatype }) => {
        const prototype = (metatype as { prototype: Record<string, object> }).prototype;
        return Object.getOwnPropertyNames(prototype)
          .map((name) => ({ name: `${metatype!.name}.${name}`, handler: prototype[name]! }))
          .filter(({ handler }) => typeof handler === 'function' && Reflect.hasMetadata(METHOD_METADATA, handler))
          .map(({ name, handler }) => ({
            name,
            access: Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, metatype!),
          }));
      });

  it('declares who may call it', () => {
    expect(handlers().length).toBeGreaterThan(10);
    expect(handlers().filter(({ access }) => access === undefined)).toEqual([]);
  });
});
