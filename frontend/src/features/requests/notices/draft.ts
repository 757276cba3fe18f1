/** A notice that is being entered: its values, and the form for the server. Pure. */
import type { NoticeChangeForm, NoticeContentView, NoticeColour, NoticeNeedsForm, NoticeView } from './queries';
import { fieldsOf, LATER, SECTIONS, type FieldSpec } from './state';

export type Value = string | string[] | null;
/** Values by the names of the content. Lists are lists, a choice without an answer is null, all else is text, also a number. */
export type Values = Record<string, Value>;

const ALL = Object.values(SECTIONS).flat();
const isList = ({ type }: FieldSpec) => ['names', 'countries', 'languages', 'choices'].includes(type);
const isChoice = ({ type }: FieldSpec) => type === 'choice' || type === 'yesNo';

export function valuesOf(content: NoticeContentView | null): Values {
  return Object.fromEntries(
    ALL.map((one): [string, Value] => {
      const value = content === null ? null : content[one.name];
      if (typeof value === 'boolean') return [one.name, value ? 'yes' : 'no'];
      if (typeof value === 'number') return [one.name, String(value)];
      return [one.name, value ?? (isList(one) ? [] : isChoice(one) ? null : '')];
    }),
  );
}

const sent = (one: FieldSpec, value: Value | undefined): unknown => {
  if (Array.isArray(value)) return one.type === 'languages' ? value.map((code) => code.toLowerCase()) : value;
  if (one.type === 'yesNo') return value ? value === 'yes' : null;
  if (one.type === 'number') return value?.trim() ? Number(value) : null;
  return value?.trim() || null;
};

/** The fields of this colour as the server takes them. */
export function contentOf(values: Values, kind: NoticeColour, isDiffusion: boolean): NoticeChangeForm {
  const shown = (['head', 'subject', 'case'] as const).flatMap((section) => fieldsOf(section, kind, isDiffusion));
  return Object.fromEntries(shown.map((one) => [one.name, sent(one, values[one.name])]));
}

/** Values that say no more than that a field is filled in. The server needs no more of a text to say what else is needed. */
const STAND_INS: Partial<Record<FieldSpec['type'], unknown>> = {
  line: 'x',
  text: 'x',
  number: 1,
  day: '2000-01-01',
  names: ['x'],
  languages: ['en'],
};

const standIn = (one: FieldSpec, value: Value | undefined): unknown => {
  const given = sent(one, value);
  if (given === null || (Array.isArray(given) && given.length === 0)) return given;
  return one.name === 'birth_date' ? '2000' : (STAND_INS[one.type] ?? given);
};

/** Returns the body that asks the server for the needed fields. `notice`: the notice that is being changed. */
export function needsOf(
  values: Values,
  kind: NoticeColour,
  isDiffusion: boolean,
  notice: NoticeView | null,
): NoticeNeedsForm {
  const shown = (['head', 'subject', 'case'] as const).flatMap((section) => fieldsOf(section, kind, isDiffusion));
  return {
    ...Object.fromEntries(shown.map((one) => [one.name, standIn(one, values[one.name])])),
    kind,
    is_diffusion: isDiffusion,
    exhibits: [...new Set(notice?.exhibits.map((one) => one.kind))].sort(),
    has_warrant: notice?.warrant != null,
  };
}

/** What differs from the content before. `isDraft`: otherwise only references and the review date can change. */
export function changesOf(values: Values, before: Values, kind: NoticeColour, isDiffusion: boolean, isDraft: boolean) {
  const now = contentOf(values, kind, isDiffusion) as Record<string, unknown>;
  const then = contentOf(before, kind, isDiffusion) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(now).filter(
      ([name, value]) =>
        JSON.stringify(value) !== JSON.stringify(then[name]) && (isDraft || LATER.some((one) => one === name)),
    ),
  ) as NoticeChangeForm;
}
