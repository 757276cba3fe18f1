"""Characters that no page shows, in a document made by others and in an entry that was made below the API: refused, or replaced, and never in
the way of an erasure.
"""

import json
from typing import Any, Final
from uuid import UUID

import pytest

from app.ledger import journal
from app.ledger.facts.evidence.imports import CustodyImported, EvidenceImported
from app.services.evidence import case_documents, case_plans
from tests.factories.case_document import PREFIXES, document, graph, imported, look
from tests.factories.evidence import custody, kinds, register, values
from tests.factories.team import Team, read_json
from tests.retention.test_fields_by_the_clock import over
from tests.retention.test_forgotten import rows
from tests.sharing.test_release_races import leading
from tests.support.databases.superuser import as_superuser

CORE: Final = "https://ontology.unifiedcyberontology.org/uco/core/"
ODD: Final = ("\u0000", "\u0007", "\ud800", "\udfff")
WORD: Final = "Wallet of R. Vos"


def renamed(context: dict[str, Any], kind: str = "q:Foo") -> str:
    """A document whose own context says what `q` is, and of whose object the type is called by it."""
    record = {
        "@id": "kb:record",
        "@type": "case-investigation:ProvenanceRecord",
        "uco-core:name": "A wallet",
        "uco-core:object": {"@id": "kb:z", "@type": kind},
    }
    return document([record], PREFIXES | context)


class TestADocument:
    async def test_whose_context_holds_them_is_refused(self, team: Team) -> None:
        for odd in ODD:
            for context, kind in (
                ({"q": CORE + odd}, "q:Foo"),
                ({"q": {"@id": CORE + odd}}, "q:Foo"),
                ({"Foo": f"uco-core:Foo{odd}"}, "Foo"),
            ):
                answer = await look(team, text=renamed(context, kind))
                assert (answer.status_code, "cannot be displayed" in answer.text) == (422, True), ascii(
                    (odd, answer.text)
                )
        read_json(await look(team, text=renamed({"q": CORE})))

    async def test_that_holds_them_elsewhere_is_shown_with_others_in_their_place(self, team: Team) -> None:
        nodes = graph()
        (content,) = [one for node in nodes for one in node.get("uco-core:hasFacet", ()) if one["@id"] == "kb:content"]
        content["uco-observable:hash"] = [
            {"@id": f"kb:h{place}", "uco-types:hashMethod": f"a{odd}b", "uco-types:hashValue": f"c{odd}"}
            for place, odd in enumerate(ODD)
        ]
        context = [PREFIXES, *(f"https://x.test/{odd}" for odd in ODD)]
        seen = read_json(await look(team, text=document(nodes, context)))
        assert {one["what"] for one in seen["unmapped"] if one["why"] == "hash"} == {"hash a\ufffdb"}
        assert {one for one in seen["warnings"] if "x.test" in one} == {
            "the context at https://x.test/\ufffd was not loaded; the usual prefixes apply"
        }
        await imported(team, text=document(nodes, context))

    def test_whose_names_hide_something_gives_titles_that_do_not(self) -> None:
        for name, title in (("Wal\u202etel", "Wal\ufffdtel"), ("\u200b.", "kb:r")):
            record = {"@id": "kb:r", "@type": "case-investigation:ProvenanceRecord", "uco-core:name": name}
            planned = case_plans.plan(case_documents.read(document([record])))
            assert [one.title for one in planned.exhibits] == [title]
            assert len(planned.warnings) == 1

    def test_whose_reference_is_no_id_leads_nowhere(self) -> None:
        """It was an error of the program."""
        record = {"@id": "kb:r", "@type": "case-investigation:ProvenanceRecord", "uco-core:name": "A wallet"}
        for odd in (["kb:x"], {"@id": "kb:x"}, 7, None):
            read = case_documents.read(document([record | {"uco-core:object": {"@id": odd}}]))
            assert [one.objects for one in case_plans.plan(read).exhibits] == [[]]


class TestAnEntry:
    async def test_that_holds_one_is_erased_with_its_exhibit(self, team: Team) -> None:
        """As an import made it before, or as SQL makes it: the erasure failed for ever, its keys gone and its certificate never written."""
        exhibit = await register(team, "noor", title=WORD)
        wanted = UUID(exhibit["id"])
        async with leading(team) as (session, seat):
            objects = [{"id": "z", "type": "\u0000Foo", "name": "R\\u0000\u0000\u0000"}]
            by = exhibit["exhibit_number"]
            made = EvidenceImported(
                evidence=wanted, claimed_by=by, source_number="\u0000", source_id="z", objects=objects
            )
            acted = CustodyImported(
                evidence=wanted,
                claimed_by=by,
                action="seized\u0000",
                performer="R. Vos\u0000",
                instrument=None,
                location=None,
                environment=None,
                started_at=None,
                ended_at=None,
                description=f"\u0000{WORD}",
                source_id="y",
                informed_by=[],
            )
            await journal.append(session, seat, made, acted)
        told = await over(team, exhibit)
        assert kinds(told)[-3:] == ["evidence.erasure_decided", "evidence.erased", "evidence.fields_erased"]
        gone = {one["position"] for one in values(told[-1])["erased_fields"]}
        places = {one["kind"]: one["position"] for one in await custody(team, "noor", exhibit)}
        assert {places["evidence.imported"], places["custody.imported"]} <= gone
        assert (await rows(team, exhibit))["title"] == exhibit["exhibit_number"]

    @pytest.mark.parametrize(
        ("said_so", "read"),
        [
            (r'"a"', "a"),
            (r'"a\u0000"', "a\ufffd"),
            (r'"\u0000\u0000b\u0000"', "\ufffd\ufffdb\ufffd"),
            (r'"a\\u0000"', r"a\u0000"),
            (r'"a\\\u0000\\u0000\u0000"', "a\\\ufffd\\u0000\ufffd"),
            (r'["\u0000", {"x\u0000": 1}]', ["\ufffd", {"x\ufffd": 1}]),
            ("no JSON", None),
            (r'"\ud800"', None),
        ],
    )
    async def test_is_read_by_the_database_whatever_it_holds(self, team: Team, said_so: str, read: Any) -> None:
        async with as_superuser(team) as superuser:
            found = await superuser.fetchval("select json_of($1)", said_so)
        assert (None if found is None else json.loads(found)) == read
