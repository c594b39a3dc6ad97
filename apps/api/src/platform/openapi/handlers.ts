import type { INestApplication, Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';

interface Argument {
  data?: unknown;
  pipes: readonly unknown[];
}

/** What the pipes of an operation's path parameters ask for (`IdParam.schema`), by the operation's id and the name. */
export function pathSchemas(app: INestApplication): Map<string, Record<string, object>> {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return new Map(controllers.flatMap(({ metatype }) => (metatype ? schemasOf(metatype as Type) : [])));
}

function schemasOf(controller: Type): [string, Record<string, object>][] {
  const names = Object.getOwnPropertyNames(controller.prototype);
  return names.map((name) => {
    const found = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, Argument>;
    const schemas = Object.values(found).flatMap(({ data, pipes = [] }) =>
      pipes.flatMap((pipe) => {
        const { schema } = pipe as { schema?: object };
        return schema ? [[String(data), schema] as const] : [];
      }),
    );
    return [name, Object.fromEntries(schemas)];
  });
}
