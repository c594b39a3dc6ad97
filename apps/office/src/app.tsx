import { lazy, type ComponentType } from 'react';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router-dom';
import { useSession } from './api/session';
import { Loaded } from './components/loaded';
import { LoginPage } from './pages/login/login-page';
import { Shell } from './shell';

/** One chunk a page: an officer who only reviews never loads the import wizard. */
const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) => {
  const Page = lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] }));
  return <Page />;
};

const router = createBrowserRouter(
  [
    {
      element: <Shell />,
      children: [
        { index: true, element: <Navigate to="/today" replace /> },
        { path: 'today', element: page(() => import('./pages/today/today-page'), 'TodayPage') },
        { path: 'roll', element: page(() => import('./pages/roll/estates-page'), 'EstatesPage') },
        { path: 'roll/import', element: page(() => import('./pages/roll/import-page'), 'ImportPage') },
        { path: 'roll/:estateId', element: page(() => import('./pages/roll/estate-page'), 'EstatePage') },
        { path: 'roll/:estateId/posters', element: page(() => import('./pages/roll/posters-page'), 'PostersPage') },
        {
          path: 'roll/:estateId/:stairwellId',
          element: page(() => import('./pages/roll/stairwell-page'), 'StairwellPage'),
        },
        { path: 'rounds', element: page(() => import('./pages/rounds/rounds-page'), 'RoundsPage') },
        { path: 'rounds/new', element: page(() => import('./pages/rounds/draft-page'), 'DraftPage') },
        { path: 'rounds/:roundId', element: page(() => import('./pages/rounds/round-page'), 'RoundPage') },
        { path: 'rounds/:roundId/paper', element: page(() => import('./pages/rounds/paper-page'), 'PaperPage') },
        { path: 'rounds/:roundId/edit', element: page(() => import('./pages/rounds/draft-page'), 'DraftPage') },
        {
          path: 'rounds/:roundId/count-sheet',
          element: page(() => import('./pages/count-sheet/count-sheet-page'), 'CountSheetPage'),
        },
        { path: 'reviews', element: page(() => import('./pages/reviews/reviews-page'), 'ReviewsPage') },
        { path: 'reviews/:reviewId', element: page(() => import('./pages/reviews/review-page'), 'ReviewPage') },
        { path: 'people', element: page(() => import('./pages/people/people-page'), 'PeoplePage') },
        { path: '*', element: page(() => import('./pages/not-found-page'), 'NotFoundPage') },
      ],
    },
  ],
  { basename: import.meta.env.BASE_URL },
);

/** Nobody signed in: the log-in page, whatever the address. An officer: the console. */
export function App() {
  const { session, pending, error, refetch } = useSession();
  if (pending || error)
    return (
      <main className="shell-content">
        <Loaded query={{ data: undefined, error, isPending: pending, refetch }}>{() => null}</Loaded>
      </main>
    );
  if (!session) return <LoginPage />;
  if (session.account.role !== 'officer') return <LoginPage wrongRole />;
  return <RouterProvider router={router} />;
}
