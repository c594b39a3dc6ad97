import type { Answer, TestApi } from '../../harness';
import { send, urlOf, type Asking, type Route } from '../asking';
import { resolved, type Schema, type Schemas } from '../sample';
import { brokenBodies } from './broken-bodies';
import { formTrials } from './forms';
import { complaintOf, type Trialled } from './judge';
import { placesOf } from './places';
import { addressTrials } from './addresses';
import { StoredRows } from './stored-rows';

/** What is attacked, and how to ask it the right way. */
export interface Target {
  api: TestApi;
  schemas: Schemas;
  /** An answer that takes longer is a hang. */
  patienceMs: number;
  /** A request that works, made anew each time. */
  ask: (route: Route) => Promise<{ asking: Asking; status: number }>;
}

/** One odd request, ready to be sent as often as needed. */
export interface Shot extends Trialled {
  shown: string;
  method?: string;
  url: string;
  body?: string | Buffer;
  headers?: Record<string, string>;
}

/** Everything that is tried at one place of one operation. */
interface Batch {
  where: string;
  shots: (asking: Asking) => Shot[];
}

const AT_ONCE = 8;

/** Sends odd requests to every place of an operation, and looks whether it still works after each place. */
export class Onslaught {
  readonly complaints: string[] = [];
  sent = 0;
  places = 0;
  slowest = { ms: 0, what: '' };
  /** The place that had the least to bear, of those that are one field, parameter or file. */
  fewest = { shots: Infinity, where: '' };
  private readonly stored: StoredRows;

  constructor(private readonly target: Target) {
    this.stored = new StoredRows(target.api.dataSource);
  }

  /** @returns what was wrong, one line each */
  async on(route: Route): Promise<string[]> {
    for (const batch of this.batchesOf(route)) await this.tryPlace(route, batch);
    return this.complaints.splice(0);
  }

  private batchesOf(route: Route): Batch[] {
    const { schemas } = this.target;
    const { requestBody } = route.operation;
    const json = requestBody?.content['application/json']?.schema;
    const form = requestBody?.content['multipart/form-data']?.schema;
    return [
      ...addressTrials(route, schemas),
      ...(json ? fieldBatches(route, json, schemas) : []),
      ...(form ? formTrials(route, resolved(form, schemas), schemas) : []),
      { where: 'the whole', shots: (asking) => brokenBodies(asking, json ?? form) },
    ];
  }

  private async tryPlace(route: Route, { where, shots }: Batch): Promise<void> {
    const name = `${route.operation.operationId} ${where}`;
    await this.stored.forgetTries();
    const right = await this.target.ask(route);
    const { asking } = right;
    const all = shots(asking);
    this.places += 1;
    const isOne = where !== 'the whole' && !where.endsWith('*');
    if (isOne && all.length < this.fewest.shots) this.fewest = { shots: all.length, where: name };
    const isHarmless = ({ verdict }: Shot) => verdict === 'invalid' || verdict === 'unreadable';

    const before = await this.stored.fingerprint();
    await this.fire(name, asking, all.filter(isHarmless));
    if ((await this.stored.fingerprint()) !== before) this.complain(name, 'a refused request changed what is stored');
    const answer = await this.timed(`${name} done right`, () => send(this.target.api, asking));
    if (answer?.status !== right.status)
      this.complain(name, `does not work any more after it: ${answer?.status} for ${right.status}`);

    await this.fire(
      name,
      asking,
      all.filter((shot) => !isHarmless(shot)),
      async () => (await this.target.ask(route)).asking,
    );
  }

  /** Whatever is allowed may end the session or the patience of a limit; then it is sent once more as by somebody else. */
  private async fire(name: string, first: Asking, shots: Shot[], renew?: () => Promise<Asking>): Promise<void> {
    let asking = first;
    for (let from = 0; from < shots.length; from += AT_ONCE) {
      const some = shots.slice(from, from + AT_ONCE);
      const answers = await Promise.all(some.map((shot) => this.shoot(name, asking, shot)));
      for (const [index, shot] of some.entries()) {
        let answer = answers[index];
        if (answer?.status === 429 || (renew && answer?.body?.code === 'not_signed_in')) {
          await this.stored.forgetTries();
          if (renew) asking = await renew();
          answer = await this.shoot(name, asking, shot);
        }
        const complaint = answer && complaintOf(answer, shot);
        if (complaint) this.complain(`${name} ${shot.shown}`, `${complaint} (${answer!.status} ${told(answer!)})`);
      }
    }
  }

  private shoot(name: string, { actor, client, route }: Asking, shot: Shot): Promise<Answer | undefined> {
    const http = this.target.api.http(actor, client);
    return this.timed(`${name} ${shot.shown}`, () =>
      http.send(shot.method ?? route.method, shot.url, shot.body, shot.headers),
    );
  }

  /** Nothing when it took too long or fell over, which is complained about here. */
  private async timed(what: string, ask: () => Promise<Answer>): Promise<Answer | undefined> {
    const startedAt = performance.now();
    this.sent += 1;
    let timer: NodeJS.Timeout | undefined;
    const tired = new Promise<'tired'>(
      (resolve) => (timer = setTimeout(() => resolve('tired'), this.target.patienceMs)),
    );
    const answer = await Promise.race([ask().catch((error: Error) => error), tired]).finally(() => clearTimeout(timer));
    const ms = performance.now() - startedAt;
    if (ms > this.slowest.ms) this.slowest = { ms, what };
    if (answer !== 'tired' && !(answer instanceof Error)) return answer;
    this.complain(what, answer === 'tired' ? `no answer in ${this.target.patienceMs} ms` : answer.message);
    return undefined;
  }

  private complain(what: string, complaint: string): void {
    this.complaints.push(`${what}: ${complaint}`);
  }
}

function fieldBatches(route: Route, schema: Schema, schemas: Schemas): Batch[] {
  return placesOf(schema, schemas).map(({ where, trials }) => ({
    where,
    shots: ({ ask }) =>
      trials(ask.body ?? {}).map(({ shown, verdict, body }) => ({
        ...{ where, verdict, shown, body, url: urlOf(route, ask), in: 'body' as const },
        nameless: /"__proto__":|"constructor":\{"prototype":/.test(body),
      })),
  }));
}

const told = ({ body }: Answer) => (body?.errors ? JSON.stringify(body.errors[0]) : (body?.code ?? '')) as string;
