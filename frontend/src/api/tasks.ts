/** Tasks as the page reads and changes them. Their keys stand with the others, in queries.ts. */
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { readTaskOptions } from './generated/@tanstack/react-query.gen';
import { assignTask, changeTask, commentTask, listComments, listTasks, readHistory, relinkTask } from './generated/sdk.gen';
import type { TaskChangeForm, TaskForm, TaskState, TaskView } from './views';

export type TaskFilters = { q?: string | undefined; mine?: boolean | undefined; party?: string | undefined; state?: TaskState | undefined; closed?: boolean | undefined };

export const ACTIVE: TaskState[] = ['open', 'in_progress', 'blocked'];
export const CLOSED: TaskState[] = ['done', 'cancelled'];

/** Tasks that still ask something, the next deadline first; or those that are over, the newest first. */
export const tasksQuery = (jit: string, filters: TaskFilters, over: boolean) => {
  const states = over ? CLOSED : ACTIVE;
  const { q, party } = filters;
  const query = {
    state: filters.state ? states.filter((one) => one === filters.state) : states, sort: over ? ('newest' as const) : ('due' as const), limit: over ? 30 : 100,
    ...(q ? { q } : {}), ...(party ? { party } : {}), ...(filters.mine ? { assignee: 'me' } : {}),
  };
  return infiniteQueryOptions({
    queryKey: [{ _id: 'listTasks', path: { jit }, query }] as const,
    queryFn: async ({ pageParam, signal }) => (await listTasks({ path: { jit }, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) }, signal, throwOnError: true })).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
};

export const taskQuery = (jit: string, task: string) => readTaskOptions({ path: { jit, task } });

export const commentsQuery = (jit: string, task: string) =>
  infiniteQueryOptions({
    queryKey: [{ _id: 'listComments', path: { jit, task } }] as const,
    queryFn: async ({ pageParam, signal }) => (await listComments({ path: { jit, task }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal, throwOnError: true })).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const historyQuery = (jit: string, task: string) =>
  infiniteQueryOptions({
    queryKey: [{ _id: 'readHistory', path: { jit, task } }] as const,
    queryFn: async ({ pageParam, signal }) => (await readHistory({ path: { jit, task }, query: { limit: 200, ...(pageParam ? { cursor: pageParam } : {}) }, signal, throwOnError: true })).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export async function assign(jit: string, body: TaskForm): Promise<TaskView> {
  return (await assignTask({ path: { jit }, body, throwOnError: true })).data;
}

export async function change(jit: string, task: TaskView, body: TaskChangeForm): Promise<TaskView> {
  return (await changeTask({ path: { jit, task: task.id }, body, headers: { 'If-Match': `"${String(task.version)}"` }, throwOnError: true })).data;
}

export async function relink(jit: string, task: string, body: { link?: string[]; unlink?: string[] }): Promise<TaskView> {
  return (await relinkTask({ path: { jit, task }, body, throwOnError: true })).data;
}

export async function say(jit: string, task: string, text: string): Promise<void> {
  await commentTask({ path: { jit, task }, body: { text }, throwOnError: true });
}
