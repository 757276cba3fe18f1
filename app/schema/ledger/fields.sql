create function forget_channel() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  named uuid;
begin
  update channels c set name = '—', version = c.version + 1 from headers h
   where h.entry = old.entry and c.jit = h.jit and c.id = h.about and c.name = old.value::jsonb #>> '{}'
  returning c.id into named;
  update pulses p set beats = beats + 1 where p.channel = named;
  return null;
end $$;

revoke all on function forget_channel from public;

create function forget_comment() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update task_comments c set text = '—', erased = jsonb_build_object('text', to_jsonb(statement_timestamp()))
    from headers h where h.entry = old.entry and h.kind = 'task.commented' and c.jit = h.jit
     and c.id = (h.subject::jsonb ->> 'comment')::uuid;
  return null;
end $$;

revoke all on function forget_comment from public;

create function forget_decision() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update messages m set text = null where m.entry = old.entry;
  update translations t set text = null where t.entry = old.entry;
  return null;
end $$;

create function forget_of_day() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  h headers;
  said jsonb := old.value::jsonb;
  word text := old.value::jsonb #>> '{}';
  gone text[];
begin
  select * into h from headers x where x.entry = old.entry;
  if h.kind in ('protected.entered', 'operation.reported', 'action.result_recorded', 'operation.debriefed', 'media_line.written', 'action.planned', 'action.changed') then
    perform pg_advisory_xact_lock(hashtextextended('liaison-operation ' || (h.subject::jsonb ->> 'operation'), 0));
  end if;
  case h.kind
  when 'protected.entered' then
    update protected p set
      subject = case old.name when 'subject_name' then '—' else p.subject end,
      reason = case old.name when 'reason' then '—' else p.reason end,
      erased = p.erased || jsonb_build_object(case old.name when 'subject_name' then 'subject' else 'reason' end, to_jsonb(statement_timestamp()))
     where p.jit = h.jit and p.id = (h.subject::jsonb ->> 'protected')::uuid and old.name in ('subject_name', 'reason');
  when 'operation.reported' then
    update operation_reports r set text = '—', erased = jsonb_build_object('text', to_jsonb(statement_timestamp())) where r.jit = h.jit and r.id = (h.subject::jsonb ->> 'report')::uuid;
  when 'action.result_recorded' then
    update action_results r set text = '—', erased = jsonb_build_object('text', to_jsonb(statement_timestamp())) where r.jit = h.jit and r.id = (h.subject::jsonb ->> 'result')::uuid;
  when 'operation.debriefed' then
    update debriefs d set text = '—', erased = jsonb_build_object('text', to_jsonb(statement_timestamp())), version = d.version + 1
     where d.jit = h.jit and d.operation = (h.subject::jsonb ->> 'operation')::uuid and d.party = h.party and d.text = word;
  when 'media_line.written' then
    update media_lines l set text = '—', erased = jsonb_build_object('text', to_jsonb(statement_timestamp())), version = l.version + 1
     where l.jit = h.jit and l.operation = (h.subject::jsonb ->> 'operation')::uuid and l.text = word;
  when 'action.planned', 'action.changed' then
    perform 1 from action_plans p where p.jit = h.jit and p.action = (h.subject::jsonb ->> 'action')::uuid for update;
    select array_agg(v.name) into gone from action_plans p cross join jsonb_each_text(to_jsonb(p)) v (name, stands)
     where p.jit = h.jit and p.action = (h.subject::jsonb ->> 'action')::uuid and v.name in ('objective', 'place', 'team', 'interpreter', 'risk', 'contingency', 'channel', 'authorisation_kind', 'authorisation_reference')
       and case h.kind when 'action.planned' then v.name = old.name and v.stands = word
             else v.stands in (said -> v.name ->> 'from', said -> v.name ->> 'to',
               said #>> array['authorisation', 'from', replace(v.name, 'authorisation_', '')],
               said #>> array['authorisation', 'to', replace(v.name, 'authorisation_', '')]) end;
    update action_plans p set
    objective = case when 'objective' = any (gone) then '—' else p.objective end,
    place = case when 'place' = any (gone) then '—' else p.place end,
    team = case when 'team' = any (gone) then '—' else p.team end,
    interpreter = case when 'interpreter' = any (gone) then '—' else p.interpreter end,
    risk = case when 'risk' = any (gone) then '—' else p.risk end,
    contingency = case when 'contingency' = any (gone) then '—' else p.contingency end,
    channel = case when 'channel' = any (gone) then '—' else p.channel end,
    authorisation_kind = case when 'authorisation_kind' = any (gone) then '—' else p.authorisation_kind end,
    authorisation_reference = case when 'authorisation_reference' = any (gone) then '—' else p.authorisation_reference end,
    version = p.version + 1, erased = p.erased || (select jsonb_object_agg(n, to_jsonb(statement_timestamp())) from unnest(gone) n)
     where p.jit = h.jit and p.action = (h.subject::jsonb ->> 'action')::uuid and gone is not null;
  else
    null;
  end case;
  return null;
end $$;

revoke all on function forget_of_day from public;

create function keep_fields() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' and exists (select 1 from erased_fields x where x.entry = old.entry and x.name = old.name) then
    return old;
  end if;
  raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

revoke all on function keep_fields from public;

alter table fields enable row level security;

alter table fields force row level security;

create policy engine on fields to liaison_engine using (true) with check (true);

create policy erasing on fields to liaison_owner
  using (entry::text = current_setting('app.erasing', true));

create policy inserted on fields for insert to liaison_app
  with check ((jit = asking_jit()) AND is_new_entry(entry));

create policy mentioning on fields for select to liaison_owner
  using (name = 'place_in_text' and jit = asking_jit());

create policy recomputing on fields for select to liaison_owner
  using (current_setting('app.recomputing'::text, true) = 'on'::text);

create policy seen on fields for select to liaison_app
  using ((jit = asking_jit()) AND (asking_as_jit_auditor() OR ((EXISTS ( SELECT 1 FROM entry_audience a WHERE ((a.entry = fields.entry) AND hears(a.party, a.level, a.authorities, a.seats, CASE fields.readers WHEN 'readable'::text THEN 2 ELSE 1 END)) OFFSET 0)) AND ((readers <> 'actor'::text) OR (EXISTS ( SELECT 1 FROM headers h WHERE ((h.entry = fields.entry) AND (h.party = asking_party())) OFFSET 0))))));

grant select, insert on fields to liaison_app;

grant insert on fields to liaison_engine;

create trigger closed_delete after delete on fields referencing old table as touched for each statement
  execute function refuse_closed();

alter table fields enable always trigger closed_delete;

create trigger closed_insert after insert on fields referencing new table as touched for each statement
  execute function refuse_closed();

alter table fields enable always trigger closed_insert;

create trigger closed_update after update on fields referencing new table as touched for each statement
  execute function refuse_closed();

alter table fields enable always trigger closed_update;

create trigger forgotten after delete on fields for each row
  when (old.name = 'text'::text)
  execute function forget_decision();

create trigger forgotten_comment after delete on fields for each row
  when (old.name = 'text'::text)
  execute function forget_comment();

create trigger forgotten_of_day after delete on fields for each row
  when (old.name = any (array['subject_name'::text, 'reason'::text, 'text'::text, 'changes'::text, 'objective'::text, 'place'::text, 'team'::text, 'interpreter'::text, 'risk'::text, 'contingency'::text, 'channel'::text]))
  execute function forget_of_day();

create trigger insert_only before delete or update on fields for each row execute function keep_fields();

alter table fields enable always trigger insert_only;

create trigger nameless after delete on fields for each row
  when (old.name = 'channel_name'::text)
  execute function forget_channel();

create trigger no_truncate before truncate on fields for each statement execute function refuse_change();

alter table fields enable always trigger no_truncate;
