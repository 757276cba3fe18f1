alter table calendar_feeds enable row level security;

alter table calendar_feeds force row level security;

create policy definer on calendar_feeds for select to liaison_owner using (true);

create policy inserted on calendar_feeds for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and asking_party() is not null
    and not 'auditor' = any (asking_roles()) and revoked_at is null and last_used_at is null
    and made_at > statement_timestamp() - interval '1 minute'
    and made_at < statement_timestamp() + interval '1 minute');

create policy seen on calendar_feeds for select to liaison_app
  using (jit = asking_jit() and seat = asking_seat() and asking_party() is not null);

create policy updated on calendar_feeds for update to liaison_app
  using (jit = asking_jit() and seat = asking_seat() and asking_party() is not null and revoked_at is null)
  with check (jit = asking_jit() and seat = asking_seat() and asking_party() is not null);

grant insert, select (id, jit, seat, slot, name, made_at, last_used_at, revoked_at), update (last_used_at,
  revoked_at)
  on calendar_feeds to liaison_app;

create trigger closed_insert after insert on calendar_feeds referencing new table as touched for each statement
  execute function refuse_closed();

alter table calendar_feeds enable always trigger closed_insert;
