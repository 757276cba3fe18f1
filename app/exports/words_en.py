"""Text of README.txt in English. The commands are in `readme`."""

from typing import Final

ASKED_BY: Final = "Asked for by {}."
FOR: Final = "For: {}"
ZONE: Final = "Asked for on the clocks of {}; times in the data are UTC."
MORE: Final = {
    "member_state": "    data/access.csv            the technical log: every request of the party's seats that the asker may read\n",
    "statistics": "    data/statistics.csv        how many entries of which sort; counts below 5, and what would give them away, are suppressed\n",
}

TEXT: Final = """\
CUSTODY BUNDLE

This folder is an extract of the custody ledger
    {origin}
It can be checked without the system it came from and without an Internet connection.

{asked}{closed}{erased}What is here
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
    data/custody.pdf           the same for people, with these files attached (PDF/A-3, signed); entries.jsonl counts
{more}{stamped}    data/verify.py             a program that checks all of this

1. Everything at once (Python 3.9 or later, nothing to install)

    python3 -I data/verify.py .

   verify.py came with the bundle, so whoever made the bundle could have changed it. For evidence in court, fetch it from
   Liaison's published source, and name the ledger's key, a line from the JIT's agreement, in a file:

    python3 -I verify.py . --keys agreement.txt

   It must end with exit status 0. Status 3 means that only the keys inside the bundle were used.

The following is the same by hand, in this folder.

2. Every file is the one that was packed

{manifests}
3. The checkpoint is signed by the ledger's key (OpenSSL 3)

   The key is the base64 in the JIT's agreement, after the last "+": one byte for the type (01), then 32 bytes.

{signature}
   bundle.note is signed in the same way over tagmanifest-sha256.txt. Both are C2SP signed notes; Go's
   golang.org/x/mod/sumdb/note opens them.

4. An entry is the one that the ledger holds

   Its commitment is the SHA-256 of the line "liaison-entry/v1", its salt (32 bytes) and its canonical text. The first
   disclosed entry, and what the ledger holds at its position:

{entry}
   Both lines of hexadecimal are equal. A field's hash is the SHA-256 of the line "liaison-field/v1", the field's salt and the
   JSON ["name",value]; its base64 stands in the entry.

5. The root follows from the commitments

   Leaves are SHA-256(00 || commitment), nodes SHA-256(01 || left || right), as in RFC 6962. For {size} entries:

{root}
   It prints the third line of data/checkpoint.

6. Nothing is missing

   In the field "chain" each entry about an exhibit has the number n, from 1, and the commitment of the entry before. The
   entry "export.made" of this bundle states the last n. A number that is not here is an entry that was withheld; in a
   bundle that an exhibit's originator made for a court there is none.

7. The other forms of the entries

   custody.pdf is signed (PAdES) by the server's seal, whose certificate has this SHA-256; a reader of PDF shows it:
   {seal}
   The CASE file fits its ontology (case_validate comes with case-utils):

{validate}"""

CLOSED: Final = """\
The team and its ledger were closed at {at} with the entry "jit.closed" at position {position}. It is the last: the checkpoint
covers all that was ever entered, and nothing can follow.

"""
ERASED: Final = """\
The exhibit was erased at {at}: its keys were destroyed, and its files can be read by nobody any more. The certificate is the
entry "evidence.erased" in data/entries.jsonl; it names each file's SHA-256, so that a copy can still be recognised.

"""

STAMPED: Final = """\
    data/checkpoint.signed     the checkpoint up to the ledger's signature: what authorities have stamped
    data/checkpoint.tsr        what an authority outside has answered (RFC 3161); checkpoint-2.tsr another, and so on
"""

TIME: Final = """
8. The checkpoint was there at a time that somebody else states (OpenSSL)

   Take the authority's certificates (PEM) from the authority, or from your own list of trusted ones, as authority.pem:

{time}
   The first says whether the token is the authority's and over these bytes; the second shows the time.
"""
