import type { FastifyInstance } from 'fastify';

/**
 * What pages may load: themselves only, and no script that stands in the page. Inline styles stay allowed, since the
 * office's component kit writes them.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** An answer of the API is no page: whoever opens one directly runs and loads nothing. */
const API_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** No page here asks for any of these; passkeys are for our own pages only. */
const PERMISSIONS = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi'],
  ...['payment', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
].map((feature) => `${feature}=()`);

/** Headers of every answer, also of errors and files. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  // Our own pages need it to tell which of them asked for a picture; other sites learn nothing.
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-permitted-cross-domain-policies': 'none',
  'permissions-policy': [...PERMISSIONS, 'publickey-credentials-get=(self)'].join(', '),
};

const TWO_YEARS_SECONDS = 63_072_000;

/**
 * Headers of every answer. Answers of the API are never cached and never rendered as a page. No header lets another
 * origin in: all front ends live on this one, so there is no CORS at all and a preflight finds nothing.
 */
export function applySecurityHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id).headers(ALWAYS);
    if (request.protocol === 'https') {
      void reply.header('strict-transport-security', `max-age=${TWO_YEARS_SECONDS}; includeSubDomains`);
    }
    if (request.url.startsWith('/api')) {
      void reply.header('cache-control', 'no-store').header('content-security-policy', API_POLICY);
    } else {
      void reply.header('content-security-policy', PAGE_POLICY);
    }
  });
}
