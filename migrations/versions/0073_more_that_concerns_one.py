"""Notifications of messages, action days and briefings.

Each is judged as the others are: by the fact's own audience and the subject's own policy, and, of what waits for an answer, while it
waits. Talk is in no ledger: what tells of a mention in it is a row that hangs on the talk and goes with it, or with the name, at once.

Revision: 0073, after 0072
"""

from alembic import op

revision = "0073"
down_revision = "0072"
branch_labels = None
depends_on = None

COLUMNS = (
    """
    alter table notifications
      add column talk uuid,
      add constraint fk_notifications_jit_talk foreign key (jit, talk) references messages (jit, id) on delete cascade,
      add constraint ck_notifications_talk check ((noun = 'talk') = (talk is not null) and (talk is null or talk = subject))
    """,
    "create index ix_notifications_talk on notifications (talk)",
    "create index ix_messages_named on messages (at) where kind = 'talk' and mentions <> '{}'",
)
# Its own party has not spoken since it was asked, for the hour that stands.
_SILENT = """not exists (select 1 from operation_words w where w.operation = x.id and w.party = asking_party() and w.word is not null
    and w.said_for = x.h_at and w.said_at > notifications.at)"""
_REFUSED = (
    "exists (select 1 from operation_words w where w.operation = x.id and w.word = 'no_go' and w.said_for = x.h_at)"
)
_APPROVED = """exists (select 1 from media_approvals a where a.operation = x.operation and a.line_version = x.version
    and a.party = asking_party())"""
_LEADS = "'leader' = any (asking_roles())"
_SEEN = "exists (select 1 from {table} x where x.{key} = notifications.subject and {waits} offset 0)"
CASES = {
    noun: _SEEN.format(table=table, key=key, waits=waits)
    for noun, table, key, waits in (
        ("message", "messages", "id", "x.kind = 'decision' and asking_seat() = any (x.mentions)"),
        (
            "talk",
            "messages",
            "id",
            (
                "x.kind = 'talk' and asking_seat() = any (x.mentions) and x.number > coalesce((select r.number from read_marks r"
                " where r.channel = x.channel and r.seat = asking_seat()), 0)"
            ),
        ),
        (
            "operation",
            "operations",
            "id",
            (
                "x.state in ('planned', 'live') and x.h_at > statement_timestamp() and case notifications.kind"
                f" when 'operation.go_asked' then {_LEADS} and {_SILENT} else {_REFUSED} end"
            ),
        ),
        ("report", "operation_reports", "id", "x.kind = 'incident'"),
        ("result", "action_results", "id", "exists (select 1 from result_links l where l.result = x.id offset 0)"),
        (
            "media_line",
            "media_lines",
            "operation",
            f"{_LEADS} and not {_APPROVED}",
        ),
    )
} | {
    # A note is its entry alone: who hears that reads it, until it was read with the briefing.
    "note": (
        "not exists (select 1 from briefing_marks b where b.seat = asking_seat() and b.position >= notifications.position offset 0)"
    )
}
FUNCTIONS = (
    # It is there while the talk names the seat. Who takes that back waits for this, and takes it with it.
    """
    create function hold_mention() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform 1 from messages m where m.id = new.talk and m.kind = 'talk' and new.seat = any (m.mentions) for share;
      return case when found then new end;
    end $$
    """,
    """
    create function forget_mentions() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      delete from notifications n where n.talk = new.id and n.seat <> all (new.mentions);
      return null;
    end $$
    """,
    "revoke all on function hold_mention, forget_mentions from public",
    """
    create trigger held before insert on notifications for each row when (new.talk is not null)
      execute function hold_mention()
    """,
    """
    create trigger unnamed after update on messages for each row
      when (new.kind = 'talk' and new.mentions is distinct from old.mentions) execute function forget_mentions()
    """,
    "create policy forgetting on notifications to liaison_owner using (talk is not null)",
)
#: Whom a thing concerns, and whether it waits: no words.
ENGINE = {
    "messages": "id, jit, kind, seat, mentions, at",
    "operations": "id, jit, state, h_at, parties, author, author_party",
    "operation_words": "operation, party, jit, word, said_for",
    "operation_reports": "id, jit, kind",
    "action_results": "id, jit, seat",
    "media_lines": "operation, jit, version",
    "media_approvals": "operation, party, line_version, jit",
}


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*COLUMNS, *FUNCTIONS):
        op.execute(statement)
    for table, columns in ENGINE.items():
        op.execute(f"create policy engine on {table} for select to liaison_engine using (true)")
        op.execute(f"grant select ({columns}) on {table} to liaison_engine")
    _widen()


def _widen() -> None:
    """The rule as it stands, whoever added to it before, and these nouns."""
    asked = (
        "select pg_get_expr(p.polqual, p.polrelid) from pg_policy p"
        " where p.polrelid = 'notifications'::regclass and p.polname = 'seen'"
    )
    said = op.get_bind().exec_driver_sql(asked).scalar_one()
    assert said.count("ELSE false") == 1, said
    arms = " ".join(f"WHEN '{noun}' THEN {seen}" for noun, seen in CASES.items())
    wider = said.replace("ELSE false", f"{arms} ELSE false")
    for policy in ("seen", "updated"):
        op.execute(f"alter policy {policy} on notifications using ({wider})")


def downgrade() -> None:
    raise RuntimeError("What told of talk would outlive it; restore a backup made before.")
