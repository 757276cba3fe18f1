"""What was never told is never read: a draft that is given up stays its author's party's. And a go is for what was told.

`told_at` is when a day left its draft to be prepared by all; the database sets it, once, and nobody else does. `told_as` counts what the
parties say go for: what the day is, and its H-hour. A word names the count for which it was said, and stands for no other.

Revision: 0075, after 0074
"""

from alembic import op

revision = "0075"
down_revision = "0074"
branch_labels = None
depends_on = None

COLUMNS = (
    "alter table operations add column told_at timestamptz, add column told_as integer not null default 1",
    "alter table operation_words add column said_as integer not null default 1",
)
#: Forced row-level security would hide every row from the owner, and a closed team would refuse the change.
OPENED = ("no force row level security", "disable trigger closed_update")
SHUT = ("enable always trigger closed_update", "force row level security")
# A day that was told has a second entry of its planning, or was live. One of which neither is known stays where it was: untold.
FILLED = (
    """
    update operations o set told_at = coalesce(
        (select max(h.at) from headers h where h.about = o.id and h.kind = 'operation.planned'), o.live_at, o.updated_at)
     where o.state in ('planned', 'live') or o.live_at is not null
        or (select count(*) from headers h where h.about = o.id and h.kind = 'operation.planned') > 1
    """,
    "update operation_words w set said_as = 0 from operations o where o.id = w.operation and o.h_at <> w.said_for",
)
KEPT = (
    "alter table operation_words alter column said_as drop default",
    """
    alter table operations add constraint ck_operations_told
      check (case state when 'draft' then told_at is null when 'closed' then true else told_at is not null end)
    """,
    """
    create function keep_told() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if tg_op = 'INSERT' then
        if current_user = 'liaison_app' then
          new.told_at := null;
          new.told_as := 1;
        end if;
        return new;
      end if;
      new.told_at := coalesce(old.told_at, case when new.state in ('planned', 'live') then statement_timestamp() end);
      new.told_as := old.told_as + ((new.kind, new.h_at, new.h_zone) is distinct from (old.kind, old.h_at, old.h_zone))::integer;
      return new;
    end $$
    """,
    "create trigger told before insert or update on operations for each row execute function keep_told()",
    "revoke all on function keep_told from public",
    "grant update (said_as) on operation_words to liaison_app",
    "grant select (told_at) on operations to liaison_engine",
)

_PEOPLE = "asking_roles() && array['leader', 'member']"
_NOW = "{0} between statement_timestamp() - interval '1 minute' and statement_timestamp() + interval '1 minute'"
_SEES = f"""jit = asking_jit() and ('coordinator' = any (asking_roles()) or (author_party = asking_party() and {_PEOPLE})
  or (told_at is not null and asking_party() = any (parties)
      and asking_roles() && array['leader', 'member', 'participant', 'liaison']))"""
_DAY = "exists (select 1 from operations o where o.id = {table}.operation and o.jit = {table}.jit{more})"
# In a draft only its author's party acts: of any other, the entry would tell those who were not told of the day.
_TAKES_PART = """ and asking_party() = any (o.parties) and o.state <> 'closed'
  and (o.told_at is not null or o.author_party = asking_party())"""
_WORD = f"{_TAKES_PART} and o.told_as = said_as and o.h_at = said_for and o.h_at > statement_timestamp()"
_SAID = f"""jit = asking_jit() and party = asking_party() and said_by = asking_seat() and 'leader' = any (asking_roles())
  and {_NOW.format("said_at")} and {_DAY.format(table="operation_words", more=_WORD)}"""
_ACTS = f"jit = asking_jit() and party = asking_party() and {_PEOPLE}"
# Nobody is told of anything on a day that nobody was told of.
_TOLD = (
    " and told <@ o.parties and not asking_party() = any (told) and (o.told_at is not null or cardinality(told) = 0)"
)
POLICIES = (
    f"alter policy seen on operations using ({_SEES})",
    f"alter policy inserted on operation_words with check ({_SAID})",
    f"alter policy updated on operation_words with check ({_SAID})",
    f"""
    alter policy inserted on actions
      with check ({_ACTS} and state = 'planned' and {_DAY.format(table="actions", more=_TAKES_PART)})
    """,
    f"""
    alter policy inserted on protected with check ({_ACTS} and seat = asking_seat() and {_NOW.format("entered_at")}
      and lifted_at is null and {_DAY.format(table="protected", more=_TAKES_PART + _TOLD)})
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in COLUMNS:
        op.execute(statement)
    for table in ("operations", "operation_words"):
        for how in OPENED:
            op.execute(f"alter table {table} {how}")
    for statement in FILLED:
        op.execute(statement)
    for table in ("operations", "operation_words"):
        for how in SHUT:
            op.execute(f"alter table {table} {how}")
    for statement in (*KEPT, *POLICIES):
        op.execute(statement)
    # A no-go is told while it stands, and a go is asked for until it does: for what was told, as everywhere.
    asked = (
        "select pg_get_expr(p.polqual, p.polrelid) from pg_policy p"
        " where p.polrelid = 'notifications'::regclass and p.polname = 'seen'"
    )
    rule = op.get_bind().exec_driver_sql(asked).scalar_one()
    former, now = "(w.said_for = x.h_at)", "(w.said_as = x.told_as)"
    assert rule.count(former) == 2, rule  # noqa: PLR2004
    for policy in ("seen", "updated"):
        op.execute(f"alter policy {policy} on notifications using ({rule.replace(former, now)})")


def downgrade() -> None:
    raise RuntimeError("Parties would read what they were never told; restore a backup made before.")
