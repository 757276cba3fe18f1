-- Policies, grants and triggers of the table authorities: the offices and units of a party.
-- Columns: app/models/teams/jits.py. Who adds one: app/services/teams/parties.py.

alter table authorities enable row level security;

alter table authorities force row level security;

-- The engine reads codes for the ledger entries of background jobs. It needs no names, so its grant leaves them
-- out.
create policy engine on authorities for select to liaison_engine using (true);

-- Insert: an administrator of the team, or its founder while the team has no member yet.
create policy inserted on authorities for insert to liaison_app
  with check (jit = asking_jit()
    and (may_administer() or (asking_seat() is null and has_no_seats(jit))));

-- Read: members of the team, and accounts that took a place in it which has not ended. A proposal alone shows nothing:
-- somebody else may hold the account of that address.
create policy seen on authorities for select to liaison_app
  using ((jit = asking_jit())
    or (exists ( select 1 from members m
          where ((m.jit = authorities.jit) and (m.account = asking_account()) and (m.state in ('seated', 'suspended')))
          offset 0)));

grant select, insert on authorities to liaison_app;

grant select (id, code) on authorities to liaison_engine;
