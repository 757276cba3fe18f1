"""A team is not closed on a decision that awaits a party's signature, as one is not on anything else that waits.

What awaits a party is what `awaiting` in services/signatures.py lists: with words, and not put right since. A party that has left, or
that nobody leads, signs nothing, and holds up nobody.

Revision: 0087, after 0086
"""

import re

from alembic import op

revision = "0087"
down_revision = "0086"
branch_labels = None
depends_on = None

_SIGNATURES = r"""
  UNION ALL
  SELECT 'signatures'::text, count(*) FROM messages x
   WHERE x.jit = waiting_of.team AND x.kind = 'decision' AND x.signers <> '{}' AND x.text IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM messages l WHERE l.corrects = x.id)
     AND EXISTS (
       SELECT 1 FROM parties p JOIN members m ON m.jit = p.jit AND m.party = p.id
        WHERE p.jit = x.jit AND p.id = ANY (x.signers) AND p.status <> 'left'
          AND m.state = 'seated' AND 'leader' = ANY (m.roles) AND (m.until IS NULL OR m.until > statement_timestamp())
          AND NOT EXISTS (SELECT 1 FROM decision_signatures s WHERE s.message = x.id AND s.party = p.id))\1"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    # `close_team` asks the same of the whole team, in its owner's name.
    op.execute("create policy closing on decision_signatures for select to liaison_owner using (jit = asking_jit())")
    said = op.get_bind().exec_driver_sql("select pg_get_functiondef('waiting_of(uuid)'::regprocedure)").scalar_one()
    wider, found = re.subn(r"(;\s*END\s*)\Z", _SIGNATURES, said)
    assert found == 1, said
    op.get_bind().exec_driver_sql(wider)


def downgrade() -> None:
    raise RuntimeError("A team would be closed on decisions that are to be signed; restore a backup made before.")
