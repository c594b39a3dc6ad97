import { Problems } from './check-input.ts';
import { ok, refuse, type Result } from './result.ts';

/** A lifecycle is a table: from which state one may move to which. A state with no way out is final. */
export interface Lifecycle<State extends string = string> {
  initial: State;
  moves: Readonly<Record<State, readonly State[]>>;
  /** States that are meant to be final; any other state without a way out is a mistake. */
  final: readonly State[];
}

/** The states one may move to. */
export function nextStates<State extends string>(lifecycle: Lifecycle<State>, from: State): readonly State[] {
  return Object.keys(lifecycle.moves).includes(from) ? lifecycle.moves[from] : [];
}

/** Whether this move is in the table. */
export function mayMove<State extends string>(lifecycle: Lifecycle<State>, from: State, to: State): boolean {
  return nextStates(lifecycle, from).includes(to);
}

/**
 * Checks a table: every state that is named exists, every state can be reached from the first one, none is left without a
 * way out unless it is declared final, and none declared final has one.
 */
export function validateLifecycle<State extends string>(lifecycle: Lifecycle<State>): Result<Lifecycle<State>> {
  const problems = new Problems();
  const states = Object.keys(lifecycle.moves) as State[];
  problems.oneOf(lifecycle.initial, 'initial', states);
  lifecycle.final.forEach((state, i) => problems.oneOf(state, `final[${i}]`, states));
  for (const state of states) {
    nextStates(lifecycle, state).forEach((to, i) => problems.oneOf(to, `moves.${state}[${i}]`, states));
    const hasNoWayOut = nextStates(lifecycle, state).length === 0;
    if (hasNoWayOut !== lifecycle.final.includes(state)) problems.add('dead_end', `moves.${state}`);
  }
  const reached = new Set<State>([lifecycle.initial]);
  for (const state of reached) for (const to of nextStates(lifecycle, state)) reached.add(to);
  for (const state of states) if (!reached.has(state)) problems.add('unreachable_state', `moves.${state}`);
  return problems.none ? ok(lifecycle) : refuse(...problems.list);
}
