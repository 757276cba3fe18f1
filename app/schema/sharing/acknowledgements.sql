-- Row-level security and grants of acknowledgements: members acknowledge the handling text (H3) of an exhibit.
-- Columns: app/models/custody/openings.py. When one is required: app/services/sharing/acknowledgements.py. Rows are
-- added and never changed.

alter table acknowledgements enable row level security;

alter table acknowledgements force row level security;

-- Acknowledge: in one's own name, for an exhibit that the member has at least view-only (provenances holds the text).
create policy inserted on acknowledgements for insert to liaison_app
  with check ((jit = asking_jit()) and (seat = asking_seat())
              and (exists (
                     select 1 from provenances p
                      where ((p.jit = acknowledgements.jit) and (p.evidence = acknowledgements.evidence))
                      offset 0)));

-- Read: one's own acknowledgements only.
create policy seen on acknowledgements for select to liaison_app
  using ((jit = asking_jit()) and (seat = asking_seat()));

grant select, insert on acknowledgements to liaison_app;
