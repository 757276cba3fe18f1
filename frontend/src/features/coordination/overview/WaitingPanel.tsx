/** What waits for this seat, most urgent first: each line leads to where it is done. */
import { Skeleton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { uncheckedQuery } from '@/features/sharing/privilege-review/queries';
import { waitingConsentsQuery } from '@/features/sharing/consents/queries';
import { situationQuery } from '@/api/queries';
import { reviewsQuery } from '@/features/retention/periods/queries';
import { useTeam } from '@/api/team';
import type { ConsentView, SituationView, TaskView, UncheckedView } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { TwoTimes } from '@/components/text/TwoTimes';
import { DueWhen } from '@/components/text/DueWhen';
import { useWord } from '@/i18n/useWord';
import { visible } from '@/lib/visible';
import { ProposedLine } from './ProposedLine';
import { Line } from './Line';
import { useMyTasks, useProposed } from './tasks';
import classes from './Situation.module.css';

export function WaitingPanel() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const { data, error, isPending, refetch } = useQuery(situationQuery(jit.id));
  const mine = useMyTasks(jit.id, may('tasks:read'));
  const proposed = useProposed(jit.id, may('tasks:read'));
  const asked = useQuery({ ...waitingConsentsQuery(jit.id), enabled: may('consents:answer') }).data?.items ?? [];
  const due = (useQuery({ ...reviewsQuery(jit.id), enabled: may('retention:decide') }).data?.items ?? []).filter(
    ({ overdue }) => overdue,
  );
  const unchecked = useQuery({ ...uncheckedQuery(jit.id), enabled: may('evidence:filter') }).data?.items ?? [];
  const count = data
    ? total(data) + mine.tasks.length + proposed.length + asked.length + due.length + unchecked.length
    : 0;
  return (
    <Panel
      title={t('situation/waiting')}
      aside={data && count > 0 ? t('situation/things', { count }) : undefined}
      flush
    >
      {isPending ? (
        <div className={classes['wait']}>
          <Skeleton height={64} aria-label={t('common/loading')} />
        </div>
      ) : null}
      {error ? (
        <div className={classes['wait']}>
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      {data && count === 0 ? (
        <EmptyState icon={IconCircleCheck} title={t('situation/nothing')} help={t('situation/nothingHelp')} />
      ) : null}
      {data && count > 0 ? (
        <ul className={classes['list']}>
          {proposed.map((task) => (
            <ProposedLine key={task.id} task={task} />
          ))}
          {mine.tasks.map((task) => (
            <TaskLine key={task.id} task={task} />
          ))}
          {asked.map((one) => (
            <ConsentLine key={one.id} one={one} />
          ))}
          {due.map((one) => (
            <Line
              key={one.evidence}
              what={t(one.wish?.may.includes('confirm') ? 'erasureWish/toConfirm' : 'retention/waits')}
              at={<DueWhen one={one} />}
            >
              <Link to="/jits/$jit/reviews" params={{ jit: jit.id }} className="exhibit-link">
                <span className="mono">{one.exhibit_number}</span> {one.title}
              </Link>
            </Line>
          ))}
          {unchecked.map((one) => (
            <UncheckedLine key={one.evidence} one={one} />
          ))}
          <Decisions waiting={data.waiting} />
        </ul>
      ) : null}
    </Panel>
  );
}

export function total({
  waiting: { undecided, proposed, ending, copies, seconds, flags, damaged, alerts, handovers },
}: SituationView): number {
  return (
    undecided.length +
    proposed.length +
    ending.length +
    copies.length +
    seconds.length +
    flags.length +
    damaged.length +
    alerts.length +
    handovers.length
  );
}

function Decisions({ waiting }: { waiting: SituationView['waiting'] }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const word = useWord();
  const exhibit = (evidence: string, number: string, title: string) => (
    <Link to="/jits/$jit/evidence/$evidence" params={{ jit: jit.id, evidence }} className="exhibit-link">
      <span className="mono">{number}</span> {title}
    </Link>
  );
  return (
    <>
      {waiting.undecided.map((one) => (
        <Line
          key={one.file}
          what={t('situation/undecided')}
          urgent
          at={one.received_at ? <TwoTimes at={one.received_at} /> : null}
        >
          {exhibit(one.evidence, one.exhibit_number, one.title)}
          <div className="dim">{one.name}</div>
        </Line>
      ))}
      {waiting.damaged.map((one) => (
        <Line key={one.evidence} what={t('fixity/alarm')} urgent at={<TwoTimes at={one.checked_at} />}>
          {exhibit(one.evidence, one.exhibit_number, one.title)}
        </Line>
      ))}
      {waiting.flags.map((one) => (
        <Line key={one.id} what={t('flags/waitsFor')} urgent at={<TwoTimes at={one.flagged_at} />}>
          {exhibit(one.evidence, one.exhibit_number, one.title)}
          <div className="dim">{visible(one.exonerates)}</div>
        </Line>
      ))}
      {waiting.handovers.map((one) => (
        <Line
          key={one.id}
          what={t('where/waitsFor')}
          urgent={Date.parse(one.due_at) < Date.now()}
          at={<TwoTimes at={one.due_at} other={one.party} />}
        >
          {exhibit(one.evidence, one.exhibit_number, one.title)}
          <div className="dim">
            {t('where/fromTo', { giver: one.giver, from: one.offered_by, to: one.to_name, seat: one.to_seat })}
          </div>
        </Line>
      ))}
      {waiting.alerts.map((one) => (
        <Line
          key={one.id}
          what={t('alerts/waits')}
          urgent={one.kind !== 'first_opening'}
          at={<TwoTimes at={one.raised_at} other={one.party} />}
        >
          <Link to="/jits/$jit/alerts" params={{ jit: jit.id }} className="exhibit-link">
            <span className="mono">{one.exhibit_number}</span> {one.title}
          </Link>
          <div className="dim">
            {partyName(one.party)}
            {t('common/colon')}
            {one.kind === 'burst' ? t('alerts/burst', { count: one.openings }) : t(`alertKind/${one.kind}`)},{' '}
            <span className="mono">{one.seat}</span>
          </div>
        </Line>
      ))}
      {waiting.copies.map((one) => (
        <Line key={one.id} what={t('copies/waitsFor')} urgent at={<TwoTimes at={one.asked_at} />}>
          <Link to="/jits/$jit/copies" params={{ jit: jit.id }} className="exhibit-link">
            <span className="mono">{one.exhibit_number}</span> {one.title}
          </Link>
          <div className="dim">
            {one.custodian} · {t('copies/fileNumber')} {one.file_number}
          </div>
        </Line>
      ))}
      {waiting.seconds.map((one) => (
        <Line
          key={one.id}
          what={t(
            one.jointly
              ? one.court_use
                ? 'joint/waitsCourt'
                : 'joint/waitsRelease'
              : one.recall
                ? 'fourEyes/waitsRecall'
                : 'fourEyes/waitsRelease',
            { party: partyName(one.party) },
          )}
          urgent={one.recall}
          at={<TwoTimes at={one.wanted_at} />}
        >
          {exhibit(one.evidence, one.exhibit_number, one.title)}
          <div className="dim">{t('fourEyes/decidedBy', { seat: one.wanted_by })}</div>
        </Line>
      ))}
      {waiting.proposed.map((one) => (
        <Line key={one.id} what={t('situation/proposed')} at={<TwoTimes at={one.proposed_at} />}>
          <Link to="/jits/$jit/members" params={{ jit: jit.id }} className="exhibit-link">
            <span className="mono">{one.code}</span> {one.name}
          </Link>
          <div className="dim">{one.roles.map((role) => word('role', role)).join(', ')}</div>
        </Line>
      ))}
      {waiting.ending.map((one) => (
        <Line
          key={`${one.evidence}${one.party}`}
          what={one.to_us ? t('situation/endingToUs') : t('situation/ending', { party: partyName(one.party) })}
          at={<TwoTimes at={one.until} other={one.to_us ? null : one.party} />}
        >
          {exhibit(one.evidence, one.exhibit_number, one.title)}
        </Line>
      ))}
    </>
  );
}

function ConsentLine({ one }: { one: ConsentView }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  return (
    <Line what={t('consents/waits')} at={<TwoTimes at={one.due_at} zone={one.asker_zone} />}>
      <Link to="/jits/$jit/consents" params={{ jit: jit.id }} className="exhibit-link">
        {t('consents/asks', { party: partyName(one.asker_party) })}
      </Link>
      <div className="dim">{visible(one.words)}</div>
    </Line>
  );
}

function UncheckedLine({ one }: { one: UncheckedView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  return (
    <Line what={t('filtering/waits')} urgent at={<TwoTimes at={one.registered_at} />}>
      <Link
        to="/jits/$jit/evidence/$evidence"
        params={{ jit: jit.id, evidence: one.evidence }}
        className="exhibit-link"
      >
        <span className="mono">{one.exhibit_number}</span> {one.title}
      </Link>
    </Line>
  );
}

function TaskLine({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const overdue = task.due_at !== null && Date.parse(task.due_at) < Date.now();
  return (
    <Line
      what={overdue ? t('situation/overdue') : t('situation/task')}
      urgent={overdue}
      at={task.due_at ? <TwoTimes at={task.due_at} zone={task.due_zone} /> : null}
    >
      <Link to="/jits/$jit/tasks/$task" params={{ jit: jit.id, task: task.id }} className="exhibit-link">
        <span className="mono">{task.number}</span> {task.title}
      </Link>
    </Line>
  );
}
