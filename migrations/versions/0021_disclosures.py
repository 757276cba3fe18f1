"""Disclosures: an exhibit given to a proceeding, with what it consisted of and to which court.

A row is written once, in one's own name, where the release admits it for that purpose and H1 is lifted; it is read by the party
that disclosed, as its release admitted it then or as it sees the exhibit now, and by those of the originator who see the exhibit.
Only the originator calls back, when it recalls or withdraws the exhibit.

Revision: 0021, after 0020
"""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

DISCLOSURES = """
    create table disclosures (
      id uuid not null constraint pk_disclosures primary key,
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
      court text not null,
      proceeding text not null,
      file_number text not null,
      schedule text not null constraint ck_disclosures_schedule check (schedule in ('used', 'unused', 'sensitive')),
      purpose text not null,
      files jsonb not null,
      disclosed_at timestamptz not null,
      recalled_at timestamptz,
      reason text,
      version integer not null default 1,
      constraint ck_disclosures_recalled check ((recalled_at is null) = (reason is null)),
      constraint fk_disclosures_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_disclosures_jit_originator foreign key (jit, originator) references parties (jit, id),
      constraint fk_disclosures_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_disclosures_jit_seat foreign key (jit, seat) references members (jit, id)
    )
"""
INDEXES = (
    "create index ix_disclosures_party_id on disclosures (party, id)",
    "create index ix_disclosures_originator_id on disclosures (originator, id)",
    "create index ix_disclosures_evidence on disclosures (evidence)",
)

OURS = """(party = asking_party() and (admitted(3::smallint, authorities, seats, null, null) = 3
  or exists (select 1 from evidence e where e.id = disclosures.evidence)))"""
GIVEN = "(originator = asking_party() and admitted(3::smallint, null, own_seats, null, null) = 3)"
SEEN = f"jit = asking_jit() and ({OURS} or {GIVEN})"
# The same as `decide` says of the act: held, for this purpose, and with the provider's consent to use in court where H1 asks it.
DISCLOSED = """jit = asking_jit() and party = asking_party() and seat = asking_seat() and recalled_at is null and version = 1
  and asking_roles() && array['leader', 'member']
  and exists (select 1 from evidence e join releases r on r.jit = e.jit and r.evidence = e.id
       where e.id = disclosures.evidence and e.exhibit_number = disclosures.exhibit_number and e.title = disclosures.title
         and e.originator = disclosures.originator and (e.status = 'active' or e.originator = asking_party())
         and r.party = asking_party() and r.own_seats is not distinct from disclosures.own_seats
         and r.authorities is not distinct from disclosures.authorities and r.seats is not distinct from disclosures.seats
         and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3
         and (r.purposes is null or disclosures.purpose = any (r.purposes))
         and (r.court_use or e.originator = asking_party() or not 'H1' = any (e.handling)))"""
CALLS_BACK = f"jit = asking_jit() and {GIVEN} and 'leader' = any (asking_roles())"

FUNCTIONS = (
    # As in 0018, for disclosures too.
    """
    create or replace function copy_own_seats() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update copies set own_seats = new.own_seats where evidence = new.evidence;
      update disclosures set own_seats = new.own_seats where evidence = new.evidence;
      return null;
    end $$
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(DISCLOSURES)
    for statement in (*INDEXES, *FUNCTIONS):
        op.execute(statement)
    op.execute("alter table disclosures enable row level security")
    op.execute("alter table disclosures force row level security")
    op.execute(f"create policy seen on disclosures for select to liaison_app using ({SEEN})")
    op.execute(f"create policy inserted on disclosures for insert to liaison_app with check ({DISCLOSED})")
    op.execute(
        f"create policy updated on disclosures for update to liaison_app using ({CALLS_BACK} and recalled_at is null)"
        f" with check ({CALLS_BACK} and recalled_at is not null)"
    )
    op.execute("create policy definer on disclosures to liaison_owner using (true) with check (true)")
    op.execute("grant select, insert, update (recalled_at, reason, version) on disclosures to liaison_app")


def downgrade() -> None:
    raise RuntimeError("What was disclosed to whom would be lost; restore a backup made before.")
