"""Readings of mail, office documents, tables, web pages and archives, made in the confined process, hostile files included."""

import io
import tarfile
import zipfile
from collections.abc import AsyncIterator
from email.message import EmailMessage
from hashlib import sha256

import pytest

from app.vault.rendering import renderer_process
from app.vault.rendering.readable.kinds import Reader
from app.vault.rendering.renderer_process import Answer

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SHEETS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


async def read(reader: Reader, content: bytes) -> tuple[str, Answer]:
    """The pages of a file in one text, and how the work ended."""
    pages = list[str]()

    async def bytes_of() -> AsyncIterator[bytes]:
        yield content

    async def keep(media_type: str, page: bytes) -> None:
        assert media_type == "text/plain"
        pages.append(page.decode())

    answer = await renderer_process.work("document", {"whole": True, "reader": reader}, bytes_of(), keep)
    return "".join(pages), answer


def archive(**parts: str | bytes) -> bytes:
    with io.BytesIO() as made:
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
            for name, content in parts.items():
                opened.writestr(name, content)
        return made.getvalue()


def document(body: str, **more: str) -> bytes:
    return archive(**{"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>", **more})


def workbook(rows: str, *, state: str = "visible") -> bytes:
    """One sheet. Style 1 is a date."""
    return archive(
        **{
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {SHEETS} xmlns:r="{RELATED}"><sheets><sheet name="Payments" sheetId="1" state="{state}" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{RELATED}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{RELATED}/styles" Target="styles.xml"/></Relationships>',
            "xl/styles.xml": f'<styleSheet {SHEETS}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
            "xl/worksheets/sheet1.xml": f"<worksheet {SHEETS}><sheetData>{rows}</sheetData></worksheet>",
        }
    )


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


async def test_a_mail_shows_its_headers_each_part_and_its_attachments() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Zoë Ämter <zoe@example.org>", "b@example.org", "Übergabe am Kai"
    mail["Received"] = "from relay.example by mx.example; Thu, 3 Dec 2026 10:00:00 +0100"
    mail.set_content("Heute nicht.\n")
    mail.add_alternative('<p>Heute <a href="http://evil.example/">bank.example</a></p><script>steal()</script>', "html")
    mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="Rechnung.pdf")
    inner = EmailMessage()
    inner["Subject"] = "The first message"
    inner.set_content("Tomorrow at nine.")
    mail.add_attachment(inner)
    text, answer = await read("mail", bytes(mail))
    assert answer == Answer(more=True, problem=None)  # the content of the PDF is not shown
    for shown in (
        "From: Zoë Ämter <zoe@example.org>\n",
        "Subject: Übergabe am Kai\n",
        "⟦part 1.1 · text/plain⟧\nHeute nicht.",
        "Heute ⟦link: http://evil.example/⟧bank.example",
        f"⟦part 2 · application/pdf · Rechnung.pdf · 8 bytes · SHA-256 {sha256(b'%PDF-1.7').hexdigest()}⟧",
        "Subject: The first message",
        "Tomorrow at nine.",
        "⟦all headers as received⟧\n",
        "Received: from relay.example by mx.example; Thu, 3 Dec 2026 10:00:00 +0100",
    ):
        assert shown in text
    assert "steal()" not in text


async def test_a_document_shows_text_tables_comments_and_what_was_deleted() -> None:
    body = (
        "<w:p><w:r><w:t>Paid to</w:t><w:tab/><w:t>Lena ⟦part 9⟧</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Date</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>5 EUR</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:del><w:r><w:delText>in cash</w:delText></w:r></w:del></w:p>"
    )
    comment = f"<w:comments {WORD}><w:comment><w:p><w:r><w:t>Who is Lena?</w:t></w:r></w:p></w:comment></w:comments>"
    text, answer = await read("office", document(body, **{"word/comments.xml": comment}))
    assert answer == Answer(more=False, problem=None)
    text, answer = await read("office", document(body, **{"word/comments.xml": comment, "word/media/a.png": "x"}))
    assert answer == Answer(more=True, problem=None)  # the picture is not shown
    assert text.startswith("⟦word/document.xml⟧\nPaid to\tLena ⟦U+27E6⟧part 9⟧\n")
    assert "Date  | 5 EUR  | \n" in text
    assert "⟦deleted: in cash⟧" in text
    assert "⟦word/comments.xml⟧\nWho is Lena?" in text
    assert "word/media/a.png | 1 bytes" in text


async def test_slides_stand_in_their_order() -> None:
    slides = {f"ppt/slides/slide{number}.xml": f"<a><p><t>Slide {number}</t></p></a>" for number in (10, 2, 1)}
    text, _ = await read("office", archive(**slides))
    assert text.index("Slide 1\n") < text.index("Slide 2\n") < text.index("Slide 10\n")


async def test_an_open_document_shows_its_paragraphs_and_spaces() -> None:
    content = (
        '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><x:h>Report</x:h>'
        '<x:p>Two<x:s x:c="2"/><x:span>spaces</x:span></x:p></o:document-content>'
    )
    text, _ = await read("office", archive(**{"content.xml": content}))
    assert "Report\nTwo  spaces\n" in text


async def test_a_spreadsheet_shows_numbers_dates_and_hidden_sheets() -> None:
    rows = (
        f'<row r="2">{cell("A2", "IBAN ⟦note⟧")}<c r="B2" s="1"><v>45992</v></c><c r="D2"><v>12.5</v></c>'
        '<c r="E2"><v>7</v></c><c r="F2" t="b"><v>1</v></c></row>'
    )
    text, answer = await read("table", workbook(rows, state="hidden"))
    assert answer == Answer(more=False, problem=None)
    assert text.startswith("⟦sheet: Payments · hidden⟧\n")
    assert "2 | IBAN ⟦U+27E6⟧note⟧ | 2025-12-01" in text  # day 45992 of the 1900 system
    assert "|  | 12.5 | 7 | TRUE\n" in text


async def test_a_page_shows_what_a_reader_sees_and_then_its_source() -> None:
    page = "<!doctype html><title>Shop</title><style>p{}</style><p>Buy&nbsp;here<p><img src=x.gif alt=Logo>"
    text, _ = await read("page", page.encode())
    seen, source = text.split("⟦source of the page⟧")
    assert "Buy here" in seen
    assert "⟦picture: Logo x.gif⟧" in seen
    assert "style" not in seen
    assert page in source


async def test_archives_are_listed_and_not_unpacked() -> None:
    listed, _ = await read("zip", archive(**{"a/\u202eexe.txt": "abc", "b.txt": ""}))
    assert "⟦archive with 2 entries" in listed
    assert "a/⟦U+202E⟧exe.txt | 3 bytes | " in listed
    with io.BytesIO() as made:
        with tarfile.open(fileobj=made, mode="w") as opened:
            one = tarfile.TarInfo("etc/passwd")
            one.type, one.linkname, one.mtime = tarfile.SYMTYPE, "../../shadow", 1_764_756_000
            opened.addfile(one)
        listed, _ = await read("tar", made.getvalue())
    assert "etc/passwd → ../../shadow | 0 bytes | 2025-12-03 10:00:00\n" in listed


async def test_a_text_that_is_no_mail_after_all_is_shown_as_it_is() -> None:
    deep = b"From: a\nContent-Type: multipart/mixed; boundary=b0\n\n" + b"".join(
        f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n".encode() for n in range(5_000)
    )
    text, answer = await read("mail", deep)
    assert answer.problem is None
    assert "boundary=b4999" in text


BOMB = f"<!DOCTYPE d [<!ENTITY a '{'x' * 1000}'>]><d><t>&a;</t></d>"
HOSTILE = {
    "cut off": ("office", document("<w:p/>")[:60]),
    "entities": ("office", archive(**{"word/document.xml": BOMB})),
    "ten levels of the same": ("office", archive(**{"word/document.xml": "<t>" * 2_000_000})),
    "no spreadsheet": ("table", archive(**{"xl/workbook.xml": "<"})),
    "no archive": ("zip", b"PK\x03\x04" + bytes(99)),
}


@pytest.mark.parametrize(("reader", "content"), HOSTILE.values(), ids=HOSTILE.keys())
async def test_a_file_that_is_not_what_it_seems_is_said_to_be_unreadable(reader: Reader, content: bytes) -> None:
    text, answer = await read(reader, content)
    assert answer.problem == "unreadable", text[:200]


async def test_a_table_with_a_million_rows_of_16_384_columns_ends_without_harm() -> None:
    rows = f'<row r="1">{cell("A1", "first")}</row><row r="1048576">{cell("XFD1048576", "last")}</row>'
    text, answer = await read("table", workbook(rows))
    assert answer.problem in {"memory", "broken", "unreadable"}
    assert "last" not in text


async def test_what_unpacks_without_end_is_shown_in_part() -> None:
    """300 MB of text in a document of 300 KB, and a mail of ten thousand parts."""
    text, answer = await read("office", document(f"<w:p><w:t>{'money ' * 50_000_000}</w:t></w:p>"))
    assert answer.problem in {None, "unreadable", "memory"}
    assert answer.more or answer.problem
    assert len(text) <= 16 * 128 * 1024
    part = b"--b\nContent-Type: text/plain\n\nx\n"
    text, answer = await read("mail", b"From: a\nContent-Type: multipart/mixed; boundary=b\n\n" + part * 10_000)
    assert "⟦9,000 more parts are not shown⟧" in text
