import { usualEvidence } from '../evidence.ts';
import type { Citation, NoticePeriod, Ruleset } from '../ruleset.ts';
import { usuallyWhileOpen } from '../while-open.ts';
import { approval, moreThanHalf, quorum, threeQuarters, twoThirds } from './gates.ts';

const notice801: Citation = { document: '沪建房管联〔2020〕801号', article: '条号待核实' };
const notice749: Citation = { document: '沪建房管联〔2019〕749号', article: '条号待核实' };
const postedNotice: Citation = { document: '浦东新区规划设计方案公示（2022年、2023年实例）', article: '公示正文' };

/**
 * The scheme hangs for ten natural days and letters may follow for seven more. The posted notices counted the first day in,
 * unlike art. 201 of the Civil Code, so this is said here and not assumed.
 */
const shanghaiNotices: NoticePeriod[] = [
  { what: 'scheme', days: 10, counting: 'natural', firstDay: 'same_day', citation: postedNotice },
  { what: 'letters_of_objection', days: 7, counting: 'natural', firstDay: 'next_day', citation: postedNotice },
];

/** Seen as copies of the notices, so nothing here is verified until an office confirms it. */
const shanghaiDefaults = {
  version: 1,
  jurisdiction: '上海市',
  verified: false,
  abstaining: 'takes_part_without_agreeing',
  silence: 'never_agreement',
  objections: 'mediated',
  notices: shanghaiNotices,
  proxyCap: null,
  electronicBallots: 'preparatory',
  leastEvidence: usualEvidence,
  whileOpen: usuallyWhileOpen,
  mustConsent: [],
  changeOfMind: 'until_close',
  publicHousing: 'title_holder',
} as const;

const in2020 = {
  document: notice801.document,
  documentNo: notice801.document,
  archived: false,
  inForceFrom: '2021-01-01',
  inForceUntil: null,
};

const in2019 = {
  document: notice749.document,
  documentNo: notice749.document,
  archived: true,
  inForceFrom: null,
  inForceUntil: '2020-12-31',
};

/** 801号, first tier: the owners of the building (楼幢). If common land of the estate is taken, the second tier must pass too. */
export const shanghai801Building: Ruleset = {
  ...shanghaiDefaults,
  ...in2020,
  id: 'sh-2020-801-building',
  name: '上海801号（一）：所在楼幢全体业主',
  article: notice801.article,
  scopes: ['building'],
  gates: [...quorum(twoThirds, notice801), ...approval(threeQuarters, 'participants', notice801)],
  linkedMotions: [{ when: 'estate_common_land_used', rulesetId: 'sh-2020-801-estate', rulesetVersion: 1 }],
};

/** 801号, second tier: all owners of the estate, where the lift takes common land. */
export const shanghai801Estate: Ruleset = {
  ...shanghaiDefaults,
  ...in2020,
  id: 'sh-2020-801-estate',
  name: '上海801号（二）：占用小区共有部分时，小区全体业主',
  article: notice801.article,
  scopes: ['estate'],
  gates: [...quorum(twoThirds, notice801), ...approval(moreThanHalf, 'participants', notice801)],
  linkedMotions: [],
};

/** 749号: two thirds of the building's owners, the single veto gone. Archived. */
export const shanghai749Building: Ruleset = {
  ...shanghaiDefaults,
  ...in2019,
  id: 'sh-2019-749-building',
  name: '上海749号（一）：本楼幢三分之二',
  article: notice749.article,
  scopes: ['building'],
  gates: approval(twoThirds, 'electorate', notice749),
  linkedMotions: [{ when: 'estate_common_land_used', rulesetId: 'sh-2019-749-estate', rulesetVersion: 1 }],
};

/** 749号: half of the estate's owners where common land is taken; read as more than half. Archived. */
export const shanghai749Estate: Ruleset = {
  ...shanghaiDefaults,
  ...in2019,
  id: 'sh-2019-749-estate',
  name: '上海749号（二）：小区二分之一',
  article: notice749.article,
  scopes: ['estate'],
  gates: approval(moreThanHalf, 'electorate', notice749),
  linkedMotions: [],
};
