"""What an action day leaves: results of actions and the exhibits made of them, debriefs, and the line for the press.

A result is read by who reads its action's plan, and recorded by the action's party; that an exhibit came of it, by who sees both. Each party
debriefs for itself, and approves one version of the media line for itself: a changed text has no approval.

Revision: 0070, after 0069
"""

from alembic import op

revision = "0070"
down_revision = "0069"
branch_labels = None
depends_on = None

TABLES = {
    "action_results": """
    create table action_results (
      id uuid not null constraint pk_action_results primary key,
      jit uuid not null,
      action uuid not null,
      party uuid not null,
      seat uuid not null,
      key uuid not null,
      kind text not null constraint ck_action_results_kind check (kind in ('search', 'arrest', 'seizure', 'wallet')),
      count integer not null constraint ck_action_results_count check (count between 1 and 100000),
      text text not null,
      occurred_at timestamptz not null,
      recorded_at timestamptz not null,
      constraint uq_action_results_jit_seat_key unique (jit, seat, key),
      constraint uq_action_results_jit_id unique (jit, id),
      constraint ck_action_results_occurred check (occurred_at <= recorded_at + interval '1 minute'),
      constraint fk_action_results_jit_action foreign key (jit, action) references actions (jit, id),
      constraint fk_action_results_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_action_results_jit_seat foreign key (jit, seat) references members (jit, id)
    )
    """,
    "result_links": """
    create table result_links (
      result uuid not null,
      evidence uuid not null,
      jit uuid not null,
      linked_by uuid not null,
      linked_at timestamptz not null,
      constraint pk_result_links primary key (result, evidence),
      constraint fk_result_links_jit_result foreign key (jit, result) references action_results (jit, id),
      constraint fk_result_links_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_result_links_jit_linked_by foreign key (jit, linked_by) references members (jit, id)
    )
    """,
    "media_lines": """
    create table media_lines (
      operation uuid not null constraint pk_media_lines primary key,
      jit uuid not null,
      text text not null,
      embargo_at timestamptz not null,
      embargo_zone text not null,
      written_by uuid not null,
      written_at timestamptz not null,
      version integer not null,
      constraint fk_media_lines_jit_operation foreign key (jit, operation) references operations (jit, id),
      constraint fk_media_lines_jit_written_by foreign key (jit, written_by) references members (jit, id)
    )
    """,
    "media_approvals": """
    create table media_approvals (
      operation uuid not null,
      party uuid not null,
      line_version integer not null,
      jit uuid not null,
      approved_by uuid not null,
      approved_at timestamptz not null,
      constraint pk_media_approvals primary key (operation, party, line_version),
      constraint fk_media_approvals_jit_operation foreign key (jit, operation) references operations (jit, id),
      constraint fk_media_approvals_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_media_approvals_jit_approved_by foreign key (jit, approved_by) references members (jit, id)
    )
    """,
    "debriefs": """
    create table debriefs (
      operation uuid not null,
      party uuid not null,
      jit uuid not null,
      text text not null,
      said_by uuid not null,
      said_at timestamptz not null,
      version integer not null,
      constraint pk_debriefs primary key (operation, party),
      constraint fk_debriefs_jit_operation foreign key (jit, operation) references operations (jit, id),
      constraint fk_debriefs_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_debriefs_jit_said_by foreign key (jit, said_by) references members (jit, id)
    )
    """,
}
INDEXES = (
    "create index ix_action_results_action_id on action_results (action, id)",
    "create index ix_result_links_evidence on result_links (evidence)",
)
_PEOPLE = "asking_roles() && array['leader', 'member']"
_NOW = "{} between statement_timestamp() - interval '1 minute' and statement_timestamp() + interval '1 minute'"
_READS = "exists (select 1 from action_plans p where p.action = action_results.action)"
_DAY = "exists (select 1 from operations o where o.id = {}.operation{})"
_OWN_DAY = " and asking_party() = any (o.parties)"
_LINE = """jit = asking_jit() and written_by = asking_seat() and exists (select 1 from operations o where o.id = media_lines.operation
  and (asking_party() = any (o.parties) and 'leader' = any (asking_roles()) or 'coordinator' = any (asking_roles())))"""
_DEBRIEF = (
    f"jit = asking_jit() and party = asking_party() and said_by = asking_seat() and {_PEOPLE}"
    f" and {_DAY.format('debriefs', _OWN_DAY)}"
)
_OWN = "exists (select 1 from actions a where a.id = action_results.action and a.party = asking_party())"
_AS_IT_READS = """exists (select 1 from media_lines l
  where l.operation = media_approvals.operation and l.version = media_approvals.line_version)"""
_RESULT = "exists (select 1 from action_results r where r.id = result_links.result{})"
_EXHIBIT = "exists (select 1 from evidence e where e.id = result_links.evidence)"

POLICIES = (
    ("action_results", "select", f"using (jit = asking_jit() and {_READS})"),
    (
        "action_results",
        "insert",
        (
            f"with check (jit = asking_jit() and party = asking_party() and seat = asking_seat() and {_PEOPLE}"
            f" and {_NOW.format('recorded_at')} and {_OWN})"
        ),
    ),
    ("result_links", "select", f"using (jit = asking_jit() and {_RESULT.format('')} and {_EXHIBIT})"),
    (
        "result_links",
        "insert",
        (
            f"with check (jit = asking_jit() and linked_by = asking_seat() and {_PEOPLE}"
            f" and {_RESULT.format(' and r.party = asking_party()')} and {_EXHIBIT})"
        ),
    ),
    ("media_lines", "select", f"using (jit = asking_jit() and {_DAY.format('media_lines', '')})"),
    ("media_lines", "insert", f"with check ({_LINE} and version = 1)"),
    ("media_lines", "update", f"using (jit = asking_jit()) with check ({_LINE})"),
    ("media_approvals", "select", f"using (jit = asking_jit() and {_DAY.format('media_approvals', '')})"),
    (
        "media_approvals",
        "insert",
        (
            "with check (jit = asking_jit() and party = asking_party() and approved_by = asking_seat()"
            f" and 'leader' = any (asking_roles()) and {_NOW.format('approved_at')}"
            f" and {_DAY.format('media_approvals', _OWN_DAY)} and {_AS_IT_READS})"
        ),
    ),
    ("debriefs", "select", f"using (jit = asking_jit() and {_DAY.format('debriefs', '')})"),
    ("debriefs", "insert", f"with check ({_DEBRIEF})"),
    ("debriefs", "update", f"using (jit = asking_jit() and party = asking_party()) with check ({_DEBRIEF})"),
)
_NAMES = {"select": "seen", "insert": "inserted", "update": "updated"}
GRANTS = (
    "grant select, insert on action_results, result_links, media_approvals to liaison_app",
    (
        "grant select, insert, update (text, embargo_at, embargo_zone, written_by, written_at, version)"
        " on media_lines to liaison_app"
    ),
    "grant select, insert, update (text, said_by, said_at, version) on debriefs to liaison_app",
)
# A text that is changed under its version would keep what was approved for another.
COUNTED = """
    create function next_media_line() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if new.version <> old.version + 1 then
        raise exception 'a media line that is changed has the next version' using errcode = '42501';
      end if;
      return new;
    end $$
"""
#: What they say of people: erasable, as in ledger/erasable.py.
ERASABLE = {
    "action.result_recorded": ("text",),
    "media_line.written": ("text",),
    "operation.debriefed": ("text",),
}


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES.values(), *INDEXES, COUNTED):
        op.execute(statement)
    op.execute("revoke all on function next_media_line from public")
    op.execute("create trigger counted before update on media_lines for each row execute function next_media_line()")
    for table in TABLES:
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"select guard_closed('{table}')")
    for table, act, rule in POLICIES:
        op.execute(f"create policy {_NAMES[act]} on {table} for {act} to liaison_app {rule}")
    for statement in GRANTS:
        op.execute(statement)
    whole = "select pg_get_functiondef('is_erasable(text, text)'::regprocedure)"
    said = op.get_bind().exec_driver_sql(whole).scalar_one()
    first = "WHEN 'acquisition.corrected'::text"
    assert said.count(first) == 1, said
    more = "".join(
        f"WHEN '{kind}'::text THEN field in ({', '.join(map(repr, names))}) " for kind, names in ERASABLE.items()
    )
    op.execute(said.replace(first, more + first))


def downgrade() -> None:
    raise RuntimeError("Results and what was said of them would be lost; restore a backup made before.")
