import { Tabs, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AuditSearch } from '@/features/audit/log/queries';
import { useTeam } from '@/api/team';
import { ExportsPanel } from '@/features/audit/exports/ExportsPanel';
import { AccessPanel } from '@/features/audit/log/AccessPanel';
import { CheckpointPanel } from '@/features/audit/health/CheckpointPanel';
import { EntriesPanel } from '@/features/audit/log/EntriesPanel';
import { WitnessesPanel } from '@/features/audit/witnesses/WitnessesPanel';
import { RegisterPanel } from '@/features/requests/register/RegisterPanel';
import { compact } from '@/lib/compact';
import classes from '@/app/pages/Pages.module.css';

export function AuditPage() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const search = useSearch({ from: '/jits/$jit/audit' });
  const navigate = useNavigate();
  const mayAccess = may('access_log:read');
  const tab = mayAccess ? (search.tab ?? 'entries') : 'entries';
  const onSearch = (next: AuditSearch) =>
    void navigate({ to: '/jits/$jit/audit', params: { jit: jit.id }, search: next, replace: true });
  // Who, which exhibit and when go along to the other list; what only one of them knows does not.
  const turn = (to: string | null) =>
    onSearch(
      compact({
        ...search,
        q: undefined,
        kind: undefined,
        asked: undefined,
        answer: undefined,
        tab: (['access', 'requests'] as const).find((one) => one === to),
      }),
    );
  const entries = <EntriesPanel search={{ ...search, tab: undefined }} onSearch={onSearch} />;
  return (
    <>
      <Title order={1} className="visually-hidden">
        {t('audit/title')}
      </Title>
      <div className={classes['audit']}>
        <div className={classes['columns']} data-audit>
          <div className={classes['column']}>
            {mayAccess ? (
              <Tabs value={tab} onChange={turn} keepMounted={false}>
                <Tabs.List className={classes['tabs'] ?? ''}>
                  <Tabs.Tab value="entries">{t('audit/ledger')}</Tabs.Tab>
                  <Tabs.Tab value="access">{t('accessLog/title')}</Tabs.Tab>
                  <Tabs.Tab value="requests">{t('requestRegister/title')}</Tabs.Tab>
                </Tabs.List>
                <Tabs.Panel value="entries">{entries}</Tabs.Panel>
                <Tabs.Panel value="access">
                  <AccessPanel search={{ ...search, tab: 'access' }} onSearch={onSearch} />
                </Tabs.Panel>
                <Tabs.Panel value="requests">
                  <RegisterPanel />
                </Tabs.Panel>
              </Tabs>
            ) : (
              entries
            )}
          </div>
          <div className={classes['column']}>
            <ExportsPanel />
            <CheckpointPanel />
            <WitnessesPanel />
          </div>
        </div>
      </div>
    </>
  );
}
