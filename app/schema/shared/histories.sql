-- Helpers and trigger functions that the files of several domains use: insert-only tables, erased words, times,
-- labels. Erasure of words: app/services/retention/field_erasures.py.

-- Trigger of labels and blank_labels: draws the code, twelve of thirty characters. The database draws it so that
-- nobody can test whether a chosen code is taken. The first six bytes of a random UUID (version 4) are all random.
create function draw_code() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  drawn bytea := substring(uuid_send(gen_random_uuid()) from 1 for 6) || substring(uuid_send(gen_random_uuid()) from 1 for 6);
begin
  select string_agg(substr('23456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + get_byte(drawn, at) % 30, 1), '' order by at)
    into new.code from generate_series(0, 11) at;
  return new;
end $$;

-- The text as JSON; null where it is none. Called by forget_words (app/schema/retention/erasing_fields.sql), which
-- must be able to read every stored text. jsonb refuses \u0000; it is read as U+FFFD, which no row holds.
create function json_of(said text) returns jsonb language plpgsql immutable set search_path = public, pg_temp as $$
begin
  return said::jsonb;
exception when data_exception or statement_too_complex then
  begin  -- an escaped backslash begins no escape
    return regexp_replace(said, '(?<!\\)((?:\\\\)*)\\u0000', '\1\\ufffd', 'g')::jsonb;
  exception when data_exception or statement_too_complex then
    return null;
  end;
end $$;

revoke all on function json_of from public;

-- Trigger of tables whose words can be erased. `erased` names each erased column and the time; the application does
-- not set it. A new value of the column removes its name. The functions that erase run as liaison_owner and pass.
create function keep_what_was_erased() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user <> 'liaison_app' then return new; end if;
  if tg_op = 'INSERT' then
    new.erased := '{}';
    return new;
  end if;
  new.erased := coalesce((
    select jsonb_object_agg(e.key, e.value) from jsonb_each(old.erased) e
     where to_jsonb(new) -> e.key is not distinct from to_jsonb(old) -> e.key), '{}');
  return new;
end $$;

-- The given time if it is within a minute of the database's own, otherwise the database's. Called by the triggers
-- that check the times of physical custody, messages, signatures and blank labels.
create function moment_near(said timestamptz) returns timestamptz language sql stable
return case when said between statement_timestamp() - interval '1 minute' and statement_timestamp() + interval '1 minute'
            then said else statement_timestamp() end;

-- Trigger of insert-only tables: refuses every update, deletion and truncation that it is attached to.
create function refuse_change() returns trigger language plpgsql as $$
begin raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege'; end $$;
