"""Roles of seats and their permissions: the complete policy.

A permission is necessary but not sufficient: exhibits are decided one by one (`sharing/decisions.py`, row-level security).
The database asks for roles by functions that are generated from this file: `app/schema/shared/roles.sql`.
Not here: rights of an account outside a JIT.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """A role; a seat has a set of them. `auditor` excludes the others."""

    LEADER = "leader"
    MEMBER = "member"
    ADMINISTRATOR = "administrator"
    COORDINATOR = "coordinator"
    PARTICIPANT = "participant"
    LIAISON = "liaison"
    EXPERT = "expert"
    INTERPRETER = "interpreter"
    AUDITOR = "auditor"


class Permission(StrEnum):
    """A permission that a route may require, as `noun:verb`."""

    JIT_READ = "jits:read"
    PHASE_MOVE = "phases:move"
    QUORUM_AGREE = "quorums:agree"
    CLOSING_DECLARE = "closings:declare"
    CLOSING_AGREE = "closings:agree"
    PARTY_ADD = "parties:add"
    PARTY_SUSPEND = "parties:suspend"
    PARTY_RESUME = "parties:resume"
    LEAVING_AGREE = "leavings:agree"
    LEAVING_DECLARE = "leavings:declare"
    MEMBER_READ = "members:read"
    MEMBER_PROPOSE = "members:propose"
    MEMBER_CONFIRM = "members:confirm"
    MEMBER_CHANGE = "members:change"
    EVIDENCE_READ = "evidence:read"
    EVIDENCE_REGISTER = "evidence:register"
    EVIDENCE_DESCRIBE = "evidence:describe"
    EVIDENCE_WITHDRAW = "evidence:withdraw"
    EVIDENCE_ERASE = "evidence:erase"
    FIELD_ERASE = "fields:erase"
    EVIDENCE_OPEN = "evidence:open"
    EVIDENCE_VERIFY = "evidence:verify"
    ALERT_READ = "alerts:read"
    ALERT_ANSWER = "alerts:answer"
    EMERGENCY_BEGIN = "emergencies:begin"
    EMERGENCY_READ = "emergencies:read"
    EVIDENCE_CLOSE = "evidence:close"
    EVIDENCE_FILTER = "evidence:filter"
    FILTER_READ = "filter:read"
    FILTER_NAME = "filter:name"
    CONTROLLER_DESIGNATE = "controllers:designate"
    CONTROLLER_CONFIRM = "controllers:confirm"
    SAMPLE_AGREE = "samples:agree"
    RETENTION_READ = "retention:read"
    RETENTION_DECIDE = "retention:decide"
    REVIEW_READ = "reviews:read"
    RETENTION_AGREE = "retention:agree"
    HOLD_SET = "holds:set"
    FILE_UPLOAD = "files:upload"
    FILE_DECIDE = "files:decide"
    RELEASE_READ = "releases:read"
    RELEASE_GRANT = "releases:grant"
    RESERVATION_READ = "reservations:read"
    RESERVATION_SET = "reservations:set"
    FOUR_EYES_READ = "four_eyes:read"
    FOUR_EYES_SET = "four_eyes:set"
    RULE_READ = "rules:read"
    RULE_DECIDE = "rules:decide"
    CONSENT_READ = "consents:read"
    CONSENT_ASK = "consents:ask"
    CONSENT_ANSWER = "consents:answer"
    EVIDENCE_DISCLOSE = "evidence:disclose"
    DISCLOSURE_READ = "disclosures:read"
    COPY_READ = "copies:read"
    COPY_ANSWER = "copies:answer"
    CUSTODY_RECORD = "custody:record"
    RELEASE_ATTEST = "releases:attest"
    LABEL_PRINT = "labels:print"
    FIXITY_ORDER = "fixity:order"
    LEDGER_READ = "ledger:read"
    WITNESS_NAME = "witnesses:name"
    EXPORT_MAKE = "exports:make"
    STREAM_FOLLOW = "stream:follow"
    ACCESS_LOG_READ = "access_log:read"
    CALENDAR_SUBSCRIBE = "calendars:subscribe"
    HOURS_SET = "hours:set"
    BRIEFING_WRITE = "briefings:write"
    NOTIFICATION_READ = "notifications:read"
    TASK_READ = "tasks:read"
    TASK_ASSIGN = "tasks:assign"
    TASK_WORK = "tasks:work"
    CHANNEL_OPEN = "channels:open"
    MESSAGE_READ = "messages:read"
    MESSAGE_SAY = "messages:say"
    DECISION_RECORD = "decisions:record"
    SIGNING_SET = "signing:set"
    OPERATION_READ = "operations:read"
    OPERATION_PLAN = "operations:plan"
    OPERATION_REPORT = "operations:report"
    OPERATION_DECIDE = "operations:decide"
    ACTION_PLAN = "actions:plan"
    REQUEST_READ = "requests:read"  # the lines, deadlines and holders
    REQUEST_CONTENT_READ = "request_contents:read"  # contents and forms; notices and hearings
    REQUEST_WORK = "requests:work"
    REQUEST_RELEASE = "requests:release"


_P = Permission
_EVERYBODY: Final = frozenset(
    {
        _P.JIT_READ,
        _P.MEMBER_READ,
        _P.EVIDENCE_READ,
        _P.RELEASE_READ,
        _P.COPY_READ,
        _P.DISCLOSURE_READ,
        _P.RETENTION_READ,
        _P.LEDGER_READ,
        _P.STREAM_FOLLOW,
        _P.NOTIFICATION_READ,
    }
)
# An auditor reads tasks and decisions in the ledger, and no chat.
_TASKS: Final = frozenset({_P.TASK_READ, _P.TASK_WORK, _P.CALENDAR_SUBSCRIBE, _P.MESSAGE_READ, _P.MESSAGE_SAY})
# A day's participants also read legal requests that are released to their party; of these, coordinators the lines alone.
_DAY: Final = frozenset({_P.OPERATION_READ, _P.OPERATION_REPORT, _P.REQUEST_READ})
_CONTENTS: Final = frozenset({_P.REQUEST_CONTENT_READ})
_USE: Final = frozenset({_P.EVIDENCE_OPEN, _P.EVIDENCE_CLOSE, _P.COPY_ANSWER, _P.CUSTODY_RECORD})
_WORK: Final = _USE | frozenset(
    {
        _P.EVIDENCE_REGISTER,
        _P.EVIDENCE_DESCRIBE,
        _P.EVIDENCE_DISCLOSE,
        _P.EVIDENCE_FILTER,  # for reviewers named by a leader; leaders themselves are excluded
        _P.FILTER_READ,
        _P.FILE_UPLOAD,
        _P.EXPORT_MAKE,
        _P.LABEL_PRINT,
        _P.CONSENT_READ,
        _P.CONSENT_ASK,
        _P.RELEASE_ATTEST,
        _P.HOLD_SET,
        _P.DECISION_RECORD,
        _P.ALERT_READ,
        _P.BRIEFING_WRITE,
        _P.EMERGENCY_BEGIN,
        _P.EMERGENCY_READ,
        _P.REQUEST_WORK,
        _P.REQUEST_CONTENT_READ,
    }
)

GRANTS: Final[dict[Role, frozenset[Permission]]] = {
    Role.LEADER: _EVERYBODY
    | {_P.HOURS_SET}
    | _TASKS
    | _WORK
    | _DAY
    | {_P.OPERATION_PLAN, _P.OPERATION_DECIDE, _P.ACTION_PLAN}
    | {_P.MEMBER_CONFIRM, _P.MEMBER_CHANGE, _P.EVIDENCE_WITHDRAW, _P.FILE_DECIDE, _P.RELEASE_GRANT}
    | {_P.EVIDENCE_ERASE, _P.FIELD_ERASE, _P.RETENTION_DECIDE, _P.REVIEW_READ}
    | {_P.RULE_READ, _P.RULE_DECIDE, _P.CONSENT_ANSWER, _P.ALERT_ANSWER, _P.RESERVATION_READ, _P.RESERVATION_SET}
    | {_P.FOUR_EYES_READ, _P.FOUR_EYES_SET, _P.FILTER_NAME, _P.LEAVING_DECLARE, _P.WITNESS_NAME, _P.CHANNEL_OPEN}
    | {
        _P.CLOSING_AGREE,
        _P.PARTY_SUSPEND,
        _P.SIGNING_SET,
        _P.CONTROLLER_CONFIRM,
        _P.REQUEST_RELEASE,
        _P.TASK_ASSIGN,
    },  # tasks: within the own party
    Role.MEMBER: _EVERYBODY
    | _TASKS
    | _WORK
    | _DAY
    | {_P.RULE_READ, _P.RESERVATION_READ, _P.FOUR_EYES_READ, _P.ACTION_PLAN},
    Role.ADMINISTRATOR: _EVERYBODY
    | _TASKS
    | {_P.PARTY_ADD, _P.PARTY_RESUME, _P.EVIDENCE_VERIFY, _P.CONTROLLER_DESIGNATE}
    | {_P.RETENTION_AGREE, _P.REVIEW_READ, _P.PHASE_MOVE, _P.QUORUM_AGREE, _P.LEAVING_AGREE, _P.LEAVING_DECLARE}
    | {_P.CLOSING_DECLARE, _P.SAMPLE_AGREE},
    Role.COORDINATOR: _EVERYBODY
    | _TASKS
    | _DAY
    | {_P.OPERATION_PLAN}
    | {_P.MEMBER_PROPOSE, _P.TASK_ASSIGN, _P.RULE_READ}
    | {_P.CHANNEL_OPEN, _P.DECISION_RECORD},
    Role.PARTICIPANT: _EVERYBODY | _TASKS | _USE | _DAY | _CONTENTS,
    Role.LIAISON: _EVERYBODY | _TASKS | _USE | _DAY | _CONTENTS,
    Role.EXPERT: _EVERYBODY | _TASKS | _USE | {_P.FIXITY_ORDER},
    Role.INTERPRETER: _EVERYBODY | _TASKS | _USE,
    Role.AUDITOR: _EVERYBODY | {_P.EXPORT_MAKE, _P.ACCESS_LOG_READ, _P.RULE_READ, _P.FIXITY_ORDER},
}


#: Permissions that a party may reserve to its judicial seats (`docs/access.md`, Reserved judicial functions).
RESERVABLE: Final = frozenset(
    {
        _P.RELEASE_GRANT,
        _P.REQUEST_RELEASE,
        _P.RULE_DECIDE,
        _P.FOUR_EYES_SET,
        _P.LEAVING_DECLARE,
        _P.CLOSING_AGREE,
    }
)
#: Permissions that remain in a closed team: reading, and downloading existing packages.
READING: Final = frozenset({one for one in Permission if one.endswith(":read")} | {_P.STREAM_FOLLOW, _P.EXPORT_MAKE})


def permissions_of(roles: Iterable[Role]) -> frozenset[Permission]:
    """Return every permission that any of the roles grants."""
    return frozenset().union(*(GRANTS[role] for role in roles))


def lacks_contents(roles: Iterable[Role]) -> bool:
    """Return whether these are the roles of a coordinator who reads no contents. SQL: `asking_without_contents`."""
    held = frozenset(roles)
    return Role.COORDINATOR in held and Permission.REQUEST_CONTENT_READ not in permissions_of(held)
