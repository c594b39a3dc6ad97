import { scratchSystem } from '../../../tools/start/index.ts';

/** The whole system with the demo's neighbours, for as long as whoever started this keeps our input open. */
const system = await scratchSystem({ demo: true, env: { H5_DIR: '', OFFICE_DIR: '', VERIFY_DIR: '' } });
process.stdout.write(`${JSON.stringify({ url: system.url, wechatUrl: system.wechat?.url })}\n`);
process.stdin.resume();
await new Promise((resolve) => process.stdin.once('close', resolve));
await system.stop();
process.exit(0);
