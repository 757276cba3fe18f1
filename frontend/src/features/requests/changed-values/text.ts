/** A value of the reference data as text. Pure. */

/** Of two versions of a value with fields, those that differ. `null`: the value is not recorded. */
export function textOf(value: unknown, other: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (!isFields(value)) return JSON.stringify(value);
  const fields = Object.entries(value).filter(
    ([name, inside]) => !isFields(other) || JSON.stringify(inside) !== JSON.stringify(other[name]),
  );
  return fields
    .map(([name, inside]) => `${name}: ${typeof inside === 'string' ? inside : JSON.stringify(inside)}`)
    .join(', ');
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
