import { useEffect, useRef } from 'react';

/** Lets a keyboard type on a pad of large buttons. */
export function useDigitKeys(onDigit: (digit: string) => void, onErase: () => void): void {
  const latest = useRef({ onDigit, onErase });
  latest.current = { onDigit, onErase };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^\d$/.test(event.key)) latest.current.onDigit(event.key);
      else if (event.key === 'Backspace') latest.current.onErase();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
