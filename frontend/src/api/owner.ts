/** Whose page this is. What one account began in it, and what belongs to nobody else, goes before another's screens stand. */

let owner: string | null = null;
const leavers = new Set<() => number>();

export const ownerId = (): string | null => owner;

/** `leave`: let go of what is the former's; how much of it was under way. */
export function onOtherOwner(leave: () => number): void {
  leavers.add(leave);
}

/** The account that is signed in now, or nobody; how much of the former's was under way. The same one again changes nothing. */
export function belongsTo(account: string | null): number {
  const other = owner !== null && owner !== account;
  owner = account;
  return other ? [...leavers].reduce((sum, leave) => sum + leave(), 0) : 0;
}
