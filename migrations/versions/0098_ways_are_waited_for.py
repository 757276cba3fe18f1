"""When a thing's way ended is the database's own moment, and a team is not closed while the clock waits to erase what was said of it.

Revision: 0098, after 0097
"""

import re

from alembic import op

revision = "0098"
down_revision = "0097"
branch_labels = None
depends_on = None

STATEMENTS = (
    # The thirty days are counted from the database's own moment, as hand-overs are timed (0056).
    """
    create function time_whereabouts() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if current_user = 'liaison_app' then new.changed_at := moment_near(new.changed_at); end if;
      return new;
    end $$
    """,
    "create trigger timed before insert or update on whereabouts for each row execute function time_whereabouts()",
    "revoke all on function time_whereabouts from public",
)
#: A team is not closed on what the clock is about to erase; a thing that somebody keeps holds up nobody.
_WAITS = r"""
  UNION ALL
  SELECT 'ways'::text, count(*) FROM erasures x
   WHERE x.jit = waiting_of.team AND x.way_stands AND EXISTS (
     SELECT 1 FROM whereabouts w WHERE w.evidence = x.evidence AND w.standing IN ('returned', 'destroyed'))\1"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)
    said = op.get_bind().exec_driver_sql("select pg_get_functiondef('waiting_of(uuid)'::regprocedure)").scalar_one()
    wider, found = re.subn(r"(;\s*END\s*)\Z", _WAITS, said)
    assert found == 1, said
    op.get_bind().exec_driver_sql(wider)


def downgrade() -> None:
    raise RuntimeError("A team would be closed on what was to be erased; restore a backup made before.")
