import { bindingStateLabels, type BindingState } from '@jiati/contracts';
import { StateTag, type Tone } from './state-tag';

const tones: Record<BindingState, Tone> = {
  pending: 'waiting',
  approved: 'main',
  returned: 'calm',
  expired: 'calm',
  ended: 'calm',
};

export function BindingStateTag({ state }: { state: BindingState }) {
  return <StateTag tone={tones[state]}>{bindingStateLabels[state]}</StateTag>;
}
