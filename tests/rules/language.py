"""Check the language of documents, docstrings, dictionaries and commit subjects for `make check`.

    python -m tests.rules.language [PATH…]
    python -m tests.rules.language --dictionaries [PATH…]

Prints `path:line: what is wrong` for each finding and ends with status 1 if there is one. Without a path it reads
every file of the rules below, and the subjects of commits. Not checked: comments, private docstrings, tests.
With `--dictionaries` it reads the texts of the page, of the server and of documents instead (`dictionaries.py`).
"""

import ast
import re
import subprocess
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from tests.rules import dictionaries
from tests.support import repository

#: Words in a sentence. The rule is 25; a sentence is reported when it exceeds the rule and the tolerance.
SENTENCE: Final = 25
SENTENCE_TOLERANCE: Final = 5
#: Characters in the first line of a docstring. The rule is 100.
FIRST_LINE: Final = 100
FIRST_LINE_TOLERANCE: Final = 10
#: Characters in the subject of a commit.
SUBJECT: Final = 72

#: Openings that hide the subject of a sentence. Questions may begin with them.
BANNED_OPENINGS: Final = re.compile(r"(Who|What|Whose|Whoever|That which|Nobody who)(?![\w-])")

#: Patterns of words to replace, and the words to write. Only words that have one meaning in prose are listed.
SUBSTITUTIONS: Final = {
    r"hand-overs?": "handover",
    r"br(?:eak(?:s|ing)?|oke|oken)[ -](?:the[ -])?glass": "emergency access",
    r"filter seats?": "privilege reviewer",
    r"standing rules?": "default sharing rule",
    r"whereabouts": "physical custody",
    r"lines? for the press": "joint press statement",
    r"off the record": "chat",
    r"put on record": "record the decision",
    r"(?:says?|said) go": "confirm GO",
    r"rehearsals?": "exercise",
    r"while you slept": "catch-up summary",
    r"what waits for you": "pending actions",
    r"what concerns you": "notifications",
    r"deliberately": "the reason",
    r"told as": "reported as",
    r"mighty": "superuser",
    r"paper ledgers?": "reference ledger",
    r"nurser(?:y|ies)": "cluster",
}
#: The same for docstrings only: in documents these words can mean something else.
DOCSTRING_SUBSTITUTIONS: Final = {
    r"house": "application context, or what is meant",
}

MARKDOWN: Final = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/*.md",
    "docs/decisions/*.md",
    "app/demo/files/*.md",
)
DOCSTRINGS: Final = "app/**/*.py"
DICTIONARIES: Final = "frontend/src/**/*.??.ts"
#: Generated.
NOT_READ: Final = re.compile(r"docs/settings\.md")

_THIS_FILE: Final = "tests/rules/language.py"

_CODE: Final = re.compile(r"(`+).+?\1(?!`)")
_HIDDEN: Final = re.compile(r"<!--.*?-->|</?[a-z][^<>]*>|(?<=\])\([^()\s]*(?:\([^()]*\)[^()\s]*)?(?: \"[^\"]*\")?\)")
_FENCE: Final = re.compile(r"\s*(?:>\s*)?(```+|~~~+)")
_MARKER: Final = re.compile(r"\s*(?:>\s*)*(?:[-*+]|\d{1,3}[.)])\s+|\s*(?:>\s*)+")
_HEADING: Final = re.compile(r"#{1,6}\s+")
_NO_PROSE: Final = re.compile(r"\s*(?:\||\[[^\]]+\]:\s|>>>|\.\.\.(?:\s|$))")
#: A heading or an entry of Google style: `Args:`, `field: Name of …`.
_SECTION: Final = re.compile(r"\s*(?:Args|Attributes|Raises|Returns|Yields|Note|Source|Example)s?:\s*$")
_ENTRY: Final = re.compile(r"\s+\*{0,2}[A-Za-z_][\w.]*(?: \([^()]*\))?:\s+(?=\S)")
#: A module's line in a list of two columns: `keys          master key, JIT keys, file keys`.
_COLUMN: Final = re.compile(r"\s*\w+\s{2,}(?=\S)")
_BEFORE: Final = "*_[(\"'“\u2018"
_AFTER: Final = "*_])\"'”\u2019"
_END: Final = re.compile(rf"[.!?][{re.escape(_AFTER)}]*\s+(?=[{re.escape(_BEFORE)}]*[A-Z0-9À-Þ])")
#: A full stop that ends no sentence.
_ABBREVIATION: Final = re.compile(r"\b(?:(?:[A-Z]|cf|vs|approx|e\.g|i\.e)\.\s+\S|(?:Arts?|Nos?|para|ch|pp?)\.\s+\d)$")
_EMPTY_TEXT: Final = re.compile(r":\s*(?:''|\"\"|``)\s*(?=[,}]|$)", re.MULTILINE)


class Block(NamedTuple):
    """A paragraph, list item or heading.

    Attributes:
        lines: Number and text of each line.
        is_heading: Whether it is a heading, which may begin with any word.
    """

    lines: list[tuple[int, str]]
    is_heading: bool = False


class Sentence(NamedTuple):
    """A sentence and the line where it begins."""

    line: int
    text: str
    is_heading: bool


def markdown_blocks(text: str) -> Iterator[Block]:
    """Return the prose of a Markdown page: no code blocks, no tables."""
    block: list[tuple[int, str]] = []
    fence = ""
    for number, line in enumerate(text.splitlines(), 1):
        found = _FENCE.match(line)
        heading = None if fence else _HEADING.match(line)
        marker = None if fence else _MARKER.match(line)
        ends = fence or found or heading or marker or not line.strip() or _NO_PROSE.match(line)
        if ends and block:
            yield Block(block)
            block = []
        if fence or found:
            closes = found is not None and found[1].startswith(fence)
            fence = ("" if closes else fence) if fence else found[1] if found else ""
        elif heading:
            yield Block([(number, line[heading.end() :])], is_heading=True)
        elif line.strip() and not _NO_PROSE.match(line):
            block.append((number, line[marker.end() :] if marker else line.strip()))
    if block:
        yield Block(block)


def docstring_blocks(text: str, first: int) -> Iterator[Block]:
    """Return the prose of a docstring: no indented code, no section headings, entries without their names.

    Args:
        text: The docstring as it stands in the file.
        first: Line on which it begins.
    """
    block: list[tuple[int, str]] = []
    in_section = False
    indent = _indent(text)
    for number, line in enumerate(text.splitlines(), first):
        opens = _SECTION.match(line)
        entry = _ENTRY.match(line) if in_section else None
        marker = _MARKER.match(line) or (_COLUMN.match(line) if number > first else None)
        is_code = not block and number > first and not in_section and not marker and _indent_of(line) >= indent + 4
        if (opens or entry or marker or is_code or not line.strip() or _NO_PROSE.match(line)) and block:
            yield Block(block)
            block = []
        in_section = bool(opens) or (in_section and (not line.strip() or _indent_of(line) > indent))
        start = entry or marker
        if line.strip() and not opens and not is_code and not _NO_PROSE.match(line):
            block.append((number, line[start.end() :] if start else line.strip()))
    if block:
        yield Block(block)


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())


def _indent(docstring: str) -> int:
    return min((_indent_of(line) for line in docstring.splitlines()[1:] if line.strip()), default=0)


def _masked(block: Block) -> tuple[str, list[int]]:
    """Return a block as one line, and the offset of each of its lines. Inline code is one word, addresses are blank."""
    offsets = [0]
    for _, line in block.lines:
        offsets.append(offsets[-1] + len(line) + 1)
    text = _CODE.sub(lambda found: "X" * len(found[0]), " ".join(line for _, line in block.lines))
    return _HIDDEN.sub(lambda found: " " * len(found[0]), text), offsets[:-1]


def sentences(block: Block) -> Iterator[Sentence]:
    """Return the sentences of a block."""
    text, offsets = _masked(block)
    start = 0
    ends = [found.end() for found in _END.finditer(text) if not _ABBREVIATION.search(text[: found.end() + 1])]
    for end in [*ends, len(text)]:
        line = block.lines[bisect_right(offsets, start) - 1][0]
        yield Sentence(line, text[start:end].strip(), block.is_heading)
        start = end


def long_sentences(block: Block) -> Iterator[tuple[int, str]]:
    """Report sentences of too many words."""
    for line, text, _ in sentences(block):
        words = sum(any(letter.isalnum() for letter in word) for word in text.split())
        if words > SENTENCE + SENTENCE_TOLERANCE:
            yield line, f"sentence of {words} words: write at most {SENTENCE}"


def banned_openings(block: Block) -> Iterator[tuple[int, str]]:
    """Report sentences that begin with a banned opening."""
    for line, text, is_heading in sentences(block):
        found = BANNED_OPENINGS.match(text.lstrip(_BEFORE))
        if found and not is_heading and not text.rstrip(_AFTER).endswith("?"):
            yield line, f"sentence begins with “{found[1]}”: name the subject"


def substitutions(block: Block, table: dict[str, str]) -> Iterator[tuple[int, str]]:
    """Report words that the glossary replaces."""
    text, offsets = _masked(block)
    for found in re.finditer(rf"(?i)(?<![\w-])(?:{'|'.join(table)})(?![\w-])", text):
        line = block.lines[bisect_right(offsets, found.start()) - 1][0]
        instead = next(words for pattern, words in table.items() if re.fullmatch(pattern, found[0], re.IGNORECASE))
        yield line, f"“{found[0]}”: write {instead}"


def _prose(blocks: Iterable[Block], table: dict[str, str]) -> Iterator[tuple[int, str]]:
    for block in blocks:
        yield from long_sentences(block)
        yield from banned_openings(block)
        yield from substitutions(block, table)


def markdown(name: str, text: str) -> list[str]:
    """Check a Markdown page."""
    return [f"{name}:{line}: {words}" for line, words in sorted(_prose(markdown_blocks(text), SUBSTITUTIONS))]


def _public(
    node: ast.Module | ast.ClassDef,
) -> Iterator[ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return a module or class, its public classes and functions, and the public members of those classes."""
    yield node
    for member in node.body:
        if not isinstance(member, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if member.name.startswith("_") and not member.name.endswith("__"):
            continue
        if isinstance(member, ast.ClassDef):
            yield from _public(member)
        else:
            yield member


def docstrings(name: str, text: str) -> list[str]:
    """Check the docstrings of a module and of its public classes and functions."""
    found: list[tuple[int, str]] = []
    table = SUBSTITUTIONS | DOCSTRING_SUBSTITUTIONS
    for node in _public(ast.parse(text)):
        written = ast.get_docstring(node, clean=False)
        if not written:
            continue
        line = node.body[0].lineno
        characters = len(written.strip().partition("\n")[0])
        if characters > FIRST_LINE + FIRST_LINE_TOLERANCE:
            found.append((line, f"first line of {characters} characters: write at most {FIRST_LINE}"))
        found += _prose(docstring_blocks(written, line), table)
    return [f"{name}:{line}: {words}" for line, words in sorted(found)]


def dictionary(name: str, text: str) -> list[str]:
    """Check a dictionary of the page for empty texts."""
    lines = [text.count("\n", 0, found.start()) + 1 for found in _EMPTY_TEXT.finditer(text)]
    return [f"{name}:{line}: empty text" for line in lines]


def subject(commit: str, words: str) -> list[str]:
    """Check the subject of a commit."""
    found = []
    if len(words) > SUBJECT:
        found.append(f"commit {commit}: subject of {len(words)} characters: write at most {SUBJECT}")
    if words.endswith("."):
        found.append(f"commit {commit}: subject ends with a full stop")
    return found


def _git(root: Path, *words: str) -> list[str]:
    """Return the lines that a git command prints; none if it fails or there is no git."""
    try:
        run = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return []
    return run.stdout.splitlines()


def commits(root: Path) -> list[str]:
    """Check the subjects of the commits that descend from the one that added this check.

    Nothing is checked where git or the history is absent, as in an archive or a shallow clone.
    """
    if _git(root, "rev-parse", "--is-shallow-repository") != ["false"]:
        return []
    added = _git(root, "log", "--diff-filter=A", "--format=%H", "--", _THIS_FILE)
    if not added:
        return []
    later = _git(root, "log", "--no-merges", "--ancestry-path", "--format=%h %s", f"{added[-1]}..HEAD")
    return [words for line in later for words in subject(*line.split(" ", 1))]


def check(path: Path) -> list[str]:
    """Check a file by the rule for its kind."""
    rule = {".md": markdown, ".py": docstrings, ".ts": dictionary}[path.suffix]
    return rule(repository.name_of(path), path.read_text())


def files() -> list[Path]:
    """Return the files that are checked when none is named."""
    found = [
        path for pattern in (*MARKDOWN, DOCSTRINGS, DICTIONARIES) for path in sorted(repository.ROOT.glob(pattern))
    ]
    return [path for path in found if not NOT_READ.fullmatch(repository.name_of(path))]


def main(names: list[str]) -> int:
    """Print the findings.

    Args:
        names: Files to check, or folders of which the files are checked that the rules cover; all if empty.

    Returns:
        The status: 1 if there is a finding.
    """
    if names[:1] == ["--dictionaries"]:
        return _dictionaries(names[1:])
    named = [Path(name).resolve() for name in names]
    inside = [path for path in files() if not named or any(one in path.parents for one in named)]
    chosen = [*[path for path in named if path.is_file()], *inside]
    found = [words for path in chosen for words in check(path)] + ([] if named else commits(repository.ROOT))
    sys.stdout.writelines(f"{words}\n" for words in found)
    return 1 if found else 0


def _dictionaries(names: list[str]) -> int:
    """Print the findings in the texts below the named paths; all if none is named."""
    found = [words for words in dictionaries.report() if not names or words.startswith(tuple(names))]
    sys.stdout.writelines(f"{words}\n" for words in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
