/** The lines of an entry about physical custody: people, place, seal and time. Pure except for texts. */
import type { TFunction } from 'i18next';
import type { EntryView } from '@/api/views';
import { SOURCES_OF_TIME, STANDINGS } from '@/features/custody/physical-custody/queries';
import { fullTime } from '@/lib/time';

type Line = { label: string | null; text: string };

const NAMES = [
  'giver',
  'to_seat',
  'by',
  'from_whom',
  'to_whom',
  'from_place',
  'place',
  'seal',
  'what',
  'why',
  'method',
  'witnessed_by',
  'receipt',
] as const;

/** `said`: returns the text of a field that the reader may see. */
export function custodySayings(
  entry: EntryView,
  said: (name: string) => string | null,
  { t, zone, locale }: { t: TFunction; zone: string; locale: string },
): Line[] {
  const lines: Line[] = [];
  const add = (label: string, text: string | null) => {
    if (text) lines.push({ label, text });
  };
  const standing = STANDINGS.find((one) => one === said('standing'));
  if (standing) lines.push({ label: null, text: t(`standing/${standing}`) });
  for (const name of NAMES) add(t(`actField/${name}`), said(name));
  const value = (name: string) => entry.fields?.[name]?.value;
  if (typeof value('intact') === 'boolean')
    add(t('where/seal'), t(value('intact') ? 'where/intactYes' : 'where/intactNo'));
  const photograph = (value('photograph') ?? {}) as { name?: unknown };
  if (typeof photograph.name === 'string') add(t('actField/photograph'), photograph.name);
  const due = said('due_at');
  if (due) add(t('actField/due_at'), fullTime(due, zone, locale));
  add(t('actField/occurred'), happened(value('occurred'), t, locale));
  add(t('actField/remarks'), said('remarks'));
  return lines;
}

/** The local time of the event, and how it is known. */
function happened(value: unknown, t: TFunction, locale: string): string | null {
  const { at, zone, source } = (value ?? {}) as { at?: unknown; zone?: unknown; source?: unknown };
  if (typeof at !== 'string' || typeof zone !== 'string') return null;
  const known = SOURCES_OF_TIME.find((one) => one === source);
  return [fullTime(at, zone, locale), zone, known ? t(`timeSource/${known}`) : null].filter(Boolean).join(' · ');
}
