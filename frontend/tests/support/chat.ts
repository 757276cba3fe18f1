/** Two channels and what is said in them, kept as the server keeps it. */
import type { FakeApi, Sent } from './api';
import { NOW, TEAM } from './team';

export type Said = { id: string; kind: 'talk' | 'decision'; seat: string; text: string };
/** `said`: by channel; `read`: how many of them the signed-in seat has read. */
export type Talk = { said: Record<string, Said[]>; read: Record<string, number> };

const NAMES: Record<string, string> = { ferry: 'Ferry', yard: 'Yard' };

function message(channel: string, one: Said): object {
  return {
    ...one,
    channel,
    party: one.seat.slice(0, 2),
    mentions: [],
    links: [],
    at: NOW,
    erased_after: null,
    corrected_at: null,
    taken_back_at: null,
    former: [],
    translations: [],
    position: null,
    corrects: null,
    corrected_by: null,
    signing: null,
    tasks: [],
    version: 1,
    may: { correct: false, take_back: false, put_right: false },
  };
}

function channel(id: string, { said, read }: Talk): object {
  const all = said[id] ?? [];
  const seen = read[id] ?? 0;
  return {
    id,
    name: NAMES[id],
    whole: false,
    parties: ['NL', 'DE'],
    service: false,
    translator: null,
    opened_by: 'NL-01',
    opened_at: NOW,
    closed_by: null,
    closed_at: null,
    close_reason: null,
    unread: all.length - seen,
    mentioned: 0,
    first_unread: all[seen]?.id ?? null,
    last_at: null,
    version: 1,
    may: { talk: true, decide: true, close: false },
  };
}

export function answerTalk(api: FakeApi): Talk {
  const talk: Talk = { said: { ferry: [], yard: [] }, read: {} };
  const of = ({ path }: Sent) => path.split('/')[5] ?? '';
  const say = (sent: Sent, kind: Said['kind']) => {
    const all = (talk.said[of(sent)] ??= []);
    const one = {
      id: `${of(sent)}-${String(all.length)}`,
      kind,
      seat: 'NL-01',
      text: (sent.body as { text: string }).text,
    };
    all.push(one);
    talk.read[of(sent)] = all.length;
    return message(of(sent), one);
  };
  api.on('GET', `${TEAM}/channels`, () => ({ items: Object.keys(NAMES).map((id) => channel(id, talk)), next: null }));
  api.on('GET', `${TEAM}/channels/*/messages`, (sent) => ({
    items: (talk.said[of(sent)] ?? []).map((one) => message(of(sent), one)),
    next: null,
    previous: null,
  }));
  api.on('POST', `${TEAM}/channels/*/messages`, (sent) => say(sent, 'talk'));
  api.on('POST', `${TEAM}/channels/*/decisions`, (sent) => say(sent, 'decision'));
  api.on('POST', `${TEAM}/channels/*/reading`, (sent) => {
    talk.read[of(sent)] = talk.said[of(sent)]?.length ?? 0;
  });
  api.on('GET', `${TEAM}/messages`, () => ({ items: [], next: null }));
  api.on('GET', `${TEAM}/talk-rules`, () => ({ items: [] }));
  return talk;
}
