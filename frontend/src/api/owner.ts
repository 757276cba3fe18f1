/**
 * The account that owns the state of this page. Its unfinished work is removed before screens of another account
 * appear.
 */

let owner: string | null = null;
const leavers = new Set<() => number>();

export const ownerId = (): string | null => owner;

/** `leave`: removes the work of the former account and returns how much of it was unfinished. */
export function onOtherOwner(leave: () => number): void {
  leavers.add(leave);
}

/**
 * Sets the signed-in account, or nobody. Returns how much unfinished work of a former account was removed; 0 for the
 * same account.
 */
export function belongsTo(account: string | null): number {
  const other = owner !== null && owner !== account;
  owner = account;
  return other ? [...leavers].reduce((sum, leave) => sum + leave(), 0) : 0;
}
