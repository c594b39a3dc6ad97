import { useState } from 'react';
import { photoCopy } from '@/copy/photo';
import { Box, Picture, Txt } from '@/platform/elements';
import type { Photo } from '@/platform/elements.types';
import { PhotoPick } from '@/platform/photo-pick';

interface PhotoFieldProps {
  value: Photo | null;
  onChange: (photo: Photo) => void;
  /** What is on the picture, for the screen reader. */
  description: string;
  /** What is wrong, in words. */
  error?: string | null;
}

/** One photograph: taken or chosen, made small on the device, shown before it is sent. */
export function PhotoField({ value, onChange, description, error }: PhotoFieldProps) {
  const [stage, setStage] = useState<'rest' | 'working' | 'unreadable' | 'too_large'>('rest');
  const trouble =
    stage === 'unreadable' ? photoCopy.unreadable : stage === 'too_large' ? photoCopy.tooLarge : (error ?? null);
  return (
    <Box className="field">
      {value ? <Picture source={value.preview} description={description} className="photo" /> : null}
      <PhotoPick
        className="button is-plain"
        onWorking={() => setStage('working')}
        onTrouble={setStage}
        onPhoto={(photo) => {
          setStage('rest');
          if (photo) onChange(photo);
        }}
      >
        {value ? photoCopy.again : photoCopy.take}
      </PhotoPick>
      <Box live="assertive">
        {stage === 'working' ? (
          <Txt as="p" className="small">
            {photoCopy.working}
          </Txt>
        ) : trouble ? (
          <Txt as="p" className="field-error">
            {trouble}
          </Txt>
        ) : value ? (
          <Txt as="p" className="small">
            {photoCopy.kept}
          </Txt>
        ) : null}
      </Box>
    </Box>
  );
}
