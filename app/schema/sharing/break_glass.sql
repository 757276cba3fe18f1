-- Row-level security and grants of break_glass: to which party an originator grants emergency access, and how far.
-- Columns: app/models/sharing/emergency_access.py. Deciding: app/services/sharing/emergency_access.py. Use:
-- app/schema/sharing/emergency_access.sql.

alter table break_glass enable row level security;

alter table break_glass force row level security;

-- Owner: begin_emergency reads the decision of the originator.
create policy definer on break_glass to liaison_owner using (true) with check (true);

-- Decide: a member who decides the releases of the party, in their own name. Emergency access is never granted to a
-- party beyond the Union.
create policy inserted on break_glass for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and decides_releases()
              and decided_by = asking_seat()
              and (not allowed or exists (
                     select 1 from parties p
                      where p.jit = break_glass.jit and p.id = break_glass.recipient
                        and not beyond_the_union(p.kind))));

-- Read: the deciding party. The recipient is not told.
create policy seen on break_glass for select to liaison_app
  using (jit = asking_jit() and party = asking_party());

-- Change: as for a new decision.
create policy updated on break_glass for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and decides_releases())
  with check (jit = asking_jit() and party = asking_party() and decides_releases()
              and decided_by = asking_seat()
              and (not allowed or exists (
                     select 1 from parties p
                      where p.jit = break_glass.jit and p.id = break_glass.recipient
                        and not beyond_the_union(p.kind))));

grant select, insert, update (allowed, level, clause, decided_by, decided_at, version) on break_glass to liaison_app;
