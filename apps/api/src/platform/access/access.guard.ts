import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { common } from '../errors';
import { ACCESS, ACTOR_LATER, clientOf, type Admission } from './access.decorator';
import { ActorSource, type Actor } from './actor';
import { sessionTokenOf } from './session-token';

/**
 * Stands before every route. Without a declared access nobody passes. Requests that change something must carry
 * X-Jiati-Client: a foreign page cannot set it, so a cookie alone is never enough.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const admitted = this.reflector.getAllAndOverride<Admission[] | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!admitted) throw common.forbidden();
    if (!isReading(request) && clientOf(request) === undefined) throw common.client_missing();
    if (admitted.includes('public')) return true;
    const token = sessionTokenOf(request);
    if (token === undefined) throw common.not_signed_in();
    if (this.reflector.get<boolean | undefined>(ACTOR_LATER, context.getHandler())) {
      request.caller = { tokenHash: this.actors.tokenHash(token), actor: () => this.admitted(token, admitted) };
      return true;
    }
    request.actor = await this.admitted(token, admitted);
    return true;
  }

  private async admitted(token: string, admitted: Admission[]): Promise<Actor> {
    const actor = await this.actors.actorOf(token);
    if (!actor) throw common.not_signed_in();
    if (!admits(admitted, actor)) throw common.forbidden();
    return actor;
  }
}

/** A volunteer is a neighbour too, and may do at home what a resident may. */
function admits(admitted: Admission[], actor: Actor): boolean {
  return (
    admitted.includes('signed_in') ||
    admitted.includes(actor.role) ||
    (actor.role === 'volunteer' && admitted.includes('resident'))
  );
}

function isReading(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS';
}
