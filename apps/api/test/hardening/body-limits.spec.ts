import { METHOD_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants';
import { startTestApi, type TestApi } from '../harness';

const MIB = 1024 * 1024;

/** Every route that takes more than the default of 256 KiB, and how much, in bytes. */
const HEAVIER: Record<string, number> = {
  castBallot: 12 * MIB,
  signConsentForm: 8 * MIB,
  createBinding: 8 * MIB,
  giveProxyAuthorisation: 8 * MIB,
  previewRollImport: 10 * MIB + 64 * 1024,
  draftRound: MIB,
  reviseRound: MIB,
};

describe('the weight of a request', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const declared = (): Record<string, number> =>
    Object.fromEntries(
      [...api.app.get(ModulesContainer).values()]
        .flatMap((module) => [...module.controllers.values()])
        .flatMap(({ metatype }) => {
          const prototype = (metatype as { prototype: Record<string, object> }).prototype;
          return Object.getOwnPropertyNames(prototype)
            .filter(
              (name) => typeof prototype[name] === 'function' && Reflect.hasMetadata(METHOD_METADATA, prototype[name]!),
            )
            .map(
              (name) =>
                [
                  name,
                  (
                    Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, prototype[name]!) as
                      { bodyLimit?: number } | undefined
                  )?.bodyLimit,
                ] as const,
            )
            .filter((entry): entry is [string, number] => entry[1] !== undefined);
        }),
    );

  it('is a quarter of a megabyte, except on the routes that say so', () => {
    expect(declared()).toEqual(HEAVIER);
  });

  it.each([
    ['POST', '/api/session/codes', 256 * 1024],
    ['PUT', '/api/session/helper', 256 * 1024],
    ['POST', '/api/bindings', 8 * MIB],
    ['POST', '/api/rounds/0b7e9a4e-63a0-4a43-9f55-0d8f7f3f6a11/ballots', 12 * MIB],
  ])('%s %s takes no more than its own', async (method, path, bytes) => {
    const resident = await api.loginAs('resident-101');
    const body = JSON.stringify({ padding: '' });
    const heavy = body.replace('""', `"${'a'.repeat(bytes - body.length + 1)}"`);
    const answer = await api.http(resident).send(method, path, heavy, { 'content-type': 'application/json' });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 413, code: 'too_large' });
    const light = heavy.slice(0, -3) + '"}';
    expect(
      (await api.http(resident).send(method, path, light, { 'content-type': 'application/json' })).status,
    ).not.toBe(413);
  });
});
