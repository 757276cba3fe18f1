-- Counts the rows of this domain that prevent closing a team. Called by waiting_of (app/schema/teams/closing.sql).
-- Requests of parties that have left do not count: nobody can close them.
create function waiting_in_requests(team uuid) returns table (what text, many bigint) language sql stable
begin atomic
  select 'requests'::text, count(*) from requests x where x.jit = team
   and x.state not in ('CLOSED', 'WITHDRAWN') and not has_left(x.jit, x.party);
end;
