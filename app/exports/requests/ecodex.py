"""The folder for an e-CODEX connector, and the transport evidences that the connector gives back.

Names of the message properties: eu-LISA/domibusConnectorClient, `connector-client-fs-default-message.properties`. Names of
evidences and their elements: ETSI TS 102 640-2 (REM), schema `TS102640_v2.xsd` of e-CODEX/connector. The signature of an
evidence is not checked here.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from xml.parsers import expat

from app import clock

_NAMESPACE: Final = "http://uri.etsi.org/02640/v2#"
_EVENT: Final = "Event#"
#: Name of each evidence by its element and the end of its event code, as `RequestTransmission.receipt` has it.
RECEIPTS: Final[Mapping[tuple[str, str], str]] = {
    ("SubmissionAcceptanceRejection", "Acceptance"): "SubmissionAcceptance",
    ("SubmissionAcceptanceRejection", "Rejection"): "SubmissionRejection",
    ("RelayREMMDAcceptanceRejection", "Acceptance"): "RelayREMMDAcceptance",
    ("RelayREMMDAcceptanceRejection", "Rejection"): "RelayREMMDRejection",
    ("RelayREMMDFailure", "DeliveryExpiration"): "RelayREMMDFailure",
    ("DeliveryNonDeliveryToRecipient", "Delivery"): "Delivery",
    ("DeliveryNonDeliveryToRecipient", "NonDelivery"): "NonDelivery",
    ("DeliveryNonDeliveryToRecipient", "DeliveryExpiration"): "NonDelivery",
    ("RetrievalNonRetrievalByRecipient", "Retrieval"): "Retrieval",
    ("RetrievalNonRetrievalByRecipient", "RetrievalExpiration"): "NonRetrieval",
    ("RetrievalNonRetrievalByRecipient", "NonRetrievalExpiration"): "NonRetrieval",
}
#: Action of the message for each form; others are chosen by the sender.
ACTIONS: Final = {"eio_annex_a": "Eio_AnnexA_Submission", "eio_annex_b": "Eio_AnnexB_Submission"}
_README: Final = """\
Folder for an e-CODEX connector. Liaison sends nothing by itself.

message.properties: names as in the file storage of the connector client (eu-LISA/domibusConnectorClient).
Empty values depend on your access point. Complete them before you hand over the folder.
The business content in XML is not part of this folder, because its schema was not available.
"""
_PAPERS: Final = """\
papers.csv: papers of the request that you see. The column "missing" says why a paper has no files in this folder.
papers: files of the papers, by the number of the exhibit.
"""
_DEEPEST: Final = 40
_EVENT_CODE: Final = "EventCode"
_EVENT_TIME: Final = "EventTime"
_MESSAGE: Final = "SenderMessageDetails/UAMessageIdentifier"
_REASONS: Final = "EventReasons/EventReason/Details"


class Unreadable(ValueError):  # noqa: N818 - states the fact
    """The XML is no evidence of transport that is known here."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """An evidence of transport.

    Attributes:
        receipt: Its name, as steps of transmission have it.
        occurred_at: Time of the event.
        message: Identifier of the message at its sender, if the evidence has one.
        reasons: Reasons of a failure.
    """

    receipt: str
    occurred_at: datetime
    message: str | None
    reasons: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Contents of the folder, except for the files of papers.

    `number`: of the request; for a provider the name of the form. `papers`: number, title and kind of each paper, how many
    files it has in the folder, and why they are missing; `None` for a provider, who gets none.
    """

    number: str
    conversation: str
    form: str
    sender: str
    recipient: str
    pdf: bytes
    values: bytes
    papers: Sequence[tuple[str, str, str, str, str]] | None

    def files(self) -> dict[str, bytes]:
        """Return the files by their paths in the ZIP."""
        pdf = f"{self.number}.pdf"
        files = {
            "message.properties": self._properties(pdf),
            pdf: self.pdf,
            f"{self.number}.json": self.values,
            "README.txt": (_README if self.papers is None else _README + _PAPERS).encode(),
        }
        if self.papers is not None:
            files["papers.csv"] = _papers(self.papers)
        return {f"{self.number}/{name}": content for name, content in files.items()}

    def _properties(self, pdf: str) -> bytes:
        told = {
            "service": "",
            "serviceType": "",
            "action": ACTIONS.get(self.form, ""),
            "from.party.id": "",
            "from.party.role": "",
            "to.party.id": "",
            "to.party.role": "",
            "original.sender": self.sender,
            "final.recipient": self.recipient,
            "backend.message.id": self.conversation if self.papers is None else self.number,
            "conversation.id": self.conversation,
            "content.pdf.file.name": pdf,
            "content.xml.file.name": "",
            "detached.signature.file.name": "",
        }
        return "".join(f"{name}={_escaped(value)}\n" for name, value in told.items()).encode("ascii")


def _papers(papers: Sequence[tuple[str, str, str, str, str]]) -> bytes:
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("number", "title", "kind", "files", "missing"))
    # A spreadsheet would run a text that begins like a formula.
    writer.writerows([re.sub(r"^(?=[=+\-@\t\r])", "'", cell) for cell in row] for row in papers)
    return table.getvalue().encode()


def _escaped(value: str) -> str:
    r"""Return a value of a Java properties file: ASCII, with `\uXXXX` for other characters."""
    units = value.encode("utf-16-be")
    codes = (int.from_bytes(units[at : at + 2], "big") for at in range(0, len(units), 2))
    return "".join(chr(one) if " " <= chr(one) <= "~" and chr(one) != "\\" else f"\\u{one:04x}" for one in codes)


def read_evidence(xml: str) -> Evidence:
    """Return the evidence of an XML document.

    Raises `Unreadable`: it is no XML, declares a document type, is no evidence that is known here, or its time is outside
    the years that are stored.
    """
    texts = _Texts()
    try:
        texts.parse(xml)
    except expat.ExpatError as error:
        raise Unreadable from error
    event = texts.first(_EVENT_CODE).rpartition(_EVENT)[2]
    receipt = RECEIPTS.get((texts.root, event))
    try:
        occurred = datetime.fromisoformat(texts.first(_EVENT_TIME))
    except ValueError as error:
        raise Unreadable from error
    if receipt is None or occurred.utcoffset() is None or not clock.is_within(occurred):
        raise Unreadable
    message = texts.first(_MESSAGE) or None
    return Evidence(receipt, occurred, message, texts.all(_REASONS))


class _Texts:
    """Texts of the elements that an evidence is read from, without entities and document types.

    Other elements are passed over, so that time and memory grow with the length of the document only.
    """

    def __init__(self) -> None:
        self.root = ""
        self._path: list[str] = []
        self._found: dict[str, list[list[str]]] = {path: [] for path in (_EVENT_CODE, _EVENT_TIME, _MESSAGE, _REASONS)}
        self._names = {name for path in self._found for name in path.split("/")}

    def parse(self, xml: str) -> None:
        parser = expat.ParserCreate("UTF-8", " ")
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        is_final = True
        parser.Parse(xml.encode(), is_final)

    def first(self, path: str) -> str:
        return next(iter(self.all(path)), "")

    def all(self, path: str) -> list[str]:
        return [text for parts in self._found[path] if (text := "".join(parts).strip())]

    def _refuse(self, *_: object) -> None:
        raise Unreadable

    def _start(self, name: str, _attributes: Mapping[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if len(self._path) >= _DEEPEST or (not self._path and namespace != _NAMESPACE):
            raise Unreadable
        self.root = self.root or local
        self._path.append(local if namespace == _NAMESPACE and local in self._names else "")
        if (found := self._here()) is not None:
            found.append([])

    def _end(self, _: str) -> None:
        self._path.pop()

    def _text(self, text: str) -> None:
        if (found := self._here()) is not None:
            found[-1].append(text)

    def _here(self) -> list[list[str]] | None:
        """Return the texts of elements such as the current one; `None` for an element that is passed over."""
        return self._found.get("/".join(self._path[1:]))
