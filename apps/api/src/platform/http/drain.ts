import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Whether this process is on its way out; while it is, readiness says so and connections are not kept. */
@Injectable()
export class Drain {
  private draining = false;

  get isDraining(): boolean {
    return this.draining;
  }

  /** From now on: not ready, and every answer closes its connection. */
  begin(): void {
    this.draining = true;
  }

  /** Makes answers of a stopping server close their connection, so that keep-alive clients move on. */
  applyTo(fastify: FastifyInstance): void {
    fastify.addHook('onSend', async (_, reply) => {
      if (this.draining) void reply.header('connection', 'close');
    });
  }
}
