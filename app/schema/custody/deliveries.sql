-- Row-level security, grants and triggers of the table deliveries: files that a download delivered completely.
-- Columns: app/models/retention/retention.py. is_taken_by_all() uses them to end a transfer.

-- Whether every party with a release to download the original, now or later, has received every file completely.
-- False while a file is incomplete or such a release still waits. may_be_erased() uses it to end a transfer.
-- Security definer: it reads releases and deliveries of all parties.
create function is_taken_by_all(wanted uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with intended as (
    select r.party from releases r where r.evidence = wanted and r.party <> r.originator and r.level = 3
       and (r.until is null or r.until > statement_timestamp())),
  kept as (select f.id, f.state from files f where f.evidence = wanted and f.state not in ('discarded', 'erased'))
  select exists (select 1 from intended) and exists (select 1 from kept)
     and not exists (select 1 from kept where state <> 'ready')
     and not exists (select 1 from waiting_releases w where w.evidence = wanted and w.level = 3)
     and not exists (select 1 from intended i cross join kept k where not exists (
           select 1 from deliveries d where d.evidence = wanted and d.file = k.id and d.party = i.party));
end;

revoke all on function is_taken_by_all from public;

alter table deliveries enable row level security;

alter table deliveries force row level security;

-- Owner: is_taken_by_all() reads the deliveries of all parties.
create policy definer on deliveries to liaison_owner using (true) with check (true);

-- Record: a file that one's own download of the exhibit names, while the party's release admits the download.
create policy inserted on deliveries for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party()
              and exists (
                    select 1 from openings o
                     where o.id = deliveries.opening and o.evidence = deliveries.evidence
                       and o.seat = asking_seat() and o.act = 'take' and deliveries.file = any (o.files))
              and exists (
                    select 1 from releases r
                     where r.jit = deliveries.jit and r.evidence = deliveries.evidence
                       and r.party = asking_party()
                       and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3));

-- Read: members of the party that received the file.
create policy seen on deliveries for select to liaison_app
  using (jit = asking_jit() and party = asking_party());

-- A coordinator has exhibits that the own party obtained at `listed`, without this.
create policy withheld on deliveries as restrictive for select to liaison_app
  using ((select not asking_as_coordinator()) or not is_own_at_listed(evidence));

grant select, insert on deliveries to liaison_app;
