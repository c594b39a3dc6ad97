import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { AppConfig } from './app-config';
import { gatewayNames, gatewayProblems } from './gateway-config';
import { serverWeaknesses } from './server-weaknesses';

/**
 * Reads and checks the environment.
 * @param environment usually `process.env`; empty strings count as absent
 * @param purpose a `server` is also refused what is weak, outside the demo
 * @throws Error naming everything that is wrong, in one message and without a value
 */
export function readConfig(
  environment: Record<string, string | undefined> = process.env,
  purpose: 'command' | 'server' = 'command',
): AppConfig {
  const known = Object.keys(Object.assign(new AppConfig(), optionalNames));
  const given = Object.fromEntries(known.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
  const config = plainToInstance(AppConfig, given, { exposeDefaultValues: true });
  const problems = validateSync(config, { skipMissingProperties: false });
  const reasons = [
    ...problems.flatMap((problem) => Object.values(problem.constraints ?? {})),
    ...(problems.some(({ property }) => property.endsWith('_API_URL')) ? [] : gatewayProblems(config)),
    ...(purpose === 'server' ? serverWeaknesses(config, given) : []),
  ];
  if (reasons.length > 0) throw new Error(`The environment is not usable: ${reasons.join('; ')}`);
  return config;
}

/**
 * The same for a server, which also refuses what is weak: see `serverWeaknesses`.
 * @throws Error naming everything that is wrong
 */
export function readServerConfig(environment: Record<string, string | undefined> = process.env): AppConfig {
  return readConfig(environment, 'server');
}

const optionalNames = {
  ...gatewayNames,
  DATABASE_URL: '',
  MIGRATION_DATABASE_URL: '',
  PUBLIC_URL: '',
  H5_DIR: '',
  OFFICE_DIR: '',
  VERIFY_DIR: '',
  JIATI_DEMO_PASSWORD: '',
  DATA_KEY: '',
  DATA_KEY_PREVIOUS: '',
};
