/** Promises of ledger entries from responses (`Ledger-Entry`), kept until the watch over the ledger takes them. */

type Listener = (header: string, heardAt: number) => void;

const heard = new Map<string, { header: string; heardAt: number }[]>();
const listeners = new Map<string, Listener>();

export function notePromises(jit: string, header: string): void {
  const heardAt = Date.now();
  const listener = listeners.get(jit);
  if (listener) listener(header, heardAt);
  else heard.set(jit, [...(heard.get(jit) ?? []), { header, heardAt }]);
}

/** Begins a watch of a team; promises that came earlier are passed on at once. Returns a function that ends it. */
export function onPromises(jit: string, listener: Listener): () => void {
  listeners.set(jit, listener);
  for (const { header, heardAt } of heard.get(jit) ?? []) listener(header, heardAt);
  heard.delete(jit);
  return () => void listeners.delete(jit);
}
