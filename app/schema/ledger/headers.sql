-- Policies, grants and triggers of the table headers: what each ledger entry is about and who acted.
-- Columns: app/models/ledger.py. Written by app/ledger/journal.py, read by app/ledger/entries.py.

-- Trigger: refuses the entry jit.closed unless the team is closed at the end of the same transaction. So only
-- close_team ends a ledger.
-- Security definer: the state of the team must be found whoever writes.
create function demand_closed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from jits j where j.id = new.jit and j.state = 'closed') then
    raise exception 'a ledger ends with its team' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Trigger: adds the other parties with a release to the audience of a custody entry. It does so only if the asking
-- party is not the originator.
-- Such a party cannot see the releases of others, so app/ledger/journal.py cannot add them. A joint originator
-- reads at level 3.
-- Security definer: it reads releases of other parties.
create function tell_custody() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into entry_audience (entry, jit, party, level, authorities, seats)
    select new.entry, new.jit, r.party, case when r.party = any (r.joint) then 3 else r.level end, r.authorities, r.seats
      from releases r
     where r.jit = new.jit and r.evidence = new.evidence and r.party <> r.originator
       and asking_party() is distinct from r.originator and r.party is distinct from asking_party()
       and (r.not_before is null or r.not_before <= statement_timestamp())
       and (r.until is null or r.until > statement_timestamp());
  return null;
end $$;

alter table headers enable row level security;

alter table headers force row level security;

-- The owner: security definer functions look up the kind, exhibit and party of an entry.
create policy definer on headers to liaison_owner using (true) with check (true);

create policy engine on headers to liaison_engine using (true) with check (true);

-- Insert: in the name of the asking party, about exhibits that the member can see. An answer for a copy may be
-- about an exhibit that the member no longer sees.
create policy inserted on headers for insert to liaison_app
  with check ((jit = asking_jit()) and (not (party is distinct from asking_party()))
    and ((evidence is null)
      or (exists ( select 1 from evidence e where (e.id = headers.evidence) offset 0))
      or ((kind = 'copy.answered')
        and (exists ( select 1 from copies c
              where ((c.evidence = headers.evidence) and (c.answered_by = asking_seat())) offset 0)))));

-- Read: the audience of the entry, and the auditor of the whole team.
create policy seen on headers for select to liaison_app
  using (((jit = asking_jit())
      and (exists ( select 1 from entry_audience a
        where ((a.entry = headers.entry) and hears(a.party, a.level, a.authorities, a.seats, 1)) offset 0)))
    or ((jit = asking_jit()) and asking_as_jit_auditor()));

grant select, insert on headers to liaison_app;

grant select, insert on headers to liaison_engine;

-- Custody entries reach every party with the exhibit. Entries from an imported document are not custody events of
-- this team.
create trigger custody_is_heard after insert on headers for each row
  when ((new.kind ~~ 'custody.%') and (new.kind <> 'custody.imported'))
  execute function tell_custody();

-- The last entry of a ledger commits together with the closing of the team.
create constraint trigger demand_closed after insert on headers deferrable initially deferred for each row
  when (new.kind = 'jit.closed')
  execute function demand_closed();

alter table headers enable always trigger demand_closed;

-- Insert-only, for every role: rows are never changed, deleted or truncated.
create trigger insert_only before delete or update on headers for each row execute function refuse_change();

alter table headers enable always trigger insert_only;

create trigger no_truncate before truncate on headers for each statement execute function refuse_change();

alter table headers enable always trigger no_truncate;
