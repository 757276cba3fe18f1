"""README.txt of a bundle: how an expert checks it by hand and with other people's tools.

Every command in it is run by a test. It speaks only of what the bundle holds.
"""

import base64
from typing import Final

from app.ledger.notes import ED25519, Checkpoint, VerifierKey

_TEXT: Final = """\
CUSTODY BUNDLE

This folder is an extract of the custody ledger
    {origin}
It can be checked without the system it came from and without an Internet connection.

What is here
    bagit.txt, bag-info.txt    a BagIt bag (RFC 8493); what it is about
    manifest-sha256.txt        the SHA-256 of every file below data/
    tagmanifest-sha256.txt     the SHA-256 of the three files above
    bundle.note                tagmanifest-sha256.txt, signed by the ledger's key
    data/checkpoint            the ledger's size and root hash, signed by the ledger's key
    data/checkpoints/          earlier ones: the ledger only grows
    data/keys.json             the ledger's public keys, for convenience; take them from the JIT's agreement instead
    data/entries.jsonl         the disclosed entries, one a line
    data/commitments           the commitments of all entries of the ledger, 32 bytes each, the withheld ones too
    data/custody.csv           the disclosed entries as a table
    data/custody.case.jsonld   the same in the vocabulary of CASE 1.4 (caseontology.org), for other tools; entries.jsonl counts
{stamped}    data/verify.py             a program that checks all of this

1. Everything at once (Python 3.9 or later, nothing to install)

    python3 -I data/verify.py .

   verify.py came with the bundle, so whoever made the bundle could have changed it. For evidence in court, fetch it from
   Liaison's published source, and name the ledger's key, a line from the JIT's agreement, in a file:

    python3 -I verify.py . --keys agreement.txt

   It must end with exit status 0. Status 3 means that only the keys inside the bundle were used.

The following is the same by hand, in this folder.

2. Every file is the one that was packed

    sha256sum --check --strict --quiet manifest-sha256.txt tagmanifest-sha256.txt
    bagit.py --validate .

3. The checkpoint is signed by the ledger's key (OpenSSL 3)

   The key is the base64 in the JIT's agreement, after the last "+": one byte for the type (01), then 32 bytes.

    KEY={key}
    (printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'; printf %s "$KEY" | base64 -d | tail -c 32) > /tmp/key.der
    head -n 3 data/checkpoint > /tmp/signed
    grep -F "{dash} {origin} " data/checkpoint | head -n 1 | cut -d ' ' -f 3 | base64 -d | tail -c 64 > /tmp/signature
    openssl pkeyutl -verify -pubin -keyform DER -inkey /tmp/key.der -rawin -in /tmp/signed -sigfile /tmp/signature

   bundle.note is signed in the same way over tagmanifest-sha256.txt. Both are C2SP signed notes; Go's
   golang.org/x/mod/sumdb/note opens them.

4. An entry is the one that the ledger holds

   Its commitment is the SHA-256 of the line "liaison-entry/v1", its salt (32 bytes) and its canonical text. The first
   disclosed entry, and what the ledger holds at its position:

    LINE=$(head -n 1 data/entries.jsonl)
    take() {{ printf %s "$LINE" | python3 -c "import json,sys; print(json.load(sys.stdin)['$1'], end='')"; }}
    (printf 'liaison-entry/v1\\n'; take salt | base64 -d; take canonical) | sha256sum | cut -c 1-64
    tail -c +$((32 * $(take position) + 1)) data/commitments | head -c 32 | od -An -v -tx1 | tr -d ' \\n'

   Both lines of hexadecimal are equal. A field's hash is the SHA-256 of the line "liaison-field/v1", the field's salt and the
   JSON ["name",value]; its base64 stands in the entry.

5. The root follows from the commitments

   Leaves are SHA-256(00 || commitment), nodes SHA-256(01 || left || right), as in RFC 6962. For {size} entries:

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

   It prints the third line of data/checkpoint.

6. Nothing is missing

   In the field "chain" each entry about an exhibit has the number n, from 1, and the commitment of the entry before. The
   entry "export.made" of this bundle states the last n. A number that is not here is an entry that was withheld; in a
   bundle that an exhibit's originator made for a court there is none.

7. The CASE file fits its ontology (case_validate comes with case-utils)

    case_validate --built-version case-1.4.0 data/custody.case.jsonld
"""


_ERASED: Final = """\
The exhibit was erased at {at}: its keys were destroyed, and its files can be read by nobody any more. The certificate is the
entry "evidence.erased" in data/entries.jsonl; it names each file's SHA-256, so that a copy can still be recognised.

"""


_STAMPED: Final = """\
    data/checkpoint.signed     the checkpoint up to the ledger's signature: what authorities have stamped
    data/checkpoint.tsr        what an authority outside has answered (RFC 3161); checkpoint-2.tsr another, and so on
"""

_TIME: Final = """
8. The checkpoint was there at a time that somebody else states (OpenSSL)

   Take the authority's certificates (PEM) from the authority, or from your own list of trusted ones, as authority.pem:

    openssl ts -verify -in data/checkpoint.tsr -data data/checkpoint.signed -CAfile authority.pem
    openssl ts -reply -in data/checkpoint.tsr -text

   The first says whether the token is the authority's and over these bytes; the second shows the time.
"""


def text(head: Checkpoint, key: VerifierKey, tokens: int = 0, erased_at: str | None = None) -> str:
    """The whole file, for a ledger with this head and this key.

    `tokens`: how many authorities have stamped the checkpoint. `erased_at`: when the exhibit was, where it was.
    """
    beginning, _, rest = _TEXT.partition("What is here\n")
    erased = "" if erased_at is None else _ERASED.format(at=erased_at)
    return (beginning + erased + "What is here\n" + rest + (_TIME if tokens else "")).format(
        stamped=_STAMPED if tokens else "",
        origin=head.origin,
        size=head.size,
        key=base64.b64encode(ED25519 + key.public).decode(),
        dash="\N{EM DASH}",
    )
