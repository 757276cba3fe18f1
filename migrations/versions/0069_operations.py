"""Action days: the day, the parties' words, actions by line and by plan, their moves, reports, and what nobody touches.

A draft is its author's party's and the coordinators'. An action is its party's: a row of the board is seen by others as it shares it,
its plan only where it is wholly shared. What is protected is seen by its party and by those it tells. Each party speaks and acts for itself.

Revision: 0069, after 0068
"""

from alembic import op

revision = "0069"
down_revision = "0068"
branch_labels = None
depends_on = None

OPERATIONS = """
    create table operations (
      id uuid not null constraint pk_operations primary key,
      jit uuid not null,
      title text not null,
      kind text not null constraint ck_operations_kind check (kind in ('real', 'rehearsal')),
      state text not null constraint ck_operations_state check (state in ('draft', 'planned', 'live', 'closed')),
      h_at timestamptz not null,
      h_zone text not null,
      parties uuid[] not null constraint ck_operations_parties check (cardinality(parties) between 1 and 50),
      author uuid not null,
      author_party uuid not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      live_at timestamptz,
      closed_at timestamptz,
      version integer not null default 1,
      constraint uq_operations_jit_id unique (jit, id),
      constraint ck_operations_closed check ((state = 'closed') = (closed_at is not null)),
      constraint fk_operations_jit_author foreign key (jit, author) references members (jit, id),
      constraint fk_operations_jit_author_party foreign key (jit, author_party) references parties (jit, id)
    )
"""
WORDS = """
    create table operation_words (
      operation uuid not null,
      party uuid not null,
      jit uuid not null,
      word text constraint ck_operation_words_word check (word in ('go', 'no_go')),
      reason text,
      said_by uuid not null,
      said_at timestamptz not null,
      said_for timestamptz not null,
      constraint pk_operation_words primary key (operation, party),
      constraint fk_operation_words_jit_operation foreign key (jit, operation) references operations (jit, id),
      constraint fk_operation_words_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_operation_words_jit_said_by foreign key (jit, said_by) references members (jit, id)
    )
"""
ACTIONS = """
    create table actions (
      id uuid not null constraint pk_actions primary key,
      jit uuid not null,
      operation uuid not null,
      party uuid not null,
      number text not null,
      sharing text not null constraint ck_actions_sharing check (sharing in ('whole', 'board', 'none')),
      state text not null constraint ck_actions_state
        check (state in ('planned', 'ready', 'go', 'executing', 'done', 'aborted')),
      since_at timestamptz not null,
      constraint uq_actions_operation_number unique (operation, number),
      constraint uq_actions_jit_id unique (jit, id),
      constraint fk_actions_jit_operation foreign key (jit, operation) references operations (jit, id),
      constraint fk_actions_jit_party foreign key (jit, party) references parties (jit, id)
    )
"""
PLANS = """
    create table action_plans (
      action uuid not null constraint pk_action_plans primary key,
      jit uuid not null,
      party uuid not null,
      objective text not null,
      place text,
      lead uuid not null,
      team text,
      interpreter text,
      risk text,
      contingency text,
      channel text,
      authorisation_kind text,
      authorisation_reference text,
      authorisation_from timestamptz,
      authorisation_until timestamptz,
      authorisation_zone text,
      updated_at timestamptz not null,
      version integer not null default 1,
      constraint ck_action_plans_authorisation check ((authorisation_kind is null) = (authorisation_reference is null)),
      constraint ck_action_plans_zone check (authorisation_zone is not null or authorisation_kind is null),
      constraint ck_action_plans_valid check (authorisation_from < authorisation_until),
      constraint fk_action_plans_jit_action foreign key (jit, action) references actions (jit, id),
      constraint fk_action_plans_jit_lead foreign key (jit, lead) references members (jit, id)
    )
"""
MOVES = """
    create table action_moves (
      id uuid not null constraint pk_action_moves primary key,
      jit uuid not null,
      action uuid not null,
      seat uuid not null,
      key uuid not null,
      former text not null,
      state text not null,
      reason text,
      occurred_at timestamptz not null,
      recorded_at timestamptz not null,
      constraint uq_action_moves_jit_seat_key unique (jit, seat, key),
      constraint ck_action_moves_occurred check (occurred_at <= recorded_at + interval '1 minute'),
      constraint fk_action_moves_jit_action foreign key (jit, action) references actions (jit, id),
      constraint fk_action_moves_jit_seat foreign key (jit, seat) references members (jit, id)
    )
"""
REPORTS = """
    create table operation_reports (
      id uuid not null constraint pk_operation_reports primary key,
      jit uuid not null,
      operation uuid not null,
      party uuid not null,
      seat uuid not null,
      key uuid not null,
      kind text not null constraint ck_operation_reports_kind check (kind in ('incident', 'decision')),
      text text not null,
      shared boolean not null,
      occurred_at timestamptz not null,
      recorded_at timestamptz not null,
      constraint uq_operation_reports_jit_seat_key unique (jit, seat, key),
      constraint ck_operation_reports_decided check (kind = 'incident' or shared),
      constraint ck_operation_reports_occurred check (occurred_at <= recorded_at + interval '1 minute'),
      constraint fk_operation_reports_jit_operation foreign key (jit, operation) references operations (jit, id),
      constraint fk_operation_reports_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_operation_reports_jit_seat foreign key (jit, seat) references members (jit, id)
    )
"""
PROTECTED = """
    create table protected (
      id uuid not null constraint pk_protected primary key,
      jit uuid not null,
      operation uuid not null,
      party uuid not null,
      seat uuid not null,
      kind text not null constraint ck_protected_kind check (kind in ('person', 'place', 'account')),
      subject text not null,
      reason text not null,
      told uuid[] not null,
      entered_at timestamptz not null,
      lifted_at timestamptz,
      lifted_reason text,
      constraint uq_protected_jit_id unique (jit, id),
      constraint ck_protected_lifted check ((lifted_at is null) = (lifted_reason is null)),
      constraint fk_protected_jit_operation foreign key (jit, operation) references operations (jit, id),
      constraint fk_protected_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_protected_jit_seat foreign key (jit, seat) references members (jit, id)
    )
"""
INDEXES = (
    "create index ix_action_moves_action_id on action_moves (action, id)",
    "create index ix_operation_reports_operation_id on operation_reports (operation, id)",
    "create index ix_protected_operation_id on protected (operation, id)",
)
TABLES = {
    "operations": OPERATIONS,
    "operation_words": WORDS,
    "actions": ACTIONS,
    "action_plans": PLANS,
    "action_moves": MOVES,
    "operation_reports": REPORTS,
    "protected": PROTECTED,
}

_PEOPLE = "asking_roles() && array['leader', 'member']"
_OWN = "party = asking_party() and asking_roles() && array['leader', 'member', 'coordinator']"
_ACTS = f"jit = asking_jit() and party = asking_party() and {_PEOPLE}"
_NOW = "{0} between statement_timestamp() - interval '1 minute' and statement_timestamp() + interval '1 minute'"
# The coordinators of the team run the day; a draft is its author's party's, and planned it is that of all who take part.
_RUNS = """jit = asking_jit() and ('coordinator' = any (asking_roles())
  or (author_party = asking_party() and 'leader' = any (asking_roles())))"""
_SEES = f"""jit = asking_jit() and ('coordinator' = any (asking_roles()) or (author_party = asking_party() and {_PEOPLE})
  or (state <> 'draft' and asking_party() = any (parties)
      and asking_roles() && array['leader', 'member', 'participant', 'liaison']))"""
# One day of which a row is a child, as far as the asker sees it.
_DAY = "exists (select 1 from operations o where o.id = {table}.operation and o.jit = {table}.jit{more})"
_TAKES_PART = " and asking_party() = any (o.parties) and o.state <> 'closed'"
_LINE = "exists (select 1 from actions a where a.id = {table}.action and a.jit = {table}.jit{more})"


def _day(table: str, more: str = "") -> str:
    return _DAY.format(table=table, more=more)


def _line(table: str, more: str = "") -> str:
    return _LINE.format(table=table, more=more)


_LEAD = "exists (select 1 from members m where m.jit = action_plans.jit and m.id = lead and m.party = action_plans.party and {})"
_SEATED, _SAT = _LEAD.format("m.state = 'seated'"), _LEAD.format("m.state in ('seated', 'ended', 'suspended')")
_SAID = f"""jit = asking_jit() and party = asking_party() and said_by = asking_seat() and 'leader' = any (asking_roles())
  and {_NOW.format("said_at")} and {_day("operation_words", f"{_TAKES_PART} and o.h_at = said_for and o.h_at > statement_timestamp()")}"""
_TOLD = " and told <@ o.parties and not asking_party() = any (told)"

POLICIES = (
    ("operations", "select", f"using ({_SEES})"),
    (
        "operations",
        "insert",
        (
            "with check (jit = asking_jit() and author = asking_seat() and author_party = asking_party() and state = 'draft'"
            f" and asking_roles() && array['leader', 'coordinator'] and {_NOW.format('created_at')})"
        ),
    ),
    ("operations", "update", f"using ({_RUNS}) with check ({_RUNS})"),
    ("operation_words", "select", f"using (jit = asking_jit() and {_day('operation_words')})"),
    ("operation_words", "insert", f"with check ({_SAID})"),
    ("operation_words", "update", f"using (jit = asking_jit() and party = asking_party()) with check ({_SAID})"),
    (
        "actions",
        "select",
        f"using (jit = asking_jit() and ({_OWN} or sharing in ('board', 'whole')) and {_day('actions')})",
    ),
    ("actions", "insert", f"with check ({_ACTS} and state = 'planned' and {_day('actions', _TAKES_PART)})"),
    ("actions", "update", f"using ({_ACTS}) with check ({_ACTS})"),
    (
        "action_plans",
        "select",
        "using (jit = asking_jit() and (" + _OWN + " or " + _line("action_plans", " and a.sharing = 'whole'") + "))",
    ),
    (
        "action_plans",
        "insert",
        f"with check ({_ACTS} and {_line('action_plans', ' and a.party = asking_party()')} and {_SEATED})",
    ),
    (
        "action_plans",
        "update",
        f"using ({_ACTS}) with check ({_ACTS} and {_SAT})",
    ),
    (
        "action_moves",
        "select",
        "using (jit = asking_jit() and exists (select 1 from action_plans p where p.action = action_moves.action))",
    ),
    (
        "action_moves",
        "insert",
        (
            f"with check (jit = asking_jit() and seat = asking_seat() and {_PEOPLE} and {_NOW.format('recorded_at')}"
            f" and {_line('action_moves', ' and a.party = asking_party()')})"
        ),
    ),
    (
        "operation_reports",
        "select",
        f"using (jit = asking_jit() and (shared or party = asking_party()) and {_day('operation_reports')})",
    ),
    (
        "operation_reports",
        "insert",
        (
            "with check (jit = asking_jit() and party = asking_party() and seat = asking_seat()"
            " and (kind = 'incident' or asking_roles() && array['leader', 'coordinator'])"
            f" and {_NOW.format('recorded_at')} and {_day('operation_reports')})"
        ),
    ),
    (
        "protected",
        "select",
        (
            "using (jit = asking_jit() and (party = asking_party() or asking_party() = any (told))"
            f" and asking_roles() && array['leader', 'member', 'coordinator'] and {_day('protected')})"
        ),
    ),
    (
        "protected",
        "insert",
        (
            f"with check ({_ACTS} and seat = asking_seat() and {_NOW.format('entered_at')} and lifted_at is null"
            f" and {_day('protected', _TAKES_PART + _TOLD)})"
        ),
    ),
    (
        "protected",
        "update",
        f"using ({_ACTS} and lifted_at is null) with check ({_ACTS} and {_NOW.format('lifted_at')})",
    ),
)
_NAMES = {"select": "seen", "insert": "inserted", "update": "updated"}
GRANTS = (
    (
        "grant select, insert, update (title, kind, state, h_at, h_zone, parties, updated_at, live_at, closed_at, version)"
        " on operations to liaison_app"
    ),
    "grant select, insert, update (word, reason, said_by, said_at, said_for) on operation_words to liaison_app",
    "grant select, insert, update (sharing, state, since_at) on actions to liaison_app",
    (
        "grant select, insert, update (objective, place, lead, team, interpreter, risk, contingency, channel,"
        " authorisation_kind, authorisation_reference, authorisation_from, authorisation_until, authorisation_zone,"
        " updated_at, version) on action_plans to liaison_app"
    ),
    "grant select, insert on action_moves, operation_reports to liaison_app",
    "grant select, insert, update (lifted_at, lifted_reason) on protected to liaison_app",
)
#: What the entries of an action day say of people: erasable, as in ledger/erasable.py.
ERASABLE = {
    "action.changed": ("changes",),
    "action.planned": ("objective", "place", "team", "interpreter", "risk", "contingency", "channel"),
    "operation.reported": ("text",),
    "protected.entered": ("subject_name",),
}


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES.values(), *INDEXES):
        op.execute(statement)
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
    raise RuntimeError("Plans and what was decided on them would be lost; restore a backup made before.")
