"""Names of files in archives that can be unpacked on Linux, Windows and macOS, inside their folder.

Every writer of an archive uses it. An ordinary name stays as it is.
Not here: names that a page or a document displays (`exports/document/shown.py`), and the name of a single download
(`api/ranges.py`).
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Final

from app import characters

#: Of a file or folder, in bytes of UTF-8: the limit of most file systems.
MOST_BYTES: Final = 255
#: For a file whose name has no character that can stay.
NAMELESS: Final = "file"
_SEPARATOR: Final = re.compile(r"[/\\]")
_UNSAFE: Final = re.compile(r'["*:<>?|]')
#: Characters without a glyph that words and emoji need: zero-width joiner and non-joiner.
_JOINERS: Final = "\u200c\u200d"
#: Control, format (bidirectional ones among them), surrogates, line and paragraph separators.
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
#: Devices of Windows: a file of this name, with any ending, cannot be created.
_DEVICE: Final = re.compile(
    r"(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3]) *(\..*)?", re.IGNORECASE
)
_MOST_ENDING: Final = 100

_is_hidden = lru_cache(maxsize=4096)(characters.is_hidden)


def safe_names(names: Sequence[str], reserved: Collection[str] = ()) -> list[str]:
    r"""Return the names as paths below the folder in which the archive is unpacked, each different.

    Names are equal if they differ only in case, in the form of Unicode, or in invisible characters. A number is added to
    an equal name, and to a name that is also a folder of another file.

    Args:
        names: Names as their senders gave them, with folders before `/` or `\`.
        reserved: Files in the first folder of the archive that come from elsewhere.
    """
    taken = {_key(one) for one in reserved}
    paths = [_path(name, taken) for name in names]
    folders = {_key(one) for one in {folder for path in paths for folder in _folders(path)}}
    used: defaultdict[str, int] = defaultdict(lambda: 1)  # the last number behind a name, so that none is tried twice
    found = list[str]()
    for path in paths:
        folder, slash, last = path.rpartition("/")
        stem, ending = _divided(last)
        safe, key = path, _key(path)
        first = key
        while key in taken or key in folders:
            used[first] += 1
            safe = f"{folder}{slash}{_fitted(stem, f' ({used[first]}){ending}')}"
            key = _key(safe)
        taken.add(key)
        found.append(safe)
    return found


def _path(name: str, taken: Collection[str]) -> str:
    """Return a name with safe segments. `taken`: files that are no folders."""
    *folders, last = _SEPARATOR.split(name)
    segments = [one for one in map(_segment, folders) if one]
    if segments and taken and _key(segments[0]) in taken:
        segments[0] += "_"
    return "/".join([*segments, _segment(last) or NAMELESS])


def _segment(text: str) -> str:
    """Return the name of a file or folder, or an empty text if nothing of it can stay."""
    visible = text if text.isprintable() else "".join("_" if _is_invisible(one) else one for one in text)
    safe = _UNSAFE.sub("_", visible).strip(". ")
    if _DEVICE.fullmatch(safe):
        safe = f"_{safe}"
    return _fitted(*_divided(safe))


def _is_invisible(one: str) -> bool:
    return one not in _JOINERS and unicodedata.category(one) in _INVISIBLE


def _divided(name: str) -> tuple[str, str]:
    """Return the name and all its endings: `a` and `.tar.gz`."""
    stem, dot, ending = name.partition(".")
    return (stem, dot + ending) if len(ending.encode()) < _MOST_ENDING else (name, "")


def _fitted(stem: str, ending: str) -> str:
    """Return stem and ending, with the stem cut so that both together have at most `MOST_BYTES`."""
    content, room = stem.encode(), MOST_BYTES - len(ending.encode())
    return stem + ending if len(content) <= room else content[:room].decode(errors="ignore").rstrip(". ") + ending


def _folders(path: str) -> Iterator[str]:
    """Yield the folders of a path: `a` and `a/b` of `a/b/c`."""
    for at, one in enumerate(path):
        if one == "/":
            yield path[:at]


def _key(path: str) -> str:
    """Return the same text for paths that a file system, or a reader, could take for each other."""
    if path.isascii():
        return path.casefold()
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", path).casefold())
    return "".join(one for one in folded if not _is_hidden(one))
