-- Messages: chat (`talk`) and decisions, with former versions, exhibits, translations, read marks and the
-- retention of chat (talk_rules).
-- Columns: app/models/coordination/messages.py. Decisions: app/services/coordination/messages.py, decisions.py, translations.py. Functions:
-- chat.sql. Contributor: the role `member`.

-- Trigger `told` of messages: a changed or deleted message increments its channel's pulse. A new translation
-- does so in hold_translation (chat.sql). Security definer: the application cannot write pulses.
create function beat() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'translations' then
    update pulses p set beats = beats + 1 from messages m where m.id = new.message and p.channel = m.channel;
  else
    update pulses p set beats = beats + 1 where p.channel = old.channel;
  end if;
  return null;
end $$;

-- Constraint trigger `entered` of message_links: an exhibit that a decision mentions has a ledger entry of
-- the same transaction. That entry names this message, this exhibit and this place in the text. Links of chat
-- need none. Security definer: the check does not depend on what the asking member sees.
create function demand_mentioned() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user in ('liaison_app', 'liaison_engine')
     and exists (select 1 from messages m where m.id = new.message and m.kind = 'decision')
     and not exists (
       select 1 from pending q join headers h on h.entry = q.entry and h.kind = 'decision.mentioned'
         join entry_audience a on a.entry = h.entry and a.mentions = new.evidence
         join fields f on f.entry = h.entry and f.name = 'place_in_text'
        where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid
          and h.subject::jsonb ->> 'message' = new.message::text and f.value = new.place::text) then
    raise exception 'what a decision mentions stands in its ledger' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Trigger `named`: every member that a decision mentions stands as @code in its text, which is the text of
-- its ledger entry. Security definer: the check does not depend on which members the asking member sees.
create function demand_named() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from members m where m.jit = new.jit and m.id = any (new.mentions)
               and new.text !~ ('@' || m.code || '(?![0-9])')) then
    raise exception 'whom a decision names stands in its words' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Trigger `unnamed`: members that a chat message no longer mentions lose their notification of it. Security
-- definer: a member has no access to notifications of others.
create function forget_mentions() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from notifications n where n.talk = new.id and n.seat <> all (new.mentions);
  return null;
end $$;

-- Trigger `kept` of messages. A corrected chat message keeps its former text in former_words. A withdrawn one
-- loses its text, mentions, former versions and translations. In both cases links to exhibits are deleted;
-- the service adds those of the new text. A decision is not changed here: only an erasure removes its text.
-- Security definer: the application can neither add former versions nor delete these rows.
create function keep_former_words() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.kind = 'decision' then
    return new;
  end if;
  new.version := old.version + 1;
  if new.taken_back_at is not null then
    new.taken_back_at := moment_near(new.taken_back_at);
    new.text := null;
    new.mentions := '{}';
    delete from former_words f where f.message = old.id;
    delete from translations t where t.message = old.id;
  elsif new.text is null then
    raise exception 'talk is corrected or taken back' using errcode = 'insufficient_privilege';
  else
    new.corrected_at := moment_near(coalesce(new.corrected_at, statement_timestamp()));
    insert into former_words (message, version, jit, text, until)
      values (old.id, old.version, old.jit, old.text, new.corrected_at);
  end if;
  delete from message_links l where l.message = old.id;
  return new;
end $$;

-- Trigger `numbered` of messages: sets the time and the next number of the channel. The lock on the pulse
-- makes sure that no number is visible before a lower one. Number 0 makes the insert policy refuse the row: a
-- closed, a hidden and an absent channel give the same answer. Security definer: the application cannot write
-- pulses.
create function number_message() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.at := moment_near(new.at);
  update pulses p set numbered = numbered + 1, beats = beats + 1
   where p.channel = new.channel and p.jit = new.jit
    returning p.numbered into new.number;
  if new.number is null or not exists (select 1 from channels c where c.id = new.channel and c.closed_at is null) then
    new.number := 0;
  end if;
  return new;
end $$;

-- Trigger `timed` of translations: a time that is not close to the database's clock is replaced by it.
create function time_translation() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.at := moment_near(new.at);
  return new;
end $$;

alter table former_words enable row level security;

alter table former_words force row level security;

-- keep_former_words runs as the owner; former versions go with their message (foreign key).
create policy definer on former_words to liaison_owner using (true) with check (true);

-- Read: everyone who reads the message. Here and below, `offset 0` makes PostgreSQL look up one row by its
-- key. Without it, PostgreSQL also plans a table of all such rows.
create policy seen on former_words for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from messages m where m.id = former_words.message and m.jit = former_words.jit offset 0));

-- Only keep_former_words writes.
grant select on former_words to liaison_app;

alter table message_links enable row level security;

alter table message_links force row level security;

-- keep_former_words and demand_mentioned run as the owner.
create policy definer on message_links to liaison_owner using (true) with check (true);

-- Link: the author of the message, to an exhibit that the author sees.
create policy inserted on message_links for insert to liaison_app
  with check (jit = asking_jit()
              and exists (
                select 1 from messages m
                 where m.id = message_links.message and m.jit = message_links.jit and m.seat = asking_seat()
                   and m.taken_back_at is null offset 0)
              and exists (select 1 from evidence e where e.id = message_links.evidence offset 0));

-- Read: everyone who sees both the message and the exhibit.
create policy seen on message_links for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from messages m where m.id = message_links.message and m.jit = message_links.jit offset 0)
         and exists (select 1 from evidence e where e.id = message_links.evidence offset 0));

grant select, insert on message_links to liaison_app;

-- Each exhibit mentioned in a decision commits together with its ledger entry.
create constraint trigger entered after insert on message_links deferrable initially deferred for each row
  execute function demand_mentioned();

alter table messages enable row level security;

alter table messages force row level security;

-- Functions that run as the owner: the triggers above, those of chat.sql and the erasure of decisions
-- (forget_decision in ledger/fields.sql).
create policy definer on messages to liaison_owner using (true) with check (true);

-- The engine learns whom a message concerns. Its grant leaves out the text.
create policy engine on messages for select to liaison_engine using (true);

-- Write: in one's own name, in an open channel that one reads; every mentioned member belongs to it. A
-- decision is recorded by leaders, contributors and coordinators. Its ledger entry is of their party and has
-- the same text. A party corrects its own decisions alone.
create policy inserted on messages for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and number > 0 and corrected_at is null
              and taken_back_at is null and text is not null and version = 1
              and exists (
                select 1 from channels c
                 where c.id = messages.channel and c.jit = messages.jit and c.closed_at is null offset 0)
              and sit_in(channel, mentions)
              and (kind = 'talk'
                   or (may_record_decisions()
                       and (corrects is null or is_own_decision(corrects, channel))
                       and exists (
                         select 1 from headers h join fields f on f.entry = h.entry and f.name = 'text'
                          where h.entry = messages.entry and h.jit = messages.jit and h.party = asking_party()
                            and h.kind in ('decision.recorded', 'decision.corrected')
                            and h.subject::jsonb ->> 'message' = messages.id::text
                            and f.value::jsonb #>> '{}' = messages.text and h.about = messages.channel
                            and (h.kind = 'decision.corrected') = (messages.corrects is not null)
                          offset 0))));

-- Read: the members of the channel. In a channel of the whole team, a party that joined later does not read
-- what was written before. Ids grow with time, so the party's own id marks when it joined. Chat is not shown
-- after its retention period (talk_kept).
create policy seen on messages for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from channels c
            where c.id = messages.channel and c.jit = messages.jit
              and (not c.whole or messages.id > asking_party()) offset 0)
         and (kind = 'decision' or at > (select talk_kept())));

-- A decision names the parties that demand to sign it (signers_of), and its ledger entry names the same.
create policy signers on messages as restrictive for insert to liaison_app
  with check (kind = 'talk'
              or (signers = signers_of(channel)
                  and exists (
                    select 1 from fields f
                     where f.entry = messages.entry and f.name = 'to_be_signed_by'
                       and f.value::jsonb = codes_of(messages.signers) offset 0)));

-- Correct or withdraw: one's own chat message. In a closed channel it can only be withdrawn.
create policy updated on messages for update to liaison_app
  using (jit = asking_jit() and seat = asking_seat() and kind = 'talk' and taken_back_at is null
         and exists (
           select 1 from channels c
            where c.id = messages.channel and c.jit = messages.jit
              and (not c.whole or messages.id > asking_party()) offset 0)
         and (kind = 'decision' or at > (select talk_kept())))
  with check (jit = asking_jit() and seat = asking_seat() and sit_in(channel, mentions)
              and (taken_back_at is not null
                   or exists (
                     select 1 from channels c
                      where c.id = messages.channel and c.jit = messages.jit and c.closed_at is null
                      offset 0)));

grant select, insert, update (text, mentions, corrected_at, taken_back_at) on messages to liaison_app;

grant select (id, jit, kind, seat, mentions, at, signers) on messages to liaison_engine;

create trigger kept before update on messages for each row execute function keep_former_words();

create trigger named after insert on messages for each row
  when ((new.kind = 'decision') and (cardinality(new.mentions) > 0))
  execute function demand_named();

create trigger numbered before insert on messages for each row execute function number_message();

create trigger told after delete or update on messages for each row execute function beat();

create trigger unnamed after update on messages for each row
  when ((new.kind = 'talk') and (new.mentions is distinct from old.mentions))
  execute function forget_mentions();

alter table read_marks enable row level security;

alter table read_marks force row level security;

-- Each member reads and writes only their own mark. It is no fact of the team: it also changes in a closed
-- team.
create policy inserted on read_marks for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat()
              and exists (
                select 1 from channels c
                 where c.id = read_marks.channel and c.jit = read_marks.jit offset 0));

create policy seen on read_marks for select to liaison_app
  using (jit = asking_jit() and seat = asking_seat()
         and exists (
           select 1 from channels c where c.id = read_marks.channel and c.jit = read_marks.jit offset 0));

create policy updated on read_marks for update to liaison_app
  using (jit = asking_jit() and seat = asking_seat()
         and exists (
           select 1 from channels c where c.id = read_marks.channel and c.jit = read_marks.jit offset 0));

grant select, insert, update (number) on read_marks to liaison_app;

alter table talk_rules enable row level security;

alter table talk_rules force row level security;

-- erase_old_talk (chat.sql) runs as the owner.
create policy definer on talk_rules to liaison_owner using (true) with check (true);

-- Decide: administrators. The latest rule counts, also for what was written before it.
create policy inserted on talk_rules for insert to liaison_app
  with check (jit = asking_jit() and decided_by = asking_seat() and may_administer());

create policy seen on talk_rules for select to liaison_app using (jit = asking_jit());

grant select, insert on talk_rules to liaison_app;

alter table translations enable row level security;

alter table translations force row level security;

-- Functions that run as the owner: hold_translation, keep_former_words, and forget_decision
-- (ledger/fields.sql).
create policy definer on translations to liaison_owner using (true) with check (true);

-- Translate: in one's own name, the current version of a message that one reads. A translation of a decision
-- has a ledger entry of one's own party with the same text; a translation of chat has none.
create policy inserted on translations for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and text is not null
              and exists (
                select 1 from messages m
                 where m.id = translations.message and m.jit = translations.jit and m.text is not null
                   and m.version = translations.of_version
                   and (m.kind = 'decision') = (translations.entry is not null) offset 0)
              and (entry is null
                   or exists (
                     select 1 from headers h join fields f on f.entry = h.entry and f.name = 'text'
                      where h.entry = translations.entry and h.jit = translations.jit
                        and h.party = asking_party() and h.kind in ('decision.translated')
                        and h.subject::jsonb ->> 'translation' = translations.id::text
                        and f.value::jsonb #>> '{}' = translations.text offset 0)));

-- Read: everyone who reads the message.
create policy seen on translations for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from messages m where m.id = translations.message and m.jit = translations.jit offset 0));

grant select, insert on translations to liaison_app;

create trigger held after insert on translations for each row execute function hold_translation();

create trigger timed before insert on translations for each row execute function time_translation();
