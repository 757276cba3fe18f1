"""Whether an entry must stand is for the functions that erase, and nobody else: asked directly, it would tell of others' holds.

`may_erase_fields` holds an entry's row only where it is one of the asker's own party.

Revision: 0048, after 0047
"""

from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None

OWN = """
    create or replace function may_erase_fields(wanted uuid, wished text[]) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      own text;
      there bigint;
    begin
      select h.kind into own from headers h join positions p on p.entry = h.entry
       where h.entry = wanted and h.jit = asking_jit() and h.party = asking_party();
      if own is null or not 'leader' = any (asking_roles()) then
        return false;
      end if;
      perform 1 from entries e where e.id = wanted for update;
      if exists (select 1 from unnest(wished) n where not is_erasable(own, n)) or must_stand(wanted)
         or exists (select 1 from erased_fields x where x.entry = wanted and x.name = any (wished))
         or exists (select 1 from field_erasures f where f.entry = wanted and f.erased_at is null and f.names && wished) then
        return false;
      end if;
      perform set_config('app.erasing', wanted::text, true);
      select count(*) into there from fields f where f.entry = wanted and f.name = any (wished);
      perform set_config('app.erasing', '', true);
      return there = cardinality(wished);
    end $$
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(OWN)
    op.execute("revoke execute on function must_stand from liaison_app")


def downgrade() -> None:
    raise RuntimeError("What others hold would be told; restore a backup made before.")
