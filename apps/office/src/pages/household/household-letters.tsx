import { formatDay, proxyStateLabels, type ProxyAuthorisation } from '@jiati/contracts';
import { useLettersOf } from '../../api/proxies';
import { Loaded } from '../../components/loaded';
import { RevokeLetter } from '../../components/revoke-letter';
import { StateTag, type Tone } from '../../components/state-tag';
import { proxies as copy } from '../../copy/proxies';
import './household-page.css';

const TONES: Partial<Record<ProxyAuthorisation['state'], Tone>> = { pending: 'waiting', approved: 'main' };

/** Who may vote for a household by letter, and who might once; one in force can be taken back. */
export function HouseholdLetters({
  householdId,
  place,
  writes,
}: {
  householdId: string;
  place: string;
  writes: boolean;
}) {
  const query = useLettersOf(householdId);
  return (
    <section className="card stack-tight" aria-labelledby="household-letters">
      <h2 id="household-letters">{copy.title}</h2>
      <Loaded query={query}>
        {(letters) =>
          letters.length === 0 ? (
            <p className="quiet">{copy.none}</p>
          ) : (
            <ul className="event-list">
              {letters.map((letter) => (
                <Letter key={letter.id} letter={letter} place={place} writes={writes} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Letter({ letter, place, writes }: { letter: ProxyAuthorisation; place: string; writes: boolean }) {
  const { state, proxyName, proxyPhoneMasked, validFromOn, validUntilOn, returnReason, revokedAt, revokeReason } =
    letter;
  const proxy = copy.proxy(proxyName, proxyPhoneMasked);
  const term = copy.term(formatDay(validFromOn), formatDay(validUntilOn));
  return (
    <li>
      <div className="row-spread">
        <StateTag tone={TONES[state] ?? 'calm'}>{proxyStateLabels[state]}</StateTag>
        {writes && state === 'approved' && (
          <RevokeLetter
            letterId={letter.id}
            facts={[
              [copy.labels.household, place],
              [copy.labels.proxy, proxy],
              [copy.labels.term, term],
            ]}
          />
        )}
      </div>
      <p className="full-text">{copy.to(proxy)}</p>
      <p className="quiet small">
        {[copy.by(letter.givenByName), copy.scope(letter.round?.title ?? null), copy.within(term)].join('；')}
      </p>
      {returnReason !== null && <p className="full-text">{copy.returned(returnReason)}</p>}
      {revokedAt !== null && <p className="full-text">{copy.revoked(formatDay(revokedAt), revokeReason)}</p>}
    </li>
  );
}
