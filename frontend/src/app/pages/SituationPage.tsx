/** The team's live picture: what waits, what just happened, where the others are, how the ledger stands. */
import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { checkpointQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { useLargest } from '@/components/useLargest';
import { FeedSection } from '@/features/feed/FeedSection';
import { ClocksPanel } from '@/features/situation/ClocksPanel';
import { HealthPanel } from '@/features/situation/HealthPanel';
import { WaitingPanel } from '@/features/situation/WaitingPanel';
import { parseCheckpoint } from '@/lib/notes';
import classes from './Pages.module.css';

export function SituationPage() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data: note } = useQuery(checkpointQuery(jit.id));
  const checkpoint = note === undefined ? null : parseCheckpoint(note);
  const largest = useLargest(checkpoint?.origin, checkpoint?.size);
  return (
    <>
      <Title order={1} className="visually-hidden">{t('situation/title')}</Title>
      <div className={classes['columns']} data-situation>
        <div className={classes['column']}>
          <WaitingPanel />
          <FeedSection />
        </div>
        <div className={classes['column']}>
          <ClocksPanel />
          <HealthPanel largest={largest} />
        </div>
      </div>
    </>
  );
}
