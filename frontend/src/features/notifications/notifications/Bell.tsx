/** The number of pending actions, as on the overview; opens the notifications, also with the key `b`. */
import { ActionIcon } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { pendingQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { hint } from '@/components/hints/hint';
import { withWords } from '@/i18n';
import { loadLater } from '@/lib/lazyLoading';
import classes from './Notices.module.css';
import { useUnreadCounts } from './useUnreadCounts';

const NoticesDrawer = loadLater(withWords(async () => (await import('./NoticesDrawer')).NoticesDrawer));

export function Bell({ opened, onOpen }: { opened: boolean; onOpen: (open: boolean) => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const told = useUnreadCounts();
  const pending = useQuery(pendingQuery(jit.id)).data?.total ?? 0;
  const unread = told?.unread ?? 0;
  const many = told !== undefined && unread >= told.most;
  const news =
    unread === 0 ? t('notices/bellNone') : many ? t('notices/bellMany') : t('notices/bell', { count: unread });
  const label = pending === 0 ? news : `${news} · ${t('pending/count', { count: pending })}`;
  return (
    <>
      <span className={classes['bell']}>
        <ActionIcon
          aria-label={label}
          aria-haspopup="dialog"
          aria-expanded={opened}
          {...hint(label)}
          onClick={() => onOpen(true)}
        >
          <IconBell size={17} />
        </ActionIcon>
        {pending > 0 ? (
          <span className={classes['count']} data-urgent={(told?.now ?? 0) > 0 || undefined} aria-hidden>
            {pending}
          </span>
        ) : null}
      </span>
      {opened ? (
        <Suspense fallback={null}>
          <NoticesDrawer onClose={() => onOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
