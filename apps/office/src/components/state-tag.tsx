import './state-tag.css';

export type Tone = 'calm' | 'main' | 'waiting' | 'problem' | 'link';

/** A state in words; the colour only repeats what the word says. */
export function StateTag({ tone, children }: { tone: Tone; children: string }) {
  return <span className={`state-tag state-tag-${tone}`}>{children}</span>;
}
