/** The acts on a member, for the menu and the dialog. */
import { endSeat, renameSeat, resumeSeat, suspendSeat, timeSeat } from '@/api/actions';
import type { SeatView } from '@/api/views';

/** `roles` has a dialog of its own. */
export type SeatAct = 'suspend' | 'resume' | 'time' | 'rename' | 'end';
export type MenuAct = SeatAct | 'roles';

export function carryOut(
  act: SeatAct,
  jit: string,
  one: SeatView,
  reason: string,
  until: string | null,
  name: string,
): Promise<SeatView> {
  if (act === 'suspend') return suspendSeat(jit, one, reason);
  if (act === 'resume') return resumeSeat(jit, one, reason);
  if (act === 'rename') return renameSeat(jit, one, name, reason);
  return act === 'end' ? endSeat(jit, one, reason) : timeSeat(jit, one, until, reason);
}

/** Roles that support the team for a limited time: the server requires an end date for members with no other role. */
const FOR_A_TIME = new Set(['participant', 'liaison', 'expert', 'interpreter']);

export const onlyForATime = ({ roles }: Pick<SeatView, 'roles'>) => roles.every((role) => FOR_A_TIME.has(role));
