export const ROLES = ['resident', 'volunteer', 'officer'] as const;
/** What an account may do at all; which rows it may touch is decided by each module. */
export type Role = (typeof ROLES)[number];

/** Who is asking. Resolved from the session on every request. */
export interface Actor {
  accountId: string;
  role: Role;
  sessionId: string;
  displayName: string;
}

export const CLIENTS = ['h5', 'weapp', 'office'] as const;
/** Which of the three front ends is speaking; sent as X-Jiati-Client. */
export type Client = (typeof CLIENTS)[number];

/** Who holds a session token; answered by the accounts module, so that the platform knows no table of it. */
export abstract class ActorSource {
  /** The actor of a live session, or null when the token is unknown, ended or belongs to a disabled account. */
  abstract actorOf(token: string): Promise<Actor | null>;

  /** What is kept of a token. */
  abstract tokenHash(token: string): string;
}

/** Whoever calls a route that finds out by itself who that is (see `ActorLater`). */
export interface Caller {
  /** SHA-256 of the session's token, as sessions keep it. */
  tokenHash: string;
  /** The actor, if the route admits them. @throws not_signed_in (401), forbidden (403), as before any other route */
  actor(): Promise<Actor>;
}

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
    caller?: Caller;
  }
}
