import type { Choice } from './stairwell-story';

/** One version of what a household said. */
export interface Version {
  seq: number;
  /** null: a withdrawal. */
  choice: Choice | null;
  /** Channel and person. */
  voice: string;
  place: 'in_force' | 'waiting' | 'held' | 'out';
  /** In force, and yet nothing: the household is asked again. */
  isSilent: boolean;
  /** The version whose place it took. */
  supersedes: number | null;
}

interface ModelCase {
  earlier: Version;
  held: Version[];
  isSettled: boolean;
}

const isWitnessed = (voice: string): boolean => voice.startsWith('home_visit') || voice.startsWith('paper');

/**
 * The rules of one household's ballots, said once more in the fewest words and with none of the product's code. Every
 * method answers the refusal's code, or null when it was done.
 */
export class HouseholdModel {
  readonly versions: Version[] = [];
  readonly cases: ModelCase[] = [];
  isFrozen = false;

  /** The last version in force; with `without`, as if that one were not there. */
  standing(without?: Version): Version | null {
    return this.versions.filter((each) => each.place === 'in_force' && each !== without).at(-1) ?? null;
  }

  /** What counts for the household. */
  get counted(): Choice | null {
    const standing = this.standing();
    return standing && !standing.isSilent ? standing.choice : null;
  }

  get openCase(): ModelCase | undefined {
    return this.cases.find(({ isSettled }) => !isSettled);
  }

  get waiting(): Version[] {
    return this.versions.filter(({ place }) => place === 'waiting');
  }

  says(choice: Choice | null, voice: string): string | null {
    if (this.isFrozen) return 'ballot_frozen';
    if (choice === null && this.counted === null && this.waiting.length === 0) return 'nothing_to_withdraw';
    const seq = this.versions.length + 1;
    const version: Version = {
      seq,
      choice,
      voice,
      place: isWitnessed(voice) ? 'waiting' : 'in_force',
      isSilent: false,
      supersedes: null,
    };
    this.putBeside(version, this.standing());
    this.versions.push(version);
    return null;
  }

  reviewed(version: Version, verdict: 'approve' | 'return' | 'reject'): string | null {
    if (verdict === 'approve' && this.isFrozen) return 'ballot_frozen';
    version.place = verdict === 'approve' ? 'in_force' : 'out';
    if (verdict === 'approve') this.putBeside(version, this.standing(version));
    return null;
  }

  /** @param which 0 for the earlier ballot of the case, 1… for those that were held; null to ask again */
  settled(found: ModelCase, which: number | null): string | null {
    if (this.isFrozen) return 'case_frozen';
    if (found.isSettled && (this.cases.at(-1) !== found || this.spokeAfter(found))) return 'case_overtaken';
    const inOrder = [...found.held].sort((a, b) => a.seq - b.seq);
    const chosen = which === null ? inOrder.at(-1)! : which === 0 ? null : inOrder[which - 1]!;
    for (const version of found.held) {
      version.place = version === chosen ? 'in_force' : 'out';
      version.isSilent = which === null;
    }
    found.isSettled = true;
    return null;
  }

  private spokeAfter({ held }: ModelCase): boolean {
    const last = Math.max(...held.map(({ seq }) => seq));
    return this.versions.some(({ place, seq }) => place === 'in_force' && seq > last);
  }

  /** Held beside what counts, or in its place. */
  private putBeside(version: Version, standing: Version | null): void {
    const open = this.openCase;
    if (open) {
      version.place = 'held';
      open.held.push(version);
      return;
    }
    const says = standing === null || standing.isSilent ? null : standing.choice;
    if (standing === null || says === null || standing.seq > version.seq) return;
    if (says === version.choice || standing.voice === version.voice) {
      if (version.place === 'in_force' && version.choice !== null) version.supersedes = standing.seq;
      return;
    }
    version.place = 'held';
    this.cases.push({ earlier: standing, held: [version], isSettled: false });
  }
}
