-- Functions that erase an exhibit: decision, destruction of keys, and later the names and places of its custody.
-- Callers: app/services/retention/erasures.py (leaders), app/services/retention/erasure_jobs.py (worker). Tables:
-- app/models/retention/retention.py.

-- Decides the erasure of an exhibit and returns false if it is erased already. It is final: every release falls to
-- listed, also that of the originator. Members of the originator who hold the exhibit decide on the grounds withdrawn
-- and review, the worker about transfers at their end (grounds taken and term). No legal hold exists, and every joint
-- originator has agreed to a member's decision. app/services/retention/erasures.py decides who may and when.
-- Security definer: it changes releases and requests of other parties.
create function begin_erasure(wanted uuid, on_ground text, because text) returns boolean
    language plpgsql security definer
    set search_path to 'public', 'pg_temp'
    as $$
    declare
      e evidence;
      request erasure_wishes;
      by_clock constant boolean := session_user = 'liaison_engine';
    begin
      select * into e from evidence where id = wanted for update;
      if not found or e.status = 'erased' then
        return false;
      end if;
      if by_clock <> (on_ground in ('taken', 'term')) or not by_clock and (e.jit is distinct from asking_jit()
           or e.originator is distinct from asking_party()
           or not exists (select 1 from releases r where r.jit = e.jit and r.evidence = wanted and r.party = e.originator
                and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)) then
        raise exception 'only the originator erases' using errcode = 'insufficient_privilege';
      end if;
      if is_on_hold(wanted) or by_clock and not has_transfer_ended(e, on_ground)
         or not by_clock and lacking_erasure(e) <> '{}' then
        raise exception 'it is on hold, or not to be erased' using errcode = 'insufficient_privilege';
      end if;
      if not by_clock then
        select * into request from erasure_wishes w
         where w.evidence = wanted and w.ground = on_ground and w.confirmed_by is not null;
      end if;
      insert into erasures (evidence, jit, fields, ground, reason, decided_by, decided_at, confirmed_by)
        -- fields: whether names and free text in the entries go too. Not for a withdrawn exhibit, and not without the
        -- agreement of every originator.
        values (wanted, e.jit, on_ground <> 'withdrawn' and lacking_erasure(e) = '{}', on_ground,
                coalesce(request.reason, because),
                case when by_clock then null else coalesce(request.wanted_by, asking_seat()) end, statement_timestamp(),
                request.confirmed_by);
      update evidence set status = 'erased', version = version + 1 where id = wanted;
      update releases set level = 1, version = version + 1 where evidence = wanted and level > 1;
      delete from waiting_releases where evidence = wanted;
      delete from erasure_wishes where evidence = wanted;
      return true;
    end $$;

revoke all on function begin_erasure from public;

grant execute on function begin_erasure to liaison_app, liaison_engine;

-- Whether a legal hold of any party is in force. Security definer, granted to nobody: only functions may know of the
-- holds of other parties.
create function is_on_hold(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (select 1 from holds h where h.evidence = wanted and h.lifted_at is null);

revoke all on function is_on_hold from public;

-- Whether the exhibit is a transfer at its end on this ground. A transfer ends when all parties have downloaded its
-- files (taken) or after 28 days (term).
-- The 28 days are the limit of Regulation (EU) 2023/969, Art. 21.
-- begin_erasure() and due_erasures() use it. Security definer: see is_taken_by_all().
create function has_transfer_ended(e evidence, on_ground text) returns boolean
language sql stable security definer set search_path = public, pg_temp
return case on_ground
  when 'taken' then e.retention = 'TRANSFER' and is_taken_by_all(e.id)
  when 'term' then e.retention = 'TRANSFER' and exists (
    select 1 from files f where f.evidence = e.id and f.received_at <= statement_timestamp() - interval '28 days')
  else false
end;

revoke all on function has_transfer_ended from public;

-- Returns at most "most" transfers, after the given exhibit, that the worker should erase, each with its first
-- ground. app/services/retention/erasure_jobs.py calls it. Security definer: the engine reads neither releases nor deliveries.
create function due_erasures(after uuid, most integer) returns table (evidence uuid, jit uuid, ground text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select e.id, e.jit, d.ground from evidence e cross join lateral (
      select g.ground from (values (1, 'taken'), (2, 'term')) g (place, ground)
       where has_transfer_ended(e, g.ground) order by g.place limit 1) d
   where e.retention = 'TRANSFER' and e.status <> 'erased' and (after is null or e.id > after) and not is_on_hold(e.id)
   order by e.id limit most;
end;

revoke all on function due_erasures from public;

grant execute on function due_erasures to liaison_engine;

-- Returns erased exhibits whose physical custody ended 30 days ago, at most "most" and after the given exhibit.
-- Names and places in their custody entries are now erased. Called by app/services/retention/erasure_jobs.py.
create function due_ways(after uuid, most integer) returns table (evidence uuid, jit uuid)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select x.evidence, x.jit from erasures x join jits j on j.id = x.jit join physical_custody w on w.evidence = x.evidence
   where x.way_stands and x.destroyed_at is not null and j.state <> 'closed' and has_ended(w) and not is_on_hold(x.evidence)
     and (after is null or x.evidence > after)
   order by x.evidence limit most;
end;

revoke all on function due_ways from public;

grant execute on function due_ways to liaison_engine;

-- Decides the erasure of an exhibit whose review is due and whose originators have all left the team. Returns the
-- time of the decision, or no row if this is no longer so. Holders are asked after copies, and disclosures are
-- recalled. app/services/retention/erasure_jobs.py calls it. Security definer: the engine writes neither erasures nor
-- releases.
create function erase_of_left(wanted uuid, because text) returns table(at timestamp with time zone)
    language plpgsql security definer
    set search_path to 'public', 'pg_temp'
    as $$
    declare
      e evidence;
    begin
      select * into e from evidence x where x.id = wanted for update;
      if not found or not is_left_behind(e) then
        return;
      end if;
      if e.status = 'active' then
        perform ask_after(wanted, null, because), call_back(wanted, null, because);
      end if;
      insert into erasures (evidence, jit, fields, ground, reason, decided_at)
        values (wanted, e.jit, lacking_erasure(e) = '{}', 'review', because, statement_timestamp());
      update evidence set status = 'erased', version = version + 1 where id = wanted;
      update releases set level = 1, version = version + 1 where evidence = wanted and level > 1;
      delete from waiting_releases where evidence = wanted;
      delete from erasure_wishes where evidence = wanted;
      at := statement_timestamp();
      return next;
    end $$;

revoke all on function erase_of_left from public;

grant execute on function erase_of_left to liaison_engine;

-- Erases names and places from the custody entries of an erased exhibit, together with the certificate that
-- names as many fields. Without such fields there is no certificate (many = 0). Then it clears the working rows
-- (forget_way()). Returns the export packages that contained a field. app/services/retention/erasure_jobs.py calls it after
-- hold_way().
create function erase_way_with(wanted uuid, certificate_entry uuid, many bigint) returns setof uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  x erasures;
begin
  if hold_way(wanted) is null then
    raise exception 'the custody of this item has not ended' using errcode = 'insufficient_privilege';
  end if;
  select * into x from erasures e where e.evidence = wanted;
  if many > 0 then
    return query select * from erase_fields_going(x, certificate_entry, many);
  elsif exists (select 1 from fields_to_erase(wanted)) then
    raise exception 'the certificate names other fields' using errcode = 'insufficient_privilege';
  end if;
  perform forget_way(wanted);
  update erasures set way_stands = false where evidence = wanted;
end $$;

revoke all on function erase_way_with from public;

grant execute on function erase_way_with to liaison_engine;

-- Ends a decided erasure after the worker has destroyed the keys. Returns what the certificate says, and no row if
-- the erasure has ended already. Pages and segments are deleted, and files become erased. way_stands notes that the
-- fields of custody entries stay while somebody has the item. Security definer: the engine reads no file hashes.
create function finish_erasure(wanted uuid, until_backups_end interval)
  returns table (ground text, decided_at timestamptz, decided_by text, erased_at timestamptz,
                 last_backup_expires timestamptz, keys bigint, files jsonb)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  x erasures;
  in_hand boolean;
begin
  -- The lock makes an event that ends custody come before this decision or after it.
  select not (w.state in ('returned', 'destroyed')) into in_hand from physical_custody w where w.evidence = wanted for share;
  update erasures e set destroyed_at = statement_timestamp(), last_backup_expires = statement_timestamp() + until_backups_end,
                        way_stands = e.fields and coalesce(in_hand, false)
   where e.evidence = wanted and e.destroyed_at is null returning * into x;
  if not found then
    return;
  end if;
  select x.ground, x.decided_at, (select m.code from members m where m.id = x.decided_by), x.destroyed_at,
         x.last_backup_expires,
         (select count(*) from files f where f.evidence = wanted and f.state not in ('discarded', 'erased')),
         (select coalesce(jsonb_agg(jsonb_build_object('file', f.id, 'sha256', f.sha256, 'size_bytes', f.size_bytes)
                                    order by f.id), '[]')
            from files f where f.evidence = wanted and f.state in ('ready', 'hash_differs'))
    into ground, decided_at, decided_by, erased_at, last_backup_expires, keys, files;
  delete from renditions r where r.evidence = wanted;
  delete from segments s where s.evidence = wanted;
  update files f set state = case when f.state = 'uploading' then 'discarded' else 'erased' end, renditions = 'none',
                     expires_at = null, version = f.version + 1
   where f.evidence = wanted and f.state not in ('discarded', 'erased');
  return next;
end $$;

revoke all on function finish_erasure from public;

grant execute on function finish_erasure to liaison_engine;

-- Replaces names and places in handovers and in physical_custody by a dash, where the field of the matching entry was erased.
-- The words themselves no longer exist, so it compares by entry and not by word. erase_way_with() calls it.
create function forget_way(wanted uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last uuid;
begin
  update handovers h set giver = case when went.giver then '—' else h.giver end,
                         place = case when h.place is not null and went.place then '—' else h.place end
    from (select e.subject::jsonb ->> 'handover' as handover, bool_or(x.name = 'giver') as giver,
                 bool_or(x.name = 'place') as place
            from headers e join erased_fields x on x.entry = e.entry
           where e.evidence = wanted and e.kind in ('custody.offered', 'custody.received') group by 1) went
   where h.evidence = wanted and h.id::text = went.handover;
  -- The entry that ended custody, or its last correction, is what the row still says.
  select e.entry into last from headers e
   where e.evidence = wanted and e.kind in ('custody.returned', 'custody.destroyed', 'custody.corrected')
   order by e.entry desc limit 1;
  update physical_custody w set custodian = case when w.custodian is not null and went.custodian then '—' else w.custodian end,
                           place = case when w.place is not null and went.place then '—' else w.place end
    from (select bool_or(x.name in ('to_whom', 'custodian')) as custodian, bool_or(x.name = 'place') as place
            from erased_fields x where x.entry = last) went
   where w.evidence = wanted and (went.custodian or went.place);
end $$;

revoke all on function forget_way from public;

-- Locks custody and erasure of an exhibit before its certificate is appended, as members lock them to record an
-- event. Returns the ground of the erasure, or null if its custody fields are not due or already erased.
-- app/services/retention/erasure_jobs.py and erase_way_with() call it. Security definer: the engine reads no custody.
create function hold_way(wanted uuid) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_ground text;
begin
  perform 1 from physical_custody w where w.evidence = wanted and has_ended(w) for share;
  if not found or is_on_hold(wanted) then
    return null;
  end if;
  select x.ground into found_ground from erasures x
   where x.evidence = wanted and x.way_stands and x.destroyed_at is not null for update;
  return found_ground;
end $$;

revoke all on function hold_way from public;

grant execute on function hold_way to liaison_engine;

-- Whether a field of a ledger entry may be erased: names, places and free text about persons. It is a closed list,
-- and a new kind has no erasable field until it is added. The same list in Python: app/ledger/erasable.py.
create function is_erasable(kind text, field text) returns boolean
    language sql immutable
    return case kind
      when 'action.changed' then (field = 'changes')
      when 'action.planned' then
        (field in ('objective', 'place', 'team', 'interpreter', 'risk',
          'contingency', 'channel'))
      when 'operation.reported' then (field = 'text')
      when 'protected.entered' then (field in ('reason', 'subject_name'))
      when 'action.result_recorded' then (field = 'text')
      when 'media_line.written' then (field = 'text')
      when 'operation.debriefed' then (field = 'text')
      when 'hearing.changed' then (field in ('changes', 'title'))
      when 'hearing.created' then (field = 'title')
      when 'hearing.deleted' then (field = 'title')
      when 'hearing.exhibit_added' then (field = 'title')
      when 'hearing.exhibit_removed' then (field = 'title')
      when 'notice.changed' then (field = 'changes')
      when 'notice.check_answered' then (field = 'reason')
      when 'notice.drafted' then (field = 'content')
      when 'notice.hit_recorded' then (field in ('place', 'what'))
      when 'notice.released' then (field = 'content')
      when 'request.changed' then (field = 'changes')
      when 'request.drafted' then
        (field in ('conditions', 'confidentiality', 'facts', 'offence',
          'request_purpose', 'requested_items', 'title'))
      when 'request.form_saved' then (field = 'sections')
      when 'request.released' then (field in ('content', 'requested_items'))
      when 'request.registered' then
        (field in ('conditions', 'confidentiality', 'facts', 'offence',
          'request_purpose', 'requested_items', 'title'))
      when 'acquisition.corrected' then (field = 'examiner')
      when 'acquisition.recorded' then (field = 'examiner')
      when 'custody.checked_in' then (field in ('custodian', 'place'))
      when 'custody.checked_out' then (field in ('by', 'place'))
      when 'custody.collected' then (field in ('by', 'from_whom', 'place'))
      when 'custody.corrected' then (field in ('custodian', 'place'))
      when 'custody.destroyed' then
        (field in ('by', 'place', 'witnessed_by'))
      when 'custody.imported' then
        (field in ('description', 'environment', 'instrument', 'location',
          'performer'))
      when 'custody.incident' then (field = 'by')
      when 'custody.offered' then (field = 'giver')
      when 'custody.produced' then (field = 'by')
      when 'custody.received' then (field in ('giver', 'place'))
      when 'custody.returned' then (field in ('place', 'to_whom'))
      when 'custody.sealed' then (field = 'by')
      when 'custody.seized' then (field in ('by', 'from_whom', 'place'))
      when 'custody.stored' then (field in ('custodian', 'place'))
      when 'custody.transported' then
        (field in ('by', 'from_place', 'place'))
      when 'custody.unsealed' then (field = 'by')
      when 'evidence.described' then (field = 'changes')
      when 'evidence.imported' then (field = 'objects')
      when 'evidence.registered' then
        (field in ('acquired_by', 'description', 'place', 'title'))
      when 'file.discarded' then (field = 'name')
      when 'file.hash_differed' then (field = 'name')
      when 'file.received' then (field = 'name')
      when 'task.assigned' then (field in ('details', 'items', 'title'))
      when 'task.changed' then (field = 'changes')
      when 'briefing.note_written' then (field = 'text')
      when 'task.commented' then (field = 'text')
      when 'task.item_added' then (field = 'text')
      when 'task.item_removed' then (field = 'text')
      when 'task.item_ticked' then (field = 'text')
      when 'task.item_unticked' then (field = 'text')
      when 'channel.closed' then (field = any ('{channel_name}'::text[]))
      when 'channel.opened' then (field = any ('{channel_name}'::text[]))
      when 'decision.corrected' then (field = any ('{channel_name,text}'::text[]))
      when 'decision.mentioned' then (field = any ('{channel_name}'::text[]))
      when 'decision.recorded' then (field = any ('{channel_name,text}'::text[]))
      when 'decision.translated' then (field = any ('{channel_name,text}'::text[]))
      when 'decision.signed' then (field = any ('{channel_name}'::text[]))
      else false
    end;

revoke all on function is_erasable from public;

-- Returns the joint originators whose agreement to the erasure is missing, for the current version of the exhibit.
-- Two members must agree where the party demands a second leader. Parties that have left are not asked.
-- The insert policy of erasure_agreements, begin_erasure() and app/services/sharing/joint.py use it.
-- Security definer: it reads agreements and rules of other parties.
create function lacking_erasure(e evidence) returns uuid[]
language sql stable security definer set search_path = public, pg_temp
return array(
  select j.party from evidence x cross join unnest(x.joint) with ordinality j (party, place)
   where x.id = e.id and (session_user = 'liaison_engine' or x.jit = asking_jit()) and not has_left(x.jit, j.party)
     and (select count(distinct m.account) from erasure_agreements a join members m on m.jit = a.jit and m.id = a.agreed_by
           where a.evidence = x.id and a.party = j.party and a.version = x.version)
         < case when exists (select 1 from four_eyes f where f.jit = x.jit and f.party = j.party and 'erase' = any (f.acts))
                then 2 else 1 end
   order by j.place);

revoke all on function lacking_erasure from public;

grant execute on function lacking_erasure to liaison_app;

-- Whether the fields of an entry must not be erased now: an exhibit that it is about or mentions is under a legal
-- hold, has a flag, or was disclosed to a court. An entry that only mentions an exhibit obtained jointly is not
-- erased either. Granted to the engine only: a member would learn about holds of other parties.
-- app/services/retention/field_erasure_jobs.py asks it.
create function must_stand(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (
  select 1 from headers h cross join evidence e
   where h.entry = wanted and (e.id = h.evidence or e.id in (select a.mentions from entry_audience a where a.entry = wanted))
     and (is_on_hold(e.id) or (e.id is distinct from h.evidence and coalesce(cardinality(e.joint), 0) > 0)
          or exists (select 1 from flags f where f.evidence = e.id)
          or exists (select 1 from disclosures d where d.evidence = e.id)));

revoke all on function must_stand from public;

grant execute on function must_stand to liaison_engine;
