-- Policies, grants and triggers of the table bodies: the salt and the canonical bytes of each ledger entry.
-- Columns: app/models/ledger.py. Written by app/ledger/journal.py, read by app/ledger/entries.py.

alter table bodies enable row level security;

alter table bodies force row level security;

-- The engine writes the bodies of entries that background jobs append. Its grant does not let it read any.
create policy engine on bodies to liaison_engine using (true) with check (true);

-- Insert: only together with a new entry. An existing entry gets no other body.
create policy inserted on bodies for insert to liaison_app
  with check ((jit = asking_jit()) and is_new_entry(entry));

-- The owner reads bodies only within the function differing, which sets this variable.
create policy recomputing on bodies for select to liaison_owner
  using (current_setting('app.recomputing', true) = 'on');

-- Read: the audience of the entry, and the auditor of the whole team.
create policy seen on bodies for select to liaison_app
  using ((jit = asking_jit())
    and (asking_as_jit_auditor()
      or (exists ( select 1 from entry_audience a
        where ((a.entry = bodies.entry) and hears(a.party, a.level, a.authorities, a.seats, 1)) offset 0))));

grant select, insert on bodies to liaison_app;

grant insert on bodies to liaison_engine;

-- Insert-only, for every role: rows are never changed, deleted or truncated.
create trigger insert_only before delete or update on bodies for each row execute function refuse_change();

alter table bodies enable always trigger insert_only;

create trigger no_truncate before truncate on bodies for each statement execute function refuse_change();

alter table bodies enable always trigger no_truncate;
