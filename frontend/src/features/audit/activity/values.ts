/** The values of an entry as words of a sentence. `null`: not disclosed. Pure but for words. */
import type { Team } from '@/api/team';
import type { EntryView } from '@/api/views';
import { fullTime } from '@/lib/time';
import { visible } from '@/lib/visible';

/** `say`: the word for a code of a group of the dictionary; the code itself if it has none. */
export type Writing = Pick<Team, 'members' | 'partyName' | 'zone' | 'locale'> & {
  say: (group: string, code: string) => string;
};

/** Longer texts are cut; the entry itself has all of it. */
const MOST = 80;

/** The dictionary group of each type of value that is a code. */
const GROUPS: Record<string, string> = {
  actionState: 'actionState',
  copy: 'copyState',
  emergency: 'emergencyVerdict',
  flag: 'flagDecision',
  level: 'level',
  operationState: 'operationState',
  phase: 'phase',
  profile: 'profile',
  taskState: 'taskState',
  verdict: 'verdict',
};

/** The value that a name such as `party_to_party` stands for: its type, and the field of the entry. */
export function valueOf(entry: EntryView, name: string, writing: Writing): string | null {
  const [type = ''] = name.split('_', 1);
  const fieldName = name.slice(type.length + 1);
  const value = entry.fields?.[fieldName]?.value;
  if (typeof value === 'number') return value.toLocaleString(writing.locale);
  if (typeof value !== 'string' || value === '') return null;
  return worded(type, value, writing);
}

function worded(type: string, value: string, { members, partyName, zone, locale, say }: Writing): string {
  if (type === 'party') return partyOrMember(value, members, partyName);
  if (type === 'member') return memberName(value, members);
  if (type === 'when') return fullTime(value, zone, locale);
  const group = GROUPS[type];
  if (group === undefined) return cut(visible(value));
  const found = say(group, value);
  return type === 'level' ? found.toLocaleLowerCase(locale) : found;
}

/** `Jonas Reinharz (DE-01)`; the code alone where the name is unknown. */
export function memberName(code: string, members: Team['members']): string {
  const name = members.find((one) => one.code === code)?.name;
  return name ? `${name} (${code})` : code;
}

/** A task may be assigned to a party or to one of its members. */
const partyOrMember = (code: string, members: Team['members'], partyName: Team['partyName']) =>
  members.some((one) => one.code === code) ? memberName(code, members) : partyName(code);

const cut = (text: string) => (text.length > MOST ? `${text.slice(0, MOST).trimEnd()}…` : text);
