"""A question that cannot be asked is no finding about the bundle: exit 2 and a sentence, whatever stands in the files that are given."""

import gc
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exports import verifier
from app.exports.verifier import EXIT_AUTHENTICATED, EXIT_INTACT, EXIT_USAGE, EXIT_WRONG, Policy, Usage, Wrong, main
from app.exports.verifier import parse_keys as read_keys
from tests.exports.bundles import Files, laid_out
from tests.support.ledgers.reference_ledger import CONTENT, ORIGIN, ReferenceKey, b64

X = ReferenceKey("x.example", kind=4)
LOG = ReferenceKey(ORIGIN)
Capture = pytest.CaptureFixture[str]


def asked(bag: Path, folder: Path, capsys: Capture, **given_files: bytes) -> tuple[int, str]:
    """The exit status, and what was said: a report on the one stream, or one line on the other."""
    arguments = [str(bag)]
    for name, content in given_files.items():
        (folder / name).write_bytes(content)
        arguments += [f"--{name}", str(folder / name)]
    status = main(arguments)
    said = capsys.readouterr()
    assert bool(said.out) != bool(said.err)
    if status == EXIT_USAGE:
        assert said.err.startswith("verify.py: ")
        assert said.err.endswith("\n")
        assert said.err[:-1].isprintable(), "one line"
    return status, said.out + said.err


# keys.json

GOOD = {
    "log": [{"vkey": LOG.vkey, "from": 0, "to": None, "note": None}],
    "witnesses": [{"vkey": X.vkey, "party": "NL"}],
    "seal": {"sha256": "00"},
}
PLACES: list[tuple[str | int, ...]] = [
    (),
    ("log",),
    ("log", 0),
    *(("log", 0, name) for name in ("vkey", "from", "to", "note")),
    ("witnesses",),
    ("witnesses", 0),
    ("witnesses", 0, "vkey"),
]
VALUES: list[Any] = [
    *(None, True, False, 7, -7, 2**60, 1.5, "", "x", "\ud800", "\ud800+0+AA==", [], [7], [[]], [None], {}, {"a": 7}),
    *("a+b+c", f"\ud800{LOG.vkey}", f"{LOG.vkey}\n", f"{LOG.vkey}\u00e9", f" {LOG.vkey}"),
]
MAY: dict[tuple[str | int, ...], list[Any]] = {  # what such a place may hold: another number, no note, no witnesses
    ("log", 0, "from"): [7, -7],
    ("log", 0, "to"): [None, 7, -7],
    ("log", 0, "note"): [None, *(each for each in VALUES if type(each) is str)],
    ("witnesses",): [[]],
}


def put(place: tuple[str | int, ...], value: Any) -> Any:
    """The good file with this value in that place."""
    if not place:
        return value
    whole = json.loads(json.dumps(GOOD))
    inner = whole
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    return whole


def odd() -> Iterator[tuple[tuple[str | int, ...], Any]]:
    for place in PLACES:
        for value in VALUES:
            if not any(value is each or (type(value) is type(each) and value == each) for each in MAY.get(place, [])):
                yield place, value


def test_keys_of_every_wrong_sort_in_every_place(zip_path: Path, tmp_path: Path, capsys: Capture) -> None:
    cases = list(odd())
    assert len(cases) > 150
    for place, value in cases:
        status, said = asked(zip_path, tmp_path, capsys, keys=json.dumps(put(place, value)).encode())
        assert status == EXIT_USAGE, (place, value, said)


def test_what_may_stand_there_is_no_usage(zip_path: Path, tmp_path: Path, capsys: Capture) -> None:
    for place, values in [((), [GOOD]), *MAY.items()]:
        for value in values:
            status, _ = asked(zip_path, tmp_path, capsys, keys=json.dumps(put(place, value)).encode())
            assert status in (EXIT_AUTHENTICATED, EXIT_WRONG), (place, value)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"\xed\xa0\x80+00000000+AQ==",  # a surrogate, as no UTF-8 has it
        f"\ufeff{json.dumps(GOOD)}".encode(),
        b"{" * 100_000,
        b'{"log":' + b"[" * 100_000,
        b'{"log":[],"log":[]}',
        b'{"log":[]}',
        b"[]",
        b"# nothing\n",
        LOG.vkey.encode() + b"\x00",
        LOG.vkey.encode().replace(b"liaison", b"\xe9iaison"),
        LOG.vkey.encode().replace(b"liaison", b"lia ison"),
        f"{LOG.vkey}\n{LOG.vkey}".encode(),
        f"{X.vkey}\n".encode(),
        b"x" * (1 << 21),
    ],
)
def test_keys_that_are_none(content: bytes, zip_path: Path, tmp_path: Path, capsys: Capture) -> None:
    assert asked(zip_path, tmp_path, capsys, keys=content)[0] == EXIT_USAGE


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_bytes_are_given_for_keys_or_policy(data: st.DataObject) -> None:
    """Good files with a piece of them replaced, and noise: read, or refused by the two errors that become a sentence."""
    policy = f"log {LOG.vkey}\nwitness NL {X.vkey} https://x.example\ngroup all any NL\nquorum all\n"
    good = data.draw(st.sampled_from([json.dumps(GOOD), LOG.vkey, policy, ""])).encode()
    at, end = sorted((data.draw(st.integers(0, len(good))), data.draw(st.integers(0, len(good)))))
    bits = st.binary(max_size=8) | st.sampled_from(
        [b"\\ud800", b"\xff", b"null", b"[]", b"{}", b"7", b"+", b" ", b"\n"]
    )
    raw = good[:at] + data.draw(bits) + good[end:]
    with suppress(Wrong):
        for key in read_keys(raw).log:
            assert key.key.text
    with suppress(Usage):
        assert Policy(raw).quorum


# Policies


@pytest.mark.parametrize("kind", ["log", "witness"])
@pytest.mark.parametrize("name", [b"\xff", b"\xed\xa0\x80", b"a\x85b"])
def test_a_policy_with_a_key_whose_name_is_no_text(
    kind: str, name: bytes, zip_path: Path, tmp_path: Path, capsys: Capture
) -> None:
    key, whose = (LOG, b"") if kind == "log" else (X, b"NL ")
    material = b64(bytes([key.kind]) + key.public).encode()
    line = kind.encode() + b" " + whose + name + b"+00000000+" + material
    status, said = asked(zip_path, tmp_path, capsys, policy=line + b"\nquorum none\n")
    assert status == EXIT_USAGE
    assert said.startswith("verify.py: policy, line 1: key ")


def test_a_policy_that_names_its_witness_in_another_encoding(zip_path: Path, tmp_path: Path, capsys: Capture) -> None:
    """The names of witnesses and groups are whoever's wrote the policy: they are shown, and stand for nothing else."""
    witness = b"witness M\xfcller " + X.vkey.encode()
    demanded = f"log {LOG.vkey}\n".encode() + witness + b"\ngroup \xff all M\xfcller\nquorum \xff\n"
    status, said = asked(zip_path, tmp_path, capsys, policy=demanded)
    assert status == EXIT_WRONG
    assert r"too few witnesses for the policy; no cosignature of M\udcfcller" in said


def test_keys_and_a_policy_that_contradict_each_other(zip_path: Path, tmp_path: Path, capsys: Capture) -> None:
    """One public key as the ledger's and as a witness's: neither file is wrong by itself, and no bundle is."""
    twin = ReferenceKey(ORIGIN, kind=4)
    demanded = f"witness NL {twin.vkey}\nquorum none\n".encode()
    status, said = asked(zip_path, tmp_path, capsys, keys=LOG.vkey.encode(), policy=demanded)
    assert (status, said) == (EXIT_USAGE, "verify.py: the keys from outside: one public key stands twice\n")
    same = f"log {LOG.vkey}\nwitness NL {X.vkey}\nquorum none\n".encode()
    assert asked(zip_path, tmp_path, capsys, keys=json.dumps(GOOD).encode(), policy=same)[0] == EXIT_AUTHENTICATED


# What else is asked


def test_an_earlier_bundle_that_cannot_be_read(zip_path: Path, files: Files, tmp_path: Path, capsys: Capture) -> None:
    """Missing, or larger than any note: that says nothing of this bundle. One that reads and is another's is wrong."""
    name = "data/checkpoint"
    for changed in ({each: files[each] for each in files if each != name}, files | {name: bytes(1 << 21)}):
        assert main([str(zip_path), "--since", str(laid_out(changed, tmp_path))]) == EXIT_USAGE
        assert capsys.readouterr().err.startswith("verify.py: --since ")
    cut = tmp_path / "cut.zip"
    raw = zip_path.read_bytes()
    place = raw.index(files[name])
    cut.write_bytes(raw[:place] + b"?" + raw[place + 1 :])
    assert main([str(zip_path), "--since", str(cut)]) == EXIT_USAGE
    assert main([str(zip_path), "--since", str(laid_out(files | {name: b"junk"}, tmp_path))]) == EXIT_WRONG


def test_a_folder_whose_name_is_too_long(zip_path: Path, capsys: Capture) -> None:
    assert main([str(zip_path), "--files", "x" * 5000]) == EXIT_USAGE
    assert capsys.readouterr().err == "verify.py: --files: not a folder\n"


def test_a_file_that_may_not_be_read_is_not_compared(
    zip_path: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mail.eml").write_bytes(CONTENT)
    digest = verifier.sha256_of

    def guarded(stream: IO[bytes]) -> str:
        if Path(str(getattr(stream, "name", ""))).name == "mail.eml":
            stream.close()
            raise PermissionError(13, "Permission denied")
        return digest(stream)

    monkeypatch.setattr(verifier, "sha256_of", guarded)
    assert main([str(zip_path), "--files", str(tmp_path)]) == EXIT_USAGE
    assert capsys.readouterr().err == "verify.py: --files: mail.eml: Permission denied\n"


@pytest.mark.parametrize(("number", "status"), [("9" * 12, EXIT_INTACT), ("-3", EXIT_INTACT), ("9" * 5000, EXIT_USAGE)])
def test_more_processes_than_any_system_has(
    number: str, status: int, zip_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verifier, "FOR_SEVERAL", 0)
    assert main([str(zip_path), "--processes", number]) == status


@pytest.mark.parametrize("collects", [True, False])
def test_verifier_main_leaves_the_garbage_collector_as_it_was(zip_path: Path, collects: bool, capsys: Capture) -> None:
    (gc.enable if collects else gc.disable)()
    try:
        for status, arguments in ((EXIT_INTACT, [str(zip_path)]), (EXIT_USAGE, [str(zip_path), "--keys", "none"])):
            assert main(arguments) == status
            assert gc.isenabled() is collects
    finally:
        gc.enable()
    assert capsys.readouterr().err
