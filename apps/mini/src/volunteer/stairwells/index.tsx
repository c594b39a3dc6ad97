import { formatDeadline, formatPlace } from '@jiati/contracts';
import { ApiProblem, words } from '@/api/client';
import { useLogOut } from '@/api/session';
import { useAssignedStairwells, type AssignedStairwell } from '@/api/volunteer';
import type { Account } from '@/api/wire';
import { Box, Empty, Notice, Para, PlainButton, Press, TextButton, Txt } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { lockCopy } from '@/copy/device-lock';
import { roundWords, volunteerCopy as copy } from '@/copy/volunteer';
import { go, replace, routes } from '@/routes';
import { volunteerRoutes } from '../addresses';
import { lockDevice } from '../lock/use-device-lock';
import { useOutbox } from '../outbox';
import { StaleNotice } from '../stale-notice';
import { VolunteerPage } from '../volunteer-page';

/** The stairwells assigned to this volunteer. */
export default function StairwellsPage() {
  return (
    <VolunteerPage title={copy.stairwellsTitle} onBack={() => replace(routes.home())}>
      {(account) => <Stairwells account={account} />}
    </VolunteerPage>
  );
}

function Stairwells({ account }: { account: Account }) {
  const stairwells = useAssignedStairwells();
  return (
    <>
      <Para>{copy.signedInAs(account.displayName)}</Para>
      <StaleNotice query={stairwells} />
      <Loaded query={stairwells}>
        {(all) =>
          all.length === 0 ? (
            <Empty
              title={copy.stairwellsEmpty}
              action={{ words: copy.openAgain, onPress: () => void stairwells.refetch() }}
            >
              {copy.stairwellsEmptyWords}
            </Empty>
          ) : (
            <Box as="ul" className="v-stairwells">
              {openFirst(all).map((stairwell) => (
                <Box as="li" key={stairwell.id}>
                  <StairwellCard stairwell={stairwell} />
                </Box>
              ))}
            </Box>
          )
        }
      </Loaded>
      <PlainButton onPress={() => lockDevice(account.id)}>{lockCopy.lockNow}</PlainButton>
      <LogOut accountId={account.id} />
    </>
  );
}

/** Where people are being asked there is something to do; otherwise in the order of the houses. */
const openFirst = (all: readonly AssignedStairwell[]): AssignedStairwell[] => {
  const isOpen = ({ round }: AssignedStairwell) => Number(round?.state === 'open');
  return [...all].sort((one, other) => isOpen(other) - isOpen(one));
};

function StairwellCard({ stairwell }: { stairwell: AssignedStairwell }) {
  const { round } = stairwell;
  return (
    <Press className="v-stairwell" onPress={() => go(volunteerRoutes.doors(stairwell.id))}>
      <Txt className="v-stairwell-name">{formatPlace(stairwell.buildingName, stairwell.name)}</Txt>
      <Txt className="v-quiet">{stairwell.estateName}</Txt>
      <Box>
        {copy.stairwellCounts(stairwell.householdCount, stairwell.visitedCount, stairwell.ballotCount).map((part) => (
          <Txt key={part} className="v-part">
            {part}
          </Txt>
        ))}
      </Box>
      <Txt className="v-quiet">
        {round === null
          ? copy.noRound
          : round.state === 'open'
            ? `${roundWords.open}，${formatDeadline(round.closesAt, new Date())}`
            : roundWords[round.state]}
      </Txt>
    </Press>
  );
}

/** On a shared tablet nobody leaves records behind that only they could send. */
function LogOut({ accountId }: { accountId: string }) {
  const logOut = useLogOut();
  const { ledger, sendNow } = useOutbox(accountId);
  const { error } = logOut;
  if (ledger.waiting > 0) {
    return (
      <Notice kind="waiting" title={copy.logOutWaiting}>
        <PlainButton onPress={sendNow}>{copy.sendNow}</PlainButton>
      </Notice>
    );
  }
  return (
    <>
      {ledger.refused > 0 ? (
        <Notice kind="problem" title={copy.logOutRefused(ledger.refused)}>
          <PlainButton onPress={() => go(volunteerRoutes.ledger())}>{copy.whyRefused}</PlainButton>
        </Notice>
      ) : null}
      <Box live="assertive">
        {error ? (
          <Notice
            kind="problem"
            title={error instanceof ApiProblem && error.status === 0 ? copy.logOutOffline : words(error)}
          />
        ) : null}
      </Box>
      <TextButton
        disabled={logOut.isPending}
        onPress={() => logOut.mutate(undefined, { onSuccess: () => replace(routes.home()) })}
      >
        {copy.logOut}
      </TextButton>
    </>
  );
}
