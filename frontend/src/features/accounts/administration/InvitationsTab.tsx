/** Open invitations: those of operators, which can be changed here, and those of teams, which are only listed. */
import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMailForward } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useProblemWords } from '@/components/notices/useProblemWords';
import { When } from '@/components/text/When';
import { useNow } from '@/lib/useNow';
import { visible } from '@/lib/visible';
import { IssuedCode } from './IssuedCode';
import {
  administrationKey,
  anotherAccountCode,
  invitationsQuery,
  withdrawInvitation,
  type AccountInvitationView,
} from './queries';
import classes from './Administration.module.css';

export function InvitationsTab() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery(invitationsQuery());
  return (
    <div className={classes['gap']}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {isPending ? <Skeleton height={160} aria-label={t('common/loading')} /> : null}
      {data ? (
        <>
          <Panel title={t('administration/ofAccounts')} flush>
            {data.accounts.length === 0 ? (
              <EmptyState
                icon={IconMailForward}
                title={t('administration/noInvitations')}
                help={t('administration/noInvitationsHelp')}
              />
            ) : (
              <OfAccounts items={data.accounts} />
            )}
          </Panel>
          <Panel title={t('administration/ofMembers')} flush>
            <p className={classes['help']}>
              {t(data.members.length === 0 ? 'administration/noMembers' : 'administration/ofMembersHelp')}
            </p>
            {data.members.length > 0 ? (
              <table className={classes['table']}>
                <thead>
                  <tr>
                    <th>{t('administration/team')}</th>
                    <th>{t('administration/party')}</th>
                    <th>{t('administration/email')}</th>
                    <th className={classes['start']}>{t('administration/expires')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.members.map((one) => (
                    <tr key={one.id}>
                      <td>{visible(one.team)}</td>
                      <td>{one.party_name ?? t('administration/wholeTeam')}</td>
                      <td>{one.email}</td>
                      <td className={classes['start']}>
                        <Expiry at={one.expires_at} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ) : null}
          </Panel>
        </>
      ) : null}
    </div>
  );
}

function Expiry({ at }: { at: string }) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  return Date.parse(at) <= now ? t('administration/expired') : <When at={at} />;
}

function OfAccounts({ items }: { items: readonly AccountInvitationView[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const words = useProblemWords();
  const [withdrawing, setWithdrawing] = useState<AccountInvitationView | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: administrationKey });
  const failed = (error: unknown) => notifications.show({ color: 'red', message: words(error) });
  const issue = useMutation({ mutationFn: anotherAccountCode, onError: failed });
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th>{t('administration/name')}</th>
            <th>{t('administration/rights')}</th>
            <th>{t('administration/expires')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <td>
                <strong>{visible(one.name)}</strong>
                <span className={classes['second']}>{one.email}</span>
              </td>
              <td>{one.may_found ? t('administration/mayFound') : null}</td>
              <td>
                <Expiry at={one.expires_at} />
              </td>
              <td>
                <span className={classes['acts']}>
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={t('administration/newCodeOf', { name: visible(one.name) })}
                    onClick={() => issue.mutate(one.id)}
                  >
                    {t('administration/newCode')}
                  </Button>
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={t('administration/withdrawOf', { name: visible(one.name) })}
                    onClick={() => setWithdrawing(one)}
                  >
                    {t('administration/withdraw')}
                  </Button>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {issue.data ? (
        <IssuedCode
          issued={issue.data}
          onClose={() => {
            issue.reset();
            void refresh();
          }}
        />
      ) : null}
      {withdrawing ? <WithdrawDialog of={withdrawing} onClose={() => setWithdrawing(null)} onDone={refresh} /> : null}
    </>
  );
}

type WithdrawProps = { of: AccountInvitationView; onClose: () => void; onDone: () => Promise<void> };

function WithdrawDialog({ of, onClose, onDone }: WithdrawProps) {
  const { t } = useTranslation();
  const name = visible(of.name);
  const run = useMutation({
    mutationFn: () => withdrawInvitation(of.id),
    onSuccess: async () => {
      await onDone();
      notifications.show({ message: t('administration/withdrawn', { name }) });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('administration/withdrawTitle', { name })}>
      <Stack gap="sm">
        <Text size="sm">{t('administration/withdrawHelp')}</Text>
        <ProblemNotice error={run.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button data-autofocus loading={run.isPending} onClick={() => run.mutate()}>
            {t('administration/withdraw')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
