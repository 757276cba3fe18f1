"""Working sessions: a purpose and a justification that many openings of one seat carry, for eight hours at most.

A row is its seat's alone, begun in its own name and never changed but by its end; no seat has two that are open. An opening
that names one was made while it was open, by the same sign-in, for its purpose: that is said beside what every opening needs.

Revision: 0029, after 0028
"""

from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table working_sessions (
      id uuid not null constraint pk_working_sessions primary key,
      jit uuid not null,
      seat uuid not null,
      session uuid not null,
      task uuid,
      purpose text not null,
      justification text not null,
      begun_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz,
      ended text constraint ck_working_sessions_ended check (ended in ('hand', 'clock', 'sign_out', 'seat')),
      constraint uq_working_sessions_jit_seat_id unique (jit, seat, id),
      constraint ck_working_sessions_lasts check (expires_at > begun_at and expires_at <= begun_at + interval '8 hours'),
      constraint ck_working_sessions_end check ((ended_at is null) = (ended is null)),
      constraint fk_working_sessions_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint fk_working_sessions_session foreign key (session) references sessions (id),
      constraint fk_working_sessions_jit_task foreign key (jit, task) references tasks (jit, id)
    )
    """,
    "create unique index ix_working_sessions_seat on working_sessions (seat) where ended_at is null",
    "create index ix_working_sessions_session on working_sessions (session)",
    "alter table openings add column working_session uuid",
    """
    alter table openings add constraint fk_openings_jit_seat_working_session
      foreign key (jit, seat, working_session) references working_sessions (jit, seat, id)
    """,
    "create index ix_openings_working_session on openings (working_session) where working_session is not null",
)
OWN = "jit = asking_jit() and seat = asking_seat()"
BEGUN = f"""{OWN} and ended_at is null
  and begun_at > statement_timestamp() - interval '1 minute' and begun_at < statement_timestamp() + interval '1 minute'
  and (task is null or exists (select 1 from tasks t where t.id = working_sessions.task and t.assignee = asking_seat()))"""  # noqa: S608 - constants of this file
WITHIN = """working_session is null or (
  opened_at > statement_timestamp() - interval '1 minute' and exists (
    select 1 from working_sessions w where w.id = openings.working_session and w.seat = openings.seat
       and w.session = openings.session and w.purpose = openings.purpose and w.ended_at is null
       and openings.opened_at >= w.begun_at and openings.opened_at < w.expires_at and openings.expires_at <= w.expires_at))"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)
    op.execute("alter table working_sessions enable row level security")
    op.execute("alter table working_sessions force row level security")
    op.execute(f"create policy seen on working_sessions for select to liaison_app using ({OWN})")
    op.execute(f"create policy inserted on working_sessions for insert to liaison_app with check ({BEGUN})")
    op.execute(
        f"create policy updated on working_sessions for update to liaison_app using ({OWN} and ended_at is null)"
        f" with check ({OWN} and ended_at is not null)"
    )
    op.execute(f"create policy within on openings as restrictive for insert to liaison_app with check ({WITHIN})")
    op.execute("create policy engine on working_sessions to liaison_engine using (true) with check (true)")
    op.execute("grant select, insert, update (ended_at, ended) on working_sessions to liaison_app")
    op.execute(
        "grant select (id, jit, seat, session, expires_at, ended_at), update (ended_at, ended) on working_sessions to liaison_engine"
    )
    op.execute("grant select (working_session) on openings to liaison_engine")


def downgrade() -> None:
    raise RuntimeError("What openings rested on would be lost; restore a backup made before.")
