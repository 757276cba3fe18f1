"""Names of export packages."""

from datetime import date
from uuid import UUID

from app import clock
from app.exports.naming import package_name

DAY = date(2026, 11, 24)


def test_names_of_packages_of_the_same_second_differ() -> None:
    exports = [clock.new_id() for _ in range(200)]
    assert len({str(export)[:8] for export in exports}) < 200
    assert len({package_name("Lantern", "court", export, DAY, ["NL-1"]) for export in exports}) == 200


def test_name_holds_letters_of_any_folder() -> None:
    export = UUID("01a20dba-4d5b-72ff-8a83-46dc98547d02")
    name = package_name("Opération « Lanterne » / ../Ж", "member_state", export, DAY, party="FR")
    assert name == "liaison-Operation-Lanterne-FR-member-state-2026-11-24-46dc98547d02"


def test_name_of_many_exhibits_holds_three_numbers() -> None:
    export = UUID("01a20dba-4d5b-72ff-8a83-46dc98547d02")
    name = package_name("Lantern", "defence", export, DAY, [f"NL-{n}" for n in range(1, 6)])
    assert name == "liaison-Lantern-NL-1-NL-2-NL-3-and-2-more-defence-2026-11-24-46dc98547d02"
