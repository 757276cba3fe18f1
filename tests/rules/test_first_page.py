"""The first page has at most 300 KB on the wire: entry and its static imports, style sheets and fonts, as they are sent."""

import re
from pathlib import Path
from typing import Final

from tests.support import repository

DIST: Final = repository.ROOT / "frontend" / "dist"
LIMIT: Final = 300_000
#: The faces of the first screen: regular and semibold text, and numbers of exhibits.
FACES: Final = ("sans-latin-400-normal", "sans-latin-600-normal", "mono-latin-400-normal")


def scripts(dist: Path) -> set[Path]:
    """The modules that `index.html` loads, and those that they import at once."""
    page = (dist / "index.html").read_text()
    todo = re.findall(r'(?:src|href)="(/assets/[^"]+\.js)"', page)
    found = set[Path]()
    while todo:
        path = dist / todo.pop().lstrip("/")
        if path not in found:
            found.add(path)
            imports = re.findall(r'(?:\bfrom|\bimport)\s*"\./([^"]+\.js)"', path.read_text())
            todo.extend(f"/assets/{name}" for name in imports)
    return found


def first_page(dist: Path) -> dict[str, int]:
    """Bytes on the wire by file name: text in Brotli, fonts as they are."""
    page = (dist / "index.html").read_text()
    styles = [dist / path.lstrip("/") for path in re.findall(r'href="(/assets/[^"]+\.css)"', page)]
    fonts = [next(dist.glob(f"assets/ibm-plex-{face}-*.woff2")) for face in FACES]
    texts = [*scripts(dist), *styles]
    sent = {path.name: Path(f"{path}.br").stat().st_size for path in texts}
    return sent | {path.name: path.stat().st_size for path in [dist / "index.html", *fonts]}


def test_first_page_is_at_most_300_kilobytes() -> None:
    assert (DIST / "index.html").is_file(), "the page is not built: make page"
    sizes = first_page(DIST)
    assert len(sizes) >= len(FACES) + 3, "the rule reads next to nothing"
    assert sum(sizes.values()) <= LIMIT, sorted(sizes.items(), key=lambda one: -one[1])
