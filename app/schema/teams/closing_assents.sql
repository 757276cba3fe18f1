-- Policies, grants and triggers of the table closing_assents: the agreement of a party's leader to a closing.
-- Columns: app/models/ending/closings.py. Who agrees: app/services/ending/closing.py.

alter table closing_assents enable row level security;

alter table closing_assents force row level security;

-- The owner: lacks_assent reads the agreements of the asking team.
create policy closing on closing_assents to liaison_owner
  using (session_user = 'liaison_engine' or jit = asking_jit());

-- Insert: a leader who decides releases, for their own party and in their own name, under an open closing.
create policy inserted on closing_assents for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and party = asking_party() and decides_releases()
    and exists (
      select 1 from closings c
       where c.jit = closing_assents.jit and c.id = closing_assents.closing and c.withdrawn_at is null
         and c.closed_at is null));

create policy seen on closing_assents for select to liaison_app using (jit = asking_jit());

grant select, insert on closing_assents to liaison_app;

-- Each agreement commits together with its ledger entry.
create constraint trigger entered after insert on closing_assents deferrable initially deferred for each row
  execute function demand_entered('{jit.closing_agreed}');
