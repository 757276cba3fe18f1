/** The rows of a paged list: what went wrong, a placeholder while it loads, and the button that loads more. */
import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

type List = {
  error: Error | null;
  isPending: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => Promise<unknown>;
  fetchNextPage: () => Promise<unknown>;
};
/** `className`: of the parts around the rows. `height`: of the placeholder. */
type Props = { list: List; className?: string | undefined; height?: number; children: ReactNode };

export function PagedRows({ list, className, height = 160, children }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {list.error ? (
        <div className={className}>
          <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : null}
      {list.isPending ? (
        <div className={className} role="status" aria-label={t('common/loading')}>
          <Skeleton height={height} />
        </div>
      ) : null}
      {children}
      {list.hasNextPage ? (
        <div className={className}>
          <MoreButton list={list} size="xs" />
        </div>
      ) : null}
    </>
  );
}

type MoreProps = {
  list: Pick<List, 'isFetchingNextPage' | 'fetchNextPage'>;
  size: 'xs' | 'compact-xs' | 'compact-sm';
  label?: string;
};

/** Loads the next page of a list. */
export function MoreButton({ list, size, label }: MoreProps) {
  const { t } = useTranslation();
  return (
    <Button variant="default" size={size} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {label ?? t('common/more')}
    </Button>
  );
}
