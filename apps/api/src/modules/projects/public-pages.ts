import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { isKnown } from '../../platform/http';
import { Statements, Transactions } from '../../platform/transaction';
import { latestRoundOf } from '../decisions';
import { refusals } from './projects.refusals';
import { ReadPublicStairwell } from './read-public-stairwell';

/** Moves when the page's shape does: a phone must not keep a page of the release before. */
const SHAPE = 2;

/** The most pages kept ready, some kilobytes each. */
const MOST_KEPT = 4_000;

/** The most pages asked after in one statement. */
const MOST_TOGETHER = 64;

/**
 * Of each stairwell asked for: one row where it has a round of its own; else its row and that of its wider round, if
 * there is one. `OFFSET 0` has the first looked at before the second: as one join both would be read each time.
 */
const VERSIONS = {
  name: 'public-page-versions',
  text: `
SELECT asked.code, coalesce(own.version, other.version) AS version
  FROM unnest($1::text[]) AS asked (code)
  LEFT JOIN LATERAL (
    SELECT 'r' || left(t.round_id::text, 8) || '.' || t.version AS version
      FROM round_tallies t WHERE t.page_code = asked.code) own ON true
  LEFT JOIN LATERAL (
    SELECT 's' || w.page_version || '.' || coalesce(left(t.round_id::text, 8) || '.' || t.version, '') AS version
      FROM stairwells w
      LEFT JOIN LATERAL ${latestRoundOf('w')} latest ON true
      LEFT JOIN round_tallies t ON t.round_id = latest.id
     WHERE own.version IS NULL AND w.code = asked.code OFFSET 0) other ON true`,
};

/** A page ready to be sent. */
export interface PublicPage {
  etag: string;
  /** JSON; null for somebody who has it already. */
  body: string | null;
}

/**
 * The pages behind the posters' links, by version: whoever has the page is told so from one row, and a page that many
 * ask for is put together once.
 */
@Injectable()
export class PublicPages {
  private readonly kept = new LRUCache<string, { etag: string; body: string }>({ max: MOST_KEPT });

  /** Requests of the same moment ask together. Nothing is remembered from one moment to the next. */
  private readonly versions = new DataLoader<string, string | null>(
    async (codes) => {
      const rows = await this.statements.rows<{ code: string; version: string | null }>(VERSIONS, [codes]);
      const byCode = new Map(rows.map((row) => [row.code, row.version]));
      return codes.map((code) => byCode.get(code) ?? null);
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
    const version = await this.versions.load(code);
    if (version === null) throw refusals.stairwell_link_unknown();
    const etag = `"${SHAPE}-${version}"`;
    if (isKnown(known, etag)) return { etag, body: null };
    const kept = this.kept.get(code);
    if (kept?.etag === etag) return kept;
    // Read after its version: should it change in between, the next version comes with the next request.
    const body = JSON.stringify(await this.transactions.read((tx) => this.stairwell.execute(tx, code)));
    this.kept.set(code, { etag, body });
    return { etag, body };
  }
}
