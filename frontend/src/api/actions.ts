/** Changes that the page makes on the server, as functions that reject with a `Problem`. */
import {
  changeMe as patchMe,
  confirmMember,
  renameMember,
  endAllSessions,
  endSession,
  proposeMember,
  redeemCode,
  createSession,
  decideFile,
  describeEvidence,
  endCurrentSession,
  evaluateEvidence,
  grantRelease,
  openEvidence,
  recallRelease,
  registerEvidence,
  renewOpening,
  agreeQuorum,
  endMember,
  movePhase,
  resumeMember,
  resumeParty as resumePartyOfTeam,
  setMembersEnd,
  suspendMember,
  suspendParty as suspendPartyOfTeam,
  withdrawEvidence,
} from './generated/sdk.gen';
import { Problem } from './problem';
import type { ConfirmedMemberView } from './generated/types.gen';
import type {
  AssessmentForm,
  DescriptionForm,
  EvidenceForm,
  EvidenceView,
  FileView,
  JitSummary,
  MemberForm,
  MeView,
  OpeningForm,
  OpeningView,
  PartyView,
  ProfileForm,
  ProposedView,
  ReleaseForm,
  ReleaseView,
  SeatView,
  WaitingReleaseView,
} from './views';
import { ifMatch } from './headers';

/** `code`: of the authenticator app, or a recovery code; only once the server asked for it. */
export async function signIn(email: string, password: string, code?: string): Promise<void> {
  await createSession({ body: { email, password, ...(code ? { code } : {}) }, throwOnError: true });
}

/** Returns whether the session has ended, by this call or before; false if the server was not reached. */
export async function leave(): Promise<boolean> {
  try {
    await endCurrentSession({ throwOnError: true });
    return true;
  } catch (error) {
    return error instanceof Problem && error.status === 401;
  }
}

export async function changeMe(body: ProfileForm): Promise<MeView> {
  return (await patchMe({ body, throwOnError: true })).data;
}

export async function endOne(session: string): Promise<void> {
  await endSession({ path: { session_id: session }, throwOnError: true });
}

/** Ends all sessions and tokens of the account except this one. */
export async function endOthers(): Promise<void> {
  await endAllSessions({ query: { others: true }, throwOnError: true });
}

export async function redeem(code: string): Promise<SeatView> {
  return (await redeemCode({ body: { code }, throwOnError: true })).data;
}

export async function propose(jit: string, body: MemberForm): Promise<ProposedView> {
  return (await proposeMember({ path: { jit }, body, throwOnError: true })).data;
}

/** `one`: the member as the leader saw it. If the name changed since, the server confirms nobody. */
export async function confirm(jit: string, one: SeatView): Promise<ConfirmedMemberView> {
  return (await confirmMember({ path: { jit, member: one.id }, body: { name: one.name }, throwOnError: true })).data;
}

const seatPath = (jit: string, { id, version }: SeatView) => ({
  path: { jit, member: id },
  headers: ifMatch(version),
  throwOnError: true as const,
});

export async function suspendSeat(jit: string, one: SeatView, reason: string): Promise<SeatView> {
  return (await suspendMember({ ...seatPath(jit, one), body: { reason } })).data;
}

export async function resumeSeat(jit: string, one: SeatView, reason: string): Promise<SeatView> {
  return (await resumeMember({ ...seatPath(jit, one), body: { reason } })).data;
}

export async function endSeat(jit: string, one: SeatView, reason: string): Promise<SeatView> {
  return (await endMember({ ...seatPath(jit, one), body: { reason } })).data;
}

export async function renameSeat(jit: string, one: SeatView, name: string, reason: string): Promise<SeatView> {
  return (await renameMember({ ...seatPath(jit, one), body: { name, reason } })).data;
}

/** `until`: null: the membership has no end date. */
export async function timeSeat(jit: string, one: SeatView, until: string | null, reason: string): Promise<SeatView> {
  return (await setMembersEnd({ ...seatPath(jit, one), body: { until, reason } })).data;
}

/** `seen`: the team as the user saw it. If it changed since, the server rejects the change. */
export async function moveTo(
  seen: JitSummary,
  phase: 'operational' | 'trial',
  clause: string,
  reason: string,
): Promise<void> {
  await movePhase({
    path: { jit: seen.id },
    headers: ifMatch(seen.version),
    body: { phase, clause, reason },
    throwOnError: true,
  });
}

/** `seen`: as for `moveTo`. */
export async function agreeOn(seen: JitSummary, quorum: number, clause: string, reason: string): Promise<void> {
  await agreeQuorum({
    path: { jit: seen.id },
    headers: ifMatch(seen.version),
    body: { quorum, clause, reason },
    throwOnError: true,
  });
}

export async function suspendParty(
  jit: string,
  party: PartyView,
  clause: string,
  reason: string,
  atOnce: boolean,
): Promise<PartyView> {
  return (
    await suspendPartyOfTeam({
      path: { jit, party: party.code },
      headers: ifMatch(party.version),
      body: { clause, reason, at_once: atOnce },
      throwOnError: true,
    })
  ).data;
}

export async function resumeParty(jit: string, party: PartyView, clause: string, reason: string): Promise<PartyView> {
  return (
    await resumePartyOfTeam({
      path: { jit, party: party.code },
      headers: ifMatch(party.version),
      body: { clause, reason },
      throwOnError: true,
    })
  ).data;
}

/** `key`: a repeated request with the same key registers the exhibit once. */
export async function register(jit: string, key: string, body: EvidenceForm): Promise<EvidenceView> {
  return (await registerEvidence({ path: { jit }, body, headers: { 'Idempotency-Key': key }, throwOnError: true }))
    .data;
}

export async function describe(exhibit: EvidenceView, jit: string, body: DescriptionForm): Promise<EvidenceView> {
  return (
    await describeEvidence({
      path: { jit, evidence: exhibit.id },
      body,
      headers: ifMatch(exhibit.version),
      throwOnError: true,
    })
  ).data;
}

export async function evaluate(exhibit: EvidenceView, jit: string, body: AssessmentForm): Promise<EvidenceView> {
  return (
    await evaluateEvidence({
      path: { jit, evidence: exhibit.id },
      body,
      headers: ifMatch(exhibit.version),
      throwOnError: true,
    })
  ).data;
}

export async function withdraw(exhibit: EvidenceView, jit: string, reason: string): Promise<EvidenceView> {
  return (
    await withdrawEvidence({
      path: { jit, evidence: exhibit.id },
      body: { reason },
      headers: ifMatch(exhibit.version),
      throwOnError: true,
    })
  ).data;
}

/**
 * `before`: the release as the user saw it; null if the party had none. A release with required approvals is returned
 * as waiting.
 */
export async function release(
  jit: string,
  evidence: string,
  party: string,
  body: ReleaseForm,
  before: ReleaseView | null,
): Promise<ReleaseView | WaitingReleaseView> {
  const headers = before ? ifMatch(before.version) : { 'If-None-Match': '*' };
  return (await grantRelease({ path: { jit, evidence, party }, body, headers, throwOnError: true })).data;
}

export async function recall(
  jit: string,
  evidence: string,
  before: ReleaseView,
  reason: string,
): Promise<WaitingReleaseView | null> {
  // No content: the release is recalled. With content: the recall waits for a second leader.
  const { data, response } = await recallRelease({
    path: { jit, evidence, party: before.party },
    body: { reason },
    headers: ifMatch(before.version),
    throwOnError: true,
  });
  return response.status === 202 ? (data as WaitingReleaseView) : null;
}

export async function decide(
  jit: string,
  evidence: string,
  file: FileView,
  decision: 'keep' | 'discard',
  reason: string,
): Promise<FileView> {
  return (await decideFile({ path: { jit, evidence, file: file.id }, body: { decision, reason }, throwOnError: true }))
    .data;
}

export async function open(jit: string, evidence: string, body: OpeningForm): Promise<OpeningView> {
  return (await openEvidence({ path: { jit, evidence }, body, throwOnError: true })).data;
}

/** Returns new links for an access that continues; this is not a new access. */
export async function renew(jit: string, evidence: string, opening: string): Promise<OpeningView> {
  return (await renewOpening({ path: { jit, evidence, opening }, throwOnError: true })).data;
}

export const bundleLink = (jit: string, bundle: string) => `/api/jits/${jit}/exports/${bundle}/bundle`;
export const filesEndpoint = (jit: string, evidence: string) => `/api/jits/${jit}/evidence/${evidence}/files`;
