import { startPostgres } from './start-postgres.ts';

// A server to work against by hand: `node --import @swc-node/register/esm-register postgres/serve.ts <folder> [port]`.
const [dataDir, port] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('Name the data folder: serve.ts <folder> [port]');
const server = await startPostgres({ dataDir, port: port === undefined ? undefined : Number(port) });
console.log(server.url);
const idle = setInterval(() => undefined, 60_000);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    clearInterval(idle);
    void server.stop();
  });
}
