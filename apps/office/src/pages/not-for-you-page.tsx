import { roleLabels } from '@jiati/contracts';
import { useDeskRole } from '../api/session';
import { ButtonLink } from '../components/button-link';
import { NothingHere } from '../components/nothing-here';
import { Page } from '../components/page';
import { shell } from '../copy/shell';
import { homeOf, menuOf } from '../lib/desks';

/** An address that belongs to somebody else's work: says so, and leads back to one's own. */
export function NotForYouPage() {
  const role = useDeskRole();
  const [first] = menuOf(role);
  return (
    <Page title={shell.notForYou.title}>
      <NothingHere
        title={shell.notForYou.whose(roleLabels[role])}
        action={
          <ButtonLink primary to={homeOf(role)}>
            {shell.notForYou.back(shell.groups[first ?? 'account'])}
          </ButtonLink>
        }
      >
        {shell.notForYou.text}
      </NothingHere>
    </Page>
  );
}
