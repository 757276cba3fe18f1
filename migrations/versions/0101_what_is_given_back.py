"""What is given back after a consent or an emergency is what still stands: no consent that ended meanwhile, nothing of a withdrawn exhibit.

`still_stands` goes back past every consent and emergency that is over; `give_back` writes the row for both clocks, and says null where
nothing of it is left: because it was decided anew, because nothing stood before, or because no parent admits it any more. What a row was
before a clock wrote it is what `followed` tells, so that nothing is said to have stood that stood for no instant.

Revision: 0101, after 0100
"""

from alembic import op

revision = "0101"
down_revision = "0100"
branch_labels = None
depends_on = None

FUNCTIONS = (
    # With the rights of who asks: a leader of the originator sees its consents and emergencies, whatever else a row names as its basis.
    """
    create function still_stands(former jsonb, wanted uuid, holder uuid) returns jsonb
      language plpgsql stable set search_path = public, pg_temp as $$
    declare
      stood jsonb := former;
      earlier jsonb;
      named uuid;
    begin
      for step in 1..20 loop  -- nobody stacks so many; and what was made to lead to itself leads to nothing
        named := case when stood ->> 'basis' ~ '^(consent|emergency):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
          then split_part(stood ->> 'basis', ':', 2)::uuid end;
        if named is null then return stood; end if;
        select x.former into earlier from (
          select c.former from consents c where c.id = named and coalesce(c.evidence, c.answer) = wanted and c.asker_party = holder
             and (c.ended_at is not null or c.until <= statement_timestamp())
          union all
          select m.former from emergencies m where m.id = named and m.evidence = wanted and m.party = holder
             and m.until <= statement_timestamp()) x;
        if not found then return stood; end if;
        stood := earlier;
      end loop;
      return null;
    end $$
    """,
    # The level of the row as it stands then; null where nothing was given back, or nothing of it is left.
    """
    create function give_back(former jsonb, team uuid, wanted uuid, holder uuid, resting_on text) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      f releases := jsonb_populate_record(null::releases, still_stands(former, wanted, holder));
      now_at timestamptz := statement_timestamp();
      stood releases;
    begin
      select * into stood from releases r
       where r.jit = team and r.party = holder and r.evidence = wanted and r.basis = resting_on for update;
      if not found or f.level is null then return null; end if;
      update releases r
         set level = f.level, authorities = f.authorities, seats = f.seats, not_before = f.not_before, until = f.until,
             purposes = f.purposes, basis = f.basis, granted_by = f.granted_by, granted_at = f.granted_at,
             effective = (f.not_before is null or f.not_before <= now_at + interval '1 minute')
               and (f.until is null or f.until > now_at),
             state = case when f.until <= now_at then 'lapsed' when f.not_before > now_at then 'pending' else 'effective' end,
             version = r.version + 1
       where r.jit = team and r.party = holder and r.evidence = wanted;
      update followed w set former = stood.level where w.evidence = wanted and w.party = holder and not w.waited and w.at = now_at;
      return (select r.level from releases r where r.jit = team and r.party = holder and r.evidence = wanted);
    end $$
    """,
    # As in 0016. The consent first, then the row: in this order whoever withdraws it takes them.
    """
    create or replace function restore_release(wanted uuid) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      c consents;
    begin
      select * into c from consents where id = wanted and until <= statement_timestamp() and former is not null and ended_at is null
        and state in ('granted', 'granted_with_conditions') for update;
      if not found then return null; end if;
      return give_back(c.former, c.jit, coalesce(c.evidence, c.answer), c.asker_party, 'consent:' || c.id);
    end $$
    """,
    # As in 0031. Whoever withdraws a consent of this party's at this moment is waited for, or waits and finds what was given back.
    """
    create or replace function restore_after_emergency(wanted uuid) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      m emergencies;
    begin
      select * into m from emergencies where id = wanted and until <= statement_timestamp() and settled_at is null and former is not null;
      if not found then return null; end if;
      perform 1 from consents c where c.jit = m.jit and c.asker_party = m.party and coalesce(c.evidence, c.answer) = m.evidence
         and c.state in ('granted', 'granted_with_conditions') order by c.id for share;
      return give_back(m.former, m.jit, m.evidence, m.party, 'emergency:' || m.id);
    end $$
    """,
    # As in 0028; and a withdrawn exhibit stays listed, but for those who obtained it.
    """
    create or replace function list_erased() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if exists (select 1 from evidence e where e.id = new.evidence and (e.status = 'erased'
                  or (e.status = 'withdrawn' and not obtained_by(new.party, e.originator, e.joint)))) then
        new.level := 1;
      end if;
      return new;
    end $$
    """,
    "revoke all on function still_stands, give_back from public",
    "grant execute on function still_stands to liaison_app",
)
#: As 0016, 0031 and 0028 have them.
FORMER = (
    """
    create or replace function restore_release(wanted uuid) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      c consents;
      f releases;
      now_at timestamptz := statement_timestamp();
    begin
      select * into c from consents where id = wanted and until <= now_at and former is not null and ended_at is null
        and state in ('granted', 'granted_with_conditions');
      if not found then
        return null;
      end if;
      f := jsonb_populate_record(null::releases, c.former);
      update releases r
         set level = f.level, authorities = f.authorities, seats = f.seats, not_before = f.not_before, until = f.until,
             purposes = f.purposes, basis = f.basis, granted_by = f.granted_by, granted_at = f.granted_at,
             effective = (f.not_before is null or f.not_before <= now_at + interval '1 minute')
               and (f.until is null or f.until > now_at),
             state = case when f.until <= now_at then 'lapsed' when f.not_before > now_at then 'pending' else 'effective' end,
             version = r.version + 1
       where r.jit = c.jit and r.evidence = coalesce(c.evidence, c.answer) and r.party = c.asker_party
         and r.basis = 'consent:' || c.id;
      return case when found then f.level end;
    end $$
    """,
    """
    create or replace function restore_after_emergency(wanted uuid) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      m emergencies;
      f releases;
      now_at timestamptz := statement_timestamp();
    begin
      select * into m from emergencies where id = wanted and until <= now_at and settled_at is null and former is not null;
      if not found then return null; end if;
      f := jsonb_populate_record(null::releases, m.former);
      update releases r
         set level = f.level, until = f.until, purposes = f.purposes, basis = f.basis, granted_by = f.granted_by,
             effective = f.until is null or f.until > now_at,
             state = case when f.until <= now_at then 'lapsed' else 'effective' end, version = r.version + 1
       where r.jit = m.jit and r.evidence = m.evidence and r.party = m.party and r.basis = 'emergency:' || m.id;
      return case when found then f.level end;
    end $$
    """,
    """
    create or replace function list_erased() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if exists (select 1 from evidence e where e.id = new.evidence and e.status = 'erased') then
        new.level := 1;
      end if;
      return new;
    end $$
    """,
    "drop function give_back, still_stands",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in FUNCTIONS:
        op.execute(statement)


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in FORMER:
        op.execute(statement)
