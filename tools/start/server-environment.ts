import { keptSecret } from './secrets.ts';

/**
 * What the API gets beside its database and port. The demo is on unless JIATI_DEMO=0. The key of slip PINs and phone
 * codes is kept, so that they outlive a restart.
 */
export function serverEnvironment(): Record<'JIATI_DEMO' | 'SECRET_KEY' | 'LOG_LEVEL', string> {
  return {
    JIATI_DEMO: process.env.JIATI_DEMO ?? '1',
    SECRET_KEY: process.env.SECRET_KEY ?? keptSecret('secret-key'),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  };
}
