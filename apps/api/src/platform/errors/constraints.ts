import type { Refusal } from './refusal';

const refusalByConstraint = new Map<string, () => Refusal>();

/**
 * Lets the database refuse and says it politely: when a statement breaks one of these constraints and nobody caught
 * it, the caller receives this refusal instead of a bare 409.
 * @param byName constraint name of the migration → the refusal
 */
export function translateConstraint(byName: Record<string, () => Refusal>): void {
  for (const [name, make] of Object.entries(byName)) refusalByConstraint.set(name, make);
}

/** The refusal declared for a constraint, if any. */
export function refusalOfConstraint(name: string | undefined): Refusal | undefined {
  return name === undefined ? undefined : refusalByConstraint.get(name)?.();
}

/** The name of the constraint that a failed statement broke; undefined for any other error. */
export function brokenConstraint(error: unknown): string | undefined {
  const driverError = (error as { driverError?: { constraint?: unknown } } | null)?.driverError ?? error;
  const constraint = (driverError as { constraint?: unknown } | null)?.constraint;
  return typeof constraint === 'string' ? constraint : undefined;
}
