import { Button } from 'antd';
import { useState } from 'react';
import { useUnmaskPhone, type PhoneOf } from '../api/household';
import { phones as copy } from '../copy/phones';
import { ConfirmDialog } from './confirm-dialog';

interface MaskedPhoneProps {
  /** As the API masks it; null: none is known. */
  masked: string | null;
  name: string;
  whose: PhoneOf;
  /** Whether whoever sits here may ask for the whole number. */
  mayAsk: boolean;
}

const LEAST_REASON = 5;

/** A telephone as everyone sees it, and the whole number for a reason. It is gone when the page is left. */
export function MaskedPhone({ masked, name, whose, mayAsk }: MaskedPhoneProps) {
  const [asking, setAsking] = useState(false);
  const [phone, setPhone] = useState<string | null>(null);
  const unmask = useUnmaskPhone();
  const close = () => {
    unmask.reset();
    setAsking(false);
  };
  if (masked === null) return <span className="quiet">{copy.none}</span>;
  if (phone)
    return (
      <span className="row nowrap" role="status">
        <a href={`tel:${phone}`}>{inGroups(phone)}</a>
        <Button size="small" onClick={() => setPhone(null)}>
          {copy.hide}
        </Button>
      </span>
    );
  return (
    <span className="row nowrap">
      <span className="quiet">{masked}</span>
      {mayAsk && (
        <Button size="small" onClick={() => setAsking(true)} aria-label={copy.showOf(name)}>
          {copy.show}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={copy.title}
        facts={[
          [copy.whose, name],
          [copy.number, masked],
        ]}
        verb={copy.show}
        reason={{ label: copy.reason, placeholder: copy.placeholder, required: true, least: LEAST_REASON }}
        working={unmask.isPending}
        error={unmask.error}
        onConfirm={(reason) =>
          unmask.mutate(
            { whose, reason },
            {
              onSuccess: (answer) => {
                setPhone(answer.phone);
                close();
              },
            },
          )
        }
        onCancel={close}
      >
        <p>{copy.text}</p>
      </ConfirmDialog>
    </span>
  );
}

/** 13812345678 → “138 1234 5678”: as it is read out. */
const inGroups = (phone: string): string => phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
