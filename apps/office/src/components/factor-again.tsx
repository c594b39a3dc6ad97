import { Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { codeOf } from '../api/problem';
import { usePassTotp } from '../api/sign-in';
import { common } from '../copy/common';
import { account } from '../copy/account';
import { login } from '../copy/login';
import { CodeField } from './sign-in/code-field';

/**
 * Ways in are changed only soon after the second step. `ask` is given what was refused: when that was why, it asks for
 * the code once more and then does it again.
 * @returns whether the refusal is being dealt with here, so that the caller need not show it
 */
export function useFactorAgain(): { ask: (error: unknown, again: () => void) => boolean; dialog: ReactNode } {
  const [again, setAgain] = useState<{ go: () => void } | null>(null);
  const pass = usePassTotp();
  const close = () => {
    pass.reset();
    setAgain(null);
  };
  return {
    ask: (error, go) => {
      if (codeOf(error) !== 'second_factor_again') return false;
      setAgain({ go });
      return true;
    },
    dialog: (
      <Modal
        open={again !== null}
        title={account.again.title}
        okButtonProps={{ style: { display: 'none' } }}
        cancelText={common.cancel}
        onCancel={close}
        closable={false}
        destroyOnHidden
      >
        <div className="stack-tight">
          <p className="quiet">{account.again.lead}</p>
          <CodeField
            kind="totp"
            label={login.totp.code}
            hint={login.totp.codeHint}
            wrong={login.totp.codeWrong}
            submit={account.again.submit}
            working={pass.isPending}
            error={pass.error}
            onCode={(code) =>
              pass.mutate(code, {
                onSuccess: () => {
                  close();
                  again?.go();
                },
              })
            }
          />
        </div>
      </Modal>
    ),
  };
}
