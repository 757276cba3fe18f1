/** Register of legal requests, for auditors: each request with its states, when they occurred and were recorded. */
import { Button, Skeleton } from '@mantine/core';
import { IconDownload, IconFileText } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { MoreButton } from '@/components/layout/PagedRows';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { RegisterFilterBar } from './RegisterFilterBar';
import { RegisterRow } from './RegisterRow';
import { registerLink, registerQuery, type RegisterFilters } from './queries';
import classes from './Register.module.css';

export function RegisterPanel() {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const [filters, setFilters] = useState<RegisterFilters>({});
  const list = useInfiniteQuery(registerQuery(jit.id, filters, zone));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const filtered = Object.values(filters).some(Boolean);
  return (
    <Panel
      title={t('requestRegister/title')}
      term="register"
      flush
      aside={
        <Button
          component="a"
          href={registerLink(jit.id, filters, zone)}
          download
          variant="default"
          size="compact-xs"
          leftSection={<IconDownload size={13} aria-hidden />}
        >
          {t('requestRegister/export')}
        </Button>
      }
    >
      <p className={classes['intro']}>{t('requestRegister/help')}</p>
      <RegisterFilterBar filters={filters} onChange={setFilters} />
      {list.isPending ? (
        <div className={classes['pad']} role="status" aria-label={t('common/loading')}>
          <Skeleton height={90} />
        </div>
      ) : null}
      {list.isError ? (
        <div className={classes['pad']}>
          <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : null}
      {rows.length > 0 ? (
        <ul className={classes['list']} aria-label={t('requestRegister/title')} aria-busy={list.isPlaceholderData}>
          {rows.map((one) => (
            <RegisterRow key={one.id} request={one} />
          ))}
        </ul>
      ) : null}
      {list.isSuccess && rows.length === 0 ? (
        <EmptyState
          icon={IconFileText}
          title={t(filtered ? 'requestRegister/nothing' : 'requestRegister/empty')}
          {...(filtered ? {} : { help: t('requestRegister/emptyHelp') })}
        />
      ) : null}
      {list.hasNextPage ? (
        <div className={classes['pad']}>
          <MoreButton list={list} size="compact-xs" />
        </div>
      ) : null}
    </Panel>
  );
}
