import { common, textSizeLabels } from '@/copy/common';
import { Box, Press, Txt } from '@/platform/elements';
import { chooseTextSize, textSizes, useTextSize } from '@/state/text-size';
import { Sheet } from './sheet';

/** Three buttons, each written in the size it sets. */
export function TextSizeChoice({ onChosen }: { onChosen?: () => void }) {
  const { size } = useTextSize();
  return (
    <Box className="size-choice">
      {textSizes.map((each) => (
        <Press
          key={each}
          className={`size-button is-${each} ${each === size ? 'is-chosen' : ''}`}
          pressed={each === size}
          onPress={() => {
            chooseTextSize(each);
            onChosen?.();
          }}
        >
          <Txt>{textSizeLabels[each]}</Txt>
        </Press>
      ))}
    </Box>
  );
}

/** Opened from every page's bar. */
export function TextSizeSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Sheet open={open} title={common.textSizeTitle} onClose={onClose}>
      <TextSizeChoice onChosen={onClose} />
    </Sheet>
  );
}

/** The question of the first visit; gone once answered. */
export function FirstTextSizeQuestion() {
  const { asked } = useTextSize();
  if (asked) return null;
  return (
    <Box as="section" className="card" label={common.firstSizeTitle}>
      <Txt as="p" className="card-title">
        {common.firstSizeTitle}
      </Txt>
      <TextSizeChoice />
      <Txt as="p" className="small">
        {common.firstSizeHint}
      </Txt>
    </Box>
  );
}
