"""What a review of joint originators and of leaving found could be had past the services.

An assent is to the wish that it was given to: an id that was assented to is used for no other. A wish for use in court is one for
a joint exhibit, and waits for each. What stood before a consent was no more than stands when it is written. Functions that take a
row look at the row that is there. Who of the keeper's people decide is the keeper's to say. A release that rises while a party
leaves meets the leaving. A suspended party that has leaders is led.

Revision: 0042, after 0041
"""

from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

_THERE = "exists (select 1 from waiting_releases x where x.id = w.id and x.evidence = w.evidence and x.party = w.party)"

STATEMENTS = (
    """
    create function refuse_used_wish() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if exists (select 1 from release_agreements a where a.waiting = new.id)
         or exists (select 1 from release_confirmations c where c.waiting = new.id)
         or exists (select 1 from attestations a where a.waiting = new.id) then
        raise exception 'this wish was assented to before' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    "create trigger used_once before insert on waiting_releases for each row execute function refuse_used_wish()",
    """
    alter table waiting_releases add constraint ck_waiting_releases_court_use
      check (not court_use or (level > 0 and 'joint' = any (gates)))
    """,
    # As in 0038, of a wish that is there.
    f"""
    create or replace function lacking(w waiting_releases) returns uuid[]
      language sql stable security definer set search_path = public, pg_temp
      return array(
        select j.party from evidence e cross join unnest(e.joint) with ordinality j (party, place)
         where e.id = w.evidence and e.jit = w.jit and {_THERE}
           and (select count(distinct m.account) from release_agreements a join members m on m.jit = a.jit and m.id = a.agreed_by
                 where a.waiting = w.id and a.evidence = w.evidence and a.party = j.party)
               < case when exists (select 1 from four_eyes f where f.jit = e.jit and f.party = j.party and 'release' = any (f.acts))
                      then 2 else 1 end
         order by j.place)
    """,  # noqa: S608 - a constant of this file
    f"""
    create or replace function gate_is_open(gate text, w waiting_releases) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return {_THERE} and case gate
        when 'verification' then exists (select 1 from verifications v where v.evidence = w.evidence and v.verdict = 'passed')
        when 'attestation' then exists (select 1 from attestations a where a.waiting = w.id)
        when 'second_leader' then exists (select 1 from release_confirmations c where c.waiting = w.id)
        when 'clearance' then exists (
          select 1 from evidence e where e.id = w.evidence and e.privilege = 'cleared'
             and (select c.verdict from clearances c where c.evidence = e.id order by c.id desc limit 1) = 'cleared')
        when 'joint' then exists (select 1 from evidence e where e.id = w.evidence and e.joint is not null)
                      and lacking(w) = '{{}}'
        else false
      end
    """,  # noqa: S608 - a constant of this file
    """
    create or replace function lacking_erasure(e evidence) returns uuid[]
      language sql stable security definer set search_path = public, pg_temp
      return array(
        select j.party from evidence x cross join unnest(x.joint) with ordinality j (party, place)
         where x.id = e.id and (session_user = 'liaison_engine' or x.jit = asking_jit()) and not has_left(x.jit, j.party)
           and (select count(distinct m.account) from erasure_agreements a join members m on m.jit = a.jit and m.id = a.agreed_by
                 where a.evidence = x.id and a.party = j.party and a.version = x.version)
               < case when exists (select 1 from four_eyes f where f.jit = x.jit and f.party = j.party and 'erase' = any (f.acts))
                      then 2 else 1 end
         order by j.place)
    """,
    # Whoever writes down what stood before a consent, and will stand again after it, raises nothing by that.
    """
    create function refuse_raised_former() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if session_user = 'liaison_app' and (new.former ->> 'level')::integer > coalesce(
           (select max(r.level) from releases r where r.jit = new.jit and r.party = new.asker_party
               and r.evidence = coalesce(new.evidence, new.answer)), 0) then
        raise exception 'no more stood before than stands now' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    """
    create trigger former_as_it_stood before insert or update of former on consents for each row
      when (new.former is not null) execute function refuse_raised_former()
    """,
    """
    create function refuse_anothers_own_seats() returns trigger language plpgsql as $$
    begin
      if current_user = 'liaison_app' and asking_party() is distinct from new.originator then
        raise exception 'the originator says who of its people decide' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    """
    create trigger own_seats_its_own before update of own_seats on releases for each row
      when (new.own_seats is distinct from old.own_seats) execute function refuse_anothers_own_seats()
    """,
    # As in 0036; it waits for a leaving that begins, and then sees it.
    """
    create or replace function lower_of_left() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform 1 from parties p where p.jit = new.jit and p.id in (new.originator, new.party) order by p.id for key share;
      if has_left(new.jit, new.originator) then
        new.level := least(new.level, old.level);
      end if;
      if has_left(new.jit, new.party) and new.party <> new.originator then
        new.level := least(new.level, old.level);
        new.not_before := case when new.not_before < statement_timestamp() then new.not_before end;
        new.until := least(new.until, statement_timestamp());
        new.state := 'lapsed';
        new.effective := false;
      end if;
      return new;
    end $$
    """,
    # As in 0036: a leader whose party is suspended is one.
    """
    create or replace function is_led(wanted uuid) returns boolean language sql stable set search_path = public, pg_temp
      return exists (
        select 1 from members m
         where m.jit = asking_jit() and m.party = wanted and m.state = 'seated' and 'leader' = any (m.roles)
           and (m.until is null or m.until > statement_timestamp()))
    """,
    "revoke all on function refuse_used_wish, refuse_raised_former from public",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("What was assented to could be used for something else; restore a backup made before.")
