-- Row-level security and grants of idempotency_records: requests that a device may repeat under a key of its own (idempotency).
-- Columns: app/models/accounts/idempotency.py. Use: app/services/idempotency.py. Rows are added and never changed.

alter table idempotency_records enable row level security;

alter table idempotency_records force row level security;

-- Record: one's own request, about one exhibit, legal request, notice, hearing or export that the member sees.
create policy inserted on idempotency_records for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat()
              and (exists (select 1 from evidence e where e.id = idempotency_records.evidence offset 0)
                   or exists (
                     select 1 from requests r
                      where r.id = idempotency_records.request and r.jit = idempotency_records.jit offset 0)
                   or exists (
                     select 1 from notices n
                      where n.id = idempotency_records.notice and n.jit = idempotency_records.jit offset 0)
                   or exists (
                     select 1 from hearings h
                      where h.id = idempotency_records.court_hearing and h.jit = idempotency_records.jit offset 0)
                   or exists (
                     select 1 from exports x
                      where x.id = idempotency_records.export and x.jit = idempotency_records.jit offset 0)));

-- Read: one's own requests only. Nobody else can find out or use up a key.
create policy seen on idempotency_records for select to liaison_app
  using (jit = asking_jit() and seat = asking_seat());

grant select, insert on idempotency_records to liaison_app;
