-- Trigger functions that keep erased exhibits and stored files as they are. The triggers are in the files of their
-- tables. The erasure itself: app/schema/retention/erasing.sql.

-- Refuses a new row (file, legal hold, acquisition record) for an erased exhibit. It locks the exhibit, so that an
-- erasure and a new row at the same moment wait for each other. Security definer: members do not see every exhibit.
create function hold_unerased() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from evidence e where e.id = new.evidence and e.jit = new.jit and e.status <> 'erased' for share;
  if not found then
    raise exception 'the exhibit is erased: nothing is added to it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Refuses to delete a complete file, or a segment of one. Used by files and segments for deletions by members; the
-- erasure runs as the owner and is not affected. Security definer: it reads the state of the file.
create function refuse_unstoring() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'segments' then
    if not exists (select 1 from files f where f.id = old.file and f.state = 'ready') then
      return old;
    end if;
  end if;
  raise exception 'what is stored is not deleted' using errcode = 'insufficient_privilege';
end $$;
