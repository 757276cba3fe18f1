-- Steps of transmission of legal requests, their papers and results (exhibits), and links to earlier requests.
-- Columns: app/models/requests.py. Rules: app/services/requests/.

alter table request_transmissions enable row level security;

alter table request_transmissions force row level security;

-- Record: leaders and contributors of the party of the request, in their own name.
create policy inserted on request_transmissions for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and party = asking_party() and may_contribute()
              and recorded_at between statement_timestamp() - clock_skew() and statement_timestamp() + clock_skew()
              and exists (
                select 1 from requests r
                 where r.id = request_transmissions.request and r.jit = request_transmissions.jit and r.party = asking_party() offset 0));

-- Read: everyone who sees the content, and of the last step, the holder, coordinators of the parties that see it.
create policy seen on request_transmissions for select to liaison_app
  using (jit = asking_jit()
         and (exists (
                select 1 from request_contents c
                 where c.request = request_transmissions.request and c.jit = request_transmissions.jit offset 0)
              or may_coordinate()
                 and (party = asking_party()
                      or exists (
                        select 1 from contents_released(request_transmissions.request, request_transmissions.jit) offset 0))
                 and id = last_transmission(request)));

-- The owner: last_transmission.
create policy holding on request_transmissions for select to liaison_owner using (jit = asking_jit());

-- The last step of a request. Security definer: a policy that reads its own table would recurse.
create function last_transmission(wanted uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp
return (select t.id from request_transmissions t where t.jit = asking_jit() and t.request = wanted order by t.id desc limit 1);

revoke all on function last_transmission from public;

grant execute on function last_transmission to liaison_app;

-- Append-only: a step is neither changed nor deleted.
grant select, insert on request_transmissions to liaison_app;

-- Each step commits together with a ledger entry that states it.
create constraint trigger entered_1 after insert on request_transmissions deferrable initially deferred for each row
  execute function demand_entered_values(
    '{request.transmitted}', 'transmission', 'id', 'subject.request=request', 'authority', 'country', 'channel',
    'receipt', 'arrived_at');

alter table request_papers enable row level security;

alter table request_papers force row level security;

-- Link: leaders and contributors of the party of the request, in their own name, to an exhibit that they see.
create policy deleted on request_papers for delete to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute()
         and exists (select 1 from evidence e where e.id = request_papers.evidence offset 0));

create policy inserted on request_papers for insert to liaison_app
  with check (jit = asking_jit() and added_by = asking_seat() and party = asking_party() and may_contribute()
              and exists (
                select 1 from requests r
                 where r.id = request_papers.request and r.jit = request_papers.jit and r.party = asking_party() offset 0)
              and exists (select 1 from evidence e where e.id = request_papers.evidence offset 0));

-- Read: everyone who sees the content and the exhibit.
create policy seen on request_papers for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from request_contents c
            where c.request = request_papers.request and c.jit = request_papers.jit offset 0)
         and exists (select 1 from evidence e where e.id = request_papers.evidence offset 0));

grant select, insert, delete on request_papers to liaison_app;

-- Each paper, added or removed, commits together with its ledger entry.
create constraint trigger entered_1 after insert on request_papers deferrable initially deferred for each row
  execute function demand_entered_values(
    '{request.paper_added}', 'request', 'request', 'exhibit=evidence', 'paper_kind=kind');

create constraint trigger entered_2 after delete on request_papers deferrable initially deferred for each row
  execute function demand_entered_values(
    '{request.paper_removed}', 'request', 'request', 'exhibit=evidence', 'paper_kind=kind');

alter table request_results enable row level security;

alter table request_results force row level security;

-- The worker: limits_to_correct (limits_of_results.sql) runs as the owner.
create policy limiting on request_results for select to liaison_owner using (session_user = 'liaison_engine');

-- Link: leaders and contributors of the party of the request, in their own name, to an exhibit that they see.
create policy deleted on request_results for delete to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute()
         and exists (select 1 from evidence e where e.id = request_results.evidence offset 0));

create policy inserted on request_results for insert to liaison_app
  with check (jit = asking_jit() and linked_by = asking_seat() and party = asking_party() and may_contribute()
              and exists (
                select 1 from requests r
                 where r.id = request_results.request and r.jit = request_results.jit and r.party = asking_party() offset 0)
              and exists (select 1 from evidence e where e.id = request_results.evidence offset 0));

-- Read: everyone who sees the content and the exhibit.
create policy seen on request_results for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from request_contents c
            where c.request = request_results.request and c.jit = request_results.jit offset 0)
         and exists (select 1 from evidence e where e.id = request_results.evidence offset 0));

grant select, insert, delete on request_results to liaison_app;

-- Each result, linked or unlinked, commits together with its ledger entry.
create constraint trigger entered_1 after insert on request_results deferrable initially deferred for each row
  execute function demand_entered_values('{request.result_linked}', 'request', 'request', 'exhibit=evidence');

create constraint trigger entered_2 after delete on request_results deferrable initially deferred for each row
  execute function demand_entered_values('{request.result_unlinked}', 'request', 'request', 'exhibit=evidence');

alter table request_links enable row level security;

alter table request_links force row level security;

-- Link and unlink: leaders and contributors, two requests of their own party.
create policy deleted on request_links for delete to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute());

create policy inserted on request_links for insert to liaison_app
  with check (jit = asking_jit() and linked_by = asking_seat() and party = asking_party() and may_contribute()
              and exists (
                select 1 from requests r
                 where r.id = request_links.request and r.jit = request_links.jit and r.party = asking_party() offset 0)
              and exists (
                select 1 from requests r
                 where r.id = request_links.earlier and r.jit = request_links.jit and r.party = asking_party() offset 0));

-- Read: everyone who sees the content of both requests.
create policy seen on request_links for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from request_contents c where c.request = request_links.request and c.jit = request_links.jit offset 0)
         and exists (
           select 1 from request_contents c where c.request = request_links.earlier and c.jit = request_links.jit offset 0));

-- Confirm: leaders and contributors of the party, once.
create policy updated on request_links for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute() and confirmed_at is null)
  with check (jit = asking_jit() and party = asking_party() and may_contribute());

grant select, insert, delete, update (confirmed_at) on request_links to liaison_app;

-- Each link, made or removed, commits together with its ledger entry.
create constraint trigger entered_1 after insert on request_links deferrable initially deferred for each row
  execute function demand_entered_values(
    '{request.linked}', 'request', 'request', 'subject.earlier=earlier', 'relation');

create constraint trigger entered_3 after update on request_links deferrable initially deferred for each row
  execute function demand_entered_values(
    '{request.production_confirmed}', 'request', 'request', 'subject.earlier=earlier', 'confirmed_at');

create constraint trigger entered_2 after delete on request_links deferrable initially deferred for each row
  execute function demand_entered_values(
    '{request.unlinked}', 'request', 'request', 'subject.earlier=earlier', 'relation');
