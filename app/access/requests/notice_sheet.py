"""Obstacles to the checks of an INTERPOL notice: missing fields, then open questions. Pure.

The request sheets (`app/reference/forms/interpol.json`) say which fields each colour needs and which questions are asked. Completeness
comes first: most refused notices are incomplete. Questions of the neutrality self-check (Art. 3 of INTERPOL's
Constitution) are answered afterwards, because they are about the facts that the sheet states.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from app.access.requests.forms.checks import Values, broken_rules, check, holds, is_filled
from app.access.requests.notice_states import NoticeColour
from app.reference.forms.loading import forms
from app.reference.forms.model import Form, Need, Title

#: Sections whose fields are questions, in the order in which they are asked.
QUESTIONS: Final = ("compliance", "assurances", "neutrality")
NEUTRALITY: Final = "neutrality"
#: Yes to this question ends the matter: INTERPOL takes no part in such cases (Art. 3 of its Constitution).
PURELY: Final = "neutrality.purely"
#: So does yes to this one: fair trial, refugee status, torture, refused extradition (Art. 2 of the Constitution).
RIGHTS: Final = "neutrality.rights"
STOPPING: Final = frozenset({PURELY, RIGHTS})
#: Fields of the sheet whose names differ in the content of a notice.
_NAMES: Final[Mapping[str, str]] = {
    "head.colour": "kind",
    "head.public": "is_public",
    "head.caution": "cautions",
    "head.reason": "diffusion_reason",
    "head.aim": "diffusion_aim",
    "subject.unidentified": "is_unidentified",
    "subject.forename": "forenames",
    "subject.birth": "birth_date",
    "subject.images": "exhibits",
    "subject.status": "person_status",
    "subject.child": "is_child",
    "subject.publication": "is_publication_allowed",
    "case.exceptional": "is_exceptional",
    "case.reported": "is_reported",
    "case.warrant_copy": "exhibits",
    "case.method_images": "exhibits",
    "assurances.countries": "extradition_countries",
}
#: Colours whose subject may be a person without a known name.
UNNAMED: Final = frozenset({NoticeColour.BLUE, NoticeColour.YELLOW})
#: Lowest maximum penalty in years, and lowest sentence or remainder in months, for a Red Notice (Art. 83, not verified).
_LEAST_YEARS: Final = 2
_LEAST_MONTHS: Final = 6
#: Kinds of linked exhibits that identify a person, with the option of the sheet.
_IDENTIFYING: Final = {"photograph": "photograph", "fingerprints": "fingerprints", "dna": "dna"}


class CheckAnswer(StrEnum):
    """Answer to a question. `unclear`: legal review is needed."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class OpenReason(StrEnum):
    """Why a field or question is open."""

    MISSING = "missing"  # a field without a value
    UNANSWERED = "unanswered"  # a question without an answer
    UNCLEAR = "unclear"  # legal review is needed
    NEGATIVE = "negative"  # a condition, assurance or threshold is not given
    STOP = "stop"  # the answer is a ground of refusal


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the checks. `key`: its path in the sheet."""

    section: str
    section_title: Title
    key: str
    title: Title


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A field or question that must be settled first. `field`: name in the content, or key of the question."""

    section: str
    field: str
    title: Title
    why: OpenReason


def form_of(*, is_diffusion: bool) -> Form:
    """Return the request sheet."""
    return forms()["interpol_diffusion" if is_diffusion else "interpol_notice"]


def sheet(
    kind: NoticeColour, content: Mapping[str, Any], exhibits: Collection[str] = (), warrant_number: str | None = None
) -> dict[str, dict[str, object]]:
    """Return the values of the request sheet without the answers to its questions.

    Args:
        kind: The colour.
        content: Columns of the content.
        exhibits: Kinds of the linked exhibits.
        warrant_number: Number of the linked request for arrest or extradition.
    """
    values: dict[str, dict[str, object]] = {}
    for section in form_of(is_diffusion=False).sections + form_of(is_diffusion=True).sections[:1]:
        for one in section.fields:
            given = content.get(_NAMES.get(f"{section.key}.{one.key}", one.key))
            if is_filled(given):
                is_number = isinstance(given, int) and not isinstance(given, bool)
                values.setdefault(section.key, {})[one.key] = str(given) if is_number else given
    values.setdefault("head", {})["colour"] = kind.value
    values.setdefault("subject", {})["identified_by"] = _identified_by(kind, content, exhibits)
    case = values.setdefault("case", {})
    if "warrant" in exhibits:
        case["warrant_copy"] = ["warrant"]
    if "photograph" in exhibits:
        case["method_images"] = ["photograph"]
    case.setdefault("warrant", warrant_number or "")
    years, months = content.get("max_penalty_years"), content.get("sentence_months")
    if years is not None or months is not None:
        case["threshold"] = (years or 0) >= _LEAST_YEARS or (months or 0) >= _LEAST_MONTHS
    return values


def _identified_by(kind: NoticeColour, content: Mapping[str, Any], exhibits: Collection[str]) -> list[str]:
    """Return by what the person is identified, as options of the sheet.

    A person without a name is identified by a photograph, fingerprints or DNA; in a Yellow Notice also by a description.
    """
    found = [option for name, option in _IDENTIFYING.items() if name in exhibits]
    is_unnamed = bool(content.get("is_unidentified")) and kind in UNNAMED
    if content.get("description") and not (is_unnamed and kind is NoticeColour.BLUE):
        found.append("description")
    if content.get("identity_documents") and not is_unnamed:
        found.append("document")
    return found


def questions(kind: NoticeColour, *, is_diffusion: bool) -> list[Question]:
    """Return the questions that are asked of a notice of this kind."""
    values = {"head": {"colour": kind.value}}
    return [
        Question(section.key, section.title, f"{section.key}.{one.key}", one.title)
        for section in form_of(is_diffusion=is_diffusion).sections
        if section.key in QUESTIONS
        for one in section.fields
        if one.fields and (one.need is Need.REQUIRED or (one.when is not None and holds(one.when, values)))
    ]


def missing(values: Values, *, is_diffusion: bool) -> list[OpenPoint]:
    """Return the fields of the sheet that are needed and have no value, and then those that do not meet a condition."""
    form = form_of(is_diffusion=is_diffusion)
    asked = {
        f"{one.key}.{part.key}" for one in form.sections if one.key in QUESTIONS for part in one.fields if part.fields
    }
    empty = [
        OpenPoint(one.section, _name(one.path), one.title, OpenReason.MISSING)
        for one in check(form, values)
        if not any(one.path.startswith(f"{key}.") for key in asked)
    ]
    return empty + [
        OpenPoint(one.section, _name(one.path), one.reason, OpenReason.NEGATIVE) for one in broken_rules(form, values)
    ]


def needed(
    kind: NoticeColour,
    content: Mapping[str, Any],
    exhibits: Collection[str] = (),
    *,
    has_warrant: bool = False,
    is_diffusion: bool = False,
) -> list[str]:
    """Return the names of the content without which the notice would lack a field, as long as the others stay.

    Args:
        kind: The colour.
        content: Columns of the content, all of them.
        exhibits: Kinds of the linked exhibits.
        has_warrant: Whether a request for arrest or extradition is linked.
        is_diffusion: Whether it is a diffusion.
    """
    number = "linked" if has_warrant else None

    def empty(stated: Mapping[str, Any]) -> set[str]:
        points = missing(sheet(kind, stated, exhibits, number), is_diffusion=is_diffusion)
        return {one.field for one in points if one.why is OpenReason.MISSING}

    now = empty(content)
    return [
        name for name, value in content.items() if name in (empty({**content, name: None}) if is_filled(value) else now)
    ]


def _name(path: str) -> str:
    """Return the name of a field of the sheet in the content."""
    return _NAMES.get(path, path.partition(".")[2])


def unsettled(kind: NoticeColour, answers: Mapping[str, str], *, is_diffusion: bool) -> list[OpenPoint]:
    """Return the questions that are not answered, or whose answer prevents the notice.

    Yes to a question of the self-check that is no ground of refusal (`STOPPING`) is weighed, and prevents nothing by itself.
    """
    found = list[OpenPoint]()
    for one in questions(kind, is_diffusion=is_diffusion):
        why = _why(one, answers.get(one.key))
        if why is not None:
            found.append(OpenPoint(one.section, one.key, one.title, why))
    return found


def _why(question: Question, answer: str | None) -> OpenReason | None:
    if answer is None:
        return OpenReason.UNANSWERED
    if answer == CheckAnswer.UNCLEAR:
        return OpenReason.UNCLEAR
    if question.key in STOPPING and answer == CheckAnswer.YES:
        return OpenReason.STOP
    return OpenReason.NEGATIVE if question.section != NEUTRALITY and answer == CheckAnswer.NO else None
