/** One task: its state, the possible steps, its exhibits, checklist, dependencies and comments. */
import { Button, Title } from '@mantine/core';
import { IconArrowLeft, IconPencil, IconUserShare } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { TaskView } from '@/api/views';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { Copyable } from '@/components/text/Copyable';
import { Panel } from '@/components/layout/Panel';
import { PartyTag } from '@/components/text/PartyTag';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { ChecklistPanel } from './ChecklistPanel';
import { CommentsPanel } from './CommentsPanel';
import { HistoryPanel } from './HistoryPanel';
import { isLate } from '@/features/coordination/tasks/due';
import { LinksPanel } from './LinksPanel';
import { MattersPanel } from './MattersPanel';
import { languageName } from '@/features/coordination/tasks/form/languages';
import { RelatedPanel } from './RelatedPanel';
import { StateMark } from '@/features/coordination/tasks/StateMark';
import { Steps } from '@/features/coordination/tasks/Steps';
import { unfinished } from '@/features/coordination/tasks/steps';
import { TaskDue } from '@/features/coordination/tasks/TaskDue';
import { useRepeatWords } from '@/features/coordination/tasks/form/useRepeatWords';
import classes from '@/features/coordination/tasks/Tasks.module.css';

const ReassignDialog = lazy(async () => ({ default: (await import('./ReassignDialog')).ReassignDialog }));

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes['fact']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function TaskDetail({ task, onEdit }: { task: TaskView; onEdit: () => void }) {
  const { t } = useTranslation();
  const [reassigning, setReassigning] = useState(false);
  const { jit, members, locale, partyName } = useTeam();
  const nameOf = useMemberName();
  const repeats = useRepeatWords();
  const late = isLate(task, Date.now());
  const person = (code: string, party: string) => (
    <>
      {members.find((one) => one.code === code)?.name ?? code} <PartyTag name={partyName(party)} />{' '}
      <span className="dim mono">{code}</span>
    </>
  );
  return (
    <>
      <header className={classes['header']}>
        <div className={classes['crumb']}>
          <Link to="/jits/$jit/tasks" params={{ jit: jit.id }} search={{}} className={classes['back']}>
            <IconArrowLeft size={14} aria-hidden /> {t('tasks/title')}
          </Link>
          <Copyable value={task.number} whole label={t('tasks/copyNumber')} />
          <StateMark state={task.state} />
          {task.priority === 'normal' ? null : (
            <span className={classes['flag']} data-priority={task.priority}>
              {t(`priority/${task.priority}`)}
            </span>
          )}
        </div>
        <div className={classes['titleLine']}>
          <Title order={1} className={classes['title']}>
            {task.title}
          </Title>
          <div className={classes['acts']}>
            <Steps task={task} />
            {task.may.edit ? (
              <Button variant="default" leftSection={<IconPencil size={15} aria-hidden />} onClick={onEdit}>
                {t('tasks/change')}
              </Button>
            ) : task.may.reassign ? (
              <Button
                variant="default"
                leftSection={<IconUserShare size={15} aria-hidden />}
                onClick={() => setReassigning(true)}
              >
                {t('tasks/reassign')}
              </Button>
            ) : null}
          </div>
        </div>
        {task.state === 'proposed' ? (
          <p className={classes['why']}>{t('taskParts/proposedHelp', { party: partyName(task.assignee_party) })}</p>
        ) : null}
        {task.state === 'open' && unfinished(task).length > 0 ? (
          <p className={classes['why']}>
            {t('taskParts/waitsMark', { count: unfinished(task).length })}
            {t('common/colon')}
            {unfinished(task)
              .map(({ number }) => number)
              .join(', ')}
          </p>
        ) : null}
        {task.evidence.length > 0 ? (
          <p className={classes['exhibits']}>
            {task.evidence.map((id) => (
              <ExhibitLink key={id} id={id} />
            ))}
          </p>
        ) : null}
      </header>
      {reassigning ? (
        <Suspense fallback={null}>
          <ReassignDialog task={task} onClose={() => setReassigning(false)} />
        </Suspense>
      ) : null}
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <Panel title={t('tasks/facts')}>
            <dl className={classes['facts']}>
              <Fact name={t('tasks/assignee')}>{person(task.assignee, task.assignee_party)}</Fact>
              {task.co_assignees.length > 0 ? (
                <Fact name={t('taskParts/coAssignees')}>
                  {task.co_assignees.map((code) => (
                    <div key={code}>{person(code, task.assignee_party)}</div>
                  ))}
                </Fact>
              ) : null}
              <Fact name={t('tasks/due')}>
                {task.due_at ? (
                  <>
                    {late ? <strong className={classes['late']}>{t('tasks/late')} </strong> : null}
                    <TaskDue task={task} late={late} />
                  </>
                ) : (
                  <span className="dim">{t('tasks/noDue')}</span>
                )}
              </Fact>
              <Fact name={t('tasks/state')}>
                {t(`taskState/${task.state}`)}{' '}
                <span className="dim">
                  {t('tasks/since')} <When at={task.state_changed_at} />
                </span>
                {task.state_reason ? <div className={classes['prose']}>{task.state_reason}</div> : null}
              </Fact>
              {task.repeats ? (
                <Fact name={t('repeat/label')}>
                  {repeats(task.repeats, task.due_zone ?? 'UTC')}{' '}
                  <span className="dim">{t('repeat/mark', { count: task.occurrence ?? 1 })}</span>
                </Fact>
              ) : null}
              {task.legal_basis ? <Fact name={t('taskParts/legalBasis')}>{task.legal_basis}</Fact> : null}
              {task.language ? (
                <Fact name={t('taskParts/language')}>
                  {languageName(task.language, locale)} <span className="dim mono">{task.language}</span>
                </Fact>
              ) : null}
              {task.details ? (
                <Fact name={t('tasks/details')}>
                  <span className={classes['prose']}>{visible(task.details)}</span>
                </Fact>
              ) : null}
              <Fact name={t('tasks/assigner')}>
                {person(task.assigner, task.assigner_party)}{' '}
                <span className="dim">
                  <When at={task.created_at} />
                </span>
              </Fact>
              {task.accepted_by && task.accepted_at ? (
                <Fact name={t('taskParts/acceptedBy')}>
                  {nameOf(task.accepted_by)}{' '}
                  <span className="dim">
                    <When at={task.accepted_at} />
                  </span>
                </Fact>
              ) : null}
            </dl>
          </Panel>
          <ChecklistPanel task={task} />
          <CommentsPanel task={task} />
        </div>
        <div className={classes['column']}>
          <RelatedPanel task={task} />
          <MattersPanel task={task} />
          <LinksPanel task={task} />
          <HistoryPanel task={task} />
        </div>
      </div>
    </>
  );
}
