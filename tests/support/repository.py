"""The files of the repository that the source rules read. Not here: the rules (`tests/rules/`)."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent
#: Made by programs, fetched, or of this machine: no rule speaks of them.
_FOREIGN: Final = {"node_modules", "generated", "dist", ".venv", ".liaison", "__pycache__", ".git"}


def files(*folders: str, kinds: tuple[str, ...] = (".py",)) -> Iterator[Path]:
    """Files below `folders` of the project, by ending, in order."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in kinds and path.is_file() and _FOREIGN.isdisjoint(path.relative_to(ROOT).parts):
                yield path


def name_of(path: Path) -> str:
    """A file's name in a report: its path inside the project."""
    return path.relative_to(ROOT).as_posix()


def dotted(node: ast.AST) -> str:
    """`datetime.now` for the expression of that form; empty for anything that is not names and dots."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (inner := dotted(node.value)):
        return f"{inner}.{node.attr}"
    return ""


def imported(tree: ast.AST) -> Iterator[tuple[int, str, str]]:
    """Every import in a file: its line, the module, and the name taken from it (empty for the module itself)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, ""
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield node.lineno, "." * node.level + (node.module or ""), alias.name
