type Act = (lock: object | null) => unknown;

/** Gives jsdom `navigator.locks`: one after the other by name, as a browser does. Locks that are still held are forgotten. */
export function installLocks(): void {
  const held = new Map<string, Promise<unknown>>();
  const request = async (name: string, ...rest: [Act] | [{ ifAvailable: boolean }, Act]) => {
    const act = rest.length === 1 ? rest[0] : rest[1];
    const before = held.get(name);
    if (rest.length === 2 && before) return act(null);
    const mine = (before ?? Promise.resolve()).then(() => act({}));
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    held.set(name, settled);
    void settled.then(() => {
      if (held.get(name) === settled) held.delete(name);
    });
    return mine;
  };
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
}
