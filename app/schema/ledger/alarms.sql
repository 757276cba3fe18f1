alter table alarms enable row level security;

alter table alarms force row level security;

create policy engine on alarms to liaison_engine using (true) with check (true);

create policy seen on alarms for select to liaison_app
  using (jit = asking_jit() and what <> 'fixity');

grant select (jit, what, since) on alarms to liaison_app;

grant select, insert, delete, update on alarms to liaison_engine;
