create function calendar_feed_of(digest bytea, demonstration boolean)
returns table (feed uuid, jit uuid, seat uuid, account uuid, stands boolean)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select f.id, f.jit, f.seat, m.account,
         f.revoked_at is null and a.closed_at is null and (calendar_feed_of.demonstration or not a.demonstration)
    from calendar_feeds f
    join members m on m.jit = f.jit and m.id = f.seat
    join accounts a on a.id = m.account
   where f.secret_hash = calendar_feed_of.digest;
end;

revoke all on function calendar_feed_of from public;

grant execute on function calendar_feed_of to liaison_app;
