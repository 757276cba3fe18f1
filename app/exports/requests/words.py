"""Texts of the documents of legal requests, from `words/`."""

import json
from functools import cache
from pathlib import Path
from typing import Final

from app.i18n.phrases import Language

_FOLDER: Final = Path(__file__).parent / "words"


def word(key: str, language: Language, **values: object) -> str:
    """Return a text in a language, with values for its placeholders."""
    return _read(language)[key].format(**values)


@cache
def _read(language: Language) -> dict[str, str]:
    texts: dict[str, str] = json.loads((_FOLDER / f"{language}.json").read_text("utf-8"))
    return texts
