"""The fields that describe an exhibit, declared once. Pure.

Built from this list: forms and views (`api/evidence/views/fields.py`), registration, the ledger entry, its erasable
fields, and facts in export packages. `make generate` writes from it the grants (`schema/evidence/exhibit_fields.sql`)
and the fields of the page (`exhibitFields.gen.ts`).
`tests/evidence/test_exhibit_fields.py` compares it with columns, search and erasure.

A new optional field needs, besides its line here: a migration, a column of `Provenance`, words in
`frontend/src/i18n/words/vocabulary.*.ts` and `app/exports/document/words/*.json`, and its name in
`tests/ledger/test_facts.py`.

Not here: markings, evaluation, declared hashes and releases, which have rules of their own (`api/evidence/views/evidence.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class FieldType(StrEnum):
    """Type of the value of a field.

    A language is a code of ISO 639, a zone a name of the IANA database. Whole numbers are positive; the name of their
    field ends in its unit.
    """

    LINE = "line"
    PARAGRAPH = "paragraph"
    LANGUAGE = "language"
    MOMENT = "moment"
    ZONE = "zone"
    WHOLE_NUMBER = "whole_number"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitField:
    """One field of an exhibit, under the same name in tables, forms, views and ledger entries.

    Attributes:
        name: Its name. Entries keep it for ever.
        type: Type of its value.
        required: Whether every exhibit has it; of `handling_text`, every exhibit with H3.
        editable: Whether the originator may change it after registration. The former value stays in the ledger.
        erasable: Whether it can be erased from the entry of the registration (names, places, text about a person).
        in_document: Whether the document of an export package states it among the facts of the exhibit.
        in_case: Whether the CASE file states it in the description of the exhibit.
        in_search: Whether the search for exhibits finds its words.
        always_in_entry: Whether the entry of the registration contains it also when it is empty. False for fields that
            were added later: earlier entries do not have them.
        kinds: Kinds of exhibits that may have it; `None`: all.
    """

    name: str
    type: FieldType
    required: bool = False
    editable: bool = False
    erasable: bool = False
    in_document: bool = False
    in_case: bool = False
    in_search: bool = False
    always_in_entry: bool = True
    kinds: frozenset[str] | None = None


#: Column of `evidence`: visible at the level `listed`.
TITLE: Final = ExhibitField(
    name="title", type=FieldType.LINE, required=True, editable=True, erasable=True, in_document=True, in_search=True
)
#: Must stand with H3 and only with it; an edit cannot empty it.
HANDLING_TEXT: Final = ExhibitField(name="handling_text", type=FieldType.PARAGRAPH, required=True, editable=True)
#: Columns of `provenances`: visible from the level `readable` on.
OBTAINED: Final = (
    ExhibitField(
        name="description", type=FieldType.PARAGRAPH, editable=True, erasable=True, in_case=True, in_search=True
    ),
    ExhibitField(name="acquired_at", type=FieldType.MOMENT, required=True, in_document=True, in_case=True),
    ExhibitField(name="acquired_zone", type=FieldType.ZONE, in_document=True),
    ExhibitField(
        name="acquired_by",
        type=FieldType.LINE,
        required=True,
        editable=True,
        erasable=True,
        in_document=True,
        in_case=True,
    ),
    ExhibitField(
        name="place", type=FieldType.LINE, required=True, editable=True, erasable=True, in_document=True, in_case=True
    ),
    ExhibitField(name="legal_basis", type=FieldType.LINE, required=True, editable=True, in_document=True, in_case=True),
    HANDLING_TEXT,
    ExhibitField(
        name="content_language", type=FieldType.LANGUAGE, editable=True, in_document=True, always_in_entry=False
    ),
    ExhibitField(
        name="weight_grams",
        type=FieldType.WHOLE_NUMBER,
        editable=True,
        in_document=True,
        in_case=True,
        always_in_entry=False,
        kinds=frozenset({"physical"}),
    ),
)
FIELDS: Final = (TITLE, *OBTAINED)
BY_NAME: Final[Mapping[str, ExhibitField]] = {one.name: one for one in FIELDS}


def find_unfitting(kind: str, given: Mapping[str, object]) -> str | None:
    """Return the first of the given fields that has a value which exhibits of this kind cannot have."""
    for name, value in given.items():
        kinds = BY_NAME[name].kinds
        if value is not None and kinds is not None and kind not in kinds:
            return name
    return None
