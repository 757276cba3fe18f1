/** The visible decisions, consent requests, legal requests and their items that a task is about; empty if none. */
import { ActionIcon } from '@mantine/core';
import { IconGavel, IconMessageQuestion, IconScale, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { relink, taskQuery } from '@/features/coordination/tasks/queries';
import { useTeam } from '@/api/team';
import type { LinkForm, TaskView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import classes from '@/features/coordination/tasks/Tasks.module.css';

export function MattersPanel({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: (body: LinkForm) => relink(jit.id, task.id, body),
    onSuccess: (now) => {
      queries.setQueryData(taskQuery(jit.id, now.id).queryKey, now);
      for (const queryKey of [
        keys.tasks(jit.id),
        keys.history(jit.id, now.id),
        keys.messages(jit.id),
        keys.consents(jit.id),
      ])
        void queries.invalidateQueries({ queryKey });
    },
  });
  const related = [task.decisions, task.consents, task.requests, task.request_items];
  if (related.every(({ length }) => length === 0)) return null;
  const untie = (what: string, body: LinkForm) =>
    task.may.link ? (
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={t('matters/untie', { what })}
        onClick={() => run.mutate(body)}
      >
        <IconX size={14} />
      </ActionIcon>
    ) : null;
  return (
    <Panel title={t('matters/title')}>
      <ul className={classes['list']}>
        {task.decisions.map((one) => {
          const what = t('matters/decision', { channel: one.channel_name });
          return (
            <Line
              key={one.id}
              icon={<IconScale size={15} stroke={1.75} aria-hidden />}
              act={untie(what, { unlink_decisions: [one.id] })}
            >
              <Link
                to="/jits/$jit/messages/$channel"
                params={{ jit: jit.id, channel: one.channel }}
                search={{ at: one.id }}
                className="exhibit-link"
              >
                {what}
              </Link>{' '}
              <span className="dim">
                <When at={one.at} />
              </span>
              <div className={classes['prose']}>{one.text ?? t('messages/erased')}</div>
            </Line>
          );
        })}
        {task.requests.map(({ id, number }) => {
          const what = t('matters/request', { number });
          return (
            <Line
              key={id}
              icon={<IconGavel size={15} stroke={1.75} aria-hidden />}
              act={untie(what, { unlink_requests: [id] })}
            >
              <Link to="/jits/$jit/requests/$request" params={{ jit: jit.id, request: id }} className="exhibit-link">
                {what}
              </Link>
            </Line>
          );
        })}
        {task.request_items.map(({ id, request, number, place, identifier, description }) => {
          const what = t('matters/item', { place, number });
          return (
            <Line
              key={id}
              icon={<IconGavel size={15} stroke={1.75} aria-hidden />}
              act={untie(what, { unlink_request_items: [id] })}
            >
              <Link to="/jits/$jit/requests/$request" params={{ jit: jit.id, request }} className="exhibit-link">
                {what}
              </Link>{' '}
              <span className="dim">{visible(identifier ?? description ?? '')}</span>
            </Line>
          );
        })}
        {task.consents.map((one) => {
          const what = t('matters/consent', { asker: partyName(one.asker_party), asked: partyName(one.asked_party) });
          return (
            <Line
              key={one.id}
              icon={<IconMessageQuestion size={15} stroke={1.75} aria-hidden />}
              act={untie(what, { unlink_consents: [one.id] })}
            >
              <Link to="/jits/$jit/consents" params={{ jit: jit.id }} className="exhibit-link">
                {what}
              </Link>{' '}
              <span className="dim">
                <When at={one.requested_at} />
              </span>
            </Line>
          );
        })}
      </ul>
      <ProblemNotice error={run.error} />
    </Panel>
  );
}

function Line({ icon, act, children }: { icon: ReactNode; act: ReactNode; children: ReactNode }) {
  return (
    <li className={classes['matter']}>
      {icon}
      <div>{children}</div>
      {act}
    </li>
  );
}
