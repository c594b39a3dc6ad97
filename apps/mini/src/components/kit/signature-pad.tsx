import { useState } from 'react';
import { signatureCopy } from '@/copy/signature';
import { Box } from '@/platform/elements';
import type { SignatureValue } from '@/platform/elements.types';
import { SignatureSurface } from '@/platform/signature-surface';
import { TextButton } from './buttons';
import { Field } from './form';

interface SignaturePadProps {
  onChange: (value: SignatureValue | null) => void;
  /** Who signs, for the screen reader. */
  label?: string;
}

/** A tall box for the finger, and a way for those whose finger cannot: the name, typed. */
export function SignaturePad({ onChange, label = signatureCopy.label }: SignaturePadProps) {
  const [round, setRound] = useState(0);
  const [typing, setTyping] = useState(false);
  const [typedName, setTypedName] = useState('');
  const startAgain = () => {
    setRound(round + 1);
    onChange(null);
  };
  if (typing) {
    return (
      <Box className="signature-block">
        <Field
          label={signatureCopy.typedLabel}
          hint={signatureCopy.typedHint}
          value={typedName}
          maxLength={40}
          onChange={(name) => {
            setTypedName(name);
            onChange(name.trim() ? { kind: 'typed', typedName: name.trim() } : null);
          }}
        />
        <TextButton
          onPress={() => {
            setTyping(false);
            setTypedName('');
            onChange(null);
          }}
        >
          {signatureCopy.drawInstead}
        </TextButton>
      </Box>
    );
  }
  return (
    <Box className="signature-block">
      <SignatureSurface
        label={label}
        hint={signatureCopy.hint}
        round={round}
        onChange={(pngBase64) => onChange(pngBase64 ? { kind: 'drawn', pngBase64 } : null)}
      />
      <Box className="signature-actions">
        <TextButton onPress={startAgain}>{signatureCopy.again}</TextButton>
        <TextButton
          onPress={() => {
            startAgain();
            setTyping(true);
          }}
        >
          {signatureCopy.typeInstead}
        </TextButton>
      </Box>
    </Box>
  );
}
