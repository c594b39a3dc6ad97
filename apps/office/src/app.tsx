import { lazy, type ComponentType, type ReactNode } from 'react';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router-dom';
import { useDeskRole, useSession } from './api/session';
import { Loaded } from './components/loaded';
import { homeOf, isDeskRole, mayOpen, mayWrite, type PageGroup } from './lib/desks';
import { LoginPage } from './pages/login/login-page';
import { NotForYouPage } from './pages/not-for-you-page';
import { Shell } from './shell';

/** One chunk a page: an officer who only reviews never loads the import wizard. */
const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) => {
  const Page = lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] }));
  return <Page />;
};

/** Where this role starts. */
function Home() {
  return <Navigate to={homeOf(useDeskRole())} replace />;
}

/** A page for those whose work it is; others are told so instead of being refused by every request on it. */
function For({ group, writing = false, children }: { group: PageGroup; writing?: boolean; children: ReactNode }) {
  const role = useDeskRole();
  return mayOpen(role, group) && (!writing || mayWrite(role)) ? children : <NotForYouPage />;
}

const open = (path: string, group: PageGroup, element: ReactNode) => ({
  path,
  element: <For group={group}>{element}</For>,
});
const work = (path: string, group: PageGroup, element: ReactNode) => ({
  path,
  element: (
    <For group={group} writing>
      {element}
    </For>
  ),
});

const draft = page(() => import('./pages/rounds/draft-page'), 'DraftPage');
const router = createBrowserRouter(
  [
    {
      element: <Shell />,
      children: [
        { index: true, element: <Home /> },
        open(
          'today',
          'today',
          page(() => import('./pages/today/today-page'), 'TodayPage'),
        ),
        open(
          'roll',
          'roll',
          page(() => import('./pages/roll/estates-page'), 'EstatesPage'),
        ),
        work(
          'roll/import',
          'roll',
          page(() => import('./pages/roll/import-page'), 'ImportPage'),
        ),
        open(
          'roll/:estateId',
          'roll',
          page(() => import('./pages/roll/estate-page'), 'EstatePage'),
        ),
        open(
          'roll/:estateId/posters',
          'roll',
          page(() => import('./pages/roll/posters-page'), 'PostersPage'),
        ),
        open(
          'roll/:estateId/:stairwellId',
          'roll',
          page(() => import('./pages/roll/stairwell-page'), 'StairwellPage'),
        ),
        open(
          'households/:householdId',
          'roll',
          page(() => import('./pages/household/household-page'), 'HouseholdPage'),
        ),
        open(
          'rounds',
          'rounds',
          page(() => import('./pages/rounds/rounds-page'), 'RoundsPage'),
        ),
        work('rounds/new', 'rounds', draft),
        open(
          'rounds/:roundId',
          'rounds',
          page(() => import('./pages/rounds/round-page'), 'RoundPage'),
        ),
        work(
          'rounds/:roundId/paper',
          'rounds',
          page(() => import('./pages/rounds/paper-page'), 'PaperPage'),
        ),
        work('rounds/:roundId/edit', 'rounds', draft),
        open(
          'rounds/:roundId/count-sheet',
          'today',
          page(() => import('./pages/count-sheet/count-sheet-page'), 'CountSheetPage'),
        ),
        open(
          'rounds/:roundId/reminders',
          'today',
          page(() => import('./pages/reminders/reminders-page'), 'RemindersPage'),
        ),
        open(
          'reviews',
          'reviews',
          page(() => import('./pages/reviews/reviews-page'), 'ReviewsPage'),
        ),
        open(
          'reviews/:reviewId',
          'reviews',
          page(() => import('./pages/reviews/review-page'), 'ReviewPage'),
        ),
        open(
          'cases',
          'cases',
          page(() => import('./pages/cases/cases-page'), 'CasesPage'),
        ),
        open(
          'cases/:caseId',
          'cases',
          page(() => import('./pages/cases/case-page'), 'CasePage'),
        ),
        open(
          'bindings',
          'bindings',
          page(() => import('./pages/bindings/bindings-page'), 'BindingsPage'),
        ),
        open(
          'disputes',
          'disputes',
          page(() => import('./pages/disputes/disputes-page'), 'DisputesPage'),
        ),
        open(
          'projects',
          'projects',
          page(() => import('./pages/projects/projects-page'), 'ProjectsPage'),
        ),
        open(
          'people',
          'people',
          page(() => import('./pages/people/people-page'), 'PeoplePage'),
        ),
        open(
          'audit',
          'audit',
          page(() => import('./pages/audit/audit-page'), 'AuditPage'),
        ),
        open(
          'account',
          'account',
          page(() => import('./pages/account/account-page'), 'AccountPage'),
        ),
        open(
          'account/authenticator',
          'account',
          page(() => import('./pages/account/authenticator-page'), 'AuthenticatorPage'),
        ),
        { path: '*', element: page(() => import('./pages/not-found-page'), 'NotFoundPage') },
      ],
    },
  ],
  { basename: import.meta.env.BASE_URL },
);

/** Nobody signed in: the log-in page, whatever the address. Anyone with a desk: the console. */
export function App() {
  const { session, pending, error, refetch } = useSession();
  if (pending || error)
    return (
      <main className="shell-content">
        <Loaded query={{ data: undefined, error, isPending: pending, refetch }}>{() => null}</Loaded>
      </main>
    );
  if (!session) return <LoginPage />;
  if (!isDeskRole(session.account.role)) return <LoginPage wrongRole />;
  return <RouterProvider router={router} />;
}
