"""What names a person, a title or a justification is seen as it is: nothing hidden in it, and a person's as a leader confirmed it.

Free text and file names are kept as they came: they may be evidence.
"""

import unicodedata
from collections.abc import Iterator
from typing import Annotated, Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from app import characters
from app.api.schemas import Form
from app.exports.document.shown import shown
from tests.factories import accounts, evidence, messages, tasks
from tests.factories.evidence import WHY
from tests.factories.team import Person, Team, jit_form, party_form, read_json
from tests.support.databases.superuser import as_superuser
from tests.teams.test_members import NEW, confirm, propose, proposed, redeem
from tests.teams.test_seats_in_time import change

TURNED: Final = "Noor\u202eamezkeoH"
#: A text, and whether a name, a title or a justification may be it.
TEXTS: Final = {
    "Noor Hoekzema": True,
    "José Müller-O'Brien, 2nd": True,
    "Ж. 李 محمد": True,
    TURNED: False,
    "Noor\u2066Hoekzema": False,
    "Noor\u200bHoekzema": False,
    "Noor\u200dHoekzema": False,
    "Noor\u00adHoekzema": False,
    "Noor\ufeff": False,
    "Noor\u2028Hoekzema": False,
    "Noor\ue000": False,
    "Noor\U000e0041": False,
    "Noor\u0378": False,
    "Noor\u3164": False,
    "Noor\ufe0f": True,
    ".": False,
    "\u200b": False,
    "\u3164": False,
    "— …": False,
    "Noor\x07": False,
}
NOTICE: Final = (
    "purpose parents description identity_documents other_identifiers facts charge law exception_reason questions assessment"
    " assessment_basis object_data place method asset_link"
)
#: The only fields of requests in which text may hold hidden characters: what people describe, say, search, paste and send.
FREE: Final = {
    "AcceptanceForm": "email password",
    "AcquisitionForm": "errors notes",
    "ActionChangeForm": "team risk contingency",
    "ActionForm": "team risk contingency",
    "AnswerForm": "description handling_text conditions",
    "ApplicationForm": "cursor",
    "CommentForm": "text",
    "ConsentForm": "words",
    "CorrectionForm": "remarks",
    "BothFactorsForm": "password",
    "PasswordAgainForm": "password",
    "CredentialsForm": "email password",
    "RecoveryForm": "email password",
    "SignInForm": "email password",
    "CustodyEventForm": "remarks what",
    "DebriefForm": "text",
    "DeclaredHash": "value",
    "DescriptionFields": "description handling_text",
    "DescriptionForm": "description handling_text",
    "EntryQuery": "q cursor",
    "EventDetailsForm": "remarks",
    "EvidenceForm": "description handling_text",
    "EvidenceQuery": "q cursor",
    "EvidenceImportForm": "xml",
    "FieldConfirmationForm": "confirmation",
    "FieldErasureForm": "confirmation",
    "FlagForm": "exonerates",
    "GrantForm": "conditions",
    "HandoverAnswerForm": "remarks",
    "IdentifiersForm": "text",
    "ImportForm": "name document",
    "ImportNowForm": "name document",
    "ItemConditionsForm": "conditions",
    "MediaLineForm": "text",
    "MemberImportForm": "csv",
    "MessageForm": "text",
    "NoteForm": "text",
    "NoticeChallengeChangeForm": "decision remedy",
    "NoticeChallengeForm": "decision remedy",
    "NoticeChangeForm": NOTICE,
    "NoticeContentForm": NOTICE,
    "NoticeForm": NOTICE,
    "NoticeNeedsForm": NOTICE,
    "NoticeHitForm": "what",
    "NoticeImportForm": "document",
    "NoticeImportNowForm": "document",
    "OfferForm": "remarks",
    "OnRecordForm": "text",
    "PasswordForm": "current new",
    "RegistrationFields": "description",
    "ReportForm": "text",
    "RequestChangeForm": "facts offence legal_basis purpose confidentiality conditions",
    "RequestContentForm": "facts offence legal_basis purpose confidentiality conditions",
    "RequestForm": "facts offence legal_basis purpose confidentiality conditions",
    "RequestItemForm": "source_line description",
    "ResultForm": "text",
    "ScriptTokenForm": "password",
    "SetupForm": "password",
    "RegisterQuery": "q",  # a part of the number
    "SignatureForm": "signature",
    "SigningKeyForm": "public_key",
    "TaskChangeForm": "details",
    "TaskForm": "details",
    "ToldHashView": "value",
    "TranslationForm": "text",
    "ValueForm": "value",  # judged by the type of the record
    "WitnessForm": "vkey url",
}


def below(form: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for one in form.__subclasses__():
        yield one
        yield from below(one)


def takes(form: type[BaseModel], name: str, text: str) -> bool:
    """Whether a field, or each item of it, may be this text."""
    field = form.model_fields[name]
    annotation: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    for value in (text, [text], (text,)):
        try:
            TypeAdapter(annotation).validate_python(value)
        except ValidationError:
            continue
        return True
    return False


def test_hidden_characters_pass_in_free_text_alone() -> None:
    forms = {one for one in below(Form) if one.__module__.startswith("app.")}
    free = {one.__name__: [name for name in one.model_fields if takes(one, name, "a\u202eb")] for one in forms}
    assert {name: " ".join(fields) for name, fields in free.items() if fields} == FREE


async def test_texts_are_refused_by_the_field_and_the_character(team: Team) -> None:
    exhibit = await evidence.register(team, "noor")
    for text, passes in TEXTS.items():
        answers = {
            "name": await team.client("noor").patch("/api/me", json={"name": text}),
            "title": await tasks.try_assign(team, title=text),
            "justification": await evidence.open_it(team, "noor", exhibit, justification=text),
        }
        for field, answer in answers.items():
            invalid = answer.json()["errors"][0] if answer.status_code == 422 else {"field": "", "message": ""}
            assert (invalid["field"] == field) is not passes, (field, ascii(text), answer.text)
            named = [f"U+{ord(one):04X} ({unicodedata.name(one, 'without a name')})" for one in text]
            assert (
                passes or "a letter or a digit" in invalid["message"] or any(one in invalid["message"] for one in named)
            ), (ascii(text), invalid)


async def test_free_text_and_file_names_are_kept_as_they_came(team: Team) -> None:
    odd = "invoice\u202efdp.exe"
    exhibit = await evidence.register(team, "noor", description=odd)
    assert (await evidence.upload(team, "noor", exhibit, name=odd))["name"] == odd
    assert read_json(await evidence.see(team, "noor", exhibit))["description"] == odd
    channel = await messages.everybody(team)
    assert (await messages.say(team, "noor", channel, odd))["text"] == odd
    assert (await tasks.assign(team, details=odd))["details"] == odd


async def test_a_justification_may_have_lines(team: Team) -> None:
    exhibit = await evidence.register(team, "noor")
    opened = await evidence.open_it(team, "noor", exhibit, justification="First\n\tthen\nlast")
    assert opened.status_code != 422, opened.text


class TestAPersonsName:
    async def test_turned_around_passes_neither_proposal_nor_confirmation(self, team: Team) -> None:
        for email, name, field in ((NEW, TURNED, "name"), ("new\u202e@nl.test", "New", "email")):
            refused = await propose(team, email, name=name)
            assert [one["field"] for one in refused.json()["errors"]] == [field], refused.text
        member = await proposed(team)
        async with as_superuser(team) as superuser:  # as a version before this one let it in
            await superuser.execute("update members set name = $1 where code = $2", TURNED, member["code"])
        refused = await confirm(team, member | {"name": TURNED}, "noor")
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "name")

    async def test_in_custody_is_the_one_that_was_confirmed(self, team: Team) -> None:
        """Not the account's, whatever its person makes of that before and after."""
        (account,) = await accounts.make(team.context, [NEW])
        member = await proposed(team, name="Nadia Vos")
        async with await accounts.signed_in(team.app, account) as browser:
            read_json(await browser.patch("/api/me", json={"name": "Noor"}))
            assert read_json(await confirm(team, member, "noor"))["name"] == "Nadia Vos"
            read_json(await browser.patch("/api/me", json={"name": "Noo\u0433 Hoekzema"}))
            made = await browser.post(team.path("/evidence"), json=evidence.form())
            exhibit = read_json(made, 201)
        seated = (await team.entries("lena", "member.seated"))[-1]
        assert (seated["seat"], seated["fields"]["name"]["value"]) == ("NL-02", "Nadia Vos")
        entries = await evidence.custody(team, "noor", exhibit)
        assert {one["fields"]["actor"]["value"]["name"] for one in entries} == {"Nadia Vos"}

    async def test_that_another_leader_changed_meanwhile_is_not_confirmed(self, team: Team) -> None:
        await accounts.make(team.context, [NEW])
        member = await proposed(team, name="Nadia Vos")
        path, words = team.path(f"/members/{member['id']}/name"), {"name": "Nadia de Vos", "reason": WHY}
        read_json(await team.client("bram").put(path, json=words, headers={"If-Match": '"1"'}))
        refused = await confirm(team, member, "noor")
        assert (refused.status_code, refused.json()["code"]) == (412, "name-changed")
        assert refused.json()["current"] == {"code": member["code"], "name": "Nadia de Vos", "version": 2}
        assert (
            read_json(await confirm(team, refused.json()["current"] | {"id": member["id"]}, "noor"))["state"]
            == "seated"
        )

    async def test_of_a_proposal_without_one_is_entered_first(self, team: Team) -> None:
        await accounts.make(team.context, [NEW])
        member = await proposed(team)
        async with as_superuser(team) as superuser:  # as a version before this one made it
            await superuser.execute("update members set name = email where code = $1", member["code"])
        refused = await confirm(team, member | {"name": NEW}, "noor")
        assert (refused.status_code, refused.json()["code"]) == (409, "no-name")

    async def test_by_a_code_is_the_one_that_the_coordinator_gave(self, team: Team) -> None:
        read_json(await team.client("admin").post(team.path("/parties"), json=party_form("ES")), 201)
        (pilar,) = await accounts.make(team.context, ["pilar@es.test"])
        leader = Person("ES", "POL", ("leader",))
        member = await proposed(team, "pilar@es.test", leader, name="Pilar Echeandia")
        async with await accounts.signed_in(team.app, pilar) as browser:
            assert read_json(await redeem(browser, member["one_time_code"]))["name"] == "Pilar Echeandia"

    async def test_of_a_founder_is_seen_as_it_is(self, team: Team) -> None:
        async with as_superuser(team) as superuser:
            await superuser.execute("update accounts set name = $1 where email = 'coordinator@nl.test'", TURNED)
        refused = await team.client("coordinator").post("/api/jits", json=jit_form())
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "name")

    async def test_is_changed_by_a_leader_and_what_was_done_keeps_the_former(self, team: Team) -> None:
        before = await evidence.register(team, "daan")
        renamed = read_json(await change(team, "noor", "daan", "PUT", "/name", name="Daan Vries"))
        assert (renamed["name"], renamed["version"]) == ("Daan Vries", 3)
        after = await evidence.register(team, "daan")
        for exhibit, name in ((before, "Daan"), (after, "Daan Vries")):
            (entry,) = await evidence.custody(team, "noor", exhibit)
            assert entry["fields"]["actor"]["value"]["name"] == name
        (entry,) = await team.entries("lena", "member.renamed")
        said_of = {name: entry["fields"].get(name, {}).get("value") for name in ("former", "name", "reason")}
        assert said_of == {"former": "Daan", "name": "Daan Vries", "reason": None}, "why is its party's affair"

    async def test_is_nobodys_own_to_change_nor_that_of_who_all_agreed_to(self, team: Team) -> None:
        for whom, status, code in (
            ("noor", 403, "own-seat"),
            ("lena", 403, "other-party"),
            ("jit_auditor", 409, "agreed-name"),
        ):
            version = read_json(await team.client("noor").get(team.path("/members")))["items"]
            at = next(one["version"] for one in version if one["code"] == team.code(whom))
            refused = await change(team, "noor", whom, "PUT", "/name", version=at, name="Somebody")
            assert (refused.status_code, refused.json()["code"]) == (status, code)

    async def test_of_two_alphabets_is_told_with_its_letters(self, team: Team) -> None:
        assert (await proposed(team, name="N\u043e\u043er Hoekzema"))["mixed"] == [
            "\u043e U+043E (CYRILLIC SMALL LETTER O)"
        ]
        assert (await proposed(team, "other@nl.test", name="Noor Hoekzema"))["mixed"] == []


@pytest.mark.parametrize(
    ("name", "mixed"),
    [
        ("Noor Hoekzema", ""),
        ("José Müller", ""),
        ("\u0418\u0432\u0430\u043d \u041f\u0435\u0442\u0440\u043e\u0432", ""),
        ("\u039d\u03af\u03ba\u03bf\u03c2 \u03a3\u03c4\u03b1\u03c5\u03c1\u03af\u03b4\u03b7\u03c2", ""),
        ("田中 ひろし Tanaka", ""),
        ("\u039door", "\u039d"),
        ("\u0418v\u0430\u043d", "v"),
        ("\u041c\u0430r\u0430 Aebiseger", "\u041c\u0430"),
        ("Paul \u0412\u0430rr", "\u0412\u0430"),
        ("Noor\N{FULLWIDTH LATIN CAPITAL LETTER H}oek", "\N{FULLWIDTH LATIN CAPITAL LETTER H}"),
    ],
)
def test_letters_of_another_alphabet_are_found(name: str, mixed: str) -> None:
    assert characters.mixed_in(name) == list(mixed)


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.characters(exclude_characters="\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}"), min_size=1, max_size=40)
)
def test_a_name_that_was_accepted_survives_its_display(text: str) -> None:
    """It is accepted again as it is, and the document tells it from every other name."""
    try:
        name = characters.plain(text)
    except ValueError:
        return
    assert characters.plain(name) == name
    told = shown(name)
    for added in ("\N{ZERO WIDTH SPACE}", "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"):
        told = told.replace(added, "")  # the document's own: no name holds them
    for one in set(name):
        told = told.replace(
            f"\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}U+{ord(one):04X}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}",
            one,
        )
    assert told == name
