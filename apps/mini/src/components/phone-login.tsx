import { useEffect, useState } from 'react';
import { words } from '@/api/client';
import { useDemoGuide } from '@/api/content';
import { usePhoneLogin, useSendPhoneCode } from '@/api/session';
import type { Session } from '@/api/wire';
import { loginCopy as copy, phoneGroups } from '@/copy/login';
import { Button, Field, Notice, Page, TextButton } from './kit';
import { WeappLogin } from './weapp-login';

interface PhoneLoginProps {
  place?: string;
  onBack?: () => void;
  onDone: (session: Session) => void;
}

/** Two screens: the number, then the code sent to it. In WeChat one tap will do instead. */
export function PhoneLogin({ place, onBack, onDone }: PhoneLoginProps) {
  const [phone, setPhone] = useState('');
  const [sent, setSent] = useState<number | null>(null);
  if (sent === null) {
    const step = { place, onBack, phone, onPhone: setPhone, onSent: setSent, onDone };
    return <PhoneStep {...step} />;
  }
  return <CodeStep place={place} phone={phone} resendAfter={sent} onBack={() => setSent(null)} onDone={onDone} />;
}

interface PhoneStepProps {
  place?: string;
  onBack?: () => void;
  phone: string;
  onPhone: (phone: string) => void;
  onSent: (resendAfterSeconds: number) => void;
  onDone: (session: Session) => void;
}

function PhoneStep({ place, onBack, phone, onPhone, onSent, onDone }: PhoneStepProps) {
  const send = useSendPhoneCode();
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = () => {
    if (!/^1\d{10}$/.test(phone)) return setWrong(copy.phoneWrong);
    setWrong(null);
    send.mutate(phone, { onSuccess: (answer) => onSent(answer.resendAfterSeconds) });
  };
  return (
    <Page
      place={place}
      title={copy.phoneTitle}
      onBack={onBack}
      action={
        <Button onPress={submit} busyWords={send.isPending && copy.sending}>
          {copy.sendCode}
        </Button>
      }
    >
      <Field
        label={copy.phoneLabel}
        hint={copy.phoneHint}
        kind="phone"
        figures
        value={phone}
        maxLength={13}
        autoComplete="tel-national"
        onChange={(value) => onPhone(value.replace(/\D/g, '').slice(0, 11))}
        onEnter={submit}
        error={wrong ?? (send.error ? words(send.error) : null)}
      />
      <WeappLogin onDone={onDone} />
    </Page>
  );
}

interface CodeStepProps {
  place?: string;
  phone: string;
  resendAfter: number;
  onBack: () => void;
  onDone: (session: Session) => void;
}

function CodeStep({ place, phone, resendAfter, onBack, onDone }: CodeStepProps) {
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [wait, setWait] = useState(resendAfter);
  const login = usePhoneLogin();
  const send = useSendPhoneCode();
  useEffect(() => {
    if (wait <= 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const submit = () => {
    if (!/^\d{6}$/.test(code)) return setWrong(copy.codeWrong);
    setWrong(null);
    login.mutate({ phone, code }, { onSuccess: onDone });
  };
  const resend = () => send.mutate(phone, { onSuccess: (answer) => setWait(answer.resendAfterSeconds) });
  const trouble = login.error ?? send.error;
  return (
    <Page
      place={place}
      title={copy.codeTitle}
      onBack={onBack}
      action={
        <>
          <Button onPress={submit} busyWords={login.isPending && copy.loggingIn}>
            {copy.logIn}
          </Button>
          <TextButton onPress={resend} disabled={wait > 0}>
            {wait > 0 ? copy.resendWait(wait) : copy.resend}
          </TextButton>
        </>
      }
    >
      <Field
        label={copy.codeLabel}
        hint={copy.codeHint(phoneGroups(phone))}
        kind="digits"
        figures
        value={code}
        maxLength={6}
        autoComplete="one-time-code"
        onChange={(value) => setCode(value.replace(/\D/g, ''))}
        onEnter={submit}
        error={wrong ?? (trouble ? words(trouble) : null)}
      />
      <DemoCode phone={phone} />
    </Page>
  );
}

/** On a demonstration no message is sent: the code stands here. */
function DemoCode({ phone }: { phone: string }) {
  const guide = useDemoGuide();
  const sent = guide.data?.phoneCodes.find((each) => each.phone === phone);
  return sent ? <Notice kind="info" title={copy.demoCode(sent.code)} /> : null;
}
