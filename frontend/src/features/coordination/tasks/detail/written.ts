/** Labels of a task's fields, and their values as text. Pure except for texts. */
import type { TFunction } from 'i18next';
import type { Written } from '@/features/coordination/tasks/form/draft';
import { languageName } from '@/features/coordination/tasks/form/languages';

const WORDS = {
  title: 'tasks/title_',
  details: 'tasks/details',
  assignee: 'tasks/assignee',
  coAssignees: 'taskParts/coAssignees',
  priority: 'tasks/priority',
  due: 'tasks/due',
  zone: 'tasks/zone',
  repeats: 'repeat/label',
  legalBasis: 'taskParts/legalBasis',
  language: 'taskParts/language',
} as const satisfies Record<Written, string>;
const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

export const fieldWord = (name: Written) => WORDS[name];

export function shownValue(
  name: Written,
  value: string,
  { t, locale, repeats }: { t: TFunction; locale: string; repeats: (rule: string) => string },
): string {
  if (!value) return '—';
  const priority = PRIORITIES.find((one) => one === value);
  if (name === 'priority' && priority) return t(`priority/${priority}`);
  if (name === 'language') return languageName(value, locale);
  if (name === 'repeats') return repeats(value);
  if (name === 'coAssignees') return value.replaceAll(' ', ', ');
  return name === 'due' ? value.replace('T', ' ') : value;
}
