import { parseArgs } from 'node:util';
import type { Command } from '../../platform/commands';
import { CreateOfficer } from './create-officer';

/** `create-officer --username wang --name 王主任 --town 莘园镇 --neighbourhood 春晓居民区`: prints the password once. */
export const createOfficerCommand: Command = {
  name: 'create-officer',
  usage:
    '--username <username> --name <name> --town <name> --neighbourhood <name>   makes an officer (or a new password for one) and prints the password once',
  async run(app, args) {
    const { values } = parseArgs({
      args,
      options: {
        username: { type: 'string', default: '' },
        name: { type: 'string', default: '' },
        town: { type: 'string', default: '' },
        neighbourhood: { type: 'string', default: '' },
      },
    });
    const { username, name: displayName, town, neighbourhood } = values;
    const { password } = await app.get(CreateOfficer).execute({ username, displayName, town, neighbourhood });
    process.stdout.write(`${JSON.stringify({ username, password })}\n`);
  },
};

/** `create-operator --username ops --name 系统管理员`: who makes all other accounts in the office. Prints the password once. */
export const createOperatorCommand: Command = {
  name: 'create-operator',
  usage:
    '--username <username> --name <name>   makes an operator (or a new password for one) and prints the password once',
  async run(app, args) {
    const { values } = parseArgs({
      args,
      options: { username: { type: 'string', default: '' }, name: { type: 'string', default: '' } },
    });
    const { username, name: displayName } = values;
    const { password } = await app.get(CreateOfficer).execute({ role: 'operator', username, displayName });
    process.stdout.write(`${JSON.stringify({ username, password })}\n`);
  },
};
