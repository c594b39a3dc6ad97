import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { isKnown } from '../../platform/http';
import { Statements, Transactions } from '../../platform/transaction';
import { latestRoundOf } from '../decisions';
import { refusals } from './projects.refusals';
import { ReadPublicStairwell } from './read-public-stairwell';

/** Moves when the page's shape does: a phone must not keep a page of the release before. */
const SHAPE = 3;

/** The most pages kept ready, some kilobytes each. */
const MOST_KEPT = 4_000;

/** The most pages asked after in one statement. */
const MOST_TOGETHER = 64;

/**
 * What stands for a page as it was read: the row that vouches for it and that row's version. The row is the tally of the
 * round that the page shows, and the stairwell where it shows none. While the version is the same, so is the page.
 */
interface Mark {
  roundId: string | null;
  version: number;
}

/** The version of each row asked for, by the id of the round or the code of the stairwell. */
const VERSIONS = {
  name: 'public-page-versions',
  text: `
SELECT round_id::text AS row, version FROM round_tallies WHERE round_id = ANY ($1::uuid[])
UNION ALL
SELECT code, page_version FROM stairwells WHERE code = ANY ($2::text[])`,
};

const MARK = {
  name: 'public-page-mark',
  text: `
SELECT t.round_id AS "roundId", coalesce(t.version, w.page_version) AS version
  FROM stairwells w
  LEFT JOIN LATERAL ${latestRoundOf('w')} latest ON true
  LEFT JOIN round_tallies t ON t.round_id = latest.id
 WHERE w.code = $1`,
};

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ETAG = new RegExp(`"${SHAPE}/([^"/]+)/(${UUID})?/([0-9]+)"`, 'g');

const etagOf = (code: string, { roundId, version }: Mark): string => `"${SHAPE}/${code}/${roundId ?? ''}/${version}"`;

/** The first mark of this page in an If-None-Match header. */
function markIn(known: string | undefined, code: string): Mark | undefined {
  const found = [...(known ?? '').matchAll(ETAG)].find(([, ofCode]) => ofCode === code);
  return found && { roundId: found[2] ?? null, version: Number(found[3]) };
}

/** A page ready to be sent. */
export interface PublicPage {
  etag: string;
  /** JSON; null for somebody who has it already. */
  body: string | null;
}

/**
 * The pages behind the posters' links. Whoever has the page is told so from one row, which the ETag names, and a page
 * that many ask for is put together once.
 */
@Injectable()
export class PublicPages {
  private readonly kept = new LRUCache<string, { mark: Mark; body: string }>({ max: MOST_KEPT });

  /** Requests of the same moment ask together. Nothing is remembered from one moment to the next. */
  private readonly versions = new DataLoader<{ code: string; roundId: string | null }, number | undefined>(
    async (pages) => {
      const rows = await this.statements.rows<{ row: string; version: number }>(VERSIONS, [
        pages.flatMap(({ roundId }) => roundId ?? []),
        pages.flatMap(({ code, roundId }) => (roundId === null ? code : [])),
      ]);
      const versions = new Map(rows.map(({ row, version }) => [row, version]));
      return pages.map(({ code, roundId }) => versions.get(roundId ?? code));
    },
    { cache: false, maxBatchSize: MOST_TOGETHER, batchScheduleFn: (ask) => setImmediate(ask) },
  );

  constructor(
    private readonly statements: Statements,
    private readonly transactions: Transactions,
    private readonly stairwell: ReadPublicStairwell,
  ) {}

  /**
   * @param known the If-None-Match header
   * @throws stairwell_link_unknown (404)
   */
  async read(code: string, known: string | undefined): Promise<PublicPage> {
    const mark = markIn(known, code);
    if (mark && (await this.holds(code, mark))) return { etag: etagOf(code, mark), body: null };
    const page = (await this.keptReady(code)) ?? (await this.putTogether(code));
    return isKnown(known, page.etag) ? { ...page, body: null } : page;
  }

  private async holds(code: string, { roundId, version }: Mark): Promise<boolean> {
    return (await this.versions.load({ code, roundId })) === version;
  }

  private async keptReady(code: string): Promise<PublicPage | null> {
    const kept = this.kept.get(code);
    return kept && (await this.holds(code, kept.mark)) ? { etag: etagOf(code, kept.mark), body: kept.body } : null;
  }

  private async putTogether(code: string): Promise<PublicPage> {
    const [mark] = await this.statements.rows<Mark>(MARK, [code]);
    if (!mark) throw refusals.stairwell_link_unknown();
    // Read after its mark: should it change in between, the mark no longer holds.
    const body = JSON.stringify(await this.transactions.read((tx) => this.stairwell.execute(tx, code)));
    this.kept.set(code, { mark, body });
    return { etag: etagOf(code, mark), body };
  }
}
