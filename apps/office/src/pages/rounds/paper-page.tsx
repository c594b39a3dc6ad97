import { Alert } from 'antd';
import { useParams } from 'react-router-dom';
import { useRound } from '../../api/rounds';
import { useScopeDoors } from '../../api/scope';
import type { Round } from '@jiati/contracts';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { paper as copy } from '../../copy/paper';
import { PaperForm } from './paper-form';

/** Takes the paper ballots that reached the office, one at a time. */
export function PaperPage() {
  const { roundId = '' } = useParams();
  const query = useRound(roundId);
  return (
    <Page title={copy.title} back={{ to: `/rounds/${roundId}`, label: copy.back }} lead={copy.lead}>
      <Loaded query={query}>
        {(round) => (round.state === 'open' ? <Open round={round} /> : <Alert type="info" title={copy.closed} />)}
      </Loaded>
    </Page>
  );
}

function Open({ round }: { round: Round }) {
  const scope = useScopeDoors(round.estateId, round.scopeKind, round.scopeId);
  const query = {
    data: scope.pending ? undefined : scope.doors,
    error: scope.error,
    isPending: scope.pending,
    refetch: () => undefined,
  };
  return <Loaded query={query}>{(doors) => <PaperForm round={round} doors={doors} />}</Loaded>;
}
