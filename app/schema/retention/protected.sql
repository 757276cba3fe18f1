alter table protected enable row level security;

alter table protected force row level security;

create policy erasing on protected to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

create policy inserted on protected for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and asking_roles() && array['leader', 'member']
    and seat = asking_seat() and entered_at between statement_timestamp() - interval '1 minute'
    and statement_timestamp() + interval '1 minute' and lifted_at is null and exists (select 1
    from operations o where o.id = protected.operation and o.jit = protected.jit
    and asking_party() = any (o.parties) and o.state <> 'closed'
    and (o.told_at is not null or o.author_party = asking_party()) and told <@ o.parties
    and not asking_party() = any (told) and (o.told_at is not null or cardinality(told) = 0)));

create policy seen on protected for select to liaison_app
  using (jit = asking_jit() and (party = asking_party() or asking_party() = any (told))
    and asking_roles() && array['leader', 'member', 'coordinator']
    and exists (select 1 from operations o where o.id = protected.operation and o.jit = protected.jit));

create policy updated on protected for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and asking_roles() && array['leader', 'member']
    and lifted_at is null)
  with check (jit = asking_jit() and party = asking_party() and asking_roles() && array['leader', 'member']
    and lifted_at between statement_timestamp() - interval '1 minute'
    and statement_timestamp() + interval '1 minute');

grant select, insert, update (lifted_at, lifted_reason) on protected to liaison_app;

create trigger closed_delete after delete on protected referencing old table as touched for each statement
  execute function refuse_closed();

alter table protected enable always trigger closed_delete;

create trigger closed_insert after insert on protected referencing new table as touched for each statement
  execute function refuse_closed();

alter table protected enable always trigger closed_insert;

create trigger closed_update after update on protected referencing new table as touched for each statement
  execute function refuse_closed();

alter table protected enable always trigger closed_update;

create constraint trigger entered_12 after insert on protected deferrable initially deferred for each row
  execute function demand_entered_about('{protected.entered}', 'protected', 'id');

create constraint trigger entered_13 after update on protected deferrable initially deferred for each row
  when (new.erased <@ old.erased)
  execute function demand_entered_about('{protected.lifted}', 'protected', 'id');

create trigger erased before insert or update on protected for each row execute function keep_what_was_erased();

create trigger operational before insert on protected for each statement execute function refuse_after_operations();
