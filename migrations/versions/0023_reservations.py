"""Reserved judicial functions: a party's decisions on releases, standing rules and use in court, for its judicial seats alone.

A row is read by its own party, set by its leaders, and lifted by a judicial one of them, or by any where no judicial leader sits any
more. While it stands, the database takes no release and no rule from another leader; what a withdrawal lowers it still takes.
`take_seat` says of a seat whether its party has reserved what its roles would give.

Revision: 0023, after 0022
"""

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

RESERVATIONS = """
    create table reservations (
      jit uuid not null,
      party uuid not null,
      judicial boolean not null,
      decided_by uuid not null,
      decided_at timestamptz not null,
      version integer not null default 1,
      constraint pk_reservations primary key (jit, party),
      constraint fk_reservations_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_reservations_jit_decided_by foreign key (jit, decided_by) references members (jit, id)
    )
"""
DECIDES = """
create function decides_releases() returns boolean language sql stable set search_path = public, pg_temp
  return 'leader' = any (asking_roles()) and not exists (
    select 1 from reservations r where r.jit = asking_jit() and r.party = asking_party() and r.judicial
       and not exists (select 1 from members m where m.jit = r.jit and m.id = asking_seat() and m.function = 'judicial'))
"""
WITHDRAWN = """
create function is_withdrawn(wanted uuid) returns boolean language sql stable set search_path = public, pg_temp
  return exists (select 1 from evidence e where e.id = wanted and e.status = 'withdrawn')
"""
_LEADS = "jit = asking_jit() and party = asking_party() and 'leader' = any (asking_roles())"
_JUDICIAL_LEADER = """exists (select 1 from members m where m.jit = reservations.jit and m.party = reservations.party
  and m.state = 'seated' and m.function = 'judicial' and 'leader' = any (m.roles))"""
_SET = f"{_LEADS} and decided_by = asking_seat() and (not judicial or {_JUDICIAL_LEADER})"

# As in 0019, but for who decides; a leader from whom it is withheld registers under the rules as a member does.
_DECIDED = (
    "(decides_releases() or under_rules(evidence, party, level, authorities, seats, not_before, until, purposes))"
)
INSERTED = (
    "jit = asking_jit() and originator = asking_party() and may_release(evidence)"
    f" and (party = asking_party() or (standing_gates(evidence, party) = '{{}}' and {_DECIDED}))"
)
_OWN = """exists (select 1 from releases r where r.jit = waiting_releases.jit and r.evidence = waiting_releases.evidence
  and r.party = asking_party() and r.originator = asking_party()
  and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0)"""
WANTED = (
    f"jit = asking_jit() and originator = asking_party() and {_DECIDED} and wanted_by = asking_seat() and {_OWN}"
    " and gates @> standing_gates(evidence, party)"
)
# As in 0002, and a withdrawal lowers everybody to listed.
UPDATED = """jit = asking_jit() and originator = asking_party() and 'leader' = any (asking_roles())
  and (decides_releases() or (level = 1 and is_withdrawn(evidence)))"""
DELETED = "jit = asking_jit() and originator = asking_party() and party <> originator and decides_releases()"
RULES = "jit = asking_jit() and party = asking_party() and decides_releases()"

# As in 0012, and whether its party reserves what the roles would give.
TAKE_SEAT = """
create function take_seat(who uuid, wanted uuid, with_head boolean default false)
  returns table (seat uuid, ledger_origin text, code text, name text, party uuid, party_code text, party_kind text,
                 authority uuid, authority_code text, roles text[], "function" text, reserved boolean, head bigint)
  language plpgsql volatile as $$
#variable_conflict use_column
begin
  perform set_config('app.account', who::text, true), set_config('app.jit', wanted::text, true),
          set_config('app.party', '', true), set_config('app.authority', '', true),
          set_config('app.seat', '', true), set_config('app.roles', '{}', true);
  select m.id, j.ledger_origin, m.code, m.name, m.party, p.code, p.kind, m.authority, a.code, m.roles, m.function
    into seat, ledger_origin, code, name, party, party_code, party_kind, authority, authority_code, roles, "function"
    from members m
    join jits j on j.id = m.jit
    left join parties p on p.jit = m.jit and p.id = m.party
    left join authorities a on a.jit = m.jit and a.party = m.party and a.id = m.authority
   where m.account = who and m.jit = wanted and m.state = 'seated'
     and (m.until is null or m.until > statement_timestamp()) and (m.party is null or p.status = 'active');
  if not found then
    perform set_config('app.jit', '', true);
    return;
  end if;
  perform set_config('app.party', coalesce(party::text, ''), true),
          set_config('app.authority', coalesce(authority::text, ''), true),
          set_config('app.seat', seat::text, true), set_config('app.roles', roles::text, true);
  reserved := false;
  if "function" <> 'judicial' and 'leader' = any (roles) then
    reserved := exists (select 1 from reservations r where r.jit = wanted and r.party = take_seat.party and r.judicial);
  end if;
  if with_head then
    head := ledger_head(wanted);
  end if;
  return next;
end $$
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(RESERVATIONS)
    op.execute("alter table reservations enable row level security")
    op.execute("alter table reservations force row level security")
    op.execute(
        "create policy seen on reservations for select to liaison_app using ((jit = asking_jit() and party = asking_party())"
        " or exists (select 1 from members m where m.jit = reservations.jit and m.party = reservations.party"
        " and m.account = asking_account() and m.state = 'seated'))"
    )
    op.execute(f"create policy inserted on reservations for insert to liaison_app with check ({_SET})")
    op.execute(DECIDES)
    op.execute(WITHDRAWN)
    op.execute("revoke all on function decides_releases, is_withdrawn from public")
    op.execute("grant execute on function decides_releases, is_withdrawn to liaison_app")
    op.execute(
        f"create policy updated on reservations for update to liaison_app"
        f" using ({_LEADS} and (decides_releases() or not {_JUDICIAL_LEADER})) with check ({_SET})"
    )
    op.execute(
        "grant select, insert, update (judicial, decided_by, decided_at, version) on reservations to liaison_app"
    )
    op.execute(f"alter policy inserted on releases with check ({INSERTED})")
    op.execute(f"alter policy inserted on waiting_releases with check ({WANTED})")
    op.execute(f"alter policy updated on releases with check ({UPDATED})")
    op.execute(f"alter policy deleted on releases using ({DELETED})")
    op.execute(
        f"alter policy inserted on access_rules with check ({RULES} and decided_by = asking_seat() and state = 'active' and version = 1)"
    )
    op.execute(
        f"alter policy updated on access_rules using ({RULES} and state = 'active')"
        f" with check ({RULES} and decided_by = asking_seat())"
    )
    op.execute("drop function take_seat(uuid, uuid, boolean)")
    op.execute(TAKE_SEAT)
    op.execute("revoke all on function take_seat from public")
    op.execute("grant execute on function take_seat to liaison_app")


def downgrade() -> None:
    raise RuntimeError(
        "What a party reserves to its judicial seats would be open to others; restore a backup made before."
    )
