#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { countRound, explain, findRuleset, freezeElectorate, pivotDoors, rulesets } from '../dist/index.js';

const usage = `jiati-rules decide <round.json | ->   count a round; the answer is JSON on standard output
jiati-rules rulesets                  list the rules that are shipped

round.json: { "ruleset": { "id": "cn-278-7", "version": 1 } or a whole ruleset,
              "households": the roll [{ householdId, areaDm2, owners: [{ ownerId }] }]
              or "electorate": the frozen list [{ householdId, headKey, areaDm2 }],
              "ballots": [{ householdId, choice: "for" | "against" | "abstain" }],
              "phase": "open" | "closed" }

exit code: 0 counted, 1 the input is refused (the problems are printed, with the field), 2 not understood
`;

/** Chains results: the first refusal is the answer. */
function then(result, next) {
  return result.ok ? next(result.value) : result;
}

function decideRound(round) {
  const { ruleset, households, electorate, ballots, phase } = round;
  const wanted =
    ruleset?.gates === undefined ? findRuleset(ruleset?.id, ruleset?.version) : { ok: true, value: ruleset };
  return then(wanted, (rule) =>
    then(households === undefined ? { ok: true, value: electorate } : freezeElectorate(households), (entitled) =>
      then(countRound(rule, entitled, ballots, { phase }), (counted) =>
        then(pivotDoors(rule, entitled, ballots), (doors) => ({
          ok: true,
          value: { ...counted, pivotDoors: doors, explanations: explain(counted.decision) },
        })),
      ),
    ),
  );
}

function readRound(path) {
  try {
    const round = JSON.parse(readFileSync(path === '-' ? 0 : path, 'utf8'));
    if (typeof round === 'object' && round !== null) return round;
    process.stderr.write('jiati-rules: the round must be a JSON object\n');
  } catch (error) {
    process.stderr.write(`jiati-rules: ${error.message}\n`);
  }
  return null;
}

function main([command, path]) {
  if (command === 'rulesets') {
    const lines = rulesets.map(({ id, version, verified, name }) => [
      id,
      version,
      verified ? 'verified' : 'unverified',
      name,
    ]);
    process.stdout.write(`${lines.map((line) => line.join('\t')).join('\n')}\n`);
    return 0;
  }
  if (command !== 'decide' || path === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const round = readRound(path);
  if (round === null) return 2;
  const result = decideRound(round);
  process.stdout.write(`${JSON.stringify(result.ok ? result.value : { problems: result.problems }, null, 2)}\n`);
  return result.ok ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
