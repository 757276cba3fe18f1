"""A hand-over past the services stands in the ledger: an offer, and whatever answers it, demands its entry in the same transaction.

As revision 0061 does for where a thing is. The entry names this very hand-over, so that none stands for another.

Revision: 0079, after 0078
"""

from alembic import op

revision = "0079"
down_revision = "0078"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    create function demand_handover() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if session_user in ('liaison_app', 'liaison_engine') and not exists (
        select 1 from pending q join headers h on h.entry = q.entry
         where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid and h.evidence = new.evidence
           and h.kind = 'custody.' || new.state and h.subject::jsonb ->> 'handover' = new.id::text) then
        raise exception 'a hand-over stands in its custody' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$
    """,
    """
    create constraint trigger offered_entered after insert on handovers deferrable initially deferred for each row
      execute function demand_handover()
    """,
    """
    create constraint trigger answered_entered after update of state on handovers deferrable initially deferred for each row
      when (old.state is distinct from new.state) execute function demand_handover()
    """,
    "revoke all on function demand_handover from public",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("What is handed over without an entry would not be refused; restore a backup made before.")
