create function refuse_early() returns trigger language plpgsql as $$
begin
  if old.at < statement_timestamp() - interval '3 years' then return old; end if;
  raise exception '% keeps its lines for three years', tg_table_name using errcode = 'insufficient_privilege';
end $$;

alter table access_log enable row level security;

alter table access_log force row level security;

create policy engine on access_log for select to liaison_engine using (true);

create policy purged on access_log for delete to liaison_engine
  using (at < (statement_timestamp() - '3 years'::interval));

create policy seen on access_log for select to liaison_app
  using ((jit = asking_jit()) AND ('auditor'::text = ANY (asking_roles())) AND (asking_as_jit_auditor() OR (party = asking_party())));

create policy written on access_log for insert to liaison_engine with check (true);

grant select on access_log to liaison_app;

grant insert, delete, select (id, at) on access_log to liaison_engine;

create trigger insert_only before update on access_log for each row execute function refuse_change();

alter table access_log enable always trigger insert_only;

create trigger kept before delete on access_log for each row execute function refuse_early();

alter table access_log enable always trigger kept;

create trigger no_truncate before truncate on access_log for each statement execute function refuse_change();

alter table access_log enable always trigger no_truncate;
