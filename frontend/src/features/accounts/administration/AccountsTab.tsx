/** The accounts of this installation, with search, state and the acts of an operator. */
import { Badge, Select, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreButton } from '@/components/layout/PagedRows';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { AccountActDialog } from './AccountActDialog';
import { AccountMenu, type MenuAct } from './AccountMenu';
import { AddToOrganisationDialog } from './OrganisationDialogs';
import { accountsQuery, type AccountState, type ManagedAccountView } from './queries';
import classes from './Administration.module.css';

const STATES = ['active', 'disabled', 'closed'] as const satisfies readonly AccountState[];
const PAUSE_MS = 250;

export function AccountsTab() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const [state, setState] = useState<AccountState | null>(null);
  const [acting, setActing] = useState<{ what: MenuAct; on: ManagedAccountView } | null>(null);
  const query = useInfiniteQuery(accountsQuery({ q, state }));
  const found = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <div className={classes['tools']}>
        <TextInput
          className={classes['search'] ?? ''}
          type="search"
          label={t('administration/search')}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          label={t('administration/state')}
          placeholder={t('administration/anyState')}
          clearable
          value={state}
          data={STATES.map((one) => ({ value: one, label: t(`administration/${one}`) }))}
          onChange={(next) => setState(STATES.find((one) => one === next) ?? null)}
        />
      </div>
      <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending ? <Skeleton height={160} aria-label={t('common/loading')} /> : null}
      {query.data && found.length === 0 ? (
        <EmptyState icon={IconUsers} title={t('administration/noAccounts')} help={t('administration/noAccountsHelp')} />
      ) : null}
      {found.length > 0 ? (
        <Panel
          title={t('administration/accounts')}
          aside={
            <span className="dim" role="status">
              {t('administration/accountCount', { count: found.length })}
              {query.hasNextPage ? '+' : null}
            </span>
          }
          flush
        >
          <table className={classes['table']}>
            <thead>
              <tr>
                <th>{t('administration/name')}</th>
                <th>{t('administration/state')}</th>
                <th>{t('administration/organisation')}</th>
                <th>{t('administration/rights')}</th>
                <th>{t('administration/lastSignIn')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {found.map((one) => (
                <AccountRow key={one.id} one={one} onAct={(what) => setActing({ what, on: one })} />
              ))}
            </tbody>
          </table>
          <div className={classes['foot']}>
            {query.hasNextPage ? <MoreButton list={query} size="compact-sm" /> : null}
          </div>
        </Panel>
      ) : null}
      {acting?.what === 'join' ? <AddToOrganisationDialog on={acting.on} onClose={() => setActing(null)} /> : null}
      {acting && acting.what !== 'join' ? (
        <AccountActDialog what={acting.what} on={acting.on} onClose={() => setActing(null)} />
      ) : null}
    </>
  );
}

function AccountRow({ one, onAct }: { one: ManagedAccountView; onAct: (what: MenuAct) => void }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td>
        <strong>{visible(one.name)}</strong>
        {one.mine ? <span className="dim"> ({t('administration/you')})</span> : null}
        <span className={classes['second']}>{one.email}</span>
      </td>
      <td>
        {t(`administration/${one.state}`)}
        <span className={classes['second']}>{t('administration/sessions', { count: one.open_sessions })}</span>
      </td>
      <td>{one.organisation === null ? null : visible(one.organisation)}</td>
      <td>
        <span className={classes['badges']}>
          {one.operator ? (
            <Badge tt="none" variant="outline">
              {t('administration/operator')}
            </Badge>
          ) : null}
          {one.may_found ? (
            <Badge tt="none" variant="outline">
              {t('administration/mayFound')}
            </Badge>
          ) : null}
          {one.demonstration ? (
            <Badge tt="none" variant="outline" color="gray">
              {t('administration/demonstration')}
            </Badge>
          ) : null}
        </span>
      </td>
      <td>{one.last_sign_in_at ? <When at={one.last_sign_in_at} /> : t('administration/never')}</td>
      <td>{one.mine || one.state === 'closed' ? null : <AccountMenu one={one} onAct={onAct} />}</td>
    </tr>
  );
}
