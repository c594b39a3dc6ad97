/**
 * Whether a client has this version already.
 * @param known the If-None-Match header; a weak mark counts too, since a proxy that compresses makes ours weak
 */
export function isKnown(known: string | undefined, etag: string): boolean {
  return known?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) ?? false;
}
