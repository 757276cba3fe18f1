-- Counts the rows of this domain that prevent closing a team. Called by waiting_of (app/schema/teams/closing.sql).
create function waiting_in_sharing(team uuid) returns table (what text, many bigint) language sql stable
begin atomic
  select 'releases'::text, count(*) from waiting_releases x where x.jit = team
  union all
  select 'consents'::text, count(*) from consents x where x.jit = team and x.state in ('requested', 'seen')
  union all
  select 'emergencies'::text, count(*) from emergencies x where x.jit = team
   and (x.verdict is null or x.settled_at is null);
end;
