import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A docstring, the decorators below it, and the method they belong to, as prettier lays them out in a class. */
const METHOD = /^ {2}\/\*\*([^*]*(?:\*(?!\/)[^*]*)*)\*\/\n(?: {2}@[^]*?\n)*? {2}(?:async )?(\w+)\(/gm;

/** What the controllers say of their methods, by the method's name, which is the operation's id. */
export function docstringsOfControllers(root: string): Map<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.controller.ts'),
  );
  const found = files.flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(METHOD)]);
  return new Map(found.map(([, comment = '', name = '']) => [name, textOf(comment)]));
}

function textOf(comment: string): string {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\* ?/, '').trim());
  return lines
    .filter((line) => !line.startsWith('@'))
    .join(' ')
    .trim();
}
