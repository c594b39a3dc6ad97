import { parseArgs } from 'node:util';
import type { Command } from '../commands';
import { SETTLE_SECONDS } from './data-keys';
import { RotateKeys } from './rotate-keys';

/** `rotate-keys [--data]`: changes the envelope key, or also the data key. The servers go on meanwhile. */
export const rotateKeysCommand: Command = {
  name: 'rotate-keys',
  usage:
    '[--data]   wraps the keys of the sealed columns under DATA_KEY (the old one in DATA_KEY_PREVIOUS); with --data also seals every column under a new data key',
  asOwner: true,
  async run(app, args) {
    const { values } = parseArgs({ args, options: { data: { type: 'boolean', default: false } } });
    const rotation = app.get(RotateKeys);
    const { rewrapped, keys } = await rotation.rewrap();
    say(`${keys} keys, ${rewrapped} of them wrapped anew: all stand under DATA_KEY now`);
    if (!values.data) return;
    say(`waiting up to ${SETTLE_SECONDS} s until every server has read the new data key …`);
    const { dataKeyId, isNew, rows, unreadable, retired } = await rotation.reseal();
    say(isNew ? `data key ${dataKeyId} made` : `went on with data key ${dataKeyId} of an earlier run`);
    for (const [column, count] of Object.entries(rows)) say(`${column}: ${count} sealed anew`);
    if (unreadable.length > 0) {
      const named = unreadable.slice(0, 20).join('\n');
      throw new Error(`${unreadable.length} values do not open and were left; the old key stays in use:\n${named}`);
    }
    say(retired.length > 0 ? `retired: data key ${retired.join(', ')}` : 'the old key is still in use: run this again');
  },
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
