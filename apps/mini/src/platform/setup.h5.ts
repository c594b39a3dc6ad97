import './base.h5.css';

// Posters carry /s/<code>, and receipts once carried /check/<code>; inside the app a stairwell's code is a parameter, and
// a receipt's stands behind the #.
const shortAddress = /^\/(s|check)\/([^/?#]+)\/?$/.exec(window.location.pathname);
if (shortAddress) {
  const [, page, code] = shortAddress;
  window.history.replaceState(null, '', page === 's' ? `/s?code=${code}` : `/check#${code}`);
}
