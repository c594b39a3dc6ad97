import { pivotDoors, type Entitlement } from '../src/index.ts';
import { rulesetOf, valueOf } from './support/builders.ts';

/** An estate in which every fifth household belongs to somebody who owns several. */
function estateOf(households: number): Entitlement[] {
  return Array.from({ length: households }, (_, i) => ({
    householdId: `h${i}`,
    headKey: `o${i % 5 === 0 ? i % 40 : i}`,
    areaDm2: 4000 + ((i * 7919) % 5003),
  }));
}

/** Milliseconds of processor time, so that a busy machine does not make a test fail; the best of five. */
function fastest(households: number): number {
  const electorate = estateOf(households);
  const ballots = electorate
    .filter((_, i) => i % 9 === 1)
    .map(({ householdId }) => ({ householdId, choice: 'for' as const }));
  const lift = rulesetOf('cn-278-7');
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    expect(valueOf(pivotDoors(lift, electorate, ballots)).reach).toBe('reachable');
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

test('48 doors in less than 50 ms', () => expect(fastest(48)).toBeLessThan(50));
test('2,000 doors, still exact, in less than a second', () => expect(fastest(2000)).toBeLessThan(1000));
