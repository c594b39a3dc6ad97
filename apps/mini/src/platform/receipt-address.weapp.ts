/**
 * The receipt code that the address brings; the mini-program's addresses stay on the phone.
 * @param inQuery the code among the page's parameters
 */
export function receiptCodeFromAddress(inQuery: string | undefined): string | undefined {
  return inQuery;
}
