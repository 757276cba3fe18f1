"""A party leaves the team: what the agreement says of it, who declared it for when, and what follows at that moment.

At `parties.leaves_at` its seats are none, at that very instant. The worker then begins the leaving (`begin_leaving`) and does the
consequences exhibit by exhibit (`leave_exhibit`), until none is left (`due_leavings`): each looks at the rows as they are, so that a
crash at any moment leaves work that is found again. From the beginning on nobody gains: no release to or of who left is written,
none rises, none comes back; no seat of it is taken.

Revision: 0036, after 0035
"""

from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

#: As the decision counts days, as in 0028.
TODAY = "(statement_timestamp() at time zone 'utc')::date"
TABLES = (
    "alter table parties add column leaves_at timestamptz",
    """
    create table leaving_clauses (
      id uuid not null constraint pk_leaving_clauses primary key,
      jit uuid not null,
      party uuid,
      contributed text not null constraint ck_leaving_clauses_contributed check (contributed in ('stay', 'freeze', 'withdraw')),
      received text not null constraint ck_leaving_clauses_received check (received in ('stay', 'freeze', 'withdraw')),
      clause text not null,
      decided_by uuid not null,
      decided_at timestamptz not null,
      constraint uq_leaving_clauses_jit_id unique (jit, id),
      constraint fk_leaving_clauses_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_leaving_clauses_jit_decided_by foreign key (jit, decided_by) references members (jit, id)
    )
    """,
    """
    create table leavings (
      id uuid not null constraint pk_leavings primary key,
      jit uuid not null,
      party uuid not null,
      clause uuid not null,
      contributed text not null constraint ck_leavings_contributed check (contributed in ('stay', 'freeze', 'withdraw')),
      received text not null constraint ck_leavings_received check (received in ('stay', 'freeze', 'withdraw')),
      reason text not null,
      effective_at timestamptz not null,
      declared_by uuid not null,
      declared_at timestamptz not null,
      withdrawn_by uuid,
      withdrawn_at timestamptz,
      begun_at timestamptz,
      ended_at timestamptz,
      constraint ck_leavings_withdrawn
        check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null or begun_at is null)),
      constraint ck_leavings_ended check (ended_at is null or begun_at is not null),
      constraint fk_leavings_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_leavings_jit_clause foreign key (jit, clause) references leaving_clauses (jit, id),
      constraint fk_leavings_jit_declared_by foreign key (jit, declared_by) references members (jit, id),
      constraint fk_leavings_jit_withdrawn_by foreign key (jit, withdrawn_by) references members (jit, id)
    )
    """,
    "create unique index ix_leavings_standing on leavings (jit, party) where withdrawn_at is null",
    "create index ix_leavings_effective_at on leavings (effective_at) where withdrawn_at is null and ended_at is null",
)

# As in 0023, but for a party that leaves: at that very instant its seats are none.
TAKE_SEAT = """
create or replace function take_seat(who uuid, wanted uuid, with_head boolean default false)
  returns table (seat uuid, ledger_origin text, code text, name text, party uuid, party_code text, party_kind text,
                 authority uuid, authority_code text, roles text[], "function" text, reserved boolean, head bigint)
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
   where m.account = who and m.jit = wanted and m.state = 'seated'
     and (m.until is null or m.until > statement_timestamp())
     and (m.party is null or (p.status = 'active' and (p.leaves_at is null or p.leaves_at > statement_timestamp())));
  if not found then
    perform set_config('app.jit', '', true);
    return;
  end if;
  perform set_config('app.party', coalesce(party::text, ''), true),
          set_config('app.authority', coalesce(authority::text, ''), true),
          set_config('app.seat', seat::text, true), set_config('app.roles', roles::text, true);
  reserved := false;
  if "function" <> 'judicial' and 'leader' = any (roles) then
    reserved := exists (select 1 from reservations r where r.jit = wanted and r.party = take_seat.party and r.judicial);
  end if;
  if with_head then
    head := ledger_head(wanted);
  end if;
  return next;
end $$
"""

DECLARING = (
    # Whether a leader of the party acts: then nobody else declares that it leaves.
    """
    create function is_led(wanted uuid) returns boolean language sql stable set search_path = public, pg_temp
      return exists (
        select 1 from members m join parties p on p.jit = m.jit and p.id = m.party and p.status = 'active'
         where m.jit = asking_jit() and m.party = wanted and m.state = 'seated' and 'leader' = any (m.roles)
           and (m.until is null or m.until > statement_timestamp()))
    """,
    """
    create function mark_leaving() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update parties p set leaves_at = case when new.withdrawn_at is null then new.effective_at end, version = p.version + 1
       where p.jit = new.jit and p.id = new.party;
      return null;
    end $$
    """,
    "create trigger marked after insert or update of withdrawn_at on leavings for each row execute function mark_leaving()",
)

# What holds from the beginning on, whoever writes.
LOCKS = (
    """
    create function has_left(team uuid, who uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (select 1 from parties p where p.jit = team and p.id = who and p.status = 'left')
    """,
    """
    create function keep_left() returns trigger language plpgsql as $$
    begin
      raise exception 'a party that left does not come back' using errcode = 'insufficient_privilege';
    end $$
    """,
    """
    create trigger keep_left before update of status on parties for each row
      when (old.status = 'left' and new.status <> 'left') execute function keep_left()
    """,
    """
    create function refuse_of_left() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if exists (select 1 from added a join parties p on p.jit = a.jit and p.id in (a.party, a.originator)
                  where p.status = 'left') then
        raise exception 'a party that left is released nothing, and releases nothing' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$
    """,
    *(
        f"create trigger refuse_of_left after insert on {table} referencing new table as added"
        " for each statement execute function refuse_of_left()"
        for table in ("releases", "waiting_releases")
    ),
    # What a consent or an emergency gives back does not rise after who decided it left, and does not come back to who left.
    """
    create function lower_of_left() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
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
    """
    create trigger lower_of_left before update of level, until, state on releases for each row
      when (new.level > old.level or new.until is distinct from old.until or new.state is distinct from old.state)
      execute function lower_of_left()
    """,
    """
    create function refuse_seat_of_left() returns trigger language plpgsql as $$
    begin
      if has_left(new.jit, new.party) then
        raise exception 'the party left: nobody sits for it' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    """
    create trigger refuse_of_left before insert or update of state, party on members for each row
      when (new.party is not null and new.state <> 'ended') execute function refuse_seat_of_left()
    """,
    """
    create function refuse_consent_of_left() returns trigger language plpgsql as $$
    begin
      if has_left(new.jit, new.asker_party) or has_left(new.jit, new.asked_party) then
        raise exception 'the party left: it consents to nothing' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    ("create trigger refuse_of_left before insert on consents for each row execute function refuse_consent_of_left()"),
)

LEAVING = (
    # The party's row is taken from everybody who is just writing for it, a release or an exhibit: what they wrote is found below.
    # What was asked of it or by it is due now: silence is refusal. Nobody breaks the glass of who has left, or by its leave.
    """
    create function begin_leaving(wanted uuid) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      l leavings;
    begin
      perform 1 from parties p join leavings x on x.jit = p.jit and x.party = p.id where x.id = wanted for update of p;
      select * into l from leavings x where x.id = wanted and x.withdrawn_at is null and x.begun_at is null
         and x.effective_at <= statement_timestamp() for update;
      if not found then
        return false;
      end if;
      update parties p set status = 'left', version = p.version + 1 where p.jit = l.jit and p.id = l.party;
      update leavings x set begun_at = statement_timestamp() where x.id = wanted;
      update consents c set due_at = least(c.due_at, statement_timestamp())
       where c.jit = l.jit and l.party in (c.asker_party, c.asked_party) and c.state in ('requested', 'seen');
      update break_glass b set allowed = false, version = b.version + 1
       where b.jit = l.jit and l.party in (b.party, b.recipient) and b.allowed;
      return true;
    end $$
    """,
    # The exhibits for which something is left to do.
    """
    create function due_leavings(wanted uuid, most integer) returns table (evidence uuid)
      language sql stable security definer set search_path = public, pg_temp
    begin atomic
      select d.evidence from leavings l cross join lateral (
        select e.id as evidence from evidence e
         where e.jit = l.jit and e.originator = l.party and l.contributed = 'withdraw' and e.status = 'active'
        union select r.evidence from releases r
         where r.jit = l.jit and r.originator = l.party and r.party <> l.party and l.contributed = 'freeze' and r.level > 1
        union select r.evidence from releases r
         where r.jit = l.jit and r.party = l.party and r.originator <> l.party and (l.received = 'withdraw' or r.state <> 'lapsed')
        union select w.evidence from waiting_releases w where w.jit = l.jit and l.party in (w.originator, w.party)) d
       where l.id = wanted and l.begun_at is not null order by d.evidence limit most;
    end
    """,
    """
    create function ask_after(wanted uuid, holder uuid, because text) returns void
      language sql security definer set search_path = public, pg_temp
    begin atomic
      update copies c set state = 'out', asked_at = statement_timestamp(), reason = ask_after.because, because = null,
             answered_at = null, answered_by = null, version = c.version + 1
       where c.evidence = wanted and c.party <> c.originator and (holder is null or c.party = holder) and c.state <> 'destroyed'
         and (c.asked_at is null or c.state = 'kept');
    end
    """,
    """
    create function call_back(wanted uuid, holder uuid, because text) returns void
      language sql security definer set search_path = public, pg_temp
    begin atomic
      update disclosures d set recalled_at = statement_timestamp(), reason = call_back.because, version = d.version + 1
       where d.evidence = wanted and (holder is null or d.party = holder) and d.recalled_at is null;
    end
    """,
    # One exhibit, as the clause says. What was done, a row each; copies and disclosures bear the moment `at`.
    """
    create function leave_exhibit(leaving uuid, wanted uuid, because text)
      returns table (done text, party uuid, level smallint, known boolean, at timestamptz)
      language plpgsql security definer set search_path = public, pg_temp as $$
    #variable_conflict use_column
    declare
      l leavings;
      e evidence;
      r releases;
    begin
      select * into l from leavings x where x.id = leaving and x.begun_at is not null;
      select * into e from evidence x where x.id = wanted and x.jit = l.jit for update;
      if not found then
        return;
      end if;
      at := statement_timestamp();
      known := true;
      for party, level in delete from waiting_releases w
           where w.evidence = wanted and l.party in (w.originator, w.party) returning w.party, w.level loop
        done := 'given_up';
        return next;
      end loop;
      if e.originator = l.party then
        if l.contributed = 'withdraw' and e.status = 'active' then
          update evidence x set status = 'withdrawn', version = x.version + 1 where x.id = wanted;
          update releases x set level = 1, version = x.version + 1
           where x.evidence = wanted and x.party <> x.originator and x.level > 1;
          perform ask_after(wanted, null, because), call_back(wanted, null, because);
          done := 'withdrawn'; party := l.party; level := 1;
          return next;
        elsif l.contributed = 'freeze' then
          for r in update releases x set level = 1, version = x.version + 1
               where x.evidence = wanted and x.party <> x.originator and x.level > 1 returning x.* loop
            done := 'frozen'; party := r.party; level := 1; known := r.state = 'effective';
            if r.state <> 'lapsed' then return next; end if;
          end loop;
        end if;
        return;
      end if;
      select * into r from releases x where x.evidence = wanted and x.party = l.party for update;
      if not found then
        return;
      end if;
      party := l.party; level := r.level; known := r.state = 'effective';
      if l.received = 'withdraw' or r.state = 'pending' or r.not_before >= at then
        delete from releases x where x.evidence = wanted and x.party = l.party;
        done := 'recalled';
      elsif r.state <> 'lapsed' then
        update releases x set until = least(x.until, at), state = 'lapsed', effective = false, version = x.version + 1
         where x.evidence = wanted and x.party = l.party;
        done := 'lapsed';
      else
        return;
      end if;
      if l.received <> 'stay' then
        perform ask_after(wanted, l.party, because);
      end if;
      if l.received = 'withdraw' then
        perform call_back(wanted, l.party, because);
      end if;
      return next;
    end $$
    """,
    # What it left behind is reviewed by nobody: on the day of its review it is due, unless a court holds it (LED Art. 5).
    f"""
    create function due_of_left(most integer) returns table (evidence uuid, jit uuid)
      language sql stable security definer set search_path = public, pg_temp
    begin atomic
      select e.id, e.jit from parties p join evidence e on e.jit = p.jit and e.originator = p.id
       where p.status = 'left' and e.status <> 'erased' and e.review_on <= {TODAY} and not is_on_hold(e.id)
       order by e.id limit most;
    end
    """,  # noqa: S608 - a constant of this file
    # As `begin_erasure` of 0028, decided by nobody; who holds a copy is asked after it at the moment `at`.
    f"""
    create function erase_of_left(wanted uuid, because text) returns table (at timestamptz)
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      e evidence;
    begin
      select * into e from evidence x where x.id = wanted for update;
      if not found or e.status = 'erased' or not has_left(e.jit, e.originator) or is_on_hold(wanted)
         or coalesce(e.review_on > {TODAY}, true) then
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
    """,  # noqa: S608 - a constant of this file
    (
        "revoke all on function due_of_left, erase_of_left, is_led, has_left, begin_leaving, due_leavings, ask_after, call_back, leave_exhibit from public"
    ),
    "grant execute on function is_led, has_left to liaison_app",
    "grant execute on function has_left, begin_leaving, due_leavings, leave_exhibit, due_of_left, erase_of_left to liaison_engine",
)

# As in 0019: what the definer functions meet is of the asker's own team, or of all for the engine.
_REACHED = "session_user = 'liaison_engine' or jit = asking_jit()"
_SAYS = """(party = asking_party() and decides_releases()
  or 'administrator' = any (asking_roles()) and party is distinct from asking_party() and not is_led(party))"""
# As in 0018, of a copy whose holder has left: a leader of the originator notes what it wrote.
_NOTES = """jit = asking_jit() and party <> originator and originator = asking_party() and 'leader' = any (asking_roles())
  and admitted(3::smallint, null, own_seats, null, null) = 3 and has_left(jit, party)"""
# As in 0028, of a hold whose party has left.
_LIFTS = """jit = asking_jit() and {} and 'leader' = any (asking_roles()) and has_left(jit, party) and exists (
  select 1 from evidence e where e.jit = holds.jit and e.id = holds.evidence and e.originator = asking_party())"""
_STANDS = "withdrawn_at is null and begun_at is null and ended_at is null"
POLICIES = (
    "create policy seen on leaving_clauses for select to liaison_app using (jit = asking_jit())",
    (
        "create policy inserted on leaving_clauses for insert to liaison_app with check (jit = asking_jit()"
        " and 'administrator' = any (asking_roles()) and decided_by = asking_seat())"
    ),
    "create policy engine on leaving_clauses for select to liaison_engine using (true)",
    "create policy seen on leavings for select to liaison_app using (jit = asking_jit())",
    f"""
    create policy inserted on leavings for insert to liaison_app with check (jit = asking_jit() and declared_by = asking_seat()
      and {_STANDS} and {_SAYS} and not has_left(jit, party)
      and exists (select 1 from leaving_clauses c where c.jit = leavings.jit and c.id = leavings.clause
            and (c.party is null or c.party = leavings.party)
            and c.contributed = leavings.contributed and c.received = leavings.received))
    """,  # noqa: S608 - constants of this file
    f"""
    create policy withdrawn on leavings for update to liaison_app
      using (jit = asking_jit() and {_STANDS} and effective_at > statement_timestamp() and {_SAYS})
      with check (jit = asking_jit() and withdrawn_by = asking_seat())
    """,
    (
        "create policy noted on copies for update to liaison_app"
        f" using ({_NOTES} and state <> 'destroyed' and asked_at is not null)"
        f" with check ({_NOTES} and state <> 'out' and answered_by = asking_seat())"
    ),
    (
        f"create policy lifted_of_left on holds for update to liaison_app using ({_LIFTS.format('lifted_at is null')})"
        f" with check ({_LIFTS.format('lifted_by = asking_seat()')})"
    ),
    "create policy engine on leavings to liaison_engine using (true) with check (true)",
    f"create policy definer on leavings to liaison_owner using ({_REACHED})",
)
GRANTS = (
    "grant select, insert on leaving_clauses to liaison_app",
    "grant select, insert, update (withdrawn_by, withdrawn_at) on leavings to liaison_app",
    "grant select on leaving_clauses, leavings to liaison_engine",
    "grant update (ended_at) on leavings to liaison_engine",
    "grant select (status, leaves_at) on parties to liaison_engine",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES, TAKE_SEAT, *DECLARING, *LOCKS, *LEAVING):
        op.execute(statement)
    for table in ("leaving_clauses", "leavings"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
    for statement in (*POLICIES, *GRANTS):
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("A party that left would take part again; restore a backup made before.")
