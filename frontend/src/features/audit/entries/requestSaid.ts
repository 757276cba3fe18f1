/**
 * The lines of entries about legal requests and notices: their number, the states of a move, a deadline, a step of
 * transmission. Pure except for texts.
 */
import { isAboutDeadline } from '@/api/deadlines';
import type { EntryView } from '@/api/views';
import { fullTime } from '@/lib/time';
import type { Said, Saying } from './saying';

/** Which words name the states of a move. */
const STATES = {
  'notice.moved': 'noticeState',
  'notice.sent': 'noticeState',
  'request.moved': 'requestState',
  'request.sent': 'requestState',
  'request.item_moved': 'requestItemState',
} as const;

export function requestSayings(entry: EntryView, saying: Saying): Said[] {
  const { t, word } = saying;
  const kind = entry.kind ?? '';
  if (!kind.startsWith('request.') && !kind.startsWith('notice.')) return [];
  const value = (name: string): unknown => entry.fields?.[name]?.value;
  const number = value('number');
  const lines: Said[] = typeof number === 'string' ? [{ label: null, text: number }] : [];
  const group = kind in STATES ? STATES[kind as keyof typeof STATES] : null;
  if (isAboutDeadline(kind)) return [...lines, ...deadline(entry, saying)];
  if (kind === 'request.transmitted') return [...lines, ...step(entry, saying)];
  if (group === null) return lines;
  const state = (name: string) => {
    const code = value(name);
    return typeof code === 'string' ? word(group, code) : '—';
  };
  const place = value('item_number');
  const states = { former: state('former'), state: state('state') };
  const moved =
    typeof place === 'number'
      ? t('requestDetail/itemMoved', { place, ...states })
      : `${states.former} → ${states.state}`;
  const ground = value('ground');
  const stated = kind === 'request.item_moved' && typeof ground === 'string' ? [ground] : [];
  const despite = value('despite');
  const grounds = kind === 'request.sent' && Array.isArray(despite) ? despite.map(String) : [];
  return [
    ...lines,
    { label: null, text: moved },
    ...grounds.map((code) => ({ label: t('requestDetail/despite'), text: word('dispatchGround', code) })),
    ...stated.map((text) => ({ label: t('requestDetail/ground'), text })),
  ];
}

/** The deadline by its name, its item, what became of it, and when it is due. */
function deadline(entry: EntryView, { t, word, deadlineName, zone, locale }: Saying): Said[] {
  const value = (name: string): unknown => entry.fields?.[name]?.value;
  const [rule, place, due] = [value('rule'), value('item_number'), value('due_at')];
  const [change, outcome] = [value('change'), value('outcome')];
  const became =
    typeof change === 'string'
      ? word('deadlineChange', change)
      : typeof outcome === 'string'
        ? word('deadlineEnd', outcome)
        : null;
  return [
    ...(typeof rule === 'string' ? [[deadlineName(rule), became].filter(Boolean).join(' · ')] : []).map((text) => ({
      label: t('requestDeadlines/deadline'),
      text,
    })),
    ...(typeof place === 'number' ? [{ label: t('requestDeadlines/item'), text: String(place) }] : []),
    ...(typeof due === 'string' ? [{ label: t('tasks/due'), text: fullTime(due, zone, locale) }] : []),
  ];
}

/** The authority that had the request, and the evidence of its transport. */
function step(entry: EntryView, { t, word }: Saying): Said[] {
  const text = (name: string) => {
    const value: unknown = entry.fields?.[name]?.value;
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const [authority, receipt] = [text('authority'), text('receipt')];
  return [
    ...(authority ? [{ label: null, text: [authority, text('channel')].filter(Boolean).join(' · ') }] : []),
    ...(receipt ? [{ label: t('requestDetail/receipt'), text: word('requestReceipt', receipt) }] : []),
  ];
}
