-- Counts the rows of this domain that prevent closing a team. Called by waiting_of (app/schema/teams/closing.sql).
create function waiting_in_notifications(team uuid) returns table (what text, many bigint) language sql stable
begin atomic
  select 'alerts'::text, count(*) from alerts x where x.jit = team and x.acknowledged_at is null;
end;
