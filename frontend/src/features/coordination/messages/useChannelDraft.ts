/** The unsent text of a channel, kept in memory for this account while the user is at another channel or screen. */
import { useCallback, useSyncExternalStore } from 'react';
import { onOtherOwner, ownerId } from '@/api/owner';
import type { Kind } from './KindMark';

/** `links`: the exhibits that the text numbers. */
export type ChannelDraft = { kind: Kind; text: string; links: string[] };

export const NOTHING: ChannelDraft = { kind: 'talk', text: '', links: [] };

/** By channel. */
const drafts = new Map<string, ChannelDraft>();
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

onOtherOwner(() => {
  drafts.clear();
  tell();
  return 0;
});

/** Changes a draft that is not on the screen, too: an answer can arrive after the user chose another channel. */
export function useChannelDraft(channel: string) {
  const draft = useSyncExternalStore(subscribe, () => drafts.get(channel) ?? NOTHING);
  const change = useCallback(
    (to: (now: ChannelDraft) => ChannelDraft) => {
      // Signed out, and the screen still stands: nothing more is kept for whoever comes next.
      if (ownerId() === null) return;
      drafts.set(channel, to(drafts.get(channel) ?? NOTHING));
      tell();
    },
    [channel],
  );
  return [draft, change] as const;
}
