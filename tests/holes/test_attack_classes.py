"""The classes of holes that other systems had, each with the tests that replay it, or the feature that it waits for.

A class whose file is gone, or a file of this folder that no class names, fails here.
"""

from typing import Final

from tests.support.repository import ROOT

#: number of the class -> where it is replayed.
CLASSES: Final[dict[int, tuple[str, ...]]] = {
    1: ("tests/holes/test_foreign_children.py",),
    2: ("tests/holes/test_mass_assignment.py",),
    3: ("tests/holes/test_mismatched_ids.py",),
    4: ("tests/holes/evidence/test_hash_oracle.py",),
    5: (
        "tests/holes/test_revocation.py",
        "tests/realtime/test_stream.py",
        "tests/realtime/test_sockets.py",
        "tests/custody/test_openings.py",
        "tests/audit/test_exports.py",
        "tests/holes/coordination/test_notifications.py",
        "tests/holes/coordination/test_notified_work.py",
        "tests/holes/coordination/test_talk_holds.py",
        "tests/realtime/test_talk.py",
    ),
    6: (
        "tests/holes/test_create_then_restrict.py",
        "tests/holes/coordination/test_messages.py",
        "tests/holes/coordination/test_signing.py",
        "tests/holes/coordination/test_signing_replayed.py",
    ),
    7: (
        "tests/holes/test_two_worlds.py",
        "tests/holes/test_search_worlds.py",
        "tests/holes/coordination/test_drafts_of_days.py",
        "tests/holes/coordination/test_linked_exhibits.py",
        "tests/holes/coordination/test_lists_of_links.py",
        "tests/holes/test_attempts.py",
        "tests/holes/coordination/test_messages.py",
        "tests/holes/coordination/test_task_matters.py",
        "tests/realtime/test_worlds.py",
    ),
    8: ("tests/holes/test_fail_open.py",),
    9: ("tests/holes/test_caller_and_subject.py", "tests/holes/test_forged_acts.py"),
    10: ("tests/holes/test_precedence.py", "tests/sharing/test_rule_choices.py"),
    # Identity providers are not there yet; e-mail addresses link nobody.
    11: ("tests/holes/test_escalation.py", "tests/rules/test_permissions.py"),
    12: (
        "tests/holes/test_growing_shares.py",
        "tests/holes/test_under_rules.py",
        "tests/holes/test_derived.py",
        "tests/holes/test_joint.py",
    ),
    13: ("tests/holes/test_audit.py", "tests/embedded/test_kills.py"),
    14: (
        "tests/exports/verifier/test_mutations.py",
        "tests/exports/verifier/test_hosts_lies.py",
        "tests/ledger/test_checkpoints.py",
    ),
    15: ("tests/exports/verifier/test_by_hand.py", "tests/ledger/test_vectors.py"),
    16: ("tests/holes/evidence/test_uploads.py", "tests/evidence/test_files.py"),
    17: ("tests/sharing/test_model_of_releases.py", "tests/holes/test_self_release.py"),
    18: ("tests/realtime/test_resuming.py", "tests/realtime/test_stream.py"),
    19: ("tests/holes/test_lost_edits.py",),
    20: ("tests/holes/test_times_without_zones.py",),
}


def test_every_class_is_replayed() -> None:
    assert list(CLASSES) == list(range(1, 21))
    named = [file for files in CLASSES.values() for file in files]
    assert [file for file in named if not (ROOT / file).is_file()] == []


def test_every_file_here_is_of_a_class() -> None:
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/holes").glob("test_*.py")}
    named = {file for files in CLASSES.values() for file in files}
    assert here - named == {"tests/holes/test_attack_classes.py"}
