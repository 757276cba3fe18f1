/** The team's live picture: what waits, what just happened, where the others are, how the ledger stands. */
import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BriefingSection } from '@/features/briefing/BriefingSection';
import { FeedSection } from '@/features/feed/FeedSection';
import { ClocksPanel } from '@/features/situation/ClocksPanel';
import { HealthPanel } from '@/features/situation/HealthPanel';
import { WaitingPanel } from '@/features/situation/WaitingPanel';
import classes from './Pages.module.css';

export function SituationPage() {
  const { t } = useTranslation();
  return (
    <>
      <Title order={1} className="visually-hidden">{t('situation/title')}</Title>
      <div className={classes['columns']} data-situation>
        <div className={classes['column']}>
          <BriefingSection />
          <WaitingPanel />
          <FeedSection />
        </div>
        <div className={classes['column']}>
          <ClocksPanel />
          <HealthPanel />
        </div>
      </div>
    </>
  );
}
