import type { Check } from '@jiati/rules';
import { postedSentence, stamp } from '../src/copy/in-hand.ts';
import { findingSentence, type CountedDoor, type Verification } from '../src/index.ts';
import { whatIsWrong, whatItMeans } from './copy/meaning.ts';
import { copy, doorWords, gateWords, placeOf, receiptFacts, receiptHeadline, shortHead } from './copy/words.ts';
import { el } from './elements.ts';

/**
 * Everything that was seen, the sentence that matters first.
 * @param what which bundle it was, for whoever reads the printed page later
 */
export function resultOf(seen: Verification, what: string): HTMLElement[] {
  return [
    el('h2', { id: 'result-title', tabIndex: -1 }, copy.resultTitle),
    el('p', { className: 'place' }, placeOf(seen)),
    verdictOf(seen),
    ...(seen.receipt ? [receiptOf(seen.receipt)] : []),
    ...(seen.about ? [chainOf(seen), tallyOf(seen), doorsOf(seen)] : []),
    el('p', { className: 'hint' }, copy.checkedAt(stamp(new Date().toISOString()), what)),
    el('button', { type: 'button', className: 'secondary no-print', onclick: () => window.print() }, copy.print),
  ];
}

function verdictOf(seen: Verification): HTMLElement {
  const { ok, findings } = seen;
  if (ok) {
    return el(
      'div',
      { className: 'notice good' },
      el('p', { className: 'strong' }, copy.good),
      el('ul', {}, ...whatItMeans(seen).map((sentence) => el('li', {}, sentence))),
    );
  }
  const { title, meaning, toDo } = whatIsWrong(findings);
  return el(
    'div',
    { className: 'notice problem' },
    el('p', { className: 'strong' }, title),
    el('ul', {}, ...findings.map((finding) => el('li', {}, findingSentence(finding)))),
    el('p', {}, meaning),
    el('p', {}, toDo),
  );
}

function receiptOf(receipt: NonNullable<Verification['receipt']>): HTMLElement {
  return card(
    copy.receiptTitle,
    el('p', { className: 'strong' }, receiptHeadline(receipt)),
    facts(receiptFacts(receipt)),
  );
}

function chainOf({ chain, ballotCount, findings, older, posted }: Verification): HTMLElement {
  const isBroken = findings.some(({ code }) => code === 'chain_broken' || code === 'out_of_order');
  return card(
    copy.chainTitle,
    el('p', { className: 'hint' }, copy.chainHint),
    el('p', {}, `${copy.chain(chain.count, ballotCount)}${isBroken ? copy.chainBroken : copy.chainWhole}`),
    ...(older ? [el('p', {}, copy.older(older.count))] : []),
    ...(posted ? [el('p', {}, postedSentence(posted))] : []),
    ...(chain.head === null ? [] : headOf(chain.head)),
  );
}

function headOf(head: string): HTMLElement[] {
  return [
    el('p', {}, copy.head, el('strong', { className: 'head' }, shortHead(head))),
    el('p', { className: 'hint' }, copy.keepHead),
    el('p', { className: 'hint whole-head' }, copy.wholeHead, head),
  ];
}

function tallyOf({ decision, findings }: Verification): HTMLElement {
  if (decision === null) return card(copy.tallyTitle, el('p', {}, copy.sealed));
  const differs = findings.some(({ code }) => ['tally_differs', 'verdict_differs', 'decision_differs'].includes(code));
  return card(
    copy.tallyTitle,
    el('p', { className: 'strong' }, copy.verdict(decision.verdict)),
    el('p', {}, differs ? copy.notAsAnnounced : copy.sameAsAnnounced),
    el('p', { className: 'hint' }, copy.gatesHint),
    el('ul', { className: 'gates' }, ...decision.checks.map(gateOf)),
  );
}

function gateOf(check: Check): HTMLElement {
  const { title, figure, needed, outcome } = gateWords(check);
  const fill = el('div', { className: 'fill' });
  fill.style.width = `${check.whole > 0 ? (100 * check.part) / check.whole : 0}%`;
  const tick = el('div', { className: 'tick' });
  tick.style.left = `${check.whole > 0 ? Math.min(100, (100 * check.required) / check.whole) : 0}%`;
  const bar = el('div', { className: 'bar' }, fill, tick);
  bar.setAttribute('aria-hidden', 'true');
  return el(
    'li',
    {},
    el('p', {}, title),
    el('p', { className: 'figure' }, figure),
    bar,
    el('p', {}, `${needed}，${outcome}。`),
  );
}

function doorsOf({ doors, decision }: Verification): HTMLElement {
  const stairwells = new Map<string, CountedDoor[]>();
  for (const door of doors) {
    const name = `${door.buildingName} ${door.stairwellName}`;
    stairwells.set(name, [...(stairwells.get(name) ?? []), door]);
  }
  const tables = [...stairwells].map(([name, rows]) => tableOf(name, rows, decision !== null));
  return card(copy.doorsTitle, el('p', { className: 'hint' }, copy.doorsHint), ...tables);
}

function tableOf(name: string, doors: CountedDoor[], isAnnounced: boolean): HTMLElement {
  const heads = copy.columns.map((column) => el('th', { scope: 'col' }, column));
  const rows = [...doors]
    .sort((a, b) => a.roomNo.localeCompare(b.roomNo, 'zh-CN', { numeric: true }))
    .map((door) => {
      const [roomNo = '', ...cells] = doorWords(door, isAnnounced);
      return el('tr', {}, el('th', { scope: 'row' }, roomNo), ...cells.map((cell) => el('td', {}, cell)));
    });
  const table = el(
    'table',
    {},
    el('caption', {}, name),
    el('thead', {}, el('tr', {}, ...heads)),
    el('tbody', {}, ...rows),
  );
  // Where letters are very large the table is wider than the screen, and the keyboard has to reach it.
  const wide = el('div', { className: 'wide', tabIndex: 0 }, table);
  wide.setAttribute('role', 'region');
  wide.setAttribute('aria-label', name);
  return wide;
}

function facts(pairs: [string, string][]): HTMLElement {
  return el('dl', {}, ...pairs.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

function card(title: string, ...content: Node[]): HTMLElement {
  return el('section', { className: 'card' }, el('h3', {}, title), ...content);
}
