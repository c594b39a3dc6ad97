/**
 * The receipt code that the address brings: behind the `#`, which browsers keep to themselves. One that came in the query
 * moves there, so that loading the page again writes it into nobody's log.
 * @param inQuery the code among the page's parameters
 */
export function receiptCodeFromAddress(inQuery: string | undefined): string | undefined {
  if (inQuery === undefined) return decodeURIComponent(window.location.hash.slice(1)) || undefined;
  window.history.replaceState(window.history.state, '', `${window.location.pathname}#${encodeURIComponent(inQuery)}`);
  return inQuery;
}
