/** The team's live picture: what waits, what just happened, where the others are, how the ledger stands. */
import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BriefingSection } from '@/features/coordination/briefing/BriefingSection';
import { FeedSection } from '@/features/audit/activity/FeedSection';
import { ClocksPanel } from '@/features/coordination/overview/ClocksPanel';
import { HealthPanel } from '@/features/coordination/overview/HealthPanel';
import { WaitingPanel } from '@/features/coordination/overview/WaitingPanel';
import classes from '@/app/pages/Pages.module.css';

export function SituationPage() {
  const { t } = useTranslation();
  return (
    <>
      <Title order={1} className="visually-hidden">
        {t('situation/title')}
      </Title>
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
