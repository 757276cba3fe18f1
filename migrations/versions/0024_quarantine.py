"""Quarantine: what comes from beyond the Union waits for an administrator's verdict, and for a controller before that.

An exhibit of such a party is entered `waiting`; its provider and the administrators alone have rows of it (`begin_quarantine`),
until one of them gives a verdict in `verifications`. `end_quarantine` then takes the administrators' rows back; what was wanted
meanwhile passes `pass_release`, by the engine, which looks at the verdict itself. After the verdict no file is added.

Revision: 0024, after 0023
"""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

CHECKLIST = "array['agreement', 'lawful', 'limited', 'conditions', 'integrity']"
TABLES = (
    """
    alter table evidence add column verification text constraint ck_evidence_verification
      check (verification in ('waiting', 'passed', 'refused'))
    """,
    "create index ix_evidence_verification on evidence (jit, id) where verification = 'waiting'",
    """
    create table controllers (
      id uuid not null constraint pk_controllers primary key,
      jit uuid not null,
      seat uuid not null,
      clause text not null,
      designated_by uuid not null,
      designated_at timestamptz not null,
      constraint fk_controllers_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint fk_controllers_jit_designated_by foreign key (jit, designated_by) references members (jit, id)
    )
    """,
    "create index ix_controllers_jit_id on controllers (jit, id)",
    f"""
    create table verifications (
      evidence uuid not null constraint pk_verifications primary key,
      jit uuid not null,
      verdict text not null constraint ck_verifications_verdict check (verdict in ('passed', 'refused')),
      checklist text[] not null constraint ck_verifications_checklist
        check (checklist <@ {CHECKLIST} and (verdict = 'refused' or checklist @> {CHECKLIST})),
      reason text not null,
      verified_by uuid not null,
      verified_at timestamptz not null,
      constraint fk_verifications_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_verifications_jit_verified_by foreign key (jit, verified_by) references members (jit, id)
    )
    """,
    "alter table openings drop constraint ck_openings_act",
    "alter table openings add constraint ck_openings_act check (act in ('open', 'take', 'verify'))",
)

DEFINERS = (
    # The last designation counts, while that seat sits as an administrator and its party takes part.
    """
    create function controller_designated() returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select 1 from members m join parties p on p.jit = m.jit and p.id = m.party and p.status = 'active'
         where m.jit = asking_jit() and m.state = 'seated' and 'administrator' = any (m.roles)
           and (m.until is null or m.until > statement_timestamp())
           and m.id = (select c.seat from controllers c where c.jit = asking_jit() order by c.id desc limit 1))
    """,
    # Which state a new exhibit of the asker's party enters in; nothing that a row could say, where it may enter none.
    """
    create function entering_state() returns text
      language sql stable security definer set search_path = public, pg_temp
      return (select case when not beyond_the_union(p.kind) then null when controller_designated() then 'waiting' else 'closed' end
                from (select asking_party() as party) a left join parties p on p.jit = asking_jit() and p.id = a.party)
    """,
    # One row for each party that has administrators, narrowed to them, to read for this purpose alone.
    """
    create function admit_administrators(team uuid, wanted uuid) returns setof releases
      language sql security definer set search_path = public, pg_temp
    begin atomic
      insert into releases as r (jit, party, evidence, originator, level, seats, own_seats, purposes, basis, granted_by,
                                 granted_at, effective, state, version)
        select e.jit, a.party, e.id, e.originator, 2, a.seats, own.seats, '{JIT_MANAGEMENT}', 'verification', e.registered_by,
               statement_timestamp(), true, 'effective', 1
          from evidence e
          join releases own on own.jit = e.jit and own.party = e.originator and own.evidence = e.id
          join (select m.party, array_agg(m.id order by m.code) as seats from members m
                 where m.jit = team and m.state = 'seated' and 'administrator' = any (m.roles) and m.party is not null
                 group by m.party) a on a.party <> e.originator
         where e.jit = team and e.verification = 'waiting' and e.status = 'active' and (wanted is null or e.id = wanted)
      on conflict (jit, party, evidence) do update set seats = excluded.seats, version = r.version + 1
      returning *;
    end
    """,
    """
    create function begin_quarantine(wanted uuid) returns setof releases
      language sql security definer set search_path = public, pg_temp
    begin atomic
      select a.* from evidence e, admit_administrators(e.jit, e.id) a
       where e.id = wanted and e.jit = asking_jit() and e.originator = asking_party();
    end
    """,
    # Who becomes an administrator later verifies what waits already.
    """
    create function admit_administrator() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform 1 from admit_administrators(new.jit, null);
      return null;
    end $$
    """,
    """
    create trigger admitted after insert or update of state, roles on members
      for each row when (new.state = 'seated' and 'administrator' = any (new.roles)) execute function admit_administrator()
    """,
    # A verdict holds the exhibit as it is: what the last file or correction left is what was looked at, or it is refused.
    """
    create function hold_quarantine() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform 1 from evidence e where e.id = new.evidence and e.jit = new.jit and e.verification = 'waiting'
        and e.status = 'active' for no key update;
      if not found then
        raise exception 'nothing waits for a verdict here' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    "create trigger held before insert on verifications for each row execute function hold_quarantine()",
    """
    create function end_quarantine(wanted uuid) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update evidence e set verification = v.verdict, version = e.version + 1 from verifications v
       where e.id = wanted and e.jit = asking_jit() and v.evidence = e.id and e.verification = 'waiting';
      if not found then return false; end if;
      delete from releases r where r.evidence = wanted and r.party <> r.originator;
      return true;
    end $$
    """,
    # What was verified stays as it was verified.
    """
    create function refuse_after_verdict() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from evidence e where e.id = new.evidence and e.verification in ('passed', 'refused')) then
        raise exception 'the exhibit was verified: nothing is added to it' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    """
    create trigger verified before insert or update of state on files
      for each row when (new.state in ('uploading', 'ready')) execute function refuse_after_verdict()
    """,
    """
    create or replace function standing_gates(wanted uuid, recipient uuid) returns text[]
      language sql stable security definer set search_path = public, pg_temp
      return (select array_remove(array[
                case when exists (select 1 from evidence e where e.id = wanted and e.jit = asking_jit()
                                    and e.verification in ('waiting', 'refused')) then 'verification' end,
                case when beyond_the_union(p.kind) then 'attestation' end], null)
                from parties p where p.jit = asking_jit() and p.id = recipient and p.id <> asking_party())
    """,
    """
    create or replace function gate_is_open(gate text, w waiting_releases) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return case gate
        when 'verification' then exists (select 1 from verifications v where v.evidence = w.evidence and v.verdict = 'passed')
        when 'attestation' then exists (select 1 from attestations a where a.waiting = w.id)
        else false
      end
    """,
    (
        "revoke all on function controller_designated, entering_state, admit_administrators, begin_quarantine, end_quarantine"
        " from public"
    ),
    "grant execute on function controller_designated, entering_state, begin_quarantine, end_quarantine to liaison_app",
    "create policy definer on controllers to liaison_owner using (true)",
    "create policy definer on verifications to liaison_owner using (true)",
)

POLICIES = (
    "create policy seen on controllers for select to liaison_app using (jit = asking_jit())",
    # The agreement names who it is; an administrator enters it.
    (
        "create policy inserted on controllers for insert to liaison_app with check (jit = asking_jit()"
        " and 'administrator' = any (asking_roles()) and designated_by = asking_seat() and exists (select 1 from members m where m.jit = controllers.jit"
        " and m.id = controllers.seat and m.state = 'seated' and 'administrator' = any (m.roles)))"
    ),
    (
        "create policy seen on verifications for select to liaison_app using (jit = asking_jit() and (verified_by = asking_seat()"
        " or exists (select 1 from evidence e where e.id = verifications.evidence)))"
    ),
    # In one's own name, as an administrator to whom the exhibit was given to read, and never of what one's own party brought.
    (
        "create policy inserted on verifications for insert to liaison_app with check (jit = asking_jit()"
        " and 'administrator' = any (asking_roles()) and verified_by = asking_seat() and controller_designated() and exists (select 1 from releases r"
        " where r.jit = verifications.jit and r.evidence = verifications.evidence and r.party = asking_party()"
        " and r.originator <> r.party and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))"
    ),
    "create policy engine on verifications for select to liaison_engine using (true)",
    "create policy engine on waiting_releases to liaison_engine using (true) with check (true)",
    (
        "alter policy inserted on evidence with check (jit = asking_jit() and originator = asking_party()"
        " and asking_roles() && array['leader', 'member'] and verification is not distinct from (select entering_state()))"
    ),
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)
    for statement in DEFINERS:
        op.execute(statement)
    for table in ("controllers", "verifications"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"grant select, insert on {table} to liaison_app")
    for statement in POLICIES:
        op.execute(statement)
    op.execute("grant select (evidence, jit, verdict) on verifications to liaison_engine")
    op.execute("grant select, delete on waiting_releases to liaison_engine")
    op.execute("grant select (verification) on evidence to liaison_engine")


def downgrade() -> None:
    raise RuntimeError("What waits in quarantine would be let out of it; restore a backup made before.")
