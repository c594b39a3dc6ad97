import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppConfig } from '../../../config';
import { passkeyRefusals } from './passkey.refusals';

/** Whom a passkey belongs to: it signs for this name and from this origin only, so no other site can pass it on. */
export interface RelyingParty {
  rpID: string;
  origin: string;
}

/** Takes the name from the configuration, never from a request, but in the demo, which runs under any. */
@Injectable()
export class RelyingParties {
  constructor(private readonly config: AppConfig) {}

  /** @throws passkeys_unavailable (409) when PUBLIC_URL is not set */
  of(request: Pick<FastifyRequest, 'protocol' | 'host'>): RelyingParty {
    const { PUBLIC_URL, JIATI_DEMO } = this.config;
    const address = PUBLIC_URL ?? (JIATI_DEMO ? `${request.protocol}://${request.host}` : undefined);
    if (address === undefined || !URL.canParse(address)) throw passkeyRefusals.passkeys_unavailable();
    const { hostname, origin } = new URL(address);
    return { rpID: hostname, origin };
  }
}
