-- Channels and their pulses.
-- Columns: app/models/coordination/messages.py. Who belongs to a channel: app/access/coordination/channels.py and chat.sql. A pulse
-- counts the messages and changes of a channel; the live connection (app/realtime/chat.py) looks at it for
-- news.

-- Trigger `pulse`: a new channel gets its pulse. Security definer: the application cannot write pulses.
create function begin_pulse() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into pulses (channel, jit) values (new.id, new.jit);
  return null;
end $$;

-- Trigger `closing`: closing a channel waits for its pulse, which number_message (messages.sql) locks for
-- each message. A message that is being written is finished first; a later one finds the channel closed.
-- Security definer: as begin_pulse.
create function close_channel() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update pulses set beats = beats + 1 where channel = new.id;
  return new;
end $$;

alter table channels enable row level security;

alter table channels force row level security;

-- Functions that run as the owner read channels: those of messages.sql and chat.sql, and forget_channel
-- (ledger/fields.sql), which also writes them.
create policy definer on channels to liaison_owner using (true) with check (true);

-- The engine learns which parties a channel has: whom the live connection tells. Its grant leaves out the
-- name.
create policy engine on channels for select to liaison_engine using (true);

-- Open: leaders and coordinators of the channel, for active parties of the Union only.
create policy inserted on channels for insert to liaison_app
  with check (jit = asking_jit() and sits_in(whole, parties)
              and may_open_channels() and opened_by = asking_seat()
              and closed_at is null and version = 1 and may_meet(parties));

-- Read: the members of the channel's parties.
create policy seen on channels for select to liaison_app
  using (jit = asking_jit() and sits_in(whole, parties));

-- Close: leaders and coordinators of the channel. A closed channel never changes again.
create policy updated on channels for update to liaison_app
  using (jit = asking_jit() and sits_in(whole, parties) and may_open_channels()
         and closed_at is null)
  with check (jit = asking_jit() and sits_in(whole, parties)
              and may_open_channels() and closed_by = asking_seat());

grant select, insert, update (closed_by, closed_at, close_reason, version) on channels to liaison_app;

grant select (id, jit, whole, parties) on channels to liaison_engine;

create trigger closing before update on channels for each row
  when (new.closed_at is distinct from old.closed_at)
  execute function close_channel();

create trigger pulse after insert on channels for each row execute function begin_pulse();

alter table pulses enable row level security;

alter table pulses force row level security;

-- Triggers of channels, messages and translations run as the owner and update the pulse.
create policy definer on pulses to liaison_owner using (true) with check (true);

-- The engine reads the pulses for the live connection; the application reads none.
create policy engine on pulses for select to liaison_engine using (true);

create policy seen on pulses for select to liaison_app using (false);

grant select (channel, jit, beats) on pulses to liaison_engine;
