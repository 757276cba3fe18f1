create function has_left(team uuid, who uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (select 1 from parties p where p.jit = team and p.id = who and p.status = 'left');

revoke all on function has_left from public;

grant execute on function has_left to liaison_app, liaison_engine;

create function beyond_the_union(kind text) returns boolean language sql immutable parallel safe
return kind is null or kind not in ('member_state', 'eu_body');

create function controller_designated() returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (
  select 1 from members m join parties p on p.jit = m.jit and p.id = m.party and p.status = 'active'
   where m.jit = asking_jit() and m.state = 'seated' and 'administrator' = any (m.roles)
     and (m.until is null or m.until > statement_timestamp())
     and m.id = (select c.seat from controllers c
                  where c.jit = asking_jit() and (c.designated_by <> c.seat or exists (
                    select 1 from controller_confirmations k where k.controller = c.id))
                  order by c.id desc limit 1));

revoke all on function controller_designated from public;

grant execute on function controller_designated to liaison_app;

create function controller_waits(team uuid, wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (
  select 1 from controllers c
   where c.id = (select l.id from controllers l where l.jit = team order by l.id desc limit 1)
     and c.seat = wanted and c.designated_by = wanted
     and not exists (select 1 from controller_confirmations k where k.controller = c.id));

revoke all on function controller_waits from public;

grant execute on function controller_waits to liaison_app, liaison_engine;

create function has_no_seats(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return not exists (select 1 from members m where m.jit = wanted);

revoke all on function has_no_seats from public;

grant execute on function has_no_seats to liaison_app;

create function is_led(wanted uuid) returns boolean language sql stable set search_path = public, pg_temp
return exists (
  select 1 from members m
   where m.jit = asking_jit() and m.party = wanted and m.state = 'seated' and 'leader' = any (m.roles)
     and (m.until is null or m.until > statement_timestamp()));

revoke all on function is_led from public;

grant execute on function is_led to liaison_app;

create function refuse_seat_of_left() returns trigger language plpgsql as $$
begin
  if has_left(new.jit, new.party) then
    raise exception 'the party left: nobody sits for it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create function take_seat(who uuid, wanted uuid, with_head boolean default false)
  returns table (seat uuid, ledger_origin text, code text, name text, party uuid, party_code text, party_kind text,
                 authority uuid, authority_code text, roles text[], "function" text, reserved boolean, closed boolean, head bigint)
  language plpgsql volatile as $$
#variable_conflict use_column
begin
  perform set_config('app.account', who::text, true), set_config('app.jit', wanted::text, true),
          set_config('app.party', '', true), set_config('app.authority', '', true),
          set_config('app.seat', '', true), set_config('app.roles', '{}', true);
  select m.id, j.ledger_origin, m.code, m.name, m.party, p.code, p.kind, m.authority, a.code, m.roles, m.function,
         j.state = 'closed'
    into seat, ledger_origin, code, name, party, party_code, party_kind, authority, authority_code, roles, "function", closed
    from members m
    join jits j on j.id = m.jit
    left join parties p on p.jit = m.jit and p.id = m.party
    left join authorities a on a.jit = m.jit and a.party = m.party and a.id = m.authority
   where m.account = who and m.jit = wanted and m.state = 'seated'
     and (m.until is null or m.until > statement_timestamp())
     and (m.party is null or (p.status = 'active' and (p.leaves_at is null or p.leaves_at > statement_timestamp())));
  if not found then
    perform set_config('app.jit', '', true);
    return;
  end if;
  perform set_config('app.party', coalesce(party::text, ''), true),
          set_config('app.authority', coalesce(authority::text, ''), true),
          set_config('app.seat', seat::text, true), set_config('app.roles', roles::text, true);
  reserved := false;
  if "function" <> 'judicial' and 'leader' = any (roles) then
    reserved := exists (select 1 from reservations r where r.jit = wanted and r.party = take_seat.party and r.judicial);
  end if;
  if with_head then
    head := ledger_head(wanted);
  end if;
  return next;
end $$;

revoke all on function take_seat from public;

grant execute on function take_seat to liaison_app;
