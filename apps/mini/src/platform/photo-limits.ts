/** Long enough to read a certificate, small enough for a slow line; the API takes more. */
export const longestSidePx = 1800;
export const mostBytes = 1_200_000;
/** Tried one after another until the picture is small enough. */
export const qualities = [0.82, 0.65, 0.45] as const;

/** Bytes that a base64 text stands for. */
export const bytesOf = (base64: string): number => Math.floor((base64.length * 3) / 4);
