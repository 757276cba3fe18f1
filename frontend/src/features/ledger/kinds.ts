/** The kinds of entries as one chooses among them. Every kind stands in one group: a new one does not compile until it does. */
import { FACT_KINDS, type FactKind } from '@/realtime/frames';

const GROUP = {
  'evidence.registered': 'exhibits', 'evidence.described': 'exhibits', 'evidence.evaluated': 'exhibits', 'evidence.withdrawn': 'exhibits', 'evidence.flagged': 'exhibits', 'flag.decided': 'exhibits', 'evidence.derived': 'exhibits', 'evidence.inherited': 'exhibits', 'file.received': 'exhibits', 'file.hash_differed': 'exhibits', 'file.discarded': 'exhibits', 'file.expired': 'exhibits', 'evidence.retained': 'exhibits', 'hold.set': 'exhibits', 'hold.lifted': 'exhibits', 'evidence.erasure_decided': 'exhibits', 'evidence.erased': 'exhibits', 'erasure.wanted': 'exhibits', 'erasure.confirmed': 'exhibits', 'erasure.given_up': 'exhibits', 'evidence.field_erased': 'exhibits', 'field.erasure_wanted': 'team', 'field.erasure_given_up': 'team', 'field.erasure_decided': 'team', 'field.erased': 'team',
  'evidence.imported': 'exhibits', 'custody.imported': 'exhibits',
  'fixity.ordered': 'exhibits', 'fixity.verified': 'exhibits', 'fixity.failed': 'exhibits', 'acquisition.recorded': 'exhibits', 'acquisition.corrected': 'exhibits',
  'evidence.released': 'releases', 'evidence.recalled': 'releases', 'release.started': 'releases', 'release.lapsed': 'releases', 'release.wanted': 'releases', 'release.given_up': 'releases', 'release.attested': 'releases', 'recall.wanted': 'releases', 'release.confirmed': 'releases', 'evidence.closed': 'releases', 'evidence.filtered': 'releases', 'evidence.joint': 'releases', 'release.agreed': 'releases', 'evidence.court_use_wanted': 'releases', 'erasure.agreed': 'exhibits', 'release.followed': 'releases', 'evidence.verified': 'releases', 'controller.designated': 'team', 'retention.agreed': 'team', 'jit.phase_moved': 'team', 'access_rule.changed': 'releases', 'reservation.set': 'releases', 'four_eyes.set': 'releases', 'filter.named': 'releases', 'witness.named': 'team', 'witness.removed': 'team', 'witness.quorum': 'team',
  'evidence.opened': 'uses', 'evidence.taken': 'uses', 'export.made': 'uses', 'evidence.refused': 'uses', 'evidence.disclosed': 'uses', 'disclosure.recalled': 'uses', 'copy.asked': 'uses', 'copy.answered': 'uses',
  'working_session.begun': 'uses', 'working_session.ended': 'uses', 'alert.raised': 'uses', 'alert.handed_over': 'uses', 'alert.acknowledged': 'uses', 'digest.made': 'uses', 'break_glass.set': 'releases', 'emergency.begun': 'uses', 'emergency.reviewed': 'uses',
  'evidence.court_use_allowed': 'releases', 'evidence.court_use_ended': 'releases',
  'consent.requested': 'consents', 'consent.seen': 'consents', 'consent.granted': 'consents', 'consent.refused': 'consents', 'consent.withdrawn': 'consents', 'consent.expired': 'consents', 'consent.ended': 'consents',
  'task.assigned': 'tasks', 'task.changed': 'tasks', 'task.state_changed': 'tasks', 'task.commented': 'tasks', 'task.linked': 'tasks', 'task.unlinked': 'tasks', 'task.handed_over': 'tasks',
  'jit.founded': 'team', 'epoch.begun': 'team', 'party.added': 'team', 'party.suspended': 'team', 'party.resumed': 'team', 'leaving.agreed': 'team', 'party.leaving': 'team', 'party.staying': 'team', 'party.left': 'team', 'member.proposed': 'team', 'member.seated': 'team', 'member.suspended': 'team', 'member.resumed': 'team', 'member.timed': 'team', 'member.ended': 'team',
} as const satisfies Record<FactKind, string>;

export type KindGroup = (typeof GROUP)[FactKind];

export const KIND_GROUPS: { group: KindGroup; kinds: FactKind[] }[] = [...new Set(Object.values(GROUP))].map((group) => ({ group, kinds: FACT_KINDS.filter((kind) => GROUP[kind] === group) }));
