-- A closed team refuses every row. The phases of a team: app/services/teams/phases.py and
-- app/services/ending/closing.py.

-- Trigger of nearly every table of a team: refuses all rows of a closed team, whoever writes them. SQLSTATE LJ001
-- becomes TeamClosed in app/connections.py. Security definer: it reads and locks the team's row whatever the writer may
-- do with it.
create function refuse_closed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Writers share this lock; close_team takes the row for itself. Either waits for the other.
  perform 1 from jits j where j.id in (select t.jit from touched t) for share;
  if exists (select 1 from jits j where j.id in (select t.jit from touched t) and j.state = 'closed') then
    raise exception 'the team is closed: nothing is entered any more' using errcode = 'LJ001';
  end if;
  return null;
end $$;

-- The triggers of every table with the column jit. A new table gets them without being named here.
-- exempt: what is still recorded about the ledger, the access log, presence, and what a member keeps for itself.
-- still_updated: requested packages are still made, feeds are used and revoked, and chat ends with its retention
-- period.
-- still_deleted: the same, with the messages of chat, and the sequencer empties its queue.
do $$
declare
  exempt constant text[] := array['access_log', 'alarms', 'briefing_marks', 'checkpoints', 'cosignatures',
    'first_step_dismissals', 'notification_cursors', 'notifications', 'positions', 'presences', 'read_marks', 'recomputations', 'saved_views',
    'tiles', 'timestamps', 'trees', 'witness_states'];
  still_updated constant text[] := array['calendar_feeds', 'exports', 'former_words', 'message_links', 'pending',
    'pulses', 'talk_rules'];
  still_deleted constant text[] := array['calendar_feeds', 'channels', 'exports', 'former_words', 'message_links',
    'messages', 'pending', 'pulses', 'talk_rules', 'translations'];
  one text;
  act text;
begin
  for one in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'jit'
              where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all (exempt) loop
    foreach act in array array['insert', 'update', 'delete'] loop
      continue when act = 'update' and one = any (still_updated) or act = 'delete' and one = any (still_deleted);
      execute format(
        'create trigger closed_%1$s after %1$s on %2$I referencing %3$s table as touched for each statement'
        ' execute function refuse_closed()', act, one, case act when 'delete' then 'old' else 'new' end);
      execute format('alter table %I enable always trigger closed_%s', one, act);
    end loop;
  end loop;
end $$;
