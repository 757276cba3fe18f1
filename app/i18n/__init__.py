"""Languages of the server's sentences.

phrases      sentences with values, and their translation
negotiation  choice of the language of an answer

`<language>/*.json` maps each English sentence to its translation, one file per domain. Placeholders have the same names.
The English sentence is written where it is used. `tests/rules/test_sentences.py` finds missing and stale translations.
"""
