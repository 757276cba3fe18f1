"""Python files have at most 500 lines, TypeScript files 300, functions 50 without their docstrings.

Exempt: migrations, language dictionaries, generated code, and the one-file verifier, which an expert reads alone.
"""

import ast
from pathlib import Path

from tests.support import repository

FILE, SCRIPT, FUNCTION = 500, 300, 50
EXEMPT = {"app/exports/verifier.py"}
DICTIONARIES = (".en.ts", ".fr.ts")


def limit_of(name: str) -> int:
    """How many lines the file of this name may have."""
    return SCRIPT if name.endswith((".ts", ".tsx")) else FILE


def long_files(name: str, text: str) -> list[str]:
    lines = text.count("\n")
    return [f"{name}: {lines} lines, {limit_of(name)} are allowed"] if lines > limit_of(name) else []


def lines_of_docstring(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    return 0 if ast.get_docstring(node) is None else (first.end_lineno or 0) - first.lineno + 1


def long_functions(name: str, text: str) -> list[str]:
    offences = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1 - lines_of_docstring(node)
            if lines > FUNCTION:
                offences.append(f"{name}:{node.lineno}: {node.name} has {lines} lines, {FUNCTION} are allowed")
    return offences


def read() -> list[tuple[str, Path]]:
    python = [*repository.files("app", "tests", "bench")]
    script = [*repository.files("frontend", kinds=(".ts", ".tsx"))]
    named = [(repository.name_of(path), path) for path in python + script]
    return [(name, path) for name, path in named if name not in EXEMPT and not name.endswith(DICTIONARIES)]


def test_no_file_is_too_long() -> None:
    found = read()
    assert len(found) > 100, "the rule reads next to nothing"
    assert [offence for name, path in found for offence in long_files(name, path.read_text())] == []


def test_no_function_is_too_long() -> None:
    python = [(name, path) for name, path in read() if path.suffix == ".py"]
    assert [offence for name, path in python for offence in long_functions(name, path.read_text())] == []


def test_the_limits_bite_at_the_line_after_the_last() -> None:
    for name, limit in (("app/x.py", 500), ("tests/x.py", 500), ("frontend/src/x.tsx", 300)):
        assert long_files(name, "\n" * limit) == []
        assert long_files(name, "\n" * (limit + 1)) == [f"{name}: {limit + 1} lines, {limit} are allowed"]


def test_a_long_function_is_found_wherever_it_hides() -> None:
    body = "        pass\n" * 50
    assert long_functions("app/x.py", f"class A:\n    async def f(self):\n{body}") == [
        "app/x.py:2: f has 51 lines, 50 are allowed"
    ]
    assert long_functions("app/x.py", f"class A:\n    def f(self):\n{body[:-13]}") == []
