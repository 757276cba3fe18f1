"""Words that belong in one place, and words that belong nowhere.

One commit (`database.py`), one clock and one source of ids (`clock.py`), one reader of the environment (`settings.py`);
no TODO, no skipped tests, no mocks, no names that say nothing.
"""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import repository

CLOCKS = re.compile(
    r"(^|\.)(datetime\.(now|utcnow|today|fromtimestamp|utcfromtimestamp)|date\.(today|fromtimestamp)"
    r"|time\.(time|time_ns|gmtime|localtime|strftime|ctime)|uuid\.uuid[1-8]|func\.(now|current_timestamp|gen_random_uuid))$"
)
CLOCK_NAMES = re.compile(r"^(time|time_ns|gmtime|localtime|uuid[1-8])$")
ENVIRONMENT = re.compile(r"^(os\.(environ|environb|getenv|putenv)|environ|getenv)(\.|$)")
SHRUGS = re.compile(r"Manager|Handler|Helper|Util|^Base")
LATER = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")
SKIPS = re.compile(r"\b(pytest|mark)\.(skip|skipif|xfail|importorskip)$")
SKIPS_IN_SCRIPTS = re.compile(r"\b(it|test|describe)\.(skip|only|todo|fails)\b")

#: The two reasons for which a test may skip: what lies in ../shared may be absent from a clone; root's case needs root.
REASONS = re.compile(r"shared data|when root starts it")
COMMITTING = {"app/database.py"}
#: The verifier stands alone.
TELLING_TIME = {"app/clock.py", "app/exports/verifier.py"}

Rule = Callable[[str, str], list[str]]


def _calls(text: str, name: str, pattern: re.Pattern[str], words: str) -> list[str]:
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Attribute | ast.Name)]
    spoken = [(node.lineno, repository.dotted(node)) for node in nodes]
    return [f"{name}:{line}: {words_said}: {words}" for line, words_said in spoken if pattern.search(words_said)]


def commits(name: str, text: str) -> list[str]:
    """`….commit` anywhere but in the unit of work, called or handed on."""
    if name in COMMITTING:
        return []
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Attribute) and node.attr == "commit"]
    return [f"{name}:{node.lineno}: only app/database.py commits" for node in nodes]


def clocks(name: str, text: str) -> list[str]:
    """A second clock or source of ids, by its full name or taken out of its module."""
    if name in TELLING_TIME:
        return []
    words = "app/clock.py is the only source of time and ids"
    taken = [
        f"{name}:{line}: from {module} import {what}: {words}"
        for line, module, what in repository.imported(ast.parse(text))
        if module in {"time", "uuid"} and CLOCK_NAMES.match(what)
    ]
    return taken + _calls(text, name, CLOCKS, words)


def environments(name: str, text: str) -> list[str]:
    """A second reader of the environment."""
    if name == "app/settings.py":
        return []
    words = "app/settings.py is the only reader of the environment"
    taken = [
        f"{name}:{line}: from os import {what}: {words}"
        for line, module, what in repository.imported(ast.parse(text))
        if module == "os" and what in {"environ", "environb", "getenv"}
    ]
    return taken + [offence for offence in _calls(text, name, ENVIRONMENT, words) if "os." in offence]


def shrugs(name: str, text: str) -> list[str]:
    """A class whose name says that its author did not know what it is."""
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ClassDef)]
    return [f"{name}:{node.lineno}: {node.name}: say what it is" for node in nodes if SHRUGS.search(node.name)]


def later(name: str, text: str) -> list[str]:
    """Work put off in a comment instead of done, left out whole or filed."""
    lines = enumerate(text.splitlines(), 1)
    return [f"{name}:{number}: nothing is left for later in the text" for number, line in lines if LATER.search(line)]


def skips(name: str, text: str) -> list[str]:
    """A test that does not run, for any but the two reasons."""
    words = "a test that is skipped proves nothing"
    if not name.endswith(".py"):
        lines = enumerate(text.splitlines(), 1)
        return [f"{name}:{number}: {words}" for number, line in lines if SKIPS_IN_SCRIPTS.search(line)]
    tree = ast.parse(text)
    excused = {
        id(node.func)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and SKIPS.search(repository.dotted(node.func))
        and REASONS.search(ast.unparse(node))
    }
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and id(node) not in excused]
    return [f"{name}:{node.lineno}: {words}" for node in nodes if SKIPS.search(repository.dotted(node))]


def mocks(name: str, text: str) -> list[str]:
    """A double that only plays back what the test told it."""
    found = [(line, module) for line, module, _ in repository.imported(ast.parse(text)) if "mock" in module.split(".")]
    return [f"{name}:{line}: {module}: doubles are working fakes" for line, module in found]


def looks(name: str, text: str) -> list[str]:
    """Playwright looking at the page by itself: the page's policy forbids that from the second look on."""
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Attribute)]
    found = [node.lineno for node in nodes if node.attr == "wait_for_function"]
    return [f"{name}:{line}: tests/support/pages/browser.py asks the page again (`until_holds`)" for line in found]


def _read(*folders: str, kinds: tuple[str, ...] = (".py",)) -> list[Path]:
    found = [path for path in repository.files(*folders, kinds=kinds) if path != Path(__file__)]
    assert len(found) > 10, "the rule reads next to nothing"
    return found


@pytest.mark.parametrize("rule", [commits, clocks, environments, shrugs], ids=lambda rule: rule.__name__)
def test_the_program_keeps_its_words(rule: Rule) -> None:
    read = [(repository.name_of(path), path.read_text()) for path in _read("app")]
    assert [offence for name, text in read for offence in rule(name, text)] == []


def test_tests_are_run_and_their_doubles_work() -> None:
    read = [(repository.name_of(path), path.read_text()) for path in _read("tests")]
    assert [
        offence for name, text in read for offence in skips(name, text) + mocks(name, text) + looks(name, text)
    ] == []
    scripts = repository.files("frontend/src", "frontend/tests", kinds=(".ts", ".tsx"))
    assert [offence for path in scripts for offence in skips(repository.name_of(path), path.read_text())] == []


def test_nothing_is_left_for_later() -> None:
    kinds = (".py", ".ts", ".tsx", ".css", ".mako", ".toml", ".html")
    read = _read("app", "tests", "migrations", "frontend", kinds=kinds)
    assert [offence for path in read for offence in later(repository.name_of(path), path.read_text())] == []


@pytest.mark.parametrize(
    ("rule", "sample"),
    [
        (commits, "async def f(session):\n    await session.commit()"),
        (commits, "def f(session):\n    return session.commit"),
        (clocks, "import datetime\nx = datetime.datetime.now(datetime.UTC)"),
        (clocks, "from datetime import datetime\nx = datetime.utcnow()"),
        (clocks, "import time\nx = time.time()"),
        (clocks, "from time import time as t"),
        (clocks, "from uuid import uuid4"),
        (clocks, "import uuid\ndef f(make=uuid.uuid1): ..."),
        (clocks, "from sqlalchemy import func\nx = func.now()"),
        (environments, "import os\nx = os.environ['HOME']"),
        (environments, "import os\nx = os.getenv('HOME')"),
        (environments, "from os import environ"),
        (shrugs, "class EvidenceManager: ..."),
        (shrugs, "class BaseService: ..."),
        (later, f"x = 1  # {'todo'.upper()}: think"),
        (skips, "@pytest.mark.skip\ndef test(): ..."),
        (skips, "needs = pytest.mark.skipif(SLOW, reason='it takes long')"),
        (skips, "def test():\n    pytest.xfail('some day')"),
        (mocks, "from unittest.mock import patch"),
        (mocks, "from unittest import mock\nimport unittest.mock"),
        (looks, "async def test(page): await page.wait_for_function('window.there')"),
    ],
)  # fmt: skip
def test_each_rule_bites(rule: Rule, sample: str) -> None:
    assert rule("app/sample.py", sample)


def test_a_script_that_skips_is_found() -> None:
    assert skips("frontend/tests/sample.test.ts", "it.only('works', () => {})")


def test_the_rules_let_pass_what_only_looks_alike() -> None:
    innocent = """
import time
from uuid import UUID
class Evidence:
    committed_at: str
def wait(clock):
    time.sleep(1)
    return clock.now(), clock.new_id(), UUID(int=1)
needs_data = pytest.mark.skipif(True, reason="the shared data are not beside this clone")
"""
    for rule in (commits, clocks, environments, shrugs, later, skips, mocks, looks):
        assert rule("app/sample.py", innocent) == []
