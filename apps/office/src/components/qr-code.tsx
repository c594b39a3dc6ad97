import { create } from 'qrcode';
import { useMemo } from 'react';

/** A QR code as vectors: sharp on paper at any size. Error correction Q, since posters get scratched. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'Q' });
    const dark: string[] = [];
    for (let row = 0; row < modules.size; row += 1)
      for (let column = 0; column < modules.size; column += 1)
        if (modules.get(row, column)) dark.push(`M${column} ${row}h1v1h-1z`);
    return { path: dark.join(''), size: modules.size };
  }, [text]);
  return (
    <svg role="img" aria-label={label} viewBox={`-4 -4 ${size + 8} ${size + 8}`} shapeRendering="crispEdges">
      <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** The address that a stairwell's poster leads to. */
export const stairwellAddress = (code: string): string => `${window.location.origin}/s/${code}`;
