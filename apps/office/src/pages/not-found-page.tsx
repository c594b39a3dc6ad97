import { Page } from '../components/page';
import { common } from '../copy/common';

/** An address that leads nowhere. */
export function NotFoundPage() {
  return <Page title={common.page.notFoundTitle} lead={common.page.notFound} children={null} />;
}
