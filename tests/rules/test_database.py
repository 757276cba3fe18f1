"""The locks in the database: forced row-level security, an insert-only ledger, roles that stay small, migrations that agree."""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest
from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import CheckConstraint, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from app import clock, connections, database, embedded, schema
from app.database import Database, Requester
from app.models import Table
from tests.factories.team import Team
from tests.support import role_functions
from tests.support.databases.affected import rows_affected

#: Tables that belong to no JIT.
OF_NO_TEAM = {
    "accounts",
    "alembic_version",
    "answered_challenges",
    "authenticator_apps",
    "organisation_accounts",
    "organisation_acts",
    "organisation_proposals",
    "organisations",
    "passkeys",
    "recovery_codes",
    "script_tokens",
    "sessions",
    "step_ups",
    "throttles",
}
INSERT_ONLY = ("entries", "headers", "entry_audience", "bodies", "fields", "positions", "checkpoints")
#: Rows that lists, searches and readers of the ledger go through by the hundred.
WALKED = ("evidence", "provenances", "files", "headers", "bodies", "fields", "entry_audience", "entries", "positions")
ROLES = ("liaison_app", "liaison_engine", "liaison_owner")


@asynccontextmanager
async def connected(urls: embedded.Urls, user: str) -> AsyncIterator[asyncpg.Connection]:
    url = make_url(urls.owner)
    connection = await asyncpg.connect(host=str(url.query["host"]), user=user, database=url.database)
    try:
        yield connection
    finally:
        await connection.close()


@pytest.fixture
async def superuser(database_urls: embedded.Urls) -> AsyncIterator[asyncpg.Connection]:
    """Past every policy, as no part of the product connects."""
    async with connected(database_urls, "postgres") as connection:
        yield connection


class TestRowLevelSecurity:
    async def test_is_enabled_and_forced_on_every_table_of_a_team(self, superuser: asyncpg.Connection) -> None:
        rows = await superuser.fetch(
            "select relname, relrowsecurity and relforcerowsecurity as locked from pg_class"
            " where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace"
        )
        locked = {row["relname"]: row["locked"] for row in rows}
        assert set(locked) - {"alembic_version"} == set(Table.metadata.tables)
        assert {name for name, is_locked in locked.items() if not is_locked} == OF_NO_TEAM
        assert len(locked) > 20

    async def test_every_table_of_a_team_has_a_policy_for_the_application(self, superuser: asyncpg.Connection) -> None:
        rows = await superuser.fetch("select tablename from pg_policies where 'liaison_app' = any (roles)")
        assert {row["tablename"] for row in rows} == set(Table.metadata.tables) - OF_NO_TEAM

    async def test_what_a_row_depends_on_is_looked_up_by_key(self, superuser: asyncpg.Connection) -> None:
        """Otherwise each policy below it is planned twice (decision 37), and one of the plans reads a whole table."""
        query = "select tablename, qual from pg_policies where policyname = 'seen' and tablename = any ($1)"
        found = {row["tablename"]: row["qual"] for row in await superuser.fetch(query, WALKED)}
        assert set(found) == set(WALKED)
        planned_twice = [name for name, qual in found.items() if qual.count("EXISTS (") != qual.count("OFFSET 0")]
        assert planned_twice == []

    async def test_without_a_setting_there_are_no_rows(self, team: Team, database_urls: embedded.Urls) -> None:
        async with connected(database_urls, "liaison_app") as application:
            for table in sorted(set(Table.metadata.tables) - OF_NO_TEAM):
                if await application.fetchval("select has_table_privilege($1, 'select')", table):
                    assert await application.fetchval(f"select count(*) from {table}") == 0, table  # noqa: S608
            await application.execute("set app.jit = ''")
            assert await application.fetchval("select count(*) from members") == 0
        assert team.id

    async def test_a_setting_never_outlives_its_transaction(self, team: Team) -> None:
        pool = team.context.database
        for _ in range(40):  # every connection of the pool comes round
            async with pool.writing(Requester(jit=team.jit_id)) as session:
                assert (await session.execute(text("select count(*) from members"))).scalar_one() > 10
            async with pool.reading() as session:
                assert (await session.execute(text("select count(*) from members"))).scalar_one() == 0

    async def test_the_owner_is_bound_too(self, team: Team, database_urls: embedded.Urls) -> None:
        async with connected(database_urls, "liaison_owner") as owner:
            for table in ("bodies", "fields", "parties", "provenances", "files", "confirmations"):
                assert await owner.fetchval(f"select count(*) from {table}") == 0, table  # noqa: S608
        assert team.id

    async def test_nobody_founds_without_the_right(self, team: Team) -> None:
        """Were the service's question forgotten, the policy would still ask."""
        jit = uuid4()
        bind = {"jit": jit, "origin": f"x/jits/{jit}/0", "day": date(2026, 1, 1), "now": clock.now()}
        insert = text(
            "insert into jits (id, name, reference, agreement_signed_on, time_zone, state, ledger_origin, founded_at)"
            " values (:jit, 'x', 'x', :day, 'UTC', 'operational', :origin, :now)"
        )
        with pytest.raises(DBAPIError, match="row-level security"):
            async with team.context.database.writing(Requester(account=team.accounts["noor"], jit=jit)) as session:
                await session.execute(insert, bind)

    async def test_a_member_row_is_never_entered_for_another_team(self, team: Team) -> None:
        async with team.context.database.writing(Requester(account=team.accounts["noor"], jit=uuid4())) as session:
            changed = await session.execute(text("update members set state = 'ended' where code <> 'NL-02'"))
            assert rows_affected(changed) == 0


class TestRoles:
    def test_are_asked_for_in_the_generated_functions_alone(self) -> None:
        generated = schema.FOLDER / "shared" / "roles.sql"
        assert generated.read_text(encoding="utf-8") == role_functions.sql(), "make generate"
        asked = re.compile(r"(?i)\broles(\(\))?\s*&&|'\w+'(::text)?\s*=\s*any\s*\(\s*(\w+\.)?(asking_)?roles\b")
        named = [path.name for path in schema.FOLDER.glob("*/*.sql") if asked.search(path.read_text(encoding="utf-8"))]
        assert named == [generated.name]


class TestTheDialectOfSchemaFiles:
    """SQL is written as by hand: `pg_dump` adds casts, qualifications, capitals and `ANY (ARRAY[...])`."""

    @pytest.mark.parametrize(
        ("left", "instead"),
        [
            (r"(?<!\|\| )(?<!select )'[^'\n]*'::(?:text|name)\b(?!\[)", "a literal without cast"),
            (r"= any \(array\['|<> all \(array\['", "in (...), not in (...)"),
            (r"\(\d+\)::", "a number without parentheses"),
            (r"\bpublic\.\w", "a name without its schema"),
            (r"\b(?:AND|OR|NOT|NULL|SELECT|FROM|WHERE|EXISTS|USING|CHECK|CASE|ARRAY|ANY)\b", "small letters"),
        ],
    )
    def test_is_the_same_in_every_file(self, left: str, instead: str) -> None:
        found = [
            f"{path.relative_to(schema.FOLDER)}: {one[0]}: write {instead}"
            for path in sorted(schema.FOLDER.rglob("*.sql"))
            for one in re.finditer(left, re.sub(r"--[^\n]*", "", path.read_text(encoding="utf-8")))
        ]
        assert not found


class TestTheLedgerIsInsertOnly:
    @pytest.mark.parametrize("role", ROLES)
    async def test_for_every_role(
        self, team: Team, database_urls: embedded.Urls, superuser: asyncpg.Connection, role: str
    ) -> None:
        await team.settled()
        async with connected(database_urls, role) as connection:
            await connection.execute("select set_config('app.jit', $1, false)", team.id)
            for table in INSERT_ONLY:
                before = await fingerprint(superuser, table)
                assert before or table == "checkpoints"
                for statement in changes(table):
                    try:
                        done = await connection.execute(statement)
                    except asyncpg.InsufficientPrivilegeError:
                        continue
                    # Forced row-level security shows the owner no row to change.
                    assert (role, done[-2:]) == ("liaison_owner", " 0"), statement
                assert await fingerprint(superuser, table) == before

    async def test_for_the_superuser_by_trigger(self, team: Team, superuser: asyncpg.Connection) -> None:
        """A restored replica or a careless hand: the triggers are unconditional."""
        await team.settled()
        await superuser.execute("set session_replication_role = replica")
        for table in INSERT_ONLY:
            if not await superuser.fetchval(f"select exists (select from {table})"):  # noqa: S608
                continue
            for statement in changes(table):
                with pytest.raises(asyncpg.PostgresError, match="insert-only"):
                    await superuser.execute(statement)

    async def test_the_engine_reads_no_content(self, team: Team, database_urls: embedded.Urls) -> None:
        statements = (
            "select canonical from bodies",
            "select value from fields",
            "select email from accounts",
            "select password_hash from accounts",
            "select secret_hash from sessions",
            "select name from members",
            "select title from evidence",
            "select * from provenances",
            "select name from files",
        )
        async with connected(database_urls, "liaison_engine") as engine:
            for statement in statements:
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    await engine.fetch(statement)
        assert team.id

    async def test_the_application_makes_no_accounts(self, team: Team, database_urls: embedded.Urls) -> None:
        statements = (
            "insert into accounts (id, email, name, password_hash, created_at) values (gen_random_uuid(), 'x@y', 'x', 'x', now())",
            "update accounts set may_found = true",
            "update accounts set email = 'x@y'",
            "update accounts set closed_at = null",
            "update sessions set expires_at = now() + interval '1 year'",
            "delete from sessions",
            "update members set roles = '{leader}'",
            "update members set party = null",
            "delete from members",
            "create table stolen (x int)",
        )
        async with connected(database_urls, "liaison_app") as application:
            for statement in statements:
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    await application.execute(statement)
        assert team.id


def changes(table: str) -> Iterator[str]:
    """Every way to take back what was written."""
    column = next(iter(Table.metadata.tables[table].primary_key.columns)).name
    if table != "entry_audience":
        yield f"update {table} set {column} = {column}"  # noqa: S608
    else:
        yield "update entry_audience set level = 3"
    yield f"delete from {table}"  # noqa: S608
    yield f"truncate {table} cascade"


async def fingerprint(connection: asyncpg.Connection, table: str) -> str:
    query = f"select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from {table} t"  # noqa: S608
    return str(await connection.fetchval(query))


class TestStarting:
    @pytest.mark.parametrize("role", ["postgres", "liaison_owner"])
    async def test_as_superuser_or_owner_is_refused(self, database_urls: embedded.Urls, role: str) -> None:
        url = make_url(database_urls.owner).set(username=role).render_as_string(hide_password=False)
        for urls in ((url, database_urls.engine), (database_urls.app, url)):
            with pytest.raises(RuntimeError, match="bypasses row-level security"):
                async with Database(*urls):
                    pass

    @pytest.mark.parametrize("option", ["bypassrls", "in role liaison_owner"])
    async def test_as_a_role_with_the_same_might_too(
        self, database_urls: embedded.Urls, superuser: asyncpg.Connection, option: str
    ) -> None:
        role = f"superuser_{uuid4().hex}"
        await superuser.execute(f"create role {role} {option}")
        engine = create_async_engine(make_url(database_urls.owner).set(username="postgres"), poolclass=NullPool)
        try:
            async with engine.connect() as connection:
                await connection.execute(text(f"set role {role}"))
                with pytest.raises(RuntimeError, match=role):
                    await connections.reject_privileged_role(connection)
        finally:
            await superuser.execute(f"drop role {role}")

    async def test_as_the_two_small_roles_is_not(self, database_urls: embedded.Urls) -> None:
        async with Database(database_urls.app, database_urls.engine) as small:
            assert await small.answers()


class TestMigrations:
    @staticmethod
    def config(url: str) -> Config:
        config = Config()
        config.set_main_option("script_location", str(database.MIGRATIONS))
        config.attributes["url"] = url
        return config

    def test_from_nothing_and_again(self, cluster: embedded.Cluster) -> None:
        name = f"empty_{uuid4().hex}"
        urls = cluster.create_database(name)
        try:
            database.migrate(urls.owner)
            database.migrate(urls.owner)
            command.check(self.config(urls.owner))
        finally:
            cluster.drop_database(name)

    async def test_a_changed_schema_file_is_applied_and_what_no_file_names_is_dropped(
        self, database_urls: embedded.Urls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shutil.copytree(schema.FOLDER, tmp_path / "schema")
        (tmp_path / "schema/custody/disclosures.sql").unlink()
        (tmp_path / "schema/teams/more.sql").write_text("create function of_no_use() returns int return 1;\n", "utf-8")
        monkeypatch.setattr(schema, "FOLDER", tmp_path / "schema")
        await asyncio.to_thread(database.migrate, database_urls.owner)
        async with connected(database_urls, "liaison_owner") as owner:
            assert await owner.fetchval("select of_no_use()") == 1
            assert await owner.fetchval("select count(*) from pg_policies where tablename = 'disclosures'") == 0
            assert await owner.fetchval("select count(*) from pg_policies where tablename = 'copies'") > 0

    def test_the_tables_are_what_the_models_say(self, database_urls: embedded.Urls) -> None:
        command.check(self.config(database_urls.owner))

    async def test_every_check_of_the_models_is_the_tables_and_holds_for_all_rows(
        self, superuser: asyncpg.Connection
    ) -> None:
        """Which the comparison does not look at."""
        rows = await superuser.fetch("select conname, convalidated from pg_constraint where contype = 'c'")
        found = {row["conname"]: row["convalidated"] for row in rows}
        said = [one for table in Table.metadata.tables.values() for one in table.constraints]
        names = {str(one.name) for one in said if isinstance(one, CheckConstraint)}
        assert len(names) > 200
        assert names - set(found) == set()
        assert {name for name in names if not found[name]} == set()

    async def test_every_moment_and_day_lies_within_bounds(self, superuser: asyncpg.Connection) -> None:
        """One that a seat wrote in SQL, beyond what any clock shows, would stop whoever reads its row."""
        rows = await superuser.fetch(
            "select c.relname || '.' || a.attname as name, pg_get_constraintdef(k.oid) as holds from pg_class c"
            " join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
            " left join pg_constraint k on k.conrelid = c.oid and k.conname = 'ck_' || c.relname || '_' || a.attname || '_within'"
            " where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')"
            " and format_type(a.atttypid, null) ~ '^(timestamp|date)'"
        )
        assert len(rows) > 150
        assert {row["name"] for row in rows if row["holds"] is None} == {"headers.at", "timestamps.at"}
        years = {int(year) for row in rows if row["holds"] for year in re.findall(r"'(\d{4})-01-0[12]", row["holds"])}
        assert years == {clock.EARLIEST.year, clock.LATEST.year}, "as the forms demand"

    async def test_trigger_function_called_by_a_member_is_refused(self, superuser: asyncpg.Connection) -> None:
        rows = await superuser.fetch(
            "select proname, has_function_privilege('public', oid, 'execute') as open from pg_proc"
            " where pronamespace = 'public'::regnamespace and prorettype = 'trigger'::regtype"
        )
        assert len(rows) > 70
        assert {row["proname"] for row in rows if row["open"]} == set()

    async def test_a_database_of_before_the_baseline_is_refused_with_what_to_do(
        self, database_urls: embedded.Urls
    ) -> None:
        async with connected(database_urls, "liaison_owner") as owner:
            await owner.execute("update alembic_version set version_num = '0042'")
        with pytest.raises(RuntimeError, match="Start it once with the version"):
            await asyncio.to_thread(database.migrate, database_urls.owner)

    async def test_a_difference_would_be_found(self, database_urls: embedded.Urls) -> None:
        async with connected(database_urls, "liaison_owner") as owner:
            await owner.execute("alter table accounts add column surprise text")
        with pytest.raises(CommandError, match="New upgrade operations detected"):
            await asyncio.to_thread(command.check, self.config(database_urls.owner))

    def test_every_revision_waits_for_no_lock(self) -> None:
        revisions = sorted((database.MIGRATIONS / "versions").glob("*.py"))
        assert revisions
        for revision in revisions:
            assert "set local lock_timeout" in revision.read_text("utf-8"), revision.name
