-- Deadlines of legal requests and of their items.
-- Columns: app/models/requests.py. Due instants: app/access/requests/deadlines.py. When they begin and end:
-- app/services/requests/deadlines/events.py. Warnings: app/services/requests/deadlines/jobs.py.

alter table request_deadlines enable row level security;

alter table request_deadlines force row level security;

-- The worker warns of deadlines. The table holds no text about persons.
create policy engine on request_deadlines to liaison_engine using (true) with check (true);

-- Begin and change: leaders and contributors of the party of the request.
create policy inserted on request_deadlines for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_contribute()
              and exists (
                select 1 from requests r
                 where r.id = request_deadlines.request and r.jit = request_deadlines.jit and r.party = asking_party() offset 0));

-- Read: everyone who sees the content, and coordinators of the parties that see it.
create policy seen on request_deadlines for select to liaison_app
  using (jit = asking_jit()
         and (exists (
                select 1 from request_contents c
                 where c.request = request_deadlines.request and c.jit = request_deadlines.jit offset 0)
              or may_coordinate()
                 and (party = asking_party()
                      or exists (select 1 from contents_released(request_deadlines.request, request_deadlines.jit) offset 0))));

create policy updated on request_deadlines for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute() and ended_at is null)
  with check (jit = asking_jit() and party = asking_party() and may_contribute());

-- The rule and the event never change.
grant select, insert, update (due_at, extensions, paused_at, paused, stopped_at, missed_at, ended_at, outcome, alarm_at)
  on request_deadlines to liaison_app;

grant select, update (missed_at, alarm_at, warned_at) on request_deadlines to liaison_engine;

-- Each deadline and each change commits together with a ledger entry that states when it is due. Warnings are the
-- engine's: members have no grant on `warned_at`, and an entry about a warning admits nothing else.
create constraint trigger entered_1 after insert on request_deadlines deferrable initially deferred for each row
  execute function demand_entered_values(
    '{request.deadline_started}', 'deadline', 'id', 'subject.request=request', 'rule', 'due_at', 'begins_at',
    'duration', 'counted_in=basis', 'zone');

create constraint trigger entered_2 after update on request_deadlines deferrable initially deferred for each row
  when (new.warned_at is distinct from old.warned_at)
  execute function demand_entered_values(
    '{request.deadline_near,request.deadline_missed}', 'deadline', 'id', 'due_at', 'due_at=former.due_at');

create constraint trigger entered_3 after update on request_deadlines deferrable initially deferred for each row
  when (new.warned_at is not distinct from old.warned_at and new.ended_at is null)
  execute function demand_entered_values(
    '{request.deadline_changed}', 'deadline', 'id', 'due_at', 'former=former.due_at');

create constraint trigger entered_4 after update on request_deadlines deferrable initially deferred for each row
  when (new.warned_at is not distinct from old.warned_at and new.ended_at is not null)
  execute function demand_entered_values(
    '{request.deadline_ended}', 'deadline', 'id', 'outcome', 'due_at', 'due_at=former.due_at');
