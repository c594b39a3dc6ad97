/** 13812345678 → “138****5678”; null stays null. Full numbers leave the API nowhere. */
export function phoneMasked(phone: string): string;
export function phoneMasked(phone: string | null): string | null;
export function phoneMasked(phone: string | null): string | null {
  return phone === null ? null : phone.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2');
}

/** 陈建国 → “陈**”: enough to know whose door it is, for those who may know that. */
export function nameMasked(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(rest.length);
}
