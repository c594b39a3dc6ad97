/** 13812345678 → “138****5678”, a landline of seven or eight digits → “****1234”; null stays null. Full numbers leave the API nowhere. */
export function phoneMasked(phone: string): string;
export function phoneMasked(phone: string | null): string | null;
export function phoneMasked(phone: string | null): string | null {
  return phone === null ? null : `${phone.length >= 11 ? phone.slice(0, 3) : ''}****${phone.slice(-4)}`;
}

/** 陈建国 → “陈**”: enough to know whose door it is, for those who may know that. */
export function nameMasked(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(rest.length);
}

/** Mobile numbers as people write them in a sentence or a cell: with spaces or dashes, or in full-width digits. */
const MOBILE = /(?<![\d０-９])[1１][3-9３-９](?:[ -]?[\d０-９]){9}(?![\d０-９])/g;

/** A text with every mobile number in it masked. */
export function phonesMasked(text: string): string {
  return text.replace(MOBILE, (written) => phoneMasked(written.normalize('NFKC').replace(/\D/g, '')));
}

/** “310101195001011234” → “****1234”; of a short number only the last character: enough to compare with the paper. */
export function documentMasked(documentNumber: string): string {
  return `****${documentNumber.slice(documentNumber.length >= 8 ? -4 : -1)}`;
}
