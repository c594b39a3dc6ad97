import type { TotpEnrolled } from '@jiati/contracts';
import { useConfirmTotp, useTotpEnrolment } from '../../api/sign-in';
import { login } from '../../copy/login';
import { inFours } from '../../lib/format';
import { Loaded } from '../loaded';
import { QrCode } from '../qr-code';
import { CodeField } from './code-field';

const copy = login.enrol;

/** Install, scan, confirm. The QR code is drawn here; the secret goes nowhere else. */
export function EnrolTotp({ onEnrolled }: { onEnrolled: (enrolled: TotpEnrolled) => void }) {
  const enrolment = useTotpEnrolment();
  const confirm = useConfirmTotp();
  return (
    <Loaded query={enrolment}>
      {({ secret, otpauthUri }) => (
        <ol className="enrol-steps">
          <li>
            <div>
              <p className="enrol-what">{copy.install}</p>
              <p className="quiet">{copy.installHint}</p>
            </div>
          </li>
          <li>
            <div>
              <p className="enrol-what">{copy.scan}</p>
              <div className="enrol-qr">
                <QrCode text={otpauthUri} label={copy.qr} />
              </div>
              <p className="quiet">{copy.cannotScan}</p>
              <p className="enrol-secret" aria-label={copy.secret} role="group">
                {inFours(secret)}
              </p>
            </div>
          </li>
          <li>
            <div>
              <CodeField
                kind="totp"
                label={copy.type}
                wrong={login.totp.codeWrong}
                submit={copy.submit}
                working={confirm.isPending}
                error={confirm.error}
                onCode={(code) => confirm.mutate(code, { onSuccess: onEnrolled })}
              />
            </div>
          </li>
        </ol>
      )}
    </Loaded>
  );
}
