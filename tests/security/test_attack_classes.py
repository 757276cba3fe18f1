"""The classes of access faults known from other systems, each with the tests that replay it.

A missing file of a class fails, and so does a file of this folder that no class names.
"""

from typing import Final

from tests.support.repository import ROOT

#: number of the class -> where it is replayed.
CLASSES: Final[dict[int, tuple[str, ...]]] = {
    1: ("tests/security/test_foreign_children.py",),
    2: ("tests/security/test_mass_assignment.py",),
    3: ("tests/security/test_mismatched_ids.py",),
    4: ("tests/security/evidence/test_hash_oracle.py",),
    5: (
        "tests/security/test_revocation.py",
        "tests/realtime/test_stream.py",
        "tests/realtime/test_sockets.py",
        "tests/custody/test_openings.py",
        "tests/audit/test_exports.py",
        "tests/security/coordination/test_notifications.py",
        "tests/security/coordination/test_notified_work.py",
        "tests/security/coordination/test_talk_holds.py",
        "tests/realtime/test_talk.py",
        "tests/security/test_request_readers.py",
        "tests/security/test_coordinator_readers.py",
        "tests/realtime/test_request_frames.py",
    ),
    6: (
        "tests/security/test_create_then_restrict.py",
        "tests/security/coordination/test_messages.py",
        "tests/security/coordination/test_signing.py",
        "tests/security/coordination/test_signing_replayed.py",
    ),
    7: (
        "tests/security/test_two_worlds.py",
        "tests/security/test_search_worlds.py",
        "tests/security/coordination/test_drafts_of_days.py",
        "tests/security/coordination/test_linked_exhibits.py",
        "tests/security/coordination/test_lists_of_links.py",
        "tests/security/test_attempts.py",
        "tests/security/coordination/test_messages.py",
        "tests/security/coordination/test_task_matters.py",
        "tests/realtime/test_worlds.py",
    ),
    8: ("tests/security/test_fail_open.py",),
    9: ("tests/security/test_caller_and_subject.py", "tests/security/test_forged_acts.py"),
    10: ("tests/security/test_precedence.py", "tests/sharing/test_rule_choices.py"),
    # Identity providers are not there yet; e-mail addresses link nobody.
    11: ("tests/security/test_escalation.py", "tests/rules/test_permissions.py"),
    12: (
        "tests/security/test_growing_shares.py",
        "tests/security/test_under_rules.py",
        "tests/security/test_derived.py",
        "tests/security/test_joint.py",
    ),
    13: ("tests/security/test_audit.py", "tests/embedded/test_kills.py"),
    14: (
        "tests/exports/verifier/test_mutations.py",
        "tests/exports/verifier/test_hosts_lies.py",
        "tests/ledger/test_checkpoints.py",
    ),
    15: ("tests/exports/verifier/test_by_hand.py", "tests/ledger/test_vectors.py"),
    16: ("tests/security/evidence/test_uploads.py", "tests/evidence/test_files.py"),
    17: ("tests/sharing/test_model_of_releases.py", "tests/security/test_self_release.py"),
    18: ("tests/realtime/test_resuming.py", "tests/realtime/test_stream.py"),
    19: ("tests/security/test_lost_edits.py",),
    20: ("tests/security/test_times_without_zones.py",),
}


def test_every_class_is_replayed() -> None:
    assert list(CLASSES) == list(range(1, 21))
    named = [file for files in CLASSES.values() for file in files]
    assert [file for file in named if not (ROOT / file).is_file()] == []


def test_every_file_here_is_of_a_class() -> None:
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/security").glob("test_*.py")}
    named = {file for files in CLASSES.values() for file in files}
    assert here - named == {"tests/security/test_attack_classes.py"}
