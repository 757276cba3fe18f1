"""Rules for the texts of the page and of the server, in English and in French.

Texts are the values of the page's dictionaries (`*.en.ts`, `*.fr.ts`), the refusals of the server and their translations
(`app/i18n`), the terms that both say (`app/i18n/terms`) and the words of documents (`app/exports/document/words`). `tests/rules/language.py` prints the findings.
In the reference data and the forms of requests, which hold both languages, only the apostrophes are checked.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from tests.support import repository, sentences

#: Words in a sentence. The rule is 20; a sentence is reported when it exceeds the rule and the tolerance.
SENTENCE: Final = 20
SENTENCE_TOLERANCE: Final = 4

PAGE: Final = ("frontend/src/**/*.en.ts", "frontend/src/**/*.fr.ts", "frontend/src/i18n/??/*.ts")
DOCUMENTS: Final = "app/exports/document/words/??.json"
CATALOGUES: Final = "app/i18n/??/*.json"
TERMS: Final = "app/i18n/terms/*.??.json"
#: Files with English and French texts side by side.
BILINGUAL: Final = (
    "app/reference/*.json",
    "app/reference/forms/*.json",
    "app/access/requests/routes.json",
    "app/access/requests/forms/*.py",
)

#: English patterns to replace, and the words to write. Case is ignored.
ENGLISH: Final = {
    r"what waits for you|waits? for you|something needs you": "pending actions, action required",
    r"while you slept": "catch-up summary",
    r"what concerns you|how you are told": "notifications, notification settings",
    r"seats?|seated|unseated|seating": "member",
    r"things?": "exhibit, item",
    r"standing rules?": "default sharing rule",
    r"hand-overs?": "handover",
    r"whereabouts|in the hands of|in hand": "physical custody, custodian",
    r"filter seats?|name filter|verdicts?": "privilege reviewer, decision",
    r"let (?:it )?in": "approve",
    r"br(?:eak(?:s|ing)?|oke|oken)[ -](?:the[ -])?glass|the glass": "emergency access",
    r"exonerat\w+": "potentially exculpatory",
    r"(?:put|puts|putting) right": "correct",
    r"ledgers?": "audit log",
    r"bundles?": "export package",
    r"witness(?:es)?": "log co-signer",
    r"nobody's work": "awaiting acceptance",
    r"rehearsals?": "exercise",
    r"ticker": "operations log",
    r"do not touch": "deconfliction list",
    r"lines? for the press|media lines?": "joint press statement",
    r"put away|put back|take back|took back|taken back|takes back": "archive, return, delete or cancel",
    r"off the record|on record|on the record": "chat, decision",
    r"talk": "chat",
    r"says? go|said go|no go": "confirm GO, No-go",
    r"give a task|gave a task": "new task, assign",
    r"anew": "again",
    r"stands? so|reads? so": "already has that value",
    r"beyond the union": "third country",
    r"told as|as told": "reported as",
    r"this house": "external service, this server",
    r"begun": "started",
    r"perhaps privileged": "potentially privileged",
    r"in your papers|in the papers": "reported",
    r"renditions?": "preview",
}
#: English texts that are a level of access, an act or a heading by themselves, and the words to write.
ENGLISH_LABELS: Final = {
    "Situation": "Overview",
    "Listed": "Metadata only",
    "Readable": "View only",
    "Held": "View and download",
    "Nothing": "No access",
    "Say": "Send",
    "Correct": "Edit details",
    "Happened": "Time of event",
    "What happens": "Activity",
    "Acts": "Audit log",
}
#: Words in a text that is a heading, such as *What will happen*.
_HEADING: Final = 3
BANNED_OPENINGS: Final = re.compile(r"(Who|What|Whose|Whoever|That which|Nobody who)(?= )")

#: French patterns to replace, and the words to write. Case is ignored.
FRENCH: Final = {
    r"bris de glace|bris[ée]e?s? la glace|la glace": "accès d'urgence",
    r"sommeil": "depuis votre dernière connexion",
    r"sièges?": "membre",
    r"sceaux?": "scellé",
    r"communiquée?s? comme (?:signalée?|détenue?|lisible)": "référence seule, consultation, téléchargement",
    r"vers(?:er|ez|ée?s?)(?!.*(?:proc[ée]d|dossier|juridiction))": "téléverser, apporter",
    r"chefs? d'équipe": "responsable",
    r"chaînes? de (?:conservation|garde|possession)": "traçabilité",
    r"(?:prendre|pris|prise|prenez) l'original|copies? (?:est|sont) sorties?": "télécharger l'original, copie détenue par",
    r"(?<!filtres du )(?<!demande au )registres?(?! des demandes)": "journal d'audit",
    r"témoins?": "cosignataire du journal",
    r"verdicts?": "décision",
    r"disculp\w+": "à décharge",
    r"répétitions?(?! de la| s)": "exercice",
    r"entre les mains de|en mains?": "dépositaire",
    r"règles? permanentes?": "règle de communication par défaut",
    r"(?:dire|dit|dites) (?:« )?go": "confirmer GO",
    r"rien n'a été (?:dit|changé)": "rien n'a été enregistré, ou omettre",
}
FRENCH_LABELS: Final = {
    "Situation": "Vue d'ensemble",
    "Détenu": "Consultation et téléchargement",
    "Détenue": "Consultation et téléchargement",
    "Lisible": "Consultation",
    "Signalé": "Référence seule",
    "Signalée": "Référence seule",
    "Rien": "Aucun accès",
    "Dire": "Envoyer",
}
#: A seal is a *scellé* in French; every other exhibit is a *pièce*.
_ABOUT_SEALS: Final = re.compile(
    r"activity|custody|physical|seizure|whereabouts|atSearch|handover|labels|document/words|entries|facts|vocabulary"
)
_SCELLE: Final = {r"(?<!numéro de )scellés?(?!$)": "pièce (scellé only for a sealed object)"}
#: Files in which a word has another meaning: a pattern of the file, and the beginnings of the patterns that are left out.
#: To disclose an exhibit to a court is *verser*, a task is repeated, and a person of a legal request testifies.
_OTHER_MEANINGS: Final = (
    (re.compile(r"disclosures"), ("vers",)),
    (re.compile(r"tasks?|coordination"), ("répét",)),
    (re.compile(r"features/requests"), ("witness", "témoin")),
)

_PLACEHOLDER: Final = re.compile(r"https?://[^\s,]+|\{\{[^}]*\}\}|\{\w+\}|\$t\([^)]*\)|\$\{[^}]*\}|</?\w+\s*/?>")
_TOKEN: Final = re.compile(
    r"//[^\n]*|/\*.*?\*/|'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|`(?:[^`\\]|\\.)*`|[^'\"`/]+|/", re.DOTALL
)
_END: Final = re.compile(r"[.!?…](?:[)”»\"]*)\s+(?=[«“(]*\s?[A-ZÀ-Þ0-9])")
_ABBREVIATION: Final = re.compile(r"\b(?:[Aa]rts?|[Nn]os?|[Rr]eg|règl|p|ch|e\.g|i\.e|cf|vs|[A-Z])\.\s+$")


#: A French elision with a straight apostrophe, as no English word has it.
_ELISION: Final = re.compile(r"(?<![\w\u2019'])(?:[ldnsjcmt]|\w*qu|aujourd)'(?=[\w«{])", re.IGNORECASE)
#: Spaces and apostrophes as they are typed.
_PLAIN: Final = {0x00A0: " ", 0x202F: " ", 0x2019: "'"}


class Text(NamedTuple):
    """A text of the interface and the place where it is written."""

    file: str
    line: int
    language: str
    words: str


def texts() -> list[Text]:
    """Return every text of the page, of the server and of documents."""
    found = [one for path in _paths(*PAGE) for one in of_page(repository.name_of(path), path.read_text())]
    found += [Text(one.file, one.line, "en", one.text) for one in sentences.sentences()]
    for path in _paths(DOCUMENTS):
        found += _of_json(path, path.stem)
    for path in _paths(CATALOGUES):
        found += _of_json(path, path.parent.name)
    for path in _paths(TERMS):
        found += _of_json(path, path.stem[-2:])
    return found


def _paths(*patterns: str) -> list[Path]:
    return sorted({path for pattern in patterns for path in repository.ROOT.glob(pattern)})


def of_page(name: str, text: str) -> Iterator[Text]:
    """Return the values of a dictionary in TypeScript; keys, comments and imports are left out."""
    found = re.search(r"[./](en|fr)(?:\.ts|/)", name)
    language = found[1] if found else "en"
    tokens = list(_TOKEN.finditer(text))
    for index, token in enumerate(tokens):
        if token[0][0] not in "'\"`":
            continue
        after = tokens[index + 1][0] if index + 1 < len(tokens) else ""
        before = text[text.rfind("\n", 0, token.start()) + 1 : token.start()]
        if re.match(r"\s*\??:", after) or re.search(r"\b(?:from|import)\s*\(?$|\[$|typeof ", before):
            continue
        line = text.count("\n", 0, token.start()) + 1
        yield Text(name, line, language, re.sub(r"\\(.)", r"\1", token[0][1:-1]))


def _of_json(path: Path, language: str) -> Iterator[Text]:
    lines = path.read_text().splitlines()
    for words in _values(json.loads("\n".join(lines))):
        quoted = json.dumps(words, ensure_ascii=False)
        line = next((number for number, text in enumerate(lines, 1) if quoted in text), 1)
        yield Text(repository.name_of(path), line, language, words)


def _values(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _values(value)
    elif isinstance(node, list):
        for value in node:
            yield from _values(value)


def findings(text: Text) -> Iterator[str]:
    """Report what is wrong with a text."""
    words = _PLACEHOLDER.sub("X", text.words).translate(_PLAIN)
    if not words.strip():
        yield "empty text"
        return
    if text.language == "en":
        yield from _long(words)
        yield from _openings(words)
        yield from _replaced(words, _in_file(text.file, ENGLISH), ENGLISH_LABELS)
    elif text.language == "fr":
        if "'" in _PLACEHOLDER.sub("X", text.words):
            yield f"straight apostrophe: write the curved one: {text.words}"
        table = FRENCH if _ABOUT_SEALS.search(text.file) else FRENCH | _SCELLE
        yield from _replaced(words, _in_file(text.file, table), FRENCH_LABELS)


def _in_file(file: str, table: dict[str, str]) -> dict[str, str]:
    """Return the patterns without those that have another meaning in a file."""
    left_out = tuple(begin for name, begins in _OTHER_MEANINGS if name.search(file) for begin in begins)
    return {pattern: instead for pattern, instead in table.items() if not pattern.startswith(left_out)}


def split(words: str) -> list[str]:
    """Return the sentences of a text."""
    ends = [found.end() for found in _END.finditer(words) if not _ABBREVIATION.search(words[: found.end()])]
    return [words[start:end].strip() for start, end in zip([0, *ends], [*ends, len(words)], strict=True)]


def _long(words: str) -> Iterator[str]:
    for sentence in split(words):
        count = sum(any(letter.isalnum() for letter in word) for word in sentence.split())
        if count > SENTENCE + SENTENCE_TOLERANCE:
            yield f"sentence of {count} words: write at most {SENTENCE}: {sentence}"


def _openings(words: str) -> Iterator[str]:
    for sentence in split(words):
        found = BANNED_OPENINGS.match(sentence)
        is_heading = words == sentence and len(words.split()) <= _HEADING
        if found and not sentence.endswith("?") and not is_heading:
            yield f"begins with “{found[1]}”: name the subject: {sentence}"


def _replaced(words: str, table: dict[str, str], labels: dict[str, str]) -> Iterator[str]:
    if words in labels:
        yield f"“{words}”: write {labels[words]}"
    for pattern, instead in table.items():
        for found in re.finditer(rf"(?i)(?<![\w-])(?:{pattern})(?![\w-])", words):
            yield f"“{found[0]}”: write {instead}: {words}"


def elisions(name: str, text: str) -> Iterator[str]:
    """Report each line of a file in both languages that has a French elision with a straight apostrophe."""
    for number, line in enumerate(text.splitlines(), 1):
        if _ELISION.search(line):
            yield f"{name}:{number}: straight apostrophe: write the curved one: {line.strip()}"


def report() -> list[str]:
    """Return `path:line: what is wrong` for each finding."""
    found = [f"{text.file}:{text.line}: {wrong}" for text in texts() for wrong in findings(text)]
    return found + [one for path in _paths(*BILINGUAL) for one in elisions(repository.name_of(path), path.read_text())]
