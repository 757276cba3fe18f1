"""The search walks by plans that are made once, and asks a release for the words before anything else.

A release row carries the words that its exhibit is searched by, so that a party's own rows decide a search by words alone,
and with facets the exhibit is fetched only where the words fit. Each order has a statement of its own, whose plan a
connection keeps: making it anew cost more than carrying it out. The walk goes row by row by key whatever the statistics say;
before, a word and a category that looked rare were fetched from the whole team's index and compared with every row.

Revision: 0013, after 0012
"""

from importlib import import_module
from typing import Final

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_BEFORE: Final = import_module("migrations.versions.0008_evidence_list")

#: What narrows beside words: whether it is asked for, and what then holds of the exhibit `e`. Parameters in braces.
_FACETS: Final = (
    ("of_originator is not null", "e.originator = {of_originator}"),
    ("of_kind is not null", "e.kind = {of_kind}"),
    ("of_category is not null", "e.category = {of_category}"),
    ("of_status is not null", "e.status = {of_status}"),
    ("of_handling is not null", "e.handling @> array[{of_handling}]"),
    ("of_tlp is not null", "e.tlp = {of_tlp}"),
    # To whom an exhibit was released is known of one's own row, and of all rows to its originator where it may know them.
    (
        "released_to is not null",
        """exists (select from releases o where o.jit = e.jit and o.party = {released_to} and o.evidence = e.id
             and ({whole} or {released_to} = {own}
                  or (o.originator = {own} and admitted(3::smallint, null, o.own_seats, null, null) > 0)))""",
    ),
    (
        "acquired",
        """exists (select from provenances p where p.evidence = e.id
             and p.acquired_at >= coalesce({acquired_from}, '-infinity')
             and p.acquired_at < coalesce({acquired_before}, 'infinity'))""",
    ),
)
_ASKED: Final = (
    "of_originator", "of_kind", "of_category", "of_status", "of_handling", "of_tlp", "released_to", "acquired_from",
    "acquired_before", "whole", "own",
)  # fmt: skip
_LEVEL: Final = "admitted(r.level, r.authorities, r.seats, r.not_before, r.until)"
#: Each order: its column in releases and in evidence, and the variable that holds the place behind which a page begins.
_ORDERS: Final = {
    "newest": (),
    "title": ("title_key", "after_text"),
    "number": ("exhibit_number", "after_text"),
    "size": ("files_bytes", "after_size"),
}
_NAMES: Final = {order: "('newest', 'oldest')" if order == "newest" else f"('{order}')" for order in _ORDERS}


def _walk(order: str, way: str, *, whole: bool) -> str:
    """Row by row in one order until a page is full, among the `near` next rows."""
    row, ident = ("e", "e.id") if whole else ("r", "r.evidence")
    column, mark = ([f"{row}.{_ORDERS[order][0]}"], [_ORDERS[order][1]]) if _ORDERS[order] else ([], [])
    ordering = ", ".join(f"{one} {way}" for one in [*column, ident])
    # Team and party stand in the comparison too, so that only an index of the party's own rows can serve it.
    keys, marks = (["e.jit"], ["team"]) if whole else (["r.jit", "r.party"], ["team", "own"])
    behind = f"({', '.join([*keys, *column, ident])}) {'<' if way == 'desc' else '>'} ({', '.join([*marks, *mark, 'after'])})"
    facets = " and ".join(
        f"(not ({asked}) or {holds.format(**{name: name for name in _ASKED})})" for asked, holds in _FACETS
    )
    if whole:
        return f"""
            return query
            select e.id, 1
              from (select * from evidence e where e.jit = team and {behind} order by {ordering} limit near) e
             where 1 >= of_level and e.search_key like first and e.search_key like all (others) and {facets}
             order by {ordering} limit wanted"""  # noqa: S608 - the parts are constants of this file
    return f"""
            return query
            select r.evidence, {_LEVEL}
              from (select * from releases r where r.jit = team and r.party = own and r.effective and {behind}
                     order by {ordering} limit near) r
             where r.search_key like first and r.search_key like all (others) and {_LEVEL} >= of_level
               and (not faceted or exists (select from evidence e where e.id = r.evidence and {facets}))
             order by {ordering} limit wanted"""  # noqa: S608


def _walks() -> str:
    """The statement of each order, as PL/pgSQL: each has a plan of its own, made when it is first asked for."""
    branches = [
        (f"{is_whole}whole and order_by in {_NAMES[order]} and {is_down}descending", whole, order, way)
        for whole, is_whole in ((False, "not "), (True, ""))
        for order in _ORDERS
        for way, is_down in (("asc", "not "), ("desc", ""))
    ]
    said = (f"if {when} then{_walk(order, way, whole=whole)};\n" for when, whole, order, way in branches)
    return "      els".join(said) + "      end if;"


def _hits() -> str:
    """What is asked for beside words, as a piece of a statement that is made anew: an index serves what it really asks."""
    numbers = {name: f"${place}" for place, name in enumerate(_ASKED, 1)}
    pieces = ((asked, holds.format(**numbers).replace("'", "''")) for asked, holds in _FACETS)
    return "\n".join(f"    || case when {asked} then ' and {holds}' else '' end" for asked, holds in pieces)


# As before it takes no seat: who asks stands in the transaction's settings, and every row passes `admitted`, as in the
# policies; what it finds is read through the policies once more by whoever called it. At most `near` of the party's own rows
# are walked, so that the time says nothing of what others hold while a list is no longer than that; only then the index over
# the whole team is asked. `order_by`: as the list's orders, without their minus. `after_key` and `after_id`: the place behind which the page begins.
SEARCH: Final = rf"""
create or replace function search_pool(
    words text[], of_originator uuid, of_kind text, of_category text, of_status text, of_handling text, of_tlp text,
    of_level integer, released_to uuid, acquired_from timestamptz, acquired_before timestamptz,
    order_by text, descending boolean, after_key text, after_id uuid, wanted integer)
  returns table (evidence uuid, level integer)
  language plpgsql stable security definer set search_path = public, pg_temp
  set jit = off set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_sort = off
  set enable_bitmapscan = off set max_parallel_workers_per_gather = 0 set plan_cache_mode = force_generic_plan as $$
declare
  team constant uuid := asking_jit();
  own constant uuid := asking_party();
  whole constant boolean := asking_as_jit_auditor();
  acquired constant boolean := acquired_from is not null or acquired_before is not null;
  faceted constant boolean := acquired or released_to is not null or num_nonnulls(
    of_originator, of_kind, of_category, of_status, of_handling, of_tlp) > 0;
  -- Words stand in the rows themselves; for anything else the exhibit is fetched.
  near constant integer := case when words is null then 4000 else 20000 end;
  patterns constant text[] := array(select '%' || word || '%' from unnest(words) word);
  -- One word tells most rows apart; the others are asked of the rows where it stands.
  first constant text := coalesce(patterns[1], '%');
  others constant text[] := patterns[2:];
  -- Where no page was before this one: the end of every order.
  after constant uuid := coalesce(after_id, case when descending then 'ffffffff-ffff-ffff-ffff-ffffffffffff' else
    '00000000-0000-0000-0000-000000000000' end::uuid);
  after_text constant text := case when after_id is not null then after_key when descending then repeat(chr(1114111), 121)
    else '' end;
  after_size constant bigint := case when after_id is null then case when descending then 9223372036854775807 else -1 end
    when order_by = 'size' then after_key::bigint end;
  sorted constant text := case order_by when 'title' then 'r.title_key' when 'number' then 'r.exhibit_number'
                                        when 'size' then 'r.files_bytes' end;
  way constant text := case when descending then 'desc' else 'asc' end;
  rows_ text;
  behind text;
  matching text;
  word text;
  found integer;
  seen integer;
begin
  if team is null or (own is null and not whole) then
    return;
  end if;
  -- What is known from `readable` on is not found out by asking for it.
  of_level := greatest(of_level, case when acquired then 2 else 1 end);
  {_walks()}
  get diagnostics found = row_count;
  if found >= wanted then
    return;
  end if;
  -- The party's rows behind the mark, or, for the auditor of the whole team, the exhibits, under the same names.
  rows_ := case when whole
    then format('(select e.id as evidence, 1 as lvl, e.title_key, e.exhibit_number, e.files_bytes from evidence e'
                ' where e.jit = %L) r', team)
    else format('(select r.evidence, {_LEVEL} as lvl, r.title_key, r.exhibit_number, r.files_bytes from releases r'
                ' where r.jit = %L and r.party = %L and r.effective) r', team, own) end;
  behind := case when sorted is null then format('r.evidence %s %L', case when descending then '<' else '>' end, after)
    else format('(%s, r.evidence) %s (%L, %L)', sorted, case when descending then '<' else '>' end,
                case order_by when 'size' then after_size::text else after_text end, after) end;
  execute format('select count(*) from (select from %s where %s limit %s) c', rows_, behind, near) into seen;
  if seen < near then
    return;  -- those were all
  end if;
  matching := format('e.jit = %L', team);
  foreach word in array patterns loop
    matching := matching || format(' and e.search_key like %L', word);
  end loop;
  matching := matching
{_hits()};
  perform set_config('enable_bitmapscan', 'on', true), set_config('enable_sort', 'on', true);
  return query execute format(
    'with hits as materialized (select e.id from evidence e where %s)'
    ' select r.evidence, r.lvl from hits join %s on r.evidence = hits.id where %s and r.lvl >= %s'
    ' order by %s limit %s offset %s',
    matching, rows_, behind, of_level, concat_ws(', ', sorted || ' ' || way, 'r.evidence ' || way),
    wanted - found, found)
    using {", ".join(_ASKED)};
end $$
"""  # noqa: S608

COLUMN: Final = (
    'alter table releases add column search_key text collate "C"',
    """
    update releases r set search_key = e.search_key from evidence e where e.jit = r.jit and e.id = r.evidence
    """,
)


def _copies(columns: tuple[str, ...]) -> tuple[str, str]:
    """The two triggers' functions that copy these columns of an exhibit into its releases."""
    said = ", ".join(f"e.{one}" for one in columns)
    into = ", ".join(f"new.{one}" for one in columns)
    became = ", ".join(f"{one} = new.{one}" for one in columns)
    held = ", ".join(f"r.{one}" for one in columns)
    return (
        f"""
        create or replace function copy_to_release() returns trigger
          language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          select {said} into {into} from evidence e where e.jit = new.jit and e.id = new.evidence;
          return new;
        end $$
        """,  # noqa: S608
        f"""
        create or replace function copy_to_releases() returns trigger
          language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update releases r set {became}
           where r.jit = new.jit and r.evidence = new.id and ({held}) is distinct from ({into});
          return null;
        end $$
        """,  # noqa: S608
    )


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*COLUMN, *_copies(("title_key", "search_key", "exhibit_number", "files_bytes")), SEARCH):
        op.execute(statement)


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(_BEFORE.SEARCH.replace("create function", "create or replace function", 1))
    for statement in _copies(("title_key", "exhibit_number", "files_bytes")):
        op.execute(statement)
    op.execute("alter table releases drop column search_key")
