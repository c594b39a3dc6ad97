import { useSyncExternalStore } from 'react';
import { preferredFontPx } from '@/platform/preferred-size';
import { storage } from '@/platform/storage';

export const textSizes = ['normal', 'large', 'elder'] as const;
export type TextSize = (typeof textSizes)[number];

interface Choice {
  size: TextSize;
  /** False until the person has answered the question of the first visit. */
  asked: boolean;
}

const key = 'textSize';
let choice: Choice | null = null;
const listeners = new Set<() => void>();

function current(): Choice {
  choice ??= remembered() ?? { size: fromFontPx(preferredFontPx()), asked: false };
  return choice;
}

function remembered(): Choice | null {
  const stored = storage.read(key);
  const size = textSizes.find((each) => each === stored);
  return size ? { size, asked: true } : null;
}

/** WeChat's own steps: 22 px and more is its care mode. */
export function fromFontPx(px: number | null): TextSize {
  if (px === null || px < 19) return 'normal';
  return px < 22 ? 'large' : 'elder';
}

/** Sets the size of text everywhere and remembers it on this device. */
export function chooseTextSize(size: TextSize): void {
  choice = { size, asked: true };
  storage.write(key, size);
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The size of text in use, and whether the person has chosen it. */
export function useTextSize(): Choice {
  return useSyncExternalStore(subscribe, current, current);
}
