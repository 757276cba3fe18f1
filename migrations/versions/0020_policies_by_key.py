"""Policies look up by key what they depend on, and ask once who asks where many rows pass.

A policy that demands a row elsewhere (`exists (…)`) was planned twice: by key for each row, and as a table of all such rows.
Policies stand on policies, four deep from a position of the ledger to a release, so that a statement had hundreds of plans
within: 20 ms to make, and half a millisecond to begin, for a row. `offset 0` keeps the first alone. Who asks stands in
settings that were read, and taken apart, a dozen times for each row of a list; on releases and exhibits that is once now.

What a policy admits is what it admitted: the texts are taken from the catalogue as they stand, whoever wrote them.

Revision: 0020, after 0019
"""

import re
from typing import Final

from alembic import op
from sqlalchemy import text

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

#: Tables of which a list goes through many rows.
MANY: Final = ("releases", "evidence")

# Who asks, as far as a release looks at it: one word, so that it is looked at once.
STANDING = """
create function asking_standing() returns text language sql stable parallel safe
  return case when 'auditor' = any (asking_roles()) then 'auditor'
              when asking_roles() && array['leader', 'member'] then 'member'
              when 'coordinator' = any (asking_roles()) then 'coordinator'
              else '' end
"""
# The rule of `admitted`, of an asker that the caller names: each is looked at in one place, so that a subquery may stand for it
# and the function still dissolves into the statement.
ADMITS = """
create function admits(level smallint, authorities uuid[], seats uuid[], not_before timestamptz, until timestamptz,
                       seat uuid, authority uuid, standing text)
  returns integer language sql stable parallel safe
  return case
    when not_before > statement_timestamp() or until <= statement_timestamp() then 0
    when seats is not null and not coalesce(seat = any (seats), false) then 0
    when authorities is not null and not coalesce(authority = any (authorities), false) then 0
    else case standing
      when 'auditor' then case when authorities is null then least(level, 1) else 0 end
      when 'member' then level
      when 'coordinator' then case when seats is not null then level when authorities is null then least(level, 1) else 0 end
      else case when seats is not null then level else 0 end
    end
  end
"""
ADMITTED = """
create or replace function admitted(level smallint, authorities uuid[], seats uuid[], not_before timestamptz,
                                    until timestamptz)
  returns integer language sql stable parallel safe
  return admits(level, authorities, seats, not_before, until, asking_seat(), asking_authority(), asking_standing())
"""
ONCE: Final = "(select asking_seat()), (select asking_authority()), (select asking_standing())"

# As in 0011. That a header may be read is the policy of positions behind what was published: it was asked for twice. The plan
# is made once for a connection: made for one position, it looks cheaper each time, and making it is all that costs.
LEDGER_HEAD = """
create or replace function ledger_head(wanted uuid) returns bigint language plpgsql stable
  set plan_cache_mode = force_generic_plan as $$
declare
  published bigint;
begin
  select coalesce(max(c.size), 0) - 1 into published from checkpoints c where c.jit = wanted;
  return coalesce(
    (select p.position from positions p where p.jit = wanted and p.position > published order by p.position desc limit 1),
    published);
end $$
"""
# As in 0002, called for each field and each hearer of an entry: with plans of their own, in half the time.
WRITING = (
    """
    create or replace function is_new_entry(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
    begin
      perform from headers h where h.entry = wanted;
      return not found;
    end $$
    """,
    """
    create or replace function may_address(wanted uuid) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
    begin
      perform from headers h where h.entry = wanted;
      return not found or ('leader' = any (asking_roles()) and exists (
        select from headers h join evidence e on e.id = h.evidence
         where h.entry = wanted and h.jit = asking_jit() and e.originator = asking_party()));
    end $$
    """,
)
#: The search walks a party's rows: where each is asked at which level it admits, who asks is a value of the function.
LEVEL: Final = "admitted(r.level, r.authorities, r.seats, r.not_before, r.until)"
_WALKED: Final = (
    (
        "declare\n",
        """declare
  my_seat constant uuid := asking_seat();
  my_authority constant uuid := asking_authority();
  my_standing constant text := asking_standing();
""",
    ),
    (
        f"select r.evidence, {LEVEL}\n",
        f"select r.evidence, admits({LEVEL[9:-1]}, my_seat, my_authority, my_standing)\n",
    ),
    (f"and {LEVEL} >= of_level", f"and admits({LEVEL[9:-1]}, my_seat, my_authority, my_standing) >= of_level"),
)
_SEARCH: Final = "select pg_get_functiondef(oid) from pg_proc where proname = 'search_pool'"
_POLICIES: Final = """
    select c.relname as "table", p.polname as policy, p.polcmd::text as command,
           pg_get_expr(p.polqual, p.polrelid) as "using", pg_get_expr(p.polwithcheck, p.polrelid) as "with check"
      from pg_policy p join pg_class c on c.oid = p.polrelid
     where c.relnamespace = 'public'::regnamespace
"""


def by_key(condition: str) -> str:
    """Every `exists` of a condition, as PostgreSQL writes it, held to looking by key for one row at a time."""
    at = 0
    while (at := condition.find("EXISTS (", at)) >= 0:
        at += len("EXISTS (")
        end = _closing(condition, at)
        if not condition[at:end].endswith("OFFSET 0"):
            condition = f"{condition[:end]} OFFSET 0{condition[end:]}"
    return condition


def asking_once(condition: str) -> str:
    """Who asks, looked up once a statement instead of once a row."""
    at = 0
    while (at := condition.find("admitted(", at)) >= 0:
        end = _closing(condition, at + len("admitted("))
        condition = f"{condition[:at]}admits({condition[at + len('admitted(') : end]}, {ONCE}{condition[end:]}"
    condition = re.sub(
        r"(?<!select )asking_roles\(\)", "((select asking_roles())::text[])", condition, flags=re.IGNORECASE
    )
    return re.sub(r"(?<!select )(asking_\w+\(\))", r"(select \1)", condition, flags=re.IGNORECASE)


def _closing(condition: str, at: int) -> int:
    """Where the parenthesis closes that was opened just before."""
    depth = 1
    while depth:
        depth += {"(": 1, ")": -1}.get(condition[at], 0)
        at += 1
    return at - 1


def rewrite() -> None:
    """Every policy as it stands, by key; those of `MANY` asking once."""
    for row in op.get_bind().execute(text(_POLICIES)).mappings().all():
        said = ""
        for clause in ("using", "with check"):
            if row[clause] is not None:
                condition = by_key(row[clause])
                if row["table"] in MANY and row["command"] == "r":
                    condition = asking_once(condition)
                said += f" {clause} ({condition})"
        op.execute(f"alter policy {row['policy']} on {row['table']}{said}")


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (STANDING, ADMITS, ADMITTED, LEDGER_HEAD, *WRITING):
        op.execute(statement)
    search = op.get_bind().execute(text(_SEARCH)).scalar_one()
    for before, after in _WALKED:
        assert before in search, before
        search = search.replace(before, after)
    op.get_bind().exec_driver_sql(search)
    rewrite()


def downgrade() -> None:
    raise RuntimeError("The policies would have to be written anew; restore a backup made before.")
