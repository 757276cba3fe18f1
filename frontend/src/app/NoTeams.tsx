/** Somebody who is signed in and sits in no team yet. */
import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/queries';
import { EmptyState } from '@/components/EmptyState';
import { useSignOut } from './useSignOut';

export function NoTeams() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const signOut = useSignOut();
  return (
    <EmptyState icon={IconUsers} title={t('app/noTeams')} help={t('app/noTeamsHelp', { email: me.account.email })} page>
      <Button variant="default" onClick={signOut}>{t('app/signOut')}</Button>
    </EmptyState>
  );
}
