"""A line for the press whose words were erased waits for nobody: it is notified when it is written anew.

Revision: 0097, after 0096
"""

from alembic import op

revision = "0097"
down_revision = "0096"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("grant select (erased) on media_lines to liaison_engine")
    # The rule as it stands, whoever added to it before.
    asked = (
        "select pg_get_expr(p.polqual, p.polrelid) from pg_policy p"
        " where p.polrelid = 'notifications'::regclass and p.polname = 'seen'"
    )
    rule = op.get_bind().exec_driver_sql(asked).scalar_one()
    former = "(x.operation = notifications.subject)"
    assert rule.count(former) == 1, rule
    stands = rule.replace(former, f"{former} AND NOT x.erased ? 'text'")
    for policy in ("seen", "updated"):
        op.execute(f"alter policy {policy} on notifications using ({stands})")


def downgrade() -> None:
    raise RuntimeError("A line without words would be notified again; restore a backup made before.")
