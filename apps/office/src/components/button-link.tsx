import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import './button-link.css';

/** A link that looks like a button: it leads to another page, so it can be opened in a new tab. */
export function ButtonLink({ to, primary = false, children }: { to: string; primary?: boolean; children: ReactNode }) {
  return (
    <Link to={to} className={primary ? 'button-link button-link-primary' : 'button-link'}>
      {children}
    </Link>
  );
}
