import { useEffect, useRef } from 'react';

/**
 * Lets a keyboard type on a pad of large buttons. Earlier pages stay in the document, hidden: only the pad that is seen
 * listens.
 * @param padId the id of the element the pad is drawn in
 */
export function useDigitKeys(padId: string, onDigit: (digit: string) => void, onErase: () => void): void {
  const latest = useRef({ onDigit, onErase });
  latest.current = { onDigit, onErase };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!document.getElementById(padId)?.offsetParent || event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^\d$/.test(event.key)) latest.current.onDigit(event.key);
      else if (event.key === 'Backspace') latest.current.onErase();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [padId]);
}
