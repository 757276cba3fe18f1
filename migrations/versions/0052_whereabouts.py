"""Physical custody: where the thing itself is, and hand-overs that both seats confirm.

A row is read from `readable` on, and by the people of who obtained the exhibit whatever became of its content. Who obtained it and who
answers for the thing write it. It comes into another seat's hands by that seat's own word alone: the database moves it when a
hand-over is received. An overdue hand-over is an alert to a leader of who offered it.

Revision: 0052, after 0051
"""

from alembic import op

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table whereabouts (
      evidence uuid not null constraint pk_whereabouts primary key,
      jit uuid not null,
      standing text not null constraint ck_whereabouts_standing
        check (standing in ('held', 'stored', 'out', 'returned', 'destroyed')),
      party uuid not null,
      seat uuid,
      custodian text,
      place text,
      seal text,
      corrects uuid,
      changed_at timestamptz not null,
      version integer not null default 1,
      constraint uq_whereabouts_jit_evidence unique (jit, evidence),
      constraint ck_whereabouts_custodian check ((custodian is null) = (standing = 'destroyed')),
      constraint ck_whereabouts_seat check (standing in ('held', 'out') or seat is null),
      constraint fk_whereabouts_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_whereabouts_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_whereabouts_jit_seat foreign key (jit, seat) references members (jit, id)
    )
    """,
    """
    create table handovers (
      id uuid not null constraint pk_handovers primary key,
      jit uuid not null,
      evidence uuid not null,
      party uuid not null,
      offered_by uuid not null,
      giver text not null,
      to_party uuid not null,
      to_seat uuid not null,
      offered_at timestamptz not null,
      due_at timestamptz not null,
      state text not null constraint ck_handovers_state check (state in ('offered', 'received', 'refused', 'withdrawn')),
      place text,
      why text,
      answered_by uuid,
      answered_at timestamptz,
      alarmed_at timestamptz,
      version integer not null default 1,
      constraint uq_handovers_jit_id unique (jit, id),
      constraint ck_handovers_answered
        check ((state = 'offered') = (answered_at is null) and (answered_at is null) = (answered_by is null)),
      constraint ck_handovers_place check ((place is not null) = (state = 'received')),
      constraint ck_handovers_why check ((why is not null) = (state in ('refused', 'withdrawn'))),
      constraint ck_handovers_another check (to_seat <> offered_by),
      constraint fk_handovers_jit_evidence foreign key (jit, evidence) references whereabouts (jit, evidence),
      constraint fk_handovers_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_handovers_jit_offered_by foreign key (jit, offered_by) references members (jit, id),
      constraint fk_handovers_jit_to_party foreign key (jit, to_party) references parties (jit, id),
      constraint fk_handovers_jit_to_seat foreign key (jit, to_seat) references members (jit, id),
      constraint fk_handovers_jit_answered_by foreign key (jit, answered_by) references members (jit, id)
    )
    """,
    "create unique index ix_handovers_open on handovers (evidence) where state = 'offered'",
    "create index ix_handovers_to_seat on handovers (to_seat) where state = 'offered'",
    "create index ix_handovers_due_at on handovers (due_at) where state = 'offered' and alarmed_at is null",
    "create index ix_handovers_evidence_id on handovers (evidence, id)",
    "alter table alerts add column handover uuid constraint fk_alerts_handover references handovers (id)",
    "alter table alerts add constraint uq_alerts_handover unique (handover)",
    "alter table alerts drop constraint ck_alerts_kind",
    """
    alter table alerts add constraint ck_alerts_kind
      check (kind in ('first_opening', 'copy', 'burst', 'emergency', 'handover'))
    """,
    "alter table alerts drop constraint ck_alerts_about",
    """
    alter table alerts add constraint ck_alerts_about
      check ((kind = 'emergency') = (emergency is not null) and (kind = 'handover') = (handover is not null)
        and (kind in ('emergency', 'handover')) = (opening is null))
    """,
)

PEOPLE = "asking_roles() && array['leader', 'member']"
MINE = "r.jit = {table}.jit and r.evidence = {table}.evidence and r.party = asking_party()"
ADMITTED = "admitted(r.level, r.authorities, r.seats, r.not_before, r.until)"
OBTAINED = f"""({PEOPLE} and exists (select 1 from releases r where {MINE}
  and obtained_by(r.party, r.originator, r.joint) and {ADMITTED} >= 1 offset 0))"""  # noqa: S608 - constants of this file
SEEN = f"""jit = asking_jit() and (exists (select 1 from releases r where {MINE} and {ADMITTED} >= 2 offset 0)
  or {OBTAINED})"""  # noqa: S608
#: Of the table as it stands before or after the change.
RECORDS = f"""({OBTAINED} or (party = asking_party() and ({PEOPLE} or seat = asking_seat())))"""
OFFERS = """state = 'offered' and party = asking_party() and offered_by = asking_seat() and alarmed_at is null and version = 1
  and due_at > statement_timestamp() and due_at <= statement_timestamp() + interval '31 days'
  and may_hand_over(evidence) and may_receive(evidence, to_seat)
  and exists (select 1 from members m where m.jit = handovers.jit and m.id = handovers.to_seat and m.party = handovers.to_party offset 0)"""
ANSWERS = f"""answered_by = asking_seat() and case state
  when 'received' then to_seat = asking_seat()
  when 'refused' then to_seat = asking_seat()
  when 'withdrawn' then party = asking_party() and (offered_by = asking_seat() or {PEOPLE})
  else false end"""
LEADS = """m.state = 'seated' and 'leader' = any (m.roles) and (m.until is null or m.until > statement_timestamp())"""
SITS = "m.state = 'seated' and (m.until is null or m.until > statement_timestamp())"

FUNCTIONS = (
    # Who has it in hand hands it over; where no seat that sits does, anybody of the party that answers for it.
    f"""
    create function may_hand_over(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select 1 from whereabouts w
         where w.jit = asking_jit() and w.evidence = wanted and w.party = asking_party()
           and w.standing in ('held', 'stored', 'out')
           and (w.seat = asking_seat() or ({PEOPLE} and not exists (
                  select 1 from members m where m.jit = w.jit and m.id = w.seat and {SITS}))))
    """,  # noqa: S608
    # To a seat that reads the exhibit now. Who did not obtain it hands it to its own people and back to who did, so that nobody
    # finds out by it who else has the exhibit.
    f"""
    create function may_receive(wanted uuid, whom uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select 1 from members m
          join parties p on p.jit = m.jit and p.id = m.party
          join releases r on r.jit = m.jit and r.party = m.party and r.evidence = wanted
          join whereabouts w on w.jit = m.jit and w.evidence = wanted
         where m.jit = asking_jit() and m.id = whom and m.id <> asking_seat() and m.id is distinct from w.seat and {SITS}
           and p.status = 'active' and (p.leaves_at is null or p.leaves_at > statement_timestamp())
           and w.party = asking_party()
           and (m.party = asking_party() or obtained_by(m.party, r.originator, r.joint)
                or obtained_by(asking_party(), r.originator, r.joint))
           and not 'auditor' = any (m.roles)
           and admits(r.level, r.authorities, r.seats, r.not_before, r.until, m.id, m.authority,
                      case when m.roles && array['leader', 'member'] then 'member'
                           when 'coordinator' = any (m.roles) then 'coordinator' else '' end) >= 2)
    """,  # noqa: S608
    # What the application writes: nothing while a hand-over is open; into nobody's hands but the writer's own, and then not out of
    # another seat's; to another party never, but back to who obtained it by a correction.
    """
    create function keep_whereabouts() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if current_user <> 'liaison_app' then return new; end if;
      if exists (select 1 from handovers h where h.evidence = new.evidence and h.state = 'offered') then
        raise exception 'a hand-over is open' using errcode = 'insufficient_privilege';
      end if;
      if new.seat is not null and (tg_op = 'INSERT' or new.seat is distinct from old.seat)
         and (new.seat is distinct from asking_seat() or new.party is distinct from asking_party()
              or (tg_op = 'UPDATE' and old.seat is not null)) then
        raise exception 'a seat receives it by its own word' using errcode = 'insufficient_privilege';
      end if;
      if tg_op = 'UPDATE' and new.corrects is not distinct from old.corrects
         and (new.party is distinct from old.party or old.standing in ('returned', 'destroyed')) then
        raise exception 'only a correction does this' using errcode = 'insufficient_privilege';
      end if;
      if new.corrects is not null and (tg_op = 'INSERT' or new.corrects is distinct from old.corrects)
         and not exists (select 1 from headers x where x.entry = new.corrects and x.evidence = new.evidence
                                                   and x.kind like 'custody.%' and x.kind <> 'custody.imported') then
        raise exception 'this is no entry of its custody' using errcode = 'insufficient_privilege';
      end if;
      if tg_op = 'UPDATE' and new.party is distinct from old.party and not exists (
           select 1 from releases r where r.jit = new.jit and r.evidence = new.evidence and r.party = asking_party()
              and new.party = asking_party() and obtained_by(r.party, r.originator, r.joint)) then
        raise exception 'a party receives it by its own word' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    "create trigger kept before insert or update on whereabouts for each row execute function keep_whereabouts()",
    # Whoever holds it is not told of others' holds, but that one stands.
    """
    create function refuse_destroyed_on_hold() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if is_on_hold(new.evidence) then raise exception 'a legal hold stands' using errcode = 'LC001'; end if;
      return new;
    end $$
    """,
    """
    create trigger on_hold before insert or update of standing on whereabouts for each row
      when (new.standing = 'destroyed') execute function refuse_destroyed_on_hold()
    """,
    """
    create function receive_handover() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update whereabouts w
         set standing = 'held', party = new.to_party, seat = new.to_seat, place = new.place, changed_at = new.answered_at,
             custodian = (select m.name from members m where m.jit = new.jit and m.id = new.to_seat), version = w.version + 1
       where w.evidence = new.evidence;
      return null;
    end $$
    """,
    """
    create trigger received after update on handovers for each row
      when (old.state = 'offered' and new.state = 'received') execute function receive_handover()
    """,
    # Who answers for a thing that another obtained does not know who else reads the exhibit; they hear of it all the same.
    """
    create function tell_custody() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into entry_audience (entry, jit, party, level, authorities, seats)
        select new.entry, new.jit, r.party, case when r.party = any (r.joint) then 3 else r.level end, r.authorities, r.seats
          from releases r
         where r.jit = new.jit and r.evidence = new.evidence and r.party <> r.originator
           and asking_party() is distinct from r.originator and r.party is distinct from asking_party()
           and (r.not_before is null or r.not_before <= statement_timestamp())
           and (r.until is null or r.until > statement_timestamp());
      return null;
    end $$
    """,
    """
    create trigger custody_is_heard after insert on headers for each row
      when (new.kind like 'custody.%' and new.kind <> 'custody.imported') execute function tell_custody()
    """,
    # Whose an overdue hand-over is: a leader of who offered it, who acts and sees the exhibit; its offerer first.
    f"""
    create function leader_of(wanted uuid, whose uuid, first uuid) returns uuid
      language sql stable security definer set search_path = public, pg_temp
      return (
        select m.id from evidence e join members m on m.jit = e.jit and m.party = whose and 'leader' = any (m.roles)
          left join releases own on own.jit = e.jit and own.party = whose and own.evidence = e.id
         where e.id = wanted
         order by ({LEADS}) desc, (own.seats is null or m.id = any (own.seats)) desc,
                  (own.authorities is null or m.authority = any (own.authorities)) desc, (m.id = first) desc, m.code
         limit 1)
    """,  # noqa: S608
    # Once for each hand-over; nothing where it was answered meanwhile, or the party never had a leader.
    """
    create function alarm_handover(wanted uuid, new_id uuid)
      returns table (id uuid, originator uuid, evidence uuid, exhibit_number text, owner text)
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      h handovers;
      whose uuid;
    begin
      update handovers x set alarmed_at = statement_timestamp()
       where x.id = wanted and x.state = 'offered' and x.alarmed_at is null and x.due_at <= statement_timestamp()
      returning * into h;
      if not found then return; end if;
      whose := leader_of(h.evidence, h.party, h.offered_by);
      if whose is null then return; end if;
      insert into alerts (id, jit, originator, kind, handover, evidence, party, seat, openings, raised_at, owner)
        values (new_id, h.jit, h.party, 'handover', h.id, h.evidence, h.to_party, h.to_seat, 0, statement_timestamp(), whose);
      return query select new_id, h.party, h.evidence, e.exhibit_number, m.code
        from evidence e join members m on m.jit = e.jit and m.id = whose where e.id = h.evidence;
    end $$
    """,
    "revoke all on function may_hand_over, may_receive, receive_handover, refuse_destroyed_on_hold, tell_custody, leader_of, alarm_handover from public",
    "grant execute on function may_hand_over, may_receive to liaison_app",
    "grant execute on function leader_of, alarm_handover to liaison_engine",
)

#: What acts on things say of people: erasable, as in ledger/erasable.py.
ERASABLE = (
    "by",
    "from_place",
    "from_whom",
    "giver",
    "method",
    "receipt",
    "remarks",
    "to_whom",
    "what",
    "why",
    "witnessed_by",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES, *FUNCTIONS):
        op.execute(statement)
    said = (
        op.get_bind().exec_driver_sql("select pg_get_functiondef('is_erasable(text, text)'::regprocedure)").scalar_one()
    )
    first = "'acquired_by'::text"
    assert said.count(first) == 1, said
    op.execute(said.replace(first, ", ".join((first, *(f"'{name}'::text" for name in ERASABLE)))))
    for table in ("whereabouts", "handovers"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"create policy definer on {table} to liaison_owner using (true) with check (true)")
        op.execute(f"create policy seen on {table} for select to liaison_app using ({SEEN.format(table=table)})")
    records = RECORDS.format(table="whereabouts")
    op.execute(
        f"create policy inserted on whereabouts for insert to liaison_app"
        f" with check (jit = asking_jit() and party = asking_party() and {OBTAINED.format(table='whereabouts')})"
    )
    op.execute(
        f"create policy updated on whereabouts for update to liaison_app"
        f" using ({SEEN.format(table='whereabouts')} and {records}) with check (jit = asking_jit() and {records})"
    )
    op.execute(
        f"create policy inserted on handovers for insert to liaison_app with check (jit = asking_jit() and {OFFERS})"
    )
    op.execute(
        f"create policy updated on handovers for update to liaison_app"
        f" using ({SEEN.format(table='handovers')} and state = 'offered') with check (jit = asking_jit() and {ANSWERS})"
    )
    op.execute(
        "grant select, insert, update (standing, party, seat, custodian, place, seal, corrects, changed_at, version)"
        " on whereabouts to liaison_app"
    )
    op.execute(
        "grant select, insert, update (state, place, why, answered_by, answered_at, version) on handovers to liaison_app"
    )
    op.execute("create policy engine on handovers to liaison_engine using (true) with check (true)")
    op.execute("grant select (id, jit, evidence, state, due_at, alarmed_at) on handovers to liaison_engine")
    op.execute("grant select (handover) on alerts to liaison_engine")


def downgrade() -> None:
    raise RuntimeError("Where things are, and who has them in hand, would be lost; restore a backup made before.")
