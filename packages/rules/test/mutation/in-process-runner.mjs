import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Module from 'node:module';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { expect } from 'expect';

/*
 * A test runner for Stryker. The code under test is pure, so one process can load the specs once and run them again for every
 * mutant: thousands of mutants take minutes, where a jest of its own for each takes hours. It knows just the part of jest
 * the specs use, and runs the quickest tests first.
 */

/** These start processes, measure time or compare with a file; they are about the package and not about the rules. */
const leftOut = ['package.spec.ts', 'rules-doc.spec.ts', 'pivot-doors.speed.spec.ts'];

const stryker = (globalThis.__stryker__ ??= {});

/** A spec in TypeScript becomes CommonJS when it is required. */
function requireTypeScript() {
  Module._extensions['.ts'] = (module, filename) => {
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      swcrc: false,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    });
    module._compile(code, filename);
  };
  return createRequire(join(process.cwd(), 'test/'));
}

/** Fills jest's `%s %d %j` and `$field` into the title of a table's row. */
function titleOf(title, row, number) {
  const cells = Array.isArray(row) ? [...row] : [row];
  const filled = title.replace(/%[sdj]/g, () => String(cells.shift()));
  return `${filled.replace(/\$(\w+)/g, (_, field) => String(row?.[field]))} #${number}`;
}

/** The specs of the package as a list of tests `{ id, run }`. */
function collectTests() {
  const tests = [];
  const path = [];
  const test = (title, run) => tests.push({ id: [...path, title].join(' › '), run });
  test.each = (rows) => (title, run) =>
    rows.forEach((row, i) => test(titleOf(title, row, i), () => run(...(Array.isArray(row) ? row : [row]))));
  const describe = (title, body) => {
    path.push(title);
    body();
    path.pop();
  };
  Object.assign(globalThis, { test, describe, expect, RUNS_PERCENT: 5 });
  const require = requireTypeScript();
  const specs = readdirSync('test').filter((name) => name.endsWith('.spec.ts') && !leftOut.includes(name));
  for (const spec of specs) describe(spec, () => require(`./${spec}`));
  return tests;
}

/** The message of what a test threw, or nothing. */
function failureOf({ run }) {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

class InProcessRunner {
  capabilities() {
    return { reloadEnvironment: false };
  }

  init() {
    this.tests = collectTests();
  }

  dryRun() {
    const results = this.tests.map((test) => {
      stryker.currentTestId = test.id;
      const start = performance.now();
      const failureMessage = failureOf(test);
      test.timeSpentMs = performance.now() - start;
      const outcome = failureMessage === undefined ? { status: 0 } : { status: 1, failureMessage };
      return { id: test.id, name: test.id, timeSpentMs: test.timeSpentMs, ...outcome };
    });
    stryker.currentTestId = undefined;
    return { status: 'complete', tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  mutantRun({ activeMutant, testFilter, hitLimit }) {
    Object.assign(stryker, {
      activeMutant: activeMutant.id,
      hitCount: hitLimit === undefined ? undefined : 0,
      hitLimit,
    });
    const wanted = this.tests
      .filter(({ id }) => testFilter === undefined || testFilter.includes(id))
      .sort((a, b) => (a.timeSpentMs ?? 0) - (b.timeSpentMs ?? 0));
    let nrOfTests = 0;
    for (const test of wanted) {
      nrOfTests += 1;
      const failureMessage = failureOf(test);
      if (hitLimit !== undefined && stryker.hitCount > hitLimit) return { status: 'timeout', reason: 'runs for ever' };
      if (failureMessage !== undefined) return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
