import { useRef, useState } from 'react';
import type { BindingState } from '@jiati/contracts';
import { ApiProblem, words } from '@/api/client';
import { useBindHousehold } from '@/api/households';
import { useSlipLogin } from '@/api/session';
import type { EvidenceInput } from '@/api/wire';
import { newId } from '@/platform/device-id';
import type { BindDraft } from './flow';
import { forgetDraft } from './kept-draft';

/** What was shown for the relation; nothing when there was nothing at hand. */
function evidenceOf({ document, documentNumber, photo }: BindDraft): EvidenceInput | undefined {
  if (document === null || document === 'none') return undefined;
  return {
    documentKind: document,
    ...(documentNumber ? { documentNumber } : {}),
    ...(photo ? { photoBase64: photo.jpegBase64 } : {}),
  };
}

/** Refusals that are about the slip's password: the person goes back to that question, not to the last one. */
const pinCodes = /pin|slip/;

/**
 * Sends the answers: a slip logs in and binds at once, every other way binds for whoever is logged in.
 * @param onPinRefused the password of the slip was wrong, locked or void
 */
export function useSubmitBinding(loggedIn: boolean, onPinRefused: () => void) {
  const id = useRef(newId()).current;
  const [done, setDone] = useState<BindingState | null>(null);
  const slip = useSlipLogin();
  const bind = useBindHousehold();
  const onError = (error: unknown) => {
    if (error instanceof ApiProblem && pinCodes.test(error.code)) onPinRefused();
  };
  const finish = (state: BindingState) => {
    forgetDraft();
    setDone(state);
  };
  const trouble = slip.error ?? bind.error;
  return {
    done,
    busy: slip.isPending || bind.isPending,
    trouble: trouble ? words(trouble) : null,
    reset: () => {
      slip.reset();
      bind.reset();
    },
    submit: (draft: BindDraft) => {
      const { stairwellCode, roomNo, pin, relation, statedName, way } = draft;
      if (!relation || !way) return;
      if (way === 'slip' && !loggedIn) {
        const onSuccess = () => finish('approved');
        slip.mutate({ stairwellCode, roomNo, pin, relation, statedName }, { onSuccess, onError });
        return;
      }
      const input = { id, stairwellCode, roomNo, relation, method: way, statedName };
      const proof = way === 'slip' ? { pin } : way === 'office_check' ? { evidence: evidenceOf(draft) } : {};
      bind.mutate(
        { ...input, ...proof },
        {
          onSuccess: (binding) => finish(binding.state),
          onError,
        },
      );
    },
  };
}
