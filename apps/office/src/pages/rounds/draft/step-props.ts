import type { ScopeDoor } from '../../../api/scope';
import type { DraftForm, DraftGap } from '../../../lib/draft';

/** What each step of the wizard is given. */
export interface StepProps {
  form: DraftForm;
  set: (changes: Partial<DraftForm>) => void;
  /** What this step lacks, once the officer has tried to go on. */
  gaps: readonly DraftGap[];
  doors: readonly ScopeDoor[];
}
