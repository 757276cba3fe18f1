-- Functions about members and parties: who asks, who leads a party, who has left, who is the controller.
-- Columns: app/models/teams/jits.py, app/models/sharing/verifications.py (controllers). In Python:
-- app/access/seats.py, app/access/sharing/gates.py.

-- Whether a party has left the team. Policies and triggers of the domains custody, retention, sharing and teams
-- call it.
-- Security definer: the triggers need the answer whoever writes. The policy `definer` of parties limits it to the
-- asking team, except for the engine.
create function has_left(team uuid, who uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (select 1 from parties p where p.jit = team and p.id = who and p.status = 'left');

revoke all on function has_left from public;

grant execute on function has_left to liaison_app, liaison_engine;

-- Whether a party is neither a Member State nor an EU body, by its kind; null counts as such a party. Approval of
-- uploads and attestations depend on it (Regulation (EU) 2023/969, Art. 17 and 18). app/access/sharing/gates.py has the
-- same rule.
create function beyond_the_union(kind text) returns boolean language sql immutable parallel safe
return kind is null or kind not in ('member_state', 'eu_body');

-- Whether the team has a controller now (Regulation (EU) 2023/969, Art. 23(2)). Without one, nothing from outside
-- the Union is accepted or verified. entering_state, the policies of verifications and app/services/teams/controllers.py
-- call it.
-- The last designation counts that names somebody else or was confirmed. The member must still be an administrator
-- of an active party.
-- Security definer: the answer does not depend on who asks.
create function controller_designated() returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (
  select 1 from members m join parties p on p.jit = m.jit and p.id = m.party and p.status = 'active'
   where m.jit = asking_jit() and m.state = 'seated' and may_administer(m.roles)
     and (m.until is null or m.until > statement_timestamp())
     and m.id = (select c.seat from controllers c
                  where c.jit = asking_jit() and (c.designated_by <> c.seat or exists (
                    select 1 from controller_confirmations k where k.controller = c.id))
                  order by c.id desc limit 1));

revoke all on function controller_designated from public;

grant execute on function controller_designated to liaison_app;

-- Whether the last designation of a controller is the member's own and nobody has confirmed it. The policies of
-- notifications and app/ledger/recipients.py call it, to notify the leaders who can confirm it.
-- Security definer: the engine has no grant on these tables.
create function controller_waits(team uuid, wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (
  select 1 from controllers c
   where c.id = (select l.id from controllers l where l.jit = team order by l.id desc limit 1)
     and c.seat = wanted and c.designated_by = wanted
     and not exists (select 1 from controller_confirmations k where k.controller = c.id));

revoke all on function controller_waits from public;

grant execute on function controller_waits to liaison_app, liaison_engine;

-- Whether a team has no member yet: the founder then becomes the first one (policy `inserted` of members).
-- Security definer: the answer does not depend on who asks.
create function has_no_seats(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return not exists (select 1 from members m where m.jit = wanted);

revoke all on function has_no_seats from public;

grant execute on function has_no_seats to liaison_app;

-- Whether a member leads the party, also while the party is suspended. If so, only its leaders declare that it
-- leaves (policies of leavings). An administrator therefore cannot suspend a party and then make it leave.
create function is_led(wanted uuid) returns boolean language sql stable set search_path = public, pg_temp
return exists (
  select 1 from members m
   where m.jit = asking_jit() and m.party = wanted and m.state = 'seated' and may_lead(m.roles)
     and (m.until is null or m.until > statement_timestamp()));

revoke all on function is_led from public;

grant execute on function is_led to liaison_app;

-- Looks up the place of the account `who` in the team `wanted` and sets the variables that the asking_… functions
-- read. Nearly every request begins with it, in the statement that recognises the session (app/access/seats.py,
-- app/services/accounts/sessions.py).
-- The member must be seated, within its time, and of a party that is active and has not left. Otherwise it returns
-- no row and leaves the team unset, so that policies show no row of the team.
-- `reserved`: the party reserves decisions to judicial members, and this leader is not one. `head`: see
-- ledger_head; null unless asked for.
-- It runs as its caller, under the policies. The caller has already verified the account.
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
  if "function" <> 'judicial' and may_lead(roles) then
    reserved := exists (select 1 from reservations r where r.jit = wanted and r.party = take_seat.party and r.judicial);
  end if;
  if with_head then
    head := ledger_head(wanted);
  end if;
  return next;
end $$;

revoke all on function take_seat from public;

grant execute on function take_seat to liaison_app;
