"""Find the English sentences of the server, which the catalogues in `app/i18n` translate.

A sentence is a string that begins with a capital letter or a placeholder and ends with a full stop, the template of a
`Phrase`, or the title of a refusal. Docstrings and the descriptions of the API document are none.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from tests.support import repository

_SOURCES: Final = (
    "app/database.py",
    "app/errors.py",
    "app/characters.py",
    "app/realtime/**/*.py",
    "app/api/**/*.py",
    "app/access/**/*.py",
    "app/reference/*.py",
    "app/ledger/**/*client.py",
    "app/identifiers/**/*.py",
    "app/identity/**/*.py",
    "app/services/**/*.py",
    "app/vault/**/*.py",
)
#: The API document, words of the program's own tests and processes, and forms, which hold both languages themselves.
_NOT_READ: Final = re.compile(r"app/api/(documents|page)\.py|app/vault/renderer.*\.py|app/access/requests/forms/.*\.py")
_SENTENCE: Final = re.compile(r"(?:[A-Z]|\{\w+\}(?:\.|:? )).*[.}]", re.DOTALL)
_DOMAIN: Final = re.compile(r"app/(?:(?:api|services|access)/(?=\w+/)|(?=(?:reference|identifiers)/))(\w+)/")


class Sentence(NamedTuple):
    """A sentence and the place where it is written."""

    text: str
    file: str
    line: int

    @property
    def domain(self) -> str:
        """Return the domain whose catalogue holds it."""
        found = _DOMAIN.match(self.file)
        return found[1] if found else "general"


def sentences() -> list[Sentence]:
    """Return all sentences, in the order of files and lines."""
    paths = {path for pattern in _SOURCES for path in repository.ROOT.glob(pattern)}
    named = sorted((repository.name_of(path), path) for path in paths)
    return [one for name, path in named if not _NOT_READ.fullmatch(name) for one in _in_file(name, path)]


def _in_file(name: str, path: Path) -> Iterator[Sentence]:
    tree = ast.parse(path.read_text())
    yield from (Sentence(text, name, line) for line, text in _Finder().found_in(tree))


class _Finder(ast.NodeVisitor):
    def __init__(self) -> None:
        self._found: list[tuple[int, str]] = []

    def found_in(self, tree: ast.Module) -> list[tuple[int, str]]:
        self.visit(tree)
        return sorted(self._found)

    def visit_Constant(self, node: ast.Constant) -> None:
        if (
            isinstance(node.value, str) and " " in node.value and _SENTENCE.fullmatch(node.value)
        ) or node.value == "Required.":
            self._found.append((node.lineno, node.value))

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id == "Phrase" and isinstance(node.args[0], ast.Constant):
            self._found.append((node.lineno, str(node.args[0].value)))
            node.args.pop(0)
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring
            self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """An f-string is no sentence: its template cannot be translated."""

    def visit_keyword(self, node: ast.keyword) -> None:
        if node.arg not in {"description", "summary", "responses"}:
            self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for statement in node.body:
            if isinstance(statement, ast.Assign):
                self._found += ((statement.lineno, title) for title in _titles(statement))
        self.generic_visit(node)


def _titles(statement: ast.Assign) -> Iterator[str]:
    """Return the titles in `title = …` and in `status, title, code = …` of a class."""
    target, value = statement.targets[0], statement.value
    names = target.elts if isinstance(target, ast.Tuple) else [target]
    values = value.elts if isinstance(value, ast.Tuple) else [value]
    for name, given in zip(names, values, strict=False):
        if isinstance(name, ast.Name) and name.id == "title" and isinstance(given, ast.Constant):
            yield str(given.value)
