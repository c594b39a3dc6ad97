import { formatHash, formatStamp } from '@jiati/contracts';
import { chainHead as copy } from '../copy/chain-head';
import { QrCode } from './qr-code';
import './chain-head.css';

interface ChainHeadProps {
  roundId: string;
  chain: { count: number; head: string };
  /** When it was read. */
  readAt: string | Date;
  /** Also shows all 64 characters, which no computer can find another chain for. */
  whole?: boolean;
}

/** Where the record chain stands, for paper: once it hangs on a wall it is out of everybody's reach, ours as well. */
export function ChainHead({ roundId, chain, readAt, whole = false }: ChainHeadProps) {
  return (
    <div role="group" className="chain-head" aria-label={copy.title}>
      <div className="chain-head-words">
        <p>
          {copy.title} <strong className="chain-head-code">{formatHash(chain.head)}</strong>
        </p>
        <p>
          {copy.words(chain.count)}，{copy.readAt(formatStamp(readAt))}
        </p>
        <p>
          {copy.purpose}
          {copy.scan}
        </p>
        {whole && <p className="chain-head-whole">{chain.head}</p>}
      </div>
      <QrCode text={checkAddress(roundId, chain)} label={copy.qrAlt} />
    </div>
  );
}

/** The page that checks the round, with the head in hand: behind the `#`, which browsers keep to themselves. */
const checkAddress = (roundId: string, { count, head }: ChainHeadProps['chain']): string =>
  `${window.location.origin}/verify/?bundle=/api/public/rounds/${roundId}/bundle#head=${count}:${head}`;
