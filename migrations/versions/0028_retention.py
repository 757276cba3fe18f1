"""Retention: how long an exhibit is kept, legal holds, and erasure by destroying its keys.

`begin_erasure` is the only way into `erased`: it looks at hold and ground itself, and lowers every release to listed, the
originator's own too, so that nothing but the stub is admitted anywhere. `finish_erasure` is the engine's, once the keys are
destroyed: the rows that led to bytes go, and the certificate's numbers are told. The clock's grounds are `due_erasures`.

Revision: 0028, after 0027
"""

from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

TODAY = "(statement_timestamp() at time zone 'utc')::date"
#: Reg. (EU) 2023/969 Art. 21: four weeks from the upload at the most. The twin of `TERM` in access/retention.py.
TERM = "interval '28 days'"
TABLES = (
    """
    alter table evidence
      add column retention text not null default 'POOL'
        constraint ck_evidence_retention check (retention in ('TRANSFER', 'POOL')),
      add column controller uuid,
      add column review_on date default ((statement_timestamp() at time zone 'utc') + interval '36 months')::date
    """,
    "alter table evidence add constraint ck_evidence_review check ((retention = 'POOL') = (review_on is not null))",
    """
    alter table evidence add constraint fk_evidence_jit_originator_controller
      foreign key (jit, originator, controller) references authorities (jit, party, id)
    """,
    "alter table evidence drop constraint ck_evidence_status",
    "alter table evidence add constraint ck_evidence_status check (status in ('active', 'withdrawn', 'erased'))",
    "create index ix_evidence_review on evidence (jit, originator, review_on) where status <> 'erased'",
    "create index ix_evidence_transfer on evidence (id) where retention = 'TRANSFER' and status <> 'erased'",
    "alter table files drop constraint ck_files_state",
    """
    alter table files add constraint ck_files_state
      check (state in ('uploading', 'ready', 'hash_differs', 'discarded', 'erased'))
    """,
    """
    create table retention_rules (
      id uuid not null constraint pk_retention_rules primary key,
      jit uuid not null,
      mode text not null constraint ck_retention_rules_mode check (mode in ('TRANSFER', 'POOL')),
      review_months integer not null constraint ck_retention_rules_months check (review_months between 1 and 60),
      clause text not null,
      decided_by uuid not null,
      decided_at timestamptz not null,
      constraint fk_retention_rules_jit_decided_by foreign key (jit, decided_by) references members (jit, id)
    )
    """,
    "create index ix_retention_rules_jit_id on retention_rules (jit, id)",
    """
    create table holds (
      id uuid not null constraint pk_holds primary key,
      jit uuid not null,
      evidence uuid not null,
      party uuid not null,
      court text not null,
      file_number text not null,
      reason text not null,
      set_by uuid not null,
      set_at timestamptz not null,
      lifted_by uuid,
      lifted_at timestamptz,
      lift_reason text,
      constraint ck_holds_lifted check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null)),
      constraint fk_holds_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_holds_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_holds_jit_set_by foreign key (jit, set_by) references members (jit, id),
      constraint fk_holds_jit_lifted_by foreign key (jit, lifted_by) references members (jit, id)
    )
    """,
    "create index ix_holds_evidence on holds (evidence)",
    """
    create table erasures (
      evidence uuid not null constraint pk_erasures primary key,
      jit uuid not null,
      ground text not null constraint ck_erasures_ground check (ground in ('withdrawn', 'review', 'taken', 'term')),
      reason text not null,
      decided_by uuid,
      decided_at timestamptz not null,
      destroyed_at timestamptz,
      last_backup_expires timestamptz,
      constraint ck_erasures_destroyed check ((destroyed_at is null) = (last_backup_expires is null)),
      constraint fk_erasures_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_erasures_jit_decided_by foreign key (jit, decided_by) references members (jit, id)
    )
    """,
    "create index ix_erasures_unfinished on erasures (evidence) where destroyed_at is null",
    """
    create table deliveries (
      opening uuid not null constraint fk_deliveries_opening references openings (id),
      file uuid not null,
      jit uuid not null,
      evidence uuid not null,
      party uuid not null,
      delivered_at timestamptz not null,
      constraint pk_deliveries primary key (opening, file),
      constraint fk_deliveries_jit_evidence_file foreign key (jit, evidence, file) references files (jit, evidence, id),
      constraint fk_deliveries_jit_party foreign key (jit, party) references parties (jit, id)
    )
    """,
    "create index ix_deliveries_evidence on deliveries (evidence)",
)

LOCKS = (
    # What the application may not touch: a stub, and the way there.
    """
    create function keep_erased() returns trigger language plpgsql as $$
    begin
      if current_user = 'liaison_app' then
        raise exception 'an exhibit is erased by its erasure alone, for good' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    """
    create trigger keep_erased before update on evidence for each row
      when (old.status = 'erased' or new.status = 'erased' or (old.status <> 'active' and new.status <> old.status))
      execute function keep_erased()
    """,
    (
        "create trigger begin_unerased before insert on evidence for each row when (new.status = 'erased')"
        " execute function keep_erased()"
    ),
    """
    create function keep_retention() returns trigger language plpgsql as $$
    begin
      if current_user = 'liaison_app' and not 'leader' = any (asking_roles()) then
        raise exception 'a leader decides how long it is kept' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    """
    create trigger keep_retention before update of controller, review_on on evidence for each row
      when (old.controller is distinct from new.controller or old.review_on is distinct from new.review_on)
      execute function keep_retention()
    """,
    # What was erased is listed at the most, whoever writes the row: a consent that ends puts back no level.
    """
    create function list_erased() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if exists (select 1 from evidence e where e.id = new.evidence and e.status = 'erased') then
        new.level := 1;
      end if;
      return new;
    end $$
    """,
    """
    create trigger list_erased before update of level on releases for each row when (new.level > old.level)
      execute function list_erased()
    """,
    """
    create function refuse_erased() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if exists (select 1 from added a join evidence e on e.id = a.evidence where e.status = 'erased') then
        raise exception 'the exhibit is erased: nothing is added to it' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$
    """,
    """
    create trigger refuse_erased after insert on releases referencing new table as added
      for each statement execute function refuse_erased()
    """,
    # Whoever adds a file or sets a hold waits for an erasure under way, and is refused; or the erasure waits for them.
    """
    create function hold_unerased() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform 1 from evidence e where e.id = new.evidence and e.jit = new.jit and e.status <> 'erased' for share;
      if not found then
        raise exception 'the exhibit is erased: nothing is added to it' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    "create trigger unerased before insert on files for each row execute function hold_unerased()",
    "create trigger unerased before insert on holds for each row execute function hold_unerased()",
    # As in 0006, and what is erased weighs nothing.
    """
    create or replace function weigh_file() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      keeper uuid;
      before bigint := case when tg_op <> 'INSERT' and old.state not in ('discarded', 'erased') then old.size_bytes else 0 end;
      after bigint := case when tg_op <> 'DELETE' and new.state not in ('discarded', 'erased') then new.size_bytes else 0 end;
    begin
      if after <> before then
        select e.originator into keeper from evidence e where e.id = coalesce(new.evidence, old.evidence);
        insert into storage (jit, party, bytes) values (coalesce(new.jit, old.jit), keeper, 0) on conflict do nothing;
        update storage set bytes = bytes + after - before where jit = coalesce(new.jit, old.jit) and party = keeper;
      end if;
      return null;
    end $$
    """,
)

ERASURE = (
    """
    create function is_on_hold(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (select 1 from holds h where h.evidence = wanted and h.lifted_at is null)
    """,
    # Everybody to whom the original is released, now or later, has every file whole, and nothing more is to come.
    """
    create function is_taken_by_all(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
    begin atomic
      with intended as (
        select r.party from releases r where r.evidence = wanted and r.party <> r.originator and r.level = 3
           and (r.until is null or r.until > statement_timestamp())),
      kept as (select f.id, f.state from files f where f.evidence = wanted and f.state not in ('discarded', 'erased'))
      select exists (select 1 from intended) and exists (select 1 from kept)
         and not exists (select 1 from kept where state <> 'ready')
         and not exists (select 1 from waiting_releases w where w.evidence = wanted and w.level = 3)
         and not exists (select 1 from intended i cross join kept k where not exists (
               select 1 from deliveries d where d.evidence = wanted and d.file = k.id and d.party = i.party));
    end
    """,
    f"""
    create function may_be_erased(e evidence, on_ground text) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return case on_ground
        when 'withdrawn' then e.status = 'withdrawn'
        when 'review' then coalesce(e.review_on <= {TODAY}, false)
        when 'taken' then e.retention = 'TRANSFER' and is_taken_by_all(e.id)
        when 'term' then e.retention = 'TRANSFER' and exists (
          select 1 from files f where f.evidence = e.id and f.received_at <= statement_timestamp() - {TERM})
        else false
      end
    """,  # noqa: S608 - a constant of this file
    """
    create function begin_erasure(wanted uuid, on_ground text, because text) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      e evidence;
      by_clock constant boolean := session_user = 'liaison_engine';
    begin
      select * into e from evidence where id = wanted for update;
      if not found or e.status = 'erased' then
        return false;
      end if;
      if by_clock <> (on_ground in ('taken', 'term')) or not by_clock and (e.jit is distinct from asking_jit()
           or e.originator is distinct from asking_party() or not 'leader' = any (asking_roles())
           or not exists (select 1 from releases r where r.jit = e.jit and r.evidence = wanted and r.party = e.originator
                and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)) then
        raise exception 'only a leader of the originator erases' using errcode = 'insufficient_privilege';
      end if;
      if is_on_hold(wanted) or not may_be_erased(e, on_ground) then
        raise exception 'it is on hold, or not to be erased' using errcode = 'insufficient_privilege';
      end if;
      insert into erasures (evidence, jit, ground, reason, decided_by, decided_at)
        values (wanted, e.jit, on_ground, because, case when by_clock then null else asking_seat() end, statement_timestamp());
      update evidence set status = 'erased', version = version + 1 where id = wanted;
      update releases set level = 1, version = version + 1 where evidence = wanted and level > 1;
      delete from waiting_releases where evidence = wanted;
      return true;
    end $$
    """,
    # Once the keys are gone. What the certificate says of the files; null where there is nothing to finish.
    """
    create function finish_erasure(wanted uuid, until_backups_end interval)
      returns table (ground text, decided_at timestamptz, decided_by text, erased_at timestamptz,
                     last_backup_expires timestamptz, keys bigint, files jsonb)
      language plpgsql security definer set search_path = public, pg_temp as $$
    #variable_conflict use_column
    declare
      x erasures;
    begin
      update erasures e set destroyed_at = statement_timestamp(), last_backup_expires = statement_timestamp() + until_backups_end
       where e.evidence = wanted and e.destroyed_at is null returning * into x;
      if not found then
        return;
      end if;
      select x.ground, x.decided_at, (select m.code from members m where m.id = x.decided_by), x.destroyed_at,
             x.last_backup_expires,
             (select count(*) from files f where f.evidence = wanted and f.state not in ('discarded', 'erased')),
             (select coalesce(jsonb_agg(jsonb_build_object('file', f.id, 'sha256', f.sha256, 'size_bytes', f.size_bytes)
                                        order by f.id), '[]')
                from files f where f.evidence = wanted and f.state in ('ready', 'hash_differs'))
        into ground, decided_at, decided_by, erased_at, last_backup_expires, keys, files;
      delete from renditions r where r.evidence = wanted;
      delete from segments s where s.evidence = wanted;
      update files f set state = case when f.state = 'uploading' then 'discarded' else 'erased' end, renditions = 'none',
                         expires_at = null, version = f.version + 1
       where f.evidence = wanted and f.state not in ('discarded', 'erased');
      return next;
    end $$
    """,
    """
    create function due_erasures(most integer) returns table (evidence uuid, jit uuid, ground text)
      language sql stable security definer set search_path = public, pg_temp
    begin atomic
      select e.id, e.jit, g.ground from evidence e cross join (values (1, 'taken'), (2, 'term')) g (place, ground)
       where e.retention = 'TRANSFER' and e.status <> 'erased' and not is_on_hold(e.id) and may_be_erased(e, g.ground)
       order by e.id, g.place limit most;
    end
    """,
    (
        "revoke all on function is_on_hold, is_taken_by_all, may_be_erased, begin_erasure, finish_erasure, due_erasures"
        " from public"
    ),
    "grant execute on function begin_erasure to liaison_app, liaison_engine",
    "grant execute on function finish_erasure, due_erasures to liaison_engine",
    *(
        f"create policy definer on {table} to liaison_owner using (true) with check (true)"
        for table in ("holds", "erasures", "deliveries", "files", "segments", "renditions")
    ),
)

_SEES = "exists (select 1 from evidence e where e.jit = {0}.jit and e.id = {0}.evidence)"
_OWN = (
    "exists (select 1 from evidence e where e.jit = {0}.jit and e.id = {0}.evidence and e.originator = asking_party())"
)
_LEADS = f"('leader' = any (asking_roles()) and {_OWN.format('holds')})"
# A judicial seat of a party that disclosed it to a proceeding.
_DISCLOSED = """(exists (select 1 from members m where m.jit = holds.jit and m.id = asking_seat() and m.function = 'judicial')
  and exists (select 1 from disclosures d where d.jit = holds.jit and d.evidence = holds.evidence and d.party = asking_party()))"""
# Who set it lifts it; the originator, where that party has nothing of the exhibit any more.
_LIFTS = f"""((party = asking_party() and ({_LEADS} or {_DISCLOSED}))
  or ({_LEADS} and not exists (select 1 from releases r where r.jit = holds.jit and r.evidence = holds.evidence
                               and r.party = holds.party)))"""  # noqa: S608 - constants of this file
POLICIES = (
    "create policy seen on retention_rules for select to liaison_app using (jit = asking_jit())",
    (
        "create policy inserted on retention_rules for insert to liaison_app with check (jit = asking_jit()"
        " and 'administrator' = any (asking_roles()) and decided_by = asking_seat())"
    ),
    (
        "create policy seen on holds for select to liaison_app using (jit = asking_jit()"
        f" and {_SEES.format('holds')} and (asking_as_jit_auditor() or party = asking_party() or {_OWN.format('holds')}))"
    ),
    (
        "create policy inserted on holds for insert to liaison_app with check (jit = asking_jit() and party = asking_party()"
        f" and set_by = asking_seat() and lifted_at is null and ({_LEADS} or {_DISCLOSED}))"
    ),
    (
        f"create policy lifted on holds for update to liaison_app using (jit = asking_jit() and lifted_at is null and {_LIFTS})"
        " with check (jit = asking_jit() and lifted_by = asking_seat())"
    ),
    f"create policy seen on erasures for select to liaison_app using (jit = asking_jit() and {_SEES.format('erasures')})",
    "create policy engine on erasures for select to liaison_engine using (true)",
    "create policy seen on deliveries for select to liaison_app using (jit = asking_jit() and party = asking_party())",
    (
        "create policy inserted on deliveries for insert to liaison_app with check (jit = asking_jit() and party = asking_party()"
        " and exists (select 1 from openings o where o.id = deliveries.opening and o.evidence = deliveries.evidence"
        " and o.seat = asking_seat() and o.act = 'take')"
        " and exists (select 1 from releases r where r.jit = deliveries.jit and r.evidence = deliveries.evidence"
        " and r.party = asking_party() and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))"
    ),
)
GRANTS = (
    "grant update (controller, review_on) on evidence to liaison_app",
    "grant select, insert on retention_rules to liaison_app",
    "grant select, insert, update (lifted_by, lifted_at, lift_reason) on holds to liaison_app",
    "grant select on erasures to liaison_app",
    "grant select, insert on deliveries to liaison_app",
    "grant select (evidence, jit, ground, destroyed_at) on erasures to liaison_engine",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES, *LOCKS):
        op.execute(statement)
    for table in ("retention_rules", "holds", "erasures", "deliveries"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
    for statement in (*ERASURE, *POLICIES, *GRANTS):
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError(
        "What was erased stays erased, and its certificates would be lost; restore a backup made before."
    )
