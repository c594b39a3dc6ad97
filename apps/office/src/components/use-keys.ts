import { useEffect, useRef } from 'react';

const typing = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]';

/**
 * Listens for single keys on the page. Silent while something is being typed, while a dialog is open, and for keys
 * held together with Ctrl, Alt or Meta, so that the browser's own keys keep working.
 */
export function useKeys(onKey: (key: string, event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const target = event.target as HTMLElement;
      if (target.matches(typing) || document.querySelector('[role=dialog]:not([aria-hidden=true])')) return;
      latest.current(event.key, event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
