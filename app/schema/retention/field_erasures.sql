alter table field_erasures enable row level security;

alter table field_erasures force row level security;

create policy definer on field_erasures to liaison_owner using (true) with check (true);

create policy deleted on field_erasures for delete to liaison_app
  using (jit = asking_jit() and party = asking_party() and 'leader' = any (asking_roles()) and erased_at is null);

create policy engine on field_erasures for select to liaison_engine using (true);

create policy inserted on field_erasures for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and 'leader' = any (asking_roles())
    and wanted_by = asking_seat() and confirmed_by is null and approval is null and erased_at is null
    and may_erase_fields(entry, names));

create policy jointly on field_erasures for select to liaison_app
  using (jit = asking_jit() and asking_roles() && array['leader', 'auditor'] and assents_to_fields(entry));

create policy refused on field_erasures for delete to liaison_app
  using (jit = asking_jit() and 'leader' = any (asking_roles()) and approval is null and assents_to_fields(entry));

create policy seen on field_erasures for select to liaison_app
  using (jit = asking_jit()
    and (asking_as_jit_auditor() or (party = asking_party() and asking_roles() && array['leader', 'auditor'])));

create policy updated on field_erasures for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and 'leader' = any (asking_roles())
    and may_second_field_erasure(field_erasures))
  with check (jit = asking_jit() and party = asking_party() and 'leader' = any (asking_roles())
    and confirmed_by = asking_seat());

grant select, insert, delete, update (confirmed_by) on field_erasures to liaison_app;

grant select (id, jit, entry, party, names, ground, legal_basis, wanted_by, confirmed_by, approval, decided_at,
  erased_at)
  on field_erasures to liaison_engine;

create trigger closed_delete after delete on field_erasures referencing old table as touched for each statement
  execute function refuse_closed();

alter table field_erasures enable always trigger closed_delete;

create trigger closed_insert after insert on field_erasures referencing new table as touched for each statement
  execute function refuse_closed();

alter table field_erasures enable always trigger closed_insert;

create trigger closed_update after update on field_erasures referencing new table as touched for each statement
  execute function refuse_closed();

alter table field_erasures enable always trigger closed_update;
