"""What a party obtained jointly is left behind only once each of those who obtained it has left.

Until then nothing of it is erased because nobody reviews it: those who stay withdraw it, or keep it.

Revision: 0039, after 0038
"""

from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

#: As in 0036.
TODAY = "(statement_timestamp() at time zone 'utc')::date"
FUNCTIONS = (
    f"""
    create function is_left_behind(e evidence) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return e.status <> 'erased' and coalesce(e.review_on <= {TODAY}, false) and has_left(e.jit, e.originator)
        and not exists (select 1 from unnest(e.joint) j (party) where not has_left(e.jit, j.party)) and not is_on_hold(e.id)
    """,  # noqa: S608 - a constant of this file
    f"""
    create or replace function due_of_left(most integer) returns table (evidence uuid, jit uuid)
      language sql stable security definer set search_path = public, pg_temp
    begin atomic
      select e.id, e.jit from parties p join evidence e on e.jit = p.jit and e.originator = p.id
       where p.status = 'left' and e.status <> 'erased' and e.review_on <= {TODAY} and is_left_behind(e)
       order by e.id limit most;
    end
    """,  # noqa: S608 - a constant of this file
    # As in 0036.
    """
    create or replace function erase_of_left(wanted uuid, because text) returns table (at timestamptz)
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      e evidence;
    begin
      select * into e from evidence x where x.id = wanted for update;
      if not found or not is_left_behind(e) then
        return;
      end if;
      if e.status = 'active' then
        perform ask_after(wanted, null, because), call_back(wanted, null, because);
      end if;
      insert into erasures (evidence, jit, ground, reason, decided_at)
        values (wanted, e.jit, 'review', because, statement_timestamp());
      update evidence set status = 'erased', version = version + 1 where id = wanted;
      update releases set level = 1, version = version + 1 where evidence = wanted and level > 1;
      delete from waiting_releases where evidence = wanted;
      delete from erasure_wishes where evidence = wanted;
      at := statement_timestamp();
      return next;
    end $$
    """,
    "revoke all on function is_left_behind from public",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in FUNCTIONS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError(
        "What others obtained too would be erased with what a party left behind; restore a backup made before."
    )
