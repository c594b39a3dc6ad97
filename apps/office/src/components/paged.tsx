import type { ReactNode } from 'react';
import { common } from '../copy/common';
import { Loaded } from './loaded';
import { More } from './more';
import { NothingHere } from './nothing-here';

interface PagedProps<Page, Row> {
  /** A list that comes in pieces, as TanStack's infinite queries tell it. */
  list: Parameters<typeof More>[0]['list'] & {
    data: { pages: Page[] } | undefined;
    isPending: boolean;
    refetch: () => unknown;
  };
  rowsOf: (page: Page) => Row[];
  /** Whether something was searched or chosen, so that an empty list does not mean that there is nothing. */
  isFiltered: boolean;
  /** What stands where there is nothing at all. */
  empty: ReactNode;
  children: (rows: Row[]) => ReactNode;
}

/** A list that comes page by page: what was read of it and the way to more, or words where there is nothing. */
export function Paged<Page, Row>({ list, rowsOf, isFiltered, empty, children }: PagedProps<Page, Row>) {
  return (
    <Loaded query={list}>
      {({ pages }) => {
        const rows = pages.flatMap(rowsOf);
        if (rows.length > 0)
          return (
            <>
              {children(rows)}
              <More shown={rows.length} list={list} />
            </>
          );
        return isFiltered ? <NothingHere title={common.emptyFiltered}>{common.emptyFilteredHint}</NothingHere> : empty;
      }}
    </Loaded>
  );
}
