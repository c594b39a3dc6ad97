import './base.h5.css';

// Posters carry /s/<code> and receipts /check/<code>; inside the app a code is a parameter.
const shortAddress = /^\/(s|check)\/([^/?#]+)\/?$/.exec(window.location.pathname);
if (shortAddress) {
  const [, page, code] = shortAddress;
  window.history.replaceState(null, '', `/${page}?code=${code}`);
}
