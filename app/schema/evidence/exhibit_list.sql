-- The function that reads a page of the exhibit list with a search or filters.
-- Caller: app/services/evidence/exhibit_list.py; tables: app/models/evidence/evidence.py.

-- Returns one page of the exhibits that match a search, with the level at which the asking member is admitted.
-- app/services/evidence/exhibit_list.py calls it and reads the found exhibits through row-level security.
-- Words of title and number count from listed on; words of descriptions, file names and hashes (table search_texts)
-- from readable on.
-- Step 1 walks at most "near" rows of the party's own list in the wanted order, until the page is full.
-- Only after that, step 2 uses the index over all exhibits of the team. In shorter lists, the time therefore reveals
-- nothing about exhibits of other parties. after_key and after_id are the place behind which the page begins.
-- Security definer: it uses indexes that policies would prevent, and checks every row with admits() itself.
-- The settings hold the plan to row-by-row access by key, whatever the statistics suggest.
-- Step 1 has two statements: for the releases of a party, and for the auditor of the team, who has no releases. The
-- function gets a copy of both for each order and direction, because a connection keeps the plan of each.
do $build$
declare
  filters constant text := $$
             (of_originator is null or e.originator = of_originator)
             and (of_kind is null or e.kind = of_kind)
             and (of_category is null or e.category = of_category)
             and (of_status is null or e.status = of_status)
             and (of_handling is null or e.handling @> array[of_handling])
             and (of_tlp is null or e.tlp = of_tlp)
             and (released_to is null or exists (
               select from releases o
                where o.jit = e.jit and o.party = released_to and o.evidence = e.id
                  and (for_auditor or released_to = own
                       or (o.originator = own
                           and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
             and (not registered or (
               e.registered_at >= coalesce(registered_from, '-infinity')
               and e.registered_at < coalesce(registered_before, 'infinity')))
             and (of_hash is null or exists (
               select from files f
                where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
             and (not acquired or exists (
               select from provenances p
                where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
                  and p.acquired_at < coalesce(acquired_before, 'infinity')))$$;
  of_party constant text := $$not for_auditor and order_by in ({orders}) and {direction} then
    return query
    select r.evidence,
           admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing)
      from (select * from releases r
            where r.jit = team and r.party = own and r.effective
              and (r.jit, r.party, {key}r.evidence) {behind} (team, own, {place}after)
            order by {by}r.evidence {way} limit near) r
      where (r.search_key like first and r.search_key like all (others)
             or admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= 2
                and (select true from search_texts t
                      where t.evidence = r.evidence and t.body like first and t.body like all (others) limit 1))
        and admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= of_level
        and (not faceted or exists (select from evidence e where e.id = r.evidence and {filters}))
      order by {by}r.evidence {way} limit wanted;$$;
  of_auditor constant text := $$for_auditor and order_by in ({orders}) and {direction} then
    return query
    select e.id, 1
      from (select * from evidence e
            where e.jit = team
              and (e.jit, {key}e.id) {behind} (team, {place}after)
            order by {by}e.id {way} limit near) e
      where 1 >= of_level and e.search_key like first and e.search_key like all (others) and {filters}
      order by {by}e.id {way} limit wanted;$$;
  walks text;
begin
  select string_agg(
           replace(replace(replace(replace(replace(replace(replace(replace(walk,
             '{filters}', filters),
             '{orders}', orders),
             '{direction}', case way when 'desc' then 'descending' else 'not descending' end),
             '{behind}', case way when 'desc' then '<' else '>' end),
             '{way}', way),
             '{key}', coalesce(alias || '.' || key || ', ', '')),
             '{by}', coalesce(alias || '.' || key || ' ' || way || ', ', '')),
             '{place}', coalesce(place || ', ', '')),
           E'\n  elsif ' order by alias desc, key nulls first, way)
    into walks
    from (values (of_party, 'r'), (of_auditor, 'e')) statements(walk, alias)
    cross join (values ($$'newest', 'oldest'$$, null, null), ($$'title'$$, 'title_key', 'after_text'),
      ($$'number'$$, 'exhibit_number', 'after_text'), ($$'size'$$, 'files_bytes', 'after_size')) sorts(orders, key, place)
    cross join (values ('asc'), ('desc')) ways(way);
  execute replace($function$create function search_pool(
  words text[], of_originator uuid, of_kind text, of_category text, of_status text, of_handling text,
  of_tlp text, of_level integer, released_to uuid, acquired_from timestamp with time zone,
  acquired_before timestamp with time zone, registered_from timestamp with time zone,
  registered_before timestamp with time zone, of_hash text, order_by text, descending boolean, after_key text,
  after_id uuid, wanted integer)
    returns table(evidence uuid, level integer)
    language plpgsql stable security definer
    set search_path to 'public', 'pg_temp'
    set jit to 'off'
    set enable_hashjoin to 'off'
    set enable_mergejoin to 'off'
    set enable_seqscan to 'off'
    set enable_sort to 'off'
    set enable_bitmapscan to 'off'
    set max_parallel_workers_per_gather to '0'
    set plan_cache_mode to 'force_generic_plan'
    as $body$
declare
  my_seat constant uuid := asking_seat();
  my_authority constant uuid := asking_authority();
  my_standing constant text := asking_standing();
  team constant uuid := asking_jit();
  own constant uuid := asking_party();
  for_auditor constant boolean := asking_as_jit_auditor();
  acquired constant boolean := acquired_from is not null or acquired_before is not null;
  registered constant boolean := registered_from is not null or registered_before is not null;
  faceted constant boolean := acquired or registered or released_to is not null or num_nonnulls(
    of_originator, of_kind, of_category, of_status, of_handling, of_tlp, of_hash) > 0;
  -- Every filter fetches another row for each row that is walked. Words walk further: step 2 takes time by the number of
  -- matches in the whole team.
  near constant integer := case when words is null then 4000 else 20000 end;
  patterns constant text[] := array(select '%' || word || '%' from unnest(words) word);
  -- The first word excludes most rows; the others are compared only in rows that contain it.
  first constant text := coalesce(patterns[1], '%');
  others constant text[] := patterns[2:];
  -- For the first page, the place before the first row of each order.
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
  titled text;
  told text;
  hits text;
  word text;
  found integer;
  seen integer;
begin
  if team is null or (own is null and not for_auditor) then
    return;
  end if;
  -- Time of acquisition and hashes are known from readable on: a search by them finds no exhibit at a lower level.
  of_level := greatest(of_level, case when acquired or of_hash is not null then 2 else 1 end);
  -- Step 1.
  if {walks}
  end if;
  get diagnostics found = row_count;
  if found >= wanted then
    return;
  end if;
  -- Step 2. The rows behind the last page: releases of the party, or exhibits for the auditor of the team.
  rows_ := case when for_auditor
    then format('(select e.id as evidence, 1 as lvl, e.title_key, e.exhibit_number, e.files_bytes from evidence e'
                ' where e.jit = %L) r', team)
    else format('(select r.evidence, admitted(r.level, r.authorities, r.seats, r.not_before, r.until) as lvl, r.title_key, r.exhibit_number, r.files_bytes from releases r'
                ' where r.jit = %L and r.party = %L and r.effective) r', team, own) end;
  behind := case when sorted is null then format('r.evidence %s %L', case when descending then '<' else '>' end, after)
    else format('(%s, r.evidence) %s (%L, %L)', sorted, case when descending then '<' else '>' end,
                case order_by when 'size' then after_size::text else after_text end, after) end;
  execute format('select count(*) from (select from %s where %s limit %s) c', rows_, behind, near) into seen;
  if seen < near then
    return;  -- step 1 has walked the whole list
  end if;
  matching := format('e.jit = %L', team);
  titled := '';
  told := '';
  foreach word in array patterns loop
    titled := titled || format(' and e.search_key like %L', word);
    told := told || format(' and t.body like %L', word);
  end loop;
  matching := matching
    || case when of_originator is not null then ' and e.originator = $1' else '' end
    || case when of_kind is not null then ' and e.kind = $2' else '' end
    || case when of_category is not null then ' and e.category = $3' else '' end
    || case when of_status is not null then ' and e.status = $4' else '' end
    || case when of_handling is not null then ' and e.handling @> array[$5]' else '' end
    || case when of_tlp is not null then ' and e.tlp = $6' else '' end
    || case when released_to is not null then ' and exists (select from releases o where o.jit = e.jit and o.party = $7 and o.evidence = e.id
             and ($10 or $7 = $11
                  or (o.originator = $11 and admitted(3::smallint, null, o.own_seats, null, null) > 0)))' else '' end
    || case when acquired then ' and exists (select from provenances p where p.evidence = e.id
             and p.acquired_at >= coalesce($8, ''-infinity'')
             and p.acquired_at < coalesce($9, ''infinity''))' else '' end
    || case when registered then ' and e.registered_at >= coalesce($12, ''-infinity'')
             and e.registered_at < coalesce($13, ''infinity'')' else '' end
    || case when of_hash is not null then ' and e.id in (select f.evidence from files f
             where f.jit = e.jit and f.state = ''ready'' and f.sha256 = $14)' else '' end;
  -- Titles and numbers count from listed on, all other words from readable on. The auditor of the team reads titles only.
  hits := format('select e.id, 1 as least from evidence e where %s%s', matching, titled);
  if words is not null and not for_auditor then
    hits := format('select h.id, min(h.least) as least from (%s union all select e.id, 2 from search_texts t'
                   ' join evidence e on e.id = t.evidence where t.jit = %L%s and %s) h group by h.id',
                   hits, team, told, matching);
  end if;
  perform set_config('enable_bitmapscan', 'on', true), set_config('enable_sort', 'on', true);
  return query execute format(
    'with hits as materialized (%s)'
    ' select r.evidence, r.lvl from hits join %s on r.evidence = hits.id where %s and r.lvl >= greatest(%s, hits.least)'
    ' order by %s limit %s offset %s',
    hits, rows_, behind, of_level, concat_ws(', ', sorted || ' ' || way, 'r.evidence ' || way),
    wanted - found, found)
    using of_originator, of_kind, of_category, of_status, of_handling, of_tlp, released_to, acquired_from, acquired_before, for_auditor, own,
      registered_from, registered_before, of_hash;
end $body$;$function$, '{walks}', walks);
end $build$;

revoke all on function search_pool from public;

grant execute on function search_pool to liaison_app;
