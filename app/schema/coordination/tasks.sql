-- Tasks, with comments, checklists, dependencies (task_waits), and links to exhibits, decisions, legal requests, their items,
-- and consent requests.
-- Columns: app/models/coordination/tasks.py, task_matters.py. States: app/access/coordination/task_states.py. Other rules:
-- app/services/coordination/tasks/tasks.py. Contributor: the role `member`.

-- Whether the asking member works on the task: coordinators, the assigner, the assignee and co-assignees. `WORKING` in
-- app/access/coordination/task_states.py. Below, "assignee" in a comment means co-assignees, too.
create function works_on_task(assigner uuid, assignee uuid, co_assignees uuid[]) returns boolean
  language sql stable parallel safe
return may_coordinate() or assigner = asking_seat() or assignee = asking_seat() or asking_seat() = any (co_assignees);

alter table task_comments enable row level security;

alter table task_comments force row level security;

-- Erasure: forget_comment (ledger/fields.sql) runs as the owner and replaces erased text with a dash.
create policy erasing on task_comments to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

-- Comment: everyone who sees the task. Here and below, `offset 0` makes PostgreSQL look up one row by its
-- key. Without it, PostgreSQL also plans a table of all such rows.
create policy inserted on task_comments for insert to liaison_app
  with check ((jit = asking_jit()) and (seat = asking_seat())
              and (exists (
                    select 1 from tasks t
                     where ((t.id = task_comments.task) and (t.jit = task_comments.jit)) offset 0)));

-- Read: everyone who sees the task. A party to which the task was reassigned reads comments from then on.
-- Coordinators and the assigner's party read all, and everyone reads their own.
create policy seen on task_comments for select to liaison_app
  using ((jit = asking_jit())
         and (exists (
               select 1 from tasks t
                where ((t.id = task_comments.task) and (t.jit = task_comments.jit)
                       and (may_coordinate()
                            or (asking_party() = t.assigner_party) or (t.party_since <= task_comments.at)
                            or (task_comments.seat = asking_seat()))) offset 0)));

grant select, insert on task_comments to liaison_app;

-- The application cannot set `erased` (keep_what_was_erased in shared/histories.sql).
create trigger erased before insert or update on task_comments for each row execute function keep_what_was_erased();

alter table task_consents enable row level security;

alter table task_consents force row level security;

-- Unlink: the assigner, the assignee and coordinators, if they see the consent request.
create policy deleted on task_consents for delete to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from tasks t
            where t.id = task_consents.task and t.jit = task_consents.jit
              and works_on_task(t.assigner, t.assignee, t.co_assignees) offset 0)
         and exists (
           select 1 from consents c
            where c.id = task_consents.consent and c.jit = task_consents.jit offset 0));

-- Link: the same members, in their own name.
create policy inserted on task_consents for insert to liaison_app
  with check (linked_by = asking_seat() and jit = asking_jit()
              and exists (
                select 1 from tasks t
                 where t.id = task_consents.task and t.jit = task_consents.jit
                   and works_on_task(t.assigner, t.assignee, t.co_assignees) offset 0)
              and exists (
                select 1 from consents c
                 where c.id = task_consents.consent and c.jit = task_consents.jit offset 0));

-- Read: everyone who sees both the task and the consent request.
create policy seen on task_consents for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from tasks t where t.id = task_consents.task and t.jit = task_consents.jit offset 0)
         and exists (
           select 1 from consents c
            where c.id = task_consents.consent and c.jit = task_consents.jit offset 0));

grant select, insert, delete on task_consents to liaison_app;

alter table task_decisions enable row level security;

alter table task_decisions force row level security;

-- Unlink: the assigner, the assignee and coordinators, if they read the decision.
create policy deleted on task_decisions for delete to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from tasks t
            where t.id = task_decisions.task and t.jit = task_decisions.jit
              and works_on_task(t.assigner, t.assignee, t.co_assignees) offset 0)
         and exists (
           select 1 from messages m
            where m.id = task_decisions.message and m.jit = task_decisions.jit and m.kind = 'decision'
            offset 0));

-- Link: the same members, in their own name. Chat is not linked: the link would outlive the chat message.
create policy inserted on task_decisions for insert to liaison_app
  with check (linked_by = asking_seat() and jit = asking_jit()
              and exists (
                select 1 from tasks t
                 where t.id = task_decisions.task and t.jit = task_decisions.jit
                   and works_on_task(t.assigner, t.assignee, t.co_assignees) offset 0)
              and exists (
                select 1 from messages m
                 where m.id = task_decisions.message and m.jit = task_decisions.jit and m.kind = 'decision'
                 offset 0));

-- Read: everyone who sees the task and reads the decision.
create policy seen on task_decisions for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from tasks t where t.id = task_decisions.task and t.jit = task_decisions.jit offset 0)
         and exists (
           select 1 from messages m
            where m.id = task_decisions.message and m.jit = task_decisions.jit and m.kind = 'decision'
            offset 0));

grant select, insert, delete on task_decisions to liaison_app;

alter table task_items enable row level security;

alter table task_items force row level security;

-- Remove: the assigner, the assignee and coordinators.
create policy deleted on task_items for delete to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from tasks t
            where t.jit = task_items.jit and t.id = task_items.task
              and works_on_task(t.assigner, t.assignee, t.co_assignees)));

-- Add: the same members, in their own name.
create policy inserted on task_items for insert to liaison_app
  with check (jit = asking_jit() and added_by = asking_seat() and done_by is null
              and exists (
                select 1 from tasks t
                 where t.jit = task_items.jit and t.id = task_items.task
                   and works_on_task(t.assigner, t.assignee, t.co_assignees)));

-- Read: everyone who sees the task.
create policy seen on task_items for select to liaison_app
  using (jit = asking_jit()
         and exists (select 1 from tasks t where t.jit = task_items.jit and t.id = task_items.task));

-- Tick or untick: the same members, in their own name.
create policy updated on task_items for update to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from tasks t
            where t.jit = task_items.jit and t.id = task_items.task
              and works_on_task(t.assigner, t.assignee, t.co_assignees)))
  with check (jit = asking_jit() and (done_by is null or done_by = asking_seat()));

grant select, insert, delete, update (done_by, done_at) on task_items to liaison_app;

alter table task_links enable row level security;

alter table task_links force row level security;

-- Unlink: the assigner, the assignee and coordinators, if they see the exhibit.
create policy deleted on task_links for delete to liaison_app
  using ((jit = asking_jit())
         and (exists (
               select 1 from tasks t
                where ((t.id = task_links.task) and (t.jit = task_links.jit)
                       and works_on_task(t.assigner, t.assignee, t.co_assignees)) offset 0))
         and (exists (select 1 from evidence e where (e.id = task_links.evidence) offset 0)));

-- Link: the same members, in their own name.
create policy inserted on task_links for insert to liaison_app
  with check ((jit = asking_jit()) and (linked_by = asking_seat())
              and (exists (
                    select 1 from tasks t
                     where ((t.id = task_links.task) and (t.jit = task_links.jit)
                            and works_on_task(t.assigner, t.assignee, t.co_assignees)) offset 0))
              and (exists (select 1 from evidence e where (e.id = task_links.evidence) offset 0)));

-- Read: everyone who sees both the task and the exhibit.
create policy seen on task_links for select to liaison_app
  using ((jit = asking_jit())
         and (exists (
               select 1 from tasks t where ((t.id = task_links.task) and (t.jit = task_links.jit)) offset 0))
         and (exists (select 1 from evidence e where (e.id = task_links.evidence) offset 0)));

grant select, insert, delete on task_links to liaison_app;

alter table task_waits enable row level security;

alter table task_waits force row level security;

-- Remove or add a dependency: coordinators only. They see every task.
create policy deleted on task_waits for delete to liaison_app
  using (jit = asking_jit() and may_coordinate()
         and exists (select 1 from tasks t where t.jit = task_waits.jit and t.id = task_waits.task)
         and exists (select 1 from tasks t where t.jit = task_waits.jit and t.id = task_waits.waits_for));

create policy inserted on task_waits for insert to liaison_app
  with check (jit = asking_jit() and added_by = asking_seat() and may_coordinate()
              and exists (select 1 from tasks t where t.jit = task_waits.jit and t.id = task_waits.task)
              and exists (
                select 1 from tasks t where t.jit = task_waits.jit and t.id = task_waits.waits_for));

-- Read: everyone who sees both tasks.
create policy seen on task_waits for select to liaison_app
  using (jit = asking_jit()
         and exists (select 1 from tasks t where t.jit = task_waits.jit and t.id = task_waits.task)
         and exists (select 1 from tasks t where t.jit = task_waits.jit and t.id = task_waits.waits_for));

grant select, insert, delete on task_waits to liaison_app;

-- Trigger: nobody accepts a task for another party, also not for a new co-assignee. The policy `inserted` compares a follow-up with its predecessor. Who
-- may do what else within the parties: app/access/coordination/task_states.py.
create function keep_acceptance_of_task() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
declare
  same constant boolean := tg_op = 'UPDATE' and new.assignee is not distinct from old.assignee;
  stays constant boolean := same and new.co_assignees <@ old.co_assignees;
begin
  if current_user <> 'liaison_app' or tg_op = 'INSERT' and new.predecessor is not null
     or (stays or same and new.assignee_party is not distinct from asking_party())
        and (new.accepted_at, new.accepted_by) is not distinct from (old.accepted_at, old.accepted_by) then
    return new;
  end if;
  if (case when new.assignee_party is not distinct from asking_party()
       then new.accepted_by is distinct from asking_seat() and (stays or new.accepted_by is not null)
       else stays or new.accepted_at is not null or new.accepted_by is not null or new.state <> 'proposed' end) then
    raise exception 'another party accepts a task itself' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

alter table tasks enable row level security;

alter table tasks force row level security;

-- close_team (teams/closing.sql) runs as the owner and looks for open tasks of the asking member's team. In
-- sessions of the engine the owner sees the tasks of every team.
create policy closing on tasks to liaison_owner
  using ((session_user = 'liaison_engine') or (jit = asking_jit()));

-- The worker finds out whom to notify of a task or its deadline. Its grant leaves out all text.
create policy engine on tasks for select to liaison_engine using (true);

-- Create: coordinators, in their own name, for active members of one party; leaders for a member of their own party. The
-- follow-up of a repeating task is also created by its assigner or assignee; it has the parties of its predecessor
-- and no other people.
create policy inserted on tasks for insert to liaison_app
  with check (jit = asking_jit()
              and exists (
                select 1 from members m
                 where m.jit = tasks.jit and m.id = tasks.assignee and m.party = tasks.assignee_party
                   and m.state = 'seated')
              and not exists (
                select 1 from unnest(tasks.co_assignees) as c (id)
                 where not exists (
                   select 1 from members m
                    where m.jit = tasks.jit and m.id = c.id and m.party = tasks.assignee_party
                      and m.state = 'seated'))
              and ((predecessor is null and assigner = asking_seat() and assigner_party = asking_party()
                    and (may_coordinate()
                         or (may_lead() and assignee_party = asking_party())))
                   or (works_on_task(assigner, assignee, co_assignees)
                       and exists (
                         select 1 from tasks p
                          where p.jit = tasks.jit and p.id = tasks.predecessor
                            and (p.assigner, p.assigner_party, p.assignee, p.assignee_party, p.accepted_at, p.accepted_by)
                                is not distinct from
                                (tasks.assigner, tasks.assigner_party, tasks.assignee, tasks.assignee_party,
                                 tasks.accepted_at, tasks.accepted_by)
                            and tasks.co_assignees <@ p.co_assignees offset 0))));

-- Read: coordinators, the assigner and the assignee, and leaders and contributors of the assigner's or the
-- assignee's party.
create policy seen on tasks for select to liaison_app
  using ((jit = asking_jit())
         and (works_on_task(assigner, assignee, co_assignees)
              or (may_contribute()
                  and ((asking_party() = assigner_party) or (asking_party() = assignee_party)))));

-- Change: coordinators, the assigner, the assignee and leaders of the assignee's party. Assignee and co-assignees belong
-- to that party; the membership may be suspended or ended by then.
create policy updated on tasks for update to liaison_app
  using (jit = asking_jit()
         and (works_on_task(assigner, assignee, co_assignees)
              or (may_lead() and assignee_party = asking_party())))
  with check (jit = asking_jit()
              and (works_on_task(assigner, assignee, co_assignees)
                   or (may_lead() and assignee_party = asking_party()))
              and exists (
                select 1 from members m
                 where m.jit = tasks.jit and m.id = tasks.assignee and m.party = tasks.assignee_party
                   and m.state <> 'proposed')
              and not exists (
                select 1 from unnest(tasks.co_assignees) as c (id)
                 where not exists (
                   select 1 from members m
                    where m.jit = tasks.jit and m.id = c.id and m.party = tasks.assignee_party
                      and m.state <> 'proposed')));

-- number, assigner, assigner_party, created_at and predecessor never change.
grant select, insert, update (title, details, priority, state, state_reason, assignee, co_assignees, assignee_party, due_at,
  due_zone, updated_at, state_changed_at, party_since, version, legal_basis, language, accepted_at, accepted_by,
  repeats, repeats_from, repeats_zone, occurrence, followed_at)
  on tasks to liaison_app;

grant select (id, jit, state, assigner, assignee, co_assignees, due_at) on tasks to liaison_engine;

create trigger keep_acceptance before insert or update on tasks for each row
  execute function keep_acceptance_of_task();

alter table task_requests enable row level security;

alter table task_requests force row level security;

-- Unlink: the assigner, the assignee and coordinators, if they see the legal request.
create policy deleted on task_requests for delete to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from tasks t
            where t.id = task_requests.task and t.jit = task_requests.jit
              and works_on_task(t.assigner, t.assignee, t.co_assignees) offset 0)
         and exists (
           select 1 from requests c
            where c.id = task_requests.request and c.jit = task_requests.jit offset 0));

-- Link: the same members, in their own name.
create policy inserted on task_requests for insert to liaison_app
  with check (linked_by = asking_seat() and jit = asking_jit()
              and exists (
                select 1 from tasks t
                 where t.id = task_requests.task and t.jit = task_requests.jit
                   and works_on_task(t.assigner, t.assignee, t.co_assignees) offset 0)
              and exists (
                select 1 from requests c
                 where c.id = task_requests.request and c.jit = task_requests.jit offset 0));

-- Read: everyone who sees both the task and the legal request.
create policy seen on task_requests for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from tasks t where t.id = task_requests.task and t.jit = task_requests.jit offset 0)
         and exists (
           select 1 from requests c
            where c.id = task_requests.request and c.jit = task_requests.jit offset 0));

grant select, insert, delete on task_requests to liaison_app;

-- Each link, made or removed, commits together with its ledger entry.
create constraint trigger entered_1 after insert on task_requests deferrable initially deferred for each row
  execute function demand_entered_values('{task.tied}', 'task', 'task', 'matter=request');

create constraint trigger entered_2 after delete on task_requests deferrable initially deferred for each row
  execute function demand_entered_values('{task.untied}', 'task', 'task', 'matter=request');

alter table task_request_items enable row level security;

alter table task_request_items force row level security;

-- Unlink: the assigner, the assignee and coordinators, if they see the item of the legal request.
create policy deleted on task_request_items for delete to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from tasks t
            where t.id = task_request_items.task and t.jit = task_request_items.jit
              and works_on_task(t.assigner, t.assignee, t.co_assignees) offset 0)
         and exists (
           select 1 from request_items c
            where c.id = task_request_items.item and c.jit = task_request_items.jit offset 0));

-- Link: the same members, in their own name.
create policy inserted on task_request_items for insert to liaison_app
  with check (linked_by = asking_seat() and jit = asking_jit()
              and exists (
                select 1 from tasks t
                 where t.id = task_request_items.task and t.jit = task_request_items.jit
                   and works_on_task(t.assigner, t.assignee, t.co_assignees) offset 0)
              and exists (
                select 1 from request_items c
                 where c.id = task_request_items.item and c.jit = task_request_items.jit offset 0));

-- Read: everyone who sees both the task and the item of the legal request.
create policy seen on task_request_items for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from tasks t where t.id = task_request_items.task and t.jit = task_request_items.jit offset 0)
         and exists (
           select 1 from request_items c
            where c.id = task_request_items.item and c.jit = task_request_items.jit offset 0));

grant select, insert, delete on task_request_items to liaison_app;

-- A link commits together with its ledger entry. It goes with its item, so that its removal is not bound.
create constraint trigger entered_1 after insert on task_request_items deferrable initially deferred for each row
  execute function demand_entered_values('{task.tied}', 'task', 'task', 'matter=item');
