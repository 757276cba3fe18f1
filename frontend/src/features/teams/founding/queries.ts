/** Founding a team and inviting its people. */
import { acceptInvitation, addParty, foundJit, issueCode, withdrawProposal } from '@/api/generated/sdk.gen';
import type {
  AcceptanceFormWritable,
  JitForm,
  JitView,
  PartyForm,
  PartyView,
  ProposedView,
  SeatView,
} from '@/api/generated/types.gen';
import { ifMatch } from '@/api/headers';

export type { JitForm, JitView };

export async function found(body: JitForm): Promise<JitView> {
  return (await foundJit({ body, throwOnError: true })).data;
}

export async function add(jit: string, body: PartyForm): Promise<PartyView> {
  return (await addParty({ path: { jit }, body, throwOnError: true })).data;
}

/** The seat that was taken; null for an operator's invitation. */
export async function accept(body: AcceptanceFormWritable): Promise<SeatView | null> {
  return (await acceptInvitation({ body, throwOnError: true })).data.seat;
}

const seatPath = (jit: string, { id, version }: SeatView) => ({
  path: { jit, member: id },
  headers: ifMatch(version),
  throwOnError: true as const,
});

export async function withdraw(jit: string, one: SeatView, reason: string): Promise<SeatView> {
  return (await withdrawProposal({ ...seatPath(jit, one), body: { reason } })).data;
}

export async function anotherCode(jit: string, one: SeatView): Promise<ProposedView> {
  return (await issueCode(seatPath(jit, one))).data;
}
