-- Policies, grants and triggers of the table entry_audience: who may read a ledger entry.
-- Columns: app/models/ledger.py. Who is in the audience of which entry: app/ledger/audiences.py.

alter table entry_audience enable row level security;

alter table entry_audience force row level security;

-- The owner adds rows in functions that run for a member or the engine, such as tell_custody.
create policy definer on entry_audience for insert to liaison_owner
  with check ((jit = asking_jit()) or (session_user = 'liaison_engine'));

create policy engine on entry_audience to liaison_engine using (true) with check (true);

-- Insert: with a new entry. Later, a leader of the exhibit's originator opens past entries to a party
-- (may_address). An exhibit that the row mentions must be visible to the writer.
create policy inserted on entry_audience for insert to liaison_app
  with check ((jit = asking_jit()) and may_address(entry)
    and ((mentions is null)
      or (exists ( select 1 from evidence e where (e.id = entry_audience.mentions) offset 0))));

-- The owner reads audiences in functions of the domains coordination, retention and sharing.
create policy joint on entry_audience for select to liaison_owner
  using (jit = asking_jit() or session_user = 'liaison_engine');

-- Read: rows that address the asking member. A row that mentions an exhibit addresses only members who can see the
-- exhibit now.
create policy seen on entry_audience for select to liaison_app
  using ((jit = asking_jit()) and hears(party, level, authorities, seats, 1)
    and ((mentions is null)
      or (exists ( select 1 from evidence e where (e.id = entry_audience.mentions) offset 0))));

grant select, insert on entry_audience to liaison_app;

grant select, insert on entry_audience to liaison_engine;

-- Insert-only, for every role: rows are never changed, deleted or truncated.
create trigger insert_only before delete or update on entry_audience for each row execute function refuse_change();

alter table entry_audience enable always trigger insert_only;

create trigger no_truncate before truncate on entry_audience for each statement execute function refuse_change();

alter table entry_audience enable always trigger no_truncate;
