/** Administration for operators, in parts: health and founding, accounts, storage, reference data, allocation tables, settings, and the log of their acts. */
import { Button, Tabs } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/queries';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { Notice } from '@/components/notices/Notice';
import { ConfigurationPanels } from '@/features/accounts/configuration/ConfigurationPanels';
import { SecondFactorNeeded } from '@/features/accounts/security/SecondFactorNeeded';
import { AccountsTab } from './AccountsTab';
import { ActsTab } from './ActsTab';
import { HomeTab } from './HomeTab';
import { InvitationsTab } from './InvitationsTab';
import { InviteDialog } from './InviteDialog';
import { OrganisationsTab } from './OrganisationsTab';
import { StorageTab } from './StorageTab';
import classes from './Administration.module.css';

const TABS = [
  'home',
  'accounts',
  'invitations',
  'organisations',
  'storage',
  'reference',
  'allocations',
  'configuration',
  'acts',
] as const;
type Tab = (typeof TABS)[number];

/** `reference`, `allocations`: the administration of the reference data and allocation tables, of another domain. */
export function AdministrationScreen({ reference, allocations }: { reference: ReactNode; allocations: ReactNode }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const [tab, setTab] = useState<Tab>('home');
  const [inviting, setInviting] = useState(false);
  if (!me.account.operator) {
    return (
      <div className={classes['screen']}>
        <ScreenHead title={t('administration/title')} help={t('administration/help')} />
        <Notice tone="locked">{t('administration/notOperator')}</Notice>
      </div>
    );
  }
  return (
    <div className={classes['screen']}>
      <ScreenHead title={t('administration/title')} help={t('administration/help')}>
        <Button leftSection={<IconUserPlus size={15} aria-hidden />} onClick={() => setInviting(true)}>
          {t('administration/invite')}
        </Button>
      </ScreenHead>
      <SecondFactorNeeded>
        <Tabs value={tab} keepMounted={false} onChange={(next) => setTab(TABS.find((one) => one === next) ?? tab)}>
          <Tabs.List aria-label={t('administration/tabs')}>
            {TABS.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`administration/${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="home">
            <HomeTab mayFound={me.account.may_found} onAccounts={() => setTab('accounts')} />
          </Tabs.Panel>
          <Tabs.Panel value="accounts">
            <AccountsTab />
          </Tabs.Panel>
          <Tabs.Panel value="invitations">
            <InvitationsTab />
          </Tabs.Panel>
          <Tabs.Panel value="organisations">
            <OrganisationsTab />
          </Tabs.Panel>
          <Tabs.Panel value="storage">
            <StorageTab />
          </Tabs.Panel>
          <Tabs.Panel value="reference">{reference}</Tabs.Panel>
          <Tabs.Panel value="allocations">{allocations}</Tabs.Panel>
          <Tabs.Panel value="configuration" className={classes['gap']}>
            <ConfigurationPanels />
          </Tabs.Panel>
          <Tabs.Panel value="acts">
            <ActsTab />
          </Tabs.Panel>
        </Tabs>
      </SecondFactorNeeded>
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </div>
  );
}
