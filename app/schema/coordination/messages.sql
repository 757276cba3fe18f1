create function beat() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'translations' then
    update pulses p set beats = beats + 1 from messages m where m.id = new.message and p.channel = m.channel;
  else
    update pulses p set beats = beats + 1 where p.channel = old.channel;
  end if;
  return null;
end $$;

create function bound_corrections() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'talk is corrected so often at most' using errcode = 'LJ003';
end $$;

revoke all on function bound_corrections from public;

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

revoke all on function demand_mentioned from public;

create function demand_named() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from members m where m.jit = new.jit and m.id = any (new.mentions)
               and new.text !~ ('@' || m.code || '(?![0-9])')) then
    raise exception 'whom a decision names stands in its words' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

revoke all on function demand_named from public;

create function forget_mentions() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from notifications n where n.talk = new.id and n.seat <> all (new.mentions);
  return null;
end $$;

revoke all on function forget_mentions from public;

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

create function number_message() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.at := moment_near(new.at);
  update pulses p set numbered = numbered + 1, beats = beats + 1 where p.channel = new.channel and p.jit = new.jit
    returning p.numbered into new.number;
  if new.number is null or not exists (select 1 from channels c where c.id = new.channel and c.closed_at is null) then
    new.number := 0;
  end if;
  return new;
end $$;

create function time_translation() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.at := moment_near(new.at);
  return new;
end $$;

alter table former_words enable row level security;

alter table former_words force row level security;

create policy definer on former_words to liaison_owner using (true) with check (true);

create policy seen on former_words for select to liaison_app
  using (jit = asking_jit()
    and exists (select 1 from messages m where m.id = former_words.message and m.jit = former_words.jit offset 0));

grant select on former_words to liaison_app;

create trigger closed_insert after insert on former_words referencing new table as touched for each statement
  execute function refuse_closed();

alter table former_words enable always trigger closed_insert;

alter table message_links enable row level security;

alter table message_links force row level security;

create policy definer on message_links to liaison_owner using (true) with check (true);

create policy inserted on message_links for insert to liaison_app
  with check (jit = asking_jit() and exists (select 1 from messages m where m.id = message_links.message
    and m.jit = message_links.jit and m.seat = asking_seat() and m.taken_back_at is null offset 0)
    and exists (select 1 from evidence e where e.id = message_links.evidence offset 0));

create policy seen on message_links for select to liaison_app
  using (jit = asking_jit()
    and exists (select 1 from messages m where m.id = message_links.message and m.jit = message_links.jit offset 0)
    and exists (select 1 from evidence e where e.id = message_links.evidence offset 0));

grant select, insert on message_links to liaison_app;

create trigger closed_insert after insert on message_links referencing new table as touched for each statement
  execute function refuse_closed();

alter table message_links enable always trigger closed_insert;

create constraint trigger entered after insert on message_links deferrable initially deferred for each row
  execute function demand_mentioned();

alter table messages enable row level security;

alter table messages force row level security;

create policy definer on messages to liaison_owner using (true) with check (true);

create policy engine on messages for select to liaison_engine using (true);

create policy inserted on messages for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and number > 0 and corrected_at is null
    and taken_back_at is null and text is not null and version = 1 and exists (select 1 from channels c
    where c.id = messages.channel and c.jit = messages.jit and c.closed_at is null offset 0)
    and sit_in(channel, mentions) and (kind = 'talk'
    or (asking_roles() && array['leader', 'member', 'coordinator']
    and (corrects is null or may_put_right(corrects, channel))
    and exists (select 1 from headers h join fields f on f.entry = h.entry and f.name = 'text' where h.entry = messages.entry and h.jit = messages.jit and h.party = asking_party() and h.kind in ('decision.recorded', 'decision.corrected') and h.subject::jsonb ->> 'message' = messages.id::text and f.value::jsonb #>> '{}' = messages.text and h.about = messages.channel and (h.kind = 'decision.corrected') = (messages.corrects is not null) offset 0))));

create policy seen on messages for select to liaison_app
  using (jit = asking_jit() and exists (select 1 from channels c where c.id = messages.channel
    and c.jit = messages.jit and (not c.whole or messages.id > asking_party()) offset 0)
    and (kind = 'decision' or at > (select talk_kept())));

create policy signers on messages as restrictive for insert to liaison_app
  with check ( kind = 'talk' or (signers = signers_of(channel) and exists ( select 1 from fields f
    where f.entry = messages.entry and f.name = 'to_be_signed_by'
    and f.value::jsonb = codes_of(messages.signers) offset 0)));

create policy updated on messages for update to liaison_app
  using (jit = asking_jit() and seat = asking_seat() and kind = 'talk' and taken_back_at is null
    and exists (select 1 from channels c where c.id = messages.channel and c.jit = messages.jit
    and (not c.whole or messages.id > asking_party()) offset 0) and (kind = 'decision'
    or at > (select talk_kept())))
  with check (jit = asking_jit() and seat = asking_seat() and sit_in(channel, mentions) and (taken_back_at is not null
    or exists (select 1 from channels c where c.id = messages.channel and c.jit = messages.jit
    and c.closed_at is null offset 0)));

grant select, insert, update (text, mentions, corrected_at, taken_back_at) on messages to liaison_app;

grant select (id, jit, kind, seat, mentions, at, signers) on messages to liaison_engine;

create trigger bounded before update on messages for each row
  when ((old.kind = 'talk'::text) and (new.taken_back_at is null) and (old.version > 40))
  execute function bound_corrections();

create trigger closed_insert after insert on messages referencing new table as touched for each statement
  execute function refuse_closed();

alter table messages enable always trigger closed_insert;

create trigger closed_update after update on messages referencing new table as touched for each statement
  execute function refuse_closed();

alter table messages enable always trigger closed_update;

create trigger kept before update on messages for each row execute function keep_former_words();

create trigger named after insert on messages for each row
  when ((new.kind = 'decision'::text) and (cardinality(new.mentions) > 0))
  execute function demand_named();

create trigger numbered before insert on messages for each row execute function number_message();

create trigger told after delete or update on messages for each row execute function beat();

create trigger unnamed after update on messages for each row
  when ((new.kind = 'talk'::text) and (new.mentions is distinct from old.mentions))
  execute function forget_mentions();

alter table read_marks enable row level security;

alter table read_marks force row level security;

create policy inserted on read_marks for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat()
    and exists (select 1 from channels c where c.id = read_marks.channel and c.jit = read_marks.jit offset 0));

create policy seen on read_marks for select to liaison_app
  using (jit = asking_jit() and seat = asking_seat()
    and exists (select 1 from channels c where c.id = read_marks.channel and c.jit = read_marks.jit offset 0));

create policy updated on read_marks for update to liaison_app
  using (jit = asking_jit() and seat = asking_seat()
    and exists (select 1 from channels c where c.id = read_marks.channel and c.jit = read_marks.jit offset 0));

grant select, insert, update (number) on read_marks to liaison_app;

alter table talk_rules enable row level security;

alter table talk_rules force row level security;

create policy definer on talk_rules to liaison_owner using (true) with check (true);

create policy inserted on talk_rules for insert to liaison_app
  with check (jit = asking_jit() and decided_by = asking_seat() and 'administrator' = any (asking_roles()));

create policy seen on talk_rules for select to liaison_app using (jit = asking_jit());

grant select, insert on talk_rules to liaison_app;

create trigger closed_insert after insert on talk_rules referencing new table as touched for each statement
  execute function refuse_closed();

alter table talk_rules enable always trigger closed_insert;

alter table translations enable row level security;

alter table translations force row level security;

create policy definer on translations to liaison_owner using (true) with check (true);

create policy inserted on translations for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and text is not null and exists (select 1 from messages m
    where m.id = translations.message and m.jit = translations.jit and m.text is not null
    and m.version = translations.of_version
    and (m.kind = 'decision') = (translations.entry is not null) offset 0) and (entry is null
    or exists (select 1 from headers h join fields f on f.entry = h.entry and f.name = 'text'
    where h.entry = translations.entry and h.jit = translations.jit and h.party = asking_party()
    and h.kind in ('decision.translated') and h.subject::jsonb ->> 'translation' = translations.id::text
    and f.value::jsonb #>> '{}' = translations.text offset 0)));

create policy seen on translations for select to liaison_app
  using (jit = asking_jit()
    and exists (select 1 from messages m where m.id = translations.message and m.jit = translations.jit offset 0));

grant select, insert on translations to liaison_app;

create trigger closed_insert after insert on translations referencing new table as touched for each statement
  execute function refuse_closed();

alter table translations enable always trigger closed_insert;

create trigger closed_update after update on translations referencing new table as touched for each statement
  execute function refuse_closed();

alter table translations enable always trigger closed_update;

create trigger held after insert on translations for each row execute function hold_translation();

create trigger timed before insert on translations for each row execute function time_translation();
