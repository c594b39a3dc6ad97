import { useState } from 'react';
import type { IdentityCheck } from '@jiati/contracts';
import type { BoundRelation } from '@/api/wire';
import { Box, Button, Field, OptionList, Para, Txt } from '@/components/kit';
import { identityCheckLabels, signerRelationLabels, witnessCopy as copy } from '@/copy/volunteer';

const relations = Object.keys(signerRelationLabels) as (keyof typeof signerRelationLabels)[];
const identityChecks = Object.keys(identityCheckLabels) as IdentityCheck[];

/** Who signs, and how the volunteer knows: the least evidence of a ballot taken at the door. */
export interface Witness {
  signerName: string;
  signerRelation: BoundRelation;
  identityCheck: IdentityCheck;
}

/** The answers so far; the page keeps them, so that they outlive a lock. */
export interface WitnessDraft {
  signerName: string;
  relation: BoundRelation | null;
  identityCheck: IdentityCheck | null;
}

export const blankDraft: WitnessDraft = { signerName: '', relation: null, identityCheck: null };

interface WitnessFormProps {
  draft: WitnessDraft;
  onChange: (draft: WitnessDraft) => void;
  onTurn: (witness: Witness) => void;
}

/** Asked before the tablet is turned; without all three the ballot could not be checked later. */
export function WitnessForm({ draft, onChange, onTurn }: WitnessFormProps) {
  const { signerName, relation, identityCheck } = draft;
  const [tried, setTried] = useState(false);
  const missing =
    signerName.trim() === ''
      ? copy.missingName
      : relation === null
        ? copy.missingRelation
        : identityCheck === null
          ? copy.missingIdentity
          : null;
  const turn = () => {
    setTried(true);
    if (signerName.trim() && relation && identityCheck) {
      onTurn({ signerName: signerName.trim(), signerRelation: relation, identityCheck });
    }
  };
  return (
    <Box className="v-column">
      <Para>{copy.onlyOwners}</Para>
      <Field
        label={copy.signerName}
        hint={copy.signerNameHint}
        value={signerName}
        onChange={(name) => onChange({ ...draft, signerName: name })}
        maxLength={40}
        error={tried && signerName.trim() === '' ? copy.missingName : null}
      />
      <Box className="v-two">
        <OptionList
          legend={copy.relation}
          options={relations.map((value) => ({ value, label: signerRelationLabels[value] }))}
          values={relation ? [relation as (typeof relations)[number]] : []}
          onToggle={(value) => onChange({ ...draft, relation: value })}
        />
        <OptionList
          legend={copy.identity}
          options={identityChecks.map((value) => ({ value, label: identityCheckLabels[value] }))}
          values={identityCheck ? [identityCheck] : []}
          onToggle={(value) => onChange({ ...draft, identityCheck: value })}
        />
      </Box>
      <Box live="assertive">
        {tried && missing ? (
          <Txt as="p" className="field-error">
            {missing}
          </Txt>
        ) : null}
      </Box>
      <Button onPress={turn}>{copy.turn}</Button>
      <Para small>{copy.turnHint}</Para>
    </Box>
  );
}
