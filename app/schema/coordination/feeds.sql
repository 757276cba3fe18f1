-- The function that opens a calendar feed by its secret.
-- Table: calendar_feeds.sql.
-- Decisions: app/services/coordination/calendar/feeds.py.

-- The feed with this hash of a secret, with its team, member and account; no row for an unknown secret.
-- `stands` is false when the feed is revoked or the account is closed. It is also false for an account of the
-- demonstration, unless the caller accepts those. The caller, app/services/coordination/calendar/feeds.py, then checks
-- whether the member is active. Security definer: nobody is signed in when a calendar asks, and no request
-- reads secret_hash.
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
