/** What former members of the own party left behind: open tasks, handovers and items, each with a link to reassign it. */
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, linkOptions } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DutyView } from '@/api/generated/types.gen';
import { dutiesQuery, pendingQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import { visible } from '@/lib/visible';
import classes from './Members.module.css';

export function LeftDuties() {
  const { jit } = useTeam();
  const { data } = useQuery(pendingQuery(jit.id));
  const left = data?.items.filter(({ kind }) => kind === 'reassignment') ?? [];
  return left.map(({ link, number, title }) => (
    <OfMember key={link.id} member={link.id} code={number ?? ''} name={visible(title)} />
  ));
}

function OfMember({ member, code, name }: { member: string; code: string; name: string }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data } = useQuery(dutiesQuery(jit.id, member));
  return (
    <Notice tone="warn" title={t('members/leftTitle', { code, name })}>
      {data ? (
        <ul className={classes['left']}>
          <Duties of="tasks" count={data.tasks} duties={data.open_tasks} />
          <Duties of="handovers" count={data.handovers.length} duties={data.handovers} />
          <Duties of="items" count={data.items.length} duties={data.items} />
        </ul>
      ) : null}
    </Notice>
  );
}

type Kind = 'tasks' | 'handovers' | 'items';

function Duties({ of, count, duties }: { of: Kind; count: number; duties: readonly DutyView[] }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  if (count === 0) return null;
  const place = (id: string) =>
    of === 'tasks'
      ? linkOptions({ to: '/jits/$jit/tasks/$task', params: { jit: jit.id, task: id } })
      : linkOptions({
          to: '/jits/$jit/evidence/$evidence',
          params: { jit: jit.id, evidence: id },
          search: { tab: 'custody' },
        });
  return (
    <li>
      {t(`members/${of}Left`, { count })}
      <ul>
        {duties.map(({ id, number, title }) => (
          <li key={id}>
            <Anchor size="sm" renderRoot={(props) => <Link {...place(id)} {...props} />}>
              <span className="mono">{number}</span> {visible(title)}
            </Anchor>
          </li>
        ))}
      </ul>
    </li>
  );
}
