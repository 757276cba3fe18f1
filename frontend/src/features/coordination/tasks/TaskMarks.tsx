/** Signs of a task: priority, dependencies, repetition, and progress of the checklist, as text. */
import { IconAlertTriangle, IconChecks, IconHourglass, IconRepeat } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '@/api/views';
import { hint } from '@/components/hints/hint';
import { dueTooLate, unfinished } from './steps';
import { useRepeatWords } from './form/useRepeatWords';
import classes from './Tasks.module.css';

export function TaskMarks({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const words = useRepeatWords();
  const waits =
    task.state === 'open' || task.state === 'proposed' || task.state === 'in_progress' ? unfinished(task) : [];
  const late =
    waits.length > 0
      ? dueTooLate(task)
          .map(({ number }) => number)
          .join(', ')
      : '';
  const done = task.checklist.filter((one) => one.done_at !== null).length;
  return (
    <>
      {task.priority === 'high' || task.priority === 'urgent' ? (
        <span className={classes['flag']} data-priority={task.priority}>
          {t(`priority/${task.priority}`)}
        </span>
      ) : null}
      {waits.length > 0 ? (
        <span
          className={classes['mark']}
          data-waits
          {...hint(waits.map(({ number, title }) => `${number} ${title}`).join(' · '))}
        >
          <IconHourglass size={13} aria-hidden /> {t('taskParts/waitsMark', { count: waits.length })}
        </span>
      ) : null}
      {late.length > 0 ? (
        <span className={classes['mark']} data-waits {...hint(t('taskParts/dueTooLate', { numbers: late }))}>
          <IconAlertTriangle size={13} aria-hidden /> {t('taskParts/dueMark')}
        </span>
      ) : null}
      {task.repeats ? (
        <span className={classes['mark']} {...hint(words(task.repeats, task.due_zone ?? 'UTC'))}>
          <IconRepeat size={13} aria-hidden /> {t('repeat/mark', { count: task.occurrence ?? 1 })}
        </span>
      ) : null}
      {task.checklist.length > 0 ? (
        <span className={classes['mark']}>
          <IconChecks size={13} aria-hidden /> {t('taskParts/done', { done, count: task.checklist.length })}
        </span>
      ) : null}
    </>
  );
}
