"""When incoming requests were received, and when leaders were warned of the review of a notice.

Revision: 0139, after 0138
"""

from alembic import op

revision = "0139"
down_revision = "0138"
branch_labels = None
depends_on = None

#: The owner reads and changes rows of all teams only while row-level security is not forced.
_TABLES = ("requests", "request_contents", "request_items", "request_moves")
_COLUMN = "ALTER TABLE request_contents ADD COLUMN received_at TIMESTAMP WITH TIME ZONE"
#: The state `REGISTERED` and the items of a request began with its receipt. Otherwise the registration or an earlier first
#: move counts.
_RECEIVED = """
update request_contents c
   set received_at = case r.state when 'REGISTERED' then r.since_at else least(
         r.created_at, (select min(m.occurred_at) from request_moves m where m.request = r.id),
         (select min(i.since_at) from request_items i where i.request = r.id)) end
  from requests r
 where r.id = c.request and r.direction = 'in'
"""
_STATEMENTS = (
    (
        "ALTER TABLE request_contents ADD CONSTRAINT ck_request_contents_received_at_within"
        " CHECK (received_at >= '1900-01-01 00:00:00+00:00' and received_at < '2200-01-01 00:00:00+00:00')"
    ),
    "ALTER TABLE notice_contents ADD COLUMN review_warned_at TIMESTAMP WITH TIME ZONE",
    (
        "ALTER TABLE notice_contents ADD CONSTRAINT ck_notice_contents_review_warned_at_within"
        " CHECK (review_warned_at >= '1900-01-01 00:00:00+00:00' and review_warned_at < '2200-01-01 00:00:00+00:00')"
    ),
    (
        "ALTER TABLE request_contents ADD CONSTRAINT ck_request_contents_received"
        " CHECK (received_at <= updated_at + clock_skew())"
    ),
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(_COLUMN)
    for table in _TABLES:
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
    op.execute(_RECEIVED)
    op.execute("set constraints all immediate")
    for table in _TABLES:
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Times of receipt would be lost; restore a backup made before.")
