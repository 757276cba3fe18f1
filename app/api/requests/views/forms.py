"""Forms and views of the form of a request: sections and fields in one language, values, and what is missing.

Not here: routes (`api/requests/forms.py`), and the forms themselves (`reference/forms`).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from pydantic import AfterValidator, StringConstraints

from app.access.requests.forms.checks import Fault, Missing
from app.access.requests.forms.countries import CountryCheck
from app.access.requests.forms.schemas import described
from app.api.requests.views.not_recorded import NotRecordedView, not_recorded_view
from app.api.requests.views.words import WordsView
from app.api.schemas import Day, Form, Justification, Moment, Time, View, printable
from app.i18n.phrases import Language
from app.reference.forms.model import FieldType, FollowUp, Need, Title
from app.services.requests.forms.follow_ups import FormDispatch
from app.services.requests.forms.saving import FilledForm
from app.services.requests.saved_forms.standing import FollowUpForm

_MOST_TEXT: Final = 10_000
_MOST_PARTS: Final = 200
_MOST_BYTES: Final = 300_000

FormKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]


def _storable(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values. Raises `ValueError` for control characters and for more than is stored."""
    if len(json.dumps(values)) > _MOST_BYTES:
        raise ValueError("The form is too long. Shorten its texts.")
    for text in _texts(values):
        printable(text)
        if len(text) > _MOST_TEXT:
            raise ValueError("A text of the form is too long. Shorten it, or add it as a paper.")
    return values


def _texts(given: object) -> Iterator[str]:
    if isinstance(given, str):
        yield given
    elif isinstance(given, Mapping):
        for key, value in given.items():
            yield str(key)
            yield from _texts(value)
    elif isinstance(given, Sequence):
        if len(given) > _MOST_PARTS:
            raise ValueError("A list of the form is too long. Shorten it, or add it as a paper.")
        for value in given:
            yield from _texts(value)


class FormValuesForm(Form):
    """Values of a form by section and field; null empties a field. They replace the values that were saved.

    `form`: a form of the instrument, by default the saved one or the first. `docs/schemas/requests` describes the values.
    """

    form: FormKey | None = None
    values: Annotated[dict[str, Any], AfterValidator(_storable)]


class FormDispatchForm(Form):
    """The dispatch of a form that follows a request. `occurred_at`: when it was sent, now by default.

    `incomplete`: send it with a reason although it lacks required values. `production`: the request that a confirmation of
    production announces; by default the only one that was sent and not announced.
    """

    form: FormKey
    occurred_at: Moment | None = None
    reason: Justification | None = None
    incomplete: bool = False
    production: UUID | None = None

    def dispatch(self) -> FormDispatch:
        """Return the dispatch as the service takes it."""
        return FormDispatch(
            self.form, self.occurred_at, self.reason, incomplete=self.incomplete, production=self.production
        )


class EvidenceImportForm(Form):
    """An ETSI REM evidence of transport as XML, as a connector gives it."""

    xml: Annotated[str, StringConstraints(min_length=1, max_length=500_000), AfterValidator(printable)]


class FormOptionView(View):
    """An option of a choice, or a form of the instrument."""

    key: str
    title: str


class OfferedFormView(FormOptionView):
    """A form of the instrument. `follow_up`: it follows the request, and this is what its dispatch does."""

    follow_up: FollowUp | None


class FollowUpFormView(View):
    """A form that follows a request. `may_fill`: the reader can save values and record its dispatch now."""

    key: str
    title: WordsView
    follow_up: FollowUp
    is_saved: bool
    sent_at: Time | None
    may_fill: bool


class FormConditionView(View):
    """A condition under which a field is needed."""

    test: Literal["filled", "is", "has", "all", "any", "none"]
    field: str | None
    value: str | None
    parts: list["FormConditionView"]


class FormFieldView(View):
    """A field. `fields`: of a group. `is_verified`: its source was read."""

    key: str
    title: str
    type: FieldType
    is_list: bool
    need: Need
    when: FormConditionView | None
    options: list[FormOptionView]
    fields: list["FormFieldView"]
    source: str | None
    is_verified: bool


class FormSectionView(View):
    """A section. `is_internal`: it is left out of the copy for a provider. `missing`: number of its missing fields."""

    key: str
    title: str
    is_internal: bool
    fields: list[FormFieldView]
    missing: int


class MissingFieldView(View):
    """A field without a value. `path`: with positions in lists. `is_signature`: it is given last."""

    section: str
    path: str
    title: str
    is_signature: bool


class BrokenRuleView(View):
    """A broken rule between fields, and the field to correct."""

    section: str
    path: str
    reason: str


class CountryCheckView(View):
    """A check against the instrument (`in_force`) or the card of the executing State.

    `verified_on`: null for a value that nobody confirmed.
    """

    key: Literal["in_force", "language", "double_criminality", "formalities", "validation"]
    result: Literal[
        "in_force", "not_in_force", "accepted", "refused", "not_listed", "not_chosen", "read", "no_information"
    ]
    text: str | None
    condition: str | None
    languages: list[str]
    source: str | None
    verified_on: Day | None
    stale: bool


class RequestFormView(View):
    """The form of a request. `version`: for `If-Match`; 0 before the first values were saved.

    `values`: the saved ones, completed by those of the case at the paths `prefilled`. `saved`: the saved ones alone, with
    null for emptied fields. `proposed`: values for empty fields, which count once a member has saved them. `country`: the
    State whose card was used. `not_recorded`: values of the cards and the directory that count for the request and are not
    recorded. `goes_to_provider`: there are copies for a provider. `follow_up`: it follows the request, and this
    is what its dispatch does; `sent_at`: when it was sent.
    """

    key: str
    title: str
    form_version: str
    source: str
    forms: list[OfferedFormView]
    sections: list[FormSectionView]
    values: dict[str, Any]
    saved: dict[str, Any]
    prefilled: list[str]
    proposed: dict[str, Any]
    missing: list[MissingFieldView]
    advised: list[MissingFieldView]
    broken: list[BrokenRuleView]
    country: str | None
    checks: list[CountryCheckView]
    not_recorded: list[NotRecordedView]
    version: int
    updated_at: Time | None
    updated_by: str | None
    may_edit: bool
    goes_to_provider: bool
    follow_up: FollowUp | None
    sent_at: Time | None


def form_view(found: FilledForm, language: Language) -> RequestFormView:
    """Return the view of a form in a language."""
    told, row = described(found.form, language), found.row
    counts = {one.key: sum(each.section == one.key for each in found.missing) for one in found.form.sections}
    return RequestFormView(
        key=found.form.key,
        title=told["title"],
        form_version=row.form_version if row is not None else found.form.version,
        source=found.form.source,
        forms=[
            OfferedFormView(key=one.key, title=_in(one.title, language), follow_up=one.follow_up)
            for one in found.choices
        ],
        sections=[
            FormSectionView.model_validate(one | {"missing": counts[str(one["key"])]}) for one in told["sections"]
        ],
        values=found.filled.values,
        saved={} if row is None else row.filled,
        prefilled=found.filled.prefilled,
        proposed=dict(found.proposed),
        missing=[_missing(one, language) for one in found.missing],
        advised=[_missing(one, language) for one in found.advised],
        broken=[_broken(one, language) for one in found.broken],
        country=found.country,
        checks=[_check(one) for one in found.checks],
        not_recorded=[not_recorded_view(one) for one in found.not_recorded],
        version=0 if row is None else row.version,
        updated_at=None if row is None else row.updated_at,
        updated_by=None if row is None else found.roster.seat_code(row.updated_by),
        may_edit=found.may_edit,
        goes_to_provider=found.form.goes_to_provider,
        follow_up=found.form.follow_up,
        sent_at=None if row is None else row.sent_at,
    )


def follow_up_view(found: FollowUpForm, *, works: bool) -> FollowUpFormView:
    """Return the view of a form that follows a request. `works`: the reader may change the request."""
    assert found.form.follow_up is not None
    return FollowUpFormView(
        key=found.form.key,
        title=WordsView(en=found.form.title.en, fr=found.form.title.fr),
        follow_up=found.form.follow_up,
        is_saved=found.is_saved,
        sent_at=found.sent_at,
        may_fill=works and found.is_open,
    )


def _missing(one: Missing, language: Language) -> MissingFieldView:
    return MissingFieldView(
        section=one.section, path=one.path, title=_in(one.title, language), is_signature=one.is_signature
    )


def _broken(one: Fault, language: Language) -> BrokenRuleView:
    return BrokenRuleView(section=one.section, path=one.path, reason=_in(one.reason, language))


def _check(one: CountryCheck) -> CountryCheckView:
    return CountryCheckView.model_validate(one)


def _in(title: Title, language: Language) -> str:
    return title.fr if language == "fr" else title.en
