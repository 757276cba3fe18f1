"""Joint originators: parties that obtained an exhibit together with the one that keeps it. Nobody else has it without each of them.

`evidence.joint` names them with the exhibit and never after; every release row bears a copy, as it bears `own_seats`. Each has a
release, held and without end, that nobody of another party touches. Any release to somebody else waits with the gate `joint`
for an agreement of each, and so does its use in court (a wish with `court_use`). Each of them recalls, narrows and withdraws
alone; an erasure waits until all have agreed. What is derived from a joint exhibit is bound by it, for its keeper too.

Policies and functions that other revisions wrote are changed where they say what changes, whoever wrote them since.

Revision: 0038, after 0037
"""

from alembic import op
from sqlalchemy import text

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

_AGREEMENTS = """
    create table {name} (
      {key} uuid not null,
      jit uuid not null,
      {more}
      party uuid not null,
      agreed_by uuid not null,
      agreed_at timestamptz not null,
      constraint pk_{name} primary key ({key}, agreed_by{again}),
      constraint fk_{name}_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_{name}_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_{name}_jit_agreed_by foreign key (jit, agreed_by) references members (jit, id)
    )
"""
TABLES = (
    """
    alter table evidence add column joint uuid[] constraint ck_evidence_joint
      check (joint is null or (cardinality(joint) > 0 and not originator = any (joint) and verification is null and not bound))
    """,
    "alter table releases add column joint uuid[]",
    _AGREEMENTS.format(name="release_agreements", key="waiting", more="evidence uuid not null,", again=""),
    "create index ix_release_agreements_evidence on release_agreements (evidence)",
    _AGREEMENTS.format(
        name="erasure_agreements",
        key="evidence",
        more="version integer not null, reason text not null,",
        again=", version",
    ),
    "alter table waiting_releases add column court_use boolean not null default false",
    "alter table waiting_releases drop constraint ck_waiting_releases_gates",
    """
    alter table waiting_releases add constraint ck_waiting_releases_gates check (cardinality(gates) > 0
      and gates <@ array['verification', 'attestation', 'second_leader', 'clearance', 'joint'])
    """,
)

# Definer functions, as in 0002: each answers about what it is given, and opens nothing.
FUNCTIONS = (
    """
    create function obtained_by(who uuid, originator uuid, joint uuid[]) returns boolean language sql immutable parallel safe
      return coalesce(who = originator, false) or coalesce(who = any (joint), false)
    """,
    # As which the asker obtained it jointly: 3, its party's auditor 1; 0: its party did not, or its row names others.
    """
    create function jointly(wanted uuid) returns integer
      language sql stable security definer set search_path = public, pg_temp
      return coalesce((select admitted(3::smallint, r.authorities, r.seats, r.not_before, r.until) from releases r
                        where r.jit = asking_jit() and r.evidence = wanted and r.party = asking_party()
                          and r.party = any (r.joint)), 0)
    """,
    """
    create function may_obtain(named uuid[]) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return (select count(*) from parties p where p.jit = asking_jit() and p.id = any (named) and p.status = 'active')
             = cardinality(named)
    """,
    # Whose agreement a wish lacks still: of two people where that party demands a second leader for releases.
    """
    create function lacking(w waiting_releases) returns uuid[]
      language sql stable security definer set search_path = public, pg_temp
      return array(
        select j.party from evidence e cross join unnest(e.joint) with ordinality j (party, place)
         where e.id = w.evidence and e.jit = w.jit
           and (select count(distinct m.account) from release_agreements a join members m on m.jit = a.jit and m.id = a.agreed_by
                 where a.waiting = w.id and a.party = j.party)
               < case when exists (select 1 from four_eyes f where f.jit = e.jit and f.party = j.party and 'release' = any (f.acts))
                      then 2 else 1 end
         order by j.place)
    """,
    """
    create function may_agree(wish uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return decides_releases() and exists (
        select 1 from waiting_releases w where w.id = wish and w.jit = asking_jit() and 'joint' = any (w.gates)
           and jointly(w.evidence) = 3 and asking_party() = any (lacking(w)) and not exists (
             select 1 from release_agreements a where a.waiting = w.id and a.party = asking_party() and not is_another(a.agreed_by)))
    """,
    # To the exhibit as it stands: what is kept on, or changed, is agreed to anew. Who has left is asked nothing.
    """
    create function lacking_erasure(e evidence) returns uuid[]
      language sql stable security definer set search_path = public, pg_temp
      return array(
        select j.party from unnest(e.joint) with ordinality j (party, place)
         where not has_left(e.jit, j.party) and (select count(distinct m.account) from erasure_agreements a join members m on m.jit = a.jit and m.id = a.agreed_by
                 where a.evidence = e.id and a.party = j.party and a.version = e.version)
               < case when exists (select 1 from four_eyes f where f.jit = e.jit and f.party = j.party and 'erase' = any (f.acts))
                      then 2 else 1 end
         order by j.place)
    """,
    # As in 0033, and each other originator's agreement before it goes to anybody but them.
    """
    create or replace function standing_gates(wanted uuid, recipient uuid) returns text[]
      language sql stable security definer set search_path = public, pg_temp
      return (select array_remove(array[
                case when exists (select 1 from evidence e where e.id = wanted and e.jit = asking_jit()
                                    and e.verification in ('waiting', 'refused')) then 'verification' end,
                case when beyond_the_union(p.kind) then 'attestation' end,
                case when demands_two('release') then 'second_leader' end,
                case when exists (select 1 from evidence e where e.id = wanted and e.jit = asking_jit()
                                    and e.privilege in ('unchecked', 'privileged')) then 'clearance' end,
                case when exists (select 1 from evidence e where e.id = wanted and e.jit = asking_jit()
                                    and e.joint is not null and not recipient = any (e.joint)) then 'joint' end], null)
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
        when 'joint' then exists (select 1 from evidence e where e.id = w.evidence and e.joint is not null)
                      and lacking(w) = '{}'
        else false
      end
    """,
    # As in 0026, but of whichever originator wanted it.
    """
    create or replace function may_second(wish uuid) returns boolean language sql stable set search_path = public, pg_temp
      return decides_releases() and exists (
        select 1 from waiting_releases w join members m on m.jit = w.jit and m.id = w.wanted_by
         where w.id = wish and m.party = asking_party() and 'second_leader' = any (w.gates) and is_another(w.wanted_by)
           and ('leader' = any (m.roles) or not exists (
             select 1 from speaking_rules(w.evidence, w.party) r where not is_another(r.decided_by))))
    """,
    # Whoever of them withdraws: others see it listed, those who obtained it read it still.
    """
    create function withdraw_jointly(wanted uuid, seen integer) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if not 'leader' = any (asking_roles()) or jointly(wanted) is distinct from 3 then return false; end if;
      update evidence e set status = 'withdrawn', version = e.version + 1
       where e.id = wanted and e.jit = asking_jit() and e.status = 'active' and e.version = seen;
      if not found then return false; end if;
      update releases r set level = 1, version = r.version + 1
       where r.evidence = wanted and not obtained_by(r.party, r.originator, r.joint);
      return true;
    end $$
    """,
    # What a joint originator has nobody takes, moves or ends by hand; only whom its keeper's own row names is copied to it.
    """
    create function keep_joint() returns trigger language plpgsql as $$
    begin
      if current_user = 'liaison_app' and to_jsonb(new) - '{own_seats}'::text[] is distinct from to_jsonb(old) - '{own_seats}'::text[] then
        raise exception 'a joint originator keeps what it obtained' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    """
    create trigger kept_joint before update on releases for each row
      when (old.joint is not null and old.party = any (old.joint)) execute function keep_joint()
    """,
    """
    create function refuse_court_use_alone() returns trigger language plpgsql as $$
    begin
      if current_user = 'liaison_app' then
        raise exception 'each joint originator agrees to use in court' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    """
    create trigger court_use_jointly before update of court_use on releases for each row
      when (new.joint is not null and new.court_use and not old.court_use and new.party <> new.originator)
      execute function refuse_court_use_alone()
    """,
    # As in 0026, but that who obtained a parent jointly is bound by no condition of its own.
    """
    create or replace function within_bounds(wanted releases) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return wanted.level = 0 or not exists (
        select 1 from bounds b
          join evidence e on e.id = b.bound_by
          left join releases r on r.jit = b.jit and r.evidence = b.bound_by and r.party = wanted.party
         where b.evidence = wanted.evidence
           and (r.party is null or ('H2' = any (e.handling) and not obtained_by(wanted.party, e.originator, e.joint))
                or not follows(wanted, r, 'H1' = any (e.handling))))
    """,
    """
    create or replace function follows(wanted releases, binding releases, h1 boolean) returns boolean
      language sql stable set search_path = public, pg_temp
      return wanted.party = binding.party and wanted.level <= binding.level
        and (binding.authorities is null or coalesce(wanted.authorities <@ binding.authorities, false))
        and case when binding.seats is not null then coalesce(wanted.seats <@ binding.seats, false)
                 else wanted.seats is null or are_plain(wanted.seats) end
        and (binding.not_before is null or coalesce(binding.not_before <= wanted.not_before, false))
        and (binding.until is null or coalesce(wanted.until <= binding.until, false))
        and coalesce(wanted.purposes, array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'])
          <@ coalesce(binding.purposes, array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'] || case when obtained_by(binding.party, binding.originator, binding.joint)
                      then array['OTHER_OFFENCE_WITH_CONSENT'] else '{}'::text[] end)
        and (not h1 or not wanted.court_use or binding.court_use or obtained_by(binding.party, binding.originator, binding.joint))
    """,
    """
    create or replace function own_purposes(own releases) returns text[]
      language sql stable security definer set search_path = public, pg_temp
      return (select array_agg(p order by p) from unnest(array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'] || array['OTHER_OFFENCE_WITH_CONSENT']) p
               where p = 'JIT_MANAGEMENT' or not exists (
                 select 1 from bounds b
                   left join releases r on r.jit = b.jit and r.evidence = b.bound_by and r.party = own.party
                  where b.evidence = own.evidence
                    and (r.party is null or r.level < 2 or r.state = 'lapsed' or not names_follow(own.seats, r)
                         or not for_purpose(p, r.purposes, obtained_by(r.party, r.originator, r.joint)))))
    """,
    """
    create or replace function own_court_use(own releases) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return not exists (
        select 1 from bounds b join evidence e on e.id = b.bound_by
          left join releases r on r.jit = b.jit and r.evidence = b.bound_by and r.party = own.party
         where b.evidence = own.evidence and 'H1' = any (e.handling)
           and not coalesce(r.court_use or obtained_by(own.party, e.originator, e.joint), false))
    """,
    """
    create or replace function copy_to_release() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      select e.title_key, e.search_key, e.exhibit_number, e.files_bytes, e.joint
        into new.title_key, new.search_key, new.exhibit_number, new.files_bytes, new.joint
        from evidence e where e.jit = new.jit and e.id = new.evidence;
      return new;
    end $$
    """,
    """
    create or replace function copy_to_releases() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update releases r set title_key = new.title_key, search_key = new.search_key, exhibit_number = new.exhibit_number,
             files_bytes = new.files_bytes, joint = new.joint
       where r.jit = new.jit and r.evidence = new.id
         and (r.title_key, r.search_key, r.exhibit_number, r.files_bytes, r.joint)
             is distinct from (new.title_key, new.search_key, new.exhibit_number, new.files_bytes, new.joint);
      return null;
    end $$
    """,
    # As in 0024 and 0025, of rows that are one column wider.
    """
    create or replace function admit_administrators(team uuid, wanted uuid) returns setof releases
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
    create or replace function begin_quarantine(wanted uuid) returns setof releases
      language sql security definer set search_path = public, pg_temp
    begin atomic
      select a.* from evidence e, admit_administrators(e.jit, e.id) a
       where e.id = wanted and e.jit = asking_jit() and e.originator = asking_party();
    end
    """,
    """
    create or replace function as_release(w waiting_releases) returns releases language sql stable
      return jsonb_populate_record(null::releases, to_jsonb(w) || '{"court_use": false}')
    """,
    # As in 0036: what its keeper takes along with it, it takes from nobody who obtained it too.
    """
    create or replace function due_leavings(wanted uuid, most integer) returns table (evidence uuid)
      language sql stable security definer set search_path = public, pg_temp
    begin atomic
      select d.evidence from leavings l cross join lateral (
        select e.id as evidence from evidence e
         where e.jit = l.jit and e.originator = l.party and l.contributed = 'withdraw' and e.status = 'active'
        union select r.evidence from releases r
         where r.jit = l.jit and r.originator = l.party and not obtained_by(r.party, r.originator, r.joint) and l.contributed = 'freeze' and r.level > 1
        union select r.evidence from releases r
         where r.jit = l.jit and r.party = l.party and r.originator <> l.party and (l.received = 'withdraw' or r.state <> 'lapsed')
        union select w.evidence from waiting_releases w where w.jit = l.jit and l.party in (w.originator, w.party)) d
       where l.id = wanted and l.begun_at is not null order by d.evidence limit most;
    end
    """,
    """
    create or replace function ask_after(wanted uuid, holder uuid, because text) returns void
      language sql security definer set search_path = public, pg_temp
    begin atomic
      update copies c set state = 'out', asked_at = statement_timestamp(), reason = ask_after.because, because = null,
             answered_at = null, answered_by = null, version = c.version + 1
       where c.evidence = wanted and c.party <> c.originator and not exists (select 1 from evidence e where e.id = c.evidence and c.party = any (e.joint))
         and (holder is null or c.party = holder) and c.state <> 'destroyed'
         and (c.asked_at is null or c.state = 'kept');
    end
    """,
    "drop function take_custody(uuid)",
    # As in 0009, and who obtained it jointly.
    """
    create function take_custody(wanted uuid)
      returns table (n bigint, previous bytea, party uuid, originator uuid, level smallint, authorities uuid[], seats uuid[],
                     own_seats uuid[], not_before timestamptz, until timestamptz, joint uuid[])
      language plpgsql as $$
    declare taken record;
    begin
      select c.n, c.previous into taken from take_chain(wanted) c;
      return query
        select taken.n, taken.previous, r.party, r.originator, r.level, r.authorities, r.seats, r.own_seats,
               r.not_before, r.until, r.joint
          from (values (1)) one left join releases r on r.evidence = wanted;
    end $$
    """,
    (
        "revoke all on function jointly, may_obtain, lacking, may_agree, lacking_erasure, withdraw_jointly, take_custody"
        " from public"
    ),
    "grant execute on function jointly, may_obtain, lacking, may_agree, lacking_erasure, withdraw_jointly to liaison_app",
    "grant execute on function take_custody to liaison_app, liaison_engine",
    "grant execute on function lacking to liaison_engine",
    "grant select (joint) on evidence, releases to liaison_engine",
)

# (function, what it says, what it says from now on)
CHANGED = (
    (
        "pass_release",
        "began := w.not_before is null",
        """if w.court_use then
        update releases r set court_use = true, version = r.version + 1
         where r.jit = w.jit and r.party = w.party and r.evidence = w.evidence;
        if not found then return false; end if;
        delete from waiting_releases where id = wish;
        return true;
      end if;
      began := w.not_before is null""",
    ),
    # Who obtained it jointly reads from the beginning what its keeper reads.
    (
        "pass_release",
        "and h.kind = any (kinds);",
        """and (h.kind = any (kinds)
              or (exists (select 1 from evidence e where e.id = w.evidence and w.party = any (e.joint))
                  and exists (select 1 from entry_audience a where a.entry = h.entry and a.party = w.originator
                                 and a.seats is distinct from '{}')));""",
    ),
    (
        "bind_child",
        "select p.originator = c.originator from",
        "select p.originator = c.originator and p.joint is null from",
    ),
    (
        "least_of",
        "stood.party <> b.provider",
        "not obtained_by(stood.party, b.provider, b.joint)",
    ),
    ("least_of", "b.party <> b.provider", "not obtained_by(b.party, b.provider, b.joint)"),
    ("least_of", "b.party = b.provider", "obtained_by(b.party, b.provider, b.joint)"),
    (
        "leave_exhibit",
        "x.party <> x.originator and x.level > 1",
        "not obtained_by(x.party, x.originator, x.joint) and x.level > 1",
    ),
    (
        "begin_erasure",
        "if is_on_hold(wanted) or not may_be_erased(e, on_ground) then",
        "if is_on_hold(wanted) or not may_be_erased(e, on_ground) or not (by_clock or lacking_erasure(e) = '{}') then",
    ),
)

_GIVEN = (
    "((originator = asking_party()) AND (admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone,"
    " NULL::timestamp with time zone) {0}))"
)


def _given(level: str) -> tuple[str, str]:
    """What its originator may know or do, and who obtained it jointly too."""
    return _GIVEN.format(level), f"({_GIVEN.format(level)} OR (jointly(evidence) {level}))"


_ITS_OWN = ("(e.originator = asking_party())", "obtained_by(asking_party(), e.originator, e.joint)")
_OWN_PURPOSES = ("(r.originator = r.party)", "obtained_by(r.party, r.originator, r.joint)")
_SEEN = "(originator = asking_party())"
_ANYBODYS = "((originator = asking_party()) OR (jointly(evidence) = 3))"
_OTHERS = "((originator = asking_party()) OR ((party <> originator) AND (jointly(evidence) = 3)))"
_NO_RELEASE = "not exists (select 1 from releases r where r.evidence = waiting_releases.evidence and r.party = waiting_releases.party)"
_OURS = "exists (select 1 from members m where m.id = waiting_releases.wanted_by and m.party = asking_party())"
# (policy, table, what it says, what it says from now on)
WIDENED = (
    ("updated", "releases", *_given("> 0")),
    ("updated", "releases", _SEEN, _OTHERS),
    ("deleted", "releases", _SEEN, _ANYBODYS),
    ("seen", "copies", *_given("= 3")),
    ("asked", "copies", *_given("= 3")),
    ("seen", "disclosures", *_given("= 3")),
    ("updated", "disclosures", *_given("= 3")),
    ("inserted", "disclosures", *_ITS_OWN),
    ("inserted", "disclosures", *_OWN_PURPOSES),
    ("inserted", "openings", *_OWN_PURPOSES),
    ("seen", "flags", *_given("> 0")),
    ("inserted", "flags", "(e.originator <> asking_party())", f"(NOT {_ITS_OWN[1]})"),
    *((name, "holds", *_ITS_OWN) for name in ("seen", "inserted", "lifted", "lifted_of_left")),
)
_JOINTLY = "CASE WHEN (joint IS NULL) THEN false ELSE ((asking_party() = ANY (joint)) AND (jointly(evidence) > 0)) END"
_AGREED = "jit = asking_jit() and party = asking_party() and agreed_by = asking_seat()"
POLICIES = (
    *(
        f"create policy definer on {table} to liaison_owner using (true)"
        for table in ("release_agreements", "erasure_agreements")
    ),
    "create policy joint on entry_audience for select to liaison_owner using (jit = asking_jit() or session_user = 'liaison_engine')",
    # Who obtained it knows who of them agreed to what.
    (
        "create policy seen on release_agreements for select to liaison_app using (jit = asking_jit() and exists"
        " (select 1 from waiting_releases w where w.id = release_agreements.waiting))"
    ),
    f"""
    create policy inserted on release_agreements for insert to liaison_app with check ({_AGREED} and may_agree(waiting)
      and exists (select 1 from waiting_releases w where w.id = release_agreements.waiting and w.evidence = release_agreements.evidence))
    """,  # noqa: S608 - constants of this file
    (
        "create policy seen on erasure_agreements for select to liaison_app using (jit = asking_jit() and (jointly(evidence) > 0"
        " or exists (select 1 from evidence e where e.id = erasure_agreements.evidence and e.originator = asking_party() offset 0)))"
    ),
    f"""
    create policy inserted on erasure_agreements for insert to liaison_app with check ({_AGREED}
      and 'leader' = any (asking_roles()) and jointly(evidence) = 3 and exists (select 1 from evidence e
           where e.id = erasure_agreements.evidence and asking_party() = any (lacking_erasure(e)) and e.version = erasure_agreements.version
             and (e.status = 'withdrawn' or (e.status = 'active' and e.review_on <= (statement_timestamp() at time zone 'utc')::date))))
    """,  # noqa: S608 - constants of this file
    "create policy jointly on releases for select to liaison_app using (jit = asking_jit() and " + _JOINTLY + ")",
    *(
        f"create policy jointly on {table} for select to liaison_app using (jit = asking_jit() and jointly(evidence) > 0)"
        for table in ("waiting_releases", "release_confirmations")
    ),
    # Who names others as originators gives them the exhibit, which is a decision about releases.
    (
        "create policy jointly on evidence as restrictive for insert to liaison_app"
        " with check (joint is null or (decides_releases() and may_obtain(joint)))"
    ),
    # Held, to everybody and for everything: it obtained it.
    (
        "create policy jointly_given on releases as restrictive for insert to liaison_app with check (case when party = any (joint)"
        " then level = 3 and not_before is null and until is null and purposes is null and not court_use else true end)"
    ),
    "create policy jointly_kept on releases as restrictive for delete to liaison_app using (not coalesce(party = any (joint), false))",
    # Nobody is asked to destroy what it obtained.
    (
        "create policy jointly_kept on copies as restrictive for update to liaison_app using (true) with check (not (state = 'out'"
        " and asked_at is not null and exists (select 1 from evidence e where e.id = copies.evidence and copies.party = any (e.joint))))"
    ),
    # A recall that waits is its party's own; what wants more any originator ends.
    (
        "alter policy deleted on waiting_releases using (jit = asking_jit() and 'leader' = any (asking_roles())"
        f" and (originator = asking_party() or jointly(evidence) = 3) and (level > 0 or {_OURS} or {_NO_RELEASE}))"
    ),
    # A recall under four eyes is wanted by any originator; use in court by its keeper, of a release that stands.
    (
        "create policy jointly_recalled on waiting_releases for insert to liaison_app with check (jit = asking_jit()"
        " and level = 0 and not court_use and wanted_by = asking_seat() and jointly(evidence) = 3 and decides_releases()"
        " and not exists (select 1 from evidence e where e.id = waiting_releases.evidence"
        " and (e.originator <> waiting_releases.originator or waiting_releases.party = any (e.joint))))"
    ),
)


def _said(name: str, table: str, column: str) -> str | None:
    """What a policy says, on one line."""
    query = f"select regexp_replace(pg_get_expr({column}, polrelid), '\\s+', ' ', 'g') from pg_policy where polname = :name and polrelid = cast(:table as regclass)"  # noqa: S608
    said: str | None = op.get_bind().execute(text(query), {"name": name, "table": table}).scalar_one()
    return said


def _widen(name: str, table: str, former: str, now: str) -> None:
    """Say it wherever the policy says the former."""
    changed = {}
    for clause, column in (("using", "polqual"), ("with check", "polwithcheck")):
        said = _said(name, table, column)
        if said is not None and former in said:
            changed[clause] = said.replace(former, now)
    assert changed, (name, table, former, _said(name, table, "polqual"), _said(name, table, "polwithcheck"))
    clauses = " ".join(f"{clause} ({said})" for clause, said in changed.items())
    op.execute(f"alter policy {name} on {table} {clauses}")


def _change(function: str, former: str, now: str) -> None:
    """Write a function anew, with one thing said otherwise."""
    query = text("select pg_get_functiondef(oid) from pg_proc where proname = :name")
    said = op.get_bind().execute(query, {"name": function}).scalar_one()
    assert former in said, (function, former, said)
    op.get_bind().exec_driver_sql(said.replace(former, now))


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES, *FUNCTIONS):
        op.execute(statement)
    for table in ("release_agreements", "erasure_agreements"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"grant select, insert on {table} to liaison_app")
    for change in CHANGED:
        _change(*change)
    for widening in WIDENED:
        _widen(*widening)
    for statement in POLICIES:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("What was obtained jointly would be one party's alone; restore a backup made before.")
