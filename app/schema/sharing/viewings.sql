-- Row-level security and grants of viewings: pages of files that were delivered to a reviewer. Columns:
-- app/models/custody/openings.py. Which files a verdict requires: app/services/sharing/viewings.py. Rows are added
-- and never changed.

alter table viewings enable row level security;

alter table viewings force row level security;

-- Record: one's own viewing, within one's own opening for a verification or a privilege review.
create policy inserted on viewings for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and exists (
                select 1 from openings o
                 where o.id = viewings.opening and o.evidence = viewings.evidence and o.seat = asking_seat()
                   and o.act in ('verify', 'filter')));

-- Read: one's own viewings only.
create policy seen on viewings for select to liaison_app
  using (jit = asking_jit() and seat = asking_seat());

grant select, insert on viewings to liaison_app;
