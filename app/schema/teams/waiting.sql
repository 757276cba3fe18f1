-- Counts the rows of this domain that prevent closing a team. Called by waiting_of (app/schema/teams/closing.sql).
create function waiting_in_teams(team uuid) returns table (what text, many bigint) language sql stable
begin atomic
  select 'leavings'::text, count(*) from leavings x where x.jit = team
   and x.withdrawn_at is null and x.ended_at is null
  union all
  select 'parties'::text, count(*) from parties x where x.jit = team and x.status = 'suspended';
end;
