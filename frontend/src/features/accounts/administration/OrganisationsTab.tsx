/** The organisations of this installation, as an operator creates and fills them. */
import { Button, Skeleton } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { organisationsQuery, type OrganisationView } from '@/features/accounts/organisation/queries';
import { visible } from '@/lib/visible';
import { FirstAdministratorsDialog, NameDialog } from './OrganisationDialogs';
import classes from './Administration.module.css';

type Open = { what: 'name' | 'administrators'; on: OrganisationView } | { what: 'create' };

export function OrganisationsTab() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery(organisationsQuery());
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <div className={classes['gap']}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {isPending ? <Skeleton height={160} aria-label={t('common/loading')} /> : null}
      {data ? (
        <Panel
          title={t('administration/organisations')}
          aside={
            <Button size="compact-sm" variant="default" onClick={() => setOpen({ what: 'create' })}>
              {t('organisations/create')}
            </Button>
          }
          flush
        >
          {data.length === 0 ? (
            <EmptyState icon={IconBuildingBank} title={t('organisations/none')} help={t('organisations/noneHelp')} />
          ) : (
            <>
              <p className={classes['help']}>{t('organisations/help')}</p>
              <Rows items={data} onOpen={setOpen} />
            </>
          )}
        </Panel>
      ) : null}
      {open?.what === 'create' ? <NameDialog on={null} onClose={close} /> : null}
      {open?.what === 'name' ? <NameDialog on={open.on} onClose={close} /> : null}
      {open?.what === 'administrators' ? <FirstAdministratorsDialog on={open.on} onClose={close} /> : null}
    </div>
  );
}

function Rows({ items, onOpen }: { items: readonly OrganisationView[]; onOpen: (open: Open) => void }) {
  const { t } = useTranslation();
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th>{t('organisations/name')}</th>
          <th>{t('organisations/accounts')}</th>
          <th>{t('organisations/administrators')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td>
              <strong>{visible(one.name)}</strong>
            </td>
            <td>{one.accounts}</td>
            <td>
              {one.administrators}
              {one.established && one.administrators < 2 ? (
                <span className={classes['second']}>{t('organisations/tooFew')}</span>
              ) : null}
            </td>
            <td>
              <span className={classes['acts']}>
                {one.established ? null : (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('organisations/nameFirstOf', { name: visible(one.name) })}
                    onClick={() => onOpen({ what: 'administrators', on: one })}
                  >
                    {t('organisations/nameFirst')}
                  </Button>
                )}
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('organisations/renameOf', { name: visible(one.name) })}
                  onClick={() => onOpen({ what: 'name', on: one })}
                >
                  {t('organisations/rename')}
                </Button>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
