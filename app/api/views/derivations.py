"""The form and views of derivations: of what an exhibit was made, and what it inherits from there."""

from collections.abc import Sequence
from typing import Any, Literal
from uuid import UUID

from app.access.decisions import Purpose
from app.access.following import How
from app.api.schemas import Form, Time, View
from app.services.derivations import Inheritance, Named
from app.services.roster import Roster


class DerivationForm(Form):
    """A parent, and how the new exhibit came of it."""

    evidence: UUID
    how: How

    def named(self) -> Named:
        """As the service takes it."""
        return Named(self.evidence, self.how.value)


def demand_different(parents: tuple[DerivationForm, ...]) -> tuple[DerivationForm, ...]:
    """Each parent once."""
    if len({one.evidence for one in parents}) < len(parents):
        raise ValueError("name each exhibit once")
    return parents


class DerivedView(View):
    """An exhibit at the other end, which the reader sees too, and how the one came of the other."""

    evidence: UUID
    exhibit_number: str
    title: str
    originator: str
    status: Literal["active", "withdrawn"]
    how: How
    derived_at: Time


class DerivationsView(View):
    """What an exhibit was derived from and what was derived from it, as far as the reader sees both ends."""

    derived_from: list[DerivedView]
    derived: list[DerivedView]


class InheritanceView(View):
    """What these parents give together, before anything is saved.

    `seats`: of the reader's own party, null: its leaders and members; `purposes`: for which it may use what is derived, null:
    any. `bound`: by another party's exhibit, so that no rule releases it. `only_to`: H2, to these parties alone; null: to any.
    """

    handling: list[str]
    tlp: str
    handling_text: str | None
    seats: list[str] | None
    purposes: list[Purpose] | None
    bound: bool
    only_to: list[str] | None


def derivations_view(parents: Sequence[Any], children: Sequence[Any], roster: Roster) -> DerivationsView:
    """Rows as a view."""
    return DerivationsView(
        derived_from=[_derived(*row, roster=roster) for row in parents],
        derived=[_derived(*row, roster=roster) for row in children],
    )


def _derived(derivation: Any, exhibit: Any, *, roster: Roster) -> DerivedView:  # noqa: ANN401 - rows of tables
    return DerivedView(
        evidence=exhibit.id,
        exhibit_number=exhibit.exhibit_number,
        title=exhibit.title,
        originator=roster.party_code(exhibit.originator),
        status=exhibit.status,
        how=derivation.how,
        derived_at=derivation.derived_at,
    )


def inheritance_view(found: Inheritance, roster: Roster) -> InheritanceView:
    """As the form shows it."""
    return InheritanceView(
        handling=sorted(found.marks.handling),
        tlp=found.marks.tlp,
        handling_text=found.text(),
        seats=roster.seat_codes(found.names),
        purposes=None if found.purposes is None else [Purpose(one) for one in found.purposes],
        bound=found.bound,
        only_to=None if found.barred is None else sorted(roster.party_code(one) for one in found.barred),
    )
