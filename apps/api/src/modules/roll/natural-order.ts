const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** Doors as people walk them: 2号 before 10号, 101 before 1101. */
export function byPlace(
  a: { buildingName: string; stairwellName: string; roomNo?: string; floor?: number },
  b: { buildingName: string; stairwellName: string; roomNo?: string; floor?: number },
): number {
  return (
    collator.compare(a.buildingName, b.buildingName) ||
    collator.compare(a.stairwellName, b.stairwellName) ||
    (a.floor ?? 0) - (b.floor ?? 0) ||
    collator.compare(a.roomNo ?? '', b.roomNo ?? '')
  );
}
