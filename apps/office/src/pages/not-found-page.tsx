import { useDeskRole } from '../api/session';
import { ButtonLink } from '../components/button-link';
import { NothingHere } from '../components/nothing-here';
import { Page } from '../components/page';
import { common } from '../copy/common';
import { shell } from '../copy/shell';
import { homeOf, menuOf } from '../lib/desks';

/** An address that leads nowhere: says so, and leads back to one's work. */
export function NotFoundPage() {
  const role = useDeskRole();
  const [first] = menuOf(role);
  return (
    <Page title={common.page.notFoundTitle}>
      <NothingHere
        title={common.page.notFoundWhy}
        action={
          <ButtonLink primary to={homeOf(role)}>
            {shell.notForYou.back(shell.groups[first ?? 'account'])}
          </ButtonLink>
        }
      >
        {common.page.notFoundNext}
      </NothingHere>
    </Page>
  );
}
