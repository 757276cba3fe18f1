-- Policies, grants and triggers of the table entries: the id and the commitment of each ledger entry.
-- Columns: app/models/ledger.py. Written by app/ledger/journal.py, read by app/ledger/entries.py and tree/nodes.py.

alter table entries enable row level security;

alter table entries force row level security;

-- The owner: the functions of ledger/appending.sql read entries, and may_erase_fields locks them.
create policy definer on entries to liaison_owner using (true) with check (true);

create policy engine on entries to liaison_engine using (true) with check (true);

create policy inserted on entries for insert to liaison_app with check (jit = asking_jit());

-- Read: entries whose header or position the member may read. After publication these are all entries of the team;
-- a commitment reveals no content.
create policy seen on entries for select to liaison_app
  using ((jit = asking_jit())
    and ((exists ( select 1 from headers h where (h.entry = entries.id) offset 0))
      or (exists ( select 1 from positions p where (p.entry = entries.id) offset 0))));

grant select, insert on entries to liaison_app;

grant select, insert on entries to liaison_engine;

-- Insert-only, for every role: rows are never changed, deleted or truncated.
create trigger insert_only before delete or update on entries for each row execute function refuse_change();

alter table entries enable always trigger insert_only;

create trigger no_truncate before truncate on entries for each statement execute function refuse_change();

alter table entries enable always trigger no_truncate;
