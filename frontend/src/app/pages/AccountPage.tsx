import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProfilePanel } from '@/features/accounts/ProfilePanel';
import { SeatsPanel } from '@/features/accounts/SeatsPanel';
import { SessionsPanel } from '@/features/accounts/SessionsPanel';
import { PreferencesPanel } from '@/features/notifications/PreferencesPanel';
import { Bare } from '../shell/Bare';
import classes from './Pages.module.css';

export function AccountPage() {
  return <Bare><Account /></Bare>;
}

function Account() {
  const { t } = useTranslation();
  return (
    <div className={classes['narrow']}>
      <Title order={1}>{t('account/title')}</Title>
      <ProfilePanel />
      <PreferencesPanel />
      <SessionsPanel />
      <SeatsPanel />
    </div>
  );
}
