"""That a decision awaits its party's signature concerns who may bring it, until it was signed, put right or erased.

One entry of a decision tells of two things, whom it names and who signs it, so that a seat has a row of each kind at one position.

Revision: 0086, after 0085
"""

from alembic import op

revision = "0086"
down_revision = "0085"
branch_labels = None
depends_on = None

STATEMENTS = (
    "alter table notifications drop constraint uq_notifications_seat_position",
    """
    alter table notifications
      add constraint uq_notifications_seat_position_kind unique (seat, position, kind)
    """,
    # Whom a decision awaits: no words.
    "grant select (signers) on messages to liaison_engine",
)
#: What awaits a party, as `awaiting` in services/signatures.py, of who may sign for it (0074).
AWAITED = """exists (select 1 from messages x where x.id = notifications.subject
    and x.kind = 'decision' and x.text is not null and asking_party() = any (x.signers)
    and asking_roles() && array['leader', 'member', 'coordinator']
    and not exists (select 1 from decision_signatures s where s.message = x.id and s.party = asking_party())
    and not exists (select 1 from messages l where l.corrects = x.id) offset 0)"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)
    # The rule as it stands, whoever added to it before, and this noun.
    asked = (
        "select pg_get_expr(p.polqual, p.polrelid) from pg_policy p"
        " where p.polrelid = 'notifications'::regclass and p.polname = 'seen'"
    )
    said = op.get_bind().exec_driver_sql(asked).scalar_one()
    assert said.count("ELSE false") == 1, said
    wider = said.replace("ELSE false", f"WHEN 'signature' THEN {AWAITED} ELSE false")
    for policy in ("seen", "updated"):
        op.execute(f"alter policy {policy} on notifications using ({wider})")


def downgrade() -> None:
    raise RuntimeError("What is told at one position twice would stand in the way; restore a backup made before.")
