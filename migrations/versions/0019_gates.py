"""Releases that wait for a gate, and the attestation of what goes beyond the Union.

A wanted release stands in `waiting_releases`, seen by its originator alone, until `pass_release` finds every gate that it
names opened by a record, and makes the row of `releases` from it. The gates that must stand are told by `standing_gates`, the
twin of `access/gates.py`: no release is inserted or widened past them, and no wish is written without them.

Revision: 0019, after 0018
"""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table waiting_releases (
      id uuid not null constraint pk_waiting_releases primary key,
      jit uuid not null,
      party uuid not null,
      evidence uuid not null,
      originator uuid not null,
      level smallint not null constraint ck_waiting_releases_level check (level between 1 and 3),
      authorities uuid[],
      seats uuid[],
      not_before timestamptz,
      until timestamptz,
      purposes text[],
      basis text,
      gates text[] not null constraint ck_waiting_releases_gates
        check (cardinality(gates) > 0 and gates <@ array['verification', 'attestation', 'second_leader', 'clearance']),
      wanted_by uuid not null,
      wanted_at timestamptz not null,
      constraint ck_waiting_releases_window check (until > not_before),
      constraint ck_waiting_releases_own check (party <> originator),
      constraint uq_waiting_releases_jit_evidence_party unique (jit, evidence, party),
      constraint fk_waiting_releases_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_waiting_releases_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_waiting_releases_jit_originator foreign key (jit, originator) references parties (jit, id),
      constraint fk_waiting_releases_jit_wanted_by foreign key (jit, wanted_by) references members (jit, id)
    )
    """,
    "create index ix_waiting_releases_evidence on waiting_releases (evidence)",
    """
    create table attestations (
      waiting uuid not null constraint pk_attestations primary key,
      jit uuid not null,
      evidence uuid not null,
      party uuid not null,
      necessity text not null,
      proportionality text not null,
      transfer_basis text not null constraint ck_attestations_transfer_basis
        check (transfer_basis in ('adequacy', 'safeguards', 'derogation')),
      record text not null,
      signed_by uuid not null,
      signed_at timestamptz not null,
      constraint fk_attestations_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_attestations_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_attestations_jit_signed_by foreign key (jit, signed_by) references members (jit, id)
    )
    """,
    "create index ix_attestations_evidence on attestations (evidence)",
)

_REACHED = "jit = asking_jit() or session_user = 'liaison_engine'"
# Definer functions, as in 0002: each answers about what the asker names, and opens nothing that the records do not.
GATES = (
    # An unknown kind is beyond.
    """
    create function beyond_the_union(kind text) returns boolean language sql immutable parallel safe
      return kind is null or kind not in ('member_state', 'eu_body')
    """,
    # Null, which admits nothing, for a party that is not of this team.
    """
    create function standing_gates(wanted uuid, recipient uuid) returns text[]
      language sql stable security definer set search_path = public, pg_temp
      return (select array_remove(array[case when beyond_the_union(p.kind) then 'attestation' end], null)
                from parties p where p.jit = asking_jit() and p.id = recipient and p.id <> asking_party())
    """,
    """
    create function gate_is_open(gate text, w waiting_releases) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return case gate
        when 'attestation' then exists (select 1 from attestations a where a.waiting = w.id)
        else false
      end
    """,
    # The release that a wish asks for, if every gate that it names has its record. A gate without one does not open.
    """
    create function pass_release(wish uuid, kinds text[]) returns boolean
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
         or not exists (select 1 from evidence e where e.id = w.evidence and e.status = 'active') then
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
    # The twin of `within` in access/consents.py.
    """
    create function gains(former releases, wanted releases) returns boolean language sql immutable
      return not (
        wanted.party = former.party and wanted.level <= former.level
        and (former.authorities is null or coalesce(wanted.authorities <@ former.authorities, false))
        and (former.purposes is null or coalesce(wanted.purposes <@ former.purposes, false))
        and (wanted.seats is null) = (former.seats is null)
        and (former.seats is null or wanted.seats <@ former.seats)
        and (former.not_before is null or coalesce(former.not_before <= wanted.not_before, false))
        and (former.until is null or coalesce(wanted.until <= former.until, false)))
    """,
    # What its gates let through, `pass_release` changes, which is not the application.
    """
    create function refuse_past_gates() returns trigger language plpgsql as $$
    begin
      if current_user = 'liaison_app' and new.party <> new.originator and gains(old, new)
         and standing_gates(new.evidence, new.party) is distinct from '{}' then
        raise exception 'a gate stands before this release' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    """
    create trigger gated before update of level, authorities, seats, not_before, until, purposes on releases
      for each row execute function refuse_past_gates()
    """,
    "revoke all on function standing_gates, pass_release, gate_is_open from public",
    "grant execute on function standing_gates, gate_is_open, pass_release to liaison_app",
    "grant execute on function gate_is_open, pass_release to liaison_engine",
    # As the definer functions of 0002, these meet rows: of the asker's own team, or of all for the engine.
    f"create policy definer on entry_audience for insert to liaison_owner with check ({_REACHED})",
    *(
        f"create policy definer on {table} to liaison_owner using ({_REACHED})"
        for table in ("parties", "waiting_releases", "attestations")
    ),
)

# The originator's own people see what waits, as they see its releases; so does the auditor of the whole team.
_OWN = (
    "exists (select 1 from releases r where r.jit = {table}.jit and r.evidence = {table}.evidence"
    " and r.party = asking_party() and r.originator = asking_party()"
    " and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0)"
)
_SEEN = "jit = asking_jit() and (asking_as_jit_auditor() or {own})"
# As of a release: a leader decides, or a member registers under the leaders' rules.
_DECIDED = (
    "'leader' = any (asking_roles())"
    " or under_rules(evidence, party, level, authorities, seats, not_before, until, purposes)"
)
_LEADS = "originator = asking_party() and 'leader' = any (asking_roles())"

POLICIES = (
    ("waiting_releases", "select", f"using ({_SEEN.format(own=_OWN.format(table='waiting_releases'))})"),
    (
        "waiting_releases",
        "insert",
        (
            f"with check (jit = asking_jit() and originator = asking_party() and ({_DECIDED}) and wanted_by = asking_seat() and"
            f" {_OWN.format(table='waiting_releases')} and gates @> standing_gates(evidence, party))"
        ),
    ),
    ("waiting_releases", "delete", f"using (jit = asking_jit() and {_LEADS})"),
    ("attestations", "select", f"using ({_SEEN.format(own=_OWN.format(table='attestations'))})"),
    # A leader of the originator signs, or whoever registered the exhibit or sent a file of it.
    (
        "attestations",
        "insert",
        (
            "with check (jit = asking_jit() and signed_by = asking_seat() and exists (select 1 from waiting_releases w"
            " where w.id = attestations.waiting and w.evidence = attestations.evidence and w.party = attestations.party"
            " and w.originator = asking_party()) and ('leader' = any (asking_roles())"
            " or exists (select 1 from evidence e where e.id = attestations.evidence and e.registered_by = asking_seat())"
            " or exists (select 1 from files f where f.evidence = attestations.evidence and f.uploaded_by = asking_seat())))"
        ),
    ),
)
_NAMES = {"select": "seen", "insert": "inserted", "delete": "deleted"}

# No release is written past a gate, whatever the program forgot; what its gates let through, `pass_release` writes.
_INSERTED = (
    "jit = asking_jit() and originator = asking_party() and may_release(evidence)"
    f" and (party = asking_party() or (standing_gates(evidence, party) = '{{}}' and ({_DECIDED})))"
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)
    for statement in GATES:
        op.execute(statement)
    for table in ("waiting_releases", "attestations"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
    for table, act, rule in POLICIES:
        op.execute(f"create policy {_NAMES[act]} on {table} for {act} to liaison_app {rule}")
    op.execute("grant select, insert, delete on waiting_releases to liaison_app")
    op.execute("grant select, insert on attestations to liaison_app")
    op.execute(f"alter policy inserted on releases with check ({_INSERTED})")


def downgrade() -> None:
    raise RuntimeError("What waits for a gate would be lost, and what it kept back let through; restore a backup.")
