/** Values of a form: read by path, conditions on them, and what of a section is saved. Pure. */
import type { FormConditionView, FormFieldView } from '@/api/generated/types.gen';

export type Values = Record<string, unknown>;

export const isRecord = (given: unknown): given is Values =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

/** Whether a value counts as one. `false` does; an empty text, list or object does not. */
export function isFilled(given: unknown): boolean {
  if (typeof given === 'string') return given.trim() !== '';
  if (Array.isArray(given)) return given.some(isFilled);
  if (isRecord(given)) return Object.values(given).some(isFilled);
  return given !== null && given !== undefined;
}

/** Returns the value at a path such as `identifiers.0.kind`. */
export function valueAt(values: unknown, path: string): unknown {
  let given = values;
  for (const key of path.split('.')) {
    if (Array.isArray(given)) given = given[Number(key)] as unknown;
    else given = isRecord(given) ? given[key] : undefined;
  }
  return given;
}

/** Whether a condition holds. A path that begins with a full stop is a field of `item`. */
export function holds(condition: FormConditionView, values: Values, item: unknown): boolean {
  const { test, field, value, parts } = condition;
  if (test === 'all') return parts.every((one) => holds(one, values, item));
  if (test === 'any') return parts.some((one) => holds(one, values, item));
  if (test === 'none') return !parts.some((one) => holds(one, values, item));
  const path = field ?? '';
  const given = path.startsWith('.') ? valueAt(item, path.slice(1)) : valueAt(values, path);
  if (test === 'filled') return isFilled(given);
  if (test === 'has') return Array.isArray(given) && given.includes(value);
  return typeof given === 'boolean' ? given === (value === 'yes') : given === value;
}

/** Whether a field is needed now. */
export const isNeeded = ({ need, when }: FormFieldView, values: Values, item: unknown): boolean =>
  need === 'required' || (need === 'conditional' && when !== null && holds(when, values, item));

/** A field with a condition is shown while it holds, or if the field has a value. */
export const isShown = ({ key, when }: FormFieldView, values: Values, item: unknown): boolean =>
  when === null || holds(when, values, item) || isFilled(valueAt(item, key));

/** Returns values, completed by proposed ones where they have none. */
export function withProposals(given: unknown, proposed: unknown): Values {
  const values = isRecord(given) ? given : {};
  if (!isRecord(proposed)) return values;
  const merged: Values = { ...values };
  for (const [key, value] of Object.entries(proposed)) {
    if (isRecord(value)) merged[key] = withProposals(values[key], value);
    else if (!isFilled(values[key])) merged[key] = value;
  }
  return merged;
}

/** Returns the values of a section for editing: groups and lists are present, also without a value. */
export function editable(fields: FormFieldView[], given: unknown): Values {
  const values = isRecord(given) ? given : {};
  return Object.fromEntries(
    fields.map((one) => {
      const value = values[one.key];
      if (one.is_list) return [one.key, listOf(one, value)];
      return [one.key, one.type === 'group' ? editable(one.fields, value) : (value ?? null)];
    }),
  );
}

const listOf = (one: FormFieldView, given: unknown): unknown[] =>
  Array.isArray(given)
    ? given.map((part) => (one.type === 'group' ? editable(one.fields, part) : (part as unknown)))
    : [];

/**
 * Returns the values of a section that are saved. Values of the case that nobody changed are left out, so that they follow the
 * case. An emptied field becomes null, so that it is not filled from the case again.
 */
export function toSave(
  fields: FormFieldView[],
  path: string,
  { before, now, saved, prefilled }: { before: unknown; now: unknown; saved: unknown; prefilled: ReadonlySet<string> },
): Values {
  const found: Values = {};
  for (const one of fields) {
    const at = `${path}.${one.key}`;
    const [was, is] = [valueAt(before, one.key), valueAt(now, one.key)];
    const kept = isRecord(saved) ? saved[one.key] : undefined;
    if (one.type === 'group' && !one.is_list && kept !== null) {
      const inside = toSave(one.fields, at, { before: was, now: is, saved: kept, prefilled });
      if (Object.keys(inside).length > 0) found[one.key] = inside;
    } else if (JSON.stringify(was) === JSON.stringify(is)) {
      if (kept !== undefined && !prefilled.has(at)) found[one.key] = kept;
    } else found[one.key] = isFilled(is) ? is : null;
  }
  return found;
}
