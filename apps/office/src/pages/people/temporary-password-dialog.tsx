import { Button, Modal } from 'antd';
import { useState } from 'react';
import { Facts, type Fact } from '../../components/facts';
import { people } from '../../copy/people';
import './people-page.css';

const copy = people.password;

export interface NewPassword {
  name: string;
  username: string | null;
  password: string;
}

/** The password somebody begins with: here once, and gone when this is closed. */
export function TemporaryPasswordDialog({ made, onClose }: { made: NewPassword | null; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  const close = () => {
    setCopied(false);
    onClose();
  };
  return (
    <Modal
      open={made !== null}
      title={copy.title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={close}>
          {copy.done}
        </Button>
      }
    >
      {made && (
        <div className="stack-tight">
          <Facts
            compact
            facts={[[copy.for, made.name], ...(made.username ? ([[people.username, made.username]] as Fact[]) : [])]}
          />
          <p className="temporary-password" role="group" aria-label={copy.password}>
            {made.password}
          </p>
          <p>{copy.text}</p>
          <div className="row">
            <Button
              onClick={() => void navigator.clipboard?.writeText(made.password).then(() => setCopied(true))}
              hidden={!navigator.clipboard}
            >
              {copy.copy}
            </Button>
            <span role="status" className="quiet">
              {copied ? copy.copied : ''}
            </span>
          </div>
        </div>
      )}
    </Modal>
  );
}
