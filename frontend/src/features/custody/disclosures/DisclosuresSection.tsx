/** Disclosures to proceedings by the own party, and by others of its exhibits. */
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { disclosuresQuery } from './queries';
import { useTeam } from '@/api/team';
import type { DisclosureView } from '@/api/views';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { DisclosureRow } from './DisclosureRow';
import classes from './Disclosures.module.css';

export function DisclosuresSection({ side }: { side: DisclosureView['side'] }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    disclosuresQuery(jit.id, side),
  );
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  if (rows.length === 0 && !error) return null;
  return (
    <section className={classes['group']} aria-labelledby={`disclosures-${side}`}>
      <h2 id={`disclosures-${side}`} className={classes['heading']}>
        {t(`disclosures/${side}`)}
      </h2>
      {error ? (
        <div className={classes['pad']}>
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      <ul className={classes['list']}>
        {rows.map((one) => (
          <DisclosureRow key={one.id} one={one} named />
        ))}
      </ul>
      {hasNextPage ? (
        <div className={classes['pad']}>
          <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('common/more')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
