"""What is said of a draft for one's own party alone is said by its author's party: of any other it would tell who was told of no day.

So is a debrief, and the approval of its line for the press: of a party that takes part, as far as it was told (as 0075 has it of the rest).

Revision: 0085, after 0084
"""

from alembic import op

revision = "0085"
down_revision = "0084"
branch_labels = None
depends_on = None

_NOW = "{0} between statement_timestamp() - interval '1 minute' and statement_timestamp() + interval '1 minute'"
_TOLD = "(o.told_at is not null or o.author_party = asking_party())"
_OF = "exists (select 1 from operations o where o.id = {0}.operation and o.jit = {0}.jit and {1})"
_TAKES_PART = f"asking_party() = any (o.parties) and {_TOLD}"
REPORTED = f"""
    jit = asking_jit() and party = asking_party() and seat = asking_seat()
    and (kind = 'incident' or asking_roles() && array['leader', 'coordinator']) and {_NOW.format("recorded_at")}
    and {_OF.format("operation_reports", f"(operation_reports.shared or {_TOLD})")}
"""
DEBRIEFED = f"""
    jit = asking_jit() and party = asking_party() and said_by = asking_seat() and asking_roles() && array['leader', 'member']
    and {_OF.format("debriefs", _TAKES_PART)}
"""
APPROVED = f"""
    jit = asking_jit() and party = asking_party() and approved_by = asking_seat() and 'leader' = any (asking_roles())
    and {_NOW.format("approved_at")} and {_OF.format("media_approvals", _TAKES_PART)}
    and exists (select 1 from media_lines l where l.operation = media_approvals.operation and l.version = media_approvals.line_version)
"""  # noqa: S608 - constants of this file
POLICIES = (
    f"alter policy inserted on operation_reports with check ({REPORTED})",
    f"alter policy inserted on debriefs with check ({DEBRIEFED})",
    f"alter policy updated on debriefs with check ({DEBRIEFED})",
    f"alter policy inserted on media_approvals with check ({APPROVED})",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in POLICIES:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Parties would be told of what was never told to them; restore a backup made before.")
