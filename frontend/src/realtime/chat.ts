/**
 * The queries that changes in channels make stale. A chat change is a frame that names only the channel; a decision is
 * a fact.
 */
import { keys, type Key } from '@/api/queries';
import type { Fact } from './frames';

/** Queries of a changed channel, or of all channels if it is not named. */
export const touchedByTalk = (jit: string, channel?: string): Key[] => [
  keys.channels(jit),
  keys.messages(jit, channel),
  keys.found(jit),
];

const said = (jit: string, { subject }: Fact): Key[] => [...touchedByTalk(jit, subject.channel), keys.awaiting(jit)];
/** Signatures show their key and its revocation; required signatures show whether the party has a key. */
const named = (jit: string): Key[] => [
  keys.signingKeys(jit),
  keys.signingDemands(jit),
  keys.messages(jit),
  keys.found(jit),
  keys.awaiting(jit),
];

export const MESSAGES = {
  'talk.agreed': (jit: string): Key[] => [keys.talkRules(jit), keys.messages(jit)],
  'channel.opened': (jit: string): Key[] => [keys.channels(jit)],
  'channel.closed': (jit: string): Key[] => [keys.channels(jit)],
  'decision.recorded': said,
  'decision.corrected': said,
  'decision.mentioned': said,
  'decision.translated': said,
  'decision.signed': said,
  'signing.key_named': named,
  'signing.key_revoked': named,
  'signing.demanded': (jit: string): Key[] => [keys.signingDemands(jit)],
};
