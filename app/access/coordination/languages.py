"""Languages of tasks, as BCP 47 tags: those of the Union, its neighbours, and others often interpreted.

Not here: their names, which the web application has in its own languages.
"""

from typing import Literal

Language = Literal[
    "ar", "az", "be", "bg", "bs", "ca", "ckb", "cs", "da", "de", "de-AT", "de-CH", "el", "en", "en-GB", "en-IE", "es", "et",
    "eu", "fa", "fi", "fr", "fr-BE", "fr-CH", "fr-LU", "ga", "gl", "he", "hi", "hr", "hu", "hy", "is", "it", "it-CH", "ja",
    "ka", "kk", "kmr", "ko", "lb", "lt", "lv", "mk", "mt", "nb", "nl", "nl-BE", "nn", "pl", "prs", "ps", "pt", "pt-BR", "ro",
    "rom", "ru", "sk", "sl", "so", "sq", "sr-Cyrl", "sr-Latn", "sv", "sv-FI", "ti", "tr", "uk", "ur", "uz", "vi", "zh-Hans",
    "zh-Hant",
]  # fmt: skip
