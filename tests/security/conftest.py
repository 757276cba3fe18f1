"""Targets of the attacks: an exhibit with every dependent object, and another team."""

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import pytest
from fastapi import FastAPI

from app import clock, embedded
from app.main import create_app
from tests.factories import (
    evidence,
    hearings,
    messages,
    notices,
    notifications,
    operations,
    requests,
    retention,
    tasks,
    working_sessions,
)
from tests.factories.sharing import access_rules, consents
from tests.factories.team import PEOPLE, Founded, Team, email_of, jit_form, leave, member_form, read_json
from tests.support.program import settings_for

UNKNOWN_ID: Final = "019ab000-0000-7000-8000-000000000000"


@dataclass(frozen=True, slots=True)
class HiddenExhibit:
    """A Dutch exhibit of one team and the ids below it."""

    jit: str
    evidence: str
    file: str
    uploading: str
    reading: str
    taking: str
    member: str
    export: str = ""
    task: str = ""
    rule: str = ""
    consent: str = ""
    waiting: str = ""
    flag: str = ""
    hold: str = ""
    working_session: str = ""
    code: str = ""
    position: str = ""
    feed: str = ""
    view: str = ""
    operation: str = ""
    action: str = ""
    protected: str = ""
    notice: str = ""
    request: str = ""
    hearing: str = ""
    item: str = ""
    deadline: str = ""
    approval: str = UNKNOWN_ID  # it holds releases of its exhibit: tests/sharing/test_required_approvals.py
    use: str = UNKNOWN_ID  # of a changed value: tests/requests/test_changed_values.py
    result: str = UNKNOWN_ID  # of an action that is not shared: tests/coordination/test_aftermath.py
    alert: str = UNKNOWN_ID  # alerts and emergencies are of what was opened by others: tests/notifications/test_alerts.py, test_emergencies.py
    emergency: str = UNKNOWN_ID
    change: str = UNKNOWN_ID  # of roles: tests/teams/test_role_changes.py
    erasure: str = UNKNOWN_ID  # of an entry's fields: tests/retention/test_field_erasures.py
    challenge: str = UNKNOWN_ID  # of a notice that was sent: tests/requests/test_notices.py
    handover: str = UNKNOWN_ID  # what is offered has two seats: tests/custody/test_handovers.py
    channel: str = UNKNOWN_ID
    message: str = UNKNOWN_ID
    notification: str = UNKNOWN_ID
    reading_together: str = UNKNOWN_ID
    signing_key: str = UNKNOWN_ID  # as the keys of parties: tests/coordination/test_signing.py
    witness: str = UNKNOWN_ID  # the whole team knows the witnesses: tests/audit/test_witnesses.py
    controller: str = UNKNOWN_ID  # the whole team knows the controllers: tests/sharing/test_quarantine.py

    def ids(self, **changes: str) -> dict[str, str]:
        """For a path's parameters."""
        return (
            {"jit": self.jit, "evidence": self.evidence, "file": self.file, "opening": self.taking}
            | {
                "export": self.export,
                "member": self.member,
                "task": self.task,
                "rule": self.rule,
                "consent": self.consent,
                "copy": self.taking,
                "waiting": self.waiting,
                "flag": self.flag,
                "hold": self.hold,
                "working_session": self.working_session,
                "code": self.code,
                "operation": self.operation,
                "action": self.action,
                "protected": self.protected,
                "notice": self.notice,
                "challenge": self.challenge,
                "request": self.request,
                "hearing": self.hearing,
                "item": self.item,
                "deadline": self.deadline,
                "approval": self.approval,
                "use": self.use,
                "earlier": self.request,
                "result": self.result,
                "alert": self.alert,
                "emergency": self.emergency,
                "position": self.position,
                "feed": self.feed,
                "view": self.view,
                "change": self.change,
                "erasure": self.erasure,
                "handover": self.handover,
                "notification": self.notification,
                "reading": self.reading_together,
                "witness": self.witness,
                "controller": self.controller,
                "signing_key": self.signing_key,
                "channel": self.channel,
                "message": self.message,
                "party": "DE",
                "page": "1",
            }
            | changes
        )


async def fill(team: Team, exhibit: dict[str, Any]) -> HiddenExhibit:
    """A ready file, one under way, an opening of each act, a bundle, a task, a rule and a wish: all Noor's."""
    return await exported(team, await filled(team, exhibit))


async def exported(team: Team, hidden_exhibit: HiddenExhibit) -> HiddenExhibit:
    """With a bundle of the exhibit, which publishes a checkpoint."""
    scope = {"profile": "court", "scope": {"evidence": hidden_exhibit.evidence}}
    export = read_json(await team.client("noor").post(team.path("/exports"), json=scope), 202)
    await made(team, "noor", export)
    return replace(hidden_exhibit, export=export["id"])


async def filled(team: Team, exhibit: dict[str, Any]) -> HiddenExhibit:
    """Everything that `fill` makes except the bundle."""
    hidden_exhibit = await hung(team, exhibit)
    standing = await access_rules.rules(team)
    rule = standing[0] if standing else await access_rules.rule(team, category=None, to_party=None, level="none")
    consent = await consents.ask(team, "noor", use="question", evidence=None, party="DE")
    task = await tasks.assign(team, assignee=team.code("noor"), evidence=[exhibit["id"]])
    day, action, protected = await operations.filled(team)
    notice = await notices.create(team)
    request = read_json(await requests.move_item(team, "noor", await requests.sent(team, "noor"), "preserved"))
    hearing = await hearings.create(team, "noor", exhibit)
    standing_session = await working_sessions.current(team, "noor")
    feed = await team.client("noor").post(team.path("/calendar-feeds"), json={"name": "Telephone"})
    view = await team.client("noor").post(team.path("/evidence-views"), json={"name": "Mail"})
    told = (await notifications.listed(team, "noor"))[0]["id"]
    read = await team.client("noor").post(team.path("/notifications/readings"), json={"until": told})
    return replace(
        hidden_exhibit,
        task=task["id"],
        rule=rule["id"],
        consent=consent["id"],
        notification=told,
        reading_together=read_json(read, 201)["id"],
        operation=day["id"],
        action=action["id"],
        protected=protected["id"],
        notice=notice["id"],
        request=request["id"],
        hearing=hearing["id"],
        item=request["items"][0]["id"],
        deadline=request["clocks"][0]["id"],
        feed=read_json(feed, 201)["id"],
        view=read_json(view, 201)["id"],
        working_session=(standing_session or read_json(await working_sessions.begin(team, "noor"), 201))["id"],
    )


async def hung(team: Team, exhibit: dict[str, Any]) -> HiddenExhibit:
    """Create what belongs to the exhibit: files, openings, a label, a hold and a waiting release."""
    ready = await evidence.upload(team, "noor", exhibit)
    under_way = await evidence.announced(team, "noor", exhibit)
    await evidence.rendered(team, exhibit)
    await team.settled()
    registered = (await evidence.custody(team, "noor", exhibit))[0]
    labelled = await team.client("noor").post(team.path("/labels"), json={"evidence": [exhibit["id"]]})
    return HiddenExhibit(
        jit=team.id,
        evidence=exhibit["id"],
        file=ready["id"],
        uploading=under_way.rpartition("/")[2],
        reading=read_json(await evidence.open_it(team, "noor", exhibit), 201)["id"],
        taking=read_json(await evidence.take_it(team, "noor", exhibit), 201)["id"],
        member=team.seats["noor"]["id"],
        position=str(registered["position"]),
        flag=str(clock.new_id()),  # it needs another party that reads it: tests/evidence/test_flags.py
        waiting=read_json(await evidence.grant(team, "noor", exhibit, "CH"), 202)["id"],
        hold=read_json(await retention.hold(team, "noor", exhibit), 201)["holds"][0]["id"],
        code=read_json(labelled, 201)["items"][0]["code"],
    )


async def made(team: Team, who: str, export: dict[str, Any]) -> None:
    """Make the bundle of an export."""
    await team.run_jobs("exports")
    assert read_json(await team.client(who).get(team.path(f"/exports/{export['id']}")))["state"] == "ready"


async def talked(team: Team, who: str, party: str, hidden_exhibit: HiddenExhibit) -> HiddenExhibit:
    """And a channel of one party's own with a message in it: what each of its people sees, and nobody else."""
    channel = await messages.open_channel(team, who, parties=[party])
    return replace(hidden_exhibit, channel=channel["id"], message=(await messages.say(team, who, channel))["id"])


@pytest.fixture(scope="session")
def team_with_hidden(
    cluster: embedded.Cluster, founded: Founded, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Founded, HiddenExhibit]]:
    """The founded team with a hidden exhibit, created once per run."""
    database = f"hidden_{clock.new_id().hex}"
    urls = cluster.create_database(database, template=founded.database)
    state = tmp_path_factory.mktemp("hidden")
    shutil.copytree(founded.state, state, dirs_exist_ok=True)
    hidden_exhibit = asyncio.run(_bring(create_app(settings_for(urls, state)), founded))
    yield replace(founded, database=database, state=state), hidden_exhibit
    cluster.drop_database(database)


async def _bring(app: FastAPI, founded: Founded) -> HiddenExhibit:
    async with app.router.lifespan_context(app):
        team = await founded.awake_at(app)
        hidden_exhibit = await talked(team, "jonas", "DE", await fill(team, await evidence.register(team, "noor")))
        await leave(team)
        return hidden_exhibit


@pytest.fixture
def starting_team(founded: Founded, request: pytest.FixtureRequest) -> Founded:
    """The team with the hidden exhibit, for a test that takes it."""
    team_with_hidden: tuple[Founded, HiddenExhibit] | None = (
        request.getfixturevalue("team_with_hidden") if "team_with_hidden" in request.fixturenames else None
    )
    return founded if team_with_hidden is None else team_with_hidden[0]


@pytest.fixture
def hidden(team_with_hidden: tuple[Founded, HiddenExhibit]) -> HiddenExhibit:
    """An exhibit that only the Netherlands see."""
    return team_with_hidden[1]


async def other_team(team: Team) -> tuple[Team, HiddenExhibit]:
    """A second team in which Noor leads alone, and an exhibit of it; Claire has no seat there."""
    founded = read_json(await team.client("coordinator").post("/api/jits", json=jit_form(name="Operation Wick")), 201)
    other = Team(team.app, team.accounts, founded, {}, team.browsers)
    form = member_form(email_of("noor"), PEOPLE["noor"])
    proposed = read_json(await team.client("coordinator").post(other.path("/members"), json=form), 201)
    code = {"code": proposed["one_time_code"]}
    other.seats["noor"] = read_json(await team.client("noor").post("/api/redemptions", json=code))
    hidden_exhibit = await fill(other, await evidence.register(other, "noor"))
    return other, await talked(other, "noor", "NL", hidden_exhibit)
