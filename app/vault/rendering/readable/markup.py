"""Text of web pages, with the addresses of links and pictures. Scripts do not run, and nothing is fetched."""

from html.parser import HTMLParser
from typing import Final

from app.vault.rendering.readable.marks import note, quoted

_LINES: Final = frozenset(
    {"address", "article", "blockquote", "br", "dd", "div", "dt", "figure", "footer", "form", "h1", "h2", "h3", "h4"}
    | {"h5", "h6", "header", "hr", "li", "main", "nav", "ol", "option", "p", "pre", "section", "table", "tr", "ul"}
)
_SILENT: Final = frozenset({"script", "style", "template", "noscript"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element: a new line, an address, or text that nobody sees."""
        given = dict(attrs)
        if tag in _SILENT:
            self._silent += 1
        elif tag in _LINES:
            self.found.append("\n")
        elif tag in {"td", "th"}:
            self.found.append(" | ")
        elif tag == "a" and given.get("href"):
            self.found.append(note(f"link: {given['href']}"))
        elif tag == "img":
            self.found.append(note(f"picture: {given.get('alt') or ''} {given.get('src') or ''}"))

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _LINES:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        """Take text; runs of white space count as one."""
        if not self._silent and data:
            lead, trail = " " * data[0].isspace(), " " * data[-1].isspace()
            self.found.append(lead + quoted(" ".join(data.split())) + trail)


def read(source: str) -> str:
    """Return the text of a page, without empty lines in a row."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    lines = [line.strip() for line in "".join(reader.found).split("\n")]
    return "\n".join(line for at, line in enumerate(lines) if line or (at and lines[at - 1])) + "\n"
