-- Functions that append to a ledger, advance the chain of an exhibit, and read the ledger for checks.
-- Columns: app/models/ledger.py. Callers: app/ledger/journal.py, entries.py, tree/nodes.py,
-- tree/recomputing.py.

-- Moves the head of an exhibit's chain from number `taken` to `reached`. append_entries calls it.
-- `last` is the new last entry of the chain. It must be about this exhibit and, except for the engine, in the
-- asking member's team. If another transaction moved the chain, it raises serialization_failure.
-- Security definer: nobody but the owner may write chains.
create function advance_chain(wanted uuid, taken bigint, reached bigint, last uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if taken = 0 then
    insert into chains (evidence, n) values (wanted, 0) on conflict do nothing;
  end if;
  update chains c set n = reached, previous = e.commitment
    from entries e join headers h on h.entry = e.id
   where c.evidence = wanted and c.n = taken and reached > taken and e.id = last and h.evidence = wanted
     and (session_user = 'liaison_engine' or h.jit = asking_jit());
  if not found then
    raise exception 'the chain of % moved', wanted using errcode = 'serialization_failure';
  end if;
end $$;

revoke all on function advance_chain from public;

grant execute on function advance_chain to liaison_app, liaison_engine;

-- Appends the entries of one act with all their parts: headers, bodies, fields, audiences, places in the queue,
-- chains. app/ledger/journal.py calls it.
-- Each array has one element per entry, per field or per chain. Fields and audience rows name their entry by its
-- place in `ids`, from 1 on.
-- The function runs as its caller, so the policies of each table decide about each row. One statement writes all
-- parts and does not see the new headers. Afterwards is_new_entry refuses further parts.
create function append_entries(
    of_jit uuid, of_seat text, of_party uuid, of_party_code text, at_moment timestamptz,
    ids uuid[], commitments bytea[], kinds text[], exhibits uuid[], subjects text[], abouts uuid[],
    salts bytea[], canonicals bytea[],
    field_of integer[], field_names text[], field_salts bytea[], field_values text[], field_readers text[],
    audience jsonb,
    chains uuid[], taken bigint[], reached bigint[], last uuid[])
  returns void language plpgsql as $$
begin
  with entry as (
    insert into entries (id, jit, commitment)
    select u.id, of_jit, u.commitment from unnest(ids, commitments) as u (id, commitment)
  ), header as (
    insert into headers (entry, jit, kind, evidence, subject, seat, party, party_code, at, about)
    select u.id, of_jit, u.kind, u.exhibit, u.subject, of_seat, of_party, of_party_code, at_moment, u.about
      from unnest(ids, kinds, exhibits, subjects, abouts) as u (id, kind, exhibit, subject, about)
  ), body as (
    insert into bodies (entry, jit, salt, canonical)
    select u.id, of_jit, u.salt, u.canonical from unnest(ids, salts, canonicals) as u (id, salt, canonical)
  ), field as (
    insert into fields (entry, jit, name, salt, value, readers)
    select ids[u.place], of_jit, u.name, u.salt, u.value, u.readers
      from unnest(field_of, field_names, field_salts, field_values, field_readers)
        as u (place, name, salt, value, readers)
  ), hearer as (
    insert into entry_audience (entry, jit, party, level, authorities, seats, mentions)
    select ids[a.place], of_jit, a.party, a.level, a.authorities, a.seats, a.mentions
      from jsonb_to_recordset(audience)
        as a (place integer, party uuid, level smallint, authorities uuid[], seats uuid[], mentions uuid)
  )
  insert into pending (jit, entry)
  select of_jit, u.id from unnest(ids) with ordinality as u (id, place) order by u.place;
  perform advance_chain(u.chain, u.taken, u.reached, u.last)
     from unnest(chains, taken, reached, last) as u (chain, taken, reached, last);
end $$;

revoke all on function append_entries from public;

grant execute on function append_entries to liaison_app, liaison_engine;

-- Returns the commitments of the positions from `first` to before `behind`, 32 bytes each, in one value.
-- app/ledger/tree/nodes.py builds tiles and proofs from it.
-- A member gets those of their team up to the last published size; the engine gets all.
-- Security definer: it skips the policies of entries and positions and states this limit itself. A commitment
-- reveals no content.
create function commitments_between(wanted uuid, first bigint, behind bigint) returns bytea
language sql stable security definer set search_path = public, pg_temp
return (select coalesce(string_agg(e.commitment, ''::bytea order by p.position), ''::bytea)
  from positions p join entries e on e.id = p.entry
 where p.jit = wanted and p.position >= first and p.position < behind
   and (session_user = 'liaison_engine'
     or (wanted = asking_jit()
       and p.position < (select coalesce(max(c.size), 0) from checkpoints c where c.jit = asking_jit()))));

revoke all on function commitments_between from public;

grant execute on function commitments_between to liaison_app, liaison_engine;

-- Lists where the stored entries differ from their commitments, for the positions from `first` to before `behind`.
-- The nightly check in app/ledger/tree/recomputing.py calls it.
-- `what` is 'no entry', 'no body', 'no header', 'commitment', 'header' or 'field <name>'. The header repeats the kind,
-- time, actor and subject of the body. Fields are compared with the hashes in those
-- bodies that match their commitment. An erased field must be absent; one that came back is listed.
-- Security definer: the engine may not read bodies and fields. The variable app.recomputing opens them to the owner
-- for this call (policies `recomputing`). The result contains no values.
create function differing(wanted uuid, first bigint, behind bigint) returns table (place bigint, what text)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform set_config('app.recomputing', 'on', true);
  return query with placed as materialized (
    select g.position, p.entry, e.commitment, b.salt, b.canonical
      from generate_series(first, behind - 1) as g (position)
      left join positions p on p.jit = wanted and p.position = g.position
      left join entries e on e.id = p.entry left join bodies b on b.entry = p.entry
  ), sound as materialized (
    select * from placed
     where sha256(convert_to('liaison-entry/v1' || chr(10), 'UTF8') || salt || canonical) = commitment
  ), named as materialized (
    select s.position, s.entry, n.key as name, n.value as hash
      from sound s, jsonb_each_text(convert_from(s.canonical, 'UTF8')::jsonb -> 'fields') as n
  )
  select position, case when commitment is null then 'no entry' when canonical is null then 'no body'
                        else 'commitment' end
    from placed where position not in (select position from sound)
  union all
  select n.position, 'field ' || n.name
    from named n left join fields f on f.entry = n.entry and f.name = n.name
   where not exists (select 1 from erased_fields x where x.entry = n.entry and x.name = n.name)
     and (f.value is null or n.hash is distinct from
         encode(sha256(convert_to('liaison-field/v1' || chr(10), 'UTF8') || f.salt
                       || convert_to('["' || f.name || '",' || f.value || ']', 'UTF8')), 'base64'))
  union all
  select s.position, 'field ' || f.name from sound s join fields f on f.entry = s.entry
   where not exists (select 1 from named n where n.entry = f.entry and n.name = f.name)
      or exists (select 1 from erased_fields x where x.entry = f.entry and x.name = f.name)
  union all
  select s.position, case when h.entry is null then 'no header' else 'header' end
    from sound s cross join lateral (select convert_from(s.canonical, 'UTF8')::jsonb as body) b
    left join headers h on h.entry = s.entry
   where h.entry is null
      or (h.kind, h.seat, h.party_code, h.at, h.subject::jsonb)
         is distinct from (b.body ->> 'kind', b.body ->> 'seat', b.body ->> 'party', (b.body ->> 'at')::timestamptz,
                           b.body -> 'subject');
  perform set_config('app.recomputing', 'off', true);
end $$;

revoke all on function differing from public;

grant execute on function differing to liaison_engine;

-- Returns the last position that the asking member may know of, or -1. It is the last readable position behind the
-- published size, or else the last published one. take_seat and app/ledger/entries.py call it.
-- The policy of positions decides what is readable. The plan is generic because planning costs more than running
-- the query.
create function ledger_head(wanted uuid) returns bigint language plpgsql stable
  set plan_cache_mode = force_generic_plan as $$
declare
  published bigint;
begin
  select coalesce(max(c.size), 0) - 1 into published from checkpoints c where c.jit = wanted;
  return coalesce(
    (select p.position from positions p where p.jit = wanted and p.position > published order by p.position desc limit 1),
    published);
end $$;

revoke all on function ledger_head from public;

grant execute on function ledger_head to liaison_app;

-- Locks the chain of an exhibit until the transaction ends and returns its number and last commitment. take_custody
-- calls it.
-- A member must be able to see the exhibit, or have just answered for a copy of it. Otherwise it raises
-- no_data_found.
-- Security definer: chains are readable for nobody else, and the lock must not depend on the asking member's
-- policies.
create function take_chain(wanted uuid, out n bigint, out previous bytea)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user <> 'liaison_engine' then
    perform 1 from releases r where r.evidence = wanted and r.jit = asking_jit()
      and ((r.party = asking_party() and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0)
           or asking_as_jit_auditor());
    if not found then
      perform 1 from copies c where c.evidence = wanted and c.jit = asking_jit() and c.answered_by = asking_seat();
    end if;
    if not found then
      raise exception 'no such exhibit' using errcode = 'no_data_found';
    end if;
  end if;
  insert into chains (evidence, n) values (wanted, 0) on conflict do nothing;
  select c.n, c.previous into n, previous from chains c where c.evidence = wanted for update;
end $$;

revoke all on function take_chain from public;

grant execute on function take_chain to liaison_app, liaison_engine;

-- Locks the chain of an exhibit (take_chain) and returns it with each release that the caller may read. Without
-- one, it returns a single row with nulls.
-- The caller is app/ledger/journal.py, which derives the audience of the next entry from the releases. The releases
-- are read after the lock is held, so they are as the last act on the exhibit left them.
create function take_custody(wanted uuid)
  returns table (n bigint, previous bytea, party uuid, originator uuid, level smallint, authorities uuid[], seats uuid[],
                 own_seats uuid[], not_before timestamptz, until timestamptz, joint uuid[])
  language plpgsql as $$
declare taken record;
begin
  select c.n, c.previous into taken from take_chain(wanted) c;
  return query
    select taken.n, taken.previous, r.party, r.originator, r.level, r.authorities, r.seats, r.own_seats,
           r.not_before, r.until, r.joint
      from (values (1)) one left join releases r on r.evidence = wanted;
end $$;

revoke all on function take_custody from public;

grant execute on function take_custody to liaison_app, liaison_engine;
