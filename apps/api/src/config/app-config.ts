import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min } from 'class-validator';
import { randomBytes } from 'node:crypto';
import { GatewayConfig } from './gateway-config';

const flag = () => Transform(({ value }) => value === true || value === '1' || value === 'true');
/** Exactly 32 bytes in base64: 43 characters and the padding. The message must not repeat the value. */
const isKey = (name: string) =>
  Matches(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, { message: `${name} must be 32 random bytes in base64` });

/**
 * Everything the environment may decide, checked once at start. This folder is the only reader of `process.env`;
 * everyone else receives an `AppConfig`. See `.env.example` for the same list in words.
 */
export class AppConfig extends GatewayConfig {
  /** postgres://user:password@host:port/database, as a role that owns nothing */
  @IsUrl({ protocols: ['postgres', 'postgresql'], require_tld: false, require_host: false })
  DATABASE_URL!: string;

  /** The same database as whoever owns its tables: for `migrate` and the other commands that change the schema. */
  @IsOptional()
  @IsUrl({ protocols: ['postgres', 'postgresql'], require_tld: false, require_host: false })
  MIGRATION_DATABASE_URL?: string;

  /** Connections this process may hold, beside the few of `Statements`. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  DATABASE_POOL_SIZE = 10;

  @IsString()
  HOST = '127.0.0.1';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 4780;

  /** Where neighbours reach this server; links on posters and in messages start with it. */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'] })
  PUBLIC_URL?: string;

  /** Folder of the built H5 app, served at `/`. */
  @IsOptional()
  @IsString()
  H5_DIR?: string;

  /** Folder of the built office console, served at `/office/`. */
  @IsOptional()
  @IsString()
  OFFICE_DIR?: string;

  /** Folder of the built page that checks a public bundle, served at `/verify/`. */
  @IsOptional()
  @IsString()
  VERIFY_DIR?: string;

  /** The demo's page of people, slips and phone codes. Never on with real neighbours' names. */
  @flag()
  @IsBoolean()
  JIATI_DEMO = false;

  /** Password of the demo officers; only read when the demo is on. */
  @IsOptional()
  @IsString()
  JIATI_DEMO_PASSWORD?: string;

  /**
   * How many reverse proxies of ours stand before this server, each on this machine or in a private network. So many
   * addresses at the end of X-Forwarded-For are believed; what a client wrote before them is not.
   */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(8)
  TRUSTED_HOPS = 0;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL = 'info';

  /** Keys the digests of phone codes and of who tried what. Without one, codes sent before a restart are void. */
  @IsString()
  SECRET_KEY: string = randomBytes(32).toString('base64');

  /**
   * The envelope key: unwraps the keys in `data_keys` that seal telephones and document numbers. Without it they are
   * lost, so it is never made up here.
   */
  @isKey('DATA_KEY')
  DATA_KEY!: string;

  /** The envelope key before this one, while the keys are still wrapped under it: until `rotate-keys` has been run. */
  @IsOptional()
  @isKey('DATA_KEY_PREVIOUS')
  DATA_KEY_PREVIOUS?: string;

  /** Counts and walks every round at three in the morning, in the demo also after a start. */
  @flag()
  @IsBoolean()
  NIGHTLY_CHECK = true;

  /** How long a stopping server still answers requests that are under way, in milliseconds. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(120_000)
  SHUTDOWN_DEADLINE_MS = 10_000;
}
