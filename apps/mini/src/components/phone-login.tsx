import { useEffect, useState } from 'react';
import { words } from '@/api/client';
import { useDemoGuide } from '@/api/content';
import { usePhoneLogin, useSendPhoneCode } from '@/api/session';
import type { Session } from '@/api/wire';
import { common } from '@/copy/common';
import { loginCopy as copy, phoneGroups } from '@/copy/login';
import { canSignInByWeapp } from '@/platform/weapp-sign-in';
import { go, routes } from '@/routes';
import { Button, Field, Notice, Page, Row, Rows, SectionTitle, TextButton } from './kit';
import { WeappLogin } from './weapp-login';

interface PhoneLoginProps {
  place?: string;
  onBack?: () => void;
  /** The way by the office's slip, where it is not offered elsewhere. */
  onSlip?: () => void;
  onDone: (session: Session) => void;
}

type Step = { at: 'ways' } | { at: 'phone' } | { at: 'code'; resendAfter: number };

/** In WeChat one tap, with the other ways below it; else two screens: the number, then the code sent to it. */
export function PhoneLogin({ place, onBack, onSlip, onDone }: PhoneLoginProps) {
  const [phone, setPhone] = useState('');
  const [step, setStep] = useState<Step>({ at: canSignInByWeapp ? 'ways' : 'phone' });
  const toPhone = () => setStep({ at: 'phone' });
  switch (step.at) {
    case 'ways':
      return <WaysStep place={place} onBack={onBack} onCode={toPhone} onSlip={onSlip} onDone={onDone} />;
    case 'phone':
      return (
        <PhoneStep
          place={place}
          onBack={canSignInByWeapp ? () => setStep({ at: 'ways' }) : onBack}
          onSlip={canSignInByWeapp ? undefined : onSlip}
          phone={phone}
          onPhone={setPhone}
          onSent={(resendAfter) => setStep({ at: 'code', resendAfter })}
        />
      );
    case 'code':
      return <CodeStep place={place} phone={phone} resendAfter={step.resendAfter} onBack={toPhone} onDone={onDone} />;
  }
}

interface WaysStepProps {
  place?: string;
  onBack?: () => void;
  onCode: () => void;
  onSlip?: () => void;
  onDone: (session: Session) => void;
}

function WaysStep({ place, onBack, onCode, onSlip, onDone }: WaysStepProps) {
  return (
    <Page place={place} title={copy.waysTitle} step="ways" onBack={onBack}>
      <WeappLogin onDone={onDone} />
      <SectionTitle>{common.or}</SectionTitle>
      <Rows>
        <Row label={copy.byCode} hint={copy.byCodeHint} onPress={onCode} />
        {onSlip ? <Row label={copy.bySlip} hint={copy.bySlipHint} onPress={onSlip} /> : null}
        <Row label={copy.privacy} onPress={() => go(routes.privacy())} />
      </Rows>
    </Page>
  );
}

interface PhoneStepProps {
  place?: string;
  onBack?: () => void;
  phone: string;
  onPhone: (phone: string) => void;
  onSlip?: () => void;
  onSent: (resendAfterSeconds: number) => void;
}

function PhoneStep({ place, onBack, phone, onPhone, onSlip, onSent }: PhoneStepProps) {
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
      step="phone"
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
      <Rows>
        {onSlip ? <Row label={copy.bySlip} hint={copy.bySlipHint} onPress={onSlip} /> : null}
        <Row label={copy.privacy} onPress={() => go(routes.privacy())} />
      </Rows>
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
      step="code"
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
