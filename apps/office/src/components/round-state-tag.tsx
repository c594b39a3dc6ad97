import type { RoundState } from '@jiati/contracts';
import { roundStateLabels } from '@jiati/contracts';
import { StateTag, type Tone } from './state-tag';

const tones: Record<RoundState, Tone> = {
  draft: 'calm',
  open: 'link',
  closed: 'waiting',
  announced: 'main',
  settled: 'main',
  void: 'calm',
};

export function RoundStateTag({ state }: { state: RoundState }) {
  return <StateTag tone={tones[state]}>{roundStateLabels[state]}</StateTag>;
}
