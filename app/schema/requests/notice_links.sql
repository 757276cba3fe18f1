-- Links of INTERPOL notices to exhibits, and to the request for arrest or extradition on which they rest.
-- Columns: app/models/notices.py. Rules: app/services/requests/notices/links.py.

alter table notice_exhibits enable row level security;

alter table notice_exhibits force row level security;

-- Link: leaders and contributors of the party of the notice, in their own name, to an exhibit that they see.
create policy inserted on notice_exhibits for insert to liaison_app
  with check (jit = asking_jit() and added_by = asking_seat() and party = asking_party() and may_contribute()
              and exists (
                select 1 from notices n
                 where n.id = notice_exhibits.notice and n.jit = notice_exhibits.jit and n.party = asking_party() offset 0)
              and exists (select 1 from evidence e where e.id = notice_exhibits.evidence offset 0));

create policy deleted on notice_exhibits for delete to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute()
         and exists (select 1 from evidence e where e.id = notice_exhibits.evidence offset 0));

-- Read: everyone who sees the notice and the exhibit.
create policy seen on notice_exhibits for select to liaison_app
  using (jit = asking_jit()
         and exists (select 1 from notices n where n.id = notice_exhibits.notice and n.jit = notice_exhibits.jit offset 0)
         and exists (select 1 from evidence e where e.id = notice_exhibits.evidence offset 0));

grant select, insert, delete on notice_exhibits to liaison_app;

-- Each exhibit, linked or unlinked, commits together with its ledger entry.
create constraint trigger entered_1 after insert on notice_exhibits deferrable initially deferred for each row
  execute function demand_entered_values(
    '{notice.exhibit_linked}', 'notice', 'notice', 'exhibit=evidence', 'exhibit_kind=kind');

create constraint trigger entered_2 after delete on notice_exhibits deferrable initially deferred for each row
  execute function demand_entered_values(
    '{notice.exhibit_unlinked}', 'notice', 'notice', 'exhibit=evidence', 'exhibit_kind=kind');

alter table notice_warrants enable row level security;

alter table notice_warrants force row level security;

-- Link: leaders and contributors, a notice and a request of their own party.
create policy inserted on notice_warrants for insert to liaison_app
  with check (jit = asking_jit() and linked_by = asking_seat() and party = asking_party() and may_contribute()
              and exists (
                select 1 from notices n
                 where n.id = notice_warrants.notice and n.jit = notice_warrants.jit and n.party = asking_party() offset 0)
              and exists (
                select 1 from requests r
                 where r.id = notice_warrants.request and r.jit = notice_warrants.jit and r.party = asking_party() offset 0));

create policy deleted on notice_warrants for delete to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute());

-- Read: everyone who sees the notice and the content of the request.
create policy seen on notice_warrants for select to liaison_app
  using (jit = asking_jit()
         and exists (select 1 from notices n where n.id = notice_warrants.notice and n.jit = notice_warrants.jit offset 0)
         and exists (
           select 1 from request_contents c where c.request = notice_warrants.request and c.jit = notice_warrants.jit offset 0));

grant select, insert, delete on notice_warrants to liaison_app;

-- Each link, made or removed, commits together with its ledger entry.
create constraint trigger entered_1 after insert on notice_warrants deferrable initially deferred for each row
  execute function demand_entered_values('{notice.warrant_linked}', 'notice', 'notice', 'subject.request=request');

create constraint trigger entered_2 after delete on notice_warrants deferrable initially deferred for each row
  execute function demand_entered_values('{notice.warrant_unlinked}', 'notice', 'notice', 'subject.request=request');
