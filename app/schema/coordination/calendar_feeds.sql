-- Calendar feeds: secret addresses at which a calendar program reads a member's deadlines.
-- Columns: app/models/coordination/calendar_feeds.py. Decisions: app/services/coordination/calendar/feeds.py.

alter table calendar_feeds enable row level security;

alter table calendar_feeds force row level security;

-- calendar_feed_of (feeds.sql) runs as the owner and finds a feed by the hash of its secret.
create policy definer on calendar_feeds for select to liaison_owner using (true);

-- Create: members of a party, for themselves; no auditors.
create policy inserted on calendar_feeds for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and asking_party() is not null
              and not may_audit() and revoked_at is null and last_used_at is null
              and made_at > statement_timestamp() - interval '1 minute'
              and made_at < statement_timestamp() + interval '1 minute');

-- Read: one's own feeds.
create policy seen on calendar_feeds for select to liaison_app
  using (jit = asking_jit() and seat = asking_seat() and asking_party() is not null);

-- Record the last use, or revoke: one's own feeds. A revoked feed never changes again.
create policy updated on calendar_feeds for update to liaison_app
  using (jit = asking_jit() and seat = asking_seat() and asking_party() is not null and revoked_at is null)
  with check (jit = asking_jit() and seat = asking_seat() and asking_party() is not null);

-- secret_hash is left out: no request reads it. calendar_feed_of alone compares it.
grant insert, select (id, jit, seat, slot, name, made_at, last_used_at, revoked_at), update (last_used_at,
  revoked_at)
  on calendar_feeds to liaison_app;
