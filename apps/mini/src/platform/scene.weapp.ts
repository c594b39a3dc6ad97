/** The stairwell code of the poster that was scanned: a mini-program code carries it as `scene`. */
export function codeFromScene(parameters: Record<string, string | undefined>): string | null {
  const scene = parameters['scene'];
  if (!scene) return null;
  const text = decodeURIComponent(scene);
  return /^(?:code=)?([A-Za-z0-9-]+)$/.exec(text)?.[1] ?? null;
}
