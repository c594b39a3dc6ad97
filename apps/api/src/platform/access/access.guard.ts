import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { AppConfig } from '../../config';
import { common } from '../errors';
import { ACCESS, ACTOR_LATER, type Admission } from './access.decorator';
import { ActorSource, type Actor, type Client, type PendingStep } from './actor';
import { ADMITS_BEFORE, assertNothingPending, isHalfSignedIn } from './pending-step';
import { assertSameOrigin, hostOf } from './same-origin';
import { clientOf, sessionTokenOf, speakingClient } from './session-token';

/**
 * Stands before every route. Without a declared access nobody passes. Requests that change something must carry
 * X-Jiati-Client, which a foreign page cannot set, and must not come from a foreign page where the browser tells: a
 * cookie alone is never enough.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly ownHost: string | undefined;

  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorSource,
    config: AppConfig,
  ) {
    this.ownHost = hostOf(config.PUBLIC_URL);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const admitted = this.declared<Admission[]>(context, ACCESS);
    if (!admitted) throw common.forbidden();
    if (!isReading(request)) this.assertFromOurPages(request, clientOf(request));
    if (admitted.includes('public')) return true;
    const token = sessionTokenOf(request);
    if (token === undefined) throw common.not_signed_in();
    const before = this.declared<PendingStep[]>(context, ADMITS_BEFORE) ?? [];
    const client = speakingClient(request);
    const admittedActor = async (): Promise<Actor> => {
      const actor = await this.actors.actorOf(token, client);
      if (!actor) throw common.not_signed_in();
      request.actor = actor; // also when it may not pass: a refusal is logged with who was refused
      assertMayPass(actor, admitted, before);
      return actor;
    };
    if (this.declared<boolean>(context, ACTOR_LATER)) {
      request.caller = { tokenHash: this.actors.tokenHash(token), client, actor: admittedActor };
    } else await admittedActor();
    return true;
  }

  private declared<T>(context: ExecutionContext, key: string): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
  }

  private assertFromOurPages(request: FastifyRequest, client: Client | undefined): void {
    if (client === undefined) throw common.client_missing();
    // A mini-program has no cookies that could be abused, and no origin.
    if (client !== 'weapp') assertSameOrigin(request, this.ownHost);
  }
}

function assertMayPass(actor: Actor, admitted: Admission[], before: PendingStep[]): void {
  const isReady = actor.pending === undefined || before.includes(actor.pending);
  if (!isReady && isHalfSignedIn(actor)) assertNothingPending(actor);
  if (!admits(admitted, actor)) throw common.forbidden();
  if (!isReady && admitted.includes('volunteer')) assertNothingPending(actor);
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
