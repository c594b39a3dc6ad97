export interface WireRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Begins with /api. */
  path: string;
  /** Sent as JSON. */
  body?: unknown;
}

export interface WireResponse {
  status: number;
  /** The parsed JSON; null when there is none. */
  body: unknown;
}

/** Sends one request. Throws only when no answer came at all. */
export type Transport = (request: WireRequest) => Promise<WireResponse>;
