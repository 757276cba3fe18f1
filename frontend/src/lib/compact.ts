/** Returns the members of an object that have a value, for an address or a query. */
export function compact<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]: [string, unknown]) => value !== undefined && value !== null),
  ) as Partial<T>;
}
