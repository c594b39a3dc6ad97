import { useState } from 'react';
import type { IdentityCheck } from '@jiati/contracts';
import type { Relation } from '@/api/wire';
import { Box, Button, Field, OptionList, Para } from '@/components/kit';
import { identityCheckLabels, signerRelationLabels, witnessCopy as copy } from '@/copy/volunteer';
import type { Witness } from './index';

const relations = Object.keys(signerRelationLabels) as (keyof typeof signerRelationLabels)[];
const identityChecks = Object.keys(identityCheckLabels) as IdentityCheck[];

/** Asked before the tablet is turned; without all three the ballot could not be checked later. */
export function WitnessForm({ onTurn }: { onTurn: (witness: Witness) => void }) {
  const [signerName, setSignerName] = useState('');
  const [relation, setRelation] = useState<Relation | null>(null);
  const [identityCheck, setIdentityCheck] = useState<IdentityCheck | null>(null);
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
      <Field
        label={copy.signerName}
        hint={copy.signerNameHint}
        value={signerName}
        onChange={setSignerName}
        maxLength={40}
        error={tried && signerName.trim() === '' ? copy.missingName : null}
      />
      <Box className="v-two">
        <OptionList
          legend={copy.relation}
          options={relations.map((value) => ({ value, label: signerRelationLabels[value] }))}
          values={relation ? [relation as (typeof relations)[number]] : []}
          onToggle={setRelation}
        />
        <OptionList
          legend={copy.identity}
          options={identityChecks.map((value) => ({ value, label: identityCheckLabels[value] }))}
          values={identityCheck ? [identityCheck] : []}
          onToggle={setIdentityCheck}
        />
      </Box>
      <Para small>{copy.onlyOwners}</Para>
      <Box live="assertive">{tried && missing ? <Para>{missing}</Para> : null}</Box>
      <Button onPress={turn}>{copy.turn}</Button>
      <Para small>{copy.turnHint}</Para>
    </Box>
  );
}
