"""The end of a team: declared by an administrator, agreed to by a leader of every party, and held by the database from then on.

`waiting_of` counts what must not be cut off, as whoever asks may know it. `close_team` asks the same of the whole team, and is the
only way into `closed`: it holds the team's row against everybody who is just entering something, looks at agreements, and demands
that the last entry is `jit.closed`, which enters no ledger otherwise. From then on
`refuse_closed` refuses every row of the team, whoever writes it, but what is told about the ledger: checkpoints, cosignatures, time
stamps, alarms, bundles, the access log. `is_entered` says whether this very transaction enters something of a kind.

Revision: 0059, after 0058
"""

from alembic import op

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table closings (
      id uuid not null constraint pk_closings primary key,
      jit uuid not null,
      clause text not null,
      reason text not null,
      declared_by uuid not null,
      declared_at timestamptz not null,
      withdrawn_by uuid,
      withdrawn_at timestamptz,
      closed_by uuid,
      closed_at timestamptz,
      constraint uq_closings_jit_id unique (jit, id),
      constraint ck_closings_withdrawn
        check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null or closed_at is null)),
      constraint ck_closings_closed check ((closed_at is null) = (closed_by is null)),
      constraint fk_closings_jit foreign key (jit) references jits (id),
      constraint fk_closings_jit_declared_by foreign key (jit, declared_by) references members (jit, id),
      constraint fk_closings_jit_withdrawn_by foreign key (jit, withdrawn_by) references members (jit, id),
      constraint fk_closings_jit_closed_by foreign key (jit, closed_by) references members (jit, id)
    )
    """,
    "create unique index ix_closings_standing on closings (jit) where withdrawn_at is null",
    """
    create table closing_assents (
      closing uuid not null,
      seat uuid not null,
      jit uuid not null,
      party uuid not null,
      agreed_at timestamptz not null,
      constraint pk_closing_assents primary key (closing, seat),
      constraint fk_closing_assents_jit_closing foreign key (jit, closing) references closings (jit, id),
      constraint fk_closing_assents_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint fk_closing_assents_jit_party foreign key (jit, party) references parties (jit, id)
    )
    """,
)

# As in 0036, and whether the team is closed.
TAKE_SEAT = """
create function take_seat(who uuid, wanted uuid, with_head boolean default false)
  returns table (seat uuid, ledger_origin text, code text, name text, party uuid, party_code text, party_kind text,
                 authority uuid, authority_code text, roles text[], "function" text, reserved boolean, closed boolean, head bigint)
  language plpgsql volatile as $$
#variable_conflict use_column
begin
  perform set_config('app.account', who::text, true), set_config('app.jit', wanted::text, true),
          set_config('app.party', '', true), set_config('app.authority', '', true),
          set_config('app.seat', '', true), set_config('app.roles', '{}', true);
  select m.id, j.ledger_origin, m.code, m.name, m.party, p.code, p.kind, m.authority, a.code, m.roles, m.function,
         j.state = 'closed'
    into seat, ledger_origin, code, name, party, party_code, party_kind, authority, authority_code, roles, "function", closed
    from members m
    join jits j on j.id = m.jit
    left join parties p on p.jit = m.jit and p.id = m.party
    left join authorities a on a.jit = m.jit and a.party = m.party and a.id = m.authority
   where m.account = who and m.jit = wanted and m.state = 'seated'
     and (m.until is null or m.until > statement_timestamp())
     and (m.party is null or (p.status = 'active' and (p.leaves_at is null or p.leaves_at > statement_timestamp())));
  if not found then
    perform set_config('app.jit', '', true);
    return;
  end if;
  perform set_config('app.party', coalesce(party::text, ''), true),
          set_config('app.authority', coalesce(authority::text, ''), true),
          set_config('app.seat', seat::text, true), set_config('app.roles', roles::text, true);
  reserved := false;
  if "function" <> 'judicial' and 'leader' = any (roles) then
    reserved := exists (select 1 from reservations r where r.jit = wanted and r.party = take_seat.party and r.judicial);
  end if;
  if with_head then
    head := ledger_head(wanted);
  end if;
  return next;
end $$
"""

#: What waits, by its word: rows that whoever asks may see. The twin of `Waits` in services/closing.py.
WAITS = {
    "exhibits": "evidence x where x.jit = team and x.status <> 'erased'",
    "holds": "holds x where x.jit = team and x.lifted_at is null",
    "erasures": "erasures x where x.jit = team and x.destroyed_at is null",
    "field_erasures": "field_erasures x where x.jit = team and x.erased_at is null",
    "releases": "waiting_releases x where x.jit = team",
    "consents": "consents x where x.jit = team and x.state in ('requested', 'seen')",
    "tasks": "tasks x where x.jit = team and x.state in ('open', 'in_progress', 'blocked')",
    "handovers": "handovers x where x.jit = team and x.state = 'offered'",
    "copies": "copies x where x.jit = team and x.asked_at is not null and x.answered_at is null",
    "flags": "flags x where x.jit = team and x.decision is null",
    "emergencies": "emergencies x where x.jit = team and (x.verdict is null or x.settled_at is null)",
    "alerts": "alerts x where x.jit = team and x.acknowledged_at is null",
    "bundles": "exports x where x.jit = team and x.state in ('queued', 'running')",
    "leavings": "leavings x where x.jit = team and x.withdrawn_at is null and x.ended_at is null",
    "parties": "parties x where x.jit = team and x.status = 'suspended'",
}
#: What waits for the clock alone, and is nobody's to settle: a moment.
SOON = {
    "refusals": "refusals x where x.jit = team",
    "followed": "followed x where x.jit = team",
}


def _counts(waits: dict[str, str]) -> str:
    return " union all ".join(f"select '{what}', count(*) from {rows}" for what, rows in waits.items())  # noqa: S608 - constants


WAITING = (
    f"""
    create function waiting_of(team uuid) returns table (what text, many bigint)
      language sql stable set search_path = public, pg_temp
    begin atomic
      {_counts(WAITS)};
    end
    """,
    # A row of the queue that this transaction wrote is of an entry that it enters.
    """
    create function is_entered(team uuid, of_kinds text[], named uuid default null) returns boolean
      language sql volatile security definer set search_path = public, pg_temp
      return exists (
        select 1 from pending q join headers h on h.entry = q.entry
         where q.jit = team and q.xmin = pg_current_xact_id()::xid and h.kind = any (of_kinds)
           and (named is null or h.evidence = named or h.about = named))
    """,
    # Every party that somebody leads has agreed, by a seat that still leads it. One that nobody leads decides nothing here.
    """
    create function lacks_assent(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select 1 from closings c join members m on m.jit = c.jit and m.state = 'seated' and 'leader' = any (m.roles)
            and (m.until is null or m.until > statement_timestamp())
          join parties p on p.jit = c.jit and p.id = m.party and p.status <> 'left'
         where c.id = wanted and not exists (
           select 1 from closing_assents a join members s on s.jit = a.jit and s.id = a.seat
            where a.closing = c.id and a.party = p.id and s.party = p.id and s.state = 'seated' and 'leader' = any (s.roles)
              and (s.until is null or s.until > statement_timestamp())))
    """,
    # A bundle under way but those of the closing itself, whose entries this transaction enters; and what waits for the clock.
    f"""
    create function something_runs(team uuid) returns boolean
      language sql volatile security definer set search_path = public, pg_temp
      return exists (select 1 from exports x where x.jit = team and x.state in ('queued', 'running')
                       and not exists (select 1 from pending q where q.entry = x.entry and q.xmin = pg_current_xact_id()::xid))
        or exists (select 1 from ({_counts(SOON)}) s (what, many) where s.many > 0)
    """,  # noqa: S608 - constants of this file
    """
    create function close_team(wanted uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      team constant uuid := asking_jit();
    begin
      if not 'administrator' = any (asking_roles()) or asking_seat() is null then
        raise exception 'an administrator closes a team' using errcode = 'insufficient_privilege';
      end if;
      perform 1 from jits j where j.id = team and j.state = 'trial' for update;
      if not found then
        raise exception 'a team is closed after its trial phase' using errcode = 'insufficient_privilege';
      end if;
      perform 1 from closings c where c.id = wanted and c.jit = team and c.withdrawn_at is null and c.closed_at is null for update;
      if not found or lacks_assent(wanted) then
        raise exception 'a leader of every party agrees first' using errcode = 'insufficient_privilege';
      end if;
      if exists (select 1 from waiting_of(team) w where w.many > 0 and w.what <> 'bundles') or something_runs(team) then
        raise exception 'something waits that must not be cut off' using errcode = 'LJ002';
      end if;
      if not exists (select 1 from pending q join headers h on h.entry = q.entry
                      where h.jit = team and h.kind = 'jit.closed' and h.about = wanted
                        and q.id = (select max(l.id) from pending l where l.jit = team)) then
        raise exception 'its last entry says that it is closed' using errcode = 'insufficient_privilege';
      end if;
      update closings set closed_by = asking_seat(), closed_at = statement_timestamp() where id = wanted;
      update jits set state = 'closed', version = version + 1 where id = team;
    end $$
    """,
)

LOCKS = (
    """
    create function refuse_closed() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      -- Shared with who else enters something, and not with who closes the team: one waits for the other.
      perform 1 from jits j where j.id in (select t.jit from touched t) for share;
      if exists (select 1 from jits j where j.id in (select t.jit from touched t) and j.state = 'closed') then
        raise exception 'the team is closed: nothing is entered any more' using errcode = 'LJ001';
      end if;
      return null;
    end $$
    """,
    """
    create function keep_closed() returns trigger language plpgsql as $$
    begin
      raise exception 'the team is closed: nothing is entered any more' using errcode = 'LJ001';
    end $$
    """,
    """
    create trigger keep_closed before update or delete on jits for each row when (old.state = 'closed')
      execute function keep_closed()
    """,
    "alter table jits enable always trigger keep_closed",
    # The last entry is entered by a closing, or not at all.
    """
    create function demand_closed() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if not exists (select 1 from jits j where j.id = new.jit and j.state = 'closed') then
        raise exception 'a ledger ends with its team' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$
    """,
    """
    create constraint trigger demand_closed after insert on headers deferrable initially deferred for each row
      when (new.kind = 'jit.closed') execute function demand_closed()
    """,
    "alter table headers enable always trigger demand_closed",
    # Each step of a closing is an entry of the same transaction.
    """
    create function demand_entered() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if not is_entered(new.jit, tg_argv[0]::text[]) then
        raise exception 'what is done in a team stands in its ledger' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$
    """,
    """
    create constraint trigger entered after insert on closings deferrable initially deferred for each row
      execute function demand_entered('{jit.closing_declared}')
    """,
    """
    create constraint trigger entered_too after update on closings deferrable initially deferred for each row
      execute function demand_entered('{jit.closing_withdrawn,jit.closed}')
    """,
    """
    create constraint trigger entered after insert on closing_assents deferrable initially deferred for each row
      execute function demand_entered('{jit.closing_agreed}')
    """,
)

#: What goes on after the end: what is told about the ledger as it is, bundles of it, and who asked for what.
GOES_ON = (
    "access_log",
    "alarms",
    "calendar_feeds",
    "checkpoints",
    "cosignatures",
    "exports",
    "positions",
    "presences",
    "recomputations",
    "tiles",
    "timestamps",
    "trees",
    "witness_states",
)
#: Of these only what is added is refused: the sequencer empties the queue, the worker ends what was asked for before.
ADDED_ALONE = ("calendar_feeds", "pending", "exports")

_OPEN = "withdrawn_at is null and closed_at is null"
POLICIES = (
    "create policy seen on closings for select to liaison_app using (jit = asking_jit())",
    f"""
    create policy inserted on closings for insert to liaison_app with check (jit = asking_jit() and {_OPEN}
      and declared_by = asking_seat() and 'administrator' = any (asking_roles())
      and exists (select 1 from jits j where j.id = closings.jit and j.state = 'trial'))
    """,  # noqa: S608 - constants of this file
    f"""
    create policy withdrawn on closings for update to liaison_app
      using (jit = asking_jit() and {_OPEN} and ('administrator' = any (asking_roles()) or decides_releases()))
      with check (jit = asking_jit() and withdrawn_by = asking_seat() and closed_at is null)
    """,
    "create policy seen on closing_assents for select to liaison_app using (jit = asking_jit())",
    """
    create policy inserted on closing_assents for insert to liaison_app with check (jit = asking_jit() and seat = asking_seat()
      and party = asking_party() and decides_releases()
      and exists (select 1 from closings c where c.jit = closing_assents.jit and c.id = closing_assents.closing
                    and c.withdrawn_at is null and c.closed_at is null))
    """,
    "grant select, insert, update (withdrawn_by, withdrawn_at) on closings to liaison_app",
    "grant select, insert on closing_assents to liaison_app",
    "revoke all on function waiting_of, something_runs, is_entered, lacks_assent, close_team from public",
    "revoke all on function refuse_closed, keep_closed, demand_closed, demand_entered from public",
    "grant execute on function waiting_of, lacks_assent, close_team to liaison_app",
)

# What the definer functions meet is of the asker's own team, or of all for the engine, as in 0019; of teams alone it is any: whether
# one is closed is asked for everybody who writes.
DEFINER = """
do $$
declare
  named text;
begin
  create policy closing on jits to liaison_owner using (true) with check (true);
  foreach named in array array['parties', 'members', 'pending', 'headers', 'evidence', 'holds', 'erasures', 'field_erasures',
    'waiting_releases', 'consents', 'tasks', 'handovers', 'copies', 'flags', 'emergencies', 'alerts', 'exports', 'leavings',
    'refusals', 'followed', 'closings', 'closing_assents'] loop
    if not exists (select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = named
                     and 'liaison_owner' = any (p.roles) and p.cmd in ('ALL', case when named = 'closings' then 'ALL' else 'SELECT' end)) then
      execute format('create policy closing on %I to liaison_owner using (session_user = ''liaison_engine'' or jit = asking_jit())', named);
    end if;
  end loop;
end $$
"""

_GUARDED = """
do $$
declare
  named text;
  act text;
begin
  for named in select c.table_name from information_schema.columns c join pg_class k on k.relname = c.table_name
                join pg_namespace n on n.oid = k.relnamespace and n.nspname = 'public'
                where c.table_schema = 'public' and c.column_name = 'jit' and k.relkind = 'r'
                  and (not c.table_name = any (array[{goes_on}]) or c.table_name = any (array[{added}])) loop
    foreach act in array case when named = any (array[{added}]) then array['insert'] else array['insert', 'update', 'delete'] end
    loop
      execute format('create trigger closed_%s after %s on %I referencing %s table as touched for each statement'
                     ' execute function refuse_closed()', act, act, named, case act when 'delete' then 'old' else 'new' end);
      execute format('alter table %I enable always trigger closed_%s', named, act);
    end loop;
  end loop;
end $$
"""


def _array(names: tuple[str, ...]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)
    op.execute("drop function take_seat(uuid, uuid, boolean)")
    op.execute(TAKE_SEAT)
    op.execute("revoke all on function take_seat from public")
    op.execute("grant execute on function take_seat to liaison_app")
    for table in ("closings", "closing_assents"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
    for statement in (*WAITING, *LOCKS, *POLICIES, DEFINER):
        op.execute(statement)
    op.execute(_GUARDED.format(goes_on=_array(GOES_ON), added=_array(ADDED_ALONE)))


def downgrade() -> None:
    raise RuntimeError("Closed teams would be open again; restore a backup made before.")
