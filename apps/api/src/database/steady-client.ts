import { Client, type ClientConfig } from 'pg';

/**
 * A connection whose loss never ends the process. The pool takes its own listener away before TypeORM adds one: a
 * database that ends in that moment would be an `error` event nobody listens to. Whoever uses the connection next is
 * told all the same.
 */
export class SteadyClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
