"""Content of INTERPOL notices: its form and its view. Not here: which fields a colour needs."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from app.api.schemas import CountryCode, Day, Form, Line, Paragraph, Time, View, moments
from app.models import NoticeContent
from app.services.requests.notices.drafting import CONTENT, LISTS

Countries = Annotated[tuple[CountryCode, ...], Field(max_length=250)]
Names = Annotated[tuple[Line, ...], Field(max_length=50)]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
OfficialLanguage = Literal["en", "fr", "es", "ar"]
Caution = Literal["armed", "violent", "escape", "ill", "suicidal"]
Asset = Literal["property", "vehicle", "account", "business"]
AssetMeasure = Literal["locate", "identify", "information", "monitor"]
AssetAim = Literal["criminal", "civil"]
Measure = Literal["freeze", "travel", "arms"]
PersonStatus = Literal["convicted", "charged", "suspect", "witness", "victim"]
Sought = Literal["record", "place", "identity"]
AssessmentGround = Literal["convictions", "grounds"]
ThreatSource = Literal["person", "object"]
MethodAim = Literal["warn", "ask"]
DiffusionReason = Literal["recipients", "access", "no_notice"]
DiffusionAim = Literal["arrest", "locate", "information", "identify", "warn", "inform"]
_BIRTH = re.compile(r"[0-9]{4}(-[0-9]{2}-[0-9]{2})?", re.ASCII)


def _born(value: str) -> str:
    if _BIRTH.fullmatch(value) is None:
        raise PydanticCustomError("birth_date", "Enter a date, such as 1985-03-12, or a year.", {})
    try:
        date.fromisoformat(value if "-" in value else f"{value}-01-01")
    except ValueError:
        raise PydanticCustomError("birth_date_absent", "This date does not exist. Check it.", {}) from None
    return value


class NoticeContentForm(Form):
    """Content of a notice: the values of its request sheet. `birth_date`: a date or a year.

    `is_unidentified`: the subject has no known name. `is_reported`: to the police. `is_publication_allowed`: by privacy law,
    about an adult. `max_penalty_years`: full years; 99 for life. `sentence_months`: the sentence, or what remains to be served.
    """

    ncb: Line | None = None
    authority: Line | None = None
    reference: Line | None = None
    ncb_reference: Line | None = None
    interpol_reference: Line | None = None
    language: OfficialLanguage | None = None
    purpose: Paragraph | None = None
    is_public: bool | None = None
    cautions: Annotated[tuple[Caution, ...], Field(max_length=5)] = ()
    recipients: Countries = ()
    review_on: Day | None = None
    diffusion_reason: DiffusionReason | None = None
    diffusion_aim: DiffusionAim | None = None
    is_unidentified: bool | None = None
    family_name: Line | None = None
    forenames: Line | None = None
    aliases: Names = ()
    sex: Line | None = None
    birth_date: Annotated[str, AfterValidator(_born)] | None = None
    birth_place: Line | None = None
    nationalities: Countries = ()
    parents: Paragraph | None = None
    languages: Annotated[tuple[LanguageCode, ...], Field(max_length=50)] = ()
    description: Paragraph | None = None
    identity_documents: Paragraph | None = None
    other_identifiers: Paragraph | None = None
    person_status: PersonStatus | None = None
    is_child: bool | None = None
    guardian: Line | None = None
    is_publication_allowed: bool | None = None
    is_reported: bool | None = None
    facts: Paragraph | None = None
    charge: Paragraph | None = None
    law: Paragraph | None = None
    max_penalty_years: Annotated[int, Field(ge=0, le=99)] | None = None
    sentence_months: Annotated[int, Field(ge=0, le=1200)] | None = None
    is_exceptional: bool | None = None
    exception_reason: Paragraph | None = None
    penalty: Line | None = None
    warrant: Line | None = None
    sought: Annotated[tuple[Sought, ...], Field(max_length=3)] = ()
    questions: Paragraph | None = None
    assessment: Paragraph | None = None
    assessment_author: Line | None = None
    assessment_grounds: Annotated[tuple[AssessmentGround, ...], Field(max_length=2)] = ()
    assessment_basis: Paragraph | None = None
    threat_from: Annotated[tuple[ThreatSource, ...], Field(max_length=2)] = ()
    object_data: Paragraph | None = None
    place: Paragraph | None = None
    method: Paragraph | None = None
    method_aim: MethodAim | None = None
    assets: Annotated[tuple[Asset, ...], Field(max_length=4)] = ()
    asset_measures: Annotated[tuple[AssetMeasure, ...], Field(max_length=4)] = ()
    asset_aim: AssetAim | None = None
    asset_link: Paragraph | None = None
    regime: Line | None = None
    listing: Line | None = None
    measures: Annotated[tuple[Measure, ...], Field(max_length=3)] = ()
    extradition_countries: Countries = ()

    def values(self) -> dict[str, Any]:
        """Return the stated values by the names of the columns."""
        stated = {name: getattr(self, name) for name in CONTENT if name in self.model_fields_set}
        return {name: sorted(set(value)) if name in LISTS else value for name, value in stated.items()}


class NoticeContentView(View):
    """Content of a notice. `version`: of the content, for changes. `erased`: which texts were erased, and when."""

    ncb: str | None
    authority: str | None
    reference: str | None
    ncb_reference: str | None
    interpol_reference: str | None
    language: OfficialLanguage | None
    purpose: str | None
    is_public: bool | None
    cautions: list[Caution]
    recipients: list[str]
    review_on: date | None
    diffusion_reason: DiffusionReason | None
    diffusion_aim: DiffusionAim | None
    is_unidentified: bool | None
    family_name: str | None
    forenames: str | None
    aliases: list[str]
    sex: str | None
    birth_date: str | None
    birth_place: str | None
    nationalities: list[str]
    parents: str | None
    languages: list[str]
    description: str | None
    identity_documents: str | None
    other_identifiers: str | None
    person_status: PersonStatus | None
    is_child: bool | None
    guardian: str | None
    is_publication_allowed: bool | None
    is_reported: bool | None
    facts: str | None
    charge: str | None
    law: str | None
    max_penalty_years: int | None
    sentence_months: int | None
    is_exceptional: bool | None
    exception_reason: str | None
    penalty: str | None
    warrant: str | None
    sought: list[Sought]
    questions: str | None
    assessment: str | None
    assessment_author: str | None
    assessment_grounds: list[AssessmentGround]
    assessment_basis: str | None
    threat_from: list[ThreatSource]
    object_data: str | None
    place: str | None
    method: str | None
    method_aim: MethodAim | None
    assets: list[Asset]
    asset_measures: list[AssetMeasure]
    asset_aim: AssetAim | None
    asset_link: str | None
    regime: str | None
    listing: str | None
    measures: list[Measure]
    extradition_countries: list[str]
    updated_at: Time
    version: int
    erased: dict[str, Time]


def content_view(row: NoticeContent) -> NoticeContentView:
    """Return the view of a content."""
    stated = {name: getattr(row, name) for name in NoticeContentView.model_fields if name != "erased"}
    return NoticeContentView(**stated, erased=moments(row.erased))
