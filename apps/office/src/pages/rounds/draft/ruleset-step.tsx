import { formatDate } from '@jiati/contracts';
import { Radio } from 'antd';
import { useRulesets } from '../../../api/rounds';
import type { Ruleset } from '@jiati/contracts';
import { Loaded } from '../../../components/loaded';
import { StateTag } from '../../../components/state-tag';
import { thresholdOfGate } from '../../../copy/gates';
import { draft } from '../../../copy/rounds';
import type { StepProps } from './step-props';

const copy = draft.ruleset;

/** Which rule counts the ballots. Whether anybody has checked its text is said in the same breath. */
export function RulesetStep({ form, set, gaps }: StepProps) {
  const query = useRulesets();
  return (
    <Loaded query={query}>
      {(rulesets) => (
        <div className="field">
          <p className="quiet">{copy.lead}</p>
          <Radio.Group
            className="choice-list"
            aria-label={draft.stepTitles[1]}
            value={form.rulesetId}
            onChange={(event) => set({ rulesetId: event.target.value as string })}
          >
            {rulesets.map((ruleset) => (
              <Choice key={ruleset.id} ruleset={ruleset} fits={ruleset.scopes.includes(form.scopeKind)} />
            ))}
          </Radio.Group>
          <p className="field-problem" role="alert">
            {gaps.includes('ruleset') ? copy.required : ''}
          </p>
        </div>
      )}
    </Loaded>
  );
}

function Choice({ ruleset, fits }: { ruleset: Ruleset; fits: boolean }) {
  return (
    <Radio value={ruleset.id} disabled={!fits}>
      <span className="row">
        <span className="choice-title">{ruleset.name}</span>
        <StateTag tone={ruleset.verified ? 'main' : 'waiting'}>
          {ruleset.verified ? copy.verified : copy.unverified}
        </StateTag>
        {!fits && <StateTag tone="calm">{copy.unfit}</StateTag>}
      </span>
      <span className="quiet choice-line">
        {ruleset.document}
        {ruleset.article}，{ruleset.inForceFrom && `${copy.since(formatDate(ruleset.inForceFrom))}，`}
        {ruleset.electronicBallots === 'binding' ? copy.binding : copy.preparatory}
      </span>
      {ruleset.gates.map((gate) => (
        <span key={gate.id} className="choice-line">
          {thresholdOfGate(gate)}
        </span>
      ))}
      <span className="quiet choice-line">
        {copy.whileOpen(
          (['volunteers', 'officers'] as const)
            .filter((who) => ruleset.whileOpen[who] === 'distance')
            .map((who) => copy[who]),
        )}
      </span>
    </Radio>
  );
}
