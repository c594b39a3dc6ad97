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
