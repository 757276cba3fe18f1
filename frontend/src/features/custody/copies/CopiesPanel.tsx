/** The copies of one exhibit: for the originator all holders and missing answers, for a holder its own. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exhibitCopiesQuery } from './queries';
import { useTeam } from '@/api/team';
import type { CopyView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { AnswerDialog } from './AnswerDialog';
import { CopyRow } from './CopyRow';
import classes from './Copies.module.css';

export function CopiesPanel({ evidence }: { evidence: string }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data, error, refetch } = useQuery(exhibitCopiesQuery(jit.id, evidence));
  const [answering, setAnswering] = useState<CopyView | null>(null);
  const rows = data?.items ?? [];
  if (rows.length === 0 && !error) return null;
  const out = rows.filter(({ state }) => state !== 'destroyed').length;
  const owed = rows.filter(({ state, asked_at: asked }) => state === 'out' && asked !== null).length;
  return (
    <Panel
      title={t('copies/title')}
      term="copy"
      flush
      aside={owed > 0 ? t('copies/owed', { count: owed }) : t('copies/out', { count: out })}
    >
      {error ? (
        <div className={classes['pad']}>
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      <ul className={classes['list']} data-narrow>
        {rows.map((one) => (
          <CopyRow key={one.id} one={one} onAnswer={() => setAnswering(one)} />
        ))}
      </ul>
      {answering ? <AnswerDialog copy={answering} onClose={() => setAnswering(null)} /> : null}
    </Panel>
  );
}
