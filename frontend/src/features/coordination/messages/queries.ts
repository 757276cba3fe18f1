/** Channels and what is said in them, as the page reads and writes it. Their keys stand with the others, in queries.ts. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listTalkRulesOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  agreeTalkRule,
  askTranslation,
  closeChannel,
  correctMessage,
  listChannels,
  listMessages,
  markRead,
  openChannel,
  recordDecision,
  sayMessage,
  searchMessages,
  takeMessageBack,
  translateMessage,
} from '@/api/generated/sdk.gen';
import type {
  ChannelForm,
  ChannelView,
  OnRecordForm,
  MessageForm,
  MessageView,
  TalkRuleView,
  TranslationForm,
} from '@/api/views';
import { ifMatch } from '@/api/headers';
import { paged } from '@/api/paged';

/** So many unread ones the server counts. */
export const MOST_UNREAD = 100;
const MOST_CHANNELS = 200;

export const channelsQuery = (jit: string) =>
  queryOptions({
    queryKey: [{ _id: 'listChannels', path: { jit } }] as const,
    queryFn: async ({ signal }) =>
      (await listChannels({ path: { jit }, query: { limit: MOST_CHANNELS }, signal, throwOnError: true })).data.items,
  });

type From = { cursor?: string; at?: string };
const from = (first: string | null): From => (first ? { at: first } : {});

/** A channel's messages, both ways from `first` (the first unread), or from the last. */
export const messagesQuery = (jit: string, channel: string, first: string | null) =>
  infiniteQueryOptions({
    queryKey: [{ _id: 'listMessages', path: { jit, channel }, first }] as const,
    queryFn: async ({ pageParam, signal }) =>
      (await listMessages({ path: { jit, channel }, query: { limit: 50, ...pageParam }, signal, throwOnError: true }))
        .data,
    initialPageParam: from(first),
    getNextPageParam: (page): From | null => (page.next ? { cursor: page.next } : null),
    getPreviousPageParam: (page): From | null => (page.previous ? { cursor: page.previous } : null),
  });

export const foundQuery = (jit: string, q: string) => ({
  ...paged({ _id: 'searchMessages', path: { jit }, q }, (cursor, signal) =>
    searchMessages({ path: { jit }, query: { q, limit: 50, ...cursor }, signal, throwOnError: true }),
  ),
  placeholderData: keepPreviousData,
});

export const talkRulesQuery = (jit: string) =>
  queryOptions({
    ...listTalkRulesOptions({ path: { jit } }),
    select: ({ items }) => items,
  });

/** Where the agreement says nothing. */
export const DAYS_UNSAID = 30;

export async function open(jit: string, body: ChannelForm): Promise<ChannelView> {
  return (await openChannel({ path: { jit }, body, throwOnError: true })).data;
}

export async function close(jit: string, channel: ChannelView, reason: string): Promise<ChannelView> {
  return (
    await closeChannel({
      path: { jit, channel: channel.id },
      body: { reason },
      headers: ifMatch(channel.version),
      throwOnError: true,
    })
  ).data;
}

/** The key of the mutations that send to a channel, also those whose screen the user has left. */
export const saying = (channel: string) => ['say', channel];

export async function say(jit: string, channel: string, body: MessageForm): Promise<MessageView> {
  return (await sayMessage({ path: { jit, channel }, body, throwOnError: true })).data;
}

export async function record(jit: string, channel: string, body: OnRecordForm): Promise<MessageView> {
  return (await recordDecision({ path: { jit, channel }, body, throwOnError: true })).data;
}

export async function correct(
  jit: string,
  { id, channel, version }: MessageView,
  body: MessageForm,
): Promise<MessageView> {
  return (
    await correctMessage({ path: { jit, channel, message: id }, body, headers: ifMatch(version), throwOnError: true })
  ).data;
}

export async function takeBack(jit: string, { id, channel, version }: MessageView): Promise<MessageView> {
  return (await takeMessageBack({ path: { jit, channel, message: id }, headers: ifMatch(version), throwOnError: true }))
    .data;
}

export async function translate(
  jit: string,
  { id, channel }: MessageView,
  body: TranslationForm,
): Promise<MessageView> {
  return (await translateMessage({ path: { jit, channel, message: id }, body, throwOnError: true })).data;
}

export async function ask(jit: string, { id, channel, version }: MessageView, language: string): Promise<MessageView> {
  return (
    await askTranslation({ path: { jit, channel, message: id }, body: { language, version }, throwOnError: true })
  ).data;
}

export async function read(jit: string, channel: string, message: string): Promise<void> {
  await markRead({ path: { jit, channel }, body: { message }, throwOnError: true });
}

export async function agree(jit: string, days: number, clause: string): Promise<TalkRuleView> {
  return (await agreeTalkRule({ path: { jit }, body: { days, clause }, throwOnError: true })).data;
}
