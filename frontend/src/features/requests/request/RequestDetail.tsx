/** One legal request: its state and next deadline, items, transmission, results, papers, releases and history. */
import { Button, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import { Copyable } from '@/components/text/Copyable';
import { StateTag } from '@/components/text/StateTag';
import { When } from '@/components/text/When';
import { isSoon } from '@/lib/due';
import { useNow } from '@/lib/useNow';
import { visible } from '@/lib/visible';
import { ContentPanel, RelatedPanel } from './ContentPanel';
import { DeadlinesPanel } from './DeadlinesPanel';
import { PapersPanel, ResultsPanel } from './ExhibitPanels';
import { ItemsPanel } from './ItemsPanel';
import { MoveButtons } from './MoveButtons';
import { MoveDialog } from './MoveDialog';
import { MovesPanel } from './MovesPanel';
import type { PossibleMoveView, RequestItemView, RequestView } from './queries';
import { SharingPanel } from './SharingPanel';
import { isLapsing, nextDeadline } from './state';
import { DeadlineWhen, RequestStateTag } from './StateMarks';
import { TransmissionPanel } from './TransmissionPanel';
import { useRequestWords } from './useRequestWords';
import classes from './Request.module.css';

export function RequestDetail({ request }: { request: RequestView }) {
  const { t } = useTranslation();
  const { jit, may, partyName } = useTeam();
  const { title, said, sides } = useRequestWords();
  const now = useNow(60_000);
  const [moving, setMoving] = useState<{ item: RequestItemView | null; step: PossibleMoveView } | null>(null);
  const works = request.level === 'own' && may('requests:work');
  return (
    <>
      <header className={classes['header']}>
        <div className={classes['crumb']}>
          <Link to="/jits/$jit/requests" params={{ jit: jit.id }} search={{}} className={classes['back']}>
            <IconArrowLeft size={14} aria-hidden /> {t('requests/title')}
          </Link>
          <span className="dim">{t(`requestDirection/${request.direction}`)}</span>
          <Copyable value={request.number} whole label={t('requestDetail/copyNumber')} />
        </div>
        <div className={classes['titleLine']}>
          <Title order={1} className={classes['title']}>
            {title(request)}
          </Title>
          <div className={classes['acts']}>
            {works && isLapsing(request) ? (
              <Button
                variant="default"
                renderRoot={(props) => (
                  <Link
                    to="/jits/$jit/requests/new"
                    params={{ jit: jit.id }}
                    search={{ follows: request.id }}
                    {...props}
                  />
                )}
              >
                {t('requestDetail/requestProduction')}
              </Button>
            ) : null}
            {request.level === 'existence' ? null : (
              <Button
                variant="default"
                renderRoot={(props) => (
                  <Link
                    to="/jits/$jit/requests/$request/form"
                    params={{ jit: jit.id, request: request.id }}
                    {...props}
                  />
                )}
              >
                {t(request.may.edit ? 'filledForm/open' : 'filledForm/view')}
              </Button>
            )}
            <MoveButtons request={request} onMove={(step) => setMoving({ item: null, step })} />
          </div>
        </div>
        <div className={classes['tags']}>
          <RequestStateTag state={request.state} />
          {request.urgent ? <StateTag tone="bad">{t('requests/urgent')}</StateTag> : null}
          <StateTag>{said(request.instrument_title)}</StateTag>
          <StateTag>{t('requestDetail/sides', sides(request))}</StateTag>
        </div>
      </header>
      {request.level === 'existence' ? (
        <div className={classes['pad']}>
          <Notice tone="locked">{t('requestDetail/onlyExists', { party: partyName(request.party) })}</Notice>
        </div>
      ) : (
        <Content request={request} now={now} works={works} onMove={(item, step) => setMoving({ item, step })} />
      )}
      {moving ? <MoveDialog request={request} {...moving} onClose={() => setMoving(null)} /> : null}
    </>
  );
}

type ContentProps = {
  request: RequestView;
  now: number;
  works: boolean;
  onMove: (item: RequestItemView, step: PossibleMoveView) => void;
};

function Content({ request, now, works, onMove }: ContentProps) {
  const { t } = useTranslation();
  return (
    <>
      {request.closing_proposed ? (
        <div className={classes['pad']}>
          <Notice>{t('requestDetail/closingProposed')}</Notice>
        </div>
      ) : null}
      <Next request={request} now={now} />
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <ItemsPanel request={request} now={now} onMove={onMove} />
          <ResultsPanel request={request} works={works} />
          <ContentPanel request={request} />
          <MovesPanel request={request} />
        </div>
        <div className={classes['column']}>
          <TransmissionPanel request={request} now={now} works={works} />
          <PapersPanel request={request} works={works} />
          <DeadlinesPanel request={request} now={now} works={works} />
          <RelatedPanel request={request} />
          <SharingPanel request={request} />
        </div>
      </div>
    </>
  );
}

/** Current holder, contact and next deadline. */
function Next({ request, now }: { request: RequestView; now: number }) {
  const { t } = useTranslation();
  const { said } = useRequestWords();
  const holder = request.hops.at(-1);
  const clock = nextDeadline(request.clocks);
  return (
    <dl className={classes['next']} data-soon={(clock && isSoon(clock.due_at, now)) || undefined}>
      <div>
        <dt>{t('requestDetail/holder')}</dt>
        <dd>
          {holder ? (
            <>
              <strong>{visible(holder.authority)}</strong>
              <div className={classes['small']}>
                {t('requestDetail/since')} <When at={holder.arrived_at} form="column" />
              </div>
            </>
          ) : (
            <span className="dim">{t('requestDetail/noHolder')}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('requestDetail/contact')}</dt>
        <dd>
          {holder?.contact ? (
            <strong>{visible(holder.contact)}</strong>
          ) : (
            <span className="dim">{t('requestDetail/noContact')}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('requestHeads/deadline')}</dt>
        <dd>
          {clock ? (
            <>
              <strong>{said(clock.title)}</strong>
              <DeadlineWhen clock={clock} now={now} />
            </>
          ) : (
            <span className="dim">{t('requests/noDeadline')}</span>
          )}
        </dd>
      </div>
    </dl>
  );
}
