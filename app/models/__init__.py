"""Database tables, without behaviour. Importing all of them here makes them visible to Alembic."""

from app.models.access_rules import AccessRule
from app.models.accounts import Account, Session, Throttle
from app.models.acquisitions import Acquisition
from app.models.aftermath import ActionResult, Debrief, MediaApproval, MediaLine, ResultLink
from app.models.alerts import Alert, Digest, DigestLine
from app.models.briefings import BriefingMark
from app.models.calendar_feeds import CalendarFeed
from app.models.closings import Closing, ClosingAssent
from app.models.consents import Consent
from app.models.copies import Copy
from app.models.derivations import Bound, Derivation, Followed, ReleaseAttempt
from app.models.disclosures import Disclosure
from app.models.emergencies import BreakGlass, Emergency
from app.models.evidence import Evidence, File, Provenance, Rendition, Segment, Storage
from app.models.exports import Export
from app.models.field_erasures import ErasedField, FieldErasure, FieldErasureAgreement
from app.models.filtering import Clearance, FilterTeam
from app.models.fixity import Fixity, FixityFound, FixityOrder
from app.models.flags import Flag
from app.models.four_eyes import FourEyes, ReleaseConfirmation
from app.models.gates import Attestation, WaitingRelease
from app.models.jits import Authority, Confirmation, Jit, Member, Party
from app.models.joint import ErasureAgreement, ReleaseAgreement
from app.models.labels import BlankLabel, Label
from app.models.leaving import Leaving, LeavingClause
from app.models.ledger import (
    Body,
    Chain,
    Checkpoint,
    Entry,
    EntryAudience,
    Epoch,
    Field,
    Header,
    Pending,
    Position,
    Tree,
)
from app.models.messages import (
    Channel,
    FormerWords,
    Message,
    MessageLink,
    Pulse,
    ReadMark,
    TalkRule,
    Translation,
)
from app.models.notifications import Mail, MailRound, Notification, NotificationCursor, NotificationPreference
from app.models.openings import Acknowledgement, Opening, Viewing
from app.models.operations import Action, ActionMove, ActionPlan, Operation, OperationWord, Protected, Report
from app.models.presences import Lease, Presence
from app.models.refusals import AccessLine, Refused
from app.models.releases import Release
from app.models.reservations import Reservation
from app.models.retention import Delivery, Erasure, ErasureWish, Hold, RetentionRule
from app.models.sendings import Sending
from app.models.signing import DecisionSignature, SigningDemand, SigningKey
from app.models.tables import Table
from app.models.task_matters import TaskConsent, TaskDecision
from app.models.tasks import Task, TaskComment, TaskItem, TaskLink, TaskWait
from app.models.tiles import Alarm, Recomputation, Tile
from app.models.verifications import Controller, ControllerConfirmation, Verification
from app.models.whereabouts import Handover, Whereabouts
from app.models.witnesses import Cosignature, Witness, WitnessState
from app.models.working_hours import WorkingHours
from app.models.working_sessions import WorkingSession

__all__ = [
    "AccessLine",
    "AccessRule",
    "Account",
    "Acknowledgement",
    "Acquisition",
    "Action",
    "ActionMove",
    "ActionPlan",
    "ActionResult",
    "Alarm",
    "Alert",
    "Attestation",
    "Authority",
    "BlankLabel",
    "Body",
    "Bound",
    "BreakGlass",
    "BriefingMark",
    "CalendarFeed",
    "Chain",
    "Channel",
    "Checkpoint",
    "Clearance",
    "Closing",
    "ClosingAssent",
    "Confirmation",
    "Consent",
    "Controller",
    "ControllerConfirmation",
    "Copy",
    "Cosignature",
    "Debrief",
    "DecisionSignature",
    "Delivery",
    "Derivation",
    "Digest",
    "DigestLine",
    "Disclosure",
    "Emergency",
    "Entry",
    "EntryAudience",
    "Epoch",
    "ErasedField",
    "Erasure",
    "ErasureAgreement",
    "ErasureWish",
    "Evidence",
    "Export",
    "Field",
    "FieldErasure",
    "FieldErasureAgreement",
    "File",
    "FilterTeam",
    "Fixity",
    "FixityFound",
    "FixityOrder",
    "Flag",
    "Followed",
    "FormerWords",
    "FourEyes",
    "Handover",
    "Header",
    "Hold",
    "Jit",
    "Label",
    "Lease",
    "Leaving",
    "LeavingClause",
    "Mail",
    "MailRound",
    "MediaApproval",
    "MediaLine",
    "Member",
    "Message",
    "MessageLink",
    "Notification",
    "NotificationCursor",
    "NotificationPreference",
    "Opening",
    "Operation",
    "OperationWord",
    "Party",
    "Pending",
    "Position",
    "Presence",
    "Protected",
    "Provenance",
    "Pulse",
    "ReadMark",
    "Recomputation",
    "Refused",
    "Release",
    "ReleaseAgreement",
    "ReleaseAttempt",
    "ReleaseConfirmation",
    "Rendition",
    "Report",
    "Reservation",
    "ResultLink",
    "RetentionRule",
    "Segment",
    "Sending",
    "Session",
    "SigningDemand",
    "SigningKey",
    "Storage",
    "Table",
    "TalkRule",
    "Task",
    "TaskComment",
    "TaskConsent",
    "TaskDecision",
    "TaskItem",
    "TaskLink",
    "TaskWait",
    "Throttle",
    "Tile",
    "Translation",
    "Tree",
    "Verification",
    "Viewing",
    "WaitingRelease",
    "Whereabouts",
    "Witness",
    "WitnessState",
    "WorkingHours",
    "WorkingSession",
]
