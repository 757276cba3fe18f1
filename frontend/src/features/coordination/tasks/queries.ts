/** Queries and changes of tasks. Their keys are in api/queries.ts. */
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { readTaskOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  assignTask,
  changeChecklist,
  changeDependencies,
  changeTask,
  changeTasksInBulk,
  commentTask,
  listComments,
  listMyTasks,
  listTasks,
  readHistory,
  relinkTask,
} from '@/api/generated/sdk.gen';
import type { ChecklistForm, LinkForm, TaskBulkForm, TaskChangeForm, TaskForm, TaskState, TaskView } from '@/api/views';
import { ifMatch } from '@/api/headers';
import { paged } from '@/api/paged';

export type TaskFilters = {
  q?: string | undefined;
  mine?: boolean | undefined;
  party?: string | undefined;
  state?: TaskState | undefined;
  closed?: boolean | undefined;
};
export const VIEWS = ['board'] as const;
/** How the screen shows its tasks: a list where nothing is said. */
export type TaskSearch = TaskFilters & {
  view?: (typeof VIEWS)[number] | undefined;
};

/** Nobody's work: what waits for a yes, and what got a no. */
const PROPOSED: TaskState[] = ['proposed', 'declined'];
export const AT_WORK: TaskState[] = ['open', 'in_progress', 'blocked'];
export const ACTIVE: TaskState[] = [...PROPOSED, ...AT_WORK];
export const CLOSED: TaskState[] = ['done', 'cancelled'];

const asked = ({ q, party, mine, state }: TaskFilters, states: TaskState[]) => ({
  state: state ? states.filter((one) => one === state) : states,
  ...(q ? { q } : {}),
  ...(party ? { party } : {}),
  ...(mine ? { assignee: 'me' } : {}),
});

/** One's tasks in all of one's teams. Nobody is told live about a team that is not open, so it is asked. */
export const allMyTasksQuery = (proposed: boolean) =>
  infiniteQueryOptions({
    staleTime: 0,
    queryKey: [{ _id: 'listMyTasks', proposed }] as const,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listMyTasks({
          query: { state: proposed ? ['proposed'] : AT_WORK, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: 60_000,
  });

/** Tasks that still ask something, the next deadline first; or those that are over, the newest first. */
export const tasksQuery = (jit: string, filters: TaskFilters, over: boolean) => {
  const states = over ? CLOSED : ACTIVE;
  const query = {
    ...asked(filters, states),
    sort: over ? ('newest' as const) : ('due' as const),
    limit: over ? 30 : 100,
  };
  return {
    ...paged({ _id: 'listTasks', path: { jit }, query }, (cursor, signal) =>
      listTasks({ path: { jit }, query: { ...query, ...cursor }, signal, throwOnError: true }),
    ),
    placeholderData: keepPreviousData,
  };
};

export const taskQuery = (jit: string, task: string) => readTaskOptions({ path: { jit, task } });

export const commentsQuery = (jit: string, task: string) =>
  paged({ _id: 'listComments', path: { jit, task } }, (cursor, signal) =>
    listComments({ path: { jit, task }, query: { limit: 50, ...cursor }, signal, throwOnError: true }),
  );

export const historyQuery = (jit: string, task: string) =>
  paged({ _id: 'readHistory', path: { jit, task } }, (cursor, signal) =>
    readHistory({ path: { jit, task }, query: { limit: 200, ...cursor }, signal, throwOnError: true }),
  );

export async function assign(jit: string, body: TaskForm): Promise<TaskView> {
  return (await assignTask({ path: { jit }, body, throwOnError: true })).data;
}

export async function change(jit: string, task: TaskView, body: TaskChangeForm): Promise<TaskView> {
  return (
    await changeTask({
      path: { jit, task: task.id },
      body,
      headers: ifMatch(task.version),
      throwOnError: true,
    })
  ).data;
}

/** All of these tasks, or none. */
export async function changeMany(
  jit: string,
  tasks: readonly TaskView[],
  changes: Omit<TaskBulkForm, 'items'>,
): Promise<TaskView[]> {
  const items = tasks.map(({ id, version }) => ({ task: id, seen_version: version }));
  return (await changeTasksInBulk({ path: { jit }, body: { ...changes, items }, throwOnError: true })).data.items;
}

export async function relink(jit: string, task: string, body: LinkForm): Promise<TaskView> {
  return (await relinkTask({ path: { jit, task }, body, throwOnError: true })).data;
}

export async function check(jit: string, task: string, body: ChecklistForm): Promise<TaskView> {
  return (await changeChecklist({ path: { jit, task }, body, throwOnError: true })).data;
}

export async function depend(
  jit: string,
  task: string,
  body: { add?: string[]; remove?: string[] },
): Promise<TaskView> {
  return (await changeDependencies({ path: { jit, task }, body, throwOnError: true })).data;
}

export async function say(jit: string, task: string, text: string): Promise<void> {
  await commentTask({ path: { jit, task }, body: { text }, throwOnError: true });
}
