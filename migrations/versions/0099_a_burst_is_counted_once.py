"""An opening costs as much after thousands of others as after none: what its seat opened in the last ten minutes is counted only while
no burst of it was told to that originator, and whose an alert would be is asked only where there is one. What is told stays as 0030 has it.

Revision: 0099, after 0098
"""

from alembic import op

revision = "0099"
down_revision = "0098"
branch_labels = None
depends_on = None

_RAISE = """
    create or replace function raise_alerts() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      by_party uuid := (select m.party from members m where m.jit = new.jit and m.id = new.seat);
      by_whom uuid;
      of_party uuid;
      known uuid[];
      made integer;
      kinds text[] := '{}';
    begin
      select r.originator, r.own_seats into of_party, known from releases r
       where r.jit = new.jit and r.party = by_party and r.evidence = new.evidence;
      if of_party is null or of_party = by_party then return null; end if;
      if new.act = 'take' then
        kinds := array['copy'];
      elsif not exists (select from openings o join members m on m.jit = o.jit and m.id = o.seat
                         where o.evidence = new.evidence and o.id <> new.id and m.party = by_party) then
        kinds := array['first_opening'];
      end if;
      if not exists (select from alerts a where a.kind = 'burst' and a.seat = new.seat
                      and a.originator = of_party and a.raised_at > new.opened_at - interval '10 minutes') then
        -- As many as one may know of who knows this one: an exhibit that is narrowed to some says nothing to others.
        select count(*) into made from openings o
          join releases r on r.jit = o.jit and r.party = by_party and r.evidence = o.evidence
         where o.seat = new.seat and o.opened_at > new.opened_at - interval '10 minutes' and o.opened_at <= new.opened_at
           and r.originator = of_party and r.own_seats is not distinct from known;
        if made >= 20 and not exists (select from alerts a where a.kind = 'burst' and a.seat = new.seat
                    and a.originator = of_party and a.raised_at > new.opened_at - interval '10 minutes') then
          kinds := kinds || 'burst'::text;  -- nobody told it meanwhile
        end if;
      end if;
      if kinds = '{}' then return null; end if;
      by_whom := leader_for(new.evidence, by_party);
      -- Where the party never had a leader nobody could answer: custody and the digest say it all the same.
      if by_whom is not null then
        insert into alerts (id, jit, originator, kind, opening, evidence, party, seat, openings, raised_at, owner)
          -- As old as its opening, so that newer ones sort behind older ones.
          select (left(new.id::text, 24) || left(md5(random()::text), 12))::uuid, new.jit, of_party, k, new.id, new.evidence, by_party, new.seat,
                 case k when 'burst' then made else 1 end, new.opened_at, by_whom
            from unnest(kinds) k
        on conflict do nothing;
      end if;
      return null;
    end $$
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(_RAISE)


def downgrade() -> None:
    """Either one tells the same: the later one stays."""
