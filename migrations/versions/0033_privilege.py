"""The privilege filter: what may hold privileged or abusive material is unchecked, and its content closed, until a filter seat's verdict.

`evidence.privilege` is set by definer functions alone: `flag_privileged` by whoever may read it, `give_clearance` by a named
filter seat that leads nobody and brought nothing of it. Restrictive policies keep every use of an unchecked exhibit from being
written; a release waits with the gate `clearance`. After a verdict nothing is added.

Revision: 0033, after 0032
"""

from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

TABLES = (
    """
    alter table evidence add column privilege text constraint ck_evidence_privilege
      check (privilege in ('unchecked', 'cleared', 'privileged'))
    """,
    "create index ix_evidence_privilege on evidence (jit, id) where privilege = 'unchecked'",
    """
    create table filter_teams (
      jit uuid not null,
      party uuid not null,
      seats uuid[] not null,
      decided_by uuid not null,
      decided_at timestamptz not null,
      version integer not null default 1,
      constraint pk_filter_teams primary key (jit, party),
      constraint fk_filter_teams_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_filter_teams_jit_decided_by foreign key (jit, decided_by) references members (jit, id)
    )
    """,
    """
    create table clearances (
      id uuid not null constraint pk_clearances primary key,
      jit uuid not null,
      evidence uuid not null,
      verdict text not null constraint ck_clearances_verdict check (verdict in ('cleared', 'privileged')),
      reason text not null,
      decided_by uuid not null,
      decided_at timestamptz not null,
      constraint fk_clearances_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_clearances_jit_decided_by foreign key (jit, decided_by) references members (jit, id)
    )
    """,
    "create index ix_clearances_evidence on clearances (evidence)",
    "alter table openings drop constraint ck_openings_act",
    "alter table openings add constraint ck_openings_act check (act in ('open', 'take', 'verify', 'filter'))",
)

FUNCTIONS = (
    # Who may be named: members of the party that sit and lead nobody.
    """
    create function may_filter(who uuid[]) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return not exists (
        select from unnest(who) s where not exists (
          select from members m where m.jit = asking_jit() and m.id = s and m.party = asking_party() and m.state = 'seated'
             and 'member' = any (m.roles) and not 'leader' = any (m.roles)))
    """,
    # The twin of `filters` in services/filtering.py: a named seat that leads nobody, and brought nothing of the exhibit.
    """
    create function asks_as_filter(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return 'member' = any (asking_roles()) and not 'leader' = any (asking_roles()) and exists (
        select from evidence e
          join filter_teams t on t.jit = e.jit and t.party = e.originator and asking_seat() = any (t.seats)
         where e.id = wanted and e.jit = asking_jit() and e.originator = asking_party() and e.privilege = 'unchecked'
           and e.status = 'active' and e.registered_by <> asking_seat()
           and not exists (select from files f where f.evidence = e.id and f.uploaded_by = asking_seat()))
    """,
    """
    create function content_is_open(wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (select from evidence e where e.id = wanted and coalesce(e.privilege, 'cleared') = 'cleared')
    """,
    # Whoever may read it closes it, for everybody and at once.
    """
    create function flag_privileged(wanted uuid) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update evidence e set privilege = 'unchecked', version = e.version + 1
       where e.id = wanted and e.jit = asking_jit() and e.status = 'active' and coalesce(e.privilege, 'cleared') = 'cleared'
         and (e.verification is distinct from 'waiting' or e.originator = asking_party())
         and exists (select from releases r where r.jit = e.jit and r.evidence = e.id and r.party = asking_party()
                        and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2);
      return found;
    end $$
    """,
    # The verdict, on what was looked at: this version with so many files. What waited for it and will not be is ended.
    """
    create function give_clearance(clearance uuid, wanted uuid, given text, why text, seen integer, files integer)
      returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform from evidence e where e.id = wanted for no key update;
      if not asks_as_filter(wanted) or not exists (
        select from releases r where r.evidence = wanted and r.party = asking_party() and r.originator = asking_party()
           and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2) then
        return false;
      end if;
      update evidence e set privilege = given, version = e.version + 1
       where e.id = wanted and e.version = seen and e.files_count = give_clearance.files;
      if not found then return false; end if;
      insert into clearances (id, jit, evidence, verdict, reason, decided_by, decided_at)
        values (clearance, asking_jit(), wanted, given, why, asking_seat(), statement_timestamp());
      return true;
    end $$
    """,
    """
    create function end_privileged_wishes(wanted uuid) returns table (party uuid, level smallint)
      language sql security definer set search_path = public, pg_temp
    begin atomic
      delete from waiting_releases w using evidence e
       where w.evidence = wanted and e.id = w.evidence and e.jit = asking_jit() and e.originator = asking_party()
         and e.privilege = 'privileged' and 'clearance' = any (w.gates)
      returning w.party, w.level;
    end
    """,
    # What was filtered stays as it was then.
    """
    create function refuse_after_clearance() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from evidence e where e.id = new.evidence and e.privilege in ('cleared', 'privileged')) then
        raise exception 'the exhibit was filtered: nothing is added to it' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    """
    create trigger filtered before insert or update of state on files
      for each row when (new.state in ('uploading', 'ready')) execute function refuse_after_clearance()
    """,
    """
    create or replace function standing_gates(wanted uuid, recipient uuid) returns text[]
      language sql stable security definer set search_path = public, pg_temp
      return (select array_remove(array[
                case when exists (select 1 from evidence e where e.id = wanted and e.jit = asking_jit()
                                    and e.verification in ('waiting', 'refused')) then 'verification' end,
                case when beyond_the_union(p.kind) then 'attestation' end,
                case when demands_two('release') then 'second_leader' end,
                case when exists (select 1 from evidence e where e.id = wanted and e.jit = asking_jit()
                                    and e.privilege in ('unchecked', 'privileged')) then 'clearance' end], null)
                from parties p where p.jit = asking_jit() and p.id = recipient and p.id <> asking_party())
    """,
    """
    create or replace function gate_is_open(gate text, w waiting_releases) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return case gate
        when 'verification' then exists (select 1 from verifications v where v.evidence = w.evidence and v.verdict = 'passed')
        when 'attestation' then exists (select 1 from attestations a where a.waiting = w.id)
        when 'second_leader' then exists (select 1 from release_confirmations c where c.waiting = w.id)
        when 'clearance' then exists (
          select 1 from evidence e where e.id = w.evidence and e.privilege = 'cleared'
             and (select c.verdict from clearances c where c.evidence = e.id order by c.id desc limit 1) = 'cleared')
        else false
      end
    """,
    # As in 0019, but that nothing passes whose content is closed, whatever it was wanted for before.
    """
    create or replace function pass_release(wish uuid, kinds text[]) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      w waiting_releases;
      began boolean;
      gate text;
    begin
      -- The exhibit before what hangs on it, as everybody locks. Policies hold both to the asker's team; the engine has none.
      perform 1 from evidence e where e.id = (select i.evidence from waiting_releases i where i.id = wish) for no key update;
      select * into w from waiting_releases where id = wish for update;
      if not found or w.until <= statement_timestamp()
         or not exists (select 1 from evidence e where e.id = w.evidence and e.status = 'active'
                           and coalesce(e.privilege, 'cleared') = 'cleared') then
        return false;
      end if;
      foreach gate in array w.gates loop
        if not gate_is_open(gate, w) then return false; end if;
      end loop;
      began := w.not_before is null or w.not_before <= statement_timestamp();
      insert into releases as r (jit, party, evidence, originator, level, authorities, seats, own_seats, not_before, until,
                                 purposes, basis, granted_by, granted_at, effective, state, version)
        select w.jit, w.party, w.evidence, w.originator, w.level, w.authorities, w.seats, own.seats, w.not_before, w.until,
               w.purposes, w.basis, w.wanted_by, statement_timestamp(),
               began or w.not_before <= statement_timestamp() + interval '60 seconds',
               case when began then 'effective' else 'pending' end, 1
          from releases own where own.jit = w.jit and own.party = w.originator and own.evidence = w.evidence
      on conflict (jit, party, evidence) do update set
        level = excluded.level, authorities = excluded.authorities, seats = excluded.seats,
        not_before = excluded.not_before, until = excluded.until, purposes = excluded.purposes, basis = excluded.basis,
        granted_by = excluded.granted_by, granted_at = excluded.granted_at, effective = excluded.effective,
        state = excluded.state, version = r.version + 1;
      delete from waiting_releases where id = wish;
      -- A release opens the earlier entries of the exhibit to its party.
      if began then
        insert into entry_audience (entry, jit, party, level, authorities, seats)
          select h.entry, h.jit, w.party, w.level, w.authorities, w.seats
            from headers h where h.jit = w.jit and h.evidence = w.evidence and h.kind = any (kinds);
      end if;
      return true;
    end $$
    """,
    (
        "revoke all on function may_filter, asks_as_filter, content_is_open, flag_privileged, give_clearance,"
        " end_privileged_wishes from public"
    ),
    (
        "grant execute on function may_filter, asks_as_filter, content_is_open, flag_privileged, give_clearance,"
        " end_privileged_wishes to liaison_app"
    ),
)

_DECIDED = (
    "jit = asking_jit() and party = asking_party() and 'leader' = any (asking_roles()) and decided_by = asking_seat()"
)
POLICIES = (
    # As the definer functions of 0002: who brought an exhibit is no filter of it.
    "create policy filtering on files for select to liaison_owner using (jit = asking_jit())",
    "create policy definer on filter_teams to liaison_owner using (true)",
    "create policy definer on clearances to liaison_owner using (true) with check (true)",
    "create policy seen on filter_teams for select to liaison_app using (jit = asking_jit() and party = asking_party())",
    f"create policy inserted on filter_teams for insert to liaison_app with check ({_DECIDED} and may_filter(seats))",
    (
        "create policy updated on filter_teams for update to liaison_app using (jit = asking_jit() and party = asking_party()"
        f" and 'leader' = any (asking_roles())) with check ({_DECIDED} and may_filter(seats))"
    ),
    (
        "create policy seen on clearances for select to liaison_app using (jit = asking_jit()"
        " and exists (select 1 from evidence e where e.id = clearances.evidence offset 0))"
    ),
    # Beside what admits a use: no use of a content that is closed, but the filter's reading.
    (
        "create policy filtered on openings as restrictive for insert to liaison_app"
        " with check (case act when 'filter' then asks_as_filter(evidence) else content_is_open(evidence) end)"
    ),
    (
        "create policy filtered on disclosures as restrictive for insert to liaison_app"
        " with check (content_is_open(evidence))"
    ),
    (
        "create policy filtered on derivations as restrictive for insert to liaison_app"
        " with check (content_is_open(parent))"
    ),
    (
        "create policy filtered on evidence as restrictive for insert to liaison_app"
        " with check (privilege is null or privilege = 'unchecked')"
    ),
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)
    for table in ("filter_teams", "clearances"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
    for statement in FUNCTIONS:
        op.execute(statement)
    for statement in POLICIES:
        op.execute(statement)
    op.execute("grant select, insert, update (seats, decided_by, decided_at, version) on filter_teams to liaison_app")
    op.execute("grant select on clearances to liaison_app")
    op.execute("grant select (privilege) on evidence to liaison_engine")


def downgrade() -> None:
    raise RuntimeError("What may be privileged would be open; restore a backup made before.")
