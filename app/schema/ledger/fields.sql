-- Policies, grants and triggers of the table fields: the values of each ledger entry, with their salts.
-- Columns: app/models/ledger.py. Readers of each field: app/ledger/facts/. Erasure: app/services/retention/field_erasures.py.

-- Trigger: replaces the name of a channel by a dash when it is erased from an entry of that channel. A newer name
-- stays. The pulse tells the live channel of the change.
-- Security definer, like the other forget_… functions: they do the same whoever deletes the field.
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

-- Trigger: replaces the text of a task comment by a dash when it is erased from the comment's entry. `erased`
-- records when.
create function forget_comment() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update task_comments c set text = '—', erased = jsonb_build_object('text', to_jsonb(statement_timestamp()))
    from headers h where h.entry = old.entry and h.kind = 'task.commented' and c.jit = h.jit
     and c.id = (h.subject::jsonb ->> 'comment')::uuid;
  return null;
end $$;

-- Trigger: removes the text of a decision and of its translations when it is erased from the decision's entry.
create function forget_decision() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update messages m set text = null where m.entry = old.entry;
  update translations t set text = null where t.entry = old.entry;
  return null;
end $$;

-- Trigger: removes erased words from the rows of an action day, which repeat the words of their entries. A dash
-- replaces them; `erased` names the column and the moment.
-- First it takes the same advisory lock as app/services/coordination/operations.py. A change of the day that is under way can
-- then neither be overwritten nor restore the words.
-- An entry of the deconfliction list, a report and a result repeat one entry, so they are always cleared. A
-- debrief, the press statement and an action plan are cleared only where they still hold the erased words.
-- The field `changes` of action.changed holds former and new values. A column of the plan is cleared if it equals
-- either.
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

-- Trigger: refuses every change of a field except the deletion of a field that erased_fields names. The erasing
-- functions add that row only after the decision has its position.
-- Security definer: it must find the row in erased_fields whoever deletes.
create function keep_fields() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' and exists (select 1 from erased_fields x where x.entry = old.entry and x.name = old.name) then
    return old;
  end if;
  raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

alter table fields enable row level security;

alter table fields force row level security;

-- The engine writes the fields of entries that background jobs append. Its grant does not let it read any.
create policy engine on fields to liaison_engine using (true) with check (true);

-- The owner counts and deletes the fields of the one entry that an erasing function has named in this variable.
create policy erasing on fields to liaison_owner
  using (entry::text = current_setting('app.erasing', true));

-- Insert: only together with a new entry. An existing entry gets no other fields.
create policy inserted on fields for insert to liaison_app
  with check ((jit = asking_jit()) and is_new_entry(entry));

-- The owner reads the places at which a decision mentions exhibits; demand_mentioned compares them with the links.
create policy mentioning on fields for select to liaison_owner
  using (name = 'place_in_text' and jit = asking_jit());

-- The owner reads which form and sections an entry names; forget_request compares them with those of later entries.
create policy naming_sections on fields for select to liaison_owner using (name in ('form', 'sections'));

-- The owner reads all fields only within the function differing, which sets this variable.
create policy recomputing on fields for select to liaison_owner
  using (current_setting('app.recomputing', true) = 'on');

-- Read: the audience of the entry. Fields for `readable` need the level View only; fields for `actor` are for the
-- party that acted. The auditor of the whole team reads all.
create policy seen on fields for select to liaison_app
  using ((jit = asking_jit())
    and (asking_as_jit_auditor()
      or ((exists ( select 1 from entry_audience a
            where ((a.entry = fields.entry)
              and hears(a.party, a.level, a.authorities, a.seats,
                case fields.readers when 'readable' then 2 else 1 end)) offset 0))
        and ((readers <> 'actor')
          or (exists ( select 1 from headers h
                where ((h.entry = fields.entry) and (h.party = asking_party())) offset 0))))));

-- The owner reads the fields of entries that this transaction appended; demand_entered_values and its like
-- (requests/entered_values.sql) compare them with the rows.
create policy stating on fields for select to liaison_owner
  using ((session_user = 'liaison_engine' or jit = asking_jit()) and xmin = pg_current_xact_id()::xid);

grant select, insert on fields to liaison_app;

grant insert on fields to liaison_engine;

-- An erased field also disappears from the rows that repeat it.
create trigger forgotten after delete on fields for each row
  when (old.name = 'text')
  execute function forget_decision();

create trigger forgotten_comment after delete on fields for each row
  when (old.name = 'text')
  execute function forget_comment();

create trigger forgotten_hearing after delete on fields for each row
  when (old.name in ('title', 'changes'))
  execute function forget_hearing();

create trigger forgotten_notice after delete on fields for each row
  when (old.name in ('content', 'changes', 'reason', 'place', 'what'))
  execute function forget_notice();

create trigger forgotten_of_day after delete on fields for each row
  when (old.name in ('subject_name', 'reason', 'text', 'changes', 'objective', 'place', 'team', 'interpreter', 'risk', 'contingency', 'channel'))
  execute function forget_of_day();

create trigger forgotten_request after delete on fields for each row
  when (old.name in ('title', 'facts', 'offence', 'request_purpose', 'confidentiality', 'conditions', 'requested_items', 'changes', 'sections'))
  execute function forget_request();

-- Insert-only, except for erased fields.
create trigger insert_only before delete or update on fields for each row execute function keep_fields();

alter table fields enable always trigger insert_only;

-- As the forgotten_… triggers, for the name of a channel.
create trigger nameless after delete on fields for each row
  when (old.name = 'channel_name')
  execute function forget_channel();

-- Insert-only: the table cannot be emptied either.
create trigger no_truncate before truncate on fields for each statement execute function refuse_change();

alter table fields enable always trigger no_truncate;
