"""Apply the part of the database schema that is code: functions, row-level security, grants and triggers.

There is one SQL file per table or group. Migrations change tables, and `apply` runs after them: if a file changed, it
drops everything of this kind and creates it again from the files, in the caller's transaction. Statements are separated
by empty lines. The order of the files does not matter.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import ProgrammingError

FOLDER: Final = Path(__file__).resolve().parent
_STAMP: Final = "select obj_description('alembic_version'::regclass)"


def apply(connection: Connection) -> bool:
    """Replace functions, policies, grants and triggers by those of the files. Return whether anything changed."""
    texts = {path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in _files()}
    stamp = hashlib.sha256(repr(sorted(texts.items())).encode()).hexdigest()
    if connection.exec_driver_sql(_STAMP).scalar() == stamp:
        return False
    connection.exec_driver_sql(_DROP)
    wanted = [one for text in texts.values() for one in statements(text)]
    _create_functions(connection, [one for one in wanted if one.startswith("create function ")])
    for one in wanted:
        if not one.startswith("create function "):
            connection.exec_driver_sql(one)
    connection.exec_driver_sql(_REVOKE)
    connection.exec_driver_sql(f"comment on table alembic_version is '{stamp}'")
    return True


def _files() -> list[Path]:
    return sorted(FOLDER.glob("*/*.sql"))


def statements(text: str) -> Iterator[str]:
    """Yield the statements of a file, without the comments above them."""
    for part in text.split("\n\n"):
        lines = [line for line in part.strip().splitlines() if not line.startswith("--")]
        if lines:
            yield "\n".join(lines)


def _create_functions(connection: Connection, wanted: Sequence[str]) -> None:
    """Create the functions, each after those that its parsed body names.

    Raises:
        ProgrammingError: A function names something that does not exist.
    """
    while wanted:
        waiting, error = [], None
        for one in wanted:
            try:
                with connection.begin_nested():
                    connection.exec_driver_sql(one)
            except ProgrammingError as failed:
                waiting.append(one)
                error = failed
        if error is not None and len(waiting) == len(wanted):
            raise error
        wanted = waiting


#: Indexes and check constraints use the three excluded functions: they are in the baseline, and migrations change them.
_DROP: Final = """
do $$
declare one record; doomed text;
begin
  for one in select p.polname, c.oid::regclass as of_table from pg_policy p join pg_class c on c.oid = p.polrelid
              where c.relnamespace = 'public'::regnamespace loop
    execute format('drop policy %I on %s', one.polname, one.of_table);
  end loop;
  for one in select t.tgname, c.oid::regclass as of_table from pg_trigger t join pg_class c on c.oid = t.tgrelid
              where c.relnamespace = 'public'::regnamespace and not t.tgisinternal loop
    execute format('drop trigger %I on %s', one.tgname, one.of_table);
  end loop;
  select string_agg(p.oid::regprocedure::text, ', ') into doomed from pg_proc p
   where p.pronamespace = 'public'::regnamespace and p.proname not in ('clock_skew', 'folded', 'list_key')
     and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e');
  if doomed is not null then execute 'drop function ' || doomed; end if;
  revoke all on all tables in schema public from liaison_app, liaison_engine;
  revoke all on all sequences in schema public from liaison_app, liaison_engine;
end $$
"""
#: A trigger calls its function without asking for a privilege: nobody else needs to call it.
_REVOKE: Final = """
do $$
declare one record;
begin
  for one in select oid::regprocedure as named from pg_proc
              where pronamespace = 'public'::regnamespace and prorettype = 'trigger'::regtype loop
    execute format('revoke all on function %s from public', one.named);
  end loop;
end $$
"""
