import type { Check } from '@jiati/contracts';
import { amount, fraction, gateName, gates, outcomeWords, percentWords, thresholdOfGate } from '../copy/gates';
import './gate-bars.css';

/** The gates as sentences with a bar under each: the hatched part is what there is, the tick what the law asks. */
export function GateBars({ checks }: { checks: Check[] }) {
  const roles = [...new Set(checks.map((check) => check.role))];
  return (
    <div className="gate-groups">
      {roles.map((role) => (
        <section key={role} className="gate-group" aria-label={gates.groups[role]}>
          <p className="gate-group-title">
            {gates.groups[role]} <span className="quiet small">{gates.groupHints[role]}</span>
          </p>
          {checks
            .filter((check) => check.role === role)
            .map((check) => (
              <Gate key={check.gateId} check={check} />
            ))}
        </section>
      ))}
    </div>
  );
}

function Gate({ check }: { check: Check }) {
  const mark = check.met === null ? 'unknown' : check.met ? 'met' : 'short';
  const share = (value: number) => (check.whole === 0 ? 0 : Math.min(100, (value * 100) / check.whole));
  const tick = share(check.required);
  return (
    <div className="gate">
      <p className="gate-sentence">
        <span>{gateName(check)}</span>
        <span className={`gate-outcome gate-outcome-${mark}`}>{outcomeWords(check)}</span>
      </p>
      <p className="gate-fraction">
        <strong>{fraction(check)}</strong> <span className="quiet nowrap">{percentWords(check)}</span>
      </p>
      <div className="gate-bar" aria-hidden="true">
        <div className="gate-bar-part" style={{ width: `${share(check.part)}%` }} />
        <div className="gate-bar-tick" style={{ left: `${tick}%` }} />
      </div>
      <p
        className={tick > 50 ? 'gate-tick gate-tick-left' : 'gate-tick'}
        style={{ '--tick': `${tick}%` } as React.CSSProperties}
      >
        {gates.tick(amount(check, check.required))}
      </p>
      <p className="quiet small">
        {thresholdOfGate(check)}。{gates.citation(check.citation.document, check.citation.article)}
        {check.met === null && `。${gates.areaCoversKnown}`}
      </p>
    </div>
  );
}
