"""What stands at the moment of an act, and words that an erasure can read whatever they hold.

An entry that holds a NUL, which JSON writes as an escape and the database's JSON takes not at all, stopped the erasure of its exhibit for
ever. A thing was destroyed beside a legal hold that was set at the same moment, and an acquisition recorded of an exhibit that was erased
at the same moment: each waits for the other now.

Revision: 0103, after 0102
"""

from alembic import op

revision = "0103"
down_revision = "0102"
branch_labels = None
depends_on = None

#: What an entry says, as `forget_words` (0095) reads it, and as it reads it from now on.
READ = ("jsonb_path_query(f.value::jsonb, ", "jsonb_path_query(json_of(f.value), ")
FUNCTIONS = (
    # A row holds no NUL, so that no word with one stands there. Of what is no JSON, as only SQL could write it, nothing is read.
    r"""
    create function json_of(said text) returns jsonb language plpgsql immutable set search_path = public, pg_temp as $$
    begin
      return said::jsonb;
    exception when data_exception or statement_too_complex then
      begin  -- a backslash that is itself escaped begins no escape
        return regexp_replace(said, '(?<!\\)((?:\\\\)*)\\u0000', '\1\\ufffd', 'g')::jsonb;
      exception when data_exception or statement_too_complex then
        return null;
      end;
    end $$
    """,
    "revoke all on function json_of from public",
    # As in 0052. Whoever sets a hold at this moment is waited for, or waits (`hold_unerased`, 0028); nobody holds what is erased.
    """
    create or replace function refuse_destroyed_on_hold() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform 1 from evidence e where e.id = new.evidence and e.status <> 'erased' for no key update;
      if is_on_hold(new.evidence) then raise exception 'a legal hold stands' using errcode = 'LC001'; end if;
      return new;
    end $$
    """,
    "create trigger unerased before insert on acquisitions for each row execute function hold_unerased()",
)
FORMER = (
    """
    create or replace function refuse_destroyed_on_hold() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if is_on_hold(new.evidence) then raise exception 'a legal hold stands' using errcode = 'LC001'; end if;
      return new;
    end $$
    """,
    "drop trigger unerased on acquisitions",
    "drop function json_of",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in FUNCTIONS:
        op.execute(statement)
    _replace(*READ)


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _replace(*reversed(READ))
    for statement in FORMER:
        op.execute(statement)


def _replace(former: str, now: str) -> None:
    whole = "select pg_get_functiondef('forget_words(uuid, text[])'::regprocedure)"
    said = op.get_bind().exec_driver_sql(whole).scalar_one()
    assert said.count(former) == 1, said
    op.execute(said.replace(former, now))
