import type { INestApplicationContext } from '@nestjs/common';
import { CreateOfficer, DemoCodes, Remits, type RemitPlace } from '../../../modules/accounts';
import type { StaffRole } from '../../../platform/access';
import { Transactions } from '../../../platform/transaction';
import { demoEstate } from './estate';
import type { Past } from './past';

/** A member of the demo's staff who is no officer. */
interface DemoStaff {
  username: string;
  displayName: string;
  role: Exclude<StaffRole, 'officer'>;
  /** Where they have a say; a contractor's stairwell is named by its place. */
  say: 'neighbourhood' | 'town' | { place: string } | null;
}

export const demoStaff: readonly DemoStaff[] = [
  { username: 'zhao', displayName: '赵书记', role: 'committee', say: 'neighbourhood' },
  { username: 'qian', displayName: '钱科长', role: 'street', say: 'town' },
  { username: 'sun', displayName: '孙审计', role: 'auditor', say: null },
  { username: 'zhou', displayName: '周工', role: 'contractor', say: { place: '4号楼 12号' } },
  { username: 'wu', displayName: '吴管理员', role: 'operator', say: null },
];

/**
 * Makes everyone around the office, with the officers' password and an app of their own. Safe to run again.
 * @param stairwellIds by place, as the roll was imported
 */
export async function hireStaff(
  app: INestApplicationContext,
  past: Past,
  password: string,
  stairwellIds: ReadonlyMap<string, { stairwellId: string }>,
): Promise<void> {
  for (const { username, displayName, role, say } of demoStaff) {
    await past.at(past.daysAgo(48), async () => {
      const input = { username, displayName, role, password, mustChangePassword: false };
      const { id } = await app.get(CreateOfficer).execute(input);
      await app.get(Transactions).run(async (tx) => {
        await app.get(DemoCodes).install(tx, id);
        if (say !== null) await app.get(Remits).grant(tx, id, [placeOf(say, stairwellIds)], null);
      });
    });
  }
}

function placeOf(
  say: NonNullable<DemoStaff['say']>,
  stairwellIds: ReadonlyMap<string, { stairwellId: string }>,
): RemitPlace {
  const { town, neighbourhood } = demoEstate;
  if (say === 'town') return { kind: 'town', town, expiresOn: null };
  if (say === 'neighbourhood') return { kind: 'neighbourhood', town, neighbourhood, expiresOn: null };
  return { kind: 'stairwell', stairwellId: stairwellIds.get(say.place)!.stairwellId, expiresOn: null };
}
