"""What the clock decides is found a page at a time, behind the one before: what fails again and again holds up nothing, at the price of one look.

Revision: 0094, after 0093
"""

from alembic import op

revision = "0094"
down_revision = "0093"
branch_labels = None
depends_on = None

#: As in 0036.
TODAY = "(statement_timestamp() at time zone 'utc')::date"
STATEMENTS = (
    "drop function due_erasures(integer), due_of_left(integer)",
    # As in 0028, once for each exhibit: by the first of its grounds.
    """
    create function due_erasures(after uuid, most integer) returns table (evidence uuid, jit uuid, ground text)
      language sql stable security definer set search_path = public, pg_temp
    begin atomic
      select e.id, e.jit, d.ground from evidence e cross join lateral (
          select g.ground from (values (1, 'taken'), (2, 'term')) g (place, ground)
           where may_be_erased(e, g.ground) order by g.place limit 1) d
       where e.retention = 'TRANSFER' and e.status <> 'erased' and (after is null or e.id > after) and not is_on_hold(e.id)
       order by e.id limit most;
    end
    """,
    # As in 0039.
    f"""
    create function due_of_left(after uuid, most integer) returns table (evidence uuid, jit uuid)
      language sql stable security definer set search_path = public, pg_temp
    begin atomic
      select e.id, e.jit from parties p join evidence e on e.jit = p.jit and e.originator = p.id
       where p.status = 'left' and e.status <> 'erased' and e.review_on <= {TODAY} and (after is null or e.id > after)
         and is_left_behind(e)
       order by e.id limit most;
    end
    """,  # noqa: S608 - a constant of this file
    "revoke all on function due_erasures, due_of_left from public",
    "grant execute on function due_erasures, due_of_left to liaison_engine",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("The functions of 0028 and 0039 know no page; restore a backup made before.")
