alter table field_erasure_agreements enable row level security;

alter table field_erasure_agreements force row level security;

create policy definer on field_erasure_agreements to liaison_owner using (true) with check (true);

create policy engine on field_erasure_agreements for select to liaison_engine using (true);

create policy inserted on field_erasure_agreements for insert to liaison_app
  with check (jit = asking_jit() and 'leader' = any (asking_roles()) and party = asking_party()
    and agreed_by = asking_seat() and may_assent_to_fields(erasure));

create policy seen on field_erasure_agreements for select to liaison_app
  using (jit = asking_jit()
    and exists (select 1 from field_erasures f where f.id = field_erasure_agreements.erasure));

grant select, insert on field_erasure_agreements to liaison_app;

create trigger closed_delete after delete on field_erasure_agreements referencing old table as touched for each statement
  execute function refuse_closed();

alter table field_erasure_agreements enable always trigger closed_delete;

create trigger closed_insert after insert on field_erasure_agreements referencing new table as touched for each statement
  execute function refuse_closed();

alter table field_erasure_agreements enable always trigger closed_insert;

create trigger closed_update after update on field_erasure_agreements referencing new table as touched for each statement
  execute function refuse_closed();

alter table field_erasure_agreements enable always trigger closed_update;
