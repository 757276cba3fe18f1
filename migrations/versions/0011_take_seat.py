"""A seat is taken in one statement: it is looked up, and row-level security told of it, by the database itself.

`take_seat` runs as whoever calls it, under the policies, and may nothing that its caller may not: it saves the way there and
back, five times in each request. Its plans are made once for a connection.

Revision: 0011, after 0010
"""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# The head as its reader may know it: what a checkpoint published, or the last position behind it whose header may be read.
LEDGER_HEAD = """
create function ledger_head(wanted uuid) returns bigint language plpgsql stable as $$
declare
  published bigint;
begin
  select coalesce(max(c.size), 0) - 1 into published from checkpoints c where c.jit = wanted;
  return coalesce(
    (select p.position from positions p
      where p.jit = wanted and p.position > published and exists (select 1 from headers h where h.entry = p.entry)
      order by p.position desc limit 1),
    published);
end $$
"""
# `who` was recognised by the caller, in the same statement or the same transaction. Who has no seat there asks as nobody:
# without a team, so that no row of one is seen by it. `head`: the ledger's, where the caller will tell it.
TAKE_SEAT = """
create function take_seat(who uuid, wanted uuid, with_head boolean default false)
  returns table (seat uuid, ledger_origin text, code text, name text, party uuid, party_code text, party_kind text,
                 authority uuid, authority_code text, roles text[], "function" text, head bigint)
  language plpgsql volatile as $$
#variable_conflict use_column
begin
  perform set_config('app.account', who::text, true), set_config('app.jit', wanted::text, true),
          set_config('app.party', '', true), set_config('app.authority', '', true),
          set_config('app.seat', '', true), set_config('app.roles', '{}', true);
  select m.id, j.ledger_origin, m.code, m.name, m.party, p.code, p.kind, m.authority, a.code, m.roles, m.function
    into seat, ledger_origin, code, name, party, party_code, party_kind, authority, authority_code, roles, "function"
    from members m
    join jits j on j.id = m.jit
    left join parties p on p.jit = m.jit and p.id = m.party
    left join authorities a on a.jit = m.jit and a.party = m.party and a.id = m.authority
   where m.account = who and m.jit = wanted and m.state = 'seated' and (m.party is null or p.status = 'active');
  if not found then
    perform set_config('app.jit', '', true);
    return;
  end if;
  perform set_config('app.party', coalesce(party::text, ''), true),
          set_config('app.authority', coalesce(authority::text, ''), true),
          set_config('app.seat', seat::text, true), set_config('app.roles', roles::text, true);
  if with_head then
    head := ledger_head(wanted);
  end if;
  return next;
end $$
"""
FUNCTIONS = "take_seat(uuid, uuid, boolean), ledger_head(uuid)"


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(LEDGER_HEAD)
    op.execute(TAKE_SEAT)
    op.execute(f"revoke all on function {FUNCTIONS} from public")
    op.execute(f"grant execute on function {FUNCTIONS} to liaison_app")


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(f"drop function {FUNCTIONS}")
