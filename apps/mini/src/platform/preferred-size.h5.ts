/** Browsers do not tell the size of text a person has chosen. */
export function preferredFontPx(): number | null {
  return null;
}
