"""Notifications: what concerns a seat personally, found in the ledger by the worker, and e-mail that says no more than that.

A row keeps no content. It is read by its own seat alone, and only where that seat hears the fact and sees the subject at that very
moment: in lists, in counts, and before an e-mail is sent. Facts that were in a ledger before notify nobody.

Revision: 0068, after 0067
"""

from alembic import op

revision = "0068"
down_revision = "0067"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table mails (
      id uuid not null constraint pk_mails primary key,
      account uuid not null,
      occasion text not null constraint ck_mails_occasion check (occasion in ('notice', 'digest')),
      day date,
      state text not null constraint ck_mails_state check (state in ('queued', 'sent', 'dropped', 'failed')),
      made_at timestamptz not null,
      due_at timestamptz not null,
      tries integer not null default 0,
      sent_at timestamptz,
      problem text,
      constraint ck_mails_day check ((occasion = 'digest') = (day is not null)),
      constraint ck_mails_sent check ((state = 'sent') = (sent_at is not null)),
      constraint fk_mails_account foreign key (account) references accounts (id)
    )
    """,
    "create unique index ix_mails_waiting on mails (account) where occasion = 'notice' and state = 'queued'",
    "create unique index ix_mails_days on mails (account, day) where occasion = 'digest'",
    "create index ix_mails_due on mails (due_at) where state = 'queued'",
    "create index ix_mails_account_sent_at on mails (account, sent_at)",
    """
    create table notifications (
      id uuid not null constraint pk_notifications primary key,
      jit uuid not null,
      seat uuid not null,
      position bigint,
      moment timestamptz,
      kind text not null,
      noun text not null,
      subject uuid not null,
      urgency smallint not null constraint ck_notifications_urgency check (urgency between 0 and 2),
      at timestamptz not null,
      read_at timestamptz,
      reading uuid,
      dismissed_at timestamptz,
      mail uuid,
      version integer not null default 1,
      constraint uq_notifications_seat_position unique (seat, position),
      constraint uq_notifications_seat_kind_subject_moment unique (seat, kind, subject, moment),
      constraint ck_notifications_origin check ((position is null) <> (moment is null)),
      constraint ck_notifications_reading check (reading is null or read_at is not null),
      constraint fk_notifications_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint fk_notifications_mail foreign key (mail) references mails (id)
    )
    """,
    "create index ix_notifications_seat_id on notifications (seat, id) where dismissed_at is null",
    "create index ix_notifications_unread on notifications (seat, urgency, id) where read_at is null and dismissed_at is null",
    """
    create index ix_notifications_untold on notifications (seat)
      where mail is null and read_at is null and dismissed_at is null
    """,
    "create index ix_notifications_mail on notifications (mail)",
    """
    create table notification_cursors (
      jit uuid not null constraint pk_notification_cursors primary key,
      next bigint not null,
      constraint fk_notification_cursors_jit foreign key (jit) references jits (id)
    )
    """,
    """
    create table notification_preferences (
      account uuid not null constraint pk_notification_preferences primary key,
      by_mail boolean not null,
      mailing_since timestamptz,
      threshold smallint constraint ck_notification_preferences_threshold check (threshold between 0 and 2),
      digest_hour smallint constraint ck_notification_preferences_digest_hour check (digest_hour between 0 and 23),
      quiet_from time,
      quiet_to time,
      urgent_passes boolean not null,
      version integer not null default 1,
      constraint ck_notification_preferences_quiet check ((quiet_from is null) = (quiet_to is null) and quiet_from <> quiet_to),
      constraint ck_notification_preferences_mailing check (not by_mail or mailing_since is not null),
      constraint fk_notification_preferences_account foreign key (account) references accounts (id)
    )
    """,
)
# The subject as its own policy shows it to this seat now, and, of what waits for somebody, while it waits: what was done, by whomever,
# is over here too. A subject of another noun is none.
_SEEN = "exists (select 1 from {table} x where x.id = notifications.subject and {waits} offset 0)"
_WISHES = "('release.wanted', 'recall.wanted', 'evidence.court_use_wanted')"
_CASES = {
    noun: _SEEN.format(table=table, waits=waits)
    for noun, table, waits in (
        (
            "task",
            "tasks",
            "(notifications.moment is null or (x.due_at = notifications.moment and x.state in ('open', 'in_progress', 'blocked')))",
        ),
        (
            "evidence",
            "evidence",
            f"(notifications.kind not in {_WISHES} or exists (select 1 from waiting_releases w where w.evidence = x.id offset 0))",  # noqa: S608 - a constant of this file
        ),
        ("quarantine", "evidence", "x.verification = 'waiting'"),
        (
            "consent",
            "consents",
            (
                "(notifications.moment is null or x.due_at = notifications.moment)"
                " and (notifications.kind not in ('consent.requested', 'consent.due') or x.state in ('requested', 'seen'))"
            ),
        ),
        ("alert", "alerts", "x.owner = asking_seat() and x.acknowledged_at is null"),
        ("digest", "digests", "true"),
        ("handover", "handovers", "(notifications.kind <> 'custody.offered' or x.state = 'offered')"),
        ("copy", "copies", "x.state = 'out'"),
        ("flag", "flags", "(notifications.kind <> 'evidence.flagged' or x.decision is null)"),
        (
            "seat",
            "members",
            (
                "x.jit = asking_jit() and (notifications.moment is null or x.until = notifications.moment)"
                " and (notifications.kind <> 'member.proposed' or x.state = 'proposed')"
            ),
        ),
    )
}
_SUBJECT = "case noun " + " ".join(f"when '{noun}' then {seen}" for noun, seen in _CASES.items()) + " else false end"
# Who must look at what waits in quarantine sees the exhibit, and hears nothing of it: the subject alone decides.
_HEARD = """(position is null or noun = 'quarantine' or exists (
  select 1 from positions p join headers h on h.entry = p.entry
   where p.jit = notifications.jit and p.position = notifications.position offset 0))"""
OWN = "jit = asking_jit() and seat = asking_seat()"
SEEN = f"{OWN} and {_HEARD} and {_SUBJECT}"
MINE = "account = asking_account()"
POLICIES = (
    f"create policy seen on notifications for select to liaison_app using ({SEEN})",
    f"create policy updated on notifications for update to liaison_app using ({SEEN}) with check ({OWN})",
    "create policy seen on mails for select to liaison_app using (false)",
    "create policy seen on notification_cursors for select to liaison_app using (false)",
    f"create policy seen on notification_preferences for select to liaison_app using ({MINE})",
    f"create policy inserted on notification_preferences for insert to liaison_app with check ({MINE})",
    f"create policy updated on notification_preferences for update to liaison_app using ({MINE}) with check ({MINE})",
    "create policy engine on tasks for select to liaison_engine using (true)",
    "create policy engine on flags for select to liaison_engine using (true)",
)
GRANTS = (
    "grant select, update (read_at, reading, dismissed_at, version) on notifications to liaison_app",
    "grant select, insert, update on notification_preferences to liaison_app",
    "grant select, insert, update (mail), delete on notifications to liaison_engine",
    "grant select, insert, update (state, due_at, tries, sent_at, problem), delete on mails to liaison_engine",
    "grant select, insert, update (next) on notification_cursors to liaison_engine",
    "grant select on notification_preferences to liaison_engine",
    # Whom a thing concerns, and until when: no words.
    "grant select (id, jit, assigner, assignee, state, due_at) on tasks to liaison_engine",
    "grant select (id, jit, originator, seat) on flags to liaison_engine",
    "grant select (jit, party, offered_by, to_seat) on handovers to liaison_engine",
    "grant select (asker) on consents to liaison_engine",
    "grant select (time_zone) on accounts to liaison_engine",
)
# The owner is bound by row-level security too, but for this one moment.
BEGINNING = (
    "alter table trees no force row level security",
    "insert into notification_cursors (jit, next) select jit, size from trees",
    "alter table trees force row level security",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES, *BEGINNING):
        op.execute(statement)
    for table in ("notifications", "mails", "notification_cursors", "notification_preferences"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"create policy engine on {table} to liaison_engine using (true) with check (true)")
    for statement in (*POLICIES, *GRANTS):
        op.execute(statement)


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("revoke select on tasks, flags from liaison_engine")
    op.execute("drop policy engine on tasks")
    op.execute("drop policy engine on flags")
    for table in ("notifications", "mails", "notification_cursors", "notification_preferences"):
        op.execute(f"drop table {table}")
