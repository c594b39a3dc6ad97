import type { BallotChannel, EvidenceItem, LeastEvidence, Ruleset } from './ruleset.ts';

/** Who comes to a door notes who signed and how they were known; who takes in a paper keeps its picture. */
export const usualEvidence: LeastEvidence = {
  self_service: [],
  home_visit: ['signature', 'signer_name', 'signer_relation', 'identity_check'],
  paper: ['paper_photo', 'signer_name', 'identity_check'],
  proxy: [],
};

/** What a ballot that comes in this way must bring along, by the rule its round is held under. */
export function leastEvidenceOf(
  { leastEvidence = usualEvidence }: Pick<Ruleset, 'leastEvidence'>,
  channel: BallotChannel,
): readonly EvidenceItem[] {
  return leastEvidence[channel];
}
