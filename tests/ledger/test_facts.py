"""The closed list of facts is frozen: what a real entry was called, it is called for ever. A new kind is a new line here."""

import dataclasses
import re

from app import schema
from app.ledger.facts import FACTS, KINDS, OPENED_LATER
from app.ledger.facts.fact import Fact, Readers

#: kind | led | heard by | subjects | fields: `name` for the audience, `name+` from readable on, `name!` for the actor's party
FROZEN = """
jit.founded | other | team | jit | name reference agreement_signed_on parties keys quorum
epoch.begun | other | team | jit | epoch reason former known parties keys voucher quorum
party.added | other | team | party | code name party_kind authorities
member.proposed | other | team | member | code name party authority roles function until seconded_to entrustment
member.seated | other | team | member | code roles confirmed_by name
member.suspended | other | team | member | code reason!
member.resumed | other | team | member | code reason!
member.ended | other | team | member | code reason!
member.timed | other | team | member | code reason! until
party.suspension_proposed | other | team | party | code clause reason until
party.suspended_at_once | other | team | party | code clause reason until
party.suspended | other | team | party | code clause reason
party.suspension_lapsed | other | team | party | code
party.resumed | other | team | party | code clause reason
evidence.registered | collection | exhibit | evidence | description+ acquired_at+ acquired_zone+ acquired_by+ place+ legal_basis+ \
handling_text+ content_language+ weight_grams+ exhibit_number title exhibit_kind category originator handling tlp declared_hashes+ privilege_checked+
evidence.described | alteration | exhibit | evidence | changes+ reason+
evidence.evaluated | alteration | exhibit | evidence | former+ evaluation+ reason+
evidence.released | disclosure | concerned | evidence | party level authorities seats not_before until purposes basis \
privilege_checked
evidence.recalled | other | concerned | evidence | party level reason
evidence.opened | consultation | act | evidence opening | files+ justification! acknowledged! working_session!
evidence.taken | disclosure | act | evidence opening | files+ justification! acknowledged! working_session! custodian file_number
evidence.withdrawn | other | exhibit | evidence | reason
release.started | other | concerned | evidence | party level
release.lapsed | other | concerned | evidence | party level
file.received | collection | exhibit | evidence file | name+ size_bytes+ sha256+ declared_sha256+ media_type+ segments+ reason+
file.hash_differed | collection | act | evidence file | name+ size_bytes+ sha256+ declared_sha256+ media_type+ segments+ reason+
file.discarded | erasure | act | evidence file | name+ sha256+ reason+
file.expired | erasure | act | evidence file | size_bytes+ received_bytes+
file.malware_found | other | exhibit | evidence file | finding+ software+
export.made | disclosure | act | evidence export | profile language zone proceeding reason! limits_of_use+ tip
export.made | disclosure | auditors | export | profile heads language zone proceeding reason! party since until
export.made | disclosure | named | export | profile heads language zone proceeding reason! party since until
evidence.refused | other | own auditor |  | minute refusals
task.assigned | other | named | task | number title details priority state assigner assignee co_assignees former due_at due_zone \
legal_basis language items repeats follows
task.changed | alteration | named | task | number changes
task.state_changed | other | named | task | number former state reason
task.commented | other | named | task comment | number text
task.linked | other | named | task | number exhibit exhibit_number
task.unlinked | other | named | task | number exhibit exhibit_number
task.handed_over | other | named | task | number former
task.accepted | other | named | task | number assignee
task.declined | other | named | task | number assignee reason
task.item_added | alteration | named | task item | number text
task.item_removed | alteration | named | task item | number text
task.item_ticked | alteration | named | task item | number text
task.item_unticked | alteration | named | task item | number text
task.dependency_added | alteration | named | task | number waits_for
task.dependency_removed | alteration | named | task | number waits_for
access_rule.changed | other | named | rule | code change category handling to_party to_kind level authorities seats not_before \
until purposes four_eyes clause version former reason
consent.requested | other | named | consent | use asking asked exhibit words level authorities seats purposes due_at due_zone
consent.seen | other | named | consent | use asking asked
consent.granted | other | named | consent | use asking asked conditional conditions until
consent.refused | other | named | consent | use asking asked reason
consent.withdrawn | other | named | consent | use asking asked reason
consent.expired | other | named | consent | use asking asked
consent.ended | other | named | consent | use asking asked
evidence.court_use_allowed | disclosure | concerned | evidence | party basis
evidence.court_use_ended | other | concerned | evidence | party basis
copy.asked | other | holder | evidence copy | party custodian file_number reason
copy.answered | other | holder | evidence copy | party custodian file_number answer because
custody.seized | collection | exhibit | evidence | occurred+ remarks+ by+ from_whom+ place+
custody.collected | collection | exhibit | evidence | occurred+ remarks+ by+ from_whom+ place+
custody.sealed | other | exhibit | evidence | occurred+ remarks+ seal+ by+ photograph+
custody.unsealed | other | exhibit | evidence | occurred+ remarks+ seal+ intact+ why+ by+
custody.transported | other | exhibit | evidence | occurred+ remarks+ by+ from_place+ place+
custody.offered | other | exhibit | evidence handover | occurred+ remarks+ giver+ to_party to_seat due_at
custody.received | other | exhibit | evidence handover | occurred+ remarks+ giver+ place+ seal+ intact+
custody.refused | other | exhibit | evidence handover | occurred+ remarks+ why+
custody.withdrawn | other | exhibit | evidence handover | occurred+ remarks+ why+
custody.stored | other | exhibit | evidence | occurred+ remarks+ custodian+ place+
custody.checked_out | other | exhibit | evidence | occurred+ remarks+ by+ why+ place+
custody.checked_in | other | exhibit | evidence | occurred+ remarks+ custodian+ place+
custody.produced | other | exhibit | evidence | occurred+ remarks+ court+ proceeding+ file_number+ by+
custody.returned | other | exhibit | evidence | occurred+ remarks+ to_whom+ place+ receipt+
custody.destroyed | other | exhibit | evidence | occurred+ remarks+ method+ by+ witnessed_by+ place+ receipt+
custody.incident | other | exhibit | evidence | occurred+ remarks+ what+ by+ why+
custody.corrected | other | exhibit | evidence corrects | occurred+ remarks+ reason+ standing+ party custodian+ place+ seal+
release.wanted | other | act | evidence | party level authorities seats not_before until purposes basis gates \
privilege_checked
release.given_up | other | act | evidence | party level reason
release.attested | other | act | evidence | party level necessity proportionality transfer_basis record
evidence.disclosed | disclosure | act | evidence disclosure | court proceeding file_number schedule files+ justification! acknowledged! limits_of_use+
disclosure.recalled | other | holder | evidence disclosure | party court proceeding file_number schedule disclosed_at reason
evidence.method_record_exported | disclosure | act | evidence | language sha256+
reservation.set | other | named | party | code judicial reason
controller.designated | other | team | member | code party clause waits
evidence.verified | other | exhibit | evidence | verdict checklist+ reason+ not_viewed+
evidence.derived | combination | act | evidence | how derived!
evidence.inherited | combination | act | evidence | parents handling tlp
release.followed | other | concerned | evidence | party former level
four_eyes.set | other | named | party | code acts proposed reason
step_up.set | other | named | party | code acts reason
recall.wanted | other | act | evidence | party level reason
release.confirmed | other | act | evidence | party level wanted_by
evidence.flagged | other | holder | evidence flag | party exonerates justification!
flag.decided | other | holder | evidence flag | party decision because
retention.agreed | other | team | rule | mode review_months clause
evidence.retained | other | exhibit | evidence | mode controller review_on reason+
hold.set | other | act | evidence hold | court file_number reason
hold.lifted | other | act | evidence hold | court file_number reason
evidence.erasure_decided | other | exhibit | evidence | ground reason
evidence.erased | erasure | exhibit | evidence | ground decided_by decided_at erased_at method keys_destroyed last_backup_expires files+
working_session.begun | other | named | working_session | justification task until
working_session.ended | other | named | working_session | how openings
alert.raised | other | named | alert | alert_kind owner exhibit exhibit_number opening openings recipient
alert.handed_over | other | named | alert | alert_kind owner former
alert.acknowledged | other | named | alert | alert_kind owner word
digest.made | other | named | digest | day zone
break_glass.set | other | named | party | recipient allowed level clause
emergency.begun | disclosure | act | evidence emergency | party level until reason review_due_at
emergency.reviewed | other | concerned | evidence emergency | party verdict finding
jit.phase_moved | other | team | jit | former phase clause reason
leaving.agreed | other | team | agreed | party contributed received clause
party.leaving | other | team | party | code effective_at contributed received clause reason
party.staying | other | team | party | code reason
party.left | other | team | party | code contributed received clause
filter.named | other | named | party | code seats reason
evidence.closed | other | act | evidence | reason+
evidence.filtered | other | exhibit | evidence | verdict reason+ not_viewed+
erasure.wanted | other | act | evidence | ground reason
erasure.confirmed | other | act | evidence | wanted_by
erasure.given_up | other | act | evidence | wanted_by reason
witness.named | other | team | witness | code vkey url
witness.removed | other | team | witness | code vkey reason
witness.excused | other | team | witness | code vkey size reason
witness.quorum | other | team | jit | former quorum clause reason
evidence.joint | other | exhibit | evidence | parties
release.agreed | other | act | evidence | party level court_use wanted_by
evidence.court_use_wanted | other | act | evidence | party basis gates
erasure.agreed | other | act | evidence | reason
field.erasure_wanted | other | named | entry | position names ground legal_basis reason
field.erasure_given_up | other | named | entry | position names wanted_by reason
field.erasure_decided | other | named | entry | position names ground legal_basis reason wanted_by
evidence.field_erased | erasure | exhibit | evidence entry | position names ground legal_basis decided_by confirmed_by decided_at \
approval erased_at method last_backup_expires
field.erased | erasure | alike | entry | position names ground legal_basis decided_by confirmed_by decided_at approval erased_at \
method last_backup_expires
field.erasure_agreed | other | named | entry | position names wanted_by
evidence.fields_erased | erasure | exhibit | evidence | ground legal_basis approval erased_fields erased_at method last_backup_expires
fixity.ordered | other | act | evidence | files_stored
fixity.verified | other | exhibit | evidence | begun_at ended_at software files_checked bytes_checked files+
fixity.failed | other | exhibit | evidence | begun_at ended_at software files_checked bytes_checked files+ files_failed
evidence.imported | collection | exhibit | evidence | claimed_by! source_number+ source_id+ objects+
custody.imported | other | exhibit | evidence | claimed_by! action+ performer+ instrument+ location+ environment+ started_at+ ended_at+ \
description+ source_id+ informed_by+
acquisition.recorded | collection | exhibit | evidence acquisition | make+ model+ serial+ capacity+ seal_number+ write_blocker+ tool+ tool_version+ examiner+ examiner_function+ started_at+ ended_at+ zone+ \
clock_offset_seconds+ hashes+ bad_sectors+ errors+ notes+
acquisition.corrected | alteration | exhibit | evidence acquisition | make+ model+ serial+ capacity+ seal_number+ write_blocker+ tool+ tool_version+ examiner+ examiner_function+ started_at+ ended_at+ zone+ \
clock_offset_seconds+ hashes+ bad_sectors+ errors+ notes+ corrects reason+
evidence.labelled | other | act | evidence | labels
label.blanks_made | other | named | sheet | labels
label.voided | other | named | sheet | label reason
calendar_feed.made | other | named | feed | addresses
calendar_feed.revoked | other | named | feed | addresses
jit.closing_declared | other | team | closing | clause reason
jit.closing_agreed | other | team | closing | code
jit.closing_withdrawn | other | team | closing | reason
jit.closed | other | team | closing | clause reason agreed
talk.agreed | other | team | rule | days clause
channel.opened | other | named | channel | channel_name whole parties service
channel.closed | other | named | channel | channel_name reason
decision.recorded | other | named | channel message | channel_name text to_be_signed_by
decision.corrected | alteration | named | channel message corrects | channel_name text to_be_signed_by
decision.mentioned | other | named | channel message | channel_name place_in_text exhibit exhibit_number
decision.translated | other | named | channel message translation | channel_name language service text
party.hours_set | other | team | party | code days begins ends holidays_of
briefing.note_written | other | named | note | to_party text
operation.planned | other | named | operation | title meant state h_at h_zone parties
operation.changed | alteration | named | operation | changes
operation.go_asked | other | named | operation | meant h_at h_zone
operation.state_changed | other | named | operation | former state reason without reasons
operation.word_given | other | named | operation | word reason h_at
operation.reported | other | named | operation report | what text occurred_at
protected.entered | other | named | operation protected | what subject_name reason told
protected.lifted | other | named | operation protected | reason
action.planned | other | named | operation action | number objective place lead team interpreter risk contingency channel \
authorisation
action.changed | alteration | named | operation action | number changes
action.shared | disclosure | named | operation action | number sharing state
action.moved | other | named | operation action | number former state occurred_at reason!
action.result_recorded | other | named | operation action result | number what count text occurred_at
action.result_linked | other | named | operation action result | number exhibit exhibit_number
operation.debriefed | other | named | operation | text
media_line.written | other | named | operation | text embargo_at embargo_zone line_version
media_line.approved | other | named | operation | line_version
signing.key_named | other | team | signing_key | code key_name public_key
signing.key_revoked | other | team | signing_key | code key_name public_key reason
signing.demanded | other | team | jit | code former scope reason
decision.signed | other | named | channel message decision signing_key | channel_name code public_key statement signature
task.tied | other | named | task | number what matter
task.untied | other | named | task | number what matter
member.renamed | other | team | member | code reason! former name
controller.confirmed | other | team | member | code party clause
review.sample_agreed | other | team | jit | former files clause reason
request.drafted | other | named | request | number instrument country urgent title authority reference facts offence legal_basis zone counterpart_reference request_purpose confidentiality language issuing_authority validating_authority conditions requested_items
request.registered | other | named | request | number instrument country urgent title authority reference facts offence legal_basis zone counterpart_reference request_purpose confidentiality language issuing_authority validating_authority conditions requested_items received_at
request.register_exported | disclosure | named |  | requests sha256
request.changed | alteration | named | request | number changes
request.form_saved | alteration | named | request | number form form_version sections values_sha256
request.form_sent | disclosure | named | request | number form form_version values_sha256 occurred_at reason!
request.moved | other | named | request | number former state occurred_at reason!
request.sent | disclosure | named | request | number former state occurred_at reason! despite!
request.item_moved | other | named | request item | number item_number former state ground occurred_at reason!
request.released | disclosure | named | request release | number party level instrument content requested_items
request.release_attested | other | named | request release | number party level necessity proportionality transfer_basis \
record
request.recalled | other | named | request | number party level reason!
request.transmitted | other | named | request transmission | number authority country channel receipt arrived_at
request.deadline_started | other | named | request deadline | number rule item_number due_at begins_at duration counted_in zone verified
request.deadline_changed | other | named | request deadline | number rule item_number due_at change former reason!
request.deadline_ended | other | named | request deadline | number rule item_number due_at outcome
request.deadline_near | other | named | request deadline | number rule item_number due_at
request.deadline_missed | other | named | request deadline | number rule item_number due_at
request.result_linked | other | named | request | number exhibit exhibit_number item_number
request.result_unlinked | other | named | request | number exhibit exhibit_number item_number
request.paper_added | other | named | request | number exhibit exhibit_number paper_kind
request.paper_removed | other | named | request | number exhibit exhibit_number paper_kind
request.linked | other | named | request earlier | number earlier_number relation
request.unlinked | other | named | request earlier | number earlier_number relation
request.production_confirmed | other | named | request earlier | number earlier_number confirmed_at
request.retained | other | named | request | number review_on reason
request.reference_changed | other | named | request | number reference_value reference_version
request.reference_settled | other | named | request use | number reference_value reference_version decision reason!
hearing.reference_changed | other | named | court_hearing | reference_value reference_version
hearing.reference_settled | other | named | court_hearing use | reference_value reference_version decision
admissibility.reference_changed | other | named | admissibility | exhibit reference_value reference_version
notice.drafted | other | named | notice | number colour is_diffusion source content
notice.changed | alteration | named | notice | number changes
notice.check_answered | other | named | notice check | number question answer reason!
notice.moved | other | named | notice | number former state ground occurred_at reason!
notice.sent | disclosure | named | notice | number former state ground occurred_at reason!
notice.hit_recorded | other | named | notice hit | number country place measure what occurred_at
notice.challenged | other | named | notice challenge | number challenge_kind received_on
notice.challenge_changed | alteration | named | notice challenge | number changes
notice.answer_near | other | named | notice challenge | number due_at
notice.answer_missed | other | named | notice challenge | number due_at
notice.review_due | other | named | notice | number review_on
notice.exhibit_linked | other | named | notice | number exhibit exhibit_number exhibit_kind
notice.exhibit_unlinked | other | named | notice | number exhibit exhibit_number exhibit_kind
notice.warrant_linked | other | named | notice request | number request_number
notice.warrant_unlinked | other | named | notice request | number request_number
notice.released | disclosure | named | notice release | number party colour content
notice.recalled | other | named | notice release | number party reason!
notice.retained | other | named | notice | number review_on reason
hearing.created | other | named | court_hearing | title country court proceeding held_at zone court_language
hearing.changed | alteration | named | court_hearing | title changes
hearing.deleted | erasure | named | court_hearing | title court held_at reason
hearing.exhibit_added | other | named | court_hearing | title exhibit exhibit_number
hearing.exhibit_removed | other | named | court_hearing | title exhibit exhibit_number
admissibility.assessed | other | named | admissibility | exhibit exhibit_number country need status former paper! reason
request.release_wanted | other | named | request waiting | number party level attestation
request.recall_wanted | other | named | request waiting | number party reason
request.release_given_up | other | named | request waiting | number party reason
notice.release_wanted | other | named | notice waiting | number party
notice.recall_wanted | other | named | notice waiting | number party reason
notice.release_given_up | other | named | notice waiting | number party reason
evidence.use_limited | other | exhibit | evidence limit | limit_of_use+ clause+
evidence.use_limit_ended | alteration | exhibit | evidence limit | limit_of_use+ clause+
evidence.approval_required | other | own | evidence required_approval | approver reason
evidence.approval_lifted | other | own | evidence required_approval | approver reason
request.approval_required | other | named | request required_approval | number approver reason
request.approval_lifted | other | named | request required_approval | number approver reason
member.roles_proposed | other | named | member | code reason former roles
member.roles_changed | other | team | member | code reason! former roles
member.roles_withdrawn | other | named | member | code reason former roles
"""


def row_of(fact: type[Fact]) -> str:
    """A kind as a line of the table."""
    marks = {Readers.AUDIENCE: "", Readers.READABLE: "+", Readers.ACTOR: "!"}
    made = fact(**{field.name: "x" for field in dataclasses.fields(fact)})
    fields = [f"{name}{marks[readers]}" for name, _, readers in made.fields(1)]
    return " | ".join([fact.kind, fact.led, fact.heard, " ".join(made.subjects()), " ".join(fields)])


def test_kinds_words_subjects_fields_and_readers_never_change() -> None:
    assert [row_of(fact) for fact in FACTS] == FROZEN.strip().splitlines()


def test_triggers_ask_for_fields_and_subjects_that_facts_have() -> None:
    named = {
        fact.kind: ({name for name, _, _ in made.fields(1)}, set(made.subjects()))
        for fact in FACTS
        for made in [fact(**{field.name: "x" for field in dataclasses.fields(fact)})]
    }
    uses = [
        re.findall(r"'([^']+)'", use)
        for path in schema.FOLDER.rglob("*.sql")
        for use in re.findall(r"execute function demand_entered_values\(([^)]*)\)", path.read_text(encoding="utf-8"))
    ]
    assert len(uses) >= 47
    for listed, subject, _, *fields in uses:
        kinds = [named[kind] for kind in listed.strip("{}").split(",")]
        assert all(subject in subjects for _, subjects in kinds)
        known = {one for has, subjects in kinds for one in has | {f"subject.{name}" for name in subjects}}
        assert {one.partition("=")[0] for one in fields} <= known, listed


def test_a_kind_is_one_thing() -> None:
    assert len(KINDS) == len(FROZEN.strip().splitlines()) - 2, (
        "only an export has three shapes: of one exhibit, of a party or several exhibits, and of all"
    )
    assert {fact.kind for fact in FACTS} == set(KINDS)


def test_a_later_release_opens_what_all_who_see_the_exhibit_read() -> None:
    assert OPENED_LATER == (
        "evidence.registered",
        "evidence.described",
        "evidence.evaluated",
        "evidence.withdrawn",
        "file.received",
        "file.malware_found",
        "custody.seized",
        "custody.collected",
        "custody.sealed",
        "custody.unsealed",
        "custody.transported",
        "custody.offered",
        "custody.received",
        "custody.refused",
        "custody.withdrawn",
        "custody.stored",
        "custody.checked_out",
        "custody.checked_in",
        "custody.produced",
        "custody.returned",
        "custody.destroyed",
        "custody.incident",
        "custody.corrected",
        "evidence.verified",
        "evidence.retained",
        "evidence.erasure_decided",
        "evidence.erased",
        "evidence.filtered",
        "evidence.joint",
        "evidence.field_erased",
        "evidence.fields_erased",
        "fixity.verified",
        "fixity.failed",
        "evidence.imported",
        "custody.imported",
        "acquisition.recorded",
        "acquisition.corrected",
        "evidence.use_limited",
        "evidence.use_limit_ended",
    )
