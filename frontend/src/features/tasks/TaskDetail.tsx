/** One task: where it stands, what may be done with it, what it mentions and what was said. */
import { Button, Title } from '@mantine/core';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { TaskView } from '@/api/views';
import { Copyable } from '@/components/Copyable';
import { Panel } from '@/components/Panel';
import { PartyCode } from '@/components/PartyCode';
import { When } from '@/components/When';
import { CommentsPanel } from './CommentsPanel';
import { HistoryPanel } from './HistoryPanel';
import { LinksPanel } from './LinksPanel';
import { StateMark } from './StateMark';
import { Steps } from './Steps';
import { TaskDue } from './TaskDue';
import classes from './Tasks.module.css';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <div className={classes['fact']}><dt>{name}</dt><dd>{children}</dd></div>;
}

export function TaskDetail({ task, onEdit }: { task: TaskView; onEdit: () => void }) {
  const { t } = useTranslation();
  const { jit, members, partyName } = useTeam();
  const late = task.due_at !== null && Date.parse(task.due_at) < Date.now() && task.state !== 'done' && task.state !== 'cancelled';
  const person = (code: string, party: string) => <><PartyCode code={party} name={partyName(party)} /> {members.find((one) => one.code === code)?.name ?? code} <span className="dim mono">{code}</span></>;
  return (
    <>
      <header className={classes['header']}>
        <div className={classes['crumb']}>
          <Link to="/jits/$jit/tasks" params={{ jit: jit.id }} search={{}} className={classes['back']}><IconArrowLeft size={14} aria-hidden /> {t('tasks/title')}</Link>
          <Copyable value={task.number} whole label={t('tasks/copyNumber')} />
          <StateMark state={task.state} />
          {task.priority === 'normal' ? null : <span className={classes['flag']} data-priority={task.priority}>{t(`priority/${task.priority}`)}</span>}
        </div>
        <div className={classes['titleLine']}>
          <Title order={1} className={classes['title']}>{task.title}</Title>
          <div className={classes['acts']}>
            <Steps task={task} />
            {task.may.edit ? <Button variant="default" leftSection={<IconPencil size={15} aria-hidden />} onClick={onEdit}>{t('tasks/change')}</Button> : null}
          </div>
        </div>
      </header>
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <Panel title={t('tasks/facts')}>
            <dl className={classes['facts']}>
              <Fact name={t('tasks/assignee')}>{person(task.assignee, task.assignee_party)}</Fact>
              <Fact name={t('tasks/due')}>{task.due_at ? <>{late ? <strong className={classes['late']}>{t('tasks/late')} </strong> : null}<TaskDue task={task} late={late} /></> : <span className="dim">{t('tasks/noDue')}</span>}</Fact>
              <Fact name={t('tasks/state')}>{t(`taskState/${task.state}`)} <span className="dim">{t('tasks/since')} <When at={task.state_changed_at} /></span>{task.state_reason ? <div className={classes['prose']}>{task.state_reason}</div> : null}</Fact>
              {task.details ? <Fact name={t('tasks/details')}><span className={classes['prose']}>{task.details}</span></Fact> : null}
              <Fact name={t('tasks/assigner')}>{person(task.assigner, task.assigner_party)} <span className="dim"><When at={task.created_at} /></span></Fact>
            </dl>
          </Panel>
          <CommentsPanel task={task} />
        </div>
        <div className={classes['column']}>
          <LinksPanel task={task} />
          <HistoryPanel task={task} />
        </div>
      </div>
    </>
  );
}
