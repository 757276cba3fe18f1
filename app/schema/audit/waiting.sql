-- Counts the rows of this domain that prevent closing a team. Called by waiting_of (app/schema/teams/closing.sql).
-- close_team leaves `bundles` out and asks something_runs (app/schema/teams/closing.sql).
create function waiting_in_audit(team uuid) returns table (what text, many bigint) language sql stable
begin atomic
  select 'bundles'::text, count(*) from exports x where x.jit = team and x.state in ('queued', 'running');
end;
