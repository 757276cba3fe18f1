"""Who may have a bundle of which profile, held by the database too; how far one is; how long one is kept.

`may_export` is the twin of `access/exporting.py` and of `decide` for the act of bundling: it runs as its caller, whose row-level
security on exhibits and releases it stands on.

Revision: 0047, after 0046
"""

from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    alter table exports
      add column party uuid,
      add column exhibits uuid[],
      add column written integer not null default 0,
      add column total integer,
      add column expires_at timestamptz,
      add constraint fk_exports_jit_party foreign key (jit, party) references parties (jit, id),
      drop constraint ck_exports_profile,
      drop constraint ck_exports_state,
      drop constraint ck_exports_scope,
      add constraint ck_exports_profile
        check (profile in ('court', 'supervisory_authority', 'member_state', 'defence', 'statistics', 'archive')),
      add constraint ck_exports_state check (state in ('queued', 'running', 'ready', 'failed', 'cancelled', 'expired')),
      add constraint ck_exports_scope check (
        (profile = 'court') = (evidence is not null) and (profile = 'defence') = (exhibits is not null)
        and (party is null or profile not in ('court', 'defence'))
        and (party is not null or profile <> 'member_state')
        and (exhibits is null or cardinality(exhibits) between 1 and 50))
    """,
    "create index ix_exports_expires_at on exports (expires_at) where state = 'ready'",
    "grant update (written, total, expires_at) on exports to liaison_app, liaison_engine",
    # Whether the asker may take an exhibit's custody into a bundle: it obtained it, or audits, or its use in court is allowed.
    """
    create function may_bundle(wanted uuid) returns boolean language sql stable set search_path = public, pg_temp
      return asking_roles() && array['leader', 'member', 'auditor'] and exists (
        select 1 from evidence e
         cross join lateral (select obtained_by(asking_party(), e.originator, e.joint) as own) o
         cross join lateral (select exists (
           select 1 from releases r where r.jit = e.jit and r.evidence = e.id and r.party = asking_party() and r.court_use
              and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0) as court_use) c
         where e.id = wanted and e.jit = asking_jit()
           and (o.own or 'auditor' = any (asking_roles()) or c.court_use and e.status = 'active')
           and not ('H1' = any (e.handling) and not c.court_use and (e.bound or not o.own)))
    """,
    """
    create function may_export(profile text, evidence uuid, exhibits uuid[], party uuid) returns boolean
      language sql stable set search_path = public, pg_temp
      return case profile
        when 'court' then may_bundle(evidence)
        when 'defence' then asking_roles() && array['leader', 'member'] and not 'auditor' = any (asking_roles())
          and exists (select 1 from members m where m.id = asking_seat() and m.jit = asking_jit() and m.function = 'judicial')
          and not exists (select 1 from unnest(exhibits) x (evidence) where not may_bundle(x.evidence))
        when 'supervisory_authority' then 'auditor' = any (asking_roles())
          and (asking_as_jit_auditor() or coalesce(party = asking_party(), false))
        else coalesce(party = asking_party(), false) and asking_roles() && array['leader', 'auditor']
          or party is null and asking_as_jit_auditor() and profile in ('statistics', 'archive')
      end
    """,
    """
    alter policy inserted on exports with check (jit = asking_jit() and requested_by = asking_seat()
      and account = asking_account() and state = 'queued' and may_export(profile, evidence, exhibits, party))
    """,
    "revoke all on function may_bundle, may_export from public",
    "grant execute on function may_bundle, may_export to liaison_app",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Bundles of other profiles may have been asked for; restore a backup made before.")
