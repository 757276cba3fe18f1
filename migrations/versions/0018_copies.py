"""Copies: what was taken is out, with whom and under which national file number; after a recall its holder answers.

A row is seen by its holder's party as its release admitted it when it was taken, or as it sees the exhibit now, and by those of
the originator who see the exhibit. The originator asks, the holder answers, and neither writes what is the other's to say. The
answer is an entry of the exhibit, though the holder does not see that any more: the chain of an exhibit can be taken for it,
and for nothing else.

Revision: 0018, after 0017
"""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

COPIES = """
    create table copies (
      id uuid not null constraint pk_copies primary key,
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
      custodian text not null,
      file_number text not null,
      taken_at timestamptz not null,
      state text not null constraint ck_copies_state check (state in ('out', 'destroyed', 'kept')),
      asked_at timestamptz,
      reason text,
      because text,
      answered_at timestamptz,
      answered_by uuid,
      version integer not null default 1,
      constraint ck_copies_asked check ((asked_at is null) = (reason is null)),
      constraint ck_copies_answered
        check ((state = 'out') = (answered_at is null) and (answered_at is null) = (answered_by is null)),
      constraint ck_copies_unasked check (state = 'out' or asked_at is not null),
      constraint ck_copies_because check (state <> 'kept' or because is not null),
      constraint fk_copies_id foreign key (id) references openings (id),
      constraint fk_copies_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_copies_jit_originator foreign key (jit, originator) references parties (jit, id),
      constraint fk_copies_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_copies_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint fk_copies_jit_answered_by foreign key (jit, answered_by) references members (jit, id)
    )
"""
INDEXES = (
    "create index ix_copies_party_id on copies (party, id)",
    "create index ix_copies_originator_id on copies (originator, id)",
    "create index ix_copies_evidence on copies (evidence)",
    "create index ix_copies_unanswered on copies (party, asked_at) where state = 'out' and asked_at is not null",
)

HELD = """(party = asking_party() and (admitted(3::smallint, authorities, seats, null, null) = 3
  or exists (select 1 from evidence e where e.id = copies.evidence)))"""
GIVEN = "(originator = asking_party() and admitted(3::smallint, null, own_seats, null, null) = 3)"
SEEN = f"jit = asking_jit() and ({HELD} or {GIVEN})"
# In one's own name, by a taking of one's own, with what the exhibit and the release say at this moment.
TAKEN = """jit = asking_jit() and party = asking_party() and seat = asking_seat() and state = 'out' and asked_at is null
  and exists (select 1 from openings o where o.id = copies.id and o.evidence = copies.evidence and o.act = 'take')
  and exists (select 1 from evidence e where e.id = copies.evidence and e.exhibit_number = copies.exhibit_number
              and e.title = copies.title)
  and exists (select 1 from releases r where r.jit = copies.jit and r.evidence = copies.evidence and r.party = asking_party()
              and r.originator = copies.originator and r.own_seats is not distinct from copies.own_seats
              and r.authorities is not distinct from copies.authorities and r.seats is not distinct from copies.seats
              and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)"""
_OPEN = "jit = asking_jit() and party <> originator and state <> 'destroyed'"
ASKS = f"{GIVEN} and 'leader' = any (asking_roles())"
ANSWERS = f"{HELD} and (seat = asking_seat() or 'leader' = any (asking_roles()))"

FUNCTIONS = (
    """
    create function keep_question() returns trigger language plpgsql as $$
    begin
      if new.state <> 'out' and (new.asked_at, new.reason) is distinct from (old.asked_at, old.reason) then
        raise exception 'an answer changes no question' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    "create trigger keep_question before update on copies for each row execute function keep_question()",
    # The narrowing of the originator's own row stands in every copy too, as it does in every release.
    """
    create function copy_own_seats() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update copies set own_seats = new.own_seats where evidence = new.evidence;
      return null;
    end $$
    """,
    """
    create trigger copy_own_seats after update of own_seats on releases for each row
      when (new.party = new.originator and new.own_seats is distinct from old.own_seats)
      execute function copy_own_seats()
    """,
    # As in 0002, and for who has just answered for a copy of what it does not see any more.
    """
    create or replace function take_chain(wanted uuid, out n bigint, out previous bytea)
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if session_user <> 'liaison_engine' then
        perform 1 from releases r where r.evidence = wanted and r.jit = asking_jit()
          and ((r.party = asking_party() and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0)
               or asking_as_jit_auditor());
        if not found then
          perform 1 from copies c where c.evidence = wanted and c.jit = asking_jit() and c.answered_by = asking_seat();
        end if;
        if not found then
          raise exception 'no such exhibit' using errcode = 'no_data_found';
        end if;
      end if;
      insert into chains (evidence, n) values (wanted, 0) on conflict do nothing;
      select c.n, c.previous into n, previous from chains c where c.evidence = wanted for update;
    end $$
    """,
)
# As in 0002, and an answer for a copy.
HEADERS = """jit = asking_jit() and party is not distinct from asking_party()
  and (evidence is null or exists (select 1 from evidence e where e.id = headers.evidence)
       or (kind = 'copy.answered' and exists (select 1 from copies c
             where c.evidence = headers.evidence and c.answered_by = asking_seat())))"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(COPIES)
    for statement in (*INDEXES, *FUNCTIONS):
        op.execute(statement)
    op.execute("alter table copies enable row level security")
    op.execute("alter table copies force row level security")
    op.execute(f"create policy seen on copies for select to liaison_app using ({SEEN})")
    op.execute(f"create policy inserted on copies for insert to liaison_app with check ({TAKEN})")
    op.execute(
        f"create policy asked on copies for update to liaison_app using ({_OPEN} and {ASKS})"
        f" with check ({_OPEN} and {ASKS} and state = 'out' and asked_at is not null)"
    )
    op.execute(
        f"create policy answered on copies for update to liaison_app using ({_OPEN} and asked_at is not null and {ANSWERS})"
        f" with check (jit = asking_jit() and {ANSWERS} and state <> 'out' and answered_by = asking_seat())"
    )
    op.execute("create policy definer on copies to liaison_owner using (true) with check (true)")
    op.execute(
        "grant select, insert, update (state, asked_at, reason, because, answered_at, answered_by, version)"
        " on copies to liaison_app"
    )
    op.execute(f"alter policy inserted on headers with check ({HEADERS})")


def downgrade() -> None:
    raise RuntimeError("Who holds which copy would be lost; restore a backup made before.")
