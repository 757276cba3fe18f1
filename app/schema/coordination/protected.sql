-- Row-level security, grants and triggers of the table protected: the deconfliction list of an action day.
-- Columns: app/models/coordination/operations.py. Who enters, sees and lifts an entry: app/services/coordination/deconfliction.py.

alter table protected enable row level security;

alter table protected force row level security;

-- Owner: only while the worker erases a field, when the trigger on fields removes the same words here.
create policy erasing on protected to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

-- Enter: leaders and contributors of a party that takes part, in their own name and now, on a day that is not closed.
-- Only participating parties can be told. In a draft, the author's party alone enters, and tells nobody.
create policy inserted on protected for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_contribute()
              and seat = asking_seat()
              and entered_at between statement_timestamp() - interval '1 minute'
                      and statement_timestamp() + interval '1 minute'
              and lifted_at is null
              and exists (
                    select 1 from operations o
                     where o.id = protected.operation and o.jit = protected.jit
                       and asking_party() = any (o.parties) and o.state <> 'closed'
                       and (o.told_at is not null or o.author_party = asking_party()) and told <@ o.parties
                       and not asking_party() = any (told)
                       and (o.told_at is not null or cardinality(told) = 0)));

-- Read: leaders, contributors and coordinators of the party and of the parties that it told, if they see the action
-- day.
create policy seen on protected for select to liaison_app
  using (jit = asking_jit() and (party = asking_party() or asking_party() = any (told))
         and (may_contribute() or may_coordinate())
         and exists (select 1 from operations o where o.id = protected.operation and o.jit = protected.jit));

-- Lift: once and now, by leaders and contributors of the party that made the entry.
create policy updated on protected for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute()
         and lifted_at is null)
  with check (jit = asking_jit() and party = asking_party() and may_contribute()
              and lifted_at between statement_timestamp() - interval '1 minute'
                      and statement_timestamp() + interval '1 minute');

-- An entry never changes except for its end.
grant select, insert, update (lifted_at, lifted_reason) on protected to liaison_app;

-- Each entry and its end commit together with their ledger entry. An update by the erasure adds to the column erased
-- and needs none.
create constraint trigger entered_12 after insert on protected deferrable initially deferred for each row
  execute function demand_entered_about('{protected.entered}', 'protected', 'id');

create constraint trigger entered_13 after update on protected deferrable initially deferred for each row
  when (new.erased <@ old.erased)
  execute function demand_entered_about('{protected.lifted}', 'protected', 'id');

-- Members do not set the column erased, which says what was erased and when.
create trigger erased before insert or update on protected
  for each row execute function keep_what_was_erased();
