"""Query form and view of the list of exhibits: sort orders, filters, pages.

Not here: one exhibit (`views/evidence.py`).
"""

from collections.abc import Mapping
from operator import itemgetter
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field
from pydantic_core import to_json

from app import clock
from app.access.seats import Columns
from app.access.sharing.decisions import LEVELS, Level
from app.api import cursors
from app.api.evidence.views.evidence import Category, EvidenceSummary, Handling, Kind, Status, Tlp
from app.api.schemas import Code, Form, Limit, Moment, Page, View, printable
from app.api.sharing.views.releases import LevelWord
from app.errors import Invalid
from app.services.evidence.exhibit_list import ExhibitListPage, Filters, Sort, position_of


class EvidenceQuery(Form):
    """Filters and order of the list. Filters only narrow the exhibits that the caller may see."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    q: Annotated[
        str | None,
        Field(
            max_length=200,
            description="Words that all stand in title and number, without case and accents. Exhibits that the seat may"
            " read are also found by their description and by name and hash of a file.",
        ),
        AfterValidator(lambda words: words and printable(words)),
    ] = None
    sort: Annotated[Sort, Field(description="A minus turns the order round.")] = Sort.NEWEST
    originator: Code | None = None
    kind: Kind | None = None
    category: Category | None = None
    status: Status | None = None
    handling: Handling | None = None
    tlp: Tlp | None = None
    level: Annotated[LevelWord | None, Field(description="The lowest release level of the member.")] = None
    released_to: Annotated[
        Code | None, Field(description="Among exhibits whose releases the seat may know: its own.")
    ] = None
    acquired_from: Annotated[Moment | None, Field(description="Among exhibits that the seat may read.")] = None
    acquired_before: Annotated[Moment | None, Field(description="Among exhibits that the seat may read.")] = None
    registered_from: Moment | None = None
    registered_before: Moment | None = None
    sha256: Annotated[
        str | None,
        Field(pattern="^[0-9a-f]{64}$", description="With a file of this hash, among exhibits that the seat may read."),
    ] = None
    id: Annotated[
        list[UUID] | None,
        Field(max_length=100, description="Only these, as far as they may be seen; repeatable. Stands alone."),
    ] = None
    limit: Limit = 50
    cursor: Annotated[str | None, Field(max_length=1000)] = None

    def filters(self) -> Filters:
        """Return the filters as the service takes them. Raises `Invalid` if `id` is combined with other filters."""
        filters = Filters(
            words=self.q or None,
            level=None if self.level is None else int(LEVELS[self.level]),
            ids=self.id,
            **self.model_dump(exclude={"q", "sort", "level", "id", "limit", "cursor"}),
        )
        if filters.ids is not None and filters.searches:
            raise Invalid("Exhibits selected by id cannot be filtered further.", field="id")
        return filters


class EvidencePage(Page[EvidenceSummary]):
    """A page of exhibits. `previous` is the cursor of the page before it, null at the beginning."""

    previous: str | None


class EvidenceCountView(View):
    """How many exhibits the filters find. `more`: there are more than were counted."""

    count: int
    more: bool


def evidence_page(leaf: ExhibitListPage, sort: Sort) -> bytes:
    """Return the JSON of an `EvidencePage`.

    It is written directly from the rows: creating and validating fifty views would take longer than the query.
    """
    first, last = (position_of(leaf.rows[0], sort), position_of(leaf.rows[-1], sort)) if leaf.rows else (None, None)
    page = {
        "items": [_summary(row, leaf.codes) for row in leaf.rows],
        "next": cursors.write(sort, last, back=False) if last and leaf.behind else None,
        "previous": cursors.write(sort, first, back=True) if first and leaf.before else None,
    }
    return to_json(page)


def _summary(row: Columns, codes: Mapping[UUID, str]) -> dict[str, Any]:
    shown = dict(zip(_SHOWN, _VALUES(row), strict=True))
    shown["originator"] = codes[shown["originator"]]
    shown["released_to"] = sorted([codes[party] for party in shown["released_to"]])
    shown["id"] = str(shown["id"])  # the driver's UUID class, which `to_json` writes slowly
    shown["registered_at"] = clock.rfc3339(shown["registered_at"])
    shown["level"] = _WORDS[shown["level"]]
    return shown


_SHOWN: Final = tuple(EvidenceSummary.model_fields)
_VALUES: Final = itemgetter(*_SHOWN)
_WORDS: Final = {int(level): level.word for level in Level}
