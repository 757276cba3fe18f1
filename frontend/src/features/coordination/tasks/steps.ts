/** Steps between states: their names, and the step back. Pure. */
import type { TaskState, TaskView } from '@/api/views';

/** The step that leads on: first, and the one that stands out. */
export const ONWARDS: Partial<Record<TaskState, TaskState>> = {
  proposed: 'open',
  open: 'in_progress',
  in_progress: 'done',
  blocked: 'in_progress',
};

/** The name of a step depends on the state before: a finished task is reopened, a new one is handed back. */
export function wordOf(former: TaskState, state: TaskState) {
  if (former === 'proposed' && state === 'open') return 'taskStep/accept';
  if (state === 'declined') return 'taskStep/decline';
  if (state === 'proposed') return 'taskStep/ask';
  if (state === 'in_progress') return former === 'open' ? 'taskStep/start' : 'taskStep/resume';
  if (state === 'open') return former === 'in_progress' ? 'taskStep/pause' : 'taskStep/reopen';
  return state === 'blocked' ? 'taskStep/block' : state === 'done' ? 'taskStep/finish' : 'taskStep/cancel';
}

/** The states through which this seat brings a task back without saying why, as it stands now; none where it may not. */
export function wayBack(now: TaskView, former: TaskState): TaskState[] {
  const free = (state: TaskState) => now.may.steps.some((one) => one.state === state && !one.needs_reason);
  if (free(former)) return [former];
  return former === 'open' && now.state === 'done' && free('in_progress') ? ['in_progress', 'open'] : [];
}

/** Open dependencies: neither done nor cancelled. */
export const unfinished = (task: TaskView) =>
  task.waits_for.filter(({ state }) => state !== 'done' && state !== 'cancelled');

/** Unfinished dependencies that are due after the task itself: the dates contradict each other. */
export const dueTooLate = (task: TaskView) =>
  unfinished(task).filter(({ due_at: due }) => task.due_at !== null && due !== null && isBefore(task.due_at, due));

/** Tasks that depend on this one and are due before it. */
export const dueTooEarly = (task: TaskView) =>
  task.state === 'done' || task.state === 'cancelled'
    ? []
    : task.held_up.filter(({ due_at: due }) => task.due_at !== null && due !== null && isBefore(due, task.due_at));

const isBefore = (one: string, other: string) => Date.parse(one) < Date.parse(other);

/** Whether this seat answers for what is proposed, or gives what was declined to another: then it waits for it. */
export const waitsForMe = (task: TaskView): boolean =>
  (task.state === 'proposed' && task.may.steps.some(({ state }) => state === 'open')) ||
  (task.state === 'declined' && task.may.edit);
