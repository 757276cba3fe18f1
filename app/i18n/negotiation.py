"""Choice of the language of an answer (RFC 9110, section 12.5.4)."""

from contextlib import suppress

from app.i18n.phrases import LANGUAGES, SOURCE, Language

_MOST_RANGES = 20


def spoken(tag: str) -> Language | None:
    """Return the language of a tag such as `fr-BE`; `None` if there is no catalogue for it."""
    primary = tag.strip().lower().partition("-")[0]
    return next((language for language in LANGUAGES if language == primary), None)


def preferred(accept_language: str | None, account: str | None = None) -> Language:
    """Return the language in which the client wants the answer.

    Args:
        accept_language: The header, such as `fr-BE, fr;q=0.9, en;q=0.5`.
        account: The account's language, used if the header is absent.
    """
    if not accept_language:
        return (spoken(account) if account else None) or SOURCE
    best, weight = SOURCE, 0.0
    for entry in accept_language.split(",")[:_MOST_RANGES]:
        tag, *parameters = entry.split(";")
        quality = _quality(parameters)
        language = SOURCE if tag.strip() == "*" else spoken(tag)
        if language is not None and quality > weight:
            best, weight = language, quality
    return best


def _quality(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            with suppress(ValueError):
                return min(1.0, max(0.0, float(value)))
            return 0.0
    return 1.0
