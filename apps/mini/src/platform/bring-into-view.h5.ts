/** Scrolls until what has this id can be seen, and no further. */
export function bringIntoView(id: string): void {
  document.getElementById(id)?.scrollIntoView?.({ block: 'nearest' });
}
