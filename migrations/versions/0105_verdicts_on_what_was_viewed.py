"""Verdicts on what was viewed, a sample that the team agrees on, and a controller whom somebody else designates or confirms.

A page that was delivered to a reviewer, within an opening for its verdict, is a row of `viewings`. A controller who designated
herself is none before a leader of another party confirmed it: such a designation of before waits too.

Revision: 0105, after 0104
"""

from alembic import op

revision = "0105"
down_revision = "0104"
branch_labels = None
depends_on = None

_WITHIN = "check ({0} >= '1900-01-01 00:00:00+00' and {0} < '2200-01-01 00:00:00+00')"
STATEMENTS = (
    f"""
    create table viewings (
      opening uuid not null constraint fk_viewings_opening references openings (id),
      file uuid not null,
      jit uuid not null,
      evidence uuid not null,
      seat uuid not null,
      viewed_at timestamptz not null,
      constraint pk_viewings primary key (opening, file),
      constraint fk_viewings_jit_evidence_file foreign key (jit, evidence, file) references files (jit, evidence, id),
      constraint fk_viewings_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint ck_viewings_viewed_at_within {_WITHIN.format("viewed_at")}
    )
    """,
    "create index ix_viewings_evidence_seat on viewings (evidence, seat)",
    "alter table viewings enable row level security",
    "alter table viewings force row level security",
    "create policy seen on viewings for select to liaison_app using (jit = asking_jit() and seat = asking_seat())",
    """
    create policy inserted on viewings for insert to liaison_app with check (jit = asking_jit() and seat = asking_seat()
      and exists (select 1 from openings o where o.id = viewings.opening and o.evidence = viewings.evidence
                     and o.seat = asking_seat() and o.act in ('verify', 'filter')))
    """,
    "grant select, insert on viewings to liaison_app",
    "select guard_closed('viewings')",
    """
    alter table jits add column review_sample integer not null default 50
      constraint ck_jits_review_sample check (review_sample between 10 and 10000)
    """,
    "grant update (review_sample) on jits to liaison_app",
    """
    create constraint trigger review_sample_entered after update of review_sample on jits deferrable initially deferred
      for each row when (old.review_sample is distinct from new.review_sample)
      execute function demand_entered_of_team('{review.sample_agreed}')
    """,
    f"""
    create table controller_confirmations (
      controller uuid not null constraint pk_controller_confirmations primary key
        constraint fk_controller_confirmations_controller references controllers (id),
      jit uuid not null,
      confirmed_by uuid not null,
      confirmed_at timestamptz not null,
      constraint fk_controller_confirmations_jit_confirmed_by foreign key (jit, confirmed_by) references members (jit, id),
      constraint ck_controller_confirmations_confirmed_at_within {_WITHIN.format("confirmed_at")}
    )
    """,
    "alter table controller_confirmations enable row level security",
    "alter table controller_confirmations force row level security",
    "create policy definer on controller_confirmations to liaison_owner using (true)",
    "create policy seen on controller_confirmations for select to liaison_app using (jit = asking_jit())",
    """
    create policy inserted on controller_confirmations for insert to liaison_app with check (jit = asking_jit()
      and confirmed_by = asking_seat() and 'leader' = any (asking_roles())
      and exists (select 1 from controllers c join members m on m.jit = c.jit and m.id = c.seat
                   where c.id = controller_confirmations.controller and c.jit = asking_jit() and m.party <> asking_party()))
    """,
    "grant select, insert on controller_confirmations to liaison_app",
    "select guard_closed('controller_confirmations')",
    # As in 0024, of designations that somebody else than the named made, or confirmed.
    """
    create or replace function controller_designated() returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select 1 from members m join parties p on p.jit = m.jit and p.id = m.party and p.status = 'active'
         where m.jit = asking_jit() and m.state = 'seated' and 'administrator' = any (m.roles)
           and (m.until is null or m.until > statement_timestamp())
           and m.id = (select c.seat from controllers c
                        where c.jit = asking_jit() and (c.designated_by <> c.seat or exists (
                          select 1 from controller_confirmations k where k.controller = c.id))
                        order by c.id desc limit 1))
    """,
    # Whether the last designation of a team is this seat's own, and nobody has confirmed it.
    """
    create function controller_waits(team uuid, wanted uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select 1 from controllers c
         where c.id = (select l.id from controllers l where l.jit = team order by l.id desc limit 1)
           and c.seat = wanted and c.designated_by = wanted
           and not exists (select 1 from controller_confirmations k where k.controller = c.id))
    """,
    "revoke all on function controller_waits from public",
    "grant execute on function controller_waits to liaison_app, liaison_engine",
)
#: That a designation waits concerns somebody until it is confirmed, or another is entered.
PROPOSED = "(notifications.kind <> 'member.proposed'::text) OR (x.state = 'proposed'::text)"
WAITS = f"({PROPOSED}) AND ((notifications.kind <> 'controller.designated'::text) OR controller_waits(x.jit, x.id))"


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)
    asked = (
        "select pg_get_expr(p.polqual, p.polrelid) from pg_policy p"
        " where p.polrelid = 'notifications'::regclass and p.polname = 'seen'"
    )
    said = op.get_bind().exec_driver_sql(asked).scalar_one()
    assert said.count(PROPOSED) == 1, said
    for policy in ("seen", "updated"):
        op.execute(f"alter policy {policy} on notifications using ({said.replace(PROPOSED, WAITS)})")


def downgrade() -> None:
    raise RuntimeError("What was viewed and confirmed would be lost; restore a backup made before.")
