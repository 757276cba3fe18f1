"""What is written about the house is true where a program can tell: links lead somewhere, decisions are complete."""

import re
from pathlib import Path

import pytest

from tests.rules import dictionaries
from tests.support import repository
from tests.support.pages import jobs

LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+\s+(.+?)\s*$", re.MULTILINE)
PARTS = ("\n\nStatus: ", "\n\n## Context\n\n", "\n\n## Decision\n\n", "\n\n## Consequences\n\n")
#: What a text of the page is filled with.
VALUE = re.compile(r"\{\{.+?\}\}")
#: Decisions that `docs/decisions/` may hold.
MOST = 40
#: Bytes of a picture of the tour.
PICTURE = 80_000


def documents() -> list[Path]:
    return [*sorted(repository.ROOT.glob("*.md")), *repository.files("docs", kinds=(".md",))]


def anchors(text: str) -> set[str]:
    """The anchors that a page's headings make, as GitHub and its likes do."""
    plain = [re.sub(r"[`*_]|\[|\]\([^)]*\)", "", heading).lower() for heading in HEADING.findall(FENCE.sub("", text))]
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in plain}


def dead_links(page: Path) -> list[str]:
    """Links of a page that lead to no file or no heading. Addresses elsewhere are not visited."""
    text = page.read_text()
    dead = []
    for target in LINK.findall(FENCE.sub("", text)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        reached = page if not path else (page.parent / path).resolve()
        lost = anchor and reached.suffix == ".md" and reached.exists() and anchor not in anchors(reached.read_text())
        if not reached.exists() or lost:
            dead.append(f"{page.name}: {target}")
    return dead


def missing_parts(text: str) -> list[str]:
    """Return the parts that a decision lacks."""
    return [part.strip() for part in PARTS if part not in text]


def test_every_link_leads_somewhere() -> None:
    pages = documents()
    assert {"README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "status.md"} <= {page.name for page in pages}
    assert [dead for page in pages for dead in dead_links(page)] == []


def test_every_decision_is_complete_and_has_its_own_number() -> None:
    index = repository.ROOT / "docs" / "decisions" / "README.md"
    pages = sorted(page for page in index.parent.glob("*.md") if page != index)
    assert 0 < len(pages) <= MOST
    assert len({page.name[:2] for page in pages}) == len(pages)
    assert all(re.fullmatch(r"\d\d-[a-z0-9-]+\.md", page.name) for page in pages)
    assert {page.name: missing for page in pages if (missing := missing_parts(page.read_text()))} == {}
    assert [page.name for page in pages if f"]({page.name})" not in index.read_text()] == []


def lost_tests(text: str) -> list[str]:
    """Tests that a page names, by file or by file and name, and that are not there."""
    lost = []
    for path, name in re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", text):
        file = repository.ROOT / path
        if not file.exists() or (name and f"def {name}(" not in file.read_text()):
            lost.append(f"{path}::{name}")
    return lost


def test_every_rule_of_access_names_tests_that_are_there() -> None:
    text = (repository.ROOT / "docs" / "access.md").read_text()
    rules = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| rule |")]
    assert len(rules) > 30
    assert [rule for rule in rules if "`tests/" not in rule] == []
    assert lost_tests(text) == []
    assert lost_tests("`tests/rules/test_docs.py::test_gone` `tests/rules/test_docs.py`") == [
        "tests/rules/test_docs.py::test_gone"
    ]


def test_every_rule_of_legal_requests_has_a_source_and_names_tests_that_are_there() -> None:
    text = (repository.ROOT / "docs" / "requests.md").read_text()
    tables = re.findall(r"^\| Rule \| Source \| Test \|\n\|[-|]+\n((?:\|.*\n)+)", text, re.MULTILINE)
    rules = [line.split(" | ") for table in tables for line in table.splitlines()]
    assert len(rules) > 60
    assert [cells for cells in rules if len(cells) != 3 or not cells[1].strip() or "`tests/" not in cells[2]] == []
    assert lost_tests(text) == []


def unused_pictures(text: str, folder: Path) -> list[str]:
    """Pictures in a folder beside a page that the page does not show, and pictures that it shows twice."""
    shown = re.findall(rf"!\[[^\]]+\]\({folder.name}/([^)]+)\)", text)
    return sorted({path.name for path in folder.iterdir()} - set(shown)) + sorted(
        {name for name in shown if shown.count(name) > 1}
    )


def unknown_labels(text: str, labels: list[str]) -> list[str]:
    """Words in italics that no label has. A label may hold a value: `Register and share with {{count}} party`."""
    telling = [one for one in labels if "{{" not in one or re.search(r"\w{4}", VALUE.sub("", one))]
    patterns = [".+".join(map(re.escape, VALUE.split(label))) for label in telling]
    plain = re.sub(r"!?\[[^\]]*\]\([^)]*\)|`[^`]*`", "", FENCE.sub("", text))
    found = re.findall(r"(?<![*\w])\*([^*]+)\*(?![*\w])", plain)
    return [one for one in found if not any(re.fullmatch(pattern, " ".join(one.split())) for pattern in patterns)]


def test_tour_shows_every_picture_and_names_labels_of_the_page() -> None:
    page = repository.ROOT / "docs" / "tour.md"
    pictures, text = page.parent / "tour", page.read_text()
    assert unused_pictures(text, pictures) == []
    assert {path.name: path.stat().st_size for path in pictures.iterdir() if path.stat().st_size > PICTURE} == {}
    labels = [one.words for one in dictionaries.texts() if one.language == "en"]
    assert unknown_labels(text, [*labels, "italics", "Operation Lantern"]) == []
    limits = [int(number) for number in re.findall(r"^At most (\d+) actions", text, re.MULTILINE)]
    asked = (jobs.MOST_TO_FOUND, jobs.MOST_TO_REGISTER, jobs.MOST_TO_ANSWER, jobs.MOST_FOR_A_DAY, jobs.MOST_TO_EXPORT)
    assert limits == list(asked)


def test_an_unused_picture_and_an_unknown_label_are_found(tmp_path: Path) -> None:
    for name in ("used.webp", "twice.webp", "unused.webp"):
        (tmp_path / name).touch()
    text = "".join(f"![x]({tmp_path.name}/{name}.webp)\n" for name in ("used", "twice", "twice"))
    assert unused_pictures(text, tmp_path) == ["unused.webp", "twice.webp"]
    labels = ["Save", "Confirm {{count}} members"]
    assert unknown_labels("*Save*, *Confirm 2\nmembers*, *Gone*, `*code*`, **bold**", labels) == ["Gone"]


@pytest.mark.parametrize("target", ["gone.md", "#nowhere", "here.md#nowhere", "../outside.md", "docs/"])
def test_a_dead_link_is_found(target: str, tmp_path: Path) -> None:
    (tmp_path / "here.md").write_text("# Here\n\n## A part, `named`\n")
    page = tmp_path / "page.md"
    page.write_text(f"# Page\n[x]({target}) [y](here.md#a-part-named) [z](https://example.org/) [w](#page)\n")
    assert dead_links(page) == [f"page.md: {target}"]


def test_an_incomplete_decision_is_found() -> None:
    assert missing_parts("# Title" + "".join(f"{part}Text." for part in PARTS)) == []
    assert missing_parts("# Title\n\nStatus: accepted\n\n## Decision\n\nText.") == ["## Context", "## Consequences"]
