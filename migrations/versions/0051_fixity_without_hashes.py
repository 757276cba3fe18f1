"""The engine reads no hash of a file: what was recorded at its receipt is told to it with what it found, and only then.

Revision: 0051, after 0050
"""

from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None

TAKE = """
    create function take_fixity(wanted uuid)
      returns table (file uuid, begun_at timestamptz, checked_at timestamptz, size_bytes bigint, expected text, found text, problem text)
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      return query
        with taken as (delete from fixity_found x where x.evidence = wanted returning x.*)
        select t.file, t.begun_at, t.checked_at, t.size_bytes, f.sha256, t.found, t.problem
          from taken t join files f on f.id = t.file order by t.file;
    end $$
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("alter table fixity_found drop column expected")
    op.execute("revoke select (sha256) on files from liaison_engine")
    op.execute("create policy definer on fixity_found to liaison_owner using (true) with check (true)")
    op.execute(TAKE)
    op.execute("revoke all on function take_fixity from public")
    op.execute("grant execute on function take_fixity to liaison_engine")


def downgrade() -> None:
    op.execute("drop function take_fixity")
    op.execute("drop policy definer on fixity_found")
    op.execute("grant select (sha256) on files to liaison_engine")
    op.execute("delete from fixity_found")
    op.execute("alter table fixity_found add column expected text not null")
