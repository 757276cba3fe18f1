/** The place of an exhibit in the list from which it was opened, with the exhibits before and after it. */
import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { poolQuery, type Filters } from '@/api/queries';
import { count as countIn } from '@/lib/format';
import { countQuery } from './queries';
import classes from './Position.module.css';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The filters of the list from which an exhibit was opened. */
    listed?: Filters;
  }
}

type Props = { exhibit: string; listed: Filters; onTurn: (exhibit: string) => void };

/** Only exhibits that the list shows to the member count. Without the exhibit in the rows that are loaded, nothing is shown. */
export function ListPosition({ exhibit, listed, onTurn }: Props) {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const pool = useInfiniteQuery(poolQuery(jit.id, listed));
  const counted = useQuery(countQuery(jit.id, listed)).data;
  const rows = pool.data?.pages.flatMap((page) => page.items) ?? [];
  const at = rows.findIndex(({ id }) => id === exhibit);
  if (at < 0 || !counted) return null;
  const first = pool.data?.pageParams[0] as { start: number } | undefined;
  const start = pool.hasPreviousPage ? (first?.start ?? 0) : 0;
  const total = `${countIn(counted.count, locale)}${counted.more ? '+' : ''}`;
  const turn = async (by: -1 | 1) => {
    const near = rows[at + by]?.id;
    if (near !== undefined) {
      onTurn(near);
      return;
    }
    const { data } = await (by === 1 ? pool.fetchNextPage() : pool.fetchPreviousPage());
    const all = data?.pages.flatMap((page) => page.items) ?? [];
    const next = all[all.findIndex(({ id }) => id === exhibit) + by]?.id;
    if (next !== undefined) onTurn(next);
  };
  const button = (by: -1 | 1) => ({
    size: 'sm',
    variant: 'default',
    loading: pool.isFetchingNextPage || pool.isFetchingPreviousPage,
    disabled: rows[at + by] === undefined && !(by === 1 ? pool.hasNextPage : pool.hasPreviousPage),
    onClick: () => void turn(by),
  });
  return (
    <nav className={classes['position']} aria-label={t('position/title')}>
      <ActionIcon {...button(-1)} aria-label={t('position/previous')}>
        <IconChevronLeft size={14} aria-hidden />
      </ActionIcon>
      <span>{t('position/of', { at: countIn(start + at + 1, locale), total })}</span>
      <ActionIcon {...button(1)} aria-label={t('position/next')}>
        <IconChevronRight size={14} aria-hidden />
      </ActionIcon>
    </nav>
  );
}
