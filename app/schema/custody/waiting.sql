-- Counts the rows of this domain that prevent closing a team. Called by waiting_of (app/schema/teams/closing.sql).
create function waiting_in_custody(team uuid) returns table (what text, many bigint) language sql stable
begin atomic
  select 'handovers'::text, count(*) from handovers x where x.jit = team and x.state = 'offered'
  union all
  select 'copies'::text, count(*) from copies x where x.jit = team
   and x.asked_at is not null and x.answered_at is null;
end;
