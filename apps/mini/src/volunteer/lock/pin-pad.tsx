import { useRef, useState } from 'react';
import { Box, Press, Txt } from '@/components/kit';
import { lockCopy as copy } from '@/copy/device-lock';
import { useDigitKeys } from '@/platform/digit-keys';
import './pin-pad.css';

const length = 6;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

let nextPad = 0;

interface PinPadProps {
  /** All six digits are there. */
  onFull: (pin: string) => void;
  /** The PIN is being looked at: nothing can be typed. */
  busyWords?: string | false;
  /** What was wrong with the last one, in words. */
  trouble?: string | null;
}

/** Six places and twelve large keys; the digits themselves are never shown. */
export function PinPad({ onFull, busyWords, trouble }: PinPadProps) {
  const id = useRef(`pin-${(nextPad += 1)}`).current;
  const [typed, setTyped] = useState('');
  const busy = Boolean(busyWords);
  const type = (digit: string) => {
    if (busy || typed.length >= length) return;
    const next = typed + digit;
    setTyped(next.length === length ? '' : next);
    if (next.length === length) onFull(next);
  };
  const erase = () => setTyped(typed.slice(0, -1));
  useDigitKeys(id, type, erase);
  return (
    <Box className="pin" id={id}>
      <Box className="pin-places" picture label={copy.typed(typed.length)}>
        {Array.from({ length }, (_, place) => (
          <Box key={place} className={`pin-place ${place < typed.length || busy ? 'is-typed' : ''}`} />
        ))}
      </Box>
      <Box className="pin-words" live="assertive">
        {busyWords ? (
          <Txt as="p" className="small">
            {busyWords}
          </Txt>
        ) : trouble && typed === '' ? (
          <Txt as="p" className="field-error">
            {trouble}
          </Txt>
        ) : null}
      </Box>
      <Box className="pin-keys">
        {digits.map((digit) => (
          <Key key={digit} words={digit} onPress={() => type(digit)} />
        ))}
        <Key words={copy.clear} small onPress={() => setTyped('')} />
        <Key words="0" onPress={() => type('0')} />
        <Key words={copy.erase} small onPress={erase} />
      </Box>
    </Box>
  );
}

function Key({ words, small, onPress }: { words: string; small?: boolean; onPress: () => void }) {
  return (
    <Press className={`pin-key ${small ? 'is-words' : ''}`} onPress={onPress}>
      <Txt>{words}</Txt>
    </Press>
  );
}
