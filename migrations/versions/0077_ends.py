"""A team is not closed on an open action day; a task follows one that repeats, and no other; why something is protected may be erased.

Each extends a definition as it stands: `waiting_of` (0059, 0063), `keep_task` (0060), `is_erasable` (0069).

Revision: 0077, after 0076
"""

import re

from alembic import op

revision = "0077"
down_revision = "0076"
branch_labels = None
depends_on = None

_DAYS = r"""
  UNION ALL
  SELECT 'operations'::text, count(*) FROM operations x WHERE x.jit = waiting_of.team AND x.state <> 'closed'\1"""
#: The function, what is looked for in it as it stands, and what takes its place.
EXTENDED = (
    ("waiting_of(uuid)", r"(;\s*END\s*)\Z", _DAYS),
    # Without a rule there is nothing to compare with: every comparison would be unknown, and refuse nothing.
    ("keep_task()", r"if not found or (?=p\.state not in)", "if not found or p.repeats is null or "),
    (
        "is_erasable(text, text)",
        r"(WHEN 'protected\.entered'::text THEN) \(field = 'subject_name'::text\)",
        r"\1 (field = ANY (ARRAY['reason'::text, 'subject_name'::text]))",
    ),
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for function, former, now in EXTENDED:
        said = op.get_bind().exec_driver_sql(f"select pg_get_functiondef('{function}'::regprocedure)").scalar_one()
        more, found = re.subn(former, now, said)
        assert found == 1, said
        op.get_bind().exec_driver_sql(more)


def downgrade() -> None:
    raise RuntimeError("A team would be closed on an open action day; restore a backup made before.")
