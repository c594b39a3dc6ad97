import type { BrowserContext, Page } from 'playwright-core';
import { findPersonalData } from '../../apps/api/test/privacy/personal-data.ts';

/** A text that anybody may come to see, and where it stood. */
interface Trace {
  where: string;
  text: string;
}

/** Who must not be named, and what the server wrote down. */
interface Measure {
  names: readonly string[];
  log: string;
}

const READABLE = /json|text|javascript|xml/;

/**
 * What a run leaves behind for others to find: every address that was asked for, every answer and page that needs no
 * session, what stays in a browser after its owner signed out, and the server's log.
 */
export class Traces {
  private readonly addresses = new Set<string>();
  private readonly traces: Trace[] = [];
  private readonly reading: Promise<unknown>[] = [];

  /** Notes every address this browser asks for; addresses end up in histories, proxies and logs. */
  watch(context: BrowserContext): void {
    context.on('request', (request) => {
      if (!request.url().startsWith('data:')) this.addresses.add(request.url());
    });
  }

  /** A browser in which nobody signs in: whatever it is given anybody may read. */
  watchPublic(context: BrowserContext): void {
    context.on('response', (response) => {
      if (!READABLE.test(response.headers()['content-type'] ?? '')) return;
      const text = response.text().catch(() => '');
      this.reading.push(text.then((read) => this.traces.push({ where: response.url(), text: read })));
    });
  }

  /** Looks at each of these pages, in a browser in which nobody is signed in. */
  async visits(page: Page, paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      this.traces.push({ where: `page ${path}`, text: await page.content() });
    }
  }

  /** Reads these addresses of the API without a session; each must answer. */
  async asks(context: BrowserContext, paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      const answer = await context.request.get(path);
      if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
      this.traces.push({ where: path, text: await answer.text() });
    }
  }

  /** What stays in a browser; its owner has signed out. */
  async leftIn(page: Page, owner: string): Promise<void> {
    const left = await page.evaluate(async () => {
      const databases = await indexedDB.databases();
      const rows = await Promise.all(databases.map(({ name }) => rowsOf(name ?? '')));
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, rows]);

      async function rowsOf(name: string): Promise<unknown[]> {
        const database = await settled(indexedDB.open(name));
        const stores = [...database.objectStoreNames];
        const all = stores.map((store) => settled(database.transaction(store).objectStore(store).getAll()));
        const rows = await Promise.all(all);
        database.close();
        return rows;
      }
      function settled<T>(request: IDBRequest<T>): Promise<T> {
        return new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      }
    });
    this.traces.push({ where: `left in the browser of ${owner}`, text: left });
  }

  /** How much was looked at: a scan of nothing finds nothing. */
  async size(): Promise<{ addresses: number; texts: number }> {
    await Promise.all(this.reading);
    return { addresses: this.addresses.size, texts: this.traces.length };
  }

  /** Everything personal in all of it, one line each; empty is how it must be. */
  async findings({ names, log }: Measure): Promise<string[]> {
    await Promise.all(this.reading);
    const addresses = { where: 'addresses', text: [...this.addresses].join('\n') };
    return [...this.traces, addresses, { where: 'log', text: log }].flatMap(({ where, text }) =>
      findPersonalData(text, names).map(({ kind, found, around }) => `${where}: ${kind} ${found} in …${around}…`),
    );
  }
}
