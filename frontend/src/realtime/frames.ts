/** Reads the frames of the live channel strictly: unknown or malformed frames are ignored. */

/** The closed list of kinds. Adding one here makes facts.ts and the dictionary fail to compile until they know it too. */
export const FACT_KINDS = [
  'jit.founded',
  'epoch.begun',
  'party.added',
  'party.suspended',
  'party.resumed',
  'leaving.agreed',
  'party.leaving',
  'party.staying',
  'party.left',
  'member.proposed',
  'member.seated',
  'member.suspended',
  'member.resumed',
  'member.timed',
  'member.renamed',
  'member.ended',
  'evidence.registered',
  'evidence.described',
  'evidence.evaluated',
  'evidence.use_limited',
  'evidence.use_limit_ended',
  'evidence.released',
  'evidence.recalled',
  'evidence.opened',
  'evidence.taken',
  'evidence.withdrawn',
  'evidence.refused',
  'copy.asked',
  'copy.answered',
  'evidence.disclosed',
  'disclosure.recalled',
  'release.started',
  'release.lapsed',
  'release.wanted',
  'release.given_up',
  'release.attested',
  'recall.wanted',
  'release.confirmed',
  'evidence.closed',
  'evidence.filtered',
  'evidence.joint',
  'release.agreed',
  'evidence.court_use_wanted',
  'erasure.agreed',
  'controller.designated',
  'controller.confirmed',
  'review.sample_agreed',
  'evidence.verified',
  'evidence.derived',
  'evidence.inherited',
  'release.followed',
  'evidence.flagged',
  'flag.decided',
  'retention.agreed',
  'evidence.retained',
  'hold.set',
  'hold.lifted',
  'evidence.erasure_decided',
  'evidence.erased',
  'erasure.wanted',
  'erasure.confirmed',
  'erasure.given_up',
  'field.erasure_wanted',
  'field.erasure_given_up',
  'field.erasure_decided',
  'evidence.field_erased',
  'field.erased',
  'field.erasure_agreed',
  'evidence.fields_erased',
  'jit.phase_moved',
  'jit.closing_declared',
  'jit.closing_agreed',
  'jit.closing_withdrawn',
  'jit.closed',
  'file.received',
  'file.hash_differed',
  'file.discarded',
  'file.expired',
  'export.made',
  'evidence.imported',
  'custody.imported',
  'fixity.ordered',
  'fixity.verified',
  'fixity.failed',
  'acquisition.recorded',
  'acquisition.corrected',
  'evidence.labelled',
  'label.blanks_made',
  'label.voided',
  'calendar_feed.made',
  'calendar_feed.revoked',
  'party.hours_set',
  'briefing.note_written',
  'task.assigned',
  'task.changed',
  'task.state_changed',
  'task.commented',
  'task.linked',
  'task.unlinked',
  'task.handed_over',
  'task.accepted',
  'task.declined',
  'task.item_added',
  'task.item_removed',
  'task.item_ticked',
  'task.item_unticked',
  'task.dependency_added',
  'task.dependency_removed',
  'operation.planned',
  'operation.changed',
  'operation.go_asked',
  'operation.state_changed',
  'operation.word_given',
  'operation.reported',
  'protected.entered',
  'protected.lifted',
  'action.planned',
  'action.changed',
  'action.shared',
  'action.moved',
  'action.result_recorded',
  'action.result_linked',
  'operation.debriefed',
  'media_line.written',
  'media_line.approved',
  'access_rule.changed',
  'reservation.set',
  'four_eyes.set',
  'filter.named',
  'witness.named',
  'witness.removed',
  'witness.quorum',
  'consent.requested',
  'consent.seen',
  'consent.granted',
  'consent.refused',
  'consent.withdrawn',
  'consent.expired',
  'consent.ended',
  'evidence.court_use_allowed',
  'evidence.court_use_ended',
  'custody.seized',
  'custody.collected',
  'custody.sealed',
  'custody.unsealed',
  'custody.transported',
  'custody.offered',
  'custody.received',
  'custody.refused',
  'custody.withdrawn',
  'custody.stored',
  'custody.checked_out',
  'custody.checked_in',
  'custody.produced',
  'custody.returned',
  'custody.destroyed',
  'custody.incident',
  'custody.corrected',
  'talk.agreed',
  'channel.opened',
  'channel.closed',
  'decision.recorded',
  'decision.corrected',
  'decision.mentioned',
  'decision.translated',
  'decision.signed',
  'signing.key_named',
  'signing.key_revoked',
  'signing.demanded',
  'notice.drafted',
  'notice.changed',
  'notice.check_answered',
  'notice.moved',
  'notice.sent',
  'notice.hit_recorded',
  'notice.challenged',
  'notice.challenge_changed',
  'notice.exhibit_linked',
  'notice.exhibit_unlinked',
  'notice.warrant_linked',
  'notice.warrant_unlinked',
  'notice.released',
  'notice.recalled',
  'request.drafted',
  'request.registered',
  'request.changed',
  'request.form_saved',
  'request.moved',
  'request.sent',
  'request.item_moved',
  'request.released',
  'request.recalled',
  'request.transmitted',
  'request.deadline_started',
  'request.deadline_changed',
  'request.deadline_ended',
  'request.deadline_near',
  'request.deadline_missed',
  'request.result_linked',
  'request.result_unlinked',
  'request.paper_added',
  'request.paper_removed',
  'request.linked',
  'request.unlinked',
  'hearing.created',
  'hearing.changed',
  'hearing.deleted',
  'hearing.exhibit_added',
  'hearing.exhibit_removed',
  'admissibility.assessed',
  'task.tied',
  'task.untied',
  'working_session.begun',
  'working_session.ended',
  'alert.raised',
  'alert.handed_over',
  'alert.acknowledged',
  'digest.made',
  'break_glass.set',
  'emergency.begun',
  'emergency.reviewed',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export type Fact = {
  position: number;
  /** A newer server can send kinds that this page does not know. */
  kind: FactKind | (string & {});
  subject: {
    evidence?: string;
    task?: string;
    notice?: string;
    request?: string;
    item?: string;
    channel?: string;
    message?: string;
    operation?: string;
    action?: string;
    consent?: string;
    file?: string;
    export?: string;
    copy?: string;
    disclosure?: string;
    handover?: string;
    member?: string;
    working_session?: string;
    alert?: string;
    digest?: string;
    emergency?: string;
    party?: string;
    jit?: string;
    sheet?: string;
  };
  seat: string;
  party: string | null;
  at: string;
};

/**
 * A present member. `focus`: the exhibit on the screen, sent only within the own party and for exhibits that the user
 * may see.
 */
export type Present = { seat: string; party: string | null; since: string; focus: { evidence: string } | null };

export type ByeReason = 'revoked' | 'slow' | 'expired' | 'restart';

export type Frame =
  | { type: 'welcome'; head: number; seat: string; present: readonly Present[] }
  | ({ type: 'fact' } & Fact)
  | { type: 'head'; position: number }
  /** A message was sent, corrected, deleted, translated or erased in this channel; sent once to its members. */
  | { type: 'talk'; channel: string }
  /** An export package of this member made progress or ended; sent to this member only. */
  | { type: 'export'; export: string }
  | { type: 'ping' }
  | { type: 'presence'; present: readonly Present[] }
  | { type: 'bye'; reason: ByeReason; resume_after: number };

const POSITIONED = new Set(['fact', 'head']);
const PEOPLED = new Set(['welcome', 'presence']);
const KNOWN = new Set(['welcome', 'fact', 'head', 'talk', 'export', 'ping', 'presence', 'bye']);

export function readFrame(data: unknown): Frame | null {
  if (typeof data !== 'string') return null;
  try {
    const frame = JSON.parse(data) as {
      type?: unknown;
      position?: unknown;
      present?: unknown;
      channel?: unknown;
      export?: unknown;
    };
    if (typeof frame.type !== 'string' || !KNOWN.has(frame.type)) return null;
    if (POSITIONED.has(frame.type) && !Number.isSafeInteger(frame.position)) return null;
    if (PEOPLED.has(frame.type) && !Array.isArray(frame.present)) return null;
    if (frame.type === 'talk' && typeof frame.channel !== 'string') return null;
    if (frame.type === 'export' && typeof frame.export !== 'string') return null;
    return frame as Frame;
  } catch {
    return null;
  }
}

export function isKnown(kind: string): kind is FactKind {
  return (FACT_KINDS as readonly string[]).includes(kind);
}
