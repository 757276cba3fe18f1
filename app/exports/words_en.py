"""Text of README.txt in English. The commands are in `readme`."""

from typing import Final

ASKED_BY: Final = "Requested by {}."
FOR: Final = "Proceeding: {}"
OBTAINED_BY: Final = "Obtained by legal request: {}"
OF_SOURCE: Final = "{} (source exhibit {})"
REQUESTS: Final = (
    "    data/requests.json         the legal requests by which the exhibits came, with their limits of use\n"
)
ORIGINALS: Final = """\
    data/files/                originals of exhibits; each download is an entry "evidence.taken" of its exhibit
    data/files.json            the name, size and SHA-256 of each original, and exhibits of which no original is here
"""
NO_ORIGINAL: Final = "No original of {} in this package: {}"
ZONE: Final = "Time zone of the documents: {}. Times in the data files are UTC."
MORE: Final = {
    "member_state": "    data/access.csv            the access log: all requests by members of the party\n",
    "statistics": "    data/statistics.csv        number of entries of each kind; counts below 5 are suppressed\n",
}

TEXT: Final = """\
EXPORT PACKAGE

This folder is an extract of the audit log
    {origin}
It can be verified without the system that made it and without an Internet connection.

{asked}{closed}{erased}Begin with data/custody.pdf. Its first page states the facts, the hash values and the result of verification.

Files
    bagit.txt, bag-info.txt    a BagIt bag (RFC 8493), and its description
    manifest-sha256.txt        the SHA-256 of every file below data/
    tagmanifest-sha256.txt     the SHA-256 of the three files above
    bundle.note                tagmanifest-sha256.txt, signed with the key of the log
    data/checkpoint            size and root hash of the log, signed with the key of the log
    data/checkpoints/          earlier checkpoints, which show that the log only grows
    data/keys.json             the public keys of the log, for convenience; the keys in the JIT's agreement prevail
    data/entries.jsonl         the disclosed entries, one per line
    data/commitments           the commitments of all entries of the log, 32 bytes each, withheld entries included
    data/custody.csv           the disclosed entries as a table
    data/custody.case.jsonld   the entries in the vocabulary of CASE 1.4 (caseontology.org); entries.jsonl prevails
    data/custody.pdf           the entries as a document with these files attached (PDF/A-3, signed); entries.jsonl prevails
{more}{stamped}    data/verify.py             the program that verifies this package

1. Verify the package (Python 3.9 or later, nothing to install)

    python3 -I data/verify.py .

   The maker of the package could have changed this copy of verify.py. For evidence in court, take it from the published
   source of Liaison. Put the key of the log, a line of the JIT's agreement, into a file and name it:

    python3 -I verify.py . --keys agreement.txt

   Exit status 0: verified, and the signer is confirmed. 3: integrity ok, but the signer is not confirmed, because only the
   keys inside the package were used. 1: wrong; the last line names the reason.

   To compare files with their recorded hash values, put them into a folder and add --files:

    python3 -I data/verify.py . --files FOLDER

   For each file the report names the exhibit and the entry that recorded its SHA-256. A file that no entry records, or
   that was changed by one byte, makes the result wrong. For one file by hand, compare the output of

    sha256sum FILE

   with the hash values on the first page of data/custody.pdf.

The following steps verify the same by hand, in this folder.

2. Every file is unchanged

{manifests}
3. The checkpoint is signed with the key of the log (OpenSSL 3)

   The key in the JIT's agreement is the base64 after the last "+": one byte for the type (01), then 32 bytes.

{signature}
   bundle.note is signed in the same way over tagmanifest-sha256.txt. Both are C2SP signed notes, which the Go package
   golang.org/x/mod/sumdb/note opens.

4. An entry is the one in the log

   Its commitment is the SHA-256 of the line "liaison-entry/v1", its salt (32 bytes) and its canonical text. The first
   disclosed entry, and the commitment in the log at its position:

{entry}
   Both lines of hexadecimal are equal. A field's hash is the SHA-256 of the line "liaison-field/v1", the field's salt and the
   JSON ["name",value]. The entry contains its base64.

5. The root hash follows from the commitments

   Leaves are SHA-256(00 || commitment), nodes SHA-256(01 || left || right), as in RFC 6962. For {size} entries:

{root}
   It prints the third line of data/checkpoint.

6. Nothing is missing

   In the field "chain" each entry about an exhibit has the number n, from 1, and the commitment of the entry before. The
   entry "export.made" of this package states the last n. A missing number is a withheld entry. A package that the
   originator of an exhibit made for a court has none.

7. The document and the CASE file

   custody.pdf is signed (PAdES) by the seal of the server. PDF readers show the certificate, which has this SHA-256:
   {seal}
   The CASE file conforms to its ontology (case_validate comes with case-utils):

{validate}"""

CLOSED: Final = """\
The team was closed at {at} with the entry "jit.closed" at position {position}. It is the last entry of the log, and the
checkpoint covers all entries.

"""
ERASED: Final = """\
The exhibit was erased at {at}: its keys were destroyed, and nobody can read its files any more. The certificate is the
entry "evidence.erased" in data/entries.jsonl. It states the SHA-256 of each file, so that a copy can still be recognised.

"""

STAMPED: Final = """\
    data/checkpoint.signed     the checkpoint up to the signature of the log, which the authorities time-stamped
    data/checkpoint.tsr        the answer of a time-stamping authority (RFC 3161); checkpoint-2.tsr of another, and so on
"""

TIME: Final = """
8. A time-stamping authority confirms the time of the checkpoint (OpenSSL)

   Take the certificates (PEM) from the authority, or from your own list of trusted ones, as authority.pem:

{time}
   The first command verifies that the authority signed the token over these bytes. The second shows the time.
"""
