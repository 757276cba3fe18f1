/** The values of an entry as text in a sentence. `null`: not disclosed. Pure except for texts. */
import type { Team } from '@/api/team';
import type { EntryView } from '@/api/views';
import { count } from '@/lib/format';
import { fullTime } from '@/lib/time';
import { visible } from '@/lib/visible';

/** `say`: the word behind a key of the dictionary; null if there is none. */
export type Writing = Pick<Team, 'members' | 'partyName' | 'zone' | 'locale'> & {
  say: (key: string) => string | null;
  deadlineName: (rule: string) => string;
};

/** Longer texts are cut; the entry itself has all of it. */
const MOST = 80;

/** The dictionary key of each type of value that is a code. */
const KEYS: Record<string, (code: string) => string> = {
  actionState: (code) => `actionState/${code}`,
  admissibilityStatus: (code) => `admissibilityStatus/${code}`,
  deadlineChange: (code) => `deadlineChange/${code}`,
  useDecision: (code) => `useDecision/${code}`,
  deadlineEnd: (code) => `deadlineEnd/${code}`,
  copy: (code) => `copyState/${code}`,
  emergency: (code) => `emergencyVerdict/${code}`,
  flag: (code) => `flagDecision/${code}`,
  level: (code) => `level/${code}`,
  noticeGround: (code) => `noticeGround/${code}`,
  noticeState: (code) => `noticeState/${code}`,
  operationState: (code) => `operationState/${code}`,
  phase: (code) => `phase/${code}`,
  profile: (code) => `profile/${code}`,
  requestLevel: (code) => `requestLevel/${code}`,
  requestReceipt: (code) => `requestReceipt/${code}`,
  requestItemState: (code) => `requestItemState/${code}`,
  requestState: (code) => `requestState/${code}`,
  taskState: (code) => `taskState/${code}`,
  verdict: (code) => `verdict/${code}`,
};

/** The value that a name such as `party_to_party` stands for: its type, and the field of the entry. */
export function valueOf(entry: EntryView, name: string, writing: Writing): string | null {
  const [type = ''] = name.split('_', 1);
  const fieldName = name.slice(type.length + 1);
  const value = entry.fields?.[fieldName]?.value;
  if (typeof value === 'number') return count(value, writing.locale);
  if (typeof value !== 'string' || value === '') return null;
  return worded(type, value, writing);
}

function worded(type: string, value: string, { members, partyName, deadlineName, zone, locale, say }: Writing): string {
  if (type === 'party') return partyOrMember(value, members, partyName);
  if (type === 'member') return memberName(value, members);
  if (type === 'deadline') return deadlineName(value);
  if (type === 'when') return fullTime(value, zone, locale);
  const key = KEYS[type];
  if (key === undefined) return cut(visible(value));
  const found = say(key(value)) ?? value;
  return type === 'level' || type === 'requestLevel' ? found.toLocaleLowerCase(locale) : found;
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
