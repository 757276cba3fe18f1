create function admit_administrator() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from admit_administrators(new.jit, null);
  return null;
end $$;

alter table members enable row level security;

alter table members force row level security;

create policy definer on members to liaison_owner using (true) with check (true);

create policy engine on members to liaison_engine using (true) with check (true);

create policy inserted on members for insert to liaison_app
  with check ((jit = asking_jit()) AND ((('coordinator'::text = ANY (asking_roles())) AND (state = 'proposed'::text)) OR ((asking_seat() IS NULL) AND (account = asking_account()) AND has_no_seats(jit))));

create policy seen on members for select to liaison_app
  using ((account = asking_account()) OR (jit = asking_jit()) OR ((account IS NULL) AND (state = 'proposed'::text) AND (EXISTS ( SELECT 1 FROM accounts a WHERE ((a.id = asking_account()) AND (a.email = members.email)) OFFSET 0))));

create policy updated on members for update to liaison_app
  using ((account = asking_account()) OR (jit = asking_jit()) OR ((account IS NULL) AND (state = 'proposed'::text) AND (EXISTS ( SELECT 1 FROM accounts a WHERE ((a.id = asking_account()) AND (a.email = members.email)) OFFSET 0))))
  with check (((jit = asking_jit()) AND ((('leader'::text = ANY (asking_roles())) AND ((party = asking_party()) OR (party IS NULL))) OR (('coordinator'::text = ANY (asking_roles())) AND (state = ANY (ARRAY['proposed'::text, 'ended'::text]))))) OR ((asking_seat() IS NULL) AND (email = ( SELECT a.email FROM accounts a WHERE (a.id = asking_account())))));

grant select, insert, update (account, name, state, seated_at, one_time_code_hash, one_time_code_expires_at, version,
  until)
  on members to liaison_app;

grant select (id, jit, party, authority, account, code, roles, state, version, until), update (state, version)
  on members to liaison_engine;

create trigger admitted after insert or update of state, roles on members for each row
  when ((new.state = 'seated'::text) and ('administrator'::text = any (new.roles)))
  execute function admit_administrator();

create trigger closed_delete after delete on members referencing old table as touched for each statement
  execute function refuse_closed();

alter table members enable always trigger closed_delete;

create trigger closed_insert after insert on members referencing new table as touched for each statement
  execute function refuse_closed();

alter table members enable always trigger closed_insert;

create trigger closed_update after update on members referencing new table as touched for each statement
  execute function refuse_closed();

alter table members enable always trigger closed_update;

create trigger operational before insert on members for each statement execute function refuse_after_operations();

create trigger refuse_of_left before insert or update of state, party on members for each row
  when ((new.party is not null) and (new.state <> 'ended'::text))
  execute function refuse_seat_of_left();
