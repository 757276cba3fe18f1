/** The user's sessions, and how to end one. */
import { Button, Group, Skeleton, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endOne, endOthers } from '@/api/actions';
import { keys, sessionsQuery } from '@/api/queries';
import { useLocale } from '@/api/team';
import type { OwnSessionView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { hint } from '@/components/hints/hint';
import { deviceOf } from '@/lib/device';
import { age } from '@/lib/format';
import { fullTime } from '@/lib/time';
import classes from './Account.module.css';

export function SessionsPanel() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { data, error, isPending, refetch } = useQuery(sessionsQuery());
  const after = (message: string) => {
    notifications.show({ message });
    return queries.invalidateQueries({ queryKey: keys.sessions() });
  };
  const one = useMutation({ mutationFn: endOne, onSuccess: () => after(t('account/ended')) });
  const others = useMutation({
    mutationFn: endOthers,
    onSuccess: () => {
      setAsking(false);
      return after(t('account/othersEnded'));
    },
  });
  const sessions = [...(data?.items ?? [])].sort(
    (a, b) => Number(b.current) - Number(a.current) || (a.last_seen_at < b.last_seen_at ? 1 : -1),
  );
  const more = sessions.length > 1;
  return (
    <Panel
      title={t('account/sessions')}
      aside={
        more ? (
          <Button variant="default" size="compact-xs" onClick={() => setAsking(true)}>
            {t('account/endOthers')}
          </Button>
        ) : undefined
      }
      flush
    >
      <p className={classes['help']}>{t('account/sessionsHelp')}</p>
      {isPending ? (
        <div className={classes['pad']}>
          <Skeleton height={64} aria-label={t('common/loading')} />
        </div>
      ) : null}
      <div className={classes['pad']}>
        <ProblemNotice error={error ?? one.error} onRetry={error ? () => void refetch() : undefined} />
      </div>
      <ul className={classes['sessions']}>
        {sessions.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            busy={one.isPending && one.variables === session.id}
            onEnd={() => one.mutate(session.id)}
          />
        ))}
      </ul>
      {data && !more ? <p className={classes['help']}>{t('account/onlyThis')}</p> : null}
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('account/endOthersTitle')}>
        <Text size="sm" mb="md">
          {t('account/endOthersHelp')}
        </Text>
        <ProblemNotice error={others.error} />
        <Group justify="flex-end" gap="xs" mt="sm">
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            {t('common/cancel')}
          </Button>
          <Button color="red" loading={others.isPending} onClick={() => others.mutate()}>
            {t('account/endOthersYes')}
          </Button>
        </Group>
      </Dialog>
    </Panel>
  );
}

function SessionLine({ session, busy, onEnd }: { session: OwnSessionView; busy: boolean; onEnd: () => void }) {
  const { t } = useTranslation();
  const { zone, locale } = useLocale();
  const { browser, system } = deviceOf(session.user_agent);
  const device =
    session.kind === 'token'
      ? t('account/script')
      : browser && system
        ? t('account/device', { browser, system })
        : (browser ?? system ?? t('account/unknown'));
  return (
    <li className={classes['session']}>
      <span {...hint(session.user_agent)}>
        <strong>{device}</strong>
        {session.current ? <span className={classes['current']}>{t('account/current')}</span> : null}
        {session.unfamiliar ? <span className={classes['current']}>{t('account/unfamiliar')}</span> : null}
      </span>
      <span className="dim">
        {t('account/address', { address: session.address })} ·{' '}
        {t('account/since', { time: fullTime(session.created_at, zone, locale) })} ·{' '}
        {t('account/seen', { age: age((Date.now() - Date.parse(session.last_seen_at)) / 1000, locale) })}
      </span>
      {session.current ? null : (
        <Button
          className={classes['end'] ?? ''}
          variant="default"
          size="compact-xs"
          loading={busy}
          aria-label={t('account/endOf', { device, address: session.address })}
          onClick={onEnd}
        >
          {t('account/end')}
        </Button>
      )}
    </li>
  );
}
