"""The image and the compose file say what the house needs: what only a build would show is shown by a build."""

import re
from ipaddress import ip_address, ip_network
from typing import Any

import yaml  # type: ignore[import-untyped]  # it has no types of its own

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


def compose() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "compose.yaml").read_text()))


def test_every_container_is_hardened_and_none_runs_as_root_but_the_one_that_gives_a_folder_away() -> None:
    services = compose()["services"]
    for name, service in services.items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["pids_limit"], name
        assert service["mem_limit"], name
    assert [name for name, one in services.items() if one["user"].startswith("0:")] == ["objects-folder"]
    assert [name for name, one in services.items() if "cap_add" in one] == ["objects-folder"]
    assert services["objects-folder"]["network_mode"] == "none"


def test_images_are_named_by_the_operator_who_adds_their_digests() -> None:
    """A digest cannot be looked up without a registry, and one that nobody verified would be worse than a tag."""
    services = compose()["services"]
    named = {one["image"] for one in services.values()} - {"liaison"} | {services["app"]["build"]["args"]["BASE"]}
    variables = {re.fullmatch(r"\$\{(\w+_IMAGE):\?\}", one)[1] for one in named}  # type: ignore[index]  # or it fails
    example = dict(re.findall(r"^(\w+_IMAGE)=(\S+)$", (ROOT / "deploy" / "env.example").read_text(), re.MULTILINE))
    assert set(example) == variables
    assert example["BASE_IMAGE"] == re.findall(r"^ARG BASE=(\S+)$", DOCKERFILE, re.MULTILINE)[0]


def test_database_and_object_store_are_reached_over_tls_alone() -> None:
    file, services = compose(), compose()["services"]
    for name in ("migrate", "app", "worker"):
        environment = services[name]["environment"]
        addresses = [value for variable, value in environment.items() if variable.startswith("DATABASE_")]
        assert len(addresses) >= 2
        assert all(one.endswith("@database/liaison?ssl=verify-full") for one in addresses), name
        assert environment["AWS_ENDPOINT_URL"].startswith("https://objects:"), name
        assert "AWS_ALLOW_HTTP" not in environment, name
        assert environment["PGSSLROOTCERT"] == environment["LIAISON_OBJECTS_ROOTS"] == "/certificates/ca.pem", name
    entries = re.findall(r"^(\w+) ", (ROOT / "deploy" / "pg_hba.conf").read_text(), re.MULTILINE)
    assert set(entries) == {"local", "hostssl"}
    assert "-cssl=on" in services["database"]["command"]
    assert "-s3.cert.file=/certificates/objects.pem" in (ROOT / "deploy" / "objects.sh").read_text()
    for name in ("database", "objects"):
        assert services[name]["networks"] == [name]
        assert file["networks"][name] == {"internal": True}


def test_keys_of_certificates_belong_to_the_users_of_the_containers_and_are_in_no_image() -> None:
    script, services = (ROOT / "deploy" / "certificates.sh").read_text(), compose()["services"]
    for name in ("database", "objects"):
        assert f'chown {services[name]["user"]} "$new/{name}.key"' in script
    assert "/deploy/certificates/" in (ROOT / ".gitignore").read_text().splitlines()
