import { useEffect, useRef, useState } from 'react';
import Taro from '@tarojs/taro';
import { Canvas, View } from '@tarojs/components';
import type { SignatureSurfaceProps } from './elements.types';

interface Node2d {
  width: number;
  height: number;
  getContext(kind: '2d'): CanvasRenderingContext2D;
  toDataURL(mediaType: string): string;
}
interface Touch {
  x: number;
  y: number;
}
interface CanvasTouch {
  touches?: Touch[];
}

let nextSurface = 0;

/** Empties the surface and sets the pen: dark ink on white, whatever the colours of the page. */
function penFor(surface: Node2d, box: { width: number; height: number }): CanvasRenderingContext2D {
  surface.width = Math.round(box.width * 2);
  surface.height = Math.round(box.height * 2);
  const pen = surface.getContext('2d');
  pen.scale(2, 2);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, box.width, box.height);
  pen.strokeStyle = '#1f2a24';
  pen.lineWidth = 3;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  return pen;
}

/** The box a finger signs in. Node and size are asked for in two queries: together WeChat returns only one of them. */
export function SignatureSurface({ label, hint, onChange, round }: SignatureSurfaceProps) {
  const id = useRef(`signature-${(nextSurface += 1)}`).current;
  const node = useRef<Node2d | null>(null);
  const context = useRef<CanvasRenderingContext2D | null>(null);
  const [signed, setSigned] = useState(false);

  useEffect(() => {
    context.current = null;
    setSigned(false);
  }, [round]);

  useEffect(() => {
    const prepare = () =>
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .boundingClientRect()
        .exec((found) => {
          const box = found[0] as { width: number; height: number } | null;
          if (box && node.current) context.current = penFor(node.current, box);
        });
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .node()
        .exec((found) => {
          node.current = (found[0] as { node?: Node2d } | null)?.node ?? null;
          prepare();
        });
    });
  }, [id, round]);

  const start = (event: unknown) => {
    const at = (event as CanvasTouch).touches?.[0];
    const pen = context.current;
    if (!at || !pen) return;
    setSigned(true);
    pen.beginPath();
    pen.moveTo(at.x, at.y);
    pen.lineTo(at.x + 0.1, at.y);
    pen.stroke();
  };
  const move = (event: unknown) => {
    const at = (event as CanvasTouch).touches?.[0];
    const pen = context.current;
    if (!at || !pen) return;
    pen.lineTo(at.x, at.y);
    pen.stroke();
  };
  const end = () => {
    if (node.current && context.current) onChange(node.current.toDataURL('image/png').split(',')[1] ?? null);
  };

  return (
    <View
      className={`signature ${signed ? 'is-signed' : ''}`}
      {...({ 'aria-role': 'img', 'aria-label': label } as object)}
    >
      <View className="signature-hint">{hint}</View>
      <Canvas
        type="2d"
        id={id}
        canvasId={id}
        className="signature-canvas"
        disableScroll
        onTouchStart={start}
        onTouchMove={move}
        onTouchEnd={end}
      />
    </View>
  );
}
