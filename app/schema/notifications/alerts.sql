-- Alerts: what a party is told at once about its exhibits and its handovers.
-- Columns: app/models/notifications/alerts.py. Decisions: app/services/notifications/alerts.py.

alter table alerts enable row level security;

alter table alerts force row level security;

-- The functions that raise alerts run as the owner: raise_alerts (custody/openings.sql), alarm_handover
-- (custody/handover_alert.sql), begin_emergency (sharing/emergency_access.sql) and tell_attempt (owners.sql).
create policy definer on alerts to liaison_owner using (true) with check (true);

-- The worker gives an alert whose owner is no longer active to the next leader.
create policy engine on alerts to liaison_engine using (true) with check (true);

-- Read: leaders and contributors of the originator who see the exhibit.
create policy seen on alerts for select to liaison_app
  using (jit = asking_jit() and originator = asking_party() and may_contribute()
         and exists (select 1 from evidence e where e.id = alerts.evidence offset 0));

-- Take over, hand over, acknowledge: the same members, in their own name. The owner is a member of the originator.
-- app/services/notifications/alerts.py decides who of them may, and when.
create policy updated on alerts for update to liaison_app
  using (jit = asking_jit() and originator = asking_party() and may_contribute()
         and exists (select 1 from evidence e where e.id = alerts.evidence offset 0))
  with check (jit = asking_jit() and originator = asking_party()
              and may_contribute()
              and exists (select 1 from evidence e where e.id = alerts.evidence offset 0)
              and exists (
                select 1 from members m
                 where m.id = alerts.owner and m.jit = alerts.jit and m.party = alerts.originator)
              and (acknowledged_by is null or acknowledged_by = asking_seat()));

-- No insert: only the functions named at `definer` raise alerts.
grant select, update (owner, acknowledged_at, acknowledged_by, word, version) on alerts to liaison_app;

grant select (id, jit, originator, kind, evidence, party, owner, acknowledged_at, version, handover),
  update (owner, version)
  on alerts to liaison_engine;
