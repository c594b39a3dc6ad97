import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLIENTS, type Client } from './actor';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
type Browser = Exclude<Client, 'weapp'>;

/** The client named in the header, or undefined when it is missing or unknown. */
export function clientOf(request: FastifyRequest): Client | undefined {
  return CLIENTS.find((client) => client === request.headers['x-jiati-client']);
}

/**
 * Who is speaking. A picture or a download cannot carry our header: then it is the app whose page it stands on, or,
 * where a browser hides that, the one that is signed in.
 */
export function speakingClient(request: FastifyRequest): Client {
  const named = clientOf(request);
  if (named) return named;
  const { referer } = request.headers;
  if (referer !== undefined && URL.canParse(referer)) {
    return /^\/office(\/|$)/.test(new URL(referer).pathname) ? 'office' : 'h5';
  }
  return request.cookies[cookieName(request, 'h5')] === undefined ? 'office' : 'h5';
}

/**
 * The session token of a request. A mini-program carries it in the Authorization header and a browser in its cookie,
 * neither in the other's place: a token that leaks from one is worth nothing in the other.
 */
export function sessionTokenOf(request: FastifyRequest): string | undefined {
  const client = speakingClient(request);
  const token =
    client === 'weapp'
      ? /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
      : request.cookies[cookieName(request, client)];
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

/**
 * Each app has a cookie of its own, so that an officer can be a neighbour in the next tab. Under HTTPS the name begins
 * with `__Host-`: a browser then takes it from this very host only, never from a neighbouring subdomain.
 */
function cookieName(request: FastifyRequest, client: Browser): string {
  return `${request.protocol === 'https' ? '__Host-' : ''}jiati_${client}`;
}

/** `__Host-` asks for the whole host; what is served outside /api reads no cookie. */
const cookieOptions = (request: FastifyRequest) => ({
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: request.protocol === 'https',
  path: '/',
});

/** Hands the token to a browser in a cookie that scripts cannot read and other sites cannot send. */
export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  session: { client: Browser; token: string; expiresAt: Date },
): void {
  void reply.setCookie(cookieName(request, session.client), session.token, {
    ...cookieOptions(request),
    expires: session.expiresAt,
  });
}

/** Takes the cookie of the speaking browser back; nothing for a mini-program, which has none. */
export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  const client = speakingClient(request);
  if (client !== 'weapp') void reply.clearCookie(cookieName(request, client), cookieOptions(request));
}
