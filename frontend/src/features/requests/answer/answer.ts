/** The answer to an item of a request that is being registered. Pure. */
import { instantOf } from '@/components/sharing/draft';
import type { RequestItemView, RequestView } from '@/features/requests/request/queries';
import { isSettled } from '@/features/requests/request/state';

export type AnswerValues = {
  item: string;
  to: string | null;
  occurred_at: string;
  ground: string;
  reason: string;
  conditions: string;
};

/** Categories of exhibits by the data that an item asks for. */
const CATEGORY = {
  SUBSCRIBER: 'subscriber_data',
  IDENTIFICATION_ONLY: 'subscriber_data',
  TRAFFIC: 'traffic_data',
  CONTENT: 'content_data',
  REAL_TIME: 'interception',
} as const;

export const categoryOf = ({ data_category }: RequestItemView) =>
  data_category && data_category in CATEGORY ? CATEGORY[data_category] : null;

/** The first item that is not answered yet, or the first of all; null without items. */
export function firstOpen(request: RequestView): RequestItemView | null {
  return request.items.find(({ state }) => !isSettled(state)) ?? request.items[0] ?? null;
}

export const blankAnswer = (item: string): AnswerValues => ({
  item,
  to: 'delivered',
  occurred_at: '',
  ground: '',
  reason: '',
  conditions: '',
});

/** What is sent besides the exhibit. A state that the item cannot reach stays as it is. */
export function answerOf(values: AnswerValues, request: RequestView, zone: string) {
  const step = request.items.find(({ id }) => id === values.item)?.moves.find(({ to }) => to === values.to);
  return {
    item: values.item,
    to: step?.to ?? null,
    occurred_at: step && values.occurred_at ? instantOf(values.occurred_at, zone) : null,
    ground: step?.needs_ground ? values.ground.trim() || null : null,
    reason: step?.needs_reason ? values.reason.trim() || null : null,
    conditions: values.conditions.trim() || null,
  };
}
