import { startPostgres } from './start-postgres.ts';

// A server to work against by hand: `node --import @swc-node/register/esm-register postgres/serve.ts <folder>`.
const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('Name the data folder: serve.ts <folder>');
const server = await startPostgres({ dataDir });
console.log(server.url);
const idle = setInterval(() => undefined, 60_000);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    clearInterval(idle);
    void server.stop();
  });
}
