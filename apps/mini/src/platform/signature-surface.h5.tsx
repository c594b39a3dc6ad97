import { useEffect, useRef, type PointerEvent } from 'react';
import type { SignatureSurfaceProps } from './elements.types';

const inkWidth = 3;

/** The box a finger, pen or mouse signs in. */
export function SignatureSurface({ label, hint, onChange, round }: SignatureSurfaceProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef(false);
  const empty = useRef(true);

  useEffect(() => {
    empty.current = true;
    const surface = canvas.current;
    surface?.parentElement?.classList.remove('is-signed');
    if (surface) surface.width = 0;
  }, [round]);

  /** The size is read at the first touch: only then has the page its final layout. */
  const prepare = (surface: HTMLCanvasElement): CanvasRenderingContext2D | null => {
    const context = surface.getContext('2d');
    if (!context || !empty.current) return context;
    const scale = Math.min(2, window.devicePixelRatio || 1);
    const box = surface.getBoundingClientRect();
    surface.width = Math.round(box.width * scale);
    surface.height = Math.round(box.height * scale);
    context.scale(scale, scale);
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, box.width, box.height);
    context.strokeStyle = '#1f2a24';
    context.lineWidth = inkWidth;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    return context;
  };

  const start = (event: PointerEvent<HTMLCanvasElement>) => {
    const context = prepare(event.currentTarget);
    if (!context) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    event.currentTarget.parentElement?.classList.add('is-signed');
    drawing.current = true;
    empty.current = false;
    context.beginPath();
    context.moveTo(event.nativeEvent.offsetX, event.nativeEvent.offsetY);
    context.lineTo(event.nativeEvent.offsetX + 0.1, event.nativeEvent.offsetY);
    context.stroke();
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    const context = drawing.current ? event.currentTarget.getContext('2d') : null;
    if (!context) return;
    context.lineTo(event.nativeEvent.offsetX, event.nativeEvent.offsetY);
    context.stroke();
  };
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!drawing.current) return;
    drawing.current = false;
    onChange(event.currentTarget.toDataURL('image/png').split(',')[1] ?? null);
  };

  return (
    <div className="signature">
      <span className="signature-hint" aria-hidden="true">
        {hint}
      </span>
      <canvas
        ref={canvas}
        className="signature-canvas"
        role="img"
        aria-label={label}
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      />
    </div>
  );
}
