/** The user's notifications: unread by urgency, all by time, archived. */
import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBellCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { noticesQuery, readAll, unreadAgain, type Which } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { NotificationView } from '@/api/views';
import { MoreButton } from '@/components/layout/PagedRows';
import { SideDialog } from '@/components/dialogs/Dialog';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { NoticeRow } from './NoticeRow';
import classes from './Notices.module.css';

const URGENCIES = ['now', 'today', 'whenever'] as const;
const WHICH: readonly Which[] = ['unread', 'all', 'dismissed'];

export function NoticesDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [which, setWhich] = useState<Which>('unread');
  const list = useInfiniteQuery(noticesQuery(jit.id, which));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const groups =
    which === 'unread'
      ? URGENCIES.map((urgency) => [urgency, rows.filter((one) => one.urgency === urgency)] as const).filter(
          ([, some]) => some.length > 0,
        )
      : [['', rows] as const];
  return (
    <SideDialog
      onClose={onClose}
      position="right"
      size="30rem"
      title={t('notices/title')}
      classNames={{ body: classes['body'] ?? '' }}
    >
      <div className={classes['tools']}>
        <SegmentedControl
          size="xs"
          aria-label={t('notices/which')}
          value={which}
          onChange={(value) => setWhich(value)}
          data={WHICH.map((value) => ({ value, label: t(`notices/${value}`) }))}
        />
        <ReadAll rows={which === 'dismissed' ? [] : rows} />
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
      {list.isSuccess && rows.length === 0 ? (
        <EmptyState icon={IconBellCheck} title={t(`notices/none/${which}`)} help={t(`notices/noneHelp/${which}`)} />
      ) : null}
      <div onKeyDown={step}>
        {groups.map(([urgency, some]) =>
          some.length > 0 ? (
            <div
              key={urgency}
              role="group"
              aria-label={urgency ? t(`notices/urgency/${urgency}`) : t(`notices/${which}`)}
            >
              {urgency ? (
                <h3 className={classes['urgency']} data-urgency={urgency}>
                  {t(`notices/urgency/${urgency}`)}
                </h3>
              ) : null}
              <ul className={classes['list']}>
                {some.map((one) => (
                  <NoticeRow key={one.id} one={one} onGone={onClose} />
                ))}
              </ul>
            </div>
          ) : null,
        )}
      </div>
      {list.hasNextPage ? (
        <div className={classes['pad']}>
          <MoreButton list={list} size="xs" />
        </div>
      ) : null}
      <p className={classes['foot']}>
        <Link className="exhibit-link" to="/account" onClick={onClose}>
          {t('notices/settings')}
        </Link>
      </p>
    </SideDialog>
  );
}

/** Everything up to the newest on the screen, with a way back. */
function ReadAll({ rows }: { rows: readonly NotificationView[] }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const refresh = () => {
    for (const queryKey of [keys.noticeCounts(jit.id), keys.notices(jit.id)])
      void queries.invalidateQueries({ queryKey });
  };
  const undo = useMutation({ mutationFn: (reading: string) => unreadAgain(jit.id, reading), onSettled: refresh });
  const run = useMutation({
    mutationFn: (until: string) => readAll(jit.id, until),
    onSettled: refresh,
    onSuccess: ({ id, count }) => {
      const shown = notifications.show({
        message: (
          <span className={classes['undo']}>
            {t('notices/allRead', { count })}{' '}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                undo.mutate(id);
                notifications.hide(shown);
              }}
            >
              {t('notices/undo')}
            </Button>
          </span>
        ),
        autoClose: 12_000,
      });
    },
  });
  // Ids grow with time.
  const newest = rows
    .filter(({ read }) => !read)
    .map(({ id }) => id)
    .reduce((a, b) => (a > b ? a : b), '');
  return (
    <>
      {newest ? (
        <Button size="xs" variant="default" loading={run.isPending} onClick={() => run.mutate(newest)}>
          {t('notices/readAll')}
        </Button>
      ) : null}
      <ProblemNotice error={run.error ?? undo.error} />
    </>
  );
}

/** Up and down go from one to the next. */
function step(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-notice]')];
  const row =
    event.target instanceof Element ? event.target.closest('li')?.querySelector<HTMLElement>('[data-notice]') : null;
  const next = all[(row ? all.indexOf(row) : -1) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
