/** The form of a task: missing fields, changes, and conflicts with another user's changes. Pure. */
import type { TaskChangeForm, TaskForm, TaskView } from '@/api/views';
import { momentIn } from '@/lib/moment';
import { wallClock } from '@/lib/zones';
import { isLanguage } from './languages';
import { withFirst } from './repeats';

const WRITTEN = [
  'title',
  'details',
  'assignee',
  'coAssignees',
  'priority',
  'due',
  'zone',
  'repeats',
  'legalBasis',
  'language',
] as const;
export type Written = (typeof WRITTEN)[number];
/** `coAssignees`: codes, separated by spaces; `due`: what a clock in `zone` shows, as a datetime-local input holds it; `reading`: which of two moments that is; `repeats`: a rule, or nothing. */
export type Draft = Record<Exclude<Written, 'priority'>, string> & {
  priority: TaskForm['priority'] & string;
  reading: string;
};
export type Fault =
  | 'tasks/needTitle'
  | 'tasks/needAssignee'
  | 'tasks/timeTwice'
  | 'tasks/timeNever'
  | 'tasks/timeUnreadable'
  | 'tasks/needDue';

export const blank = (zone: string): Draft => ({
  title: '',
  details: '',
  assignee: '',
  coAssignees: '',
  priority: 'normal',
  due: '',
  zone,
  reading: '',
  repeats: '',
  legalBasis: '',
  language: '',
});

export const codesOf = ({ coAssignees }: Pick<Draft, 'coAssignees'>): string[] =>
  coAssignees.split(' ').filter(Boolean);

/** The codes in one order, so that an order alone is no change. */
export const textOf = (codes: readonly string[]): string => codes.toSorted().join(' ');

export function draftOf(task: TaskView, zone: string): Draft {
  const shownIn = task.due_zone ?? zone;
  return {
    title: task.title,
    details: task.details ?? '',
    assignee: task.assignee,
    coAssignees: textOf(task.co_assignees),
    priority: task.priority,
    zone: shownIn,
    due: task.due_at ? wallClock(Date.parse(task.due_at), shownIn) : '',
    reading: task.due_at ?? '',
    repeats: task.repeats ?? '',
    legalBasis: task.legal_basis ?? '',
    language: task.language ?? '',
  };
}

/** The moment that is meant, or why there is none. A reading counts only while it is what the clock shows. */
export const momentOf = ({ due, zone, reading }: Draft) => momentIn({ local: due, reading }, zone);

export function faults(draft: Draft): Partial<Record<'title' | 'assignee' | 'due', Fault>> {
  const { at, fault: read } = momentOf(draft);
  const fault = read ?? (draft.repeats && !at ? 'tasks/needDue' : null);
  return {
    ...(draft.title.trim() ? {} : { title: 'tasks/needTitle' as const }),
    ...(draft.assignee ? {} : { assignee: 'tasks/needAssignee' as const }),
    ...(fault ? { due: fault } : {}),
  };
}

const deadline = (draft: Draft) => {
  const { at } = momentOf(draft);
  return at ? { due_at: at, due_zone: draft.zone } : { due_at: null };
};

const tagOf = ({ language }: Draft) => (isLanguage(language) ? language : null);

export const formOf = (draft: Draft, evidence: string[], checklist: string[]): TaskForm => ({
  title: draft.title.trim(),
  details: draft.details.trim() || null,
  assignee: draft.assignee,
  co_assignees: codesOf(draft),
  priority: draft.priority,
  evidence,
  checklist,
  legal_basis: draft.legalBasis.trim() || null,
  language: tagOf(draft),
  repeats: withFirst(draft.repeats, draft.due, draft.zone) || null,
  ...deadline(draft),
});

/** A checklist as it is first written: an item in each line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Only what differs is sent. */
export function changesOf(base: Draft, mine: Draft): TaskChangeForm {
  const changed: TaskChangeForm = {};
  if (mine.title.trim() !== base.title) changed.title = mine.title.trim();
  if (mine.details.trim() !== base.details) changed.details = mine.details.trim() || null;
  if (mine.assignee !== base.assignee) changed.assignee = mine.assignee;
  if (mine.coAssignees !== base.coAssignees) changed.co_assignees = codesOf(mine);
  if (mine.priority !== base.priority) changed.priority = mine.priority;
  if (mine.legalBasis.trim() !== base.legalBasis) changed.legal_basis = mine.legalBasis.trim() || null;
  if (mine.language !== base.language) changed.language = tagOf(mine);
  if (mine.repeats !== base.repeats) changed.repeats = withFirst(mine.repeats, mine.due, mine.zone) || null;
  const [before, now] = [momentOf(base).at, momentOf(mine).at];
  if (before !== now || (now && base.zone !== mine.zone)) Object.assign(changed, deadline(mine));
  return changed;
}

const same = (one: Draft, other: Draft, name: Written) => one[name].trim() === other[name].trim();

/** Fields that both users changed differently: the user has to choose. */
export const conflicts = (base: Draft, theirs: Draft, mine: Draft): Written[] =>
  WRITTEN.filter((name) => !same(theirs, base, name) && !same(mine, base, name) && !same(mine, theirs, name));

/** Fields that only the other user changed: kept and shown. */
export const theirs = (base: Draft, now: Draft, mine: Draft): Written[] =>
  WRITTEN.filter((name) => !same(now, base, name) && same(mine, base, name));

/** Where only they changed, theirs stands; where I changed, mine does. */
export function merged(base: Draft, theirs: Draft, mine: Draft): Draft {
  const taken = Object.fromEntries(
    WRITTEN.filter((name) => same(mine, base, name)).map((name) => [name, theirs[name]]),
  );
  return { ...mine, ...taken, reading: same(mine, base, 'due') ? theirs.reading : mine.reading };
}
