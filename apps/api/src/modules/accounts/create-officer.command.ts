import { parseArgs } from 'node:util';
import type { Command } from '../../platform/commands';
import { CreateOfficer } from './create-officer';

/** `create-officer --username wang --name 王主任`: prints the password once. */
export const createOfficerCommand: Command = {
  name: 'create-officer',
  usage:
    '--username <username> --name <name>   makes an officer (or a new password for one) and prints the password once',
  async run(app, args) {
    const { values } = parseArgs({ args, options: { username: { type: 'string' }, name: { type: 'string' } } });
    const { password } = await app
      .get(CreateOfficer)
      .execute({ username: values.username ?? '', displayName: values.name ?? '' });
    process.stdout.write(`${JSON.stringify({ username: values.username, password })}\n`);
  },
};
