-- Limits of use of results, as their requests and items state them. Use: app/services/requests/limit_jobs.py.

-- Results whose limits in force differ from those that the request and the item state, by id: limits to end, and limits
-- to record. As `correct_limits` in app/services/requests/exhibits.py, which sees only the exhibits of the asking member:
-- results of outgoing requests whose exhibit is still of their party. An erased wording changes no limit, and
-- a limit whose legal basis was erased is compared by its wording alone.
-- Security definer: the worker reads no other text of requests.
create function limits_to_correct(after uuid, most integer)
returns table (id uuid, jit uuid, ledger_origin text, party uuid, evidence uuid, ended uuid[], begun jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  with stated as (
    select l.id, l.jit, j.ledger_origin, r.party, l.evidence, s.of_item, s.wording, c.erased ? 'legal_basis' as without_clause,
           case when not c.erased ? 'legal_basis' then c.legal_basis end as clause
      from request_results l
      join requests r on r.id = l.request and r.direction = 'out'
      join evidence e on e.id = l.evidence and e.originator = r.party
      join request_contents c on c.request = r.id
      join jits j on j.id = r.jit and j.state <> 'closed'
      left join request_items i on i.id = l.item
      cross join lateral (values (false, c.conditions, c.erased ? 'conditions'),
                                 (true, i.conditions, coalesce(i.erased ? 'conditions', false))) s (of_item, wording, is_erased)
     where (after is null or l.id > after) and not s.is_erased
  ), differing as (
    select s.*, u.id as old
      from stated s left join use_limits u on u.result = s.id and u.of_item = s.of_item and u.ended_at is null
     where u.wording is distinct from s.wording or (u.clause is distinct from s.clause and not s.without_clause and u.id is not null)
  )
  select d.id, d.jit, d.ledger_origin, d.party, d.evidence, coalesce(array_agg(d.old) filter (where d.old is not null), '{}'),
         coalesce(jsonb_agg(jsonb_build_object('of_item', d.of_item, 'wording', d.wording, 'clause', d.clause) order by d.of_item)
                    filter (where d.wording is not null), '[]')
    from differing d
   group by d.id, d.jit, d.ledger_origin, d.party, d.evidence
   order by d.id limit most
$$;

revoke all on function limits_to_correct from public;

grant execute on function limits_to_correct to liaison_engine;

-- Locks the request of a result as app/services/requests/drafting.py does, so that its limits do not change meanwhile.
-- Security definer: the worker has no right to lock requests.
create function lock_request_of(result uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  select from requests r where r.id = (select l.request from request_results l where l.id = result) for update
$$;

revoke all on function lock_request_of from public;

grant execute on function lock_request_of to liaison_engine;
