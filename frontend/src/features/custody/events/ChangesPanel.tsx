/** Changes of the recorded details of an exhibit, newest first: who changed what, when and why. */
import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '@/api/views';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { EntryLines } from '@/features/audit/entries/EntryBody';
import { useWord } from '@/i18n/useWord';
import { By } from './EventRow';
import { custodyQuery } from './queries';
import classes from './Events.module.css';

const CHANGES: ReadonlySet<string> = new Set([
  'evidence.registered',
  'evidence.described',
  'evidence.evaluated',
  'evidence.use_limited',
  'evidence.use_limit_ended',
  'evidence.inherited',
  'evidence.joint',
  'evidence.flagged',
  'flag.decided',
  'evidence.closed',
  'evidence.filtered',
  'evidence.withdrawn',
]);

export function ChangesPanel({ evidence }: { evidence: string }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const custody = useInfiniteQuery(custodyQuery(jit.id, evidence, 'newest'));
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = custody;
  const changes = data?.pages.flatMap(({ items }) => items).filter(({ kind }) => CHANGES.has(kind ?? '')) ?? [];
  return (
    <Panel title={t('custody/changes')} flush>
      {isPending ? <Skeleton height={64} m="md" role="status" aria-label={t('common/loading')} /> : null}
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data && changes.length === 0 ? <p className={classes['none']}>{t('custody/noChanges')}</p> : null}
      <ul className={classes['changes']} aria-label={t('custody/changes')}>
        {changes.map((entry) => (
          <Change key={entry.commitment} entry={entry} />
        ))}
      </ul>
      {hasNextPage ? (
        <div className={classes['more']}>
          <Button
            size="compact-xs"
            variant="default"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage({ cancelRefetch: false })}
          >
            {t('custody/loadOlder')}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

/** The registration is told by its line alone: its details are those that the changes above it name as former ones. */
function Change({ entry }: { entry: EntryView }) {
  const word = useWord();
  return (
    <li>
      <strong>{word('entry', entry.kind ?? '')}</strong> {entry.at ? <When at={entry.at} /> : null} <By entry={entry} />
      {entry.kind === 'evidence.registered' ? null : <EntryLines entry={entry} />}
    </li>
  );
}
