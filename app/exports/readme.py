"""Writes README.txt of an export package: how an expert checks it by hand with common tools.

A test runs every command in it. The commands are here; the text around them is in `words_en` and `words_fr`. It
mentions only what the package contains.
"""

import base64
from collections.abc import Sequence
from typing import Final

from app.exports import words_en, words_fr
from app.exports.setting import AS_EVER, Setting
from app.ledger.signing.notes import ED25519, Checkpoint, VerifierKey

_MANIFESTS: Final = """\
    sha256sum --check --strict --quiet manifest-sha256.txt tagmanifest-sha256.txt
    bagit.py --validate .
"""
_SIGNATURE: Final = """\
    KEY={key}
    (printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'; printf %s "$KEY" | base64 -d | tail -c 32) > /tmp/key.der
    head -n 3 data/checkpoint > /tmp/signed
    grep -F "{dash} {origin} " data/checkpoint | head -n 1 | cut -d ' ' -f 3 | base64 -d | tail -c 64 > /tmp/signature
    openssl pkeyutl -verify -pubin -keyform DER -inkey /tmp/key.der -rawin -in /tmp/signed -sigfile /tmp/signature
"""
_ENTRY: Final = """\
    LINE=$(head -n 1 data/entries.jsonl)
    take() { printf %s "$LINE" | python3 -c "import json,sys; print(json.load(sys.stdin)['$1'], end='')"; }
    (printf 'liaison-entry/v1\\n'; take salt | base64 -d; take canonical) | sha256sum | cut -c 1-64
    tail -c +$((32 * $(take position) + 1)) data/commitments | head -c 32 | od -An -v -tx1 | tr -d ' \\n'
"""
_ROOT: Final = """\
python3 -I - <<'END'
import base64, hashlib
raw = open("data/commitments", "rb").read()
def root(leaves):
    if len(leaves) == 1:
        return hashlib.sha256(b"\\0" + leaves[0]).digest()
    k = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\\1" + root(leaves[:k]) + root(leaves[k:])).digest()
print(base64.b64encode(root([raw[i:i+32] for i in range(0, len(raw), 32)])).decode())
END
"""
_VALIDATE: Final = "    case_validate --built-version case-1.4.0 data/custody.case.jsonld\n"
_TIME: Final = """\
    openssl ts -verify -in data/checkpoint.tsr -data data/checkpoint.signed -CAfile authority.pem
    openssl ts -reply -in data/checkpoint.tsr -text
"""
_WORDS: Final = {"en": words_en, "fr": words_fr}


def text(
    head: Checkpoint,
    key: VerifierKey,
    seal: str,
    tokens: int = 0,
    erased_at: str | None = None,
    setting: Setting = AS_EVER,
    profile: str = "court",
    closed: tuple[str, int] | None = None,
    *,
    requests: Sequence[tuple[str, str | None]] = (),
    originals: int = 0,
    left_out: Sequence[tuple[str, str]] = (),
) -> str:
    """Return the file, for a ledger with this head and key, on a server whose seal has this fingerprint.

    `tokens`: how many authorities have stamped the checkpoint. `erased_at`: when the exhibit was erased, if it was.
    `closed`: time and position of the ledger's last entry, if it is closed. `requests`: numbers of the legal requests by
    which its exhibits came, each with the number of the source exhibit that came by it, if an exhibit was derived from one.
    `originals`: how many it holds. `left_out`: exhibits of which it holds no original, each with the reason.
    """
    words = _WORDS[setting.language]
    asked = [words.ASKED_BY.format(setting.requested_by)] if setting.requested_by else []
    asked += [words.FOR.format(setting.proceeding)] if setting.proceeding else []
    asked += [words.ZONE.format(setting.zone)] if asked and setting.zone != "UTC" else []
    named = [number if source is None else words.OF_SOURCE.format(number, source) for number, source in requests]
    asked += [words.OBTAINED_BY.format(", ".join(named))] if named else []
    asked += [words.NO_ORIGINAL.format(number, reason) for number, reason in left_out]
    said: str = words.TEXT.format(
        asked="".join(f"{line}\n" for line in asked) + ("\n" if asked else ""),
        erased="" if erased_at is None else words.ERASED.format(at=erased_at),
        closed="" if closed is None else words.CLOSED.format(at=closed[0], position=closed[1]),
        more=words.MORE.get(profile, "")
        + (words.REQUESTS if requests else "")
        + (words.ORIGINALS if originals or left_out else ""),
        stamped=words.STAMPED if tokens else "",
        origin=head.origin,
        size=head.size,
        seal=seal,
        manifests=_MANIFESTS,
        signature=_SIGNATURE.format(
            key=base64.b64encode(ED25519 + key.public).decode(), dash="\N{EM DASH}", origin=head.origin
        ),
        entry=_ENTRY,
        root=_ROOT,
        validate=_VALIDATE,
    )
    return said + (words.TIME.format(time=_TIME) if tokens else "")
