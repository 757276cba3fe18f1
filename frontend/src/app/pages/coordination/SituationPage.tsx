/** The team's overview: pending actions, activity, next H-hour, partners, expiring data, state of the audit log. */
import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BriefingSection } from '@/features/coordination/briefing/BriefingSection';
import { FeedSection } from '@/features/audit/activity/FeedSection';
import { ClocksPanel } from '@/features/coordination/overview/ClocksPanel';
import { FirstStepsPanel } from '@/features/coordination/overview/FirstStepsPanel';
import { HealthPanel } from '@/features/coordination/overview/HealthPanel';
import { ExpiringPanel } from '@/features/coordination/overview/ExpiringPanel';
import { NextHourPanel } from '@/features/coordination/overview/NextHourPanel';
import { PendingPanel } from '@/features/coordination/overview/PendingPanel';
import classes from '@/app/pages/Pages.module.css';

export function SituationPage() {
  const { t } = useTranslation();
  return (
    <>
      <Title order={1} className={classes['title'] ?? ''}>
        {t('situation/title')}
      </Title>
      <div className={classes['columns']} data-situation>
        <div className={classes['column']}>
          <FirstStepsPanel />
          <BriefingSection />
          <PendingPanel />
          <FeedSection />
        </div>
        <div className={classes['column']}>
          <NextHourPanel />
          <ClocksPanel />
          <ExpiringPanel />
          <HealthPanel />
        </div>
      </div>
    </>
  );
}
