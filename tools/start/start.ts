import { nextFreePort } from '../postgres/index.ts';
import { startApi } from './api-process.ts';
import { ensureAllBuilt } from './build.ts';
import { openDatabase } from './database.ts';
import { keepRunning } from './keep-running.ts';
import { keepPostgres } from './kept-postgres.ts';
import { prepareServer } from './server-environment.ts';
import { step } from './step.ts';
import { runUntilStopped, type Closing } from './until-stopped.ts';
import { wechatForDemo } from './wechat-for-demo.ts';
import { welcome } from './welcome.ts';

/**
 * `npm start`: builds what is stale, starts database and server, prints the way in, and stays until it is stopped.
 * Either of them that ends by itself is started again.
 */
export async function start(): Promise<void> {
  await runUntilStopped(async (closing) => {
    await ensureAllBuilt(['h5', 'api', 'office', 'verifyPage']);
    console.log(await welcome(await serve(closing)));
    await new Promise(() => undefined);
  });
}

async function serve(closing: Closing): Promise<string> {
  const database = await openDatabase();
  closing.add('数据库', (database.server && keepPostgres(database.server))?.stop ?? database.stop);
  console.log(`  ${database.description}`);
  const prepared = await prepareServer(database);
  const wechat = await wechatForDemo(prepared);
  closing.add('微信替身', wechat.stop);
  const env = { ...prepared, ...wechat.env };

  const host = process.env.HOST || undefined;
  const wanted = Number(process.env.PORT || 4780);
  const port = await nextFreePort(wanted, host);
  if (port !== wanted) console.log(`  端口 ${wanted} 已被别的程序占用，改用 ${port}。要指定端口：PORT=5000 npm start`);
  const startAt = (signal?: AbortSignal) =>
    startApi({ databaseUrl: database.url, port, host, env, log: 'inherit', signal });
  const api = await step('启动服务', () => startAt());
  closing.add('服务', keepRunning('服务', api, startAt).stop);
  return api.url;
}
