"""Which facts notify whom, and how urgently. Kinds that are not in the table notify nobody.

Actors are not notified of their own acts. Not here: finding these members (`ledger/recipients.py`), and whether they may
see the subject, which the database checks on each read (`app/schema/notifications/notifications.sql`).
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final


class Urgency(IntEnum):
    """How long a notification may wait: not at all, some hours, or any time. The smallest value is the most urgent."""

    NOW = 0
    TODAY = 1
    WHENEVER = 2


class Noun(StrEnum):
    """Subject of a notification. It selects the rule in the row-level security policy of `notifications`."""

    TASK = "task"
    EVIDENCE = "evidence"
    QUARANTINE = "quarantine"
    CONSENT = "consent"
    ALERT = "alert"
    DIGEST = "digest"
    HANDOVER = "handover"
    COPY = "copy"
    FLAG = "flag"
    SEAT = "seat"
    MESSAGE = "message"  # a decision
    SIGNATURE = "signature"  # that a decision needs
    TALK = "talk"
    OPERATION = "operation"
    REPORT = "report"
    ACTION = "action"  # of an action day
    RESULT = "result"
    MEDIA_LINE = "media_line"
    NOTE = "note"
    DEADLINE = "deadline"  # of a legal request
    CHALLENGE = "challenge"  # of an INTERPOL notice
    NOTICE = "notice"  # of INTERPOL
    REQUEST = "request"  # legal request
    HEARING = "hearing"  # in court
    ADMISSIBILITY = "admissibility"  # an assessment of an exhibit
    PARTY = "party"


class RecipientKind(StrEnum):
    """Recipients: a member that the subject names, or leaders of a party."""

    ASSIGNEE = "assignee"  # of the task, and its co-assignees
    ASSIGNER = "assigner"
    OWNER = "owner"  # of the alert
    ASKER = "asker"  # of the consent
    ASKED_LEADERS = "asked leaders"  # who can answer it
    RECEIVER = "receiver"  # of the handover
    GIVER = "giver"
    HOLDER = "holder"  # of the copy, and its party's leaders
    RECIPIENTS = "recipients"  # members of other parties than the originator who may see the entry
    ORIGINATOR_LEADERS = "originator leaders"
    OTHER_LEADERS = "other leaders"  # of the actor's party
    SECOND_LEADERS = "second leaders"  # the same, if the pending release needs one of them
    FLAGGED_LEADERS = "flagged leaders"  # of the exhibit's originator, as recorded with the flag
    FLAGGER = "flagger"
    ADMINISTRATORS = "administrators"  # of other parties than the originator
    CONFIRMERS = "confirmers"  # leaders of a proposed seat's party
    OTHER_PARTIES = "other parties"  # leaders of parties other than that of the member who designated themselves
    ONESELF = "oneself"  # the member whose seat it is
    DIGEST_LEADERS = "digest leaders"
    NAMED = "named"  # by the decision, of its channel
    SIGNERS = "signers"  # members who may add the signature of a party that the decision needs
    DAY_LEADER = "day leader"  # planner of the action day, for a no-go by the actor's party
    DAY_PARTIES = "day parties"  # leaders of parties asked to confirm GO
    APPROVERS = "approvers"  # leaders of parties that have not approved the current press statement
    INCIDENT_HEARERS = "incident hearers"  # members who may see the incident
    EXECUTORS = "executors"  # leaders and contributors of the action's party, and coordinators who read its plan
    FINDER = "finder"  # the member who recorded the result
    NOTED = "noted"  # the addressee of the note
    DEADLINE_LEADERS = "deadline leaders"  # and coordinators of parties that read the request
    CHALLENGED_LEADERS = "challenged leaders"  # and coordinators of the party of the challenged notice who read notices
    NOTICE_LEADERS = "notice leaders"  # and coordinators of the party of the notice who read notices
    REQUEST_LEADERS = "request leaders"  # of the party of the request
    HEARING_LEADERS = "hearing leaders"  # of the party of the hearing in court
    ASSESSING_LEADERS = "assessing leaders"  # of the party that assessed the exhibit
    ALL_LEADERS = "all leaders"  # of the team


class NotificationKind(StrEnum):
    """Kinds of notification: kinds of facts, additional requests of facts, and deadlines that approach or passed."""

    TASK_ASSIGNED = "task.assigned"
    TASK_ACCEPTED = "task.accepted"
    TASK_DECLINED = "task.declined"
    TASK_CHANGED = "task.changed"
    TASK_STATE_CHANGED = "task.state_changed"
    TASK_COMMENTED = "task.commented"
    TASK_DUE = "task.due"
    CONSENT_REQUESTED = "consent.requested"
    CONSENT_GRANTED = "consent.granted"
    CONSENT_REFUSED = "consent.refused"
    CONSENT_WITHDRAWN = "consent.withdrawn"
    CONSENT_EXPIRED = "consent.expired"
    CONSENT_ENDED = "consent.ended"
    CONSENT_DUE = "consent.due"
    EVIDENCE_RELEASED = "evidence.released"
    RELEASE_STARTED = "release.started"
    QUARANTINE_WAITING = "evidence.registered"
    COPY_ASKED = "copy.asked"
    HANDOVER_OFFERED = "custody.offered"
    HANDOVER_RECEIVED = "custody.received"
    HANDOVER_REFUSED = "custody.refused"
    RELEASE_WANTED = "release.wanted"
    RECALL_WANTED = "recall.wanted"
    ERASURE_WANTED = "erasure.wanted"
    COURT_USE_WANTED = "evidence.court_use_wanted"
    ALERT_RAISED = "alert.raised"
    ALERT_HANDED_OVER = "alert.handed_over"
    FIXITY_FAILED = "fixity.failed"
    MALWARE_FOUND = "file.malware_found"
    HASH_DIFFERED = "file.hash_differed"
    EVIDENCE_FLAGGED = "evidence.flagged"
    FLAG_DECIDED = "flag.decided"
    SEAT_PROPOSED = "member.proposed"
    CONTROLLER_WAITS = "controller.designated"
    SUSPENSION_PROPOSED = "party.suspension_proposed"
    SUSPENDED_AT_ONCE = "party.suspended_at_once"
    PARTY_SUSPENDED = "party.suspended"
    SUSPENSION_LAPSED = "party.suspension_lapsed"
    ROLES_PROPOSED = "member.roles_proposed"
    ROLES_CHANGED = "member.roles_changed"
    SEAT_TIMED = "member.timed"
    SEAT_RESUMED = "member.resumed"
    SEAT_ENDING = "member.ending"
    DIGEST_MADE = "digest.made"
    DECISION_RECORDED = "decision.recorded"
    DECISION_CORRECTED = "decision.corrected"
    SIGNATURE_AWAITED = "signature.awaited"
    TALK_MENTIONED = "talk.mentioned"
    GO_ASKED = "operation.go_asked"
    WORD_GIVEN = "operation.word_given"
    INCIDENT_REPORTED = "operation.reported"
    MEDIA_LINE_WRITTEN = "media_line.written"
    AUTHORISATION_EXPIRED = "action.authorisation_expired"
    RESULT_LINKED = "action.result_linked"
    NOTE_WRITTEN = "briefing.note_written"
    DEADLINE_NEAR = "request.deadline_near"
    DEADLINE_MISSED = "request.deadline_missed"
    ANSWER_NEAR = "notice.answer_near"
    ANSWER_MISSED = "notice.answer_missed"
    REVIEW_DUE = "notice.review_due"
    REFERENCE_CHANGED = "request.reference_changed"
    HEARING_REFERENCE_CHANGED = "hearing.reference_changed"
    ADMISSIBILITY_REFERENCE_CHANGED = "admissibility.reference_changed"


@dataclass(frozen=True, slots=True)
class Rule:
    """Subject, recipients and urgency of a kind.

    `anew`: it replaces earlier ones with the same seat, kind and subject.
    """

    noun: Noun
    whom: tuple[RecipientKind, ...]
    urgency: Urgency
    anew: bool = False


_K, _N, _W, _U = NotificationKind, Noun, RecipientKind, Urgency
_BOTH: Final = (_W.ASSIGNEE, _W.ASSIGNER)

#: Notifications of facts, by kind.
OF_FACTS: Final[dict[NotificationKind, Rule]] = {
    _K.TASK_ASSIGNED: Rule(_N.TASK, (_W.ASSIGNEE,), _U.TODAY),
    _K.TASK_ACCEPTED: Rule(_N.TASK, (_W.ASSIGNER,), _U.WHENEVER),
    _K.TASK_DECLINED: Rule(_N.TASK, (_W.ASSIGNER,), _U.TODAY),
    _K.TASK_CHANGED: Rule(_N.TASK, _BOTH, _U.TODAY),
    _K.TASK_STATE_CHANGED: Rule(_N.TASK, _BOTH, _U.WHENEVER),
    _K.TASK_COMMENTED: Rule(_N.TASK, _BOTH, _U.WHENEVER),
    _K.CONSENT_REQUESTED: Rule(_N.CONSENT, (_W.ASKED_LEADERS,), _U.TODAY),
    _K.CONSENT_GRANTED: Rule(_N.CONSENT, (_W.ASKER,), _U.TODAY),
    _K.CONSENT_REFUSED: Rule(_N.CONSENT, (_W.ASKER,), _U.TODAY),
    _K.CONSENT_WITHDRAWN: Rule(_N.CONSENT, (_W.ASKER, _W.ASKED_LEADERS), _U.TODAY),
    _K.CONSENT_EXPIRED: Rule(_N.CONSENT, (_W.ASKER, _W.ASKED_LEADERS), _U.TODAY),
    _K.CONSENT_ENDED: Rule(_N.CONSENT, (_W.ASKER,), _U.TODAY),
    _K.EVIDENCE_RELEASED: Rule(_N.EVIDENCE, (_W.RECIPIENTS,), _U.WHENEVER),
    _K.RELEASE_STARTED: Rule(_N.EVIDENCE, (_W.RECIPIENTS,), _U.WHENEVER),
    _K.QUARANTINE_WAITING: Rule(_N.QUARANTINE, (_W.ADMINISTRATORS,), _U.TODAY),
    _K.COPY_ASKED: Rule(_N.COPY, (_W.HOLDER,), _U.NOW),
    _K.HANDOVER_OFFERED: Rule(_N.HANDOVER, (_W.RECEIVER,), _U.TODAY),
    _K.HANDOVER_RECEIVED: Rule(_N.HANDOVER, (_W.GIVER,), _U.WHENEVER),
    _K.HANDOVER_REFUSED: Rule(_N.HANDOVER, (_W.GIVER,), _U.TODAY),
    _K.RELEASE_WANTED: Rule(_N.EVIDENCE, (_W.SECOND_LEADERS,), _U.TODAY),
    _K.RECALL_WANTED: Rule(_N.EVIDENCE, (_W.SECOND_LEADERS,), _U.NOW),
    _K.COURT_USE_WANTED: Rule(_N.EVIDENCE, (_W.SECOND_LEADERS,), _U.TODAY),
    _K.ERASURE_WANTED: Rule(_N.EVIDENCE, (_W.OTHER_LEADERS,), _U.TODAY),
    _K.ALERT_RAISED: Rule(_N.ALERT, (_W.OWNER,), _U.NOW),
    _K.ALERT_HANDED_OVER: Rule(_N.ALERT, (_W.OWNER,), _U.NOW),
    _K.MALWARE_FOUND: Rule(_N.EVIDENCE, (_W.ORIGINATOR_LEADERS,), _U.NOW),
    _K.FIXITY_FAILED: Rule(_N.EVIDENCE, (_W.ORIGINATOR_LEADERS,), _U.NOW),
    _K.HASH_DIFFERED: Rule(_N.EVIDENCE, (_W.ORIGINATOR_LEADERS,), _U.NOW),
    _K.EVIDENCE_FLAGGED: Rule(_N.FLAG, (_W.FLAGGED_LEADERS,), _U.TODAY),
    _K.FLAG_DECIDED: Rule(_N.FLAG, (_W.FLAGGER,), _U.TODAY),
    _K.SEAT_PROPOSED: Rule(_N.SEAT, (_W.CONFIRMERS,), _U.TODAY),
    _K.CONTROLLER_WAITS: Rule(_N.SEAT, (_W.OTHER_PARTIES,), _U.TODAY),
    _K.SUSPENSION_PROPOSED: Rule(_N.PARTY, (_W.ALL_LEADERS,), _U.NOW, anew=True),
    _K.SUSPENDED_AT_ONCE: Rule(_N.PARTY, (_W.ALL_LEADERS,), _U.NOW, anew=True),
    _K.PARTY_SUSPENDED: Rule(_N.PARTY, (_W.ALL_LEADERS,), _U.NOW, anew=True),
    _K.SUSPENSION_LAPSED: Rule(_N.PARTY, (_W.ALL_LEADERS,), _U.TODAY, anew=True),
    _K.ROLES_PROPOSED: Rule(_N.SEAT, (_W.CONFIRMERS,), _U.TODAY, anew=True),
    _K.ROLES_CHANGED: Rule(_N.SEAT, (_W.ONESELF,), _U.TODAY),
    _K.SEAT_TIMED: Rule(_N.SEAT, (_W.ONESELF,), _U.TODAY),
    _K.SEAT_RESUMED: Rule(_N.SEAT, (_W.ONESELF,), _U.WHENEVER),
    _K.DIGEST_MADE: Rule(_N.DIGEST, (_W.DIGEST_LEADERS,), _U.WHENEVER),
    _K.DECISION_RECORDED: Rule(_N.MESSAGE, (_W.NAMED,), _U.TODAY),
    _K.DECISION_CORRECTED: Rule(_N.MESSAGE, (_W.NAMED,), _U.TODAY),
    _K.GO_ASKED: Rule(_N.OPERATION, (_W.DAY_PARTIES,), _U.TODAY, anew=True),
    _K.WORD_GIVEN: Rule(_N.OPERATION, (_W.DAY_LEADER,), _U.NOW),
    _K.INCIDENT_REPORTED: Rule(_N.REPORT, (_W.INCIDENT_HEARERS,), _U.NOW),
    _K.MEDIA_LINE_WRITTEN: Rule(_N.MEDIA_LINE, (_W.APPROVERS,), _U.TODAY, anew=True),
    _K.RESULT_LINKED: Rule(_N.RESULT, (_W.FINDER,), _U.WHENEVER),
    _K.NOTE_WRITTEN: Rule(_N.NOTE, (_W.NOTED,), _U.WHENEVER),
    _K.DEADLINE_NEAR: Rule(_N.DEADLINE, (_W.DEADLINE_LEADERS,), _U.NOW, anew=True),
    _K.DEADLINE_MISSED: Rule(_N.DEADLINE, (_W.DEADLINE_LEADERS,), _U.NOW),
    _K.ANSWER_NEAR: Rule(_N.CHALLENGE, (_W.CHALLENGED_LEADERS,), _U.NOW, anew=True),
    _K.ANSWER_MISSED: Rule(_N.CHALLENGE, (_W.CHALLENGED_LEADERS,), _U.NOW),
    _K.REVIEW_DUE: Rule(_N.NOTICE, (_W.NOTICE_LEADERS,), _U.TODAY, anew=True),
    _K.REFERENCE_CHANGED: Rule(_N.REQUEST, (_W.REQUEST_LEADERS,), _U.TODAY, anew=True),
    _K.HEARING_REFERENCE_CHANGED: Rule(_N.HEARING, (_W.HEARING_LEADERS,), _U.TODAY, anew=True),
    _K.ADMISSIBILITY_REFERENCE_CHANGED: Rule(_N.ADMISSIBILITY, (_W.ASSESSING_LEADERS,), _U.TODAY, anew=True),
}
#: Decisions also request signatures. Signers are not the named members, and this notification ends at another time.
OF_DECISIONS: Final[dict[NotificationKind, Rule]] = {_K.SIGNATURE_AWAITED: Rule(_N.SIGNATURE, (_W.SIGNERS,), _U.TODAY)}
#: Chat mentions, which are in no ledger. The row is deleted with the message (`services/coordination/mentions.py`).
OF_TALK: Final[dict[NotificationKind, Rule]] = {_K.TALK_MENTIONED: Rule(_N.TALK, (), _U.TODAY)}
#: Approaching deadlines: of tasks and consent requests a day before, of seats three days before. The authorisation of an
#: executing action: once it has expired.
BY_CLOCK: Final[dict[NotificationKind, Rule]] = {
    _K.TASK_DUE: Rule(_N.TASK, (_W.ASSIGNEE,), _U.NOW),
    _K.CONSENT_DUE: Rule(_N.CONSENT, (_W.ASKED_LEADERS,), _U.NOW),
    _K.SEAT_ENDING: Rule(_N.SEAT, (_W.ONESELF,), _U.TODAY),
    _K.AUTHORISATION_EXPIRED: Rule(_N.ACTION, (_W.EXECUTORS,), _U.NOW),
}
#: The key of an entry header's `subject` under which a fact names its subject.
SUBJECTS: Final[dict[Noun, str]] = {
    Noun.TASK: "task",
    Noun.EVIDENCE: "evidence",
    Noun.QUARANTINE: "evidence",
    Noun.CONSENT: "consent",
    Noun.ALERT: "alert",
    Noun.DIGEST: "digest",
    Noun.HANDOVER: "handover",
    Noun.COPY: "copy",
    Noun.FLAG: "flag",
    Noun.SEAT: "member",
    Noun.MESSAGE: "message",
    Noun.SIGNATURE: "message",
    Noun.OPERATION: "operation",
    Noun.REPORT: "report",
    Noun.ACTION: "action",
    Noun.RESULT: "result",
    Noun.MEDIA_LINE: "operation",
    Noun.NOTE: "note",
    Noun.DEADLINE: "deadline",
    Noun.CHALLENGE: "challenge",
    Noun.NOTICE: "notice",
    Noun.REQUEST: "request",
    Noun.HEARING: "court_hearing",
    Noun.ADMISSIBILITY: "admissibility",
    Noun.PARTY: "party",
}


def of_fact(kind: str) -> dict[NotificationKind, Rule]:
    """Return the notifications of a fact of this kind, with their rules; empty for kinds that are not in the table."""
    told = {one: rule for one, rule in OF_FACTS.items() if one == kind}
    return told | OF_DECISIONS if kind in (_K.DECISION_RECORDED, _K.DECISION_CORRECTED) else told
