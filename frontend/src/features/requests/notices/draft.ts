/** A notice that is being entered: its values, and the form for the server. Pure. */
import type { NoticeChangeForm, NoticeContentView, NoticeColour } from './queries';
import { fieldsOf, LATER, SECTIONS, type FieldSpec } from './state';

export type Value = string | string[] | null;
/** Values by the names of the content. Lists are lists, a choice without an answer is null, all else is text. */
export type Values = Record<string, Value>;

const ALL = Object.values(SECTIONS).flat();
const isList = ({ type }: FieldSpec) => ['countries', 'languages', 'choices'].includes(type);
const isChoice = ({ type }: FieldSpec) => type === 'choice' || type === 'yesNo';

export function valuesOf(content: NoticeContentView | null): Values {
  return Object.fromEntries(
    ALL.map((one): [string, Value] => {
      const value = content === null ? null : content[one.name];
      if (typeof value === 'boolean') return [one.name, value ? 'yes' : 'no'];
      return [one.name, value ?? (isList(one) ? [] : isChoice(one) ? null : '')];
    }),
  );
}

const sent = (one: FieldSpec, value: Value | undefined): unknown => {
  if (Array.isArray(value)) return one.type === 'languages' ? value.map((code) => code.toLowerCase()) : value;
  if (one.type === 'yesNo') return value ? value === 'yes' : null;
  return value?.trim() || null;
};

/** The fields of this colour as the server takes them. */
export function contentOf(values: Values, kind: NoticeColour, isDiffusion: boolean): NoticeChangeForm {
  const shown = (['head', 'subject', 'case'] as const).flatMap((section) => fieldsOf(section, kind, isDiffusion));
  return Object.fromEntries(shown.map((one) => [one.name, sent(one, values[one.name])]));
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
