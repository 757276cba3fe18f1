-- Functions that say who runs the query. They read the transaction-local settings app.account, app.jit, app.party,
-- app.authority, app.seat and app.roles.
-- The application sets them for each transaction: app/database.py (Asking) and take_seat
-- (app/schema/teams/membership.sql). An empty setting admits no row.

-- Two forms recur in the policies of all files. `exists (… offset 0)`: PostgreSQL plans the subquery once, by key,
-- and not also as a hashed table. `(select asking_party())`: the setting is read once for a query, not once for each
-- row.

-- The authority of the asking member within its party; null for none.
create function asking_authority() returns uuid language sql stable parallel safe
return nullif(current_setting('app.authority', true), '')::uuid;

-- The roles of the asking member; empty for an account without a place in the team.
create function asking_roles() returns text[] language sql stable parallel safe
return coalesce(nullif(current_setting('app.roles', true), ''), '{}')::text[];

-- The asking member (members.id).
create function asking_seat() returns uuid language sql stable parallel safe
return nullif(current_setting('app.seat', true), '')::uuid;

-- Roles as the one word that admits() expects. The role of auditor excludes the others; leaders and contributors (role
-- `member`) are the same here. Which roles permit what: roles.sql.
create function standing_of(roles text[]) returns text language sql immutable parallel safe
return case when may_audit(roles) then 'auditor'
            when may_contribute(roles) then 'member'
            when may_coordinate(roles) then 'coordinator'
            else '' end;

-- The standing of the asking member.
create function asking_standing() returns text language sql stable parallel safe
return standing_of(asking_roles());

-- Whether the asking member has no other standing than that of a coordinator.
create function asking_as_coordinator() returns boolean language sql stable parallel safe
return asking_standing() = 'coordinator';

-- The party of the asking member; null for the auditor of the whole team and for others without a party.
create function asking_party() returns uuid language sql stable parallel safe
return nullif(current_setting('app.party', true), '')::uuid;

-- Whether the asking member is the auditor of the whole team, who belongs to no party.
create function asking_as_jit_auditor() returns boolean language sql stable parallel safe
return asking_party() is null and asking_seat() is not null and may_audit();

-- The team in which the member works.
create function asking_jit() returns uuid language sql stable parallel safe
return nullif(current_setting('app.jit', true), '')::uuid;

-- The signed-in account.
create function asking_account() returns uuid language sql stable parallel safe
return nullif(current_setting('app.account', true), '')::uuid;

-- Whether the signed-in account is an operator of this installation, who administers accounts. Security definer: the
-- answer does not depend on what the role may read.
create function asking_operator() returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (select 1 from accounts a where a.id = asking_account() and a.operator and a.closed_at is null);

revoke all on function asking_operator from public;

grant execute on function asking_operator to liaison_app;

-- The codes of these parties as a JSON array in byte order. The policy of messages compares it with the ledger field
-- that names the parties that must sign.
create function codes_of(named uuid[]) returns jsonb language sql stable set search_path = public, pg_temp
return (
  select coalesce(jsonb_agg(p.code order by p.code collate "C"), '[]')
    from parties p where p.jit = asking_jit() and p.id = any (named));

-- Whether the member belongs to another account than the asking one: a person never counts twice, whatever places
-- they have in the team. Called by every rule that requires a second leader. Security definer: it reads members
-- whatever the caller sees.
create function is_another(seat uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (select 1 from members m where m.jit = asking_jit() and m.id = seat and m.account <> asking_account());

revoke all on function is_another from public;

grant execute on function is_another to liaison_app;
