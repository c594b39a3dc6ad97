import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { common } from '../copy/common';
import './page.css';

let firstPage = true;

interface PageProps {
  /** One title that is a question or a statement; also the document's title. */
  title: string;
  /** Where this page hangs: the way back, in words. */
  back?: { to: string; label: string } | undefined;
  /** The page in a sentence. */
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every page. Moves the focus to the title after navigation, so that a screen reader starts there. */
export function Page({ title, back, lead, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${title}${common.separator}${common.console}`;
  }, [title]);
  useEffect(() => {
    if (firstPage) firstPage = false;
    else heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div className="page">
      <header className="page-header">
        {back && (
          <Link className="page-back screen-only" to={back.to}>
            {common.back(back.label)}
          </Link>
        )}
        <div className="page-heading">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {actions && <div className="row screen-only">{actions}</div>}
        </div>
        {lead && <div className="page-lead quiet measure">{lead}</div>}
      </header>
      {children}
    </div>
  );
}
