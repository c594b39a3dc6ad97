/** Where addresses printed into QR codes point. */
export function publicOrigin(): string {
  return window.location.origin;
}
