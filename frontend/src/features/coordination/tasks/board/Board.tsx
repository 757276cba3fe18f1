/** The board: a column per state. A task is moved by pointer, by menu, or by Alt and an arrow key. */
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskState, TaskView } from '@/api/views';
import { BoardCard } from './BoardCard';
import { StateMark } from '@/features/coordination/tasks/StateMark';
import { useMove } from '@/features/coordination/tasks/useMove';
import classes from './Board.module.css';

const COLUMNS: readonly TaskState[] = ['proposed', 'open', 'in_progress', 'blocked', 'done'];

/** `declined` stands with what was proposed, `cancelled` with what is over: each keeps its own mark. */
const columnOf = (state: TaskState): TaskState =>
  state === 'declined' ? 'proposed' : state === 'cancelled' ? 'done' : state;

export function Board({ tasks, late }: { tasks: TaskView[]; late: (task: TaskView) => boolean }) {
  const { t } = useTranslation();
  const { move, undo, moving, dialogs } = useMove();
  const [held, setHeld] = useState<TaskView | null>(null);
  // A card moved by keyboard keeps the focus in its new column.
  const followed = useRef<string | null>(null);
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const link = followed.current
      ? whole.current?.querySelector<HTMLElement>(`[data-card="${followed.current}"] [data-task]`)
      : null;
    if (link && (document.activeElement === null || document.activeElement === document.body)) link.focus();
  }, [tasks]);
  useHotkeys([['mod+Z', undo]]);
  const follow = (task: TaskView, to: TaskState) => {
    followed.current = task.id;
    move(task, to);
  };
  const drop = (to: TaskState) => (event: DragEvent) => {
    event.preventDefault();
    if (held && columnOf(held.state) !== to) move(held, to);
    setHeld(null);
  };
  const allows = (to: TaskState) => held?.may.steps.some(({ state }) => state === to) ?? false;
  return (
    <>
      <p className={classes['help']}>{t('taskViews/boardHelp')}</p>
      <div ref={whole} className={classes['board']}>
        {COLUMNS.map((state, index) => {
          const found = tasks.filter((one) => columnOf(one.state) === state);
          return (
            <section
              key={state}
              className={classes['column']}
              aria-labelledby={`column-${state}`}
              data-allows={(held && allows(state)) || undefined}
              data-shut={(held && !allows(state) && columnOf(held.state) !== state) || undefined}
              onDragOver={(event) => {
                if (held) event.preventDefault();
              }}
              onDrop={drop(state)}
            >
              <h2 id={`column-${state}`} className={classes['heading']}>
                <StateMark state={state} /> <span className="dim">{found.length}</span>
              </h2>
              <ul className={classes['cards']}>
                {found.map((task) => (
                  <BoardCard
                    key={task.id}
                    task={task}
                    late={late(task)}
                    busy={moving?.task.id === task.id}
                    onHold={setHeld}
                    onMove={(to) => follow(task, to)}
                    neighbours={[COLUMNS[index - 1], COLUMNS[index + 1]]}
                  />
                ))}
              </ul>
              {found.length === 0 ? <p className={classes['none']}>{t('taskViews/noneHere')}</p> : null}
            </section>
          );
        })}
      </div>
      {dialogs}
    </>
  );
}
