import { useEffect, useState } from 'react';
import { faqCopy } from '@/copy/faq';
import { speech } from '@/platform/speech';
import { PlainButton } from './kit';

/** Reads a text aloud; not there where the device cannot. */
export function ReadAloud({ text }: { text: string }) {
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => speech.stop(), []);
  if (!speech.available()) return null;
  const toggle = () => {
    if (speaking) speech.stop();
    else speech.speak(text, () => setSpeaking(false));
    setSpeaking(!speaking);
  };
  return <PlainButton onPress={toggle}>{speaking ? faqCopy.stopReading : faqCopy.readAloud}</PlainButton>;
}
