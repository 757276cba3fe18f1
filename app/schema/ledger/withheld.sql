-- Ledger entries that coordinators do not read by that role: about contents of legal requests, notices and hearings, and
-- of exhibits that their party obtained what a member at the level `listed` is not told.
-- The rows of entries stay: a coordinator with another role may read them. For the live channel: app/ledger/audiences.py.

-- Whether the asking member is a coordinator who reads no contents.
create function asking_without_contents() returns boolean language sql stable parallel safe
return may_coordinate() and not may_read_request_contents();

-- Whether an entry of this kind can be about a content. Cheap: most entries are not.
create function may_be_of_contents(kind text) returns boolean language sql immutable parallel safe
return kind ~ '^((request|notice|hearing|admissibility|field)\.|task\.(un)?tied$)';

-- Whether an entry is about a content: any of these domains, except steps of a request and its deadlines, and the own
-- export of the register; that a task was linked to an item; that fields of such an entry are erased. `regards`: what the
-- entry is about.
-- Security definer: the entry that is erased, and what is linked, must be found whoever reads.
create function is_of_contents(wanted uuid, kind text, regards uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if kind like 'task.%' then
    return exists (select from fields f where f.entry = wanted and f.name = 'what' and f.value::jsonb = '"item"');
  elsif kind like 'field.%' then
    return exists (
      select from headers h
       where h.entry = regards and h.kind not like 'field.%' and may_be_of_contents(h.kind)
         and is_of_contents(h.entry, h.kind, h.about));
  end if;
  return kind not in ('request.moved', 'request.sent', 'request.transmitted', 'request.deadline_started',
                      'request.deadline_changed', 'request.deadline_ended', 'request.deadline_near', 'request.deadline_missed',
                      'request.register_exported');
end $$;

revoke all on function is_of_contents from public;

grant execute on function is_of_contents to liaison_app, liaison_engine;

-- Whether an entry of this kind about an exhibit tells more than a member at the level `listed` hears: neither all who
-- see the exhibit hear it, nor is it about a release to a party. The same kinds: `Heard` of app/ledger/facts.
create function is_beyond_listed(kind text) returns boolean language sql immutable parallel safe
return kind <> all (array[
  'acquisition.corrected', 'acquisition.recorded', 'custody.checked_in', 'custody.checked_out',
  'custody.collected', 'custody.corrected', 'custody.destroyed', 'custody.imported', 'custody.incident',
  'custody.offered', 'custody.produced', 'custody.received', 'custody.refused', 'custody.returned',
  'custody.sealed', 'custody.seized', 'custody.stored', 'custody.transported', 'custody.unsealed',
  'custody.withdrawn', 'evidence.described', 'evidence.erased', 'evidence.erasure_decided',
  'evidence.evaluated', 'evidence.field_erased', 'evidence.fields_erased', 'evidence.filtered',
  'evidence.imported', 'evidence.joint', 'evidence.registered', 'evidence.retained',
  'evidence.use_limit_ended', 'evidence.use_limited', 'evidence.verified', 'evidence.withdrawn',
  'file.malware_found', 'file.received', 'fixity.failed', 'fixity.verified',
  'emergency.reviewed', 'evidence.court_use_allowed', 'evidence.court_use_ended', 'evidence.recalled',
  'evidence.released', 'release.followed', 'release.lapsed', 'release.started']);

-- Whether the asking member is a coordinator who has this exhibit, which the own party obtained, at the level `listed`.
-- Security definer: the rule must be found whatever the member reads.
create function is_own_at_listed(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return asking_as_coordinator() and exists (
  select 1 from evidence e
    left join releases r on r.jit = e.jit and r.evidence = e.id and r.party = asking_party()
   where e.id = wanted and e.jit = asking_jit() and obtained_by(asking_party(), e.originator, e.joint)
     and coalesce(admitted(r.level, r.authorities, r.seats, r.not_before, r.until), 0) < 2);

revoke all on function is_own_at_listed from public;

grant execute on function is_own_at_listed to liaison_app;

-- The owner: is_of_contents reads what a task was linked to.
create policy tying on fields for select to liaison_owner using (name = 'what');

create policy withheld on headers as restrictive for select to liaison_app
  using ((select not may_coordinate())
         or not ((select asking_without_contents()) and may_be_of_contents(kind) and is_of_contents(entry, kind, about))
            and not (evidence is not null and is_beyond_listed(kind) and is_own_at_listed(evidence)));

create policy withheld on bodies as restrictive for select to liaison_app
  using ((select not may_coordinate())
         or exists (select 1 from headers h where h.entry = bodies.entry offset 0));

-- Reasons of steps and deadlines, and the stations before the holder, are of the content too. Of an exhibit that the own
-- party obtained, fields for the acting party alone tell more than `listed`.
create policy withheld on fields as restrictive for select to liaison_app
  using ((select not may_coordinate())
         or exists (
           select 1 from headers h
            where h.entry = fields.entry
              and not ((select asking_without_contents()) and h.kind like 'request.%'
                       and (fields.readers = 'actor'
                            or h.kind = 'request.transmitted' and fields.name not in ('number', 'arrived_at')))
              and not (fields.readers = 'actor' and h.evidence is not null and is_own_at_listed(h.evidence)) offset 0));
