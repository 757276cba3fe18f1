"""Row-level security, grants, insert-only ledger.

Who asks is told by transaction-local settings (`app/database.py`). A table of a JIT shows a row only where its policy
admits the asker; no setting, no row. The predicates read settings, `releases` and `entry_audience`; nothing else.

Revision: 0002, after 0001
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ASKING = """
create function asking_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account', true), '')::uuid;
create function asking_jit() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.jit', true), '')::uuid;
create function asking_party() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.party', true), '')::uuid;
create function asking_authority() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.authority', true), '')::uuid;
create function asking_seat() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.seat', true), '')::uuid;
create function asking_roles() returns text[] language sql stable parallel safe
  return coalesce(nullif(current_setting('app.roles', true), ''), '{}')::text[];

-- The auditor of the whole team, by agreement of all: a seat without a party.
create function asking_as_jit_auditor() returns boolean language sql stable parallel safe
  return asking_party() is null and asking_seat() is not null and 'auditor' = any (asking_roles());

-- The level at which a release admits the asker: 0 not at all, 1 listed, 2 readable, 3 held (access.md, Words).
-- Null seats and authorities: leaders and members at its level, coordinator and auditor at listed, others not.
-- An auditor never rises above listed, however it is named.
create function admitted(level smallint, authorities uuid[], seats uuid[], not_before timestamptz, until timestamptz)
  returns integer language sql stable parallel safe
  return case
    when not_before > statement_timestamp() or until <= statement_timestamp() then 0
    when seats is not null and not (asking_seat() = any (seats)) then 0
    when seats is not null and asking_seat() is null then 0
    when authorities is not null and (asking_authority() is null or not (asking_authority() = any (authorities))) then 0
    when 'auditor' = any (asking_roles()) then case when authorities is null then least(level, 1) else 0 end
    when seats is not null then level
    when asking_roles() && array['leader', 'member'] then level
    when authorities is null and 'coordinator' = any (asking_roles()) then least(level, 1)
    else 0
  end;

-- Whether an audience row of an entry speaks to the asker at `wanted` or above. An auditor of a party reads
-- whatever its party reads; a row without a party speaks to the whole team.
create function hears(party uuid, level smallint, authorities uuid[], seats uuid[], wanted integer)
  returns boolean language sql stable parallel safe
  return asking_as_jit_auditor()
    or party is null
    or (party = asking_party() and level >= wanted
        and ('auditor' = any (asking_roles()) or admitted(level, authorities, seats, null, null) >= wanted));
"""

CHAINS = """
-- Takes the exhibit's chain under its row lock and tells where it stands. Refuses what the asker cannot see:
-- the exhibit's own policy is asked, as the asker (security definer runs under the same settings).
create function take_chain(wanted uuid, out n bigint, out previous bytea)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user <> 'liaison_engine' then
    perform 1 from releases r where r.evidence = wanted and r.jit = asking_jit()
      and ((r.party = asking_party() and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0)
           or asking_as_jit_auditor());
    if not found then
      raise exception 'no such exhibit' using errcode = 'no_data_found';
    end if;
  end if;
  insert into chains (evidence, n) values (wanted, 0) on conflict do nothing;
  select c.n, c.previous into n, previous from chains c where c.evidence = wanted for update;
end $$;

create function advance_chain(wanted uuid, taken bigint, reached bigint, commitment bytea) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update chains c set n = reached, previous = commitment
   where c.evidence = wanted and c.n = taken and reached > taken
     and exists (select 1 from entries e where e.commitment = advance_chain.commitment
                 and (session_user = 'liaison_engine' or e.jit = asking_jit()));
  if not found then
    raise exception 'the chain of % moved', wanted using errcode = 'serialization_failure';
  end if;
end $$;
revoke all on function take_chain, advance_chain from public;
grant execute on function take_chain, advance_chain to liaison_app, liaison_engine;
"""

WRITING = """
-- Definer functions for what a writer must not be able to see and yet must not contradict. Each answers yes or no about
-- ids that the asker names, and opens nothing.

-- A release row may be written for an exhibit that is not there yet, or that the asker's own party originates: nobody
-- releases to itself what another holds.
create function may_release(wanted uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return not exists (select 1 from evidence e where e.id = wanted and e.originator is distinct from asking_party());

-- Parts of an entry are written with it, by one statement, which does not see the entry itself: once it is there, nobody
-- adds to it.
create function is_new_entry(wanted uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return not exists (select 1 from headers h where h.entry = wanted);

-- Later a leader of the originator opens an exhibit's past to a party; nobody else widens an audience.
create function may_address(wanted uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return is_new_entry(wanted) or ('leader' = any (asking_roles()) and exists (
    select 1 from headers h join evidence e on e.id = h.evidence
     where h.entry = wanted and h.jit = asking_jit() and e.originator = asking_party()));

-- The first seat of a team is its founder's; every other is proposed.
create function has_no_seats(wanted uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return not exists (select 1 from members m where m.jit = wanted);

revoke all on function may_release, is_new_entry, may_address, has_no_seats from public;
grant execute on function may_release, is_new_entry, may_address, has_no_seats to liaison_app;
"""

# (table, what may be seen, what may be inserted, what may be updated, what may be deleted); None: nothing.
POLICIES: list[tuple[str, str, str | None, str | None, str | None]] = [
    (
        "jits",
        (
            "id = asking_jit() or exists (select 1 from members m where m.jit = jits.id and m.account = asking_account()"
            " and m.state <> 'ended')"
        ),
        "id = asking_jit() and exists (select 1 from accounts a where a.id = asking_account() and a.may_found)",
        "id = asking_jit() and 'administrator' = any (asking_roles())",
        None,
    ),
    (
        "parties",
        (
            "jit = asking_jit() or exists (select 1 from members m where m.jit = parties.jit and m.account = asking_account()"
            " and m.state <> 'ended')"
        ),
        "jit = asking_jit()",
        None,
        None,
    ),
    (
        "authorities",
        (
            "jit = asking_jit() or exists (select 1 from members m where m.jit = authorities.jit and"
            " m.account = asking_account() and m.state <> 'ended')"
        ),
        "jit = asking_jit()",
        None,
        None,
    ),
    (
        "members",
        # The last part shows a proposal to the person it names, whose account was made after it: a one-time code is redeemed
        # before anybody sits.
        (
            "account = asking_account() or jit = asking_jit() or (account is null and state = 'proposed'"
            " and exists (select 1 from accounts a where a.id = asking_account() and a.email = members.email))"
        ),
        (
            "jit = asking_jit() and (('coordinator' = any (asking_roles()) and state = 'proposed')"
            " or (asking_seat() is null and account = asking_account() and has_no_seats(jit)))"
        ),
        (
            "(jit = asking_jit() and asking_roles() && array['leader', 'coordinator'])"
            " or (asking_seat() is null and email = (select a.email from accounts a where a.id = asking_account()))"
        ),
        None,
    ),
    (
        "confirmations",
        "jit = asking_jit()",
        # A leader's own word for the leader's own party.
        (
            "jit = asking_jit() and party = asking_party() and confirmed_by = asking_seat()"
            " and 'leader' = any (asking_roles())"
        ),
        None,
        None,
    ),
    (
        "releases",
        (
            "jit = asking_jit() and (asking_as_jit_auditor()"
            " or (party = asking_party() and admitted(level, authorities, seats, not_before, until) > 0)"
            " or (originator = asking_party() and admitted(3::smallint, null, own_seats, null, null) > 0))"
        ),
        (
            "jit = asking_jit() and originator = asking_party() and may_release(evidence)"
            " and (party = asking_party() or 'leader' = any (asking_roles()))"
        ),
        "jit = asking_jit() and originator = asking_party() and 'leader' = any (asking_roles())",
        "jit = asking_jit() and originator = asking_party() and party <> originator and 'leader' = any (asking_roles())",
    ),
]

_RELEASED = (
    "exists (select 1 from releases r where r.jit = {table}.jit and r.evidence = {table}.{key}"
    " and r.party = asking_party() and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= {level})"
)
_OWN = (
    "jit = asking_jit() and exists (select 1 from releases r where r.jit = {table}.jit and r.evidence = {table}.{key}"
    " and r.originator = asking_party() and r.party = asking_party()"
    " and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)"
)


def _released(table: str, level: int, key: str = "evidence") -> str:
    return _RELEASED.format(table=table, key=key, level=level)


def _own(table: str, key: str = "evidence") -> str:
    return _OWN.format(table=table, key=key)


POLICIES += [
    (
        "evidence",
        f"jit = asking_jit() and (asking_as_jit_auditor() or {_released('evidence', 1, 'id')})",
        "jit = asking_jit() and originator = asking_party() and asking_roles() && array['leader', 'member']",
        _own("evidence", "id"),
        None,
    ),
    (
        "provenances",
        f"jit = asking_jit() and {_released('provenances', 2)}",
        _own("provenances"),
        _own("provenances"),
        None,
    ),
    (
        "files",
        # What is not ready is its own party's affair: under way, kept apart, or discarded.
        f"jit = asking_jit() and {_released('files', 2)} and (state = 'ready' or {_own('files')})",
        _own("files"),
        _own("files"),
        _own("files"),
    ),
    ("segments", f"jit = asking_jit() and {_released('segments', 2)}", _own("segments"), None, _own("segments")),
    ("renditions", f"jit = asking_jit() and {_released('renditions', 2)}", None, None, None),
    (
        "openings",
        "jit = asking_jit() and seat = asking_seat()",
        f"jit = asking_jit() and seat = asking_seat() and {_released('openings', 2)}",
        None,
        None,
    ),
    (
        "exports",
        "jit = asking_jit() and requested_by = asking_seat()",
        "jit = asking_jit() and requested_by = asking_seat()",
        "jit = asking_jit() and requested_by = asking_seat()",
        None,
    ),
    # The ledger.
    (
        "entry_audience",
        "jit = asking_jit() and hears(party, level, authorities, seats, 1)",
        "jit = asking_jit() and may_address(entry)",
        None,
        None,
    ),
    (
        "headers",
        (
            "jit = asking_jit() and exists (select 1 from entry_audience a where a.entry = headers.entry"
            " and hears(a.party, a.level, a.authorities, a.seats, 1))"
            " or jit = asking_jit() and asking_as_jit_auditor()"
        ),
        # What is done is done in one's own name, to what one may see.
        (
            "jit = asking_jit() and party is not distinct from asking_party()"
            " and (evidence is null or exists (select 1 from evidence e where e.id = headers.evidence))"
        ),
        None,
        None,
    ),
    (
        "bodies",
        (
            "jit = asking_jit() and (asking_as_jit_auditor() or exists (select 1 from entry_audience a"
            " where a.entry = bodies.entry and hears(a.party, a.level, a.authorities, a.seats, 1)))"
        ),
        "jit = asking_jit() and is_new_entry(entry)",
        None,
        None,
    ),
    (
        "fields",
        (
            "jit = asking_jit() and (asking_as_jit_auditor() or exists (select 1 from entry_audience a"
            " where a.entry = fields.entry"
            " and hears(a.party, a.level, a.authorities, a.seats, case fields.readers when 'readable' then 2 else 1 end))"
            " and (readers <> 'actor' or exists (select 1 from headers h where h.entry = fields.entry"
            " and h.party = asking_party())))"
        ),
        "jit = asking_jit() and is_new_entry(entry)",
        None,
        None,
    ),
    (
        "positions",
        (
            "jit = asking_jit() and (position < (select coalesce(max(c.size), 0) from checkpoints c where c.jit = asking_jit())"
            " or exists (select 1 from headers h where h.entry = positions.entry))"
        ),
        None,
        None,
        None,
    ),
    (
        "entries",
        (
            "jit = asking_jit() and (exists (select 1 from headers h where h.entry = entries.id)"
            " or exists (select 1 from positions p where p.entry = entries.id))"
        ),
        "jit = asking_jit()",
        None,
        None,
    ),
    ("checkpoints", "jit = asking_jit()", None, None, None),
    ("pending", "false", "jit = asking_jit()", None, None),
    ("trees", "false", "jit = asking_jit() and size = 0", None, None),
    ("chains", "false", None, None, None),
]

# What the engine (sequencer, hub, worker) may do: no bodies, no fields, no names, no content.
ENGINE: dict[str, str] = {
    "jits": "select (id, ledger_origin, state, founded_at)",
    "parties": "select (id, jit, code, kind, status)",
    "members": "select (id, jit, party, authority, account, code, roles, state)",
    "sessions": "select (id, account, kind, last_seen_at, expires_at, ended_at), delete",
    "accounts": "select (id, closed_at)",
    "throttles": "select, delete",
    "releases": "select, update (effective, state)",
    "evidence": "select (id, jit, originator, status)",
    "files": "select (id, jit, evidence, state, renditions, media_type, size_bytes, created_at), update (renditions)",
    "segments": "select",
    "renditions": "select, insert, delete",
    "openings": "select (session)",
    "exports": "select, update (entry, state, ready_at, size_bytes, sha256, entries, withheld, problem, version)",
    "entries": "select, insert",
    "headers": "select, insert",
    "entry_audience": "select, insert",
    "bodies": "insert",
    "fields": "insert",
    "pending": "select, insert, delete",
    "positions": "select, insert",
    "trees": "select, insert, update",
    "checkpoints": "select, insert",
}

APPLICATION: dict[str, str] = {
    "accounts": "select, update (password_hash, locale, time_zone, name)",
    "sessions": "select, insert, update (last_seen_at, ended_at)",
    "throttles": "select, insert, update, delete",
    "jits": "select, insert, update (name, state, version)",
    "parties": "select, insert",
    "authorities": "select, insert",
    "members": "select, insert, update (account, name, state, seated_at, one_time_code_hash, one_time_code_expires_at, version)",
    "confirmations": "select, insert",
    "evidence": "select, insert, update (title, status, files_count, files_bytes, version)",
    "provenances": "select, insert, update (description, acquired_by, place, legal_basis)",
    "files": "select, insert, update (media_type, received_bytes, sha256, state, renditions, received_at, version), delete",
    "segments": "select, insert, delete",
    "renditions": "select",
    "releases": "select, insert, delete, update (level, authorities, seats, own_seats, not_before, until,"
    " purposes, basis, granted_by, granted_at, effective, state, version)",
    "openings": "select, insert",
    "exports": "select, insert, update (entry, state, ready_at, size_bytes, sha256, entries, withheld, problem, version)",
    "entries": "select, insert",
    "headers": "select, insert",
    "entry_audience": "select, insert",
    "bodies": "select, insert",
    "fields": "select, insert",
    "positions": "select",
    "checkpoints": "select",
    "pending": "insert",
    "trees": "insert",
}

INSERT_ONLY = ("entries", "headers", "entry_audience", "bodies", "fields", "positions", "checkpoints")


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (ASKING, CHAINS, WRITING):
        _run(statement)
    op.execute("grant usage on schema public to liaison_app, liaison_engine")
    for table, grant in APPLICATION.items():
        op.execute(f"grant {grant} on {table} to liaison_app")
    for table, grant in ENGINE.items():
        op.execute(f"grant {grant} on {table} to liaison_engine")
    for policy in POLICIES:
        _lock(*policy)
    # The definer functions run as the owner, whom FORCE binds too: these are the only rows they may meet.
    for table in ("chains", "releases", "entries", "headers", "evidence", "members"):
        op.execute(f"create policy definer on {table} to liaison_owner using (true) with check (true)")
    _run(
        """
        create function refuse_change() returns trigger language plpgsql as $$
        begin raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege'; end $$
        """
    )
    for table in INSERT_ONLY:
        op.execute(
            f"create trigger insert_only before update or delete on {table} for each row execute function refuse_change()"
        )
        op.execute(
            f"create trigger no_truncate before truncate on {table} for each statement execute function refuse_change()"
        )
        op.execute(f"alter table {table} enable always trigger insert_only")
        op.execute(f"alter table {table} enable always trigger no_truncate")


def _lock(table: str, seen: str, inserted: str | None, updated: str | None, deleted: str | None) -> None:
    """Row-level security for one table, forced, so that it holds the owner too."""
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"alter table {table} force row level security")
    op.execute(f"create policy seen on {table} for select to liaison_app using ({seen})")
    if inserted:
        op.execute(f"create policy inserted on {table} for insert to liaison_app with check ({inserted})")
    if updated:
        op.execute(f"create policy updated on {table} for update to liaison_app using ({seen}) with check ({updated})")
    if deleted:
        op.execute(f"create policy deleted on {table} for delete to liaison_app using ({deleted})")
    if table in ENGINE:
        op.execute(f"create policy engine on {table} to liaison_engine using (true) with check (true)")


def _run(script: str) -> None:
    """asyncpg takes one statement at a time; a statement ends with `;` at the end of a line, outside $$."""
    statement = ""
    for line in script.splitlines():
        if not statement and (not line.strip() or line.lstrip().startswith("--")):
            continue
        statement += line + "\n"
        if line.rstrip().endswith(";") and statement.count("$$") % 2 == 0:
            op.execute(statement)
            statement = ""
    if statement.strip():
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("The locks are not taken off; restore a backup made before.")
