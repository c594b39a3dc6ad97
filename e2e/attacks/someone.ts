import { readFileSync } from 'node:fs';
import { isPlanted } from './markup.ts';

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  enum?: string[];
  format?: string;
  pattern?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
}
interface Operation {
  operationId: string;
  requestBody?: { content: Record<string, { schema: Schema }> };
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const document = JSON.parse(
  readFileSync(new URL('../../apps/api/openapi.json', `file://${__filename}`), 'utf8'),
) as Document;

function resolved(schema: Schema): Schema {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  return reference ? document.components.schemas[reference.split('/').pop()!]! : schema;
}

/** `note`, `newOwnerNames`, `signature.typedName`: the fields of a body that take any text. */
function freeTexts(schema: Schema, where = ''): string[] {
  const shape = resolved(schema);
  if (shape.type === 'array') return freeTexts(shape.items!, where);
  if (shape.properties) {
    return Object.entries(shape.properties).flatMap(([name, member]) =>
      freeTexts(member, where ? `${where}.${name}` : name),
    );
  }
  const isText = shape.format === undefined || shape.format === 'line';
  return shape.type === 'string' && isText && !shape.enum && !shape.pattern ? [where] : [];
}

/** Every field of the API that takes any text, as `operationId field`. */
export const allFreeTexts = (): string[] =>
  Object.values(document.paths)
    .flatMap((operations) => Object.values(operations))
    .flatMap(({ operationId, requestBody }) =>
      Object.values(requestBody?.content ?? {}).flatMap(({ schema }) =>
        freeTexts(schema).map((field) => `${operationId} ${field}`),
      ),
    );

function operationOf(method: string, path: string): string {
  const found = Object.entries(document.paths).find(
    ([template, operations]) =>
      method.toLowerCase() in operations && new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  if (!found) throw new Error(`${method} ${path} is no operation`);
  return found[1][method.toLowerCase()]!.operationId;
}

function plantedIn(value: unknown, where = ''): string[] {
  if (isPlanted(value)) return [where];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    plantedIn(member, Array.isArray(value) ? where : where ? `${where}.${name}` : name),
  );
}

/** Whatever the API answers; each step picks what it needs of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answered = any;

/** Somebody with a browser of their own, speaking to the API; keeps note of the fields they planted something in. */
export class Someone {
  /** Shared by everybody. */
  static readonly planted = new Set<string>();
  private cookie = '';

  constructor(
    readonly url: string,
    readonly client: 'h5' | 'office',
  ) {}

  get = (path: string) => this.ask('GET', path);
  post = (path: string, body?: object | FormData) => this.ask('POST', path, body);
  put = (path: string, body?: object) => this.ask('PUT', path, body);
  patch = (path: string, body?: object) => this.ask('PATCH', path, body);

  /** The session's cookie, for a real browser. */
  get sessionCookie(): { name: string; value: string; url: string } {
    const [name = '', value = ''] = this.cookie.split('=');
    return { name, value, url: this.url };
  }

  private async ask(method: string, path: string, body?: object | FormData): Promise<Answered> {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${this.url}/api${path}`, {
      method,
      headers: {
        'x-jiati-client': this.client,
        'user-agent': 'Mozilla/5.0 (Linux; Android 14; <img src=x onerror=ran()>) Chrome/120.0',
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    const given = answer.headers.getSetCookie()[0];
    if (given) this.cookie = given.split(';')[0]!;
    const sent = isForm ? Object.fromEntries(body.entries()) : body;
    const operation = operationOf(method, `/api${path.split('?')[0]}`);
    for (const field of plantedIn(sent)) Someone.planted.add(`${operation} ${field}`);
    return text ? JSON.parse(text) : undefined;
  }
}
