-- Hearings and the exhibits that will be used at them: read and written by one party alone.
-- Columns: app/models/hearings.py. Rules: app/services/requests/hearings/hearings.py. Contributor: the role `member`.

alter table hearings enable row level security;

alter table hearings force row level security;

-- Write: leaders and contributors, for their own party; create in their own name.
create policy deleted on hearings for delete to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute());

create policy inserted on hearings for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_contribute() and created_by = asking_seat());

-- Read: members of the party who read its legal requests.
create policy seen on hearings for select to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_read_request_contents());

create policy updated on hearings for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute())
  with check (jit = asking_jit() and party = asking_party() and may_contribute());

-- The worker finds out for which country a hearing is, and when. It reads no title.
create policy engine on hearings for select to liaison_engine using (true);

-- Erasure: forget_hearing (erasing_notices.sql) runs as the owner.
create policy erasing on hearings to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

-- demand_removal_entered (entered_values.sql) runs as the owner and finds out whether the hearing is gone.
create policy stating on hearings for select to liaison_owner using (jit = asking_jit());

grant select, insert, delete, update (title, country, court, proceeding, held_at, zone, court_language, updated_at, version) on hearings to liaison_app;

grant select (id, jit, party, country, held_at) on hearings to liaison_engine;

-- Each hearing and each change commits together with a ledger entry that states it.
create constraint trigger entered_1 after insert on hearings deferrable initially deferred for each row
  execute function demand_entered_values(
    '{hearing.created}', 'court_hearing', 'id', 'title', 'country', 'court', 'proceeding', 'held_at', 'zone',
    'court_language');

-- An erasure adds a key to `erased`; its entry is the certificate.
create constraint trigger entered_2 after update on hearings deferrable initially deferred for each row
  when (new.erased <@ old.erased)
  execute function demand_changes_entered('hearing.changed', 'court_hearing', 'id');

create trigger erased before insert or update on hearings for each row execute function keep_what_was_erased();

create constraint trigger entered_3 after delete on hearings deferrable initially deferred for each row
  execute function demand_entered_values('{hearing.deleted}', 'court_hearing', 'id', 'title', 'court', 'held_at');

alter table hearing_exhibits enable row level security;

alter table hearing_exhibits force row level security;

-- Add and remove: leaders and contributors of the party, in their own name, an exhibit that they see.
create policy deleted on hearing_exhibits for delete to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute()
         and exists (select 1 from evidence e where e.id = hearing_exhibits.evidence offset 0));

create policy inserted on hearing_exhibits for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_contribute() and added_by = asking_seat()
              and exists (
                select 1 from hearings h
                 where h.id = hearing_exhibits.court_hearing and h.jit = hearing_exhibits.jit and h.party = asking_party() offset 0)
              and exists (select 1 from evidence e where e.id = hearing_exhibits.evidence offset 0));

-- Read: members of the party who see the exhibit.
create policy seen on hearing_exhibits for select to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_read_request_contents()
         and exists (select 1 from evidence e where e.id = hearing_exhibits.evidence offset 0));

grant select, insert, delete on hearing_exhibits to liaison_app;

-- Each exhibit, added or removed, commits together with its ledger entry.
create constraint trigger entered_1 after insert on hearing_exhibits deferrable initially deferred for each row
  execute function demand_entered_values(
    '{hearing.exhibit_added}', 'court_hearing', 'court_hearing', 'exhibit=evidence');

create constraint trigger entered_2 after delete on hearing_exhibits deferrable initially deferred for each row
  execute function demand_removal_entered();
