/** Queries and changes of action days. Reports and moves of actions are sent by the queue (queue.ts). */
import { queryOptions } from '@tanstack/react-query';
import {
  checkOperationOptions,
  listActionsOptions,
  listOperationsOptions,
  listProtectedOptions,
  listReportsOptions,
  readOperationOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  changeAction,
  changeOperation,
  giveWord,
  liftProtection,
  moveAction,
  planAction,
  planOperation,
  protect,
  reportIncident,
} from '@/api/generated/sdk.gen';
import type {
  ActionChangeForm,
  ActionForm,
  ActionView,
  MoveForm,
  OperationChangeForm,
  OperationForm,
  OperationView,
  ProtectedForm,
  ReportForm,
  ReportView,
  WordForm,
} from '@/api/views';
import { ifMatch } from '@/api/headers';

export const operationsQuery = (jit: string) => ({
  ...listOperationsOptions({ path: { jit }, query: { limit: 100 } }),
});
export const operationQuery = (jit: string, operation: string) => readOperationOptions({ path: { jit, operation } });
export const boardQuery = (jit: string, operation: string) =>
  queryOptions({ ...listActionsOptions({ path: { jit, operation }, query: { limit: 200 } }), refetchInterval: 60_000 });
export const tickerQuery = (jit: string, operation: string) =>
  queryOptions({ ...listReportsOptions({ path: { jit, operation }, query: { limit: 100 } }), refetchInterval: 60_000 });
export const protectedQuery = (jit: string, operation: string) =>
  listProtectedOptions({ path: { jit, operation }, query: { limit: 100 } });
export const checksQuery = (jit: string, operation: string) => checkOperationOptions({ path: { jit, operation } });

export async function plan(jit: string, body: OperationForm): Promise<OperationView> {
  return (await planOperation({ path: { jit }, body, throwOnError: true })).data;
}

export async function changeDay(jit: string, day: OperationView, body: OperationChangeForm): Promise<OperationView> {
  return (
    await changeOperation({
      path: { jit, operation: day.id },
      body,
      headers: ifMatch(day.version),
      throwOnError: true,
    })
  ).data;
}

export async function speak(jit: string, operation: string, body: WordForm): Promise<OperationView> {
  return (await giveWord({ path: { jit, operation }, body, throwOnError: true })).data;
}

export async function planFor(jit: string, operation: string, body: ActionForm): Promise<ActionView> {
  return (await planAction({ path: { jit, operation }, body, throwOnError: true })).data;
}

export async function replan(
  jit: string,
  operation: string,
  action: ActionView,
  body: ActionChangeForm,
): Promise<ActionView> {
  return (
    await changeAction({
      path: { jit, operation, action: action.id },
      body,
      headers: ifMatch(action.plan?.version ?? 0),
      throwOnError: true,
    })
  ).data;
}

export async function move(jit: string, operation: string, action: string, body: MoveForm): Promise<ActionView> {
  return (await moveAction({ path: { jit, operation, action }, body, throwOnError: true })).data;
}

export async function report(jit: string, operation: string, body: ReportForm): Promise<ReportView> {
  return (await reportIncident({ path: { jit, operation }, body, throwOnError: true })).data;
}

export async function protectFrom(jit: string, operation: string, body: ProtectedForm): Promise<void> {
  await protect({ path: { jit, operation }, body, throwOnError: true });
}

export async function lift(jit: string, operation: string, one: string, reason: string): Promise<void> {
  await liftProtection({ path: { jit, operation, protected: one }, body: { reason }, throwOnError: true });
}
