/** The disclosures of one exhibit: all for the originator, its own for another party. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { exhibitDisclosuresQuery } from './queries';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { DisclosureRow } from './DisclosureRow';
import classes from './Disclosures.module.css';

export function DisclosuresPanel({ evidence }: { evidence: string }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data, error, refetch } = useQuery(exhibitDisclosuresQuery(jit.id, evidence));
  const rows = data?.items ?? [];
  if (rows.length === 0 && !error) return null;
  return (
    <Panel title={t('disclosures/title')} term="disclosure" flush aside={rows.length}>
      {error ? (
        <div className={classes['pad']}>
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      <ul className={classes['list']}>
        {rows.map((one) => (
          <DisclosureRow key={one.id} one={one} />
        ))}
      </ul>
    </Panel>
  );
}
