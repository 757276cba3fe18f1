create function asking_authority() returns uuid language sql stable parallel safe
return nullif(current_setting('app.authority', true), '')::uuid;

create function asking_roles() returns text[] language sql stable parallel safe
return coalesce(nullif(current_setting('app.roles', true), ''), '{}')::text[];

create function asking_seat() returns uuid language sql stable parallel safe
return nullif(current_setting('app.seat', true), '')::uuid;

create function asking_standing() returns text language sql stable parallel safe
return case when 'auditor' = any (asking_roles()) then 'auditor'
            when asking_roles() && array['leader', 'member'] then 'member'
            when 'coordinator' = any (asking_roles()) then 'coordinator'
            else '' end;

create function asking_party() returns uuid language sql stable parallel safe
return nullif(current_setting('app.party', true), '')::uuid;

create function asking_as_jit_auditor() returns boolean language sql stable parallel safe
return asking_party() is null and asking_seat() is not null and 'auditor' = any (asking_roles());

create function asking_jit() returns uuid language sql stable parallel safe
return nullif(current_setting('app.jit', true), '')::uuid;

create function asking_account() returns uuid language sql stable parallel safe
return nullif(current_setting('app.account', true), '')::uuid;

create function codes_of(named uuid[]) returns jsonb language sql stable set search_path = public, pg_temp
return (
  select coalesce(jsonb_agg(p.code order by p.code collate "C"), '[]')
    from parties p where p.jit = asking_jit() and p.id = any (named));

create function is_another(seat uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (select 1 from members m where m.jit = asking_jit() and m.id = seat and m.account <> asking_account());

revoke all on function is_another from public;

grant execute on function is_another to liaison_app;
