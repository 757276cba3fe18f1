-- Releases and recalls of legal requests and notices that wait for a second leader.
-- Columns: app/models/waiting_line_releases.py. Rules: app/services/requests/waiting_releases.py. The policies of
-- request_releases and notice_releases need a row of another person, where the party requires a second leader.

alter table waiting_line_releases enable row level security;

alter table waiting_line_releases force row level security;

-- Propose: members who decide the releases of the party of the request or notice, in their own name.
create policy inserted on waiting_line_releases for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and wanted_by = asking_seat() and decides_releases()
              and (level = 'none' or request is null or not awaits_approval(request))
              and wanted_at between statement_timestamp() - clock_skew() and statement_timestamp() + clock_skew()
              and (exists (
                    select 1 from requests r
                     where r.id = waiting_line_releases.request and r.jit = waiting_line_releases.jit and r.party = asking_party() offset 0)
                   or exists (
                    select 1 from notices n
                     where n.id = waiting_line_releases.notice and n.jit = waiting_line_releases.jit and n.party = asking_party() offset 0)));

-- Carry out or give up: members who decide the releases of the party.
create policy deleted on waiting_line_releases for delete to liaison_app
  using (jit = asking_jit() and party = asking_party() and decides_releases());

-- Read: members of the party who read its requests. The recipient is not told.
create policy seen on waiting_line_releases for select to liaison_app
  using (jit = asking_jit() and party = asking_party()
         and may_read_request_contents());

-- A row never changes: another decision is another row.
grant select, insert, delete on waiting_line_releases to liaison_app;

-- Each row commits together with a ledger entry that states it, and so does its end.
create constraint trigger entered_1 after insert on waiting_line_releases deferrable initially deferred for each row
  when (new.request is not null and new.level <> 'none')
  execute function demand_entered_values(
    '{request.release_wanted}', 'waiting', 'id', 'subject.request=request', 'level');

create constraint trigger entered_2 after insert on waiting_line_releases deferrable initially deferred for each row
  when (new.request is not null and new.level = 'none')
  execute function demand_entered_values(
    '{request.recall_wanted}', 'waiting', 'id', 'subject.request=request', 'reason');

create constraint trigger entered_3 after insert on waiting_line_releases deferrable initially deferred for each row
  when (new.notice is not null)
  execute function demand_entered_values(
    '{notice.release_wanted,notice.recall_wanted}', 'waiting', 'id', 'subject.notice=notice', 'reason');

create constraint trigger entered_4 after delete on waiting_line_releases deferrable initially deferred for each row
  when (old.request is not null)
  execute function demand_entered_values(
    '{request.released,request.recalled,request.release_given_up}', 'request', 'request');

create constraint trigger entered_5 after delete on waiting_line_releases deferrable initially deferred for each row
  when (old.notice is not null)
  execute function demand_entered_values(
    '{notice.released,notice.recalled,notice.release_given_up}', 'notice', 'notice');

-- Whether another person decided this release or recall, so that the asking member can carry it out as second leader.
-- `wanted_level`: `none` is a recall; null is any decision, because a change of the level ends a release, too. Called by the
-- policies of request_releases and notice_releases.
create function is_seconded(line uuid, to_party uuid, wanted_level text) returns boolean
language sql stable set search_path = public, pg_temp
return exists (
  select 1 from waiting_line_releases w
   where w.jit = asking_jit() and line in (w.request, w.notice) and w.recipient = to_party
     and (wanted_level is null or w.level = wanted_level) and is_another(w.wanted_by));

revoke all on function is_seconded from public;

grant execute on function is_seconded to liaison_app;
