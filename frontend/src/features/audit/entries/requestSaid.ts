/** The lines of entries about legal requests and notices: their number, and the states of a move. Pure except for texts. */
import type { EntryView } from '@/api/views';
import type { Said, Saying } from './saying';

/** Which words name the states of a move. */
const STATES = {
  'notice.moved': 'noticeState',
  'notice.sent': 'noticeState',
  'request.moved': 'requestState',
  'request.sent': 'requestState',
  'request.item_moved': 'requestItemState',
} as const;

export function requestSayings(entry: EntryView, { t, word }: Pick<Saying, 't' | 'word'>): Said[] {
  const kind = entry.kind ?? '';
  if (!kind.startsWith('request.') && !kind.startsWith('notice.')) return [];
  const value = (name: string): unknown => entry.fields?.[name]?.value;
  const number = value('number');
  const lines: Said[] = typeof number === 'string' ? [{ label: null, text: number }] : [];
  const group = kind in STATES ? STATES[kind as keyof typeof STATES] : null;
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
  return [
    ...lines,
    { label: null, text: moved },
    ...stated.map((text) => ({ label: t('requestDetail/ground'), text })),
  ];
}
