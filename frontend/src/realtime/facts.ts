/**
 * The queries that a fact makes stale. Exhaustive: a missing kind does not compile. A fact has no content; the page
 * reloads it from the API.
 */
import type { QueryClient } from '@tanstack/react-query';
import { keys, type Key } from '@/api/queries';
import type { Fact } from './frames';
import { isKnown, type FactKind } from './kinds';
import { OPERATION_TOUCHES, type Touched } from './operationFacts';
import { REQUEST_TOUCHES } from './requestFacts';
import { MEMBER_TOUCHES, seat } from './memberFacts';
import { MESSAGES } from './chat';

const exhibit: Touched = (jit, { subject }) => (subject.evidence ? [keys.below(jit, subject.evidence)] : []);
/** Requests show the titles of exhibits that came by them. */
const pool: Touched = (jit, fact) => [keys.pool(jit), ...keys.requests(jit), ...exhibit(jit, fact)];
const task: Touched = (jit, { subject }) => [
  keys.tasks(jit),
  ...(subject.task
    ? [keys.task(jit, subject.task), keys.comments(jit, subject.task), keys.history(jit, subject.task)]
    : []),
];
/** A waiting release: only the members of the originator see it. */
const waits: Touched = (jit, fact) => [keys.waiting(jit), ...exhibit(jit, fact)];
/** Decisions and consent requests show the titles of their tasks. */
const titled: Touched = (jit, fact) => [
  ...task(jit, fact),
  keys.messages(jit),
  keys.found(jit),
  keys.awaiting(jit),
  keys.consents(jit),
];
/** A dependency between two tasks: the fact does not name the other one. */
const related: Touched = (jit, fact) => [...task(jit, fact), keys.anyTask(jit)];
/** Access to an exhibit changed, and with it all mentions of the exhibit. */
const seen: Touched = (jit, fact) => [
  ...pool(jit, fact),
  keys.tasks(jit),
  keys.anyTask(jit),
  keys.consents(jit),
  keys.waiting(jit),
  keys.derivations(jit),
  keys.messages(jit),
];
/** A required approval: only the members of its party see it. */
const approval: Touched = (jit, fact) => [keys.requiredApprovals(jit), ...exhibit(jit, fact)];
const closing: Touched = () => [keys.me(), keys.jits()];
/** Checklists of hearings show consents, copies and integrity checks. */
const consent: Touched = (jit) => [keys.consents(jit), ...keys.hearings(jit)];
const custodyOnly: Touched = (jit, { subject }) => (subject.evidence ? [keys.custody(jit, subject.evidence)] : []);
/** Hearings and admissibility compare the languages of an exhibit and of its translations. */
const languages: Touched = (jit) => [...keys.hearings(jit), ...keys.admissibility(jit)];
const described: Touched = (jit, fact) => [...pool(jit, fact), ...languages(jit, fact)];
const derived: Touched = (jit, fact) => [keys.derivations(jit), ...exhibit(jit, fact), ...languages(jit, fact)];
const flagged: Touched = (jit, fact) => [keys.flags(jit), ...exhibit(jit, fact)];
const copy: Touched = (jit, fact) => [
  keys.copies(jit),
  keys.workingSessions(jit),
  ...keys.hearings(jit),
  ...custodyOnly(jit, fact),
];
const content: Touched = (jit, fact) => [...pool(jit, fact), keys.quarantined(jit)]; // and with it the reviews to do
const witness: Touched = (jit) => [keys.witnesses(jit)];
const work: Touched = (jit) => [keys.workingSessions(jit)];
const blanks: Touched = (jit) => [keys.blankLabels(jit)];
const feeds: Touched = (jit) => [keys.calendarFeeds(jit)];
const alert: Touched = (jit) => [keys.alerts(jit)];
const disclosure: Touched = (jit, fact) => [keys.disclosures(jit), ...exhibit(jit, fact)]; // a hold may follow
const kept: Touched = (jit, fact) => [keys.reviews(jit), ...pool(jit, fact)];
/** An entry of any history changed: it is reloaded wherever it is shown. */
const fields: Touched = (jit) => [
  keys.fieldErasures(jit),
  keys.unfinishedErasures(jit),
  keys.custodies(jit),
  keys.histories(jit),
  keys.tasks(jit),
  keys.anyTask(jit),
  keys.anyComments(jit),
  ...keys.saidOnDays(jit),
  ...keys.requests(jit),
  ...keys.hearings(jit),
];
const acquired: Touched = (jit, fact) =>
  fact.subject.evidence ? [keys.acquisitions(jit, fact.subject.evidence), ...custodyOnly(jit, fact)] : [];
const checked: Touched = (jit, fact) =>
  fact.subject.evidence
    ? [keys.fixity(jit, fact.subject.evidence), ...keys.hearings(jit), ...custodyOnly(jit, fact)]
    : [];
const erased: Touched = (jit, fact) => [...kept(jit, fact), ...seen(jit, fact)];

export const TOUCHES: Record<FactKind, Touched> = {
  'jit.founded': (jit) => [keys.jits(), keys.me(), keys.parties(jit)],
  'epoch.begun': (jit) => [keys.ledger(jit)],
  'party.added': (jit) => [keys.parties(jit), keys.signingDemands(jit)],
  'party.suspended': seat,
  'party.suspension_proposed': seat,
  'party.suspended_at_once': seat,
  'party.suspension_lapsed': seat,
  'party.resumed': seat,
  'leaving.agreed': () => [],
  'party.leaving': seat,
  'party.staying': seat,
  'party.left': (jit, fact) => [
    ...seat(jit, fact),
    keys.signingDemands(jit),
    keys.tasks(jit),
    keys.consents(jit),
    keys.copies(jit),
  ],
  ...MEMBER_TOUCHES,
  'evidence.registered': (jit, fact) => [...pool(jit, fact), keys.quarantined(jit)],
  'evidence.described': described,
  'evidence.evaluated': pool,
  'evidence.use_limited': pool,
  'evidence.use_limit_ended': pool,
  'evidence.approval_required': approval,
  'evidence.approval_lifted': approval,
  'evidence.released': seen,
  'evidence.recalled': seen,
  'evidence.opened': (jit, fact) => [...custodyOnly(jit, fact), keys.workingSessions(jit)],
  'evidence.taken': copy,
  'evidence.withdrawn': (jit, fact) => [...seen(jit, fact), ...kept(jit, fact)],
  'evidence.refused': () => [],
  'copy.asked': copy,
  'copy.answered': copy,
  'evidence.disclosed': disclosure,
  'disclosure.recalled': disclosure,
  'evidence.method_record_exported': custodyOnly,
  'release.started': seen,
  'release.lapsed': seen,
  'release.wanted': waits,
  'release.given_up': waits,
  'release.attested': waits,
  'recall.wanted': waits,
  'release.confirmed': waits,
  'evidence.closed': (jit, fact) => [...waits(jit, fact), keys.pool(jit)],
  'evidence.filtered': seen,
  'evidence.joint': seen,
  'release.agreed': waits,
  'evidence.court_use_wanted': waits,
  'erasure.agreed': erased,
  'controller.designated': (jit) => [keys.controllers(jit)],
  'controller.confirmed': (jit) => [keys.controllers(jit)],
  'review.sample_agreed': (jit) => [keys.jits(), keys.me(), keys.quarantined(jit)],
  'evidence.verified': (jit, fact) => [...seen(jit, fact), keys.quarantined(jit)],
  'evidence.derived': derived,
  'evidence.inherited': derived,
  'release.followed': seen,
  'evidence.flagged': flagged,
  'flag.decided': flagged,
  'retention.agreed': (jit) => [keys.retentionRules(jit)],
  'evidence.retained': kept,
  'hold.set': kept,
  'hold.lifted': kept,
  'evidence.erasure_decided': erased,
  'evidence.erased': erased,
  'erasure.wanted': kept,
  'erasure.confirmed': kept,
  'erasure.given_up': kept,
  'field.erasure_wanted': fields,
  'field.erasure_given_up': fields,
  'field.erasure_decided': fields,
  'evidence.field_erased': fields,
  'field.erased': fields,
  'jit.phase_moved': () => [keys.jits(), keys.me(), keys.teams()],
  'field.erasure_agreed': fields,
  'evidence.fields_erased': (jit, fact) => [...fields(jit, fact), ...erased(jit, fact)],
  'jit.closing_declared': closing,
  'jit.closing_agreed': closing,
  'jit.closing_withdrawn': closing,
  'jit.closed': (jit) => [keys.jits(), keys.me(), keys.teams(), keys.team(jit)],
  'file.received': content,
  'file.hash_differed': content,
  'file.discarded': content,
  'file.expired': content,
  'file.malware_found': content,
  'export.made': (jit, fact) => [keys.exports(jit), ...custodyOnly(jit, fact)],
  'evidence.imported': custodyOnly,
  'custody.imported': custodyOnly,
  'fixity.ordered': checked,
  'fixity.verified': checked,
  'fixity.failed': checked,
  'acquisition.recorded': acquired,
  'acquisition.corrected': acquired,
  'evidence.labelled': custodyOnly,
  'label.blanks_made': blanks,
  'label.voided': blanks,
  'calendar_feed.made': feeds,
  'calendar_feed.revoked': feeds,
  'party.hours_set': (jit) => [keys.situation(jit)],
  'briefing.note_written': (jit) => [keys.situation(jit)],
  'task.assigned': titled,
  'task.changed': titled,
  'task.state_changed': task,
  'task.handed_over': titled,
  'task.tied': titled,
  'task.untied': titled,
  'task.accepted': task,
  'task.declined': task,
  'task.commented': task,
  'task.linked': task,
  'task.unlinked': task,
  'task.item_added': task,
  'task.item_removed': task,
  'task.item_ticked': task,
  'task.item_unticked': task,
  'task.dependency_added': related,
  'task.dependency_removed': related,
  ...OPERATION_TOUCHES,
  'access_rule.changed': (jit) => [keys.accessRules(jit)],
  'reservation.set': (jit) => [keys.reservation(jit), keys.me(), keys.exhibits(jit)],
  'step_up.set': (jit) => [keys.stepUp(jit)],
  'four_eyes.set': (jit) => [keys.fourEyes(jit), keys.fieldErasures(jit)],
  'filter.named': (jit) => [keys.filterTeam(jit), keys.exhibits(jit)],
  'witness.named': witness,
  'witness.removed': witness,
  'witness.excused': witness,
  'witness.quorum': (jit) => [keys.jits(), keys.me(), keys.situation(jit)],
  'consent.requested': consent,
  'consent.seen': consent,
  'consent.granted': consent,
  'consent.refused': consent,
  'consent.withdrawn': consent,
  'consent.expired': consent,
  'consent.ended': consent,
  'evidence.court_use_allowed': exhibit,
  'evidence.court_use_ended': exhibit,
  'custody.seized': custodyOnly,
  'custody.collected': custodyOnly,
  'custody.sealed': custodyOnly,
  'custody.unsealed': custodyOnly,
  'custody.transported': custodyOnly,
  'custody.offered': custodyOnly,
  'custody.received': custodyOnly,
  'custody.refused': custodyOnly,
  'custody.withdrawn': custodyOnly,
  'custody.stored': custodyOnly,
  'custody.checked_out': custodyOnly,
  'custody.checked_in': custodyOnly,
  'custody.produced': custodyOnly,
  'custody.returned': custodyOnly,
  'custody.destroyed': custodyOnly,
  'custody.incident': custodyOnly,
  'custody.corrected': custodyOnly,
  ...MESSAGES,
  ...REQUEST_TOUCHES,
  'working_session.begun': work,
  'working_session.ended': work,
  'alert.raised': alert,
  'alert.handed_over': alert,
  'alert.acknowledged': alert,
  'digest.made': (jit) => [keys.digests(jit)],
  'break_glass.set': (jit) => [keys.breakGlass(jit)],
  'emergency.begun': (jit, fact) => [...seen(jit, fact), keys.emergencies(jit), keys.alerts(jit)],
  'emergency.reviewed': (jit, fact) => [...seen(jit, fact), keys.emergencies(jit), keys.alerts(jit)],
};

export function touched(jit: string, fact: Fact): Key[] {
  // An unknown kind of a newer server: reloads the whole team.
  const own = isKnown(fact.kind) ? TOUCHES[fact.kind](jit, fact) : [keys.team(jit)];
  // Every fact changes the overview, pending actions, the calendar, the ledger, and the list before closing.
  return [...own, keys.situation(jit), keys.pending(jit), keys.calendar(jit), keys.ledger(jit), keys.closing(jit)];
}

/** A checkpoint was published. */
export const published = (jit: string): Key[] => [keys.ledger(jit), keys.situation(jit)];

/**
 * An own export package made progress or was cancelled, which no fact reports. Closing a team waits for packages in
 * progress.
 */
export const bundled = (jit: string): Key[] => [keys.exports(jit), keys.closing(jit)];

/** Permissions were revoked: everything of this team is reloaded. */
export const revoked = (jit: string): Key[] => [keys.me(), keys.team(jit)];

/** Kinds after which this member may see less: cached data must not be shown again, not even briefly. */
const TAKES_AWAY: ReadonlySet<string> = new Set<FactKind>([
  'evidence.recalled',
  'release.lapsed',
  'evidence.released',
  'evidence.verified',
  'evidence.closed',
  'evidence.erasure_decided',
  'evidence.field_erased',
  'field.erased',
  'release.followed',
  'task.handed_over',
  'action.shared',
  'request.recalled',
]);

export function forgetTaken(client: QueryClient, jit: string, fact: Fact): void {
  if (isKnown(fact.kind) && !TAKES_AWAY.has(fact.kind)) return;
  for (const queryKey of touched(jit, fact)) client.removeQueries({ queryKey, type: 'inactive' });
}
