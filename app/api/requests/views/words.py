"""A text of the reference data, in the languages of the interface."""

from app.api.schemas import View


class WordsView(View):
    """A text in the languages of the interface."""

    en: str
    fr: str
