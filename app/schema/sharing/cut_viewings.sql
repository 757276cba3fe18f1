-- Row-level security and grants of cut_viewings: pages of files whose delivery to a reviewer ended early. Columns:
-- app/models/custody/openings.py. They explain what a verdict still requires: app/services/sharing/viewings.py. Rows are
-- added and never changed.

alter table cut_viewings enable row level security;

alter table cut_viewings force row level security;

-- Record: the end of one's own delivery, within one's own opening for a verification or a privilege review.
create policy inserted on cut_viewings for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and exists (
                select 1 from openings o
                 where o.id = cut_viewings.opening and o.evidence = cut_viewings.evidence and o.seat = asking_seat()
                   and o.act in ('verify', 'filter')));

-- Read: one's own only.
create policy seen on cut_viewings for select to liaison_app
  using (jit = asking_jit() and seat = asking_seat());

grant select, insert on cut_viewings to liaison_app;
