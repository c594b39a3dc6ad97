import {
  areaSourceLabels,
  formatArea,
  formatDay,
  formatPlace,
  formatRoom,
  tenureLabels,
  type HouseholdOnRoll,
} from '@jiati/contracts';
import { Alert } from 'antd';
import { useParams } from 'react-router-dom';
import { useBindingsOf } from '../../api/bindings';
import { useHousehold } from '../../api/household';
import { useDeskRole } from '../../api/session';
import { Facts, type Fact } from '../../components/facts';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { common } from '../../copy/common';
import { household as copy } from '../../copy/household';
import { mayOpen, mayWrite } from '../../lib/desks';
import { BindingTable } from '../bindings/binding-table';
import { HouseholdDisputes } from './household-disputes';
import { HouseholdHistory } from './household-history';
import { HouseholdLetters } from './household-letters';
import { OwnersTable } from './owners-table';
import { TitleTransfers } from './title-transfers';

/** Everything the office keeps about one household: who owns it, who is bound, what is disputed, what happened. */
export function HouseholdPage() {
  const { householdId = '' } = useParams();
  const query = useHousehold(householdId);
  const house = query.data;
  const role = useDeskRole();
  const writes = mayWrite(role);
  const place = house && copy.place(house.estateName, house.buildingName, house.stairwellName);
  return (
    <Page
      title={
        house ? formatPlace(house.buildingName, house.stairwellName, formatRoom(house.roomNo)) : copy.fallbackTitle
      }
      back={house && place ? { to: `/roll/${house.estateId}/${house.stairwellId}`, label: place } : undefined}
    >
      <Loaded query={query}>
        {(loaded) => (
          <div className="stack">
            {loaded.ballotFrozenAt && <Alert type="warning" title={copy.frozen} />}
            <section className="stack-tight" aria-labelledby="household-owners">
              <h2 id="household-owners">{copy.owners}</h2>
              <OwnersTable household={loaded} writes={writes} />
            </section>
            <section className="card stack-tight" aria-labelledby="household-roll">
              <h2 id="household-roll">{copy.roll}</h2>
              <Facts facts={factsOf(loaded)} />
            </section>
            <People householdId={householdId} writes={writes} />
            <HouseholdLetters householdId={householdId} place={door(loaded)} writes={writes} />
            <HouseholdDisputes householdId={householdId} place={door(loaded)} writes={writes} />
            <TitleTransfers household={loaded} writes={writes} />
            {mayOpen(role, 'audit') && <HouseholdHistory householdId={householdId} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function door({ estateName, buildingName, stairwellName, roomNo }: HouseholdOnRoll): string {
  return `${copy.place(estateName, buildingName, stairwellName)} ${formatRoom(roomNo)}`;
}

function factsOf(house: HouseholdOnRoll): Fact[] {
  const source = house.areaSource ? copy.inBrackets(areaSourceLabels[house.areaSource]) : '';
  return [
    [copy.floor, copy.floorValue(house.floor)],
    [copy.area, `${formatArea(house.areaDm2)}${source}`],
    [copy.tenure, `${tenureLabels[house.tenure]}${house.isLet ? copy.isLet : ''}`],
    [copy.slip, house.slipIssuedAt ? copy.slipIssued(formatDay(house.slipIssuedAt)) : copy.slipNone],
    [copy.remark, house.remark || common.none],
  ];
}

function People({ householdId, writes }: { householdId: string; writes: boolean }) {
  const query = useBindingsOf(householdId);
  return (
    <section className="stack-tight" aria-labelledby="household-people">
      <h2 id="household-people">{copy.people}</h2>
      <Loaded query={query}>
        {({ bindings }) =>
          bindings.length === 0 ? (
            <p className="quiet">{copy.peopleNone}</p>
          ) : (
            <BindingTable rows={bindings} ofOneHousehold writes={writes} />
          )
        }
      </Loaded>
    </section>
  );
}
