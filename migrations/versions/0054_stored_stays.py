"""What a review of fixity found: a stored file keeps its hash and its state, and an exhibit is not checked by order within an hour.

A seat that could write another hash beside stored bytes would have them found damaged; one that could take the state of a damaged file
away would have the rest found whole. Erasing is the owner's own function and goes past this.

Revision: 0054, after 0053
"""

from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    create function keep_stored() returns trigger language plpgsql as $$
    begin
      if current_user = 'liaison_app' then
        raise exception 'what is stored keeps its hash and its state' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    """
    create trigger stored before update of state, sha256 on files for each row
      when (old.state = 'ready' and (new.state is distinct from old.state or new.sha256 is distinct from old.sha256))
      execute function keep_stored()
    """,
    """
    create policy not_at_once on fixity_orders as restrictive for insert to liaison_app with check (
      not exists (select 1 from fixity x where x.evidence = fixity_orders.evidence and x.checked_at > now() - interval '1 hour'))
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    op.execute("drop policy not_at_once on fixity_orders")
    op.execute("drop trigger stored on files")
    op.execute("drop function keep_stored")
