/** Views and forms of the server under the names that the page uses. All are generated. */
export type {
  AcquisitionForm,
  BulkReleaseView,
  AcquisitionView,
  LabelView,
  ChannelForm,
  ChannelView,
  MessageForm,
  MessageView,
  OnRecordForm,
  StretchView,
  TalkRuleView,
  TranslationForm,
  ConsentRefView,
  DecisionRefView,
  LinkForm,
  TaskTitleView,
  SignedView,
  SigningDemandForm,
  SigningDemandView,
  SigningKeyForm,
  SigningKeyView,
  SigningView,
  AccessLineView,
  AccountView,
  AlertView,
  BreakGlassForm,
  BreakGlassView,
  DigestView,
  EmergencyForm,
  EmergencyView,
  ReviewForm,
  AssessmentForm,
  AttestationForm,
  ChecklistForm,
  ClearanceForm,
  ClearanceView,
  ConsentForm,
  ConsentView,
  ControllerForm,
  ControllerView,
  CopyAnswerForm,
  CopyView,
  DeclaredHash,
  DerivationForm,
  DerivationsView,
  DerivedView,
  InheritanceView,
  DueView,
  ErasureForm,
  ErasureView,
  ErasureWishView,
  FieldErasureForm,
  FieldErasuresView,
  FieldErasureView,
  HoldForm,
  HoldView,
  ImportedView,
  ImportForm,
  ImportPreviewView,
  KeepingForm,
  RetentionRuleForm,
  RetentionRuleView,
  RetentionView,
  FlagDecisionForm,
  FlagForm,
  FlagView,
  DisclosureForm,
  DisclosureView,
  DemonstrationAccount,
  DescriptionForm,
  EntryView,
  EvidenceForm,
  GrantForm,
  EvidenceSummary,
  EvidenceView,
  ExportView,
  ActionChangeForm,
  ActionForm,
  ActionState,
  ActionView,
  CheckView,
  DebriefView,
  MediaLineForm,
  MediaLineView,
  ResultForm,
  ResultView,
  MoveForm,
  OperationChangeForm,
  OperationForm,
  OperationView,
  PartyWordView,
  ProtectedForm,
  ProtectedView,
  ReportForm,
  ReportView,
  Sharing,
  WordForm,
  EndingView,
  GroupCountView,
  HitView,
  PendingActionsView,
  PendingActionView,
  PendingCountsView,
  SearchView,
  FileView,
  FilterTeamView,
  JitSummary,
  MemberForm,
  MeView,
  MyTaskView,
  OpenedFileView,
  OpeningForm,
  OwnSessionView,
  ProposedView,
  OpeningView,
  PartyForm,
  PartyView,
  ProfileForm,
  QuarantinedView,
  ReleaseForm,
  ReleaseView,
  ReviewProgressView,
  PageView,
  SeatView,
  SignedHeadView,
  SituationView,
  Sort,
  TaskBulkForm,
  TaskChangeForm,
  TaskForm,
  TaskRefView,
  TaskState,
  TaskView,
  TeamView,
  UncheckedView,
  VerdictForm,
  VerificationView,
  WaitingReleaseView,
  WitnessForm,
  WitnessView,
  WorkingSessionForm,
  WorkingSessionView,
} from './generated/types.gen';
export type { NotificationCountsView, NotificationView, PreferencesForm, PreferencesView } from './generated/types.gen';
import type {
  FieldErasureForm,
  DerivationForm,
  DisclosureForm,
  FlagDecisionForm,
  AttestationForm,
  EvaluationView,
  EvidenceForm,
  EvidenceSummary,
  OpeningForm,
  ReleaseForm,
  RetentionView,
  SeatView,
  Sort,
  VerdictForm,
} from './generated/types.gen';

export type Kind = EvidenceForm['kind'];
export type Category = EvidenceForm['category'];
export type HandlingCode = EvidenceSummary['handling'][number];
export type Tlp = EvidenceSummary['tlp'];
export type Level = ReleaseForm['level'];
export type Purpose = NonNullable<OpeningForm['purpose']>;
export type Permission = NonNullable<SeatView['permissions']>[number];
export type Act = OpeningForm['act'];
export type Point = VerdictForm['checklist'][number];
export type Evaluation = EvaluationView;
export type FieldGround = FieldErasureForm['ground'];
export type RetentionMode = RetentionView['mode'];
export type TransferBasis = AttestationForm['transfer_basis'];

// The `satisfies Record` makes each list complete: a value added to the server's document fails to compile here.
export const every = <T extends string>(set: Record<T, true>): T[] => Object.keys(set) as T[];

export const KINDS = every<Kind>({
  physical: true,
  image: true,
  digital_original: true,
  working_copy: true,
  extract: true,
  report: true,
  translation: true,
});
export const CATEGORIES = every<Category>({
  device: true,
  disk_image: true,
  phone_extraction: true,
  subscriber_data: true,
  traffic_data: true,
  content_data: true,
  interception: true,
  financial: true,
  crypto_asset: true,
  osint: true,
  statement: true,
  document: true,
  photograph: true,
  recording: true,
  network_capture: true,
  malware: true,
  biometric: true,
  other: true,
});
export const FIELD_GROUNDS = every<FieldGround>({
  subject_request: true,
  not_necessary: true,
  unlawful: true,
  time_limit: true,
});
export const HANDLING = every<HandlingCode>({ H0: true, H1: true, H2: true, H3: true });
export const SOURCES = every<Evaluation['source']>({ A: true, B: true, C: true, X: true });
export const INFORMATION = every<Evaluation['information']>({ '1': true, '2': true, '3': true, '4': true });
/** The evaluation of an exhibit that nobody evaluated (Regulation (EU) 2016/794 Art. 29(4)). */
export const UNASSESSED: Evaluation = { source: 'X', information: '4', scheme: null, value: null };
export const TLPS = every<Tlp>({ RED: true, AMBER_STRICT: true, AMBER: true, GREEN: true, CLEAR: true });
export const LEVELS = every<Level>({ listed: true, readable: true, held: true });
export const SORTS = every<Sort>({
  newest: true,
  oldest: true,
  title: true,
  '-title': true,
  number: true,
  '-number': true,
  size: true,
  '-size': true,
});
export type How = DerivationForm['how'];
export const HOWS = every<How>({
  copy: true,
  extract: true,
  translation: true,
  transcript: true,
  redaction: true,
  analysis: true,
  combination: true,
});
export type FlagDecision = FlagDecisionForm['decision'];
export const FLAG_DECISIONS = every<FlagDecision>({ disclosed: true, consented: true, refused: true });
export const RETENTIONS = every<RetentionMode>({ POOL: true, TRANSFER: true });
export type Schedule = DisclosureForm['schedule'];
export const SCHEDULES = every<Schedule>({ used: true, unused: true, sensitive: true });
export const PURPOSES = every<Purpose>({
  JIT_PURPOSE: true,
  OTHER_OFFENCE_WITH_CONSENT: true,
  IMMINENT_THREAT: true,
  OTHER_AGREED: true,
  JIT_MANAGEMENT: true,
  AUDIT: true,
});
export const TRANSFER_BASES = every<TransferBasis>({ adequacy: true, safeguards: true, derogation: true });
export const POINTS = every<Point>({ agreement: true, lawful: true, limited: true, conditions: true, integrity: true });
