/** Alerts about acts of others on exhibits of the own party: responsible leader and state of each. */
import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBellCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acknowledge, alertsQuery } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { MoreButton } from '@/components/layout/PagedRows';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { AlertGroupRow } from './AlertGroupRow';
import { AlertRow } from './AlertRow';
import { grouped, isFolded } from './groups';
import classes from './Alerts.module.css';

export function AlertsScreen() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const [done, setDone] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [saying, setSaying] = useState(false);
  const list = useInfiniteQuery(alertsQuery(jit.id, done));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const mine = rows.filter(({ mine, may_answer, kind }) => mine && may_answer && kind !== 'emergency');
  const picked = mine.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const choose = (id: string, wanted: boolean) =>
    setChosen((before) => new Set(wanted ? [...before, id] : [...before].filter((one) => one !== id)));
  return (
    <div className={classes['screen']}>
      <div className={classes['pad']}>
        <ScreenHead title={t('alerts/title')} help={t('alerts/help')} />
      </div>
      <div className={classes['tools']}>
        <SegmentedControl
          size="xs"
          aria-label={t('alerts/which')}
          value={done ? 'done' : 'waiting'}
          onChange={(value) => setDone(value === 'done')}
          data={[
            { value: 'waiting', label: t('alerts/waiting') },
            { value: 'done', label: t('alerts/done') },
          ]}
        />
        {mine.length > 0 && !done ? (
          <Button
            size="xs"
            variant="default"
            onClick={() => setChosen(picked.length === mine.length ? new Set() : new Set(mine.map(({ id }) => id)))}
          >
            {t('alerts/all', { count: mine.length })}
          </Button>
        ) : null}
        {picked.length > 0 ? (
          <Button size="xs" onClick={() => setSaying(true)}>
            {t('alerts/acknowledge', { count: picked.length })}
          </Button>
        ) : null}
      </div>
      {list.error ? (
        <div className={classes['pad']}>
          <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : null}
      {list.isPending ? (
        <div className={classes['pad']} role="status" aria-label={t('common/loading')}>
          <Skeleton height={120} />
        </div>
      ) : null}
      {rows.length > 0 ? (
        <ul className={classes['list']} aria-label={t('alerts/title')}>
          {grouped(rows).map((group) => {
            const each = group.alerts.map((one) => (
              <AlertRow
                key={one.id}
                one={one}
                chosen={chosen.has(one.id)}
                onChoose={(wanted) => choose(one.id, wanted)}
              />
            ));
            return isFolded(group) ? (
              <AlertGroupRow key={group.key} group={group}>
                {each}
              </AlertGroupRow>
            ) : (
              each
            );
          })}
        </ul>
      ) : null}
      {list.hasNextPage ? (
        <div className={classes['pad']}>
          <MoreButton list={list} size="xs" />
        </div>
      ) : null}
      {list.isSuccess && rows.length === 0 ? (
        <EmptyState
          icon={IconBellCheck}
          title={t(done ? 'alerts/noneDone' : 'alerts/none')}
          help={t('alerts/noneHelp')}
        />
      ) : null}
      {saying ? (
        <ReasonDialog
          title={t('alerts/acknowledge', { count: picked.length })}
          help={t('alerts/acknowledgeHelp')}
          reasonLabel={t('alerts/word')}
          action={t('alerts/acknowledgeNow')}
          danger={false}
          onClose={() => setSaying(false)}
          act={(word) => acknowledge(jit.id, picked, word)}
          onDone={() => {
            for (const queryKey of [keys.alerts(jit.id), keys.situation(jit.id)])
              void queries.invalidateQueries({ queryKey });
            notifications.show({ message: t('alerts/acknowledged') });
            setChosen(new Set());
            setSaying(false);
          }}
        />
      ) : null}
    </div>
  );
}
