"""The closed list of facts: the kinds of this ledger, whose names never change.

Each module holds the facts of one noun. A fact that is not in `FACTS` cannot be appended.
"""

from typing import Final

from app.ledger.facts.access_rules import AccessRuleChanged
from app.ledger.facts.evidence import (
    EvidenceDescribed,
    EvidenceEvaluated,
    EvidenceOpened,
    EvidenceRecalled,
    EvidenceRegistered,
    EvidenceReleased,
    EvidenceTaken,
    EvidenceWithdrawn,
    ReleaseLapsed,
    ReleaseStarted,
)
from app.ledger.facts.exports import ExhibitExported, JitExported
from app.ledger.facts.fact import ExhibitFact, Fact, Heard, Led, NamedFact, Readers
from app.ledger.facts.files import FileDiscarded, FileExpired, FileHashDiffered, FileReceived
from app.ledger.facts.refusals import EvidenceRefused
from app.ledger.facts.tasks import (
    TaskAssigned,
    TaskChanged,
    TaskCommented,
    TaskHandedOver,
    TaskLinked,
    TaskStateChanged,
    TaskUnlinked,
)
from app.ledger.facts.team import (
    EpochBegun,
    JitFounded,
    MemberEnded,
    MemberProposed,
    MemberResumed,
    MemberSeated,
    MemberSuspended,
    MemberTimed,
    PartyAdded,
    PartyResumed,
    PartySuspended,
)

FACTS: Final[tuple[type[Fact], ...]] = (
    JitFounded,
    EpochBegun,
    PartyAdded,
    MemberProposed,
    MemberSeated,
    MemberSuspended,
    MemberResumed,
    MemberEnded,
    MemberTimed,
    PartySuspended,
    PartyResumed,
    EvidenceRegistered,
    EvidenceDescribed,
    EvidenceEvaluated,
    EvidenceReleased,
    EvidenceRecalled,
    EvidenceOpened,
    EvidenceTaken,
    EvidenceWithdrawn,
    ReleaseStarted,
    ReleaseLapsed,
    FileReceived,
    FileHashDiffered,
    FileDiscarded,
    FileExpired,
    ExhibitExported,
    JitExported,
    EvidenceRefused,
    TaskAssigned,
    TaskChanged,
    TaskStateChanged,
    TaskCommented,
    TaskLinked,
    TaskUnlinked,
    TaskHandedOver,
    AccessRuleChanged,
)
KINDS: Final = tuple(dict.fromkeys(fact.kind for fact in FACTS))
#: Kinds that a later release opens to its party: what all who see the exhibit read.
OPENED_LATER: Final = tuple(fact.kind for fact in FACTS if fact.heard is Heard.EXHIBIT)

__all__ = [
    "FACTS",
    "KINDS",
    "OPENED_LATER",
    "AccessRuleChanged",
    "EpochBegun",
    "EvidenceDescribed",
    "EvidenceEvaluated",
    "EvidenceOpened",
    "EvidenceRecalled",
    "EvidenceRefused",
    "EvidenceRegistered",
    "EvidenceReleased",
    "EvidenceTaken",
    "EvidenceWithdrawn",
    "ExhibitExported",
    "ExhibitFact",
    "Fact",
    "FileDiscarded",
    "FileExpired",
    "FileHashDiffered",
    "FileReceived",
    "Heard",
    "JitExported",
    "JitFounded",
    "Led",
    "MemberEnded",
    "MemberProposed",
    "MemberResumed",
    "MemberSeated",
    "MemberSuspended",
    "MemberTimed",
    "NamedFact",
    "PartyAdded",
    "PartyResumed",
    "PartySuspended",
    "Readers",
    "ReleaseLapsed",
    "ReleaseStarted",
    "TaskAssigned",
    "TaskChanged",
    "TaskCommented",
    "TaskHandedOver",
    "TaskLinked",
    "TaskStateChanged",
    "TaskUnlinked",
]
