import { anEstate, aStairwell, type FixtureDoor, type FixtureEstate } from '@jiati/fixtures';

/** Telephones of the demo's people: from a range that is never issued. */
export const demoPhones = {
  xu: '19900009001',
  zhou: '19900009002',
  chen: '19900009003',
  /** Owns 601 and 602 of 1号楼 3号. */
  twoFlats: '19900000301',
  /** 2号楼 6号 201: has voted and may change it. */
  voted: '19900000602',
  /** 3号楼 7号 602: not signed in yet; the roll knows the telephone. */
  undecided: '19900000712',
  /** A tenant at 3号楼 7号 402: may read, not vote. */
  tenant: '19900000799',
  /** Has asked the office to check that 2号楼 6号 401 is hers. */
  waiting: '19900000698',
  /** 2号楼 6号 202: has not voted, and wants to be reminded by text message. */
  reminded: '19900000652',
} as const;

const authority = { name: '莘园房管所', kind: 'housing_authority' } as const;
const publicFlat = (tenantName: string): Partial<FixtureDoor> => ({
  tenure: 'public_rental',
  owner: authority,
  tenantName,
  phone: null,
  remark: '',
});
const person = (name: string, phone: string | null = null): Partial<FixtureDoor> => ({
  owner: { name, kind: 'person' },
  phone,
});

/** 1号楼 2号: twelve flats of 900.00 m² in all, where six in favour hold 449.99 of the 600.00 that took part. */
const hairsBreadth = (index: number): number => ({ 3: 7_501, 9: 7_499 })[index] ?? 7_500;

/** The rooms of 5号楼 14号 as the domain's worked example has them: 52.30 and 61.45 m², 682.50 in all. */
const workedExample = (index: number): number => (index % 2 === 0 ? 5_230 : 6_145);

/** 春晓苑 of 莘园镇, both made up: fourteen stairwells, each in another state. */
export const demoEstate: FixtureEstate = anEstate([
  aStairwell({ buildingName: '1号楼', stairwellName: '1号', firstPerson: 100 }),
  aStairwell({ buildingName: '1号楼', stairwellName: '2号', firstPerson: 112, areaDm2: hairsBreadth }),
  aStairwell({
    buildingName: '1号楼',
    stairwellName: '3号',
    firstPerson: 124,
    change: { '601': person('赵雅琴', demoPhones.twoFlats), '602': person('赵雅琴', demoPhones.twoFlats) },
  }),
  aStairwell({
    buildingName: '2号楼',
    stairwellName: '4号',
    firstPerson: 136,
    areaDm2: workedExample,
    change: { '102': publicFlat('周师傅'), '401': publicFlat('孙桂珍') },
  }),
  aStairwell({
    buildingName: '2号楼',
    stairwellName: '5号',
    firstPerson: 148,
    areaDm2: (index) => (index === 9 ? null : 5_866),
    change: { '502': { remark: '房本在子女处，面积待查' } },
  }),
  aStairwell({
    buildingName: '2号楼',
    stairwellName: '6号',
    firstPerson: 160,
    areaDm2: 6_420,
    change: {
      '201': person('陆志明', demoPhones.voted),
      '202': { phone: demoPhones.reminded },
      '302': person('姜㛃'),
      '501': { ...person('𠅤文斌'), coOwners: ['沈春梅'] },
    },
  }),
  aStairwell({
    buildingName: '3号楼',
    stairwellName: '7号',
    firstPerson: 172,
    change: { '602': person('沈玉珍', demoPhones.undecided) },
  }),
  aStairwell({ buildingName: '3号楼', stairwellName: '8号', firstPerson: 184, areaDm2: 7_210 }),
  aStairwell({
    buildingName: '3号楼',
    stairwellName: '9号',
    firstPerson: 196,
    doors: 18,
    doorsPerFloor: 3,
    areaDm2: (index) => [4_820, 5_675, 5_205][index % 3]!,
  }),
  aStairwell({ buildingName: '4号楼', stairwellName: '10号', firstPerson: 214, doors: 10, areaDm2: 8_035 }),
  aStairwell({ buildingName: '4号楼', stairwellName: '11号', firstPerson: 224, areaDm2: 6_655 }),
  aStairwell({ buildingName: '4号楼', stairwellName: '12号', firstPerson: 236, areaDm2: 6_870 }),
  aStairwell({ buildingName: '5号楼', stairwellName: '13号', firstPerson: 20, areaDm2: 9_140 }),
  aStairwell({
    buildingName: '5号楼',
    stairwellName: '14号',
    firstPerson: 40,
    areaDm2: workedExample,
    change: {
      '101': { ...person('陈阿宝'), remark: '产权人已故，继承未办，由老伴出面' },
      '102': { remark: '业主住在外区，房屋出租' },
      '202': publicFlat('周永康'),
      '301': { remark: '人在国外，妹妹有委托书' },
      '401': { remark: '业主未成年，母亲监护' },
      '402': { ...person('徐建国'), coOwners: ['潘丽华'] },
      '502': { owner: { name: '莘园杂货有限公司', kind: 'company' }, phone: null },
      '601': person('赵国强', '19900000060'),
      '602': person('赵国强', '19900000060'),
    },
  }),
]);
