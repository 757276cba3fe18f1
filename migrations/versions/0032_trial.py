"""The trial phase: after the operational one nothing new enters a team; reading, consents and disclosures go on.

An administrator moves the phase. Exhibits, files, tasks, seats and parties are refused by the database too.

Revision: 0032, after 0031
"""

from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

#: What enters a team in its operational phase alone.
ENTERS = ("evidence", "files", "tasks", "members", "parties")


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("alter table jits drop constraint ck_jits_state")
    op.execute("alter table jits add constraint ck_jits_state check (state in ('operational', 'trial', 'closed'))")
    op.execute(
        "alter policy updated on jits with check (id = asking_jit() and 'administrator' = any (asking_roles())"
        " and state in ('operational', 'trial'))"
    )
    op.execute(
        """
        create function refuse_after_operations() returns trigger language plpgsql as $$
        begin
          if current_user = 'liaison_app'
             and exists (select 1 from jits j where j.id = asking_jit() and j.state <> 'operational') then
            raise exception 'the operational phase is over: nothing new enters' using errcode = 'insufficient_privilege';
          end if;
          return null;
        end $$
        """
    )
    for table in ENTERS:
        op.execute(
            f"create trigger operational before insert on {table} for each statement"
            " execute function refuse_after_operations()"
        )


def downgrade() -> None:
    raise RuntimeError(
        "What enters a team after its operational phase would not be refused; restore a backup made before."
    )
