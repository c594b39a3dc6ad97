import type { ReactNode } from 'react';
import './nothing-here.css';

/** An empty list says what will stand here and what can be done now. */
export function NothingHere({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="nothing-here">
      <p className="nothing-here-title">{title}</p>
      {children && <p className="quiet">{children}</p>}
      {action && <div>{action}</div>}
    </div>
  );
}
