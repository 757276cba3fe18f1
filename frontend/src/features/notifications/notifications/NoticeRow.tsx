/** A notification: kind, actor and subject; read, unread or archived. */
import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconMail, IconMailOpened, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { mark, READING } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { NotificationView } from '@/api/views';
import { hint } from '@/components/hints/hint';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { TwoTimes } from '@/components/text/TwoTimes';
import classes from './Notices.module.css';
import { NoticeSubject } from './NoticeSubject';

export function NoticeRow({ one, onGone }: { one: NotificationView; onGone: () => void }) {
  const { t } = useTranslation();
  const { jit, members } = useTeam();
  const queries = useQueryClient();
  const run = useMutation({
    scope: READING,
    mutationFn: (change: { read?: boolean; dismissed?: boolean }) => mark(jit.id, one, change),
    onSettled: () => {
      for (const queryKey of [keys.noticeCounts(jit.id), keys.notices(jit.id)])
        void queries.invalidateQueries({ queryKey });
    },
  });
  const what = t(`notices/kinds/${one.kind}`);
  const by = one.by && one.by !== 'system' ? one.by : null;
  const toggle = t(one.read ? 'notices/markUnread' : 'notices/markRead');
  const away = t(one.dismissed ? 'notices/fetchBack' : 'notices/putAway');
  const of = [what, one.subject.number].filter(Boolean).join(', ');
  const follow = () => {
    if (!one.read) run.mutate({ read: true });
    onGone();
  };
  return (
    <li className={classes['row']} data-unread={!one.read || undefined} data-urgency={one.urgency}>
      <div className={classes['what']}>
        <div>
          <strong>{what}</strong>{' '}
          {by ? (
            <span className="mono dim" {...hint(members.find(({ code }) => code === by)?.name)}>
              {by}
            </span>
          ) : null}
        </div>
        <NoticeSubject one={one} onFollow={follow} />
        <div className={classes['when']}>
          {one.due_at ? (
            <>
              {t(one.kind === 'member.ending' ? 'notices/ends' : 'notices/due')} <TwoTimes at={one.due_at} />
            </>
          ) : (
            <TwoTimes at={one.at} />
          )}
          {one.read ? null : <span className={classes['unread']}> · {t('notices/isUnread')}</span>}
        </div>
        <ProblemNotice error={run.error} />
      </div>
      <div className={classes['acts']}>
        <ActionIcon
          aria-label={`${toggle}: ${of}`}
          {...hint(toggle)}
          loading={run.isPending}
          onClick={() => run.mutate({ read: !one.read })}
        >
          {one.read ? <IconMail size={15} /> : <IconMailOpened size={15} />}
        </ActionIcon>
        <ActionIcon
          aria-label={`${away}: ${of}`}
          {...hint(away)}
          onClick={() => run.mutate({ dismissed: !one.dismissed })}
        >
          {one.dismissed ? <IconArrowBackUp size={15} /> : <IconX size={15} />}
        </ActionIcon>
      </div>
    </li>
  );
}
