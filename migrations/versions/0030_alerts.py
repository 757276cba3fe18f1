"""Alerts to an originator, and its digests: what others do with what it contributed.

A trigger of openings raises an alert when a party opens an exhibit for the first time, when somebody takes it, and when a seat opens
many within minutes; nobody else writes one. Each has one owner, a leader of the originator: who released the exhibit, else who
registered it, else the first by code. A digest counts a party's day; the engine writes it.

Revision: 0030, after 0029
"""

from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table alerts (
      id uuid not null constraint pk_alerts primary key,
      jit uuid not null,
      originator uuid not null,
      kind text not null constraint ck_alerts_kind check (kind in ('first_opening', 'copy', 'burst')),
      opening uuid not null,
      evidence uuid not null,
      party uuid not null,
      seat uuid not null,
      openings integer not null,
      raised_at timestamptz not null,
      owner uuid not null,
      acknowledged_at timestamptz,
      acknowledged_by uuid,
      word text,
      version integer not null default 1,
      constraint uq_alerts_opening_kind unique (opening, kind),
      constraint ck_alerts_acknowledged
        check ((acknowledged_at is null) = (word is null) and (acknowledged_at is null) = (acknowledged_by is null)),
      constraint fk_alerts_opening foreign key (opening) references openings (id),
      constraint fk_alerts_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_alerts_jit_originator foreign key (jit, originator) references parties (jit, id),
      constraint fk_alerts_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_alerts_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint fk_alerts_jit_owner foreign key (jit, owner) references members (jit, id),
      constraint fk_alerts_jit_acknowledged_by foreign key (jit, acknowledged_by) references members (jit, id)
    )
    """,
    "create unique index ix_alerts_evidence_party on alerts (evidence, party) where kind = 'first_opening'",
    "create index ix_alerts_originator_id on alerts (originator, id)",
    "create index ix_alerts_owner_id on alerts (owner, id) where acknowledged_at is null",
    "create index ix_alerts_seat_originator_raised_at on alerts (seat, originator, raised_at) where kind = 'burst'",
    "create index ix_openings_evidence_seat on openings (evidence, seat)",
    "create index ix_openings_seat_opened_at on openings (seat, opened_at)",
    "create index ix_openings_jit_opened_at on openings (jit, opened_at)",
    """
    create table digests (
      id uuid not null constraint pk_digests primary key,
      jit uuid not null,
      party uuid not null,
      day date not null,
      zone text not null,
      made_at timestamptz not null,
      openings integer not null,
      constraint uq_digests_party_day unique (party, day),
      constraint uq_digests_jit_id unique (jit, id),
      constraint fk_digests_jit_party foreign key (jit, party) references parties (jit, id)
    )
    """,
    """
    create table digest_lines (
      digest uuid not null,
      evidence uuid not null,
      party uuid not null,
      jit uuid not null,
      openings integer not null,
      copies integer not null,
      seats integer not null,
      constraint pk_digest_lines primary key (digest, evidence, party),
      constraint fk_digest_lines_jit_digest foreign key (jit, digest) references digests (jit, id),
      constraint fk_digest_lines_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_digest_lines_jit_party foreign key (jit, party) references parties (jit, id)
    )
    """,
)
LEADS = """m.jit = {jit} and m.party = {party} and m.state = 'seated' and 'leader' = any (m.roles)
  and (m.until is null or m.until > statement_timestamp())"""
FUNCTIONS = (
    # Whose an alert is: a leader who sees the exhibit and acts at this moment; where none does, any leader the party ever had.
    f"""
    create function leader_for(wanted uuid, recipient uuid) returns uuid
      language sql stable security definer set search_path = public, pg_temp
      return (
        select m.id from evidence e join members m on m.jit = e.jit and m.party = e.originator and 'leader' = any (m.roles)
          left join releases own on own.jit = e.jit and own.party = e.originator and own.evidence = e.id
          left join releases r on r.jit = e.jit and r.party = recipient and r.evidence = e.id
         where e.id = wanted
         order by ({LEADS.format(jit="e.jit", party="e.originator")}) desc,
                  (own.seats is null or m.id = any (own.seats)) desc,
                  (m.id = r.granted_by) desc nulls last, (m.id = e.registered_by) desc, m.code
         limit 1)
    """,  # noqa: S608 - constants of this file
    """
    create function raise_alerts() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      by_party uuid := (select m.party from members m where m.jit = new.jit and m.id = new.seat);
      by_whom uuid;
      of_party uuid;
      known uuid[];
      made integer := 1;
      is_first boolean;
      kinds text[] := '{}';
    begin
      select r.originator, r.own_seats into of_party, known from releases r
       where r.jit = new.jit and r.party = by_party and r.evidence = new.evidence;
      if of_party is null or of_party = by_party then return null; end if;
      is_first := not exists (select from openings o join members m on m.jit = o.jit and m.id = o.seat
                               where o.evidence = new.evidence and o.id <> new.id and m.party = by_party);
      if new.act = 'take' then kinds := array['copy']; elsif is_first then kinds := array['first_opening']; end if;
      -- As many as one may know of who knows this one: an exhibit that is narrowed to some says nothing to others.
      select count(*) into made from openings o
        join releases r on r.jit = o.jit and r.party = by_party and r.evidence = o.evidence
       where o.seat = new.seat and o.opened_at > new.opened_at - interval '10 minutes' and o.opened_at <= new.opened_at
         and r.originator = of_party and r.own_seats is not distinct from known;
      if made >= 20 and not exists (select from alerts a where a.kind = 'burst' and a.seat = new.seat
           and a.originator = of_party and a.raised_at > new.opened_at - interval '10 minutes') then
        kinds := kinds || 'burst'::text;
      end if;
      by_whom := leader_for(new.evidence, by_party);
      -- Where the party never had a leader nobody could answer: custody and the digest say it all the same.
      if kinds <> '{}' and by_whom is not null then
        insert into alerts (id, jit, originator, kind, opening, evidence, party, seat, openings, raised_at, owner)
          -- As old as its opening, so that newer ones sort behind older ones.
          select (left(new.id::text, 24) || left(md5(random()::text), 12))::uuid, new.jit, of_party, k, new.id, new.evidence, by_party, new.seat,
                 case k when 'burst' then made else 1 end, new.opened_at, by_whom
            from unnest(kinds) k
        on conflict do nothing;
      end if;
      return null;
    end $$
    """,
    "create trigger alerts after insert on openings for each row execute function raise_alerts()",
    # What was raised by an opening of the asker's own, for the ledger: its entry is written with that of the opening.
    """
    create function raised_by(wanted uuid)
      returns table (id uuid, kind text, originator uuid, owner text, openings integer)
      language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select a.id, a.kind, a.originator, m.code, a.openings
          from alerts a join members m on m.jit = a.jit and m.id = a.owner
         where a.opening = wanted and a.seat = asking_seat() and a.jit = asking_jit() order by a.kind;
      end
    """,
    "revoke all on function leader_for, raise_alerts, raised_by from public",
    "grant execute on function raised_by to liaison_app",
    "grant execute on function leader_for to liaison_engine",
)
SEEN = """jit = asking_jit() and originator = asking_party() and asking_roles() && array['leader', 'member']
  and exists (select 1 from evidence e where e.id = alerts.evidence offset 0)"""
OWNED = f"""exists (select 1 from members m where m.id = alerts.owner and {LEADS.format(jit="alerts.jit", party="alerts.originator")})"""  # noqa: S608
ANSWERED = f"""{SEEN} and 'leader' = any (asking_roles()) and {OWNED}
  and (acknowledged_by is null or (acknowledged_by = asking_seat() and owner = asking_seat()))"""
DIGESTS = "jit = asking_jit() and party = asking_party() and asking_roles() && array['leader', 'member']"
LINES = """jit = asking_jit() and exists (select 1 from digests d where d.id = digest_lines.digest offset 0)
  and exists (select 1 from evidence e where e.id = digest_lines.evidence offset 0)"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES, *FUNCTIONS):
        op.execute(statement)
    for table in ("alerts", "digests", "digest_lines"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"create policy engine on {table} to liaison_engine using (true) with check (true)")
        op.execute(f"grant select on {table} to liaison_app")
    op.execute("create policy definer on alerts to liaison_owner using (true) with check (true)")
    op.execute("create policy definer on openings for select to liaison_owner using (true)")
    op.execute(f"create policy seen on alerts for select to liaison_app using ({SEEN})")
    op.execute(
        f"create policy updated on alerts for update to liaison_app"
        f" using ({SEEN} and 'leader' = any (asking_roles()) and acknowledged_at is null) with check ({ANSWERED})"
    )
    op.execute("grant update (owner, acknowledged_at, acknowledged_by, word, version) on alerts to liaison_app")
    op.execute(f"create policy seen on digests for select to liaison_app using ({DIGESTS})")
    op.execute(f"create policy seen on digest_lines for select to liaison_app using ({LINES})")
    op.execute(
        "grant select (id, jit, originator, kind, evidence, party, owner, acknowledged_at, version), update (owner, version)"
        " on alerts to liaison_engine"
    )
    op.execute("grant select, insert on digests, digest_lines to liaison_engine")
    op.execute("grant select (id, jit, evidence, seat, act, opened_at) on openings to liaison_engine")
    op.execute("grant select (time_zone) on parties to liaison_engine")


def downgrade() -> None:
    raise RuntimeError("What originators were told, and who took it on, would be lost; restore a backup made before.")
