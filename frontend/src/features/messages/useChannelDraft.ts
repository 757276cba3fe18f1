/** What is half written in a channel waits there while one looks into another, or at another screen. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** `links`: the exhibits that the text numbers. */
export type ChannelDraft = { text: string; links: string[] };

export const NOTHING: ChannelDraft = { text: '', links: [] };

/**
 * Kept in memory beside what was read, so that it goes with that at sign-out and is nobody else's. Under a key of its own: facts
 * take away what they make stale, and make no words stale that nobody has sent.
 */
export function useChannelDraft(jit: string, channel: string) {
  const queries = useQueryClient();
  const kept = useState(() => queries.getQueryData<ChannelDraft>(['draft', jit, channel]) ?? NOTHING);
  const [draft] = kept;
  useEffect(() => {
    queries.setQueryDefaults(['draft'], { gcTime: Infinity });
    queries.setQueryData(['draft', jit, channel], draft);
  }, [queries, jit, channel, draft]);
  return kept;
}
