import { common } from '../copy/common';

/** Stands while the code of a page is on its way. */
export function LoadingPage() {
  return (
    <p role="status" className="quiet">
      {common.loading}
    </p>
  );
}
