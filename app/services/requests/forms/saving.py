"""Save and read the values of a request's form, and check them before the request is sent.

A request goes out with one form of its instrument. Its values can be saved as long as the content of the request can be
changed. Other forms follow the request (`follow_up`), each with a draft and a dispatch of its own (`follow_ups.py`). Values of
the case complete a draft; they are saved with the others when the form is sent, so that it stays as it was then. Lock: the row
of the request. Not here: forms (`reference/forms`), checks (`access/requests/forms`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app import clock
from app.access.requests.card_facts import NotRecorded
from app.access.requests.forms import catalogue, checks, countries, filling
from app.access.requests.forms.checks import Fault, Missing
from app.access.requests.forms.countries import CountryCheck
from app.access.requests.forms.filling import Filled
from app.access.requests.states import Direction
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound, Stale
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts.requests.requests import RequestFormSaved
from app.models import LegalRequest, RequestContent, RequestFormValues
from app.reference.catalogue import Instrument
from app.reference.forms.loading import forms
from app.reference.forms.model import Form, Title
from app.services.reference import records
from app.services.requests import drafting, instruments, recipients
from app.services.requests.cards import facts
from app.services.requests.forms import case, proposals
from app.services.requests.saved_forms import standing
from app.services.requests.saved_forms.standing import Rows
from app.services.requests.uses import recording
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The form of a request as one member sees it.

    Attributes:
        request: The line of the request.
        content: Its content.
        roster: Codes and names of the team's parties and members.
        instrument: Its instrument; `None` if the catalogue does not have it any more.
        form: The form.
        choices: Forms that the instrument offers to the direction of the request.
        row: The saved values; `None` before the first ones.
        filled: The values.
        proposed: Values for empty fields, which count once a member has saved them.
        missing: Required fields without a value.
        advised: Advised fields without a value.
        broken: Broken rules between fields.
        country: The State that executes the request.
        checks: Whether the instrument applies, and checks against this card.
        not_recorded: Values of the cards and the directory that count for the request and are not recorded.
        may_edit: Whether the member can save values now.
    """

    request: LegalRequest
    content: RequestContent
    roster: Roster
    instrument: Instrument | None
    form: Form
    choices: Sequence[Form]
    row: RequestFormValues | None
    filled: Filled
    proposed: Mapping[str, Any]
    missing: Sequence[Missing]
    advised: Sequence[Missing]
    broken: Sequence[Fault]
    country: str | None
    checks: Sequence[CountryCheck]
    not_recorded: Sequence[NotRecorded]
    may_edit: bool

    @property
    def is_draft(self) -> bool:
        """Return whether the form was not sent yet. A form that goes out with an incoming request is no draft."""
        if self.form.follow_up is not None:
            return self.row is None or self.row.sent_at is None
        return self.request.direction == Direction.OUT and drafting.is_editable(self.request)


async def read(session: Reading, seat: Seat, request: UUID, key: str | None = None) -> FilledForm:
    """Return the form of a request with its values and checks.

    Args:
        session: The transaction.
        seat: The member.
        request: The request.
        key: Another form of the instrument: one that follows the request, or one to see before a first value is saved.

    Raises:
        NotFound: The request or its content is invisible to the member.
        Conflict: There is no form for the instrument.
        Invalid: The instrument has no form with this key.
    """
    found = await drafting.find(session, request)
    content = await _content(session, found)
    instrument, rows = await instruments.known(session, found.instrument), await standing.rows_of(session, request)
    form, choices = _form(found, instrument, rows, key)
    roster = await rosters.of(session, seat.jit)
    row = rows.get(form.key)
    filled = await _filled(session, found, content, instrument, form, row, roster)
    own = instruments.country_of(next(one for one in roster.parties if one.id == found.party))
    executing = instruments.executing_country(found, roster)
    on_cards = await facts.of_content(session, found, content, executing) if executing else None
    is_own = found.party == seat.party and seat.may(Permission.REQUEST_WORK)
    may_edit = is_own and standing.is_open(found, form, row)
    treaties = await records.treaties(session, instrument.treaties if instrument else ())
    return FilledForm(
        request=found,
        content=content,
        roster=roster,
        instrument=instrument,
        form=form,
        choices=choices,
        row=row,
        filled=filled,
        proposed=await _proposed(session, found, form, row, filled) if may_edit else {},
        missing=checks.check(form, filled.values),
        advised=checks.advise(form, filled.values),
        broken=checks.broken_rules(form, filled.values),
        country=executing,
        checks=[
            countries.in_force(instrument, own, found.country, clock.now().date(), treaties),
            *(
                on_cards.checks
                if on_cards
                else countries.check(None, found.instrument, content.language, urgent=found.urgent)
            ),
        ],
        not_recorded=on_cards.missing if on_cards else (),
        may_edit=may_edit,
    )


async def is_readable(session: Reading, request: UUID) -> bool:
    """Return whether the asking member reads the content of a request."""
    query = select(RequestContent.request).where(RequestContent.request == request)
    return await session.scalar(query) is not None


async def save(
    session: Writing, seat: Seat, request: UUID, key: str | None, values: Mapping[str, Any], *, expected: int
) -> None:
    """Save the values of a form, which replace those that were saved.

    Raises:
        NotFound: The request is absent or invisible.
        Forbidden: It is of another party.
        Conflict: It was sent or has ended, or there is no form for its instrument. Or the form follows the request, which was
            not sent yet, or it was sent itself.
        Stale: The values are not at version `expected`, which is 0 before the first ones were saved.
        Invalid: The instrument has no such form, or a value is not accepted; the error names all such fields.
    """
    found = await drafting.lock_own(session, seat, request)
    rows = await standing.rows_of(session, request)
    form, _ = _form(found, await instruments.known(session, found.instrument), rows, key)
    row = rows.get(form.key) if form.follow_up is not None else standing.main(rows)
    demand_version(row, expected)
    standing.demand_open(found, form, row)
    _demand_accepted(form, values)
    if await _store(session, seat, found, form, row, filling.normalised(values)):
        await _record_uses(session, seat, found)


async def _record_uses(session: Writing, seat: Seat, request: LegalRequest) -> None:
    executing = instruments.executing_country(request, await rosters.of(session, seat.jit))
    await recording.of_form(session, request, executing)


def demand_version(row: RequestFormValues | None, expected: int) -> None:
    """Refuse a change that was made to another version of the values. Raises `Stale`."""
    version = 0 if row is None else row.version
    if version != expected:
        raise Stale("Another user saved this form. Reload it.", extra={"current": {"version": version}})


def _demand_accepted(form: Form, values: Mapping[str, Any]) -> None:
    """Refuse unknown fields and values of the wrong type. Raises `Invalid`, which names them."""
    wrong = checks.wrong_values(form, values)
    if not wrong:
        return
    told = [{"section": one.section, "path": one.path, "reason": _titles(one.reason)} for one in wrong]
    raise Invalid(
        Phrase("The form does not accept {count} of the values. Correct them and save again.", count=len(wrong)),
        code="form-values",
        field=f"values.{wrong[0].path}",
        extra={"faults": told},
    )


def _titles(title: Title) -> dict[str, str]:
    return {"en": title.en, "fr": title.fr}


async def _store(
    session: Writing,
    seat: Seat,
    request: LegalRequest,
    form: Form,
    row: RequestFormValues | None,
    values: dict[str, Any],
) -> bool:
    """Store values together with their entry, unless nothing changed. Return whether they were stored."""
    same = row is not None and row.form == form.key
    sections = filling.changed_sections(form, row.filled if row is not None and same else {}, values)
    if same and not sections:
        return False
    if row is None:
        row = RequestFormValues(request=request.id, jit=request.jit, party=request.party, version=0)
        session.add(row)
    row.form, row.form_version, row.filled = form.key, form.version, values
    row.updated_by, row.updated_at, row.version = seat.id, clock.now(), row.version + 1
    await session.flush()
    told = await recipients.content_fields(session, seat, request)
    fact = RequestFormSaved(
        **told,
        form=form.key,
        form_version=form.version,
        sections=sections,
        values_sha256=await hash_of(session, row),
    )
    await journal.append(session, seat, fact)
    return True


async def hash_of(session: Reading, row: RequestFormValues) -> str:
    """Return the hash of the stored values of a form, as the database computes it."""
    query = select(func.hash_of_values(RequestFormValues.filled))
    query = query.where(RequestFormValues.request == row.request, RequestFormValues.form == row.form)
    return str(await session.scalar(query))


async def demand_complete(
    session: Reading, request: LegalRequest, *, incomplete: bool, reason: str | None, key: str | None = None
) -> None:
    """Check a form before it is sent, if it was begun: that with this key, or that which goes out with the request.

    Raises `Invalid`: required values are missing or a rule is broken, unless the member sends it so with a reason.
    """
    found = await _begun(session, request, key)
    if found is None:
        return
    form, _, filled = found
    missing, broken = checks.check(form, filled.values), checks.broken_rules(form, filled.values)
    if not missing and not broken:
        return
    if incomplete and reason is not None:
        return
    if incomplete:
        raise Invalid("Enter a reason for sending an incomplete form.", field="reason")
    told = [{"section": one.section, "path": one.path, "title": _titles(one.title)} for one in missing]
    rules = [{"section": one.section, "path": one.path, "reason": _titles(one.reason)} for one in broken]
    raise Invalid(
        Phrase(
            "The form lacks {missing} required values and breaks {broken} rules. Complete it, or send it as incomplete"
            " with a reason.",
            missing=len(missing),
            broken=len(broken),
        ),
        code="form-incomplete",
        field="incomplete",
        extra={"missing": told, "broken": rules},
    )


async def begun_values(
    session: Reading, request: LegalRequest, key: str | None = None
) -> tuple[str | None, Mapping[str, Any]]:
    """Return the key and the values of a form, as `demand_complete`; no key and no values if it was not begun."""
    found = await _begun(session, request, key)
    return (None, {}) if found is None else (found[0].key, found[2].values)


async def freeze(session: Writing, seat: Seat, request: LegalRequest, key: str | None = None) -> None:
    """Save the values of the case with the others, if a form was begun, because the form is fixed from now on."""
    found = await _begun(session, request, key)
    if found is not None:
        form, row, filled = found
        await _store(session, seat, request, form, row, _with_case(row.filled, filled.values))
        await _record_uses(session, seat, request)


def _with_case(saved: Mapping[str, Any], complete: Mapping[str, Any]) -> dict[str, Any]:
    """Return complete values, with the emptied fields of the saved ones."""
    values = dict(complete)
    for key, given in saved.items():
        if given is None:
            values.setdefault(key, None)
        elif isinstance(given, Mapping):
            inside = values.get(key)
            values[key] = _with_case(given, inside if isinstance(inside, Mapping) else {})
    return values


async def _begun(
    session: Reading, request: LegalRequest, key: str | None
) -> tuple[Form, RequestFormValues, Filled] | None:
    rows = await standing.rows_of(session, request.id)
    row = standing.main(rows) if key is None else rows.get(key)
    form = None if row is None else forms().get(row.form)
    if row is None or form is None:
        return None
    content, instrument = await _content(session, request), await instruments.known(session, request.instrument)
    roster = await rosters.of(session, request.jit)
    return form, row, await _filled(session, request, content, instrument, form, row, roster)


async def _filled(
    session: Reading,
    request: LegalRequest,
    content: RequestContent,
    instrument: Instrument | None,
    form: Form,
    row: RequestFormValues | None,
    roster: Roster,
) -> Filled:
    if row is not None and not standing.is_open(request, form, row):
        return filling.filled(form, row.filled, {})
    items = await drafting.items_of(session, request.id)
    known = await case.values_of(session, request, content, items, instrument, roster)
    return filling.filled(form, row.filled if row is not None else {}, catalogue.prefilled(form, known))


async def _proposed(
    session: Reading, request: LegalRequest, form: Form, row: RequestFormValues | None, filled: Filled
) -> Mapping[str, Any]:
    earlier = await proposals.earlier_values(session, request, form)
    return filling.proposals(form, {} if row is None else row.filled, filled.values, earlier)


def _form(request: LegalRequest, instrument: Instrument | None, rows: Rows, key: str | None) -> tuple[Form, list[Form]]:
    """Return a form of a request, and all that its instrument offers now. Raises `Conflict` without one, `Invalid`."""
    direction = Direction(request.direction)
    choices = catalogue.offered(() if instrument is None else instrument.forms, direction)
    if direction is Direction.OUT and drafting.is_editable(request):
        choices = [one for one in choices if one.follow_up is None]
    if key is not None:
        found = next((one for one in choices if one.key == key), None) or _sent_form(rows, key)
        if found is None:
            raise Invalid("The instrument has no such form. Choose one of its forms.", field="form")
        return found, choices
    usual = [one for one in choices if direction is Direction.IN or one.follow_up is None]
    main = standing.main(rows)
    saved = None if main is None else forms().get(main.form)
    answer = next((one for one in usual if one.key in rows), None)
    shown = answer or saved or next(iter(usual), None)
    if shown is None:
        raise Conflict("There is no form for the instrument of this request.", code="no-form")
    return shown, choices


def _sent_form(rows: Rows, key: str) -> Form | None:
    """Return a form that was sent after the request, also if its instrument does not offer it any more."""
    row = rows.get(key)
    return None if row is None or row.sent_at is None else forms().get(key)


async def _content(session: Reading, request: LegalRequest) -> RequestContent:
    query = select(RequestContent).where(RequestContent.request == request.id)
    found = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    if found is None:
        raise NotFound
    return found
