"""Consents: a party asks another for more of an exhibit than it released, for its use in court, or what it holds.

Both parties read a request, by their leaders and members, and of one with an object only who sees the exhibit. The asker
states and withdraws; a leader of the asked party answers. What is granted becomes a release row, with the consent as its
basis; use in court is a mark of that row. `restore_release` puts back what a row was before a consent, once its time is over.

Revision: 0016, after 0015
"""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

CONSENTS = """
    create table consents (
      id uuid not null constraint pk_consents primary key,
      jit uuid not null,
      use text not null constraint ck_consents_use check (use in ('release', 'court', 'question')),
      evidence uuid,
      asker uuid not null,
      asker_party uuid not null,
      asked_party uuid not null,
      words text not null,
      level smallint constraint ck_consents_level check (level between 1 and 3),
      authorities uuid[],
      seats uuid[],
      purposes text[],
      state text not null constraint ck_consents_state check (state in
        ('requested', 'seen', 'granted', 'granted_with_conditions', 'refused', 'expired', 'withdrawn')),
      requested_at timestamptz not null,
      due_at timestamptz not null,
      due_zone text not null,
      seen_at timestamptz,
      answered_at timestamptz,
      answered_by uuid,
      reason text,
      conditions text,
      until timestamptz,
      former jsonb,
      answer uuid,
      ended_at timestamptz,
      version integer not null default 1,
      constraint ck_consents_object check ((use = 'question') = (evidence is null)),
      constraint ck_consents_parties check (asker_party <> asked_party),
      constraint fk_consents_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_consents_jit_answer foreign key (jit, answer) references evidence (jit, id),
      constraint fk_consents_jit_asker foreign key (jit, asker) references members (jit, id),
      constraint fk_consents_jit_answered_by foreign key (jit, answered_by) references members (jit, id),
      constraint fk_consents_jit_asker_party foreign key (jit, asker_party) references parties (jit, id),
      constraint fk_consents_jit_asked_party foreign key (jit, asked_party) references parties (jit, id)
    )
"""
INDEXES = (
    "create index ix_consents_asker_party_id on consents (asker_party, id)",
    "create index ix_consents_asked_party_id on consents (asked_party, id)",
    "create index ix_consents_due on consents (due_at) where state in ('requested', 'seen')",
    (
        "create index ix_consents_until on consents (until)"
        " where until is not null and ended_at is null and state in ('granted', 'granted_with_conditions')"
    ),
)

# Leaders and members of the two parties; with an object, those of them who see it.
SEEN = """jit = asking_jit() and asking_roles() && array['leader', 'member'] and asking_party() in (asker_party, asked_party)
  and (evidence is null or exists (select 1 from evidence e where e.jit = consents.jit and e.id = consents.evidence))"""
# In one's own name, to the originator of what one sees, unanswered.
ASKED = f"""{SEEN} and asker = asking_seat() and asker_party = asking_party() and state = 'requested' and former is null
  and (evidence is null or exists (select 1 from evidence e
        where e.jit = consents.jit and e.id = consents.evidence and e.originator = consents.asked_party))"""  # noqa: S608
# A leader of the asked party answers; the asker's side does no more than withdraw.
ANSWERED = f"""{SEEN} and (('leader' = any (asking_roles()) and asked_party = asking_party())
  or (asker_party = asking_party() and state = 'withdrawn' and ('leader' = any (asking_roles()) or asker = asking_seat())))"""

RESTORE = """
create function restore_release(wanted uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c consents;
  f releases;
  now_at timestamptz := statement_timestamp();
begin
  select * into c from consents where id = wanted and until <= now_at and former is not null and ended_at is null
    and state in ('granted', 'granted_with_conditions');
  if not found then
    return null;
  end if;
  f := jsonb_populate_record(null::releases, c.former);
  update releases r
     set level = f.level, authorities = f.authorities, seats = f.seats, not_before = f.not_before, until = f.until,
         purposes = f.purposes, basis = f.basis, granted_by = f.granted_by, granted_at = f.granted_at,
         effective = (f.not_before is null or f.not_before <= now_at + interval '1 minute')
           and (f.until is null or f.until > now_at),
         state = case when f.until <= now_at then 'lapsed' when f.not_before > now_at then 'pending' else 'effective' end,
         version = r.version + 1
   where r.jit = c.jit and r.evidence = coalesce(c.evidence, c.answer) and r.party = c.asker_party
     and r.basis = 'consent:' || c.id;
  return case when found then f.level end;
end $$
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(CONSENTS)
    for statement in INDEXES:
        op.execute(statement)
    op.execute("alter table consents enable row level security")
    op.execute("alter table consents force row level security")
    op.execute(f"create policy seen on consents for select to liaison_app using ({SEEN})")
    op.execute(f"create policy inserted on consents for insert to liaison_app with check ({ASKED})")
    op.execute(f"create policy updated on consents for update to liaison_app using ({SEEN}) with check ({ANSWERED})")
    op.execute("create policy engine on consents to liaison_engine using (true) with check (true)")
    op.execute("create policy definer on consents to liaison_owner using (true) with check (true)")
    op.execute(
        "grant select, insert, update (state, seen_at, answered_at, answered_by, reason, conditions, until, former,"
        " answer, ended_at, version) on consents to liaison_app"
    )
    op.execute(
        "grant select (id, jit, use, evidence, answer, asker_party, asked_party, state, due_at, until, ended_at, version),"
        " update (state, ended_at, version) on consents to liaison_engine"
    )
    # The entry of a release that went back names authorities by their codes.
    op.execute("grant select (id, code) on authorities to liaison_engine")
    op.execute("create policy engine on authorities for select to liaison_engine using (true)")
    op.execute("alter table releases add column court_use boolean not null default false")
    op.execute("grant update (court_use) on releases to liaison_app")
    op.execute(RESTORE)
    op.execute("revoke all on function restore_release from public")
    op.execute("grant execute on function restore_release to liaison_engine")


def downgrade() -> None:
    raise RuntimeError("What was consented to would be lost; restore a backup made before.")
