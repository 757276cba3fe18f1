-- Trigger functions that compare a change of a legal request, notice, hearing or assessment with the ledger entry of the same
-- transaction. An entry about the object alone would admit other values than it states.
-- The triggers are deferred and security definer for the same reasons as those of shared/entries_with_changes.sql. The
-- policy `stating` of fields (ledger/fields.sql) lets the owner read the fields of these entries.

-- Trigger: requires an entry about this very row that states its values, also if the row is deleted.
-- Arguments: the kinds of entry; the name in the entry's subject; the column whose value it must have; then the fields of the
-- entry, each with `=` and its column if that has another name. `subject.` before a field means the entry's subject; `former.`
-- before a column means its value before the update. Columns ending in `_at` are instants.
create function demand_entered_values() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  former jsonb := case tg_op when 'UPDATE' then to_jsonb(old) end;
  told uuid;
  wanted text;
  field text;
  of_column text;
  is_stated boolean;
begin
  if session_user not in ('liaison_app', 'liaison_engine') then
    return null;
  end if;
  for told in
    select q.entry from pending q join headers h on h.entry = q.entry
     where q.jit = (changed ->> 'jit')::uuid and q.xmin = pg_current_xact_id()::xid and h.kind = any (tg_argv[0]::text[])
       and h.subject::jsonb ->> tg_argv[1] = changed ->> tg_argv[2]
  loop
    is_stated := true;
    foreach wanted in array tg_argv[3:] loop
      field := split_part(wanted, '=', 1);
      of_column := coalesce(nullif(split_part(wanted, '=', 2), ''), field);
      is_stated := is_stated and is_value_of(
        told, field, of_column,
        case when of_column like 'former.%' then former ->> substr(of_column, 8) else changed ->> of_column end);
    end loop;
    if is_stated then
      return null;
    end if;
  end loop;
  raise exception 'a change of this row stands in its ledger, with its values' using errcode = 'insufficient_privilege';
end $$;

-- Whether a field of an entry of this transaction has a value; a field that is absent has the value null. The name of the
-- column tells whether both are instants.
create function is_value_of(told uuid, field text, of_column text, value text) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  stated text;
begin
  if field like 'subject.%' then
    stated := (select h.subject::jsonb ->> substr(field, 9) from headers h where h.entry = told);
  else
    stated := (select f.value::jsonb #>> '{}' from fields f where f.entry = told and f.name = field);
  end if;
  if of_column like '%\_at' then
    return stated::timestamptz is not distinct from value::timestamptz;
  end if;
  return stated is not distinct from value;
end $$;

revoke all on function is_value_of from public;

-- Trigger: requires an entry about this very row whose field `changes` states the former and the new value of each changed
-- column. An erasure and the columns `updated_at` and `version` need no entry.
-- Arguments: the kind of entry; the name in the entry's subject; the column whose value it must have; then columns that follow
-- from others.
create function demand_changes_entered() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed jsonb := to_jsonb(new);
  former jsonb := to_jsonb(old);
begin
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q join headers h on h.entry = q.entry join fields f on f.entry = q.entry and f.name = 'changes'
     where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid and h.kind = tg_argv[0]
       and h.subject::jsonb ->> tg_argv[1] = changed ->> tg_argv[2]
       and not exists (
         select 1 from jsonb_each(changed) v
          where v.key not in ('updated_at', 'version', 'erased') and v.value is distinct from former -> v.key
            and not v.key = any (tg_argv[3:]) and not is_change_of(f.value::jsonb -> v.key, v.key, former -> v.key, v.value))) then
    raise exception 'a change of this row stands in its ledger, with its values' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Whether an entry states this former and this new value of a column. Columns ending in `_at` are instants.
create function is_change_of(stated jsonb, of_column text, former jsonb, value jsonb) returns boolean
  language plpgsql stable set search_path = public, pg_temp as $$
begin
  if stated is null then
    return false;
  elsif of_column like '%\_at' then
    return (stated ->> 'from')::timestamptz is not distinct from (former #>> '{}')::timestamptz
       and (stated ->> 'to')::timestamptz is not distinct from (value #>> '{}')::timestamptz;
  end if;
  return stated = jsonb_build_object('from', former, 'to', value);
end $$;

revoke all on function is_change_of from public;

-- Trigger of notice_contents: requires an entry notice.drafted whose field `content` states each value that is not empty.
create function demand_content_entered() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q join headers h on h.entry = q.entry join fields f on f.entry = q.entry and f.name = 'content'
     where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid and h.kind = 'notice.drafted'
       and h.subject::jsonb ->> 'notice' = new.notice::text
       and f.value::jsonb = (
         select coalesce(jsonb_object_agg(v.key, v.value), '{}') from jsonb_each(to_jsonb(new)) v
          where v.key not in ('notice', 'jit', 'party', 'updated_at', 'version', 'erased')
            and v.value not in ('null', '[]'))) then
    raise exception 'a change of this row stands in its ledger, with its values' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Trigger of request_forms: requires an entry request.form_saved that states the form, its version and the hash of the
-- values. The values themselves are not in the entry. The dispatch of a form requires an entry request.form_sent, with its time.
create function demand_form_entered() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  is_sent boolean := case tg_op when 'INSERT' then new.sent_at is not null else new.sent_at is distinct from old.sent_at end;
begin
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q join headers h on h.entry = q.entry
     where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid
       and h.kind = case when is_sent then 'request.form_sent' else 'request.form_saved' end
       and (not is_sent or is_value_of(q.entry, 'occurred_at', 'sent_at', new.sent_at::text))
       and h.subject::jsonb ->> 'request' = new.request::text
       and is_value_of(q.entry, 'form', 'form', new.form)
       and is_value_of(q.entry, 'form_version', 'form_version', new.form_version)
       and is_value_of(q.entry, 'values_sha256', 'values_sha256', hash_of_values(new.filled))) then
    raise exception 'a change of this row stands in its ledger, with its values' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- SHA-256 of values, as PostgreSQL writes them as text, in hexadecimal. The service takes the hash of the entry from here.
create function hash_of_values(given jsonb) returns text language sql immutable
return encode(sha256(convert_to(given::text, 'UTF8')), 'hex');

revoke all on function hash_of_values from public;

grant execute on function hash_of_values to liaison_app;

-- Trigger of admissibility_papers: requires an entry about the assessment that states the number of this exhibit.
create function demand_paper_entered() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q join headers h on h.entry = q.entry join evidence e on e.jit = new.jit and e.id = new.evidence
     where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid and h.kind = 'admissibility.assessed'
       and h.subject::jsonb ->> 'admissibility' = new.admissibility::text
       and is_value_of(q.entry, 'paper', 'paper', e.exhibit_number::text)) then
    raise exception 'a change of this row stands in its ledger, with its values' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Trigger of hearing_exhibits: requires an entry about the removal of this exhibit, or about the deletion of its hearing
-- if the hearing is gone.
create function demand_removal_entered() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  is_gone boolean := not exists (select 1 from hearings x where x.jit = old.jit and x.id = old.court_hearing);
begin
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q join headers h on h.entry = q.entry
     where q.jit = old.jit and q.xmin = pg_current_xact_id()::xid
       and h.subject::jsonb ->> 'court_hearing' = old.court_hearing::text
       and (h.kind = 'hearing.exhibit_removed' and is_value_of(q.entry, 'exhibit', 'exhibit', old.evidence::text)
            or h.kind = 'hearing.deleted' and is_gone)) then
    raise exception 'a change of this row stands in its ledger, with its values' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Trigger of request_items: requires an entry that lists the item among those that were asked, added or removed.
create function demand_item_entered() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  item request_items;
begin
  if tg_op = 'DELETE' then
    item := old;
  else
    item := new;
  end if;
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q join headers h on h.entry = q.entry
      join fields f on f.entry = q.entry and f.name in ('requested_items', 'changes')
      cross join jsonb_array_elements(
        case when f.name = 'requested_items' then f.value::jsonb
             else f.value::jsonb #> array['requested_items', case tg_op when 'DELETE' then 'from' else 'to' end] end) e (told)
     where q.jit = item.jit and q.xmin = pg_current_xact_id()::xid and h.subject::jsonb ->> 'request' = item.request::text
       and h.kind = any (case when tg_op = 'INSERT' then '{request.drafted,request.registered,request.changed}'
                              else '{request.changed}' end::text[])
       and (told ->> 'kind', told ->> 'data_category', told ->> 'identifier_kind', told ->> 'identifier', told ->> 'description')
         is not distinct from (item.kind, item.data_category, item.identifier_kind, item.identifier, item.description)
       and ((told ->> 'port')::integer, (told ->> 'port_until')::integer, told ->> 'protocol', told ->> 'at', told ->> 'zone',
            told ->> 'source_line')
         is not distinct from (item.port, item.port_until, item.protocol, item.at, item.zone, item.source_line)
       and coalesce((told ->> 'identifier_confirmed')::boolean, false) = item.identifier_confirmed
       and (told ->> 'from')::timestamptz is not distinct from item.from_at
       and (told ->> 'until')::timestamptz is not distinct from item.until_at) then
    raise exception 'a change of this row stands in its ledger, with its values' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Trigger of request_items: requires an entry that states the former and the new limits of use of the item, by its number.
create function demand_item_conditions_entered() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q join headers h on h.entry = q.entry join fields f on f.entry = q.entry and f.name = 'changes'
     where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid and h.kind = 'request.changed'
       and h.subject::jsonb ->> 'request' = new.request::text
       and f.value::jsonb #> '{item_conditions,to}' ? new.place::text
       and f.value::jsonb #>> array['item_conditions', 'from', new.place::text] is not distinct from old.conditions
       and f.value::jsonb #>> array['item_conditions', 'to', new.place::text] is not distinct from new.conditions) then
    raise exception 'a change of this row stands in its ledger, with its values' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Trigger of requests and request_items whose state stays and begins at another time. The state was reached once more: that
-- requires the entry of this move. Or the receipt of an incoming request was corrected, with which its first state and its
-- open items begin: that requires an entry request.changed with this time.
-- Argument: the column that names the request.
create function demand_receipt_entered() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed jsonb := to_jsonb(new);
begin
  if exists (
    select 1 from pending q join headers h on h.entry = q.entry
     where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid
       and case tg_argv[0]
             when 'id' then h.kind in ('request.moved', 'request.sent') and h.subject::jsonb ->> 'request' = new.id::text
             else h.kind = 'request.item_moved' and h.subject::jsonb ->> 'item' = new.id::text end
       and is_value_of(q.entry, 'former', 'state', new.state) and is_value_of(q.entry, 'state', 'state', new.state)
       and is_value_of(q.entry, 'occurred_at', 'since_at', changed ->> 'since_at')) then
    return null;
  end if;
  if session_user in ('liaison_app', 'liaison_engine') and (changed ->> 'state' not in ('REGISTERED', 'open') or not exists (
    select 1 from pending q join headers h on h.entry = q.entry join fields f on f.entry = q.entry and f.name = 'changes'
     where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid and h.kind = 'request.changed'
       and h.subject::jsonb ->> 'request' = changed ->> tg_argv[0]
       and (f.value::jsonb #>> '{received_at,to}')::timestamptz = new.since_at)) then
    raise exception 'a change of this row stands in its ledger, with its values' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Trigger of request_releases and notice_releases: requires an entry about this very release that states its recipient and
-- level, or an entry about the recall or the new level for this recipient. A release of a notice has no level. Beyond the
-- Union the release also needs the entry of its attestation (Reg. (EU) 2023/969, Art. 17(2)).
-- Argument: `request` or `notice`.
create function demand_release_entered() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  noun text := tg_argv[0];
  made jsonb := to_jsonb(new);
begin
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q join headers h on h.entry = q.entry join parties p on p.jit = new.jit and p.id = new.recipient
     where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid and h.subject::jsonb ->> noun = made ->> noun
       and is_value_of(q.entry, 'party', 'code', p.code)
       and case tg_op when 'UPDATE' then h.kind in (noun || '.recalled', noun || '.released')
             else h.kind = noun || '.released' and h.subject::jsonb ->> 'release' = new.id::text
               and is_value_of(q.entry, 'level', 'level', made ->> 'level')
               and (not beyond_the_union(p.kind) or exists (
                 select 1 from pending a join headers t on t.entry = a.entry
                  where a.jit = new.jit and a.xmin = q.xmin and t.kind = noun || '.release_attested'
                    and t.subject::jsonb ->> 'release' = new.id::text and is_value_of(a.entry, 'party', 'code', p.code)
                    and is_value_of(a.entry, 'level', 'level', made ->> 'level')))
             end) then
    raise exception 'a change of this row stands in its ledger, with its values' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
