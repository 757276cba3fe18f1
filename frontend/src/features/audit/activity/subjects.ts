/** The actor and the objects of an entry. Pure. */
import type { Team } from '@/api/team';
import type { EntryView } from '@/api/views';
import { visible } from '@/lib/visible';

export type ActivityObject =
  | { type: 'exhibit' | 'task' | 'operation' | 'consent'; id: string }
  | { type: 'action' | 'channel'; id: string; name: string };

type Entry = Pick<EntryView, 'subject' | 'fields' | 'seat'>;

/** The object that a name in a sentence stands for; null if the entries do not all have the same one. */
export function objectOf(entries: readonly Entry[], name: string): ActivityObject | null {
  const [first, ...others] = entries.map((entry) => ofEntry(entry, name));
  if (!first) return null;
  return others.every((other) => other?.id === first.id) ? first : null;
}

function ofEntry(entry: Entry, name: string): ActivityObject | null {
  const id = (subject: string) => entry.subject?.[subject];
  const text = (field: string) => {
    const value = entry.fields?.[field]?.value;
    return typeof value === 'string' ? visible(value) : '';
  };
  switch (name) {
    case 'exhibit':
      return typed('exhibit', id('evidence'));
    case 'exhibitField':
      return typed('exhibit', id('evidence') ?? (text('exhibit') || undefined));
    case 'task':
    case 'operation':
    case 'consent':
      return typed(name, id(name));
    case 'action':
      return named('action', id('operation'), text('number'));
    case 'channel':
      return named('channel', id('channel'), text('channel_name'));
    default:
      return null;
  }
}

const typed = (type: 'exhibit' | 'task' | 'operation' | 'consent', id: string | undefined) =>
  id ? { type, id } : null;

const named = (type: 'action' | 'channel', id: string | undefined, name: string) =>
  id && name ? { type, id, name } : null;

/** `Jonas Reinharz (DE-01)`: the name in the entry, or else that of the member now; Liaison for what nobody did by hand. */
export function actorOf(
  entry: Entry,
  own: string,
  members: Team['members'],
  words: { you: string; system: string },
): string | null {
  const { seat } = entry;
  if (!seat) return null;
  if (seat === 'system') return words.system;
  if (seat === own) return words.you;
  const stated = (entry.fields?.['actor']?.value as { name?: unknown } | null | undefined)?.name;
  const name = typeof stated === 'string' ? visible(stated) : members.find((one) => one.code === seat)?.name;
  return name ? `${name} (${seat})` : seat;
}
