import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProfilePanel } from '@/features/accounts/account/ProfilePanel';
import { SeatsPanel } from '@/features/accounts/account/SeatsPanel';
import { SessionsPanel } from '@/features/accounts/account/SessionsPanel';
import { OrganisationPanel } from '@/features/accounts/organisation/OrganisationPanel';
import { SecurityPanel } from '@/features/accounts/security/SecurityPanel';
import { TokensPanel } from '@/features/accounts/tokens/TokensPanel';
import { PreferencesPanel } from '@/features/notifications/notifications/PreferencesPanel';
import { PlainFrame } from '@/app/shell/PlainFrame';
import classes from '@/app/pages/Pages.module.css';

export function AccountPage() {
  return (
    <PlainFrame>
      <Account />
    </PlainFrame>
  );
}

function Account() {
  const { t } = useTranslation();
  return (
    <div className={classes['narrow']}>
      <Title order={1}>{t('account/title')}</Title>
      <ProfilePanel />
      <SecurityPanel />
      <OrganisationPanel />
      <div id="notifications">
        <PreferencesPanel />
      </div>
      <div id="sessions">
        <SessionsPanel />
      </div>
      <TokensPanel />
      <SeatsPanel />
    </div>
  );
}
