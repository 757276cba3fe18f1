"""Form and views of derivations: an exhibit's parents, and what it inherits from them."""

from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from app.access.sharing.decisions import Purpose
from app.access.sharing.derivations import DerivationMethod
from app.api.schemas import Form, Time, View
from app.services.evidence.derivations import Inheritance, Named, Related
from app.services.teams.roster import Roster


class DerivationForm(Form):
    """A parent, and how the new exhibit was derived from it."""

    evidence: UUID
    how: DerivationMethod

    def named(self) -> Named:
        """Return the parent as the service takes it."""
        return Named(self.evidence, self.how.value)


def demand_different(parents: tuple[DerivationForm, ...]) -> tuple[DerivationForm, ...]:
    """Check that each parent is named once. Raises `ValueError`."""
    if len({one.evidence for one in parents}) < len(parents):
        raise ValueError("Name each exhibit only once.")
    return parents


class DerivedView(View):
    """The exhibit at the other end, which the reader may see, and how one was derived from the other."""

    evidence: UUID
    exhibit_number: str
    title: str
    originator: str
    status: Literal["active", "withdrawn"]
    how: DerivationMethod
    derived_at: Time


class DerivationsView(View):
    """An exhibit's parents and children, as far as the reader may see both ends."""

    derived_from: list[DerivedView]
    derived: list[DerivedView]


class InheritanceView(View):
    """Restrictions that a new exhibit would inherit from these parents together.

    `seats`: members of the reader's party who would have access; null: its leaders and contributors. `purposes`:
    allowed purposes; null: any. `bound`: no sharing rule releases it, because another party's exhibit binds it.
    `only_to`: the only possible recipients because of H2; null: any party.
    """

    handling: list[str]
    tlp: str
    handling_text: str | None
    seats: list[str] | None
    purposes: list[Purpose] | None
    bound: bool
    only_to: list[str] | None


def derivations_view(parents: Sequence[Related], children: Sequence[Related], roster: Roster) -> DerivationsView:
    """Return the view of an exhibit's parents and children."""
    return DerivationsView(
        derived_from=[_derived(link, roster) for link in parents],
        derived=[_derived(link, roster) for link in children],
    )


def _derived(link: Related, roster: Roster) -> DerivedView:
    derivation, exhibit = link
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
    """Return the view of what would be inherited."""
    return InheritanceView(
        handling=sorted(found.marks.handling),
        tlp=found.marks.tlp,
        handling_text=found.text(),
        seats=roster.seat_codes(found.names),
        purposes=None if found.purposes is None else [Purpose(one) for one in found.purposes],
        bound=found.bound,
        only_to=None if found.barred is None else sorted(roster.party_code(one) for one in found.barred),
    )
