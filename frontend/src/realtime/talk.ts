/** What is said in channels: which queries it makes stale. Talk comes as a frame that names the channel alone, a decision as a fact. */
import { keys, type Key } from '@/api/queries';
import type { Fact } from './frames';

/** What is read of a channel that has something new; of all of them, where it is not said which. */
export const touchedByTalk = (jit: string, channel?: string): Key[] => [
  keys.channels(jit),
  keys.messages(jit, channel),
  keys.found(jit),
];

const said = (jit: string, { subject }: Fact): Key[] => [...touchedByTalk(jit, subject.channel), keys.awaiting(jit)];
/** Under each signature stands its key, and whether that was revoked since; beside a demand, that its party has none. */
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
