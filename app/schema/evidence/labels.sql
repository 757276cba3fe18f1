alter table labels enable row level security;

alter table labels force row level security;

create policy definer on labels to liaison_owner using (true) with check (true);

create policy inserted on labels for insert to liaison_app
  with check (jit = asking_jit() and exists (select 1 from evidence e where e.id = labels.evidence offset 0)
    and asking_roles() && array['leader', 'member']);

create policy seen on labels for select to liaison_app
  using (jit = asking_jit() and exists (select 1 from evidence e where e.id = labels.evidence offset 0));

grant select, insert on labels to liaison_app;

create trigger closed_delete after delete on labels referencing old table as touched for each statement
  execute function refuse_closed();

alter table labels enable always trigger closed_delete;

create trigger closed_insert after insert on labels referencing new table as touched for each statement
  execute function refuse_closed();

alter table labels enable always trigger closed_insert;

create trigger closed_update after update on labels referencing new table as touched for each statement
  execute function refuse_closed();

alter table labels enable always trigger closed_update;

create trigger drawn before insert on labels for each row execute function draw_code();
