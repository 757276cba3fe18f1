/** Running proposals of an organisation: who has to act, and how much of a recovery's waiting time is left. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconUsersGroup } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useProblemWords } from '@/components/notices/useProblemWords';
import { IssuedCode } from '@/features/accounts/administration/IssuedCode';
import { duration } from '@/lib/format';
import { fullTime } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { visible } from '@/lib/visible';
import { confirm, issueCode, organisationKey, withdraw, type ProposalView } from './queries';
import classes from '@/features/accounts/administration/Administration.module.css';

const ACTS = { confirm, withdraw };
const DONE = { confirm: 'organisation/confirmed', withdraw: 'organisation/withdrawn' } as const;
type Acting = { what: keyof typeof ACTS; on: ProposalView };

export function ProposalsPanel({ items }: { items: readonly ProposalView[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const words = useProblemWords();
  const [acting, setActing] = useState<Acting | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: organisationKey });
  const code = useMutation({
    mutationFn: issueCode,
    onError: (error) => notifications.show({ color: 'red', message: words(error) }),
  });
  return (
    <Panel title={t('organisation/proposals')} flush>
      {items.length === 0 ? (
        <EmptyState
          icon={IconUsersGroup}
          title={t('organisation/noProposals')}
          help={t('organisation/noProposalsHelp')}
        />
      ) : (
        <table className={classes['table']}>
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <td>
                  <strong>
                    <What one={one} />
                  </strong>
                  <span className={classes['second']}>{one.concerned_email}</span>
                </td>
                <td>
                  <State one={one} />
                </td>
                <td>
                  <span className={classes['acts']}>
                    {one.confirmable ? (
                      <Button size="compact-xs" onClick={() => setActing({ what: 'confirm', on: one })}>
                        {t('organisation/confirm')}
                      </Button>
                    ) : null}
                    {one.code_issuable ? (
                      <Button size="compact-xs" onClick={() => code.mutate(one.id)}>
                        {t(one.code_expires_at ? 'organisation/newCode' : 'organisation/issueCode')}
                      </Button>
                    ) : null}
                    <Button
                      variant="default"
                      size="compact-xs"
                      onClick={() => setActing({ what: 'withdraw', on: one })}
                    >
                      {t('organisation/withdraw')}
                    </Button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {acting ? <ActDialog {...acting} onClose={() => setActing(null)} onDone={refresh} /> : null}
      {code.data ? (
        <IssuedCode
          issued={code.data}
          path="/recovery"
          help="organisation/codeHelp"
          onClose={() => {
            code.reset();
            void refresh();
          }}
        />
      ) : null}
    </Panel>
  );
}

function What({ one }: { one: ProposalView }) {
  const { t } = useTranslation();
  const name = visible(one.concerned_name);
  if (one.kind === 'recovery')
    return t(one.second_factors ? 'organisation/what_recoveryOfFactors' : 'organisation/what_recovery', { name });
  if (one.kind === 'move')
    return one.incoming
      ? t('organisation/what_incoming', { name, organisation: visible(one.organisation_name) })
      : t('organisation/what_move', { name, destination: visible(one.destination_name ?? '') });
  return t(`organisation/what_${one.kind}`, { name });
}

function State({ one }: { one: ProposalView }) {
  const { t } = useTranslation();
  const { zone, locale } = useLocale();
  const now = useNow(30_000);
  const left = one.ends_at ? (Date.parse(one.ends_at) - now) / 1000 : 0;
  const awaits =
    one.kind === 'move' && !one.incoming
      ? t('organisation/awaitsOther', { organisation: visible(one.destination_name ?? '') })
      : t('organisation/awaitsAnother');
  const waiting = left > 0 ? t('organisation/waits', { time: duration(left, locale) }) : t('organisation/over');
  return (
    <>
      {one.state === 'open' ? awaits : waiting}
      {one.code_expires_at ? (
        <span className={classes['second']}>
          {t('organisation/codeUntil', { time: fullTime(one.code_expires_at, zone, locale) })}
        </span>
      ) : null}
      <span className={classes['second']}>
        {t('organisation/proposedBy', { name: visible(one.proposed_by_name) })}
        {one.confirmed_by_name ? ` · ${t('organisation/confirmedBy', { name: visible(one.confirmed_by_name) })}` : null}
      </span>
    </>
  );
}

function ActDialog({ what, on, onClose, onDone }: Acting & { onClose: () => void; onDone: () => Promise<void> }) {
  const { t } = useTranslation();
  const run = useMutation({
    mutationFn: () => ACTS[what](on.id),
    onSuccess: async () => {
      await onDone();
      notifications.show({ message: t(DONE[what]) });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t(`organisation/${what}Title`)}>
      <Stack gap="sm">
        <Text size="sm" fw={600}>
          <What one={on} />
        </Text>
        <Text size="sm">{t(`organisation/${what}Help`)}</Text>
        <ProblemNotice error={run.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button data-autofocus loading={run.isPending} onClick={() => run.mutate()}>
            {t(`organisation/${what}`)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
