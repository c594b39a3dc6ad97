import { Button } from 'antd';
import { useParams, useSearchParams } from 'react-router-dom';
import { useEstate, usePublicStairwell, useStairwells } from '../../api/roll';
import type { StairwellSummary } from '@jiati/contracts';
import { ChainHead } from '../../components/chain-head';
import { Loaded } from '../../components/loaded';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { QrCode, stairwellAddress } from '../../components/qr-code';
import { common } from '../../copy/common';
import { roll } from '../../copy/roll';
import './posters-page.css';

const copy = roll.poster;

/** One A4 sheet a stairwell, for the wall of the entrance hall. `?stairwell=` prints only that one. */
export function PostersPage() {
  const { estateId = '' } = useParams();
  const [params] = useSearchParams();
  const only = params.get('stairwell');
  const query = useStairwells(estateId);
  const estate = useEstate(estateId).data;
  const shown = (query.data ?? []).filter((item) => only === null || item.id === only);
  const back = only
    ? {
        to: `/roll/${estateId}/${only}`,
        label: shown[0] ? `${shown[0].buildingName}${shown[0].name}` : roll.stairwell.fallbackTitle,
      }
    : { to: `/roll/${estateId}`, label: estate?.name ?? roll.estate.fallbackTitle };
  return (
    <div className="posters-page">
      <Page
        title={copy.title}
        back={back}
        lead={copy.lead}
        actions={
          shown.length > 0 && (
            <Button type="primary" onClick={() => window.print()}>
              {copy.print(shown.length)}
            </Button>
          )
        }
      >
        <Loaded query={query}>
          {() =>
            shown.length === 0 ? (
              <NothingHere title={roll.estate.emptyTitle}>{roll.estate.empty}</NothingHere>
            ) : (
              <div className="posters">
                {shown.map((stairwell) => (
                  <Poster key={stairwell.id} estateName={estate?.name ?? ''} stairwell={stairwell} />
                ))}
              </div>
            )
          }
        </Loaded>
      </Page>
    </div>
  );
}

function Poster({ estateName, stairwell }: { estateName: string; stairwell: StairwellSummary }) {
  const place = [estateName, stairwell.buildingName, stairwell.name].filter(Boolean).join(common.separator);
  const shown = usePublicStairwell(stairwell.code);
  const { hotline, round } = shown.data ?? {};
  return (
    <article className="poster" aria-label={place}>
      <p className="poster-place">{place}</p>
      <h2 className="poster-heading">{copy.heading}</h2>
      <p className="poster-sentence">{copy.sentence(`${stairwell.buildingName}${stairwell.name}`)}</p>
      <div className="poster-code">
        <QrCode text={stairwellAddress(stairwell.code)} label={copy.qrAlt(place)} />
        <div>
          <p className="poster-scan">{copy.scan}</p>
          <p>{copy.code}</p>
          <p className="poster-stairwell-code">{stairwell.code}</p>
        </div>
      </div>
      <ul className="poster-ways">
        {copy.ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
      <div className="poster-foot">
        {round?.chain && <ChainHead roundId={round.id} chain={round.chain} readAt={new Date(shown.dataUpdatedAt)} />}
        <p>{copy.neighbourly}</p>
        <p className="poster-hotline">
          {copy.hotline} <strong>{hotline ?? copy.noHotline}</strong>
        </p>
      </div>
    </article>
  );
}
