"""Standing rules: a table of each party's own, and what a member may register under them.

A member's release rows for other parties are admitted where every rule that speaks of the new exhibit admits as much, in
the transaction that registers it and never after: the same as `access/rules.py` says, held by the database too.

Revision: 0015, after 0014
"""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

TABLE = (
    """
    create table access_rules (
      id uuid primary key,
      jit uuid not null,
      party uuid not null,
      code text not null,
      category text,
      handling text,
      to_party uuid,
      to_kind text,
      level smallint not null,
      authorities uuid[],
      seats uuid[],
      not_before timestamptz,
      until timestamptz,
      purposes text[],
      clause text not null,
      state text not null,
      decided_by uuid not null,
      decided_at timestamptz not null,
      version integer not null default 1,
      constraint uq_access_rules_jit_party_code unique (jit, party, code),
      constraint fk_access_rules_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_access_rules_jit_to_party foreign key (jit, to_party) references parties (jit, id),
      constraint fk_access_rules_jit_decided_by foreign key (jit, decided_by) references members (jit, id),
      constraint ck_access_rules_level check (level between 0 and 3),
      constraint ck_access_rules_state check (state in ('active', 'retired')),
      constraint ck_access_rules_window check (until > not_before),
      constraint ck_access_rules_recipient check (to_party is null or to_kind is null),
      constraint ck_access_rules_to_another check (to_party is distinct from party),
      constraint ck_access_rules_named check (to_party is not null or (authorities is null and seats is null))
    )
    """,
    """
    create unique index uq_access_rules_cell on access_rules (jit, party, category, handling, to_party, to_kind)
      nulls not distinct where state = 'active'
    """,
    "alter table releases add column by_hand uuid[]",
    "alter table access_rules enable row level security",
    "alter table access_rules force row level security",
)

_LEADS = "jit = asking_jit() and party = asking_party() and 'leader' = any (asking_roles())"
POLICIES = (
    (
        "seen",
        "select",
        (
            "using (jit = asking_jit() and party = asking_party()"
            " and asking_roles() && array['leader', 'member', 'coordinator', 'auditor'])"
        ),
    ),
    (
        "inserted",
        "insert",
        f"with check ({_LEADS} and decided_by = asking_seat() and state = 'active' and version = 1)",
    ),
    (
        "updated",
        "update",
        f"using ({_LEADS} and state = 'active') with check ({_LEADS} and decided_by = asking_seat())",
    ),
)

UNDER_RULES = """
create function under_rules(
    wanted uuid, addressed uuid, given smallint, to_authorities uuid[], to_seats uuid[],
    starts timestamptz, ends timestamptz, for_purposes text[])
  returns boolean language sql stable set search_path = public, pg_temp
  return coalesce((
    select count(*) > 0 and bool_and(
        given <= r.level
        and (r.authorities is null or coalesce(to_authorities <@ r.authorities, false))
        and (r.seats is null or coalesce(to_seats <@ r.seats, false))
        and (r.not_before is null or coalesce(starts >= r.not_before, false))
        and (r.until is null or coalesce(ends <= r.until, false))
        and (r.purposes is null or coalesce(for_purposes <@ r.purposes, false)))
      from evidence e
      join parties p on p.jit = e.jit and p.id = addressed
      join access_rules r on r.jit = e.jit and r.party = e.originator and r.state = 'active'
        and (r.category is null or r.category = e.category) and (r.handling is null or r.handling = any (e.handling))
        and (r.to_party is null or r.to_party = p.id) and (r.to_kind is null or r.to_kind = p.kind)
     where e.id = wanted and e.jit = asking_jit() and e.originator = asking_party() and e.registered_by = asking_seat()
       and 'member' = any (asking_roles())
       and p.status = 'active' and p.kind not in ('third_country', 'judicial_authority')
       and (e.tlp in ('AMBER', 'GREEN', 'CLEAR') or (e.tlp = 'RED' and to_seats is not null)
            or (e.tlp = 'AMBER_STRICT' and cardinality(to_authorities) = 1))
       -- Once the exhibit has an entry, it is registered: from then on its releases are a leader's affair.
       and not exists (select 1 from headers h where h.evidence = e.id)), false)
"""
_OWN_ROW = "jit = asking_jit() and originator = asking_party() and may_release(evidence)"
_ANOTHERS = (
    "'leader' = any (asking_roles())"
    " or under_rules(evidence, party, level, authorities, seats, not_before, until, purposes)"
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLE:
        op.execute(statement)
    for name, act, rule in POLICIES:
        op.execute(f"create policy {name} on access_rules for {act} to liaison_app {rule}")
    op.execute(
        "grant select, insert, update (level, authorities, seats, not_before, until, purposes, clause, state, decided_by,"
        " decided_at, version) on access_rules to liaison_app"
    )
    op.execute("grant update (by_hand) on releases to liaison_app")
    op.execute(UNDER_RULES)
    op.execute("revoke all on function under_rules from public")
    op.execute("grant execute on function under_rules to liaison_app")
    op.execute(f"alter policy inserted on releases with check ({_OWN_ROW} and (party = asking_party() or {_ANOTHERS}))")


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(
        f"alter policy inserted on releases with check ({_OWN_ROW}"
        " and (party = asking_party() or 'leader' = any (asking_roles())))"
    )
    op.execute("drop function under_rules")
    op.execute("alter table releases drop column by_hand")
    op.execute("drop table access_rules")
