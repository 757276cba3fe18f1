"""Clocks of devices are not quite right: one allowance for all that an action day is told, the services' own.

A move is compared with the move before it, of which another device told, by twice the allowance; and no more with when its action was
entered: what is entered late has happened. A day's beginning, its end and its planning bear the same allowance as this moment.

Revision: 0084, after 0083
"""

from alembic import op

revision = "0084"
down_revision = "0083"
branch_labels = None
depends_on = None

#: As `SKEW` in services/operation_times.py.
SKEW = "create function clock_skew() returns interval language sql immutable set search_path = public, pg_temp return interval '5 minutes'"
FUNCTIONS = (
    # The minute is the server's own, as everywhere: how far it may be from the database.
    """
    create or replace function keep_action() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if current_user <> 'liaison_app' then return new; end if;
      if new.state = old.state then
        if new.since_at <> old.since_at then
          raise exception 'an action is in its state since it came to it' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end if;
      if not exists (select 1 from action_steps() s where s.former = old.state and s.state = new.state
                       and (not s.led or 'leader' = any (asking_roles()))) then
        raise exception 'an action goes step by step' using errcode = 'insufficient_privilege';
      end if;
      if new.since_at > statement_timestamp() + clock_skew() + interval '1 minute'
         or new.since_at < old.since_at - 2 * clock_skew() and exists (
              select 1 from action_moves v where v.action = old.id and v.state = old.state and v.occurred_at = old.since_at) then
        raise exception 'an action moves after it moved before' using errcode = 'check_violation';
      end if;
      return new;
    end $$
    """,
    """
    create or replace function demand_moved() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      m action_moves;
    begin
      if session_user not in ('liaison_app', 'liaison_engine') then return null; end if;
      if tg_table_name = 'action_moves' then
        if not exists (select 1 from actions a where a.jit = new.jit and a.id = new.action and a.xmin = pg_current_xact_id()::xid
                          and a.state = new.state and a.since_at = new.occurred_at) then
          raise exception 'a move brings its action somewhere' using errcode = 'insufficient_privilege';
        end if;
        return null;
      end if;
      select * into m from action_moves v where v.jit = new.jit and v.action = new.id and v.xmin = pg_current_xact_id()::xid
        and v.former = old.state and v.state = new.state and v.occurred_at = new.since_at;
      if not found then
        raise exception 'an action moves by a move' using errcode = 'insufficient_privilege';
      end if;
      if exists (select 1 from action_steps() s join operations o on o.jit = new.jit and o.id = new.operation
                  where s.former = old.state and s.state = new.state
                    and (s.reasoned and m.reason is null
                         or s.live and (o.live_at is null or o.state = 'planned' or m.occurred_at < o.live_at - clock_skew()))) then
        raise exception 'an action goes step by step' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$
    """,
    """
    create or replace function keep_occurred() returns trigger language plpgsql set search_path = public, pg_temp as $$
    declare
      o operations;
    begin
      if current_user <> 'liaison_app' then return new; end if;
      if tg_table_name = 'operation_reports' then
        select d.* into o from operations d where d.id = new.operation;
      else
        select d.* into o from operations d join actions a on a.operation = d.id where a.id = new.action;
      end if;
      if new.occurred_at < o.created_at - clock_skew() or new.occurred_at > o.closed_at + clock_skew() then
        raise exception 'it happened while there was the day' using errcode = 'check_violation';
      end if;
      return new;
    end $$
    """,
)
TABLES = ("action_moves", "operation_reports", "action_results")


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(SKEW)
    op.execute("revoke all on function clock_skew from public")
    op.execute("grant execute on function clock_skew to liaison_app")
    for statement in FUNCTIONS:
        op.execute(statement)
    for table in TABLES:
        op.execute(
            f"alter table {table} drop constraint ck_{table}_occurred,"
            f" add constraint ck_{table}_occurred check (occurred_at <= recorded_at + clock_skew())"
        )


def downgrade() -> None:
    raise RuntimeError("What true devices said would be refused; restore a backup made before.")
