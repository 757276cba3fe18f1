-- Limits of use of results, as their requests and items state them. Use: app/services/requests/limit_jobs.py.

-- Results whose limits in force differ from those that the request and the item state, by id: limits to end, and limits
-- to record. As `correct_limits` in app/services/requests/exhibits.py, which sees only the exhibits of the asking member:
-- results of outgoing requests whose exhibit is still of their party. Erased texts change no limit.
-- Security definer: the worker reads no other text of requests.
create function limits_to_correct(after uuid, most integer)
returns table (id uuid, jit uuid, ledger_origin text, party uuid, evidence uuid, ended uuid[], begun jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  with linked as (
    select l.id, l.jit, j.ledger_origin, r.party, l.evidence, c.legal_basis, c.conditions, i.conditions as of_item
      from request_results l
      join requests r on r.id = l.request and r.direction = 'out'
      join evidence e on e.id = l.evidence and e.originator = r.party
      join request_contents c on c.request = r.id and not c.erased ?| '{conditions,legal_basis}'
      join jits j on j.id = r.jit and j.state <> 'closed'
      left join request_items i on i.id = l.item
     where (after is null or l.id > after) and not coalesce(i.erased ? 'conditions', false)
  ), wanted as (
    select l.id, w.of_item, w.wording, l.legal_basis as clause
      from linked l cross join lateral (values (false, l.conditions), (true, l.of_item)) w (of_item, wording)
     where w.wording is not null
  ), differing as (
    select l.*,
           array(select u.id from use_limits u
                  where u.result = l.id and u.ended_at is null and not exists (
                    select 1 from wanted w
                     where w.id = l.id and (w.of_item, w.wording, w.clause) is not distinct from (u.of_item, u.wording, u.clause))) as old,
           (select jsonb_agg(jsonb_build_object('of_item', w.of_item, 'wording', w.wording, 'clause', w.clause))
              from wanted w
             where w.id = l.id and not exists (
               select 1 from use_limits u
                where u.result = l.id and u.ended_at is null
                  and (w.of_item, w.wording, w.clause) is not distinct from (u.of_item, u.wording, u.clause))) as new
      from linked l
  )
  select d.id, d.jit, d.ledger_origin, d.party, d.evidence, d.old, coalesce(d.new, '[]') from differing d
   where d.old <> '{}' or d.new is not null
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
