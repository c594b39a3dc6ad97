import { usualEvidence } from '../evidence.ts';
import type { Citation, Ruleset } from '../ruleset.ts';
import { usuallyWhileOpen } from '../while-open.ts';
import { approval, noObjection, quorum, threeQuarters, twoThirds } from './gates.ts';

const toBeConfirmed = '条号待核实';
const hangzhou: Citation = { document: '杭州市老旧小区住宅加装电梯管理办法', article: toBeConfirmed };
const ningbo: Citation = { document: '宁波市加装电梯规定（文件名待核实）', article: toBeConfirmed };
const guangzhou: Citation = { document: '广州市既有住宅增设电梯办法（2025年）', article: toBeConfirmed };
const beijing: Citation = { document: '京建发〔2020〕100号手册', article: toBeConfirmed };
const jinan: Citation = { document: '济南市既有多层住宅增设电梯规定（2019年）', article: toBeConfirmed };

/** Known from reports and copies only: not verified, and whatever the reports do not say is left open. */
const drafts = {
  version: 1,
  documentNo: null,
  verified: false,
  archived: false,
  inForceFrom: null,
  inForceUntil: null,
  abstaining: 'takes_part_without_agreeing',
  silence: 'never_agreement',
  objections: 'not_stated',
  notices: [],
  proxyCap: null,
  electronicBallots: 'preparatory',
  leastEvidence: usualEvidence,
  whileOpen: usuallyWhileOpen,
  mustConsent: [],
  linkedMotions: [],
  changeOfMind: 'until_close',
  publicHousing: 'title_holder',
} as const;

/** Hangzhou, from 2021-04-01: the stairwell; 2/3 take part, 3/4 of those agree; then the project agreement is signed. */
export const hangzhou2021: Ruleset = {
  ...drafts,
  id: 'hz-2021',
  name: '杭州：所在单元',
  jurisdiction: '杭州市',
  document: hangzhou.document,
  article: hangzhou.article,
  inForceFrom: '2021-04-01',
  scopes: ['stairwell'],
  gates: [...quorum(twoThirds, hangzhou), ...approval(threeQuarters, 'participants', hangzhou)],
  objections: 'mediated',
};

/** Ningbo: stairwell, building or estate; 2/3 take part, 3/4 of those agree. */
export const ningboLift: Ruleset = {
  ...drafts,
  id: 'nb-lift',
  name: '宁波：单元、幢或小区',
  jurisdiction: '宁波市',
  document: ningbo.document,
  article: ningbo.article,
  scopes: ['stairwell', 'building', 'estate'],
  gates: [...quorum(twoThirds, ningbo), ...approval(threeQuarters, 'participants', ningbo)],
  mustConsent: ['owners_whose_exclusive_part_is_used'],
};

/** Guangzhou, from 2025-06-19: stairwell or building, at the thresholds of the Civil Code. */
export const guangzhou2025: Ruleset = {
  ...drafts,
  id: 'gz-2025',
  name: '广州2025：本单元或本幢',
  jurisdiction: '广州市',
  document: guangzhou.document,
  article: guangzhou.article,
  inForceFrom: '2025-06-19',
  scopes: ['stairwell', 'building'],
  gates: [...quorum(twoThirds, guangzhou), ...approval(threeQuarters, 'participants', guangzhou)],
  objections: 'mediated',
  mustConsent: ['owners_whose_exclusive_part_is_used'],
};

/** Beijing, 2020 manual: the stairwell; 2/3 agree and nobody else is against. Posted for at least seven days. */
export const beijing2020: Ruleset = {
  ...drafts,
  id: 'bj-2020-100',
  name: '北京2020：本单元三分之二同意，且其他业主不持反对意见',
  jurisdiction: '北京市',
  document: beijing.document,
  documentNo: '京建发〔2020〕100号',
  article: beijing.article,
  scopes: ['stairwell'],
  gates: [...approval(twoThirds, 'electorate', beijing), noObjection(beijing)],
  objections: 'mediated',
  notices: [{ what: 'scheme', days: 7, counting: 'natural', firstDay: 'next_day', citation: beijing }],
};

/**
 * Jinan (莱芜 and 钢城 districts), 2019, read in full: two thirds of the stairwell agree in writing; posted for fifteen days in
 * the estate and in each stairwell; no objection in writing, or it is settled, before the papers are filed. Older than the
 * Civil Code, so it stays unverified until the office says which of the two it counts by.
 */
export const jinan2019: Ruleset = {
  ...drafts,
  id: 'jn-2019',
  name: '济南（莱芜、钢城）2019：本单元三分之二书面同意',
  jurisdiction: '济南市莱芜区、钢城区',
  document: jinan.document,
  article: jinan.article,
  scopes: ['stairwell'],
  gates: approval(twoThirds, 'electorate', jinan),
  objections: 'none_in_writing_or_settled_before_filing',
  notices: [{ what: 'scheme', days: 15, counting: 'natural', firstDay: 'next_day', citation: jinan }],
  mustConsent: ['owners_whose_exclusive_part_is_used'],
};
