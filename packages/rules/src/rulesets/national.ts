import { usualEvidence } from '../evidence.ts';
import type { Citation, Ruleset } from '../ruleset.ts';
import { usuallyWhileOpen } from '../while-open.ts';
import { approval, everybody, moreThanHalf, quorum, threeQuarters, twoThirds } from './gates.ts';

const article278: Citation = { document: '中华人民共和国民法典', article: '第二百七十八条' };
const regulation12: Citation = { document: '物业管理条例（2018年修正）', article: '第十二条' };

/** What the Civil Code leaves open, in one place. */
const nationalDefaults = {
  version: 1,
  jurisdiction: '全国',
  archived: false,
  inForceUntil: null,
  scopes: ['stairwell', 'building', 'estate'],
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

/** 民法典 art. 278 items (六)–(八), named (七) for the lift: two thirds take part, three quarters of those agree. */
export const civilCode278Rebuilding: Ruleset = {
  ...nationalDefaults,
  id: 'cn-278-7',
  name: '民法典第278条第（七）项：改建、重建建筑物及其附属设施',
  document: article278.document,
  documentNo: null,
  article: '第二百七十八条第一款第（七）项、第二款',
  verified: true,
  inForceFrom: '2021-01-01',
  gates: [...quorum(twoThirds, article278), ...approval(threeQuarters, 'participants', article278)],
};

/** 民法典 art. 278, other items: two thirds take part, more than half of those agree. */
export const civilCode278Majority: Ruleset = {
  ...nationalDefaults,
  id: 'cn-278-majority',
  name: '民法典第278条：其他事项（过半数）',
  document: article278.document,
  documentNo: null,
  article: '第二百七十八条第二款',
  verified: true,
  inForceFrom: '2021-01-01',
  gates: [...quorum(twoThirds, article278), ...approval(moreThanHalf, 'participants', article278)],
};

/** Before 2021: two thirds of all owners and of all area agree. Kept to read old records. */
export const twoThirdsOfAll2018: Ruleset = {
  ...nationalDefaults,
  id: 'cn-2018-two-thirds-of-all',
  name: '2021年以前：全体业主三分之二以上同意',
  document: regulation12.document,
  documentNo: null,
  article: regulation12.article,
  verified: true,
  archived: true,
  inForceFrom: null,
  inForceUntil: '2020-12-31',
  gates: approval(twoThirds, 'electorate', regulation12),
};

/** Everybody agrees. No law asks for it; many stairwells strive for it, and the sheet can show it beside the legal rule. */
export const unanimous: Ruleset = {
  ...nationalDefaults,
  id: 'unanimous',
  name: '全体同意（自愿标准，法律不要求）',
  document: '邻里自愿标准',
  documentNo: null,
  article: '无',
  verified: false,
  inForceFrom: null,
  gates: approval(everybody, 'electorate', { document: '邻里自愿标准', article: '无' }),
};
