/** One action day in planning: answers, warnings, actions, deconfliction list, operations log. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { operationQuery } from './queries/operations';
import { useTeam } from '@/api/team';
import type { ActionView, ResultView } from '@/api/views';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useNow } from '@/lib/useNow';
import { ActionDrawer } from './ActionDrawer';
import { ActionsPanel } from './ActionsPanel';
import { ChecksPanel } from './ChecksPanel';
import { DayHead } from './DayHead';
import { ExpiredAlarm } from './day-steps/ExpiredAlarm';
import { DebriefsPanel } from './aftermath/DebriefsPanel';
import { LeavingBar, type Leaving } from './LeavingBar';
import { MediaPanel } from './aftermath/MediaPanel';
import { OperationDrawer } from './list/OperationDrawer';
import { ProtectedPanel } from './ProtectedPanel';
import { ResultsPanel } from './aftermath/ResultsPanel';
import { SavedLine } from './saved-day/SavedLine';
import { TickerPanel } from './operations-log/TickerPanel';
import { WaitingBar } from './WaitingBar';
import { WordsPanel } from './WordsPanel';
import classes from './Operations.module.css';

type Props = {
  operation: string;
  onExhibit: (result: ResultView) => void;
  onTask: (result: ResultView) => void;
  onLeaving: Leaving | null;
};

/** `onLeaving`: who came here on the way out goes on by it, or stays. */
export function OperationScreen({ operation, onExhibit, onTask, onLeaving }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const now = useNow(1000);
  const { data: day, error, refetch } = useQuery(operationQuery(jit.id, operation));
  const [changing, setChanging] = useState(false);
  const [acting, setActing] = useState<ActionView | 'new' | null>(null);
  const leaving = onLeaving ? <LeavingBar {...onLeaving} /> : null;
  if (!day)
    return (
      <div className={classes['pad']}>
        {leaving}
        {error ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : (
          <div role="status" aria-label={t('common/loading')}>
            <Skeleton height={200} />
          </div>
        )}
      </div>
    );
  const after = day.state === 'live' || day.state === 'closed';
  return (
    <>
      <div className={classes['screen']} data-plan>
        {leaving}
        <DayHead day={day} now={now} onChange={() => setChanging(true)} />
        <SavedLine day={day} now={now} />
        <ExpiredAlarm day={day} now={now} />
        <WaitingBar />
        <div className={classes['columns']}>
          <div className={classes['column']}>
            <ActionsPanel day={day} onPlan={() => setActing('new')} onChange={setActing} />
            {after ? <ResultsPanel day={day} onExhibit={onExhibit} onTask={onTask} /> : null}
            {after ? <DebriefsPanel day={day} /> : null}
          </div>
          <div className={classes['column']}>
            <WordsPanel day={day} now={now} />
            <TickerPanel day={day} />
            <ChecksPanel day={day} />
            <ProtectedPanel day={day} />
            <MediaPanel day={day} />
          </div>
        </div>
      </div>
      {changing ? (
        <OperationDrawer day={day} onClose={() => setChanging(false)} onDone={() => setChanging(false)} />
      ) : null}
      {acting ? (
        <ActionDrawer day={day} {...(acting === 'new' ? {} : { action: acting })} onClose={() => setActing(null)} />
      ) : null}
    </>
  );
}
