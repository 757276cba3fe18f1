"""Database tables, without behaviour. Importing all of them here makes them visible to Alembic."""

from app.models.accounts.accounts import Account, Session, Throttle
from app.models.accounts.administration import AccountInvitation, Installation, OperatorAct, SetupCode
from app.models.accounts.idempotency import IdempotencyRecord
from app.models.accounts.organisations import (
    Organisation,
    OrganisationAccount,
    OrganisationAct,
    OrganisationProposal,
)
from app.models.accounts.passkeys import AnsweredChallenge, Passkey
from app.models.accounts.script_tokens import ScriptToken
from app.models.accounts.second_factors import AuthenticatorApp, RecoveryCode
from app.models.accounts.step_up import StepUp, StepUpPolicy
from app.models.audit.exports import Export
from app.models.audit.refusals import AccessLine, Refused
from app.models.audit.witnesses import Cosignature, Witness, WitnessState
from app.models.coordination.briefings import BriefingMark
from app.models.coordination.calendar_feeds import CalendarFeed
from app.models.coordination.first_steps import FirstStepDismissal
from app.models.coordination.messages import (
    Channel,
    FormerWords,
    Message,
    MessageLink,
    Pulse,
    ReadMark,
    TalkRule,
    Translation,
)
from app.models.coordination.operations import (
    Action,
    ActionMove,
    ActionPlan,
    Operation,
    OperationWord,
    Protected,
    Report,
)
from app.models.coordination.outcomes import ActionResult, Debrief, MediaApproval, MediaLine, ResultLink
from app.models.coordination.signing import DecisionSignature, SigningDemand, SigningKey
from app.models.coordination.task_matters import TaskConsent, TaskDecision, TaskRequest, TaskRequestItem
from app.models.coordination.tasks import Task, TaskComment, TaskItem, TaskLink, TaskWait
from app.models.custody.copies import Copy
from app.models.custody.disclosures import Disclosure
from app.models.custody.fixity import Fixity, FixityFound, FixityOrder
from app.models.custody.handovers import Handover
from app.models.custody.openings import Acknowledgement, CutViewing, Opening, Viewing
from app.models.custody.physical_custody import PhysicalCustody
from app.models.custody.working_sessions import WorkingSession
from app.models.ending.closings import Closing, ClosingApproval
from app.models.evidence.acquisitions import Acquisition
from app.models.evidence.derivations import Bound, Derivation, Followed, ReleaseAttempt
from app.models.evidence.evidence import Evidence, File, Provenance, Rendition, SearchText, Segment, Storage
from app.models.evidence.flags import Flag
from app.models.evidence.labels import BlankLabel, Label
from app.models.evidence.saved_views import SavedView
from app.models.evidence.use_limits import UseLimit
from app.models.hearings import Admissibility, AdmissibilityPaper, Hearing, HearingExhibit
from app.models.jobs import Job
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
from app.models.notices import (
    Notice,
    NoticeChallenge,
    NoticeCheck,
    NoticeContent,
    NoticeExhibit,
    NoticeHit,
    NoticeMove,
    NoticeRelease,
    NoticeReview,
    NoticeWarrant,
)
from app.models.notifications.alerts import Alert, Digest, DigestLine
from app.models.notifications.notifications import (
    Mail,
    MailRound,
    Notification,
    NotificationCursor,
    NotificationPreference,
)
from app.models.reference import (
    AllocatedDomain,
    AllocatedNetwork,
    AllocationTable,
    ReferenceChange,
    ReferenceRecord,
    ReferenceVersion,
)
from app.models.reference_reports import ReferenceReport
from app.models.reference_uses import ReferenceUse
from app.models.requests import (
    LegalRequest,
    RequestContent,
    RequestDeadline,
    RequestFormValues,
    RequestItem,
    RequestLink,
    RequestMove,
    RequestPaper,
    RequestRelease,
    RequestResult,
    RequestReview,
    RequestTransmission,
)
from app.models.retention.field_erasures import ErasedField, FieldErasure, FieldErasureAgreement
from app.models.retention.retention import Delivery, Erasure, ErasureWish, Hold, RetentionRule
from app.models.sharing.access_rules import AccessRule
from app.models.sharing.consents import Consent
from app.models.sharing.emergency_access import Emergency, EmergencyPermission
from app.models.sharing.four_eyes import FourEyes, ReleaseConfirmation
from app.models.sharing.gates import Attestation, WaitingRelease
from app.models.sharing.joint import ErasureAgreement, ReleaseAgreement
from app.models.sharing.privilege_review import Clearance, PrivilegeReviewers
from app.models.sharing.releases import Release
from app.models.sharing.required_approvals import RequiredApproval
from app.models.sharing.reservations import Reservation
from app.models.sharing.verifications import Controller, ControllerConfirmation, Verification
from app.models.tables import Table
from app.models.teams.jits import Authority, Confirmation, Jit, Member, Party
from app.models.teams.leaving import Leaving, LeavingClause
from app.models.teams.presences import Lease, Presence
from app.models.teams.role_changes import RoleChange
from app.models.teams.suspensions import Suspension
from app.models.teams.working_hours import WorkingHours
from app.models.tiles import Alarm, Recomputation, Tile
from app.models.waiting_line_releases import WaitingLineRelease

__all__ = [
    "AccessLine",
    "AccessRule",
    "Account",
    "AccountInvitation",
    "Acknowledgement",
    "Acquisition",
    "Action",
    "ActionMove",
    "ActionPlan",
    "ActionResult",
    "Admissibility",
    "AdmissibilityPaper",
    "Alarm",
    "Alert",
    "AllocatedDomain",
    "AllocatedNetwork",
    "AllocationTable",
    "AnsweredChallenge",
    "Attestation",
    "AuthenticatorApp",
    "Authority",
    "BlankLabel",
    "Body",
    "Bound",
    "BriefingMark",
    "CalendarFeed",
    "Chain",
    "Channel",
    "Checkpoint",
    "Clearance",
    "Closing",
    "ClosingApproval",
    "Confirmation",
    "Consent",
    "Controller",
    "ControllerConfirmation",
    "Copy",
    "Cosignature",
    "CutViewing",
    "Debrief",
    "DecisionSignature",
    "Delivery",
    "Derivation",
    "Digest",
    "DigestLine",
    "Disclosure",
    "Emergency",
    "EmergencyPermission",
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
    "FirstStepDismissal",
    "Fixity",
    "FixityFound",
    "FixityOrder",
    "Flag",
    "Followed",
    "FormerWords",
    "FourEyes",
    "Handover",
    "Header",
    "Hearing",
    "HearingExhibit",
    "Hold",
    "IdempotencyRecord",
    "Installation",
    "Jit",
    "Job",
    "Label",
    "Lease",
    "Leaving",
    "LeavingClause",
    "LegalRequest",
    "Mail",
    "MailRound",
    "MediaApproval",
    "MediaLine",
    "Member",
    "Message",
    "MessageLink",
    "Notice",
    "NoticeChallenge",
    "NoticeCheck",
    "NoticeContent",
    "NoticeExhibit",
    "NoticeHit",
    "NoticeMove",
    "NoticeRelease",
    "NoticeReview",
    "NoticeWarrant",
    "Notification",
    "NotificationCursor",
    "NotificationPreference",
    "Opening",
    "Operation",
    "OperationWord",
    "OperatorAct",
    "Organisation",
    "OrganisationAccount",
    "OrganisationAct",
    "OrganisationProposal",
    "Party",
    "Passkey",
    "Pending",
    "PhysicalCustody",
    "Position",
    "Presence",
    "PrivilegeReviewers",
    "Protected",
    "Provenance",
    "Pulse",
    "ReadMark",
    "Recomputation",
    "RecoveryCode",
    "ReferenceChange",
    "ReferenceRecord",
    "ReferenceReport",
    "ReferenceUse",
    "ReferenceVersion",
    "Refused",
    "Release",
    "ReleaseAgreement",
    "ReleaseAttempt",
    "ReleaseConfirmation",
    "Rendition",
    "Report",
    "RequestContent",
    "RequestDeadline",
    "RequestFormValues",
    "RequestItem",
    "RequestLink",
    "RequestMove",
    "RequestPaper",
    "RequestRelease",
    "RequestResult",
    "RequestReview",
    "RequestTransmission",
    "RequiredApproval",
    "Reservation",
    "ResultLink",
    "RetentionRule",
    "RoleChange",
    "SavedView",
    "ScriptToken",
    "SearchText",
    "Segment",
    "Session",
    "SetupCode",
    "SigningDemand",
    "SigningKey",
    "StepUp",
    "StepUpPolicy",
    "Storage",
    "Suspension",
    "Table",
    "TalkRule",
    "Task",
    "TaskComment",
    "TaskConsent",
    "TaskDecision",
    "TaskItem",
    "TaskLink",
    "TaskRequest",
    "TaskRequestItem",
    "TaskWait",
    "Throttle",
    "Tile",
    "Translation",
    "Tree",
    "UseLimit",
    "Verification",
    "Viewing",
    "WaitingLineRelease",
    "WaitingRelease",
    "Witness",
    "WitnessState",
    "WorkingHours",
    "WorkingSession",
]
