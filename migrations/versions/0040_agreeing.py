"""Who agrees for a joint originator is asked as whoever asks: what its party reserves to its judicial seats no other leader agrees to.

As a definer function `may_agree` did not see the reservations.

Revision: 0040, after 0039
"""

from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

MAY_AGREE = """
create or replace function may_agree(wish uuid) returns boolean language sql stable set search_path = public, pg_temp
  return decides_releases() and exists (
    select 1 from waiting_releases w where w.id = wish and w.jit = asking_jit() and 'joint' = any (w.gates)
       and jointly(w.evidence) = 3 and asking_party() = any (lacking(w)) and not exists (
         select 1 from release_agreements a where a.waiting = w.id and a.party = asking_party() and not is_another(a.agreed_by)))
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(MAY_AGREE)


def downgrade() -> None:
    raise RuntimeError("Leaders would agree to what is reserved to others; restore a backup made before.")
