-- Erasure of texts of legal requests that were erased from the ledger. Which fields may be erased: app/ledger/erasable.py.

-- Trigger of fields: removes erased words from the content and the items of the request, which repeat the words of their
-- entries. A dash replaces them; `erased` names the column and the moment. A text that differs by now stays. Port, protocol
-- and time of an erased identifier become empty.
-- First it locks the request as app/services/requests/drafting.py does, so that a change under way neither is lost nor
-- restores the words. The field `changes` holds former and new values; a column is cleared if it equals either.
-- The field `sections` names sections of a form. Their values, which no entry contains, are removed, unless a later entry
-- about this form names the section: it was saved again.
create function forget_request() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  h headers;
  said jsonb := old.value::jsonb;
  wanted uuid;
  gone text[];
begin
  select * into h from headers x where x.entry = old.entry;
  if h.kind not in ('request.drafted', 'request.registered', 'request.changed', 'request.form_saved') then
    return null;
  end if;
  wanted := (h.subject::jsonb ->> 'request')::uuid;
  perform 1 from requests r where r.jit = h.jit and r.id = wanted for update;
  if h.kind = 'request.form_saved' then
    update request_forms f set version = f.version + 1, filled = f.filled - array(
        select s.section from jsonb_array_elements_text(said) s (section)
         where not exists (
           select 1 from headers x join fields l on l.entry = x.entry and l.name = 'sections'
            where x.jit = h.jit and x.about = wanted and x.kind = h.kind and x.entry > h.entry and l.value::jsonb ? s.section
              and is_value_of(x.entry, 'form', 'form', f.form)))
     where f.jit = h.jit and f.request = wanted and is_value_of(h.entry, 'form', 'form', f.form);
    return null;
  end if;
  select array_agg(v.name) into gone from request_contents c cross join jsonb_each_text(to_jsonb(c)) v (name, stands)
   where c.jit = h.jit and c.request = wanted and v.name in ('title', 'facts', 'offence', 'purpose', 'confidentiality', 'conditions', 'legal_basis')
     and case h.kind when 'request.changed' then v.stands in (said -> v.name ->> 'from', said -> v.name ->> 'to')
           else v.name = replace(old.name, 'request_purpose', 'purpose') and v.stands = said #>> '{}' end;
  update request_contents c set
    title = case when 'title' = any (gone) then '—' else c.title end,
    facts = case when 'facts' = any (gone) then '—' else c.facts end,
    offence = case when 'offence' = any (gone) then '—' else c.offence end,
    purpose = case when 'purpose' = any (gone) then '—' else c.purpose end,
    confidentiality = case when 'confidentiality' = any (gone) then '—' else c.confidentiality end,
    conditions = case when 'conditions' = any (gone) then '—' else c.conditions end,
    legal_basis = case when 'legal_basis' = any (gone) then '—' else c.legal_basis end,
    version = c.version + 1, erased = c.erased || (select jsonb_object_agg(n, to_jsonb(statement_timestamp())) from unnest(gone) n)
   where c.jit = h.jit and c.request = wanted and gone is not null;
  update request_items i set
    identifier = case when i.identifier is null then null else '—' end,
    description = case when i.description is null then null else '—' end,
    source_line = case when i.source_line is null then null else '—' end,
    port = null, port_until = null, protocol = null, at = null, zone = null,
    erased = i.erased || (
        select coalesce(jsonb_object_agg(v.name, to_jsonb(statement_timestamp())), '{}') from jsonb_each_text(to_jsonb(i)) v (name, stands)
         where v.name in ('port', 'port_until', 'protocol', 'at', 'zone', 'source_line') and v.stands is not null)
      || case when i.identifier is null then '{}' else jsonb_build_object('identifier', to_jsonb(statement_timestamp())) end
      || case when i.description is null then '{}' else jsonb_build_object('description', to_jsonb(statement_timestamp())) end
   where i.jit = h.jit and i.request = wanted and exists (
     select 1 from jsonb_array_elements(
         case when old.name = 'requested_items' then said
              else coalesce(said #> '{requested_items,from}', '[]') || coalesce(said #> '{requested_items,to}', '[]') end) e (told)
      where old.name in ('requested_items', 'changes')
        and (told ->> 'identifier', told ->> 'description', told ->> 'at', told ->> 'source_line')
          is not distinct from (i.identifier, i.description, i.at, i.source_line)
        and (told ->> 'port')::integer is not distinct from i.port);
  update request_items i set
    conditions = '—', erased = i.erased || jsonb_build_object('conditions', to_jsonb(statement_timestamp()))
   where i.jit = h.jit and i.request = wanted and old.name = 'changes'
     and i.conditions in (said #>> array['item_conditions', 'from', i.place::text],
                          said #>> array['item_conditions', 'to', i.place::text]);
  return null;
end $$;
