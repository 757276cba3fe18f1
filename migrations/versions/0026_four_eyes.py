"""Four eyes: a party, or a standing rule of it, demands a second leader; a recall that waits for one is a wish for no release.

What a party demands is a row of `four_eyes`: a leader alone adds to it, and takes from it only what another leader proposed. A
wish with the gate `second_leader` passes once another account's leader has its row in `release_confirmations`. While recalls are
demanded, no release is ended, and nobody loses sight of it, without a recall that was confirmed; a withdrawal waits for nobody.

Revision: 0026, after 0025
"""

from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table four_eyes (
      jit uuid not null,
      party uuid not null,
      acts text[] not null constraint ck_four_eyes_acts check (acts <@ array['release', 'recall']),
      proposed text[] constraint ck_four_eyes_proposed check (proposed <@ acts and not proposed @> acts),
      decided_by uuid not null,
      decided_at timestamptz not null,
      version integer not null default 1,
      constraint pk_four_eyes primary key (jit, party),
      constraint fk_four_eyes_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_four_eyes_jit_decided_by foreign key (jit, decided_by) references members (jit, id)
    )
    """,
    """
    create table release_confirmations (
      waiting uuid not null constraint pk_release_confirmations primary key,
      jit uuid not null,
      evidence uuid not null,
      party uuid not null,
      confirmed_by uuid not null,
      confirmed_at timestamptz not null,
      constraint fk_release_confirmations_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_release_confirmations_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_release_confirmations_jit_confirmed_by foreign key (jit, confirmed_by) references members (jit, id)
    )
    """,
    "create index ix_release_confirmations_evidence on release_confirmations (evidence)",
    "alter table access_rules add column four_eyes boolean not null default false",
    # Level 0: a recall, which says why.
    "alter table waiting_releases add column reason text",
    "alter table waiting_releases drop constraint ck_waiting_releases_level",
    "alter table waiting_releases add constraint ck_waiting_releases_level check (level between 0 and 3)",
    (
        "alter table waiting_releases add constraint ck_waiting_releases_recall"
        " check ((level = 0) = (reason is not null) and (level > 0 or gates = array['second_leader']))"
    ),
)

FUNCTIONS = (
    """
    create function demands_two(act text) returns boolean language sql stable set search_path = public, pg_temp
      return exists (select 1 from four_eyes f where f.jit = asking_jit() and f.party = asking_party() and act = any (f.acts))
    """,
    # The same person never counts twice, in whatever seat.
    """
    create function is_another(seat uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (select 1 from members m where m.jit = asking_jit() and m.id = seat and m.account <> asking_account())
    """,
    # The rules of the asker's party that speak of its exhibit to a party: the twin of `speaks` in access/rules.py.
    """
    create function speaking_rules(wanted uuid, addressed uuid) returns table (four_eyes boolean, decided_by uuid)
      language sql stable set search_path = public, pg_temp
    begin atomic
      select r.four_eyes, r.decided_by from evidence e
        join parties p on p.jit = e.jit and p.id = addressed
        join access_rules r on r.jit = e.jit and r.party = e.originator and r.state = 'active'
          and (r.category is null or r.category = e.category) and (r.handling is null or r.handling = any (e.handling))
          and (r.to_party is null or r.to_party = p.id) and (r.to_kind is null or r.to_kind = p.kind)
       where e.id = wanted and e.jit = asking_jit() and e.originator = asking_party();
    end
    """,
    """
    create function ruled_by_two(wanted uuid, addressed uuid) returns boolean language sql stable set search_path = public, pg_temp
      return exists (select 1 from speaking_rules(wanted, addressed) r where r.four_eyes)
    """,
    # Another leader than who wanted it; what a member registered under rules, another than who decided those.
    """
    create function may_second(wish uuid) returns boolean language sql stable set search_path = public, pg_temp
      return decides_releases() and exists (
        select 1 from waiting_releases w join members m on m.jit = w.jit and m.id = w.wanted_by
         where w.id = wish and w.originator = asking_party() and 'second_leader' = any (w.gates) and is_another(w.wanted_by)
           and ('leader' = any (m.roles) or not exists (
             select 1 from speaking_rules(w.evidence, w.party) r where not is_another(r.decided_by))))
    """,
    """
    create function recall_confirmed(wanted uuid, holder uuid) returns boolean language sql stable set search_path = public, pg_temp
      return exists (
        select 1 from waiting_releases w join release_confirmations c on c.waiting = w.id
         where w.evidence = wanted and w.party = holder and w.level = 0)
    """,
    # Nobody recalls alone, but what rests on a consent, which one leader withdraws.
    """
    create function recalls_alone(wanted uuid, holder uuid, cited text) returns boolean
      language sql stable set search_path = public, pg_temp
      return not demands_two('recall') or recall_confirmed(wanted, holder) or exists (
        select 1 from consents c where 'consent:' || c.id = cited and coalesce(c.evidence, c.answer) = wanted and c.asker_party = holder
           and c.asked_party = asking_party())
    """,
    # Whether somebody loses the exhibit altogether: the twin of `takes_away` in access/gates.py.
    """
    create function takes_away(former releases, wanted releases) returns boolean language plpgsql immutable as $$
    begin
      former.level := wanted.level;
      former.purposes := wanted.purposes;
      return gains(wanted, former);
    end $$
    """,
    """
    create or replace function standing_gates(wanted uuid, recipient uuid) returns text[]
      language sql stable security definer set search_path = public, pg_temp
      return (select array_remove(array[
                case when exists (select 1 from evidence e where e.id = wanted and e.jit = asking_jit()
                                    and e.verification in ('waiting', 'refused')) then 'verification' end,
                case when beyond_the_union(p.kind) then 'attestation' end,
                case when demands_two('release') then 'second_leader' end], null)
                from parties p where p.jit = asking_jit() and p.id = recipient and p.id <> asking_party())
    """,
    """
    create or replace function gate_is_open(gate text, w waiting_releases) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return case gate
        when 'verification' then exists (select 1 from verifications v where v.evidence = w.evidence and v.verdict = 'passed')
        when 'attestation' then exists (select 1 from attestations a where a.waiting = w.id)
        when 'second_leader' then exists (select 1 from release_confirmations c where c.waiting = w.id)
        else false
      end
    """,
    """
    create or replace function refuse_past_gates() returns trigger language plpgsql as $$
    begin
      if current_user <> 'liaison_app' or new.party = new.originator then
        return new;
      end if;
      if gains(old, new) and standing_gates(new.evidence, new.party) is distinct from '{}' then
        raise exception 'a gate stands before this release' using errcode = 'insufficient_privilege';
      end if;
      if takes_away(old, new) and not recalls_alone(new.evidence, new.party, old.basis) then
        raise exception 'a second leader is demanded before a recall' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    # As in 0025, and a recall that waits goes beyond nothing.
    """
    create or replace function within_bounds(wanted releases) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return wanted.level = 0 or not exists (
        select 1 from bounds b
          join evidence e on e.id = b.bound_by
          left join releases r on r.jit = b.jit and r.evidence = b.bound_by and r.party = wanted.party
         where b.evidence = wanted.evidence
           and (r.party is null or ('H2' = any (e.handling) and wanted.party <> e.originator)
                or not follows(wanted, r, 'H1' = any (e.handling))))
    """,
    # What stands is lessened only to what another leader proposed; a proposal is its proposer's own.
    """
    create function refuse_alone() returns trigger language plpgsql as $$
    begin
      if not new.acts @> old.acts
         and (old.proposed is null or not (new.acts @> old.proposed and new.proposed is null) or not is_another(old.decided_by)) then
        raise exception 'another leader proposes this first' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    "create trigger by_two before update on four_eyes for each row execute function refuse_alone()",
    (
        "revoke all on function demands_two, is_another, speaking_rules, ruled_by_two, may_second, recall_confirmed, recalls_alone"
        " from public"
    ),
    (
        "grant execute on function demands_two, is_another, speaking_rules, ruled_by_two, may_second, recall_confirmed,"
        " recalls_alone to liaison_app"
    ),
)

_OWN = """exists (select 1 from releases r where r.jit = {table}.jit and r.evidence = {table}.evidence
  and r.party = asking_party() and r.originator = asking_party()
  and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0)"""
_UNDER = "under_rules(evidence, party, level, authorities, seats, not_before, until, purposes)"
_WANTED_SO = f"({_UNDER} and (not ruled_by_two(evidence, party) or 'second_leader' = any (gates)))"
_SET = "jit = asking_jit() and party = asking_party() and decides_releases()"
POLICIES = (
    "create policy definer on four_eyes to liaison_owner using (true)",
    "create policy definer on release_confirmations to liaison_owner using (true)",
    "create policy seen on four_eyes for select to liaison_app using (jit = asking_jit() and party = asking_party())",
    (
        "create policy inserted on four_eyes for insert to liaison_app"
        f" with check ({_SET} and decided_by = asking_seat())"
    ),
    (
        f"create policy updated on four_eyes for update to liaison_app using ({_SET})"
        f" with check ({_SET} and decided_by = asking_seat())"
    ),
    (
        "create policy seen on release_confirmations for select to liaison_app"
        f" using (jit = asking_jit() and (asking_as_jit_auditor() or {_OWN.format(table='release_confirmations')}))"
    ),
    (
        "create policy inserted on release_confirmations for insert to liaison_app with check (jit = asking_jit()"
        " and confirmed_by = asking_seat() and may_second(waiting) and exists (select 1 from waiting_releases w"
        " where w.id = release_confirmations.waiting and w.evidence = release_confirmations.evidence"
        " and w.party = release_confirmations.party))"
    ),
    # As in 0023, but that what a rule gives to four eyes is written by nobody who registers under it.
    (
        "alter policy inserted on releases with check (jit = asking_jit() and originator = asking_party()"
        " and may_release(evidence) and (party = asking_party() or (standing_gates(evidence, party) = '{}'"
        f" and (decides_releases() or ({_UNDER} and not ruled_by_two(evidence, party))))))"
    ),
    (
        "alter policy inserted on waiting_releases with check (jit = asking_jit() and originator = asking_party()"
        f" and wanted_by = asking_seat() and {_OWN.format(table='waiting_releases')}"
        f" and case when level = 0 then decides_releases()"
        f" else (decides_releases() or {_WANTED_SO}) and gates @> standing_gates(evidence, party) end)"
    ),
    (
        "alter policy deleted on releases using (jit = asking_jit() and originator = asking_party() and party <> originator"
        " and decides_releases() and recalls_alone(evidence, party, basis))"
    ),
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)
    for table in ("four_eyes", "release_confirmations"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
    for statement in FUNCTIONS:
        op.execute(statement)
    for statement in POLICIES:
        op.execute(statement)
    op.execute(
        "grant select, insert, update (acts, proposed, decided_by, decided_at, version) on four_eyes to liaison_app"
    )
    op.execute("grant select, insert on release_confirmations to liaison_app")
    op.execute("grant update (four_eyes) on access_rules to liaison_app")


def downgrade() -> None:
    raise RuntimeError("What waits for a second leader would pass without one; restore a backup made before.")
