"""Checklist of an exhibit for a hearing: what is missing, why, and who can give it. Pure.

States: `missing`; `asked` and `refused`, for a consent; `check`, where the record says too little and a person must
judge; `met`. Law is named with its source and is unverified until a person confirms it.
Not here: reading what the checklist needs (`services/requests/hearings/checklist.py`).
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

Kind = Literal[
    "consent",
    "release",
    "review",
    "recall",
    "limit",
    "translation",
    "notice",
    "signature",
    "integrity",
    "admissibility",
]
State = Literal["missing", "asked", "refused", "check", "met"]
Place = Literal["evidence", "sharing", "custody", "consent", "request", "decision", "copies"]

Rule = Literal[
    "h1",
    "h1_derived",
    "court_package",
    "withdrawn",
    "erased",
    "level_below_held",
    "in_quarantine",
    "unchecked",
    "privileged",
    "ends_before",
    "recall_waits",
    "copy_recalled",
    "purpose",
    "conditions",
    "other_country",
    "other_language",
    "several_languages",
    "unknown_language",
    "eio_interception",
    "eio_measure",
    "handover",
    "decision",
    "damaged",
    "hash_differs",
    "open_need",
]

#: Sources of the rules that are law or agreed practice; other rules are conditions that Liaison itself enforces.
SOURCES: Final[dict[Rule, str]] = {
    "h1": "Europol handling code H1",
    "eio_interception": "Directive 2014/41/EU, Article 31",
    "eio_measure": "Directive 2014/41/EU, Article 31",
}
#: Reasons of the access decision about a disclosure, with the kind of their line. Others concern the member alone.
_DENIALS: Final[dict[str, tuple[Kind, Rule]]] = {
    "withdrawn": ("release", "withdrawn"),
    "erased": ("release", "erased"),
    "level_below_held": ("release", "level_below_held"),
    "in_quarantine": ("review", "in_quarantine"),
    "unchecked": ("review", "unchecked"),
    "privileged": ("review", "privileged"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the checklist.

    Attributes:
        kind: Subject of the line.
        state: Whether it is missing.
        rule: Why, as a code.
        place: Where it is done.
        about: The object there, if it is not the exhibit.
        within: The object that contains `about`: the channel of a decision.
        party: Party that can give it; `None`: administrators of the team.
        seat: The member who can give it, if it is one.
        detail: Words or a number of the object.
        due_at: When an answer is due, or a release ends.
    """

    kind: Kind
    state: State
    rule: Rule
    place: Place
    about: UUID | None = None
    within: UUID | None = None
    party: UUID | None = None
    seat: UUID | None = None
    detail: str | None = None
    due_at: datetime | None = None

    @property
    def source(self) -> str | None:
        """Return the source of the rule, if it is law or agreed practice."""
        return SOURCES.get(self.rule)


@dataclass(frozen=True, slots=True)
class ConsentAsked:
    """The latest request of the party for use in court. `is_open`: it has no answer yet."""

    id: UUID
    is_open: bool
    due_at: datetime


@dataclass(frozen=True, slots=True)
class CameBy:
    """A legal request by which the exhibit came, as far as the member may read it."""

    id: UUID
    number: str
    instrument: str
    country: str
    conditions: str | None
    intercepts: bool
    papers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Handing:
    """An open handover of the physical item, and the member who confirms receipt."""

    party: UUID
    seat: UUID
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Unsigned:
    """A recorded decision about the exhibit that a party has not signed."""

    message: UUID
    channel: UUID
    number: int
    party: UUID


@dataclass(frozen=True, slots=True)
class OpenNeed:
    """A need of the forum's law that the member's party assessed as open."""

    id: UUID
    need: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitState:
    """State of an exhibit by the record, as far as the member may read it.

    Attributes:
        asking: The member's party.
        originator: The party that decides about the exhibit.
        origin: Country of the originator, if it is a State.
        is_own: Whether the member's party obtained the exhibit.
        denials: Reasons of the access decision against a disclosure.
        h1: Whether it is marked H1.
        court_use: Whether the originator consented to use in court.
        consent: The latest request for use in court.
        ends_at: When the release to the member's party ends.
        purposes: Purposes of the release; `None`: all but another offence.
        recalls: Parties whose release waits to be recalled.
        copies: Downloaded copies of the member's party whose return is asked for.
        language: Its language, if it is recorded.
        is_translation: Whether it is a translation.
        translations: Languages of its translations: exhibits derived from it, and papers of the requests by which it
            came. `None` for one whose language is not recorded.
        damaged: Whether the last integrity check failed.
        differing: Names of files that differ from their declared hash.
        handovers: Open handovers.
        unsigned: Decisions with missing signatures.
        came_by: Legal requests by which it came.
        limits: Other limits of use: their request is hidden, or they come with a source of the exhibit.
        needs: Open needs of the forum's law.
    """

    asking: UUID
    originator: UUID
    origin: str | None
    is_own: bool
    denials: Sequence[str] = ()
    h1: bool = False
    court_use: bool = False
    consent: ConsentAsked | None = None
    ends_at: datetime | None = None
    purposes: Sequence[str] | None = None
    recalls: Sequence[UUID] = ()
    copies: Sequence[UUID] = ()
    language: str | None = None
    is_translation: bool = False
    translations: Sequence[str | None] = ()
    damaged: bool = False
    differing: Sequence[str] = ()
    handovers: Sequence[Handing] = ()
    unsigned: Sequence[Unsigned] = ()
    came_by: Sequence[CameBy] = ()
    limits: Sequence[str] = ()
    needs: Sequence[OpenNeed] = ()


@dataclass(frozen=True, slots=True)
class Forum:
    """The country of the court, when the hearing is held, and the languages of the court; none: not known."""

    country: str
    held_at: datetime
    languages: frozenset[str] = frozenset()


def lines(exhibit: ExhibitState, forum: Forum) -> list[Line]:
    """Return the checklist of an exhibit for a hearing."""
    return [
        *_consent(exhibit),
        *_access(exhibit, forum),
        *_recalls(exhibit),
        *_limits(exhibit),
        *_translation(exhibit, forum),
        *_notices(exhibit),
        *_signatures(exhibit),
        *_integrity(exhibit),
        *(
            Line("admissibility", "missing", "open_need", "evidence", one.id, party=exhibit.asking, detail=one.need)
            for one in exhibit.needs
        ),
    ]


def _consent(exhibit: ExhibitState) -> Iterator[Line]:
    """Use in court: H1 needs the originator's consent, and so does the export package for court of another party.

    An own exhibit derived from a foreign one with H1 needs the consent about that one.
    """
    refused = "court_use_not_consented" in exhibit.denials
    if exhibit.is_own and not refused:
        return
    marked: Rule = "h1_derived" if exhibit.is_own else "h1"
    rule: Rule = marked if refused or exhibit.h1 else "court_package"
    party = None if exhibit.is_own else exhibit.originator
    if exhibit.court_use:
        yield Line("consent", "met", rule, "sharing", party=party)
    elif (asked := exhibit.consent) is not None:
        state: State = "asked" if asked.is_open else "refused"
        yield Line("consent", state, rule, "consent", asked.id, party=party, due_at=asked.due_at)
    else:
        yield Line("consent", "missing", rule, "sharing", party=party)


def _access(exhibit: ExhibitState, forum: Forum) -> Iterator[Line]:
    for code in exhibit.denials:
        if (found := _DENIALS.get(code)) is not None:
            party = None if code == "in_quarantine" else exhibit.originator
            yield Line(found[0], "missing", found[1], "sharing", party=party)
    if not exhibit.is_own and exhibit.ends_at is not None and exhibit.ends_at <= forum.held_at:
        yield Line("release", "missing", "ends_before", "sharing", party=exhibit.originator, due_at=exhibit.ends_at)


def _recalls(exhibit: ExhibitState) -> Iterator[Line]:
    for _ in exhibit.recalls:
        yield Line("recall", "check", "recall_waits", "sharing", party=exhibit.originator)
    for copy in exhibit.copies:
        yield Line("recall", "missing", "copy_recalled", "copies", copy, party=exhibit.asking)


def _limits(exhibit: ExhibitState) -> Iterator[Line]:
    if exhibit.purposes is not None and "JIT_PURPOSE" not in exhibit.purposes:
        yield Line("limit", "missing", "purpose", "sharing", party=exhibit.originator)
    for one in exhibit.came_by:
        if one.conditions:
            yield Line("limit", "check", "conditions", "request", one.id, party=exhibit.asking, detail=one.conditions)
    for wording in exhibit.limits:
        yield Line("limit", "check", "conditions", "evidence", party=exhibit.asking, detail=wording)


def _translation(exhibit: ExhibitState, forum: Forum) -> Iterator[Line]:
    """Compare the language of the exhibit with those of the court; without one of the two, only the countries."""
    came_from = {one.country for one in exhibit.came_by} | ({exhibit.origin} if exhibit.origin else set())
    is_domestic = came_from <= {forum.country}
    found: tuple[State, Rule] | None
    if exhibit.language is None or not forum.languages:
        recorded = exhibit.is_translation or exhibit.translations
        found = None if is_domestic else ("met" if recorded else "check", "other_country")
    elif is_domestic and exhibit.language in forum.languages:
        found = None
    else:
        found = translation(exhibit.language, exhibit.translations, forum.languages)
    if found is not None:
        state, rule = found
        detail = None if rule == "other_country" else exhibit.language
        yield Line("translation", state, rule, "evidence", party=exhibit.asking, detail=detail)


def translation(
    language: str, translations: Collection[str | None], wanted: Collection[str]
) -> tuple[State, Rule] | None:
    """Return whether a translation for a court is recorded; None: none is needed.

    Args:
        language: Language of the exhibit (ISO 639).
        translations: Languages of its translations; None for one whose language is not recorded.
        wanted: Languages of the court. If there are several, a person judges which one the court accepts.
    """
    if language in wanted:
        return None if len(wanted) == 1 else ("check", "several_languages")
    if not set(wanted).isdisjoint(translations):
        return ("met", "other_language") if len(wanted) == 1 else ("check", "several_languages")
    return ("check", "unknown_language") if None in translations else ("missing", "other_language")


def _notices(exhibit: ExhibitState) -> Iterator[Line]:
    for one in exhibit.came_by:
        if one.instrument != "EIO":
            continue
        missing: State = "missing" if one.intercepts else "check"
        yield Line(
            "notice",
            "met" if "notification" in one.papers else missing,
            "eio_interception" if one.intercepts else "eio_measure",
            "request",
            one.id,
            party=exhibit.asking,
            detail=one.number,
        )


def _signatures(exhibit: ExhibitState) -> Iterator[Line]:
    for one in exhibit.handovers:
        yield Line("signature", "missing", "handover", "custody", party=one.party, seat=one.seat, due_at=one.due_at)
    for each in exhibit.unsigned:
        yield Line(
            "signature",
            "missing",
            "decision",
            "decision",
            each.message,
            within=each.channel,
            party=each.party,
            detail=str(each.number),
        )


def _integrity(exhibit: ExhibitState) -> Iterator[Line]:
    if exhibit.damaged:
        yield Line("integrity", "missing", "damaged", "custody", party=exhibit.originator)
    for name in exhibit.differing:
        yield Line("integrity", "missing", "hash_differs", "evidence", party=exhibit.originator, detail=name)


def counts(found: Iterable[Line]) -> dict[str, int]:
    """Return how many lines have each state."""
    counted: dict[str, int] = dict.fromkeys(("missing", "asked", "refused", "check", "met"), 0)
    for one in found:
        counted[one.state] += 1
    return counted
