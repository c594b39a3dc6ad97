import type { FastifyReply, FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'jiati_session';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The session token of a request: the bearer header (mini-program) before the cookie (H5, office). */
export function sessionTokenOf(request: FastifyRequest): string | undefined {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? request.cookies[SESSION_COOKIE];
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

/** Hands the token to a browser in a cookie that scripts cannot read and other sites cannot send. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string, expires: Date): void {
  void reply.setCookie(SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    path: '/api',
    expires,
  });
}

/** Takes the cookie back. */
export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, { path: '/api' });
}
