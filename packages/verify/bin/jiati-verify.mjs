#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { reportSentences, verifyBundle } from '../dist/index.js';

const usage = `jiati-verify [older.json] <bundle.json | -> [--receipt CODE] [--head 18:3f2a01b1]

核对一轮表决的公开包：记录链、名单、规则、每一票、计票和结果。只需要公开包本身。
  给两份时，前一份是以前保存的：后一份必须从它一条不差地接下去；也可以写成 --older older.json
  --receipt  回执编号：找到自己的那一票
  --head     海报或计票表上的校验码，前 8 位或全部；前面可以写第几条和冒号

退出码：0 没有发现问题，1 有对不上的地方，2 没看懂命令
`;

function readJson(path) {
  return JSON.parse(readFileSync(path === '-' ? 0 : path, 'utf8'));
}

async function main(args) {
  let asked;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { older: { type: 'string' }, receipt: { type: 'string' }, head: { type: 'string' } },
    });
    const [bundle, older = values.older, tooMany] = positionals.reverse();
    if (bundle === undefined || tooMany !== undefined) throw new Error('one bundle, or an older and a newer one');
    asked = {
      bundle: readJson(bundle),
      inHand: {
        ...(older === undefined ? {} : { olderBundle: readJson(older) }),
        ...(values.receipt === undefined ? {} : { receipt: values.receipt }),
        ...(values.head === undefined ? {} : { postedHead: values.head }),
      },
    };
  } catch (error) {
    process.stderr.write(`jiati-verify: ${error.message}\n\n${usage}`);
    return 2;
  }
  const seen = await verifyBundle(asked.bundle, asked.inHand);
  process.stdout.write(`${reportSentences(seen).join('\n')}\n`);
  return seen.ok ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
