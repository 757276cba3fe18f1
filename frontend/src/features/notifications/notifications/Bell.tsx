/** How much concerns one and is unread; what it is, on a press or on `b`. */
import { ActionIcon } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { hint } from '@/components/hints/hint';
import { later } from '@/lib/later';
import classes from './Notices.module.css';
import { useTold } from './useTold';

const NoticesDrawer = later(async () => (await import('./NoticesDrawer')).NoticesDrawer);

export function Bell({ opened, onOpen }: { opened: boolean; onOpen: (open: boolean) => void }) {
  const { t } = useTranslation();
  const told = useTold();
  const count = told?.unread ?? 0;
  const many = told !== undefined && count >= told.most;
  const label = count === 0 ? t('notices/bellNone') : many ? t('notices/bellMany') : t('notices/bell', { count });
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
        {count > 0 ? (
          <span className={classes['count']} data-urgent={(told?.now ?? 0) > 0 || undefined} aria-hidden>
            {many ? `${String(count - 1)}+` : count}
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
