"""The image and the compose file say what the house needs: what only a build would show is shown by a build."""

import re
from ipaddress import ip_address, ip_network

from tests.support.repository import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text()
STAGES = re.split(r"^FROM ", DOCKERFILE, flags=re.MULTILINE)[1:]


def test_every_stage_stands_on_the_base_that_one_names() -> None:
    assert [stage.split()[0] for stage in STAGES] == ["${BASE}"] * 3
    assert re.search(r"^ARG BASE=\S+$", DOCKERFILE, re.MULTILINE)


def test_it_runs_as_nobody_in_particular_and_says_how_it_is() -> None:
    last = STAGES[-1]
    assert re.search(r"^USER 10001:10001$", last, re.MULTILINE)
    assert last.index("\nUSER ") > last.rindex("\nRUN "), "something is run after it stepped down"
    assert re.search(r'^HEALTHCHECK .*CMD \["liaison", "health"\]$', last, re.MULTILINE)


def test_what_is_copied_is_there_and_let_in() -> None:
    admitted = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    copied = [
        name for line in re.findall(r"^COPY (?!--from)(.*) \S+$", DOCKERFILE, re.MULTILINE) for name in line.split()
    ]
    assert len(copied) > 8
    for name in copied:
        assert (ROOT / name).exists(), name
        assert any(name == one or name.startswith(f"{one}/") for one in admitted), name


def test_the_roles_are_those_of_the_operators_page() -> None:
    def statements(text: str) -> list[str]:
        found = re.findall(r"^(?:create|revoke|grant) .*;$", text, re.MULTILINE)
        return [re.sub(r"( password :'\w+')|\s+(?= )", "", one) for one in found]

    page = (ROOT / "docs" / "operations.md").read_text()
    assert statements((ROOT / "deploy" / "database.sh").read_text()) == statements(page)
    assert len(statements(page)) == 6


def test_the_proxy_that_is_believed_is_the_gateway_of_the_containers_network() -> None:
    """A proxy on the host is seen at no other address."""
    named = re.search(r"^LIAISON_TRUSTED_PROXIES=(.*)$", (ROOT / "deploy" / "env.example").read_text(), re.MULTILINE)
    network = re.search(r"subnet: (\S+)\n\s+gateway: (\S+)\n", (ROOT / "compose.yaml").read_text())
    assert named
    assert network
    assert named[1] == network[2]
    assert ip_address(network[2]) in ip_network(network[1])


def test_every_volume_is_named_where_backups_are_told() -> None:
    volumes = (ROOT / "compose.yaml").read_text().rpartition("\nvolumes:\n")[2].split()
    (told,) = re.findall(r"three volumes: (.*?)\.", (ROOT / "docs" / "operations.md").read_text())
    assert set(re.findall(r"`(\w+)`", told)) == {one.rstrip(":") for one in volumes}


def test_the_owners_password_is_given_to_the_migration_alone() -> None:
    services = re.split(r"^  (?=\w+:\n)", (ROOT / "compose.yaml").read_text(), flags=re.MULTILINE)
    holders = [one.split(":")[0] for one in services if "DATABASE_OWNER_URL" in one]
    assert holders == ["migrate"]
