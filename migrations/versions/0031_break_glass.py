"""Break-glass: an emergency opening of what an originator allowed for it, ended by the clock and reviewed within a day.

`begin_emergency` alone makes an emergency: where the originator allows it to the asker's party and no gate stands, it writes a
release for one purpose and an hour, or raises the listing that the party has, and an alert to one leader of the originator. What it
raised goes back by `restore_after_emergency`; nobody extends one, and nobody repeats one that waits for its review or was not justified.

Revision: 0031, after 0030
"""

from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table break_glass (
      jit uuid not null,
      party uuid not null,
      recipient uuid not null,
      allowed boolean not null,
      level smallint not null constraint ck_break_glass_level check (level in (2, 3)),
      clause text not null,
      decided_by uuid not null,
      decided_at timestamptz not null,
      version integer not null default 1,
      constraint pk_break_glass primary key (jit, party, recipient),
      constraint ck_break_glass_others check (recipient <> party),
      constraint fk_break_glass_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_break_glass_jit_recipient foreign key (jit, recipient) references parties (jit, id),
      constraint fk_break_glass_jit_decided_by foreign key (jit, decided_by) references members (jit, id)
    )
    """,
    """
    create table emergencies (
      id uuid not null constraint pk_emergencies primary key,
      jit uuid not null,
      evidence uuid not null,
      exhibit_number text not null,
      originator uuid not null,
      party uuid not null,
      seat uuid not null,
      reason text not null,
      level smallint not null,
      begun_at timestamptz not null,
      until timestamptz not null,
      former jsonb,
      settled_at timestamptz,
      review_due_at timestamptz not null,
      verdict text constraint ck_emergencies_verdict check (verdict in ('justified', 'not_justified')),
      finding text,
      reviewed_by uuid,
      reviewed_at timestamptz,
      version integer not null default 1,
      constraint ck_emergencies_reviewed check ((verdict is null) = (finding is null)
        and (verdict is null) = (reviewed_by is null) and (verdict is null) = (reviewed_at is null)),
      constraint fk_emergencies_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_emergencies_jit_originator foreign key (jit, originator) references parties (jit, id),
      constraint fk_emergencies_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_emergencies_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint fk_emergencies_jit_reviewed_by foreign key (jit, reviewed_by) references members (jit, id)
    )
    """,
    "create index ix_emergencies_evidence_party on emergencies (evidence, party)",
    "create index ix_emergencies_until on emergencies (until) where settled_at is null",
    "create index ix_emergencies_party_id on emergencies (party, id)",
    "alter table alerts alter column opening drop not null",
    "alter table alerts add column emergency uuid constraint fk_alerts_emergency references emergencies (id)",
    "alter table alerts add constraint uq_alerts_emergency unique (emergency)",
    "alter table alerts drop constraint ck_alerts_kind",
    """
    alter table alerts add constraint ck_alerts_kind check (kind in ('first_opening', 'copy', 'burst', 'emergency'))
    """,
    """
    alter table alerts add constraint ck_alerts_about
      check ((kind = 'emergency') = (emergency is not null) and (kind = 'emergency') = (opening is null))
    """,
)

FUNCTIONS = (
    # As the originator would be asked of its own release: a gate that stands before that stands before this.
    """
    create function gates_of_originator(wanted uuid, owner uuid, recipient uuid) returns text[]
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      me text := current_setting('app.party', true);
      found_gates text[];
    begin
      perform set_config('app.party', owner::text, true);
      found_gates := standing_gates(wanted, recipient);
      perform set_config('app.party', me, true);
      return found_gates;
    end $$
    """,
    # Null where it does not open: absent and not allowed are one.
    """
    create function begin_emergency(new_id uuid, number text, said text, at timestamptz) returns setof emergencies
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      e evidence;
      g break_glass;
      r releases;
      made emergencies;
      ends timestamptz := at + interval '60 minutes';
    begin
      if not asking_roles() && array['leader', 'member'] or asking_seat() is null or asking_party() is null
         or abs(extract(epoch from at - statement_timestamp())) > 60 or btrim(said) = '' then return; end if;
      select * into e from evidence x where x.jit = asking_jit() and x.exhibit_number = number and x.status = 'active'
        and x.originator <> asking_party() and not x.bound for share;  -- what rests on another's exhibit follows that
      if not found then return; end if;
      select * into g from break_glass b where b.jit = e.jit and b.party = e.originator and b.recipient = asking_party()
        and b.allowed for share;
      if not found then return; end if;
      if gates_of_originator(e.id, e.originator, asking_party()) is distinct from '{}' then return; end if;
      -- Of two at once the second waits here, and finds the first.
      perform pg_advisory_xact_lock(hashtextextended('liaison-emergency ' || e.id || asking_party(), 0));
      if exists (select from emergencies m where m.evidence = e.id and m.party = asking_party()
                  and (m.verdict is null or m.verdict = 'not_justified')) then return; end if;
      select * into r from releases x where x.jit = e.jit and x.party = asking_party() and x.evidence = e.id for update;
      if not found or r.state = 'lapsed' or r.until <= statement_timestamp() then
        r := null;
        insert into releases as x (jit, party, evidence, originator, level, authorities, seats, own_seats, until, purposes,
                                   basis, granted_by, granted_at, effective, state, version)
          select e.jit, asking_party(), e.id, e.originator, g.level,
                 case when e.tlp = 'AMBER_STRICT' then array[asking_authority()] end, array[asking_seat()], own.seats, ends,
                 '{IMMINENT_THREAT}', 'emergency:' || new_id, g.decided_by, statement_timestamp(), true, 'effective', 1
            from releases own where own.jit = e.jit and own.party = e.originator and own.evidence = e.id
        on conflict (jit, party, evidence) do update set
          level = excluded.level, authorities = excluded.authorities, seats = excluded.seats, not_before = null,
          until = excluded.until, purposes = excluded.purposes, basis = excluded.basis, granted_by = excluded.granted_by,
          granted_at = excluded.granted_at, effective = true, state = 'effective', court_use = false, version = x.version + 1;
      else
        -- What names others, begins later, or opens it for this purpose anyway stays as the originator decided.
        case admitted(r.level, r.authorities, r.seats, r.not_before, r.until)
          when 0 then return;
          when 1 then null;
          else if r.purposes is null or 'IMMINENT_THREAT' = any (r.purposes) then return; end if;
        end case;
        ends := least(r.until, ends);
        update releases x
           set level = greatest(r.level, case when r.level = 1 then g.level else r.level end), until = ends,
               purposes = case when r.level = 1 then '{IMMINENT_THREAT}' else r.purposes || 'IMMINENT_THREAT'::text end,
               basis = 'emergency:' || new_id, granted_by = g.decided_by, version = x.version + 1
         where x.jit = r.jit and x.party = r.party and x.evidence = r.evidence;
      end if;
      insert into emergencies (id, jit, evidence, exhibit_number, originator, party, seat, reason, level, begun_at, until,
                               former, review_due_at)
        select new_id, e.jit, e.id, e.exhibit_number, e.originator, asking_party(), asking_seat(), said, x.level, at, ends,
               case when r.jit is null then null else to_jsonb(r) end, at + interval '24 hours'
          from releases x where x.jit = e.jit and x.party = asking_party() and x.evidence = e.id
        returning * into made;
      insert into alerts (id, jit, originator, kind, emergency, evidence, party, seat, openings, raised_at, owner)
        select (left(new_id::text, 24) || left(md5(random()::text), 12))::uuid, e.jit, e.originator, 'emergency', new_id, e.id,
               asking_party(), asking_seat(), 0, at, leader_for(e.id, asking_party());
      return next made;
    end $$
    """,
    """
    create function raised_by_emergency(wanted uuid) returns table (id uuid, kind text, originator uuid, owner text, openings integer)
      language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select a.id, a.kind, a.originator, m.code, a.openings
          from alerts a join members m on m.jit = a.jit and m.id = a.owner
         where a.emergency = wanted and a.seat = asking_seat() and a.jit = asking_jit();
      end
    """,
    # What was found not justified is over at this instant; the worker says so, and gives back what there was.
    """
    create function end_unjustified() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if new.until > statement_timestamp() then
        update releases r set until = statement_timestamp(), version = r.version + 1
         where r.jit = new.jit and r.party = new.party and r.evidence = new.evidence and r.basis = 'emergency:' || new.id;
        new.until := statement_timestamp();
      end if;
      return new;
    end $$
    """,
    """
    create trigger not_justified before update of verdict on emergencies
      for each row when (new.verdict = 'not_justified') execute function end_unjustified()
    """,
    # As `restore_release` does after a consent: null where the row was decided anew since.
    """
    create function restore_after_emergency(wanted uuid) returns integer
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
    (
        "revoke all on function gates_of_originator, begin_emergency, raised_by_emergency, end_unjustified, restore_after_emergency"
        " from public"
    ),
    "grant execute on function begin_emergency, raised_by_emergency to liaison_app",
    "grant execute on function restore_after_emergency to liaison_engine",
)
DECIDES = (
    "jit = asking_jit() and party = asking_party() and decides_releases() and decided_by = asking_seat()"
    " and (not allowed or exists (select 1 from parties p where p.jit = break_glass.jit and p.id = break_glass.recipient"
    " and not beyond_the_union(p.kind)))"
)
SEEN = """jit = asking_jit() and asking_roles() && array['leader', 'member'] and (
  (originator = asking_party() and exists (select 1 from evidence e where e.id = emergencies.evidence offset 0))
  or (party = asking_party() and (seat = asking_seat() or 'leader' = any (asking_roles()))))"""
REVIEWS = """jit = asking_jit() and originator = asking_party() and 'leader' = any (asking_roles())
  and exists (select 1 from alerts a where a.emergency = emergencies.id and a.owner = asking_seat() offset 0)"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES, *FUNCTIONS):
        op.execute(statement)
    for table in ("break_glass", "emergencies"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"create policy definer on {table} to liaison_owner using (true) with check (true)")
    op.execute(
        "create policy seen on break_glass for select to liaison_app using (jit = asking_jit() and party = asking_party())"
    )
    op.execute(f"create policy inserted on break_glass for insert to liaison_app with check ({DECIDES})")
    op.execute(
        "create policy updated on break_glass for update to liaison_app"
        f" using (jit = asking_jit() and party = asking_party() and decides_releases()) with check ({DECIDES})"
    )
    op.execute(
        "grant select, insert, update (allowed, level, clause, decided_by, decided_at, version) on break_glass to liaison_app"
    )
    op.execute(f"create policy seen on emergencies for select to liaison_app using ({SEEN})")
    op.execute(
        f"create policy updated on emergencies for update to liaison_app using ({REVIEWS} and verdict is null)"
        f" with check ({REVIEWS} and verdict is not null and reviewed_by = asking_seat())"
    )
    op.execute(
        "grant select, update (verdict, finding, reviewed_by, reviewed_at, version) on emergencies to liaison_app"
    )
    op.execute("create policy engine on emergencies to liaison_engine using (true) with check (true)")
    op.execute(
        "grant select (id, jit, evidence, party, originator, until, settled_at), update (settled_at) on emergencies to liaison_engine"
    )


def downgrade() -> None:
    raise RuntimeError("What was opened in an emergency, and why, would be lost; restore a backup made before.")
