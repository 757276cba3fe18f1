/** One legal request: its state and next deadline, items, transmission, results, papers, releases and history. */
import { Button, Title } from '@mantine/core';
import { IconArrowLeft, IconPencil, IconShare2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import { Copyable } from '@/components/text/Copyable';
import { StateTag } from '@/components/text/StateTag';
import { useNow } from '@/lib/useNow';
import { instrumentsQuery } from '@/features/requests/form/queries';
import { CasePanel, EnvelopePanel } from './ContentPanel';
import { RequestCardFacts } from '@/features/requests/cards/CardFactsPanel';
import { ChangedValuesPanel } from '@/features/requests/changed-values/ChangedValuesPanel';
import { DeadlinesPanel } from '@/features/requests/deadlines/DeadlinesPanel';
import { EditForm } from './EditForm';
import { PapersPanel, ResultsPanel } from './ExhibitPanels';
import { FollowUpPanel } from './FollowUpPanel';
import { ItemsPanel } from './ItemsPanel';
import { MoveButtons } from './MoveButtons';
import { MoveDialog } from './MoveDialog';
import { MovesPanel } from './MovesPanel';
import { NextPanel } from './NextPanel';
import type { PossibleMoveView, RequestItemView, RequestView } from './queries';
import { RelatedPanel } from './RelatedPanel';
import { RetentionPanel } from '@/features/requests/retention/RetentionPanel';
import { ShareDialog } from './ShareDialog';
import { SharingPanel } from './SharingPanel';
import { isDraft, isOver } from './state';
import { RequestStateTag } from './StateMarks';
import { TransmissionPanel } from '@/features/requests/transmission/TransmissionPanel';
import { useRequestWords } from './useRequestWords';
import classes from './Request.module.css';

/**
 * `tasksOf`, `erasing`, `answering`, `approvals`: the tasks of an item, the erasure of texts in an entry, the
 * registration of an answer, and the required approvals, which other features show.
 */
type Props = {
  request: RequestView;
  tasksOf?: (item: RequestItemView) => ReactNode;
  answering?: (close: () => void) => ReactNode;
  erasing?: (position: number) => ReactNode;
  approvals?: ReactNode;
};

export function RequestDetail({ request, tasksOf, answering, erasing, approvals }: Props) {
  const { t } = useTranslation();
  const { jit, may, partyName } = useTeam();
  const { title, said, sides } = useRequestWords();
  const now = useNow(60_000);
  const [moving, setMoving] = useState<{ item: RequestItemView | null; step: PossibleMoveView } | null>(null);
  const [sharing, setSharing] = useState(false);
  const [editing, setEditing] = useState(false);
  const works = request.level === 'own' && may('requests:work');
  const { data: instruments } = useQuery(instrumentsQuery());
  const instrument = instruments?.items.find(({ key }) => key === request.instrument);
  // An instrument that the catalogue does not have any more can still have a saved form.
  const hasForm = request.content !== null && instruments !== undefined && instrument?.forms.length !== 0;
  const mayChange = works && !isOver(request) && !editing;
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
            {mayChange ? (
              <Button
                variant="default"
                leftSection={<IconPencil size={15} aria-hidden />}
                onClick={() => setEditing(true)}
              >
                {t('requestDetail/edit')}
              </Button>
            ) : null}
            {request.may.release ? (
              <Button
                variant="default"
                leftSection={<IconShare2 size={15} aria-hidden />}
                onClick={() => setSharing(true)}
              >
                {t('requestDetail/share')}
              </Button>
            ) : null}
            {hasForm ? (
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
            ) : null}
            <MoveButtons request={request} onMove={(step) => setMoving({ item: null, step })} />
          </div>
        </div>
        <div className={classes['tags']}>
          <RequestStateTag state={request.state} />
          {request.urgent ? <StateTag tone="bad">{t('requests/urgent')}</StateTag> : null}
          <StateTag>{said(request.instrument_title)}</StateTag>
          <StateTag>{t('requestDetail/sides', sides(request))}</StateTag>
          {request.releases.map(({ party, level }) => (
            <StateTag key={party}>{t(`requestShared/${level}`, { party: partyName(party) })}</StateTag>
          ))}
        </div>
      </header>
      {request.within_team ? (
        <div className={classes['pad']}>
          <Notice tone="warn">{t('requestDetail/withinTeam')}</Notice>
        </div>
      ) : null}
      {request.level === 'existence' ? (
        <div className={classes['pad']}>
          <Notice tone="locked">{t('requestDetail/onlyExists', { party: partyName(request.party) })}</Notice>
        </div>
      ) : request.content === null ? (
        <Outline request={request} now={now} />
      ) : editing ? (
        <EditForm request={request} onClose={() => setEditing(false)} />
      ) : (
        <Content
          request={request}
          now={now}
          works={works}
          tasksOf={tasksOf}
          answering={answering}
          erasing={erasing}
          approvals={approvals}
          onMove={(item, step) => setMoving({ item, step })}
        />
      )}
      {sharing ? <ShareDialog request={request} onClose={() => setSharing(false)} /> : null}
      {moving ? <MoveDialog request={request} {...moving} onClose={() => setMoving(null)} /> : null}
    </>
  );
}

/** What a coordinator reads: holder and deadlines. */
function Outline({ request, now }: { request: RequestView; now: number }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={classes['pad']}>
        <Notice tone="locked">{t('requestDetail/roleReadsOutline')}</Notice>
      </div>
      <NextPanel request={request} now={now} works={false} />
      <div className={classes['pad']}>
        <DeadlinesPanel request={request} now={now} works={false} />
      </div>
    </>
  );
}

type ContentProps = {
  request: RequestView;
  now: number;
  works: boolean;
  tasksOf: Props['tasksOf'];
  answering: Props['answering'];
  erasing: Props['erasing'];
  approvals: ReactNode;
  onMove: (item: RequestItemView, step: PossibleMoveView) => void;
};

function Content({ request, now, works, tasksOf, answering, erasing, approvals, onMove }: ContentProps) {
  const { t } = useTranslation();
  return (
    <>
      {request.closing_proposed ? (
        <div className={classes['pad']}>
          <Notice>{t('requestDetail/closingProposed')}</Notice>
        </div>
      ) : null}
      <NextPanel request={request} now={now} works={works} />
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <ItemsPanel request={request} now={now} tasksOf={tasksOf} onMove={onMove} />
          <div className={classes['pair']}>
            <ResultsPanel request={request} works={works} answering={answering} />
            <EnvelopePanel request={request} />
          </div>
          <CasePanel request={request} />
          <MovesPanel request={request} />
        </div>
        <div className={classes['column']}>
          <TransmissionPanel request={request} now={now} works={works} />
          <RequestCardFacts request={request.id} isDraft={isDraft(request)} />
          <FollowUpPanel request={request} />
          <PapersPanel request={request} works={works} />
          {request.level === 'own' ? <ChangedValuesPanel request={request.id} /> : null}
          <DeadlinesPanel request={request} now={now} works={works} />
          <RelatedPanel request={request} works={works} />
          <SharingPanel request={request} />
          {approvals}
          <RetentionPanel of="request" line={request} erasing={erasing} />
        </div>
      </div>
    </>
  );
}
