"""What is erased of an action day is erased in the day's turn, as its people change it.

An erasure that came between a change's reading and its writing was written over, and what was gone was entered anew; and one that waited
for a change put its dash over what that had just said. Both wait for each other now, and read what stands once it is their turn. Of a
change goes what it says of the authorisation, too; and of a line for the press that is a dash by now nobody approves anything.

And an action moves after all its moves: each that was a little earlier than the one before led it back without end.

Revision: 0092, after 0091
"""

from alembic import op

revision = "0092"
down_revision = "0091"
branch_labels = None
depends_on = None

#: In the place of words that are gone, as in 0062 and 0088.
GONE = "\N{EM DASH}"
PLAN = ("objective", "place", "team", "interpreter", "risk", "contingency", "channel")
#: Of the authorisation, which a change says as one: its words, and not from when until when it holds.
WARRANT = ("authorisation_kind", "authorisation_reference")
#: As in services/operations.py: an erasure has little patience, and takes its next turn.
_TURN = "pg_advisory_xact_lock(hashtextextended('liaison-operation ' || (h.subject::jsonb ->> 'operation'), 0))"
_AT = "to_jsonb(statement_timestamp())"
_TEXT = f"text = '{GONE}', erased = jsonb_build_object('text', {_AT})"
_OF = "{0}.jit = h.jit and {0}.{1} = (h.subject::jsonb ->> '{2}')::uuid"
_PLANNED = ",\n        ".join(
    f"{one} = case when '{one}' = any (gone) then '{GONE}' else p.{one} end" for one in (*PLAN, *WARRANT)
)
KINDS = (
    "protected.entered",
    "operation.reported",
    "action.result_recorded",
    "operation.debriefed",
    "media_line.written",
    "action.planned",
    "action.changed",
)
FORGET = f"""
    create or replace function forget_of_day() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      h headers;
      said jsonb := old.value::jsonb;
      word text := old.value::jsonb #>> '{{}}';
      gone text[];
    begin
      select * into h from headers x where x.entry = old.entry;
      if h.kind in ({", ".join(f"'{one}'" for one in KINDS)}) then
        perform {_TURN};
      end if;
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
        perform 1 from action_plans p where {_OF.format("p", "action", "action")} for update;
        select array_agg(v.name) into gone from action_plans p cross join jsonb_each_text(to_jsonb(p)) v (name, stands)
         where {_OF.format("p", "action", "action")} and v.name in ({", ".join(f"'{one}'" for one in (*PLAN, *WARRANT))})
           and case h.kind when 'action.planned' then v.name = old.name and v.stands = word
                 else v.stands in (said -> v.name ->> 'from', said -> v.name ->> 'to',
                   said #>> array['authorisation', 'from', replace(v.name, 'authorisation_', '')],
                   said #>> array['authorisation', 'to', replace(v.name, 'authorisation_', '')]) end;
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
_NOW = "{0} between statement_timestamp() - interval '1 minute' and statement_timestamp() + interval '1 minute'"
#: As in 0085, and of words that stand.
APPROVED = f"""
    jit = asking_jit() and party = asking_party() and approved_by = asking_seat() and 'leader' = any (asking_roles())
    and {_NOW.format("approved_at")}
    and exists (select 1 from operations o where o.id = media_approvals.operation and o.jit = media_approvals.jit
                  and asking_party() = any (o.parties) and (o.told_at is not null or o.author_party = asking_party()))
    and exists (select 1 from media_lines l where l.operation = media_approvals.operation and l.version = media_approvals.line_version
                  and not l.erased ? 'text')
"""  # noqa: S608 - constants of this file
#: As in 0084, but after the greatest moment of all its moves, as in services/operation_times.py.
KEEP = """
    create or replace function keep_action() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if current_user <> 'liaison_app' then return new; end if;
      if new.state = old.state then
        if new.since_at <> old.since_at then
          raise exception 'an action is in its state since it came to it' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end if;
      if not exists (select 1 from action_steps() s where s.former = old.state and s.state = new.state
                       and (not s.led or 'leader' = any (asking_roles()))) then
        raise exception 'an action goes step by step' using errcode = 'insufficient_privilege';
      end if;
      if new.since_at > statement_timestamp() + clock_skew() + interval '1 minute'
         or new.since_at < (select max(v.occurred_at) from action_moves v where v.action = old.id) - 2 * clock_skew() then
        raise exception 'an action moves after it moved before' using errcode = 'check_violation';
      end if;
      return new;
    end $$
"""
STATEMENTS = (
    FORGET,
    "revoke all on function forget_of_day from public",
    KEEP,
    f"alter policy inserted on media_approvals with check ({APPROVED})",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Words that were erased would be entered anew; restore a backup made before.")
