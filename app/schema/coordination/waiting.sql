-- Counts the rows of this domain that prevent closing a team. Called by waiting_of (app/schema/teams/closing.sql).
-- `signatures`: decisions that a party still has to sign, as app/services/coordination/signing.py lists them.
create function waiting_in_coordination(team uuid) returns table (what text, many bigint) language sql stable
begin atomic
  select 'tasks'::text, count(*) from tasks x where x.jit = team
   and x.state in ('proposed', 'declined', 'open', 'in_progress', 'blocked')
  union all
  select 'operations'::text, count(*) from operations x where x.jit = team and x.state <> 'closed'
  union all
  select 'signatures'::text, count(*) from messages x where x.jit = team
   and x.kind = 'decision' and x.signers <> '{}' and x.text is not null
     and not exists (select 1 from messages l where l.corrects = x.id)
     and exists (
       select 1 from parties p join members m on m.jit = p.jit and m.party = p.id
        where p.jit = x.jit and p.id = any (x.signers) and p.status <> 'left' and m.state = 'seated' and may_lead(m.roles)
          and (m.until is null or m.until > statement_timestamp())
          and not exists (select 1 from decision_signatures s where s.message = x.id and s.party = p.id));
end;
