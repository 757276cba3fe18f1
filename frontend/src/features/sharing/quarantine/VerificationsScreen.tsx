/** Queues of a reviewer: uploads of third countries, and potentially privileged exhibits. */
import { IconShieldQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { PrivilegeQueue } from '@/features/sharing/privilege-review/PrivilegeQueue';
import { UploadQueue } from './UploadQueue';
import classes from './Verifications.module.css';

export function VerificationsScreen() {
  const { t } = useTranslation();
  const { may } = useTeam();
  const uploads = may('evidence:verify');
  const privilege = may('evidence:filter');
  return (
    <div className={classes['screen']}>
      <div className={classes['pad']}>
        <ScreenHead title={t('verifications/title')} help={t('verifications/help')} />
      </div>
      {uploads ? <UploadQueue /> : null}
      {privilege ? <PrivilegeQueue /> : null}
      {uploads || privilege ? null : (
        <EmptyState
          icon={IconShieldQuestion}
          title={t('verifications/noReviewer')}
          help={t('verifications/noReviewerHelp')}
        />
      )}
    </div>
  );
}
