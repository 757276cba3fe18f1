"""Exculpatory material: who reads an exhibit of another party under H1 or H2 flags that it may exonerate; its originator decides what follows.

A flag is written once, in one's own name; it is read by who flagged as its release admitted it then, and by those of the originator
who see the exhibit. Its decision is written once, by a leader of the originator. Nothing takes a flag away: no recall, no withdrawal,
no role of the database but who may drop the trigger.

Revision: 0027, after 0026
"""

from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

FLAGS = """
    create table flags (
      id uuid not null constraint pk_flags primary key,
      jit uuid not null,
      evidence uuid not null,
      exhibit_number text not null,
      title text not null,
      originator uuid not null,
      own_seats uuid[],
      party uuid not null,
      authorities uuid[],
      seats uuid[],
      seat uuid not null,
      exonerates text not null,
      flagged_at timestamptz not null,
      decision text constraint ck_flags_decision check (decision in ('disclosed', 'consented', 'refused')),
      because text,
      decided_by uuid,
      decided_at timestamptz,
      version integer not null default 1,
      constraint ck_flags_decided check ((decision is null) = (because is null) and (decision is null) = (decided_by is null)
        and (decision is null) = (decided_at is null)),
      constraint ck_flags_anothers check (party <> originator),
      constraint fk_flags_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_flags_jit_originator foreign key (jit, originator) references parties (jit, id),
      constraint fk_flags_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_flags_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint fk_flags_jit_decided_by foreign key (jit, decided_by) references members (jit, id)
    )
"""
INDEXES = (
    "create index ix_flags_evidence on flags (evidence)",
    "create index ix_flags_party_id on flags (party, id)",
    "create index ix_flags_waiting on flags (originator, id) where decision is null",
)

OURS = """(party = asking_party() and (admitted(3::smallint, authorities, seats, null, null) > 0
  or exists (select 1 from evidence e where e.id = flags.evidence offset 0)))"""
GIVEN = "(originator = asking_party() and admitted(3::smallint, null, own_seats, null, null) > 0)"
SEEN = f"jit = asking_jit() and (asking_as_jit_auditor() or {OURS} or {GIVEN})"
# The same as `decide` says of the act: another's exhibit, read under H1 or H2.
FLAGGED = """jit = asking_jit() and party = asking_party() and seat = asking_seat() and decision is null and version = 1
  and exists (select 1 from evidence e join releases r on r.jit = e.jit and r.evidence = e.id
       where e.id = flags.evidence and e.exhibit_number = flags.exhibit_number and e.title = flags.title
         and e.originator = flags.originator and e.originator <> asking_party() and e.status = 'active'
         and e.verification is distinct from 'waiting' and e.handling && array['H1', 'H2']
         and r.party = asking_party() and r.own_seats is not distinct from flags.own_seats
         and r.authorities is not distinct from flags.authorities and r.seats is not distinct from flags.seats
         and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2 offset 0)"""
DECIDES = f"jit = asking_jit() and {GIVEN} and decides_releases()"

KEPT = (
    # Said once, decided once, kept for ever; only whom of the originator its own row names follows that row.
    """
    create function keep_flag() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then
        if to_jsonb(new) - '{own_seats}'::text[] = to_jsonb(old) - '{own_seats}'::text[] then return new; end if;
        if old.decision is null and new.decision is not null
           and to_jsonb(new) - '{decision,because,decided_by,decided_at,version}'::text[]
             = to_jsonb(old) - '{decision,because,decided_by,decided_at,version}'::text[] then return new; end if;
      end if;
      raise exception 'a flag stays as it was set' using errcode = 'insufficient_privilege';
    end $$
    """,
    "create trigger kept before update or delete on flags for each row execute function keep_flag()",
    "create trigger no_truncate before truncate on flags for each statement execute function refuse_change()",
    "alter table flags enable always trigger kept",
    "alter table flags enable always trigger no_truncate",
    """
    create function flags_own_seats() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update flags set own_seats = new.own_seats where evidence = new.evidence;
      return null;
    end $$
    """,
    """
    create trigger flags_own_seats after update of own_seats on releases for each row
      when (new.party = new.originator and new.own_seats is distinct from old.own_seats) execute function flags_own_seats()
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(FLAGS)
    for statement in (*INDEXES, *KEPT):
        op.execute(statement)
    op.execute("alter table flags enable row level security")
    op.execute("alter table flags force row level security")
    op.execute(f"create policy seen on flags for select to liaison_app using ({SEEN})")
    op.execute(f"create policy inserted on flags for insert to liaison_app with check ({FLAGGED})")
    op.execute(
        f"create policy updated on flags for update to liaison_app using ({DECIDES} and decision is null)"
        f" with check ({DECIDES} and decided_by = asking_seat())"
    )
    op.execute("create policy definer on flags to liaison_owner using (true) with check (true)")
    op.execute(
        "grant select, insert, update (decision, because, decided_by, decided_at, version) on flags to liaison_app"
    )


def downgrade() -> None:
    raise RuntimeError("What was flagged would be forgotten; restore a backup made before.")
