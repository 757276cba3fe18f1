"""The list of exhibits over a million rows: sorted by any of its columns, searched, filtered.

A release row carries what its party's list is sorted by, copied from the exhibit by triggers, so that a page of any order
is read from an index of the party's own rows: it costs the same whatever share of the pool the party may see, and touches
nothing of what it may not. Words and codes are looked for by `search_pool`: among the nearest rows of the party's list
first, and only where those do not fill a page in one index over the whole team's exhibits.

Revision: 0008, after 0007
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KEYS = (
    # Titles without case and accents, as people look for them and as the list is sorted.
    # The final sigma is a sigma: how a word is written in capitals does not tell them apart.
    r"""
    create function folded(words text) returns text language sql immutable strict parallel safe
      return replace(lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]+', '', 'g')), U&'\03C2', U&'\03C3')
    """,
    """
    create function list_key(title text) returns text language sql immutable strict parallel safe
      return left(folded(title), 120)
    """,
    """
    alter table evidence
      add column title_key text collate "C" generated always as (list_key(title)) stored,
      add column search_key text collate "C"
        generated always as (folded(title) || ' ' || lower(exhibit_number)) stored
    """,
    """
    alter table releases
      add column title_key text collate "C",
      add column exhibit_number text collate "C",
      add column files_bytes bigint
    """,
    """
    update releases r set title_key = e.title_key, exhibit_number = e.exhibit_number, files_bytes = e.files_bytes
      from evidence e where e.jit = r.jit and e.id = r.evidence
    """,
)

INDEXES = (
    "create index ix_releases_pool_title on releases (jit, party, title_key, evidence) where effective",
    "create index ix_releases_pool_number on releases (jit, party, exhibit_number, evidence) where effective",
    "create index ix_releases_pool_size on releases (jit, party, files_bytes, evidence) where effective",
    # For the auditor of the whole team, who has no releases.
    "create index ix_evidence_title on evidence (jit, title_key, id)",
    "create index ix_evidence_size on evidence (jit, files_bytes, id)",
    """
    create index ix_evidence_search on evidence using gin
      (jit, search_key gin_trgm_ops, category, kind, status, tlp, handling, originator)
    """,
    "create index ix_provenances_acquired on provenances (jit, acquired_at)",
)

# Definer: a member who uploads may not change releases, and yet the size of the exhibit in every party's list follows.
COPIES = (
    """
    create function copy_to_release() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      select e.title_key, e.exhibit_number, e.files_bytes into new.title_key, new.exhibit_number, new.files_bytes
        from evidence e where e.jit = new.jit and e.id = new.evidence;
      return new;
    end $$
    """,
    """
    create function copy_to_releases() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update releases r set title_key = new.title_key, exhibit_number = new.exhibit_number, files_bytes = new.files_bytes
       where r.jit = new.jit and r.evidence = new.id
         and (r.title_key, r.exhibit_number, r.files_bytes)
             is distinct from (new.title_key, new.exhibit_number, new.files_bytes);
      return null;
    end $$
    """,
    "revoke all on function copy_to_release, copy_to_releases from public",
    # Whatever the row came with: nobody writes another text into a party's list. (No role may update these columns.)
    "create trigger copied before insert on releases for each row execute function copy_to_release()",
    """
    create trigger copied_on after insert or update of title, files_bytes on evidence
      for each row execute function copy_to_releases()
    """,
    "create policy definer on provenances to liaison_owner using (true) with check (true)",
)

# The search. Rows of the party's own list are read in its order until a page is full, at most `near` of them, so that the
# time says nothing of what others hold while a list is no longer than that; the plans are held to going row by row by key.
# It takes no seat: who asks stands in the transaction's settings, and every row passes `admitted`, as in the
# policies; what it finds is read through the policies once more by whoever called it. `order_by` is one of four words.
# `after_key` and `after_id`: the place behind which the page begins.
SEARCH = r"""
create function search_pool(
    words text[], of_originator uuid, of_kind text, of_category text, of_status text, of_handling text, of_tlp text,
    of_level integer, released_to uuid, acquired_from timestamptz, acquired_before timestamptz,
    order_by text, descending boolean, after_key text, after_id uuid, wanted integer)
  returns table (evidence uuid, level integer)
  language plpgsql stable security definer set search_path = public, pg_temp
  set jit = off set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off
  set max_parallel_workers_per_gather = 0 as $$
declare
  whole boolean := asking_as_jit_auditor();
  -- Words stand in the rows themselves; for anything else the exhibit is fetched.
  near constant integer := case when words is null then 4000 else 20000 end;
  -- The party's rows, or, for the auditor of the whole team, the exhibits: the same columns under the same names.
  own text := case when whole
    then format('(select e.id as evidence, 1 as lvl, e.title_key, e.exhibit_number, e.files_bytes from evidence e'
                ' where e.jit = %L) r', asking_jit())
    else format('(select r.evidence, admitted(r.level, r.authorities, r.seats, r.not_before, r.until) as lvl,'
                ' r.title_key, r.exhibit_number, r.files_bytes from releases r'
                ' where r.jit = %L and r.party = %L and r.effective) r', asking_jit(), asking_party()) end;
  sorted text := case order_by when 'title' then 'r.title_key' when 'number' then 'r.exhibit_number'
                               when 'size' then 'r.files_bytes' end;
  way text := case when descending then 'desc' else 'asc' end;
  ordering text := concat_ws(', ', sorted || ' ' || way, 'r.evidence ' || way);
  behind text := case when after_id is null then 'true'
    when sorted is null then format('r.evidence %s %L', case when descending then '<' else '>' end, after_id)
    else format('(%s, r.evidence) %s (%L, %L)', sorted, case when descending then '<' else '>' end, after_key, after_id)
    end;
  matching text := format('e.jit = %L', asking_jit());
  worded text := 'true';
  word text;
  found integer;
  seen integer;
begin
  if asking_jit() is null or (asking_party() is null and not whole) then
    return;
  end if;
  foreach word in array coalesce(words, '{}') loop
    matching := matching || format(' and e.search_key like %L', '%' || word || '%');
    worded := worded || format(' and (length(r.title_key) >= 120 or (r.title_key || '' '' || lower(r.exhibit_number)) like %L)',
                               '%' || word || '%');
  end loop;
  matching := matching
    || case when of_originator is null then '' else format(' and e.originator = %L', of_originator) end
    || case when of_kind is null then '' else format(' and e.kind = %L', of_kind) end
    || case when of_category is null then '' else format(' and e.category = %L', of_category) end
    || case when of_status is null then '' else format(' and e.status = %L', of_status) end
    || case when of_handling is null then '' else format(' and e.handling @> array[%L]', of_handling) end
    || case when of_tlp is null then '' else format(' and e.tlp = %L', of_tlp) end
    || case when released_to is null then '' else format(
         ' and exists (select 1 from releases o where o.jit = e.jit and o.party = %L and o.evidence = e.id and (%L'
         ' or (o.originator = %L and admitted(3::smallint, null, o.own_seats, null, null) > 0)))',
         released_to, whole or released_to = asking_party(), asking_party()) end
    || case when acquired_from is null and acquired_before is null then '' else format(
         ' and exists (select 1 from provenances p where p.evidence = e.id and p.acquired_at >= %L and p.acquired_at < %L)',
         coalesce(acquired_from, '-infinity'), coalesce(acquired_before, 'infinity')) end;
  -- What is known from `readable` on is not found out by asking for it.
  of_level := greatest(of_level, case when acquired_from is null and acquired_before is null then 1 else 2 end, 1);
  -- Row by row, until a page is full: what is common is found at once.
  return query execute format(
    'select r.evidence, r.lvl from (select * from %s where %s order by %s limit %s) r join evidence e on e.id = r.evidence'
    ' where r.lvl >= %s and %s and %s order by %s limit %s',
    own, behind, ordering, near, of_level, worded, matching, ordering, wanted);
  get diagnostics found = row_count;
  if found >= wanted then
    return;
  end if;
  execute format('select count(*) from (select 1 from %s where %s limit %s) c', own, behind, near) into seen;
  if seen < near then
    return;  -- those were all
  end if;
  return query execute format(
    'with hits as materialized (select e.id from evidence e where %s)'
    ' select r.evidence, r.lvl from hits join %s on r.evidence = hits.id'
    ' where r.lvl >= %s and %s order by %s limit %s offset %s',
    matching, own, of_level, behind, ordering, wanted - found, found);
end $$
"""
SIGNATURE = (
    "search_pool(text[], uuid, text, text, text, text, text, integer, uuid, timestamptz, timestamptz, text, boolean,"
    " text, uuid, integer)"
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("create extension if not exists pg_trgm")
    op.execute("create extension if not exists btree_gin")
    for statement in (*KEYS, *INDEXES, *COPIES, SEARCH):
        op.execute(statement)
    op.execute(f"revoke all on function {SIGNATURE} from public")
    op.execute(f"grant execute on function {SIGNATURE} to liaison_app")


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(f"drop function {SIGNATURE}")
    op.execute("drop policy definer on provenances")
    op.execute("drop trigger copied_on on evidence")
    op.execute("drop trigger copied on releases")
    op.execute("drop function copy_to_release, copy_to_releases")
    op.execute("drop index ix_provenances_acquired")
    op.execute("alter table releases drop column title_key, drop column exhibit_number, drop column files_bytes")
    op.execute("alter table evidence drop column title_key, drop column search_key")
    op.execute("drop function list_key")
    op.execute("drop function folded")
    op.execute("drop extension btree_gin")
    op.execute("drop extension pg_trgm")
