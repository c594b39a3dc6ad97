import { formatMoment } from '@jiati/contracts';
import { useState } from 'react';
import type { CountSheet } from '@jiati/contracts';
import { ChainHead } from '../../components/chain-head';
import { Facts } from '../../components/facts';
import { GateBars } from '../../components/gate-bars';
import { countSheet as copy } from '../../copy/count-sheet';
import { decisionSentence, pivotSentence } from '../../copy/gates';
import { DoorRows } from './door-rows';
import { MissingList } from './missing-list';
import { TallyTable } from './tally-table';

const banners = {
  draft: null,
  open: copy.open,
  closed: copy.closed,
  announced: copy.announced,
  settled: copy.announced,
  void: copy.void,
};

/** One sheet of paper: the sentence, the gates, the counts, what is missing, and every door. */
export function Sheet({ sheet, closedAt }: { sheet: CountSheet; closedAt: string | null }) {
  const { round, ruleset, decision, tally } = sheet;
  const [now] = useState(() => new Date().toISOString());
  const closed = round.state !== 'open' && round.state !== 'draft';
  const banner = banners[round.state];
  const pivot = sheet.pivotDoors && !closed ? pivotSentence(sheet.pivotDoors) : null;
  const roomOf = new Map(sheet.rows.map((row) => [row.householdId, row.roomNo]));
  const pivotRooms = (sheet.pivotDoors?.sets ?? [])
    .slice(0, 3)
    .map((set) => set.map((id) => roomOf.get(id) ?? '').join('、'));
  return (
    <article className="sheet">
      <header className="sheet-head">
        {banner && (
          <p
            className={
              round.state === 'announced' || round.state === 'settled'
                ? 'sheet-banner'
                : 'sheet-banner sheet-banner-waiting'
            }
          >
            {banner}
          </p>
        )}
        <h2 className="sheet-title">{copy.title}</h2>
        <p className="sheet-place">{round.scopeLabel}</p>
      </header>
      <p className="sheet-sentence">{decision ? decisionSentence(decision, closed) : copy.turnoutOnly}</p>
      {pivot && (
        <p>
          {pivot}
          {pivotRooms.length > 0 && <span className="quiet">{copy.pivotSets(pivotRooms)}</span>}
        </p>
      )}
      <Facts
        compact
        facts={[
          [copy.motion, round.title],
          [
            copy.ruleset,
            <span key="ruleset">
              {copy.rulesetValue(ruleset.name, ruleset.article, ruleset.version)}
              <br />
              <span className={ruleset.verified ? 'quiet' : 'waiting-text'}>
                {ruleset.verified ? copy.verified : copy.unverified}
              </span>
            </span>,
          ],
          [
            copy.period,
            copy.periodValue(
              round.opensAt ? formatMoment(round.opensAt) : '—',
              formatMoment(endOf(round.closesAt, closedAt)),
            ),
          ],
        ]}
      />
      <section className="stack-tight sheet-part">
        <h3 className="sheet-section">{copy.gatesTitle}</h3>
        <GateBars checks={decision?.checks ?? round.turnout} />
      </section>
      <section className="stack-tight sheet-part">
        <h3 className="sheet-section">{copy.tallyTitle}</h3>
        {tally ? <TallyTable tally={tally} /> : <p>{copy.tallyLater}</p>}
        {tally && <p className="quiet small">{copy.percentHint}</p>}
      </section>
      <MissingList sheet={sheet} />
      <DoorRows sheet={sheet} />
      <footer className="sheet-foot">
        <div className="sheet-signatures">
          <span>{copy.countedBy}</span>
          <span>{copy.watchedBy}</span>
          <span>{copy.date}</span>
        </div>
        {sheet.chain && <ChainHead whole roundId={round.id} chain={sheet.chain} readAt={now} />}
        <p className="quiet small">{copy.printedAt(formatMoment(now))}</p>
      </footer>
    </article>
  );
}

/** A round may be closed before its closing time; what comes first ended it. */
const endOf = (closesAt: string, closedAt: string | null): string =>
  closedAt !== null && closedAt < closesAt ? closedAt : closesAt;
