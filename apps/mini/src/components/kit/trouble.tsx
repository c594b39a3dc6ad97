import { useEffect, useRef } from 'react';
import { bringIntoView } from '@/platform/bring-into-view';
import { Box } from '@/platform/elements';
import { Notice } from './content';

let nextTrouble = 0;

/** Brings to the eyes what has just gone wrong: on a long page it stands far from the button that met it. */
export function useBroughtIntoView(id: string, trouble: string | null | undefined): void {
  useEffect(() => {
    if (trouble) bringIntoView(id);
  }, [id, trouble]);
}

/** Why what was pressed did not work; nothing while there is no trouble. */
export function Trouble({ words }: { words: string | null }) {
  const id = useRef(`trouble-${(nextTrouble += 1)}`).current;
  useBroughtIntoView(id, words);
  return words ? (
    <Box id={id} className="in-sight">
      <Notice kind="problem" title={words} />
    </Box>
  ) : null;
}
