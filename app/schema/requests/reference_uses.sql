-- Values of the reference data on which requests, hearings and assessments of a party relied (reference_uses).
-- Columns: app/models/reference_uses.py. What is recorded: app/services/requests/uses/recording.py. Contributor: the role `member`.

alter table reference_uses enable row level security;

alter table reference_uses force row level security;

-- The worker tells leaders of changed values. The table holds no text about persons.
create policy engine on reference_uses to liaison_engine using (true) with check (true);

-- reference_fields_in_use and reference_values_by_use run as the owner. They tell an operator that a value is in use, and in
-- which order of use, and nothing else.
create policy operating on reference_uses for select to liaison_owner using (asking_operator());

-- Record: leaders and contributors, for a request, a hearing or an assessment of their party.
create policy inserted on reference_uses for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_contribute() and settled_by is null
              and (exists (
                     select 1 from requests r
                      where r.id = reference_uses.request and r.jit = reference_uses.jit and r.party = asking_party() offset 0)
                   or exists (
                     select 1 from hearings h
                      where h.id = reference_uses.court_hearing and h.jit = reference_uses.jit and h.party = asking_party() offset 0)
                   or exists (
                     select 1 from admissibilities a
                      where a.id = reference_uses.admissibility and a.jit = reference_uses.jit and a.party = asking_party() offset 0)));

-- Read: members of the party who read the content of the request. A release shows no other party of what it relied on.
create policy seen on reference_uses for select to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_read_request_contents());

-- Record again: leaders and contributors of the party. Decide: its leaders, in their own name.
create policy updated on reference_uses for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute())
  with check (jit = asking_jit() and party = asking_party() and may_contribute()
              and (settled_by is null or settled_by = asking_seat() and may_lead()));

grant select, insert, update (version, value, used_at, settled_version, told_version, decision, settled_by, settled_at)
  on reference_uses to liaison_app;

grant select, update (told_version) on reference_uses to liaison_engine;

-- Each decision commits together with a ledger entry that states it; so does each notice of a change.
create constraint trigger entered_1 after update on reference_uses deferrable initially deferred for each row
  when (new.settled_at is distinct from old.settled_at and new.settled_at is not null and new.request is not null)
  execute function demand_entered_values(
    '{request.reference_settled}', 'use', 'id', 'reference_version=settled_version', 'decision');

create constraint trigger entered_2 after update on reference_uses deferrable initially deferred for each row
  when (new.told_version is distinct from old.told_version and new.used_at is not distinct from old.used_at
        and new.request is not null)
  execute function demand_entered_values(
    '{request.reference_changed}', 'request', 'request', 'reference_version=told_version');

-- A use commits together with the entry of the act that relied on the value: so nobody records a newer version in order to hide a
-- change from the leaders.
create constraint trigger entered_3 after insert on reference_uses deferrable initially deferred for each row
  when (new.request is not null)
  execute function demand_entered_values(
    '{request.drafted,request.registered,request.form_saved,request.form_sent,request.sent,request.moved,request.deadline_started}',
    'request', 'request');

create constraint trigger entered_4 after update on reference_uses deferrable initially deferred for each row
  when (new.version is distinct from old.version and new.request is not null)
  execute function demand_entered_values(
    '{request.form_saved,request.form_sent,request.sent,request.moved}', 'request', 'request');

-- The same for hearings. A leader's decision also records the present version.
create constraint trigger entered_5 after update on reference_uses deferrable initially deferred for each row
  when (new.settled_at is distinct from old.settled_at and new.settled_at is not null and new.court_hearing is not null)
  execute function demand_entered_values(
    '{hearing.reference_settled}', 'use', 'id', 'reference_version=settled_version', 'decision');

create constraint trigger entered_6 after update on reference_uses deferrable initially deferred for each row
  when (new.told_version is distinct from old.told_version and new.used_at is not distinct from old.used_at
        and new.court_hearing is not null)
  execute function demand_entered_values(
    '{hearing.reference_changed}', 'court_hearing', 'court_hearing', 'reference_version=told_version');

create constraint trigger entered_7 after insert on reference_uses deferrable initially deferred for each row
  when (new.court_hearing is not null)
  execute function demand_entered_values(
    '{hearing.created,hearing.changed,hearing.reference_settled}', 'court_hearing', 'court_hearing');

create constraint trigger entered_8 after update on reference_uses deferrable initially deferred for each row
  when (new.version is distinct from old.version and new.court_hearing is not null)
  execute function demand_entered_values(
    '{hearing.reference_settled}', 'court_hearing', 'court_hearing');

-- The same for assessments, which are never changed: a later assessment has its own use.
create constraint trigger entered_9 after update on reference_uses deferrable initially deferred for each row
  when (new.told_version is distinct from old.told_version and new.admissibility is not null)
  execute function demand_entered_values(
    '{admissibility.reference_changed}', 'admissibility', 'admissibility', 'reference_version=told_version');

create constraint trigger entered_91 after insert on reference_uses deferrable initially deferred for each row
  when (new.admissibility is not null)
  execute function demand_entered_values('{admissibility.assessed}', 'admissibility', 'admissibility');

-- Trigger: a use is changed by recording it again in a newer version that exists, or by a decision. A deadline and an
-- assessment are never recorded again.
create function refuse_raised_use() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user not in ('liaison_app', 'liaison_engine') then
    return new;
  end if;
  if new.version = old.version then
    if new.value is not distinct from old.value and new.used_at = old.used_at
       and ((new.settled_version, new.decision, new.settled_by, new.settled_at)
              is not distinct from (old.settled_version, old.decision, old.settled_by, old.settled_at)
            or new.settled_at is not null and new.settled_at is distinct from old.settled_at) then
      return new;
    end if;
  elsif new.version > old.version and new.purpose not in ('deadline', 'admissibility') and new.settled_version = new.version
        and new.told_version = new.version and exists (
          select 1 from reference_versions v
           where v.kind = new.kind and v.key = new.key and v.field = new.field and v.version = new.version
                 and v.value is not distinct from new.value) then
    return new;
  end if;
  raise exception 'a use is recorded again in a newer version, or decided about' using errcode = 'insufficient_privilege';
end $$;

create trigger raised before update on reference_uses for each row execute function refuse_raised_use();

-- Uses of open requests, running deadlines, later hearings and present assessments whose value is another one by now, as far
-- as the asking member or the worker sees them. A value that a leader removed from a hearing does not count, and neither does
-- one of another country than the hearing's. `of_object`: those of one request, hearing or assessment; null for all. A decision
-- holds until the value changes again.
create function changed_reference_uses(of_object uuid) returns table (
  id uuid, jit uuid, party uuid, object uuid, request uuid, court_hearing uuid, admissibility uuid, purpose text,
  deadline uuid, kind text, key text, field text, version bigint, value jsonb, used_at timestamptz, told_version bigint,
  decision text, new_version bigint, new_value jsonb, new_source text, changed_at timestamptz)
language sql stable as $$
  select u.id, u.jit, u.party, coalesce(u.request, u.court_hearing, u.admissibility), u.request, u.court_hearing,
         u.admissibility, u.purpose, u.deadline, u.kind, u.key, u.field, u.version, u.value, u.used_at, u.told_version,
         u.decision, v.version, v.value, v.source, v.changed_at
    from reference_uses u
    join lateral (
      select x.version, x.value, x.source, x.changed_at from reference_versions x
       where x.kind = u.kind and x.key = u.key and x.field = u.field order by x.version desc limit 1) v on true
    left join requests r on r.jit = u.jit and r.id = u.request
    left join request_deadlines d on d.jit = u.jit and d.id = u.deadline
    left join hearings h on h.jit = u.jit and h.id = u.court_hearing
    left join admissibilities a on a.jit = u.jit and a.id = u.admissibility
   where (of_object is null or of_object in (u.request, u.court_hearing, u.admissibility))
     and v.version > u.settled_version and v.value is distinct from u.value
     and case
       when u.request is not null then r.state not in ('CLOSED', 'WITHDRAWN') and (u.deadline is null or d.ended_at is null)
       when u.court_hearing is not null then
         h.country = u.key and h.held_at > statement_timestamp() and u.decision is distinct from 'removed'
       else a.id is not null and not exists (select 1 from admissibilities x where x.replaces = a.id)
     end
$$;

-- Fields of a record on whose present or former value a request, hearing or assessment of any team relied. Operators only: they learn that a value
-- is in use, and neither by whom nor how often. Security definer: operators read no row of a team.
create function reference_fields_in_use(of_kind text, of_key text) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct u.field from reference_uses u where u.kind = of_kind and u.key = of_key order by u.field
$$;

revoke all on function reference_fields_in_use from public;

grant execute on function reference_fields_in_use to liaison_app;

-- Values in use by their place in the order of use: 1 for those on which most requests, hearings and assessments relied. Operators only: they learn
-- neither numbers nor teams. Security definer: operators read no row of a team.
create function reference_values_by_use() returns table (kind text, key text, field text, place bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.kind, u.key, u.field, dense_rank() over (order by count(distinct coalesce(u.request, u.court_hearing, u.admissibility)) desc)
    from reference_uses u group by u.kind, u.key, u.field
$$;

revoke all on function reference_values_by_use from public;

grant execute on function reference_values_by_use to liaison_app;
