"""The ledger for stock clients: full tiles, stored once; what is wrong with a ledger; the nightly recomputation.

Full tiles and entry bundles are insert-only. A partial tile is not stored: it is read from the tiles or entries below it.
The definer functions open nothing that the policies do not: commitments up to the published size to the whole team, and to
the engine where a body differs from its commitment, never what it says.

Revision: 0003, after 0002
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = (
    # level -1: an entry bundle's commitments; 0 and above: nodes of the tree, `root` their common ancestor.
    """
    create table tiles (
      jit uuid not null constraint fk_tiles_jit references jits (id),
      level smallint not null,
      number bigint not null,
      hashes bytea not null,
      root bytea,
      constraint pk_tiles primary key (jit, level, number),
      constraint ck_tiles_place check (level between -1 and 6 and number >= 0),
      constraint ck_tiles_hashes check (octet_length(hashes) = 8192),
      constraint ck_tiles_root check ((level < 0) = (root is null) and (root is null or octet_length(root) = 32))
    )
    """,
    "alter table tiles alter column hashes set storage external",
    """
    create table alarms (
      jit uuid not null constraint fk_alarms_jit references jits (id),
      what text not null constraint ck_alarms_what check (what in ('promise', 'sequencing', 'signing', 'recomputation')),
      detail text not null,
      since timestamptz not null,
      constraint pk_alarms primary key (jit, what)
    )
    """,
    """
    create table recomputations (
      jit uuid not null constraint pk_recomputations primary key constraint fk_recomputations_jit references jits (id),
      started_at timestamptz not null,
      target bigint not null,
      position bigint not null,
      edge bytea not null,
      found text,
      finished_at timestamptz
    )
    """,
)

# What existing ledgers need: their full tiles, level by level.
BACKFILL = (
    """
    create function pg_temp.root_of(hashes bytea) returns bytea language plpgsql immutable as $$
    declare nodes bytea := hashes; risen bytea;
    begin
      while octet_length(nodes) > 32 loop
        risen := ''::bytea;
        for at in 0 .. octet_length(nodes) / 64 - 1 loop
          risen := risen || sha256('\\x01'::bytea || substr(nodes, at * 64 + 1, 64));
        end loop;
        nodes := risen;
      end loop;
      return nodes;
    end $$
    """,
    """
    insert into tiles (jit, level, number, hashes)
    select p.jit, -1, p.position / 256, string_agg(e.commitment, ''::bytea order by p.position)
      from positions p join entries e on e.id = p.entry group by p.jit, p.position / 256 having count(*) = 256
    """,
    """
    insert into tiles (jit, level, number, hashes, root)
    select jit, 0, number, hashes, pg_temp.root_of(hashes) from (
      select p.jit, p.position / 256 as number,
             string_agg(sha256('\\x00'::bytea || e.commitment), ''::bytea order by p.position) as hashes
        from positions p join entries e on e.id = p.entry group by p.jit, p.position / 256 having count(*) = 256) t
    """,
    """
    do $$ begin
      for below in 0 .. 5 loop
        insert into tiles (jit, level, number, hashes, root)
        select jit, below + 1, number, hashes, pg_temp.root_of(hashes) from (
          select t.jit, t.number / 256 as number, string_agg(t.root, ''::bytea order by t.number) as hashes
            from tiles t where t.level = below group by t.jit, t.number / 256 having count(*) = 256) t;
      end loop;
    end $$
    """,
    "drop function pg_temp.root_of",
)

PUBLISHED = "(select coalesce(max(c.size), 0) from checkpoints c where c.jit = asking_jit())"

FUNCTIONS = (
    # The commitments of positions first … behind - 1, one after the other; the application's stop at the published size.
    f"""
    create function commitments_between(wanted uuid, first bigint, behind bigint) returns bytea
      language sql stable security definer set search_path = public, pg_temp
      return (select coalesce(string_agg(e.commitment, ''::bytea order by p.position), ''::bytea)
        from positions p join entries e on e.id = p.entry
       where p.jit = wanted and p.position >= first and p.position < behind
         and (session_user = 'liaison_engine' or (wanted = asking_jit() and p.position < {PUBLISHED})))
    """,  # noqa: S608 - the part is a constant of this file
    # Where what is kept differs from what was committed. Values are hashed here and leave no other trace.
    """
    create function differing(wanted uuid, first bigint, behind bigint) returns table (place bigint, what text)
      language plpgsql security definer set search_path = public, pg_temp as $$
    #variable_conflict use_column
    begin
      perform set_config('app.recomputing', 'on', true);
      return query with placed as materialized (
        select g.position, p.entry, e.commitment, b.salt, b.canonical
          from generate_series(first, behind - 1) as g (position)
          left join positions p on p.jit = wanted and p.position = g.position
          left join entries e on e.id = p.entry left join bodies b on b.entry = p.entry
      ), sound as materialized (
        select * from placed
         where sha256(convert_to('liaison-entry/v1' || chr(10), 'UTF8') || salt || canonical) = commitment
      ), named as materialized (
        select s.position, s.entry, n.key as name, n.value as hash
          from sound s, jsonb_each_text(convert_from(s.canonical, 'UTF8')::jsonb -> 'fields') as n
      )
      select position, case when commitment is null then 'no entry' when canonical is null then 'no body'
                            else 'commitment' end
        from placed where position not in (select position from sound)
      union all
      select n.position, 'field ' || n.name
        from named n left join fields f on f.entry = n.entry and f.name = n.name
       where f.value is null or n.hash is distinct from
             encode(sha256(convert_to('liaison-field/v1' || chr(10), 'UTF8') || f.salt
                           || convert_to('["' || f.name || '",' || f.value || ']', 'UTF8')), 'base64')
      union all
      select s.position, 'field ' || f.name from sound s join fields f on f.entry = s.entry
       where not exists (select 1 from named n where n.entry = f.entry and n.name = f.name);
      perform set_config('app.recomputing', 'off', true);
    end $$
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for table in ("positions", "checkpoints"):
        op.execute(f"create policy definer on {table} to liaison_owner using (true) with check (true)")
    for table in ("bodies", "fields"):  # only inside `differing`, which sets this for itself
        op.execute(
            f"create policy recomputing on {table} for select to liaison_owner"
            " using (current_setting('app.recomputing', true) = 'on')"
        )
    for statement in (*TABLES, *BACKFILL, *FUNCTIONS):
        op.execute(statement)
    covered = f"((number + 1) << (8 * (greatest(level, 0) + 1))) <= {PUBLISHED}"
    _lock("tiles", covered, "select", "select, insert")
    # What exactly is wrong is for the operator: a seat learns that something is, and since when.
    _lock("alarms", "true", "select (jit, what, since)", "select, insert, update, delete")
    _lock("recomputations", "true", "select (jit, started_at, finished_at)", "select, insert, update")
    for trigger, occasion, each in (
        ("insert_only", "update or delete", "row"),
        ("no_truncate", "truncate", "statement"),
    ):
        op.execute(
            f"create trigger {trigger} before {occasion} on tiles for each {each} execute function refuse_change()"
        )
        op.execute(f"alter table tiles enable always trigger {trigger}")
    op.execute("revoke all on function commitments_between, differing from public")
    op.execute("grant execute on function commitments_between to liaison_app, liaison_engine")
    op.execute("grant execute on function differing to liaison_engine")


def _lock(table: str, seen: str, application: str, engine: str) -> None:
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"alter table {table} force row level security")
    op.execute(f"create policy seen on {table} for select to liaison_app using (jit = asking_jit() and {seen})")
    op.execute(f"create policy engine on {table} to liaison_engine using (true) with check (true)")
    op.execute(f"grant {application} on {table} to liaison_app")
    op.execute(f"grant {engine} on {table} to liaison_engine")


def downgrade() -> None:
    raise RuntimeError("Tiles are part of the ledger; restore a backup made before.")
