import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { common } from '../errors';
import type { Actor, Caller, Client, Role } from './actor';
import { speakingClient } from './session-token';

export const ACCESS = 'jiati:access';

/** `public` needs no session; `signed_in` any session; a role admits that role (`resident` also admits volunteers). */
export type Admission = 'public' | 'signed_in' | Role;

/** Declares who may call a route. A route without it is denied to everyone, and a test fails. */
export const Access = (...admitted: [Admission, ...Admission[]]) =>
  applyDecorators(SetMetadata(ACCESS, admitted), ApiExtension('x-access', admitted));

const actorOfRequest = (_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!actor) throw common.not_signed_in();
  return actor;
};

export const ACTOR_LATER = 'jiati:actor-later';

/**
 * For the one route so hot that its own statement looks the session up: the guard lets every token through, and the
 * route either finds the session itself or asks `@CurrentCaller()` for the actor, who is then admitted as declared.
 */
export const ActorLater = () => SetMetadata(ACTOR_LATER, true);

/** The caller of an `ActorLater` route. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller) throw common.not_signed_in();
  return caller;
});

/** The actor of the request: `@CurrentActor() actor: Actor`. Only on routes that are not public. */
export const CurrentActor = createParamDecorator(actorOfRequest);

/** The front end that is speaking: `@CurrentClient() client: Client`. */
export const CurrentClient = createParamDecorator((_: unknown, context: ExecutionContext): Client => {
  return speakingClient(context.switchToHttp().getRequest<FastifyRequest>());
});
