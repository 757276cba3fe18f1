/** An entry about a task as lines of text. Pure except for texts. */
import type { TFunction } from 'i18next';
import type { EntryView, TaskState } from '@/api/views';
import { languageName } from '@/features/coordination/tasks/form/languages';
import { fullTime } from '@/lib/time';

type Telling = {
  t: TFunction;
  word: (group: 'value', value: string) => string;
  nameOf: (code: string) => string;
  zone: string;
  locale: string;
};

const STATES: readonly TaskState[] = ['proposed', 'declined', 'open', 'in_progress', 'blocked', 'done', 'cancelled'];

export function told(entry: EntryView, { t, word, nameOf, zone, locale }: Telling): string[] {
  const value = (name: string): unknown => entry.fields?.[name]?.value ?? null;
  const text = (name: string) => (typeof value(name) === 'string' ? (value(name) as string) : '');
  const state = (name: string) => {
    const known = STATES.find((one) => one === text(name));
    return known ? t(`taskState/${known}`) : text(name);
  };
  const shown = (name: string, one: unknown) => {
    if (Array.isArray(one) && one.length > 0) return one.map((code) => nameOf(String(code))).join(', ');
    if (typeof one !== 'string' || one === '') return '—';
    if (name === 'due_at') return fullTime(one, zone, locale);
    return name === 'language' ? languageName(one, locale) : one;
  };
  const people = Array.isArray(value('co_assignees')) ? (value('co_assignees') as unknown[]) : [];
  switch (entry.kind ?? '') {
    case 'task.assigned':
      return [
        [text('former'), text('assignee')].filter(Boolean).map(nameOf).join(' → '),
        people.length > 0 ? `${word('value', 'co_assignees')}${t('common/colon')}${shown('', people)}` : '',
        text('title'),
        text('follows') ? t('repeat/follows', { number: text('follows') }) : '',
      ].filter(Boolean);
    case 'task.state_changed':
      return [`${state('former')} → ${state('state')}`, text('reason')].filter(Boolean);
    case 'task.changed':
      return Object.entries((value('changes') ?? {}) as Record<string, { from?: unknown; to?: unknown }>).map(
        ([name, { from, to }]) => `${word('value', name)}${t('common/colon')}${shown(name, from)} → ${shown(name, to)}`,
      );
    case 'task.commented':
    case 'task.item_added':
    case 'task.item_removed':
    case 'task.item_ticked':
    case 'task.item_unticked':
      return [text('text')];
    case 'task.accepted':
      return [nameOf(text('assignee'))];
    case 'task.declined':
      return [nameOf(text('assignee')), text('reason')];
    case 'task.dependency_added':
    case 'task.dependency_removed':
      return [text('waits_for')];
    case 'task.linked':
    case 'task.unlinked':
      return [text('exhibit_number')];
    default:
      return [text('former')].filter(Boolean);
  }
}
