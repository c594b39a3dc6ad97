/** The stairwell code of the poster that was scanned; on H5 it stands in the address already. */
export function codeFromScene(_parameters: Record<string, string | undefined>): string | null {
  return null;
}
