"""What is erased of an action day's entries is gone from the day's rows too, and each says since when.

Such a row says the very words of its entry. With the field goes what stands in the row: a do-not-touch entry's, a line's and a result's for
good; of a plan, a debrief and the line for the press whatever still reads the same. A dash takes its place; `erased` names the column and
the moment, until somebody says it anew. Nobody but the erasure sets it: so it alone changes such a row without an entry of its kind.

Revision: 0088, after 0087
"""

from alembic import op

revision = "0088"
down_revision = "0087"
branch_labels = None
depends_on = None

#: In the place of words that are gone, as in 0062.
GONE = "\N{EM DASH}"
PLAN = ("objective", "place", "team", "interpreter", "risk", "contingency", "channel")
TABLES = ("protected", "operation_reports", "action_results", "action_plans", "debriefs", "media_lines")
_AT = "to_jsonb(statement_timestamp())"
_TEXT = f"text = '{GONE}', erased = jsonb_build_object('text', {_AT})"
_OF = "{0}.jit = h.jit and {0}.{1} = (h.subject::jsonb ->> '{2}')::uuid"
_PLANNED = ",\n        ".join(f"{one} = case when '{one}' = any (gone) then '{GONE}' else p.{one} end" for one in PLAN)
FORGET = f"""
    create function forget_of_day() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      h headers;
      said jsonb := old.value::jsonb;
      word text := old.value::jsonb #>> '{{}}';
      gone text[];
    begin
      select * into h from headers x where x.entry = old.entry;
      case h.kind
      when 'protected.entered' then
        update protected p set
          subject = case old.name when 'subject_name' then '{GONE}' else p.subject end,
          reason = case old.name when 'reason' then '{GONE}' else p.reason end,
          erased = p.erased || jsonb_build_object(case old.name when 'subject_name' then 'subject' else 'reason' end, {_AT})
         where {_OF.format("p", "id", "protected")} and old.name in ('subject_name', 'reason');
      when 'operation.reported' then
        update operation_reports r set {_TEXT} where {_OF.format("r", "id", "report")};
      when 'action.result_recorded' then
        update action_results r set {_TEXT} where {_OF.format("r", "id", "result")};
      when 'operation.debriefed' then
        update debriefs d set {_TEXT}, version = d.version + 1
         where {_OF.format("d", "operation", "operation")} and d.party = h.party and d.text = word;
      when 'media_line.written' then
        update media_lines l set {_TEXT}, version = l.version + 1
         where {_OF.format("l", "operation", "operation")} and l.text = word;
      when 'action.planned', 'action.changed' then
        select array_agg(v.name) into gone from action_plans p cross join jsonb_each_text(to_jsonb(p)) v (name, stands)
         where {_OF.format("p", "action", "action")} and v.name in ({", ".join(f"'{one}'" for one in PLAN)})
           and case h.kind when 'action.planned' then v.name = old.name and v.stands = word
                 else v.stands in (said -> v.name ->> 'from', said -> v.name ->> 'to') end;
        update action_plans p set
        {_PLANNED},
        version = p.version + 1, erased = p.erased || (select jsonb_object_agg(n, {_AT}) from unnest(gone) n)
         where {_OF.format("p", "action", "action")} and gone is not null;
      else
        null;
      end case;
      return null;
    end $$
"""  # noqa: S608 - constants of this file
# What a seat says anew stands, and was not erased.
KEEP = """
    create function keep_what_was_erased() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if current_user <> 'liaison_app' then return new; end if;
      if tg_op = 'INSERT' then
        new.erased := '{}';
        return new;
      end if;
      new.erased := coalesce((
        select jsonb_object_agg(e.key, e.value) from jsonb_each(old.erased) e
         where to_jsonb(new) -> e.key is not distinct from to_jsonb(old) -> e.key), '{}');
      return new;
    end $$
"""
NAMES = ("subject_name", "reason", "text", "changes", *PLAN)
TRIGGERS = (
    f"""
    create trigger forgotten_of_day after delete on fields for each row
      when (old.name in ({", ".join(f"'{one}'" for one in NAMES)})) execute function forget_of_day()
    """,
    *(
        f"create trigger erased before insert or update on {table} for each row execute function keep_what_was_erased()"
        for table in TABLES
    ),
    "revoke all on function forget_of_day, keep_what_was_erased from public",
)
POLICIES = tuple(
    f"create policy erasing on {table} to liaison_owner"
    " using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '')"
    for table in TABLES
)
#: Those of 0076 that an erasure would meet: (name, table, act, when, kind, under which name it names the row, by which column).
_SAID = "new.erased <@ old.erased"
ENTERED = (
    ("entered_08", "action_plans", "update", _SAID, "action.changed,action.shared", "action", "action"),
    ("entered_13", "protected", "update", _SAID, "protected.lifted", "protected", "id"),
    ("entered_14", "media_lines", "update", _SAID, "media_line.written", "operation", "operation"),
    ("entered_16", "debriefs", "update", _SAID, "operation.debriefed", "operation", "operation"),
    ("entered_17", "media_lines", "insert", "true", "media_line.written", "operation", "operation"),
    ("entered_18", "debriefs", "insert", "true", "operation.debriefed", "operation", "operation"),
)
#: What was erased before: of rows that say their entry's words for good. (table, column, kind, field, name of the row)
BEFORE = (
    ("protected", "subject", "protected.entered", "subject_name", "protected"),
    ("protected", "reason", "protected.entered", "reason", "protected"),
    ("operation_reports", "text", "operation.reported", "text", "report"),
    ("action_results", "text", "action.result_recorded", "text", "result"),
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for table in TABLES:
        op.execute(f"alter table {table} add column erased jsonb not null default '{{}}'")
    for statement in (FORGET, KEEP, *TRIGGERS, *POLICIES):
        op.execute(statement)
    for name, table, act, when, kind, subject, column in ENTERED:
        op.execute(f"drop trigger if exists {name} on {table}")
        op.execute(
            f"create constraint trigger {name} after {act} on {table} deferrable initially deferred for each row"
            f" when ({when}) execute function demand_entered_about('{{{kind}}}', '{subject}', '{column}')"
        )
    _forget_what_was_erased()


def _forget_what_was_erased() -> None:
    """Forced row-level security would hide every row from the owner, and a closed team would refuse the change (as in 0075)."""
    for table in ("protected", "operation_reports", "action_results"):
        op.execute(f"alter table {table} no force row level security")
        op.execute(f"alter table {table} disable trigger closed_update")
    for table, column, kind, field, name in BEFORE:
        op.execute(
            f"""
            update {table} r set {column} = '{GONE}', erased = r.erased || jsonb_build_object('{column}', to_jsonb(x.erased_at))
              from erased_fields x join headers h on h.entry = x.entry
             where h.jit = r.jit and h.kind = '{kind}' and x.name = '{field}' and h.subject::jsonb ->> '{name}' = r.id::text
            """  # noqa: S608 - constants of this file
        )
    op.execute("set constraints all immediate")
    for table in ("protected", "operation_reports", "action_results"):
        op.execute(f"alter table {table} enable always trigger closed_update")
        op.execute(f"alter table {table} force row level security")


def downgrade() -> None:
    raise RuntimeError("What was erased from the ledger would be said again; restore a backup made before.")
