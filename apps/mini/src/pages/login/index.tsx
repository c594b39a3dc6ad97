import type { Session } from '@/api/wire';
import { PhoneLogin } from '@/components/phone-login';
import { useParameters } from '@/parameters';
import { replace, routes } from '@/routes';

/** Logging in again by phone, for residents who are bound already and for volunteers. */
export default function LoginPage() {
  const { next } = useParameters();
  const onDone = (session: Session) => {
    if (session.account.role === 'volunteer') replace(routes.volunteerHome());
    else replace(next ?? routes.me());
  };
  return <PhoneLogin onDone={onDone} onSlip={() => replace(routes.bind())} />;
}
