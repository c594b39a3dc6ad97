import { createHash } from 'node:crypto';

/** The role the API runs as: it owns nothing. `migrate` makes it. */
export const appRole = 'jiati_app';

/**
 * The same database as the API's own role. Its password follows from the superuser's random one, which cannot be
 * worked out from it, so there is no second one to keep.
 */
export function appAddress(superuserUrl: string): string {
  const address = new URL(superuserUrl);
  const digest = createHash('sha256').update(`${appRole} ${address.password}`).digest('hex');
  [address.username, address.password] = [appRole, digest.slice(0, 32)];
  return address.toString();
}
