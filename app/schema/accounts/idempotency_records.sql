-- Row-level security and grants of sendings: requests that a device may repeat under a key of its own (idempotency).
-- Columns: app/models/accounts/idempotency.py. Use: app/services/idempotency.py. Rows are added and never changed.

alter table sendings enable row level security;

alter table sendings force row level security;

-- Record: one's own request, about an exhibit that the member sees.
create policy inserted on sendings for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat()
              and exists (select 1 from evidence e where e.id = sendings.evidence offset 0));

-- Read: one's own requests only. Nobody else can find out or use up a key.
create policy seen on sendings for select to liaison_app
  using (jit = asking_jit() and seat = asking_seat());

grant select, insert on sendings to liaison_app;

-- The team is closed: nothing changes any more.
create trigger closed_delete after delete on sendings referencing old table as touched for each statement
  execute function refuse_closed();

alter table sendings enable always trigger closed_delete;

create trigger closed_insert after insert on sendings referencing new table as touched for each statement
  execute function refuse_closed();

alter table sendings enable always trigger closed_insert;

create trigger closed_update after update on sendings referencing new table as touched for each statement
  execute function refuse_closed();

alter table sendings enable always trigger closed_update;
