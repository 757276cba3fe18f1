"""What a review found past the services: what is stored is not deleted, no seat draws a label's code, and an erasure of fields waits holding nothing.

A file that is part of an exhibit stays with its segments; erasing is the owner's own function and goes past this. Who chose a code could ask
whether somebody else's label has it. The lock of an erasure lets no row be locked before it, so that neither waits for the other.

Revision: 0057, after 0056
"""

from alembic import op

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    create function refuse_unstoring() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if tg_table_name = 'segments' then
        if not exists (select 1 from files f where f.id = old.file and f.state = 'ready') then
          return old;
        end if;
      end if;
      raise exception 'what is stored is not deleted' using errcode = 'insufficient_privilege';
    end $$
    """,
    "revoke all on function refuse_unstoring from public",
    """
    create trigger kept before delete on files for each row
      when (current_user = 'liaison_app' and old.state = 'ready') execute function refuse_unstoring()
    """,
    """
    create trigger kept before delete on segments for each row
      when (current_user = 'liaison_app') execute function refuse_unstoring()
    """,
    # Twelve of thirty characters, from the random bytes of two UUIDs (version 4: their first six are all random).
    """
    create function draw_code() returns trigger language plpgsql set search_path = public, pg_temp as $$
    declare
      drawn bytea := substring(uuid_send(gen_random_uuid()) from 1 for 6) || substring(uuid_send(gen_random_uuid()) from 1 for 6);
    begin
      select string_agg(substr('23456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + get_byte(drawn, at) % 30, 1), '' order by at)
        into new.code from generate_series(0, 11) at;
      return new;
    end $$
    """,
    "create trigger drawn before insert on labels for each row execute function draw_code()",
    """
    create or replace function hold_bundles() returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      lock table exports in exclusive mode;
    end $$
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("What is stored could be deleted by a seat; restore a backup made before.")
