"""Every moment and every day lies within what every zone's clock can show: one beyond, which a seat could write in SQL, would stop
whoever reads its row, a page of another party's or the worker at its round for all teams, again and again.

A row beyond that stops the upgrade, and its constraint names table and column: nobody but its party knows what was meant.

Revision: 0102, after 0101
"""

from alembic import op
from sqlalchemy import text

revision = "0102"
down_revision = "0101"
branch_labels = None
depends_on = None

#: By type. What a clock shows may lie a day beyond the moment itself.
BOUNDS = {
    "timestamp with time zone": ("1900-01-01 00:00:00+00", "2200-01-01 00:00:00+00"),
    "timestamp without time zone": ("1899-12-31 00:00:00", "2200-01-02 00:00:00"),
    "date": ("1900-01-01", "2200-01-01"),
}
#: A header's have closer bounds since 0100; a time stamp is kept as its authority states it.
FREE = {("headers", "at"), ("timestamps", "at")}
COLUMNS = """
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and format_type(a.atttypid, null) = any (:types) order by c.relname, a.attname
"""
MADE = r"""
    select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype = 'c' and connamespace = 'public'::regnamespace and conname like 'ck\_%\_within' order by 1, 2
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    checks: dict[str, list[str]] = {}
    for table, column, kind in op.get_bind().execute(text(COLUMNS), {"types": list(BOUNDS)}):
        first, last = BOUNDS[kind]
        if (table, column) not in FREE:
            check = f"add constraint ck_{table}_{column}_within check ({column} >= '{first}' and {column} < '{last}')"
            checks.setdefault(table, []).append(check)
    for table, added in checks.items():  # each table is looked through once
        op.execute(f"alter table {table} {', '.join(added)}")
    quiet = "check (quiet_from < '24:00' and quiet_to < '24:00')"  # an hour of the database's, and of no clock's
    op.execute(f"alter table notification_preferences add constraint ck_notification_preferences_quiet_within {quiet}")


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for table, name in op.get_bind().execute(text(MADE)).all():
        op.execute(f"alter table {table} drop constraint {name}")
