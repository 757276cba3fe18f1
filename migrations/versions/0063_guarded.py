"""Tables that a later revision adds are guarded by a word: `guard_closed(table)`. Those that came since 0059 are; and a task waits that was
proposed or declined.

Revision: 0063, after 0062
"""

import re

from alembic import op

revision = "0063"
down_revision = "0062"
branch_labels = None
depends_on = None

GUARD = """
    create function guard_closed(named regclass, acts text[] default array['insert', 'update', 'delete']) returns void
      language plpgsql set search_path = public, pg_temp as $$
    declare
      act text;
    begin
      foreach act in array acts loop
        if not exists (select 1 from pg_trigger t where t.tgrelid = named and t.tgname = 'closed_' || act) then
          execute format('create trigger closed_%s after %s on %s referencing %s table as touched for each statement'
                         ' execute function refuse_closed()', act, act, named, case act when 'delete' then 'old' else 'new' end);
          execute format('alter table %s enable always trigger closed_%s', named, act);
        end if;
      end loop;
    end $$
"""
#: As in 0059.
GOES_ON = """'access_log', 'alarms', 'calendar_feeds', 'checkpoints', 'cosignatures', 'exports', 'pending', 'positions', 'presences',
  'recomputations', 'tiles', 'timestamps', 'trees', 'witness_states'"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    whole = "select pg_get_functiondef('waiting_of(uuid)'::regprocedure)"
    said = op.get_bind().exec_driver_sql(whole).scalar_one()
    # However the function is told: of what a task was before 0060.
    wider, found = re.subn(
        r"'open'(::text)?(?=, 'in_progress'(::text)?, 'blocked')", "'proposed', 'declined', 'open'", said
    )
    assert found == 1, said
    op.execute(wider)
    op.execute(GUARD)
    op.execute("revoke all on function guard_closed from public")
    op.execute(
        f"""
        do $$
        declare
          named text;
        begin
          for named in select c.table_name from information_schema.columns c join pg_class k on k.relname = c.table_name
                        join pg_namespace n on n.oid = k.relnamespace and n.nspname = 'public'
                        where c.table_schema = 'public' and c.column_name = 'jit' and k.relkind = 'r'
                          and c.table_name not in ({GOES_ON}) loop
            perform guard_closed(named::regclass);
          end loop;
        end $$
        """  # noqa: S608 - constants of this file
    )


def downgrade() -> None:
    raise RuntimeError("Closed teams would be open in some tables; restore a backup made before.")
