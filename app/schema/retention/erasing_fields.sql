-- Functions that erase fields of ledger entries. The entry, its commitment and the hash of the field remain.
-- Callers: app/services/retention/field_erasures.py and the worker's clocks. Tables:
-- app/models/retention/field_erasures.py.

-- Approves an erasure of fields and returns false if it is approved already or gone. The asking member's party is that
-- of the entry or agreed, and all other originators have agreed. must_stand() is false.
-- The entry named by decision belongs to this erasure, was just appended and has no position yet, so it serves only
-- once. app/services/retention/field_erasures.py calls it. Security definer: members do not update approvals.
create function approve_field_erasure(wanted uuid, decision uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  x field_erasures;
begin
  select * into x from field_erasures f where f.id = wanted and f.approval is null for update;
  if not found then
    return false;
  end if;
  if x.jit is distinct from asking_jit() or not (
       x.party = asking_party()
       or exists (select 1 from field_erasure_agreements a where a.erasure = x.id and a.party = asking_party())) then
    raise exception 'only its party erases fields of an entry' using errcode = 'insufficient_privilege';
  end if;
  if lacking_assents(x.id) <> '{}' then
    raise exception 'who obtained it jointly has not agreed' using errcode = 'insufficient_privilege';
  end if;
  if must_stand(x.entry) then
    raise exception 'what the entry is about must stand' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select 1 from headers h where h.entry = decision and h.jit = x.jit and h.party = asking_party()
                    and h.kind = 'field.erasure_decided' and h.about = x.entry)
     -- An entry of an earlier transaction has a position.
     or exists (select 1 from positions p where p.entry = decision) then
    raise exception 'no decision of this moment about this entry' using errcode = 'insufficient_privilege';
  end if;
  update field_erasures f set approval = decision, decided_at = statement_timestamp() where f.id = wanted;
  return true;
end $$;

revoke all on function approve_field_erasure from public;

grant execute on function approve_field_erasure to liaison_app;

-- Returns the parties that must agree to erase fields of an entry: all originators of its exhibit if it was obtained
-- jointly, except the party of the entry and parties that have left. Granted to nobody; other functions use it.
create function field_assenters(wanted uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp
return array(
  select o.party from headers h join evidence e on e.id = h.evidence
    cross join unnest(array_prepend(e.originator, e.joint)) with ordinality o (party, place)
   where h.entry = wanted and coalesce(cardinality(e.joint), 0) > 0 and o.party is distinct from h.party
     and not has_left(e.jit, o.party) order by o.place);

revoke all on function field_assenters from public;

-- Returns which parties are asked to agree to an erasure of fields. Only the party of the entry, the asked parties
-- and the auditor of the team receive an answer. app/services/retention/field_erasures.py and lacking_assents() use it.
-- Security definer: the exhibit may be invisible to the asking member.
create function asked_assents(wanted uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp
return array(
  select o.party from field_erasures f cross join unnest(field_assenters(f.entry)) with ordinality o (party, place)
   where f.id = wanted and f.jit = asking_jit()
     and (asking_as_jit_auditor() or f.party = asking_party() or asking_party() = any (field_assenters(f.entry)))
   order by o.place);

revoke all on function asked_assents from public;

grant execute on function asked_assents to liaison_app;

-- Whether the asking party is among those that must agree. The policies jointly and refused of field_erasures use it.
-- Security definer: the asking member may not see the exhibit.
create function assents_to_fields(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (select 1 from headers h where h.entry = wanted and h.jit = asking_jit())
   and coalesce(asking_party() = any (field_assenters(wanted)), false);

revoke all on function assents_to_fields from public;

grant execute on function assents_to_fields to liaison_app;

-- Whether an export package can contain an entry: by its profile, its exhibits and what the requester's party may
-- read. The functions that erase fields use it to find packages that must be made again.
create function can_hold(b exports, wanted uuid, about uuid) returns boolean
language sql stable set search_path = public, pg_temp
return b.profile <> 'statistics' and coalesce(b.evidence = about, b.evidence is null)
   and coalesce(about = any (b.exhibits), b.exhibits is null)
   and exists (select 1 from members m where m.id = b.requested_by and (m.party is null or exists (
         select 1 from entry_audience a where a.entry = wanted and (a.party is null or a.party = m.party))));

revoke all on function can_hold from public;

-- Erases the fields of an approved erasure, in the transaction that appends its certificate. Returns the
-- finished export packages that contained them; the caller removes their files before the transaction ends.
-- The decision has its position in the ledger, and must_stand() is false for the entry.
-- app/services/retention/field_erasure_jobs.py calls it. Security definer: it deletes from the insert-only table fields.
create function erase_fields(wanted uuid, certificate_entry uuid, expires timestamp with time zone) returns setof uuid
    language plpgsql security definer
    set search_path to 'public', 'pg_temp'
    as $$
    declare
      x field_erasures;
      about uuid;
      gone bigint;
    begin
      select * into x from field_erasures f where f.id = wanted and f.approval is not null and f.erased_at is null for update;
      if not found or must_stand(x.entry)
         or not exists (select 1 from positions p where p.jit = x.jit and p.entry = x.approval)
         or not exists (select 1 from headers h where h.entry = certificate_entry and h.jit = x.jit
                          and h.about = x.entry and h.party is null
                          and h.kind in ('field.erased', 'evidence.field_erased')) then
        raise exception 'nothing is erased without a sequenced decision' using errcode = 'insufficient_privilege';
      end if;
      insert into erased_fields (entry, name, jit, certificate, erased_at)
        select x.entry, n, x.jit, certificate_entry, statement_timestamp() from unnest(x.names) n;
      -- Opens the fields of this entry to the owner (policy erasing of fields).
      perform set_config('app.erasing', x.entry::text, true);
      perform forget_words(x.entry, x.names);
      delete from fields f where f.entry = x.entry and f.name = any (x.names);
      get diagnostics gone = row_count;
      perform set_config('app.erasing', '', true);
      if gone <> cardinality(x.names) then
        raise exception 'a field of this entry is not there' using errcode = 'insufficient_privilege';
      end if;
      update field_erasures f set erased_at = statement_timestamp(), last_backup_expires = expires where f.id = wanted;
      select h.evidence into about from headers h where h.entry = x.entry;
      -- Packages that are being made begin again; finished ones that contain the fields are withdrawn.
      update exports b set state = 'queued', version = b.version + 1
       where b.jit = x.jit and b.state = 'running' and can_hold(b, x.entry, about);
      return query
        update exports b set state = 'failed', problem_code = 'fields-erased', version = b.version + 1,
               problem = 'Fields of an entry that it held were erased since. Ask for the bundle again.'
         where b.jit = x.jit and b.state = 'ready' and can_hold(b, x.entry, about) returning b.id;
    end $$;

revoke all on function erase_fields from public;

grant execute on function erase_fields to liaison_engine;

-- Erases what fields_to_erase() lists for an erased exhibit: exactly as many fields as the certificate names,
-- or none. Pending requests for the same fields are dropped. Returns the finished export packages that contained a
-- field. erase_fields_with() and erase_way_with() call it, after they have checked that the time has come.
create function erase_fields_going(x erasures, certificate_entry uuid, many bigint) returns setof uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
  lot bigint;
  gone bigint := 0;
  touched uuid[] := '{}';
begin
  if not exists (select 1 from headers h where h.entry = certificate_entry and h.jit = x.jit
                    and h.evidence = x.evidence and h.party is null
                    and h.kind = 'evidence.fields_erased')
     or exists (select 1 from positions p where p.entry = certificate_entry) then
    raise exception 'nothing is erased without its certificate' using errcode = 'insufficient_privilege';
  end if;
  for one in select * from fields_to_erase(x.evidence) loop
    delete from field_erasures w where w.entry = one.entry and w.approval is null and w.names && one.names;
    insert into erased_fields (entry, name, jit, certificate, erased_at)
      select one.entry, n, x.jit, certificate_entry, statement_timestamp() from unnest(one.names) n;
    perform set_config('app.erasing', one.entry::text, true);
    perform forget_words(one.entry, one.names);
    delete from fields f where f.entry = one.entry and f.name = any (one.names);
    get diagnostics lot = row_count;
    perform set_config('app.erasing', '', true);
    gone := gone + lot;
    touched := touched || one.entry;
  end loop;
  if gone <> many then
    raise exception 'the certificate names other fields' using errcode = 'insufficient_privilege';
  end if;
  -- Packages that are being made begin again; finished ones that contain the fields are withdrawn.
  update exports b set state = 'queued', version = b.version + 1
   where b.jit = x.jit and b.state = 'running' and exists (select 1 from unnest(touched) n where can_hold(b, n, x.evidence));
  return query
    update exports b set state = 'failed', problem_code = 'fields-erased', version = b.version + 1,
           problem = 'Fields of an entry that it held were erased since. Ask for the bundle again.'
     where b.jit = x.jit and b.state = 'ready' and exists (select 1 from unnest(touched) n where can_hold(b, n, x.evidence))
    returning b.id;
end $$;

revoke all on function erase_fields_going from public;

-- Erases the fields of an exhibit's entries when its erasure ends, together with the certificate (see
-- erase_fields_going()). Refused if custody ended meanwhile: the certificate would name other fields.
-- app/services/retention/erasure_jobs.py calls it.
create function erase_fields_with(wanted uuid, certificate_entry uuid, many bigint, expires timestamptz) returns setof uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  x erasures;
begin
  select * into x from erasures e where e.evidence = wanted and e.fields and e.destroyed_at is not null for update;
  if not found or x.last_backup_expires is distinct from expires or x.way_stands and exists (
       select 1 from physical_custody w where w.evidence = wanted and w.state in ('returned', 'destroyed')) then
    raise exception 'nothing is erased without its certificate' using errcode = 'insufficient_privilege';
  end if;
  return query select * from erase_fields_going(x, certificate_entry, many);
end $$;

revoke all on function erase_fields_with from public;

grant execute on function erase_fields_with to liaison_engine;

-- Lists the fields that are erased together with an exhibit, for each entry before the decision. Custody fields wait
-- while somebody has the item (way_stands); after that, only these remain to be listed.
-- app/services/retention/erasure_jobs.py and erase_fields_going() use it. Security definer: the engine reads no fields;
-- app.erasing opens one entry at a time to the owner.
create function fields_to_erase(wanted uuid) returns table (entry uuid, place bigint, names text[])
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  decided bigint;
  way_alone boolean;
  in_hand boolean;
  one record;
begin
  select p.position, x.way_stands into decided, way_alone
    from erasures x join headers d on d.evidence = x.evidence and d.kind = 'evidence.erasure_decided'
    join positions p on p.entry = d.entry where x.evidence = wanted and x.fields;
  if decided is null then
    return;
  end if;
  in_hand := exists (select 1 from physical_custody w where w.evidence = wanted and w.state not in ('returned', 'destroyed'));
  way_alone := way_alone and not in_hand;
  for one in
    select h.entry, h.kind, p.position from headers h join positions p on p.entry = h.entry
     where h.evidence = wanted and p.position < decided
       and split_part(h.kind, '.', 1) in ('acquisition', 'custody', 'evidence', 'file')
       -- Fewer members read these entries than the certificate, which would reveal them. A leader of their party
       -- erases them by a request.
       and h.kind not in ('file.discarded', 'file.hash_differed')
       and (not in_hand or h.kind not like 'custody.%' or h.kind = 'custody.imported')
       and (not way_alone or h.kind like 'custody.%' and h.kind <> 'custody.imported') and not must_stand(h.entry)
     order by p.position
  loop
    perform set_config('app.erasing', one.entry::text, true);
    -- Fields of approved requests are left to erase_fields().
    select array_agg(f.name order by f.name) into names from fields f
     where f.entry = one.entry and is_erasable(one.kind, f.name) and f.value <> 'null' and not exists (
       select 1 from field_erasures w
        where w.entry = f.entry and w.approval is not null and w.erased_at is null and f.name = any (w.names));
    if names is not null then
      entry := one.entry;
      place := one.position;
      return next;
    end if;
  end loop;
  perform set_config('app.erasing', '', true);
end $$;

revoke all on function fields_to_erase from public;

grant execute on function fields_to_erase to liaison_engine;

-- Removes words from the working rows of an erased exhibit before the fields with the same words are deleted.
-- It compares whole values, and puts the exhibit number or a dash in their place. Rows of custody that has not ended
-- stay: they say where the item is. Rows of exhibits that are kept also stay: their originator can change them.
-- erase_fields() and erase_fields_going() call it.
create function forget_words(wanted uuid, requested text[]) returns void
    language plpgsql security definer
    set search_path to 'public', 'pg_temp'
    as $_$
    declare
      about uuid;
      words text[];
    begin
      select e.id into about from headers h join evidence e on e.id = h.evidence where h.entry = wanted and e.status = 'erased';
      if about is null then
        return;
      end if;
      select array_agg(distinct w.word) into words
        from fields f cross join lateral jsonb_path_query(json_of(f.value), 'strict $.**') as leaf (value)
             cross join lateral (select leaf.value #>> '{}' as word
                                  where jsonb_typeof(leaf.value) = 'string') w
       where f.entry = wanted and f.name = any (requested) and length(w.word) > 0;
      if words is null then
        return;
      end if;
      -- Opens the acquisition records of this exhibit to the owner (keep_acquisitions()).
      perform set_config('app.forgetting', about::text, true);
      update evidence set title = exhibit_number, version = version + 1 where id = about and title = any (words);
      update provenances set description = case when description = any (words) then null else description end,
             acquired_by = case when acquired_by = any (words) then '—' else acquired_by end,
             place = case when place = any (words) then '—' else place end
       where evidence = about and (description = any (words) or acquired_by = any (words) or place = any (words));
      update acquisitions set examiner = '—' where evidence = about and examiner = any (words);
      update copies set title = exhibit_number where evidence = about and title = any (words);
      update files set name = '—' where evidence = about and name = any (words);
      update physical_custody set custodian = case when custodian = any (words) then '—' else custodian end,
             place = case when place = any (words) then '—' else place end
       where evidence = about and state in ('returned', 'destroyed') and (custodian = any (words) or place = any (words));
      update handovers h set giver = case when h.giver = any (words) then '—' else h.giver end,
             place = case when h.place = any (words) then '—' else h.place end
       where h.evidence = about and (h.giver = any (words) or h.place = any (words))
         and exists (select 1 from physical_custody w where w.evidence = about and w.state in ('returned', 'destroyed'));
      perform set_config('app.forgetting', '', true);
    end $_$;

revoke all on function forget_words from public;

-- Locks an erasure of fields until the transaction ends: of two members who agree at the same moment, the second sees
-- the first. Returns whether there is such an erasure for the asking party. app/services/retention/field_erasures.py calls it.
-- Security definer: members of other originators have no right to lock the row.
create function hold_field_erasure(wanted uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from field_erasures f where f.id = wanted and f.jit = asking_jit() and f.approval is null
     and (f.party = asking_party() or assents_to_fields(f.entry)) for update;
  return found;
end $$;

revoke all on function hold_field_erasure from public;

grant execute on function hold_field_erasure to liaison_app;

-- Returns the asked parties whose agreement is missing, counted by persons. Two must agree where the party demands a
-- second leader. Callers: app/services/retention/field_erasures.py and functions of this
-- file. Security definer: it reads agreements and rules of other parties.
create function lacking_assents(wanted uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp
return array(
  select o.party from field_erasures f cross join unnest(asked_assents(f.id)) with ordinality o (party, place)
   where f.id = wanted
     and (select count(distinct m.account) from field_erasure_agreements a join members m on m.jit = a.jit and m.id = a.agreed_by
           where a.erasure = f.id and a.party = o.party)
         < case when exists (select 1 from four_eyes y where y.jit = f.jit and y.party = o.party and 'erase' = any (y.acts))
                then 2 else 1 end
   order by o.place);

revoke all on function lacking_assents from public;

grant execute on function lacking_assents to liaison_app;

-- Whether nothing but the approval is missing: all other originators and, where demanded, the second leader have
-- agreed. app/services/retention/field_erasures.py calls it. Security definer: it reads rules of other parties.
create function is_agreed_to_fields(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (
  select 1 from field_erasures f
   where f.id = wanted and f.jit = asking_jit() and f.approval is null
     and (f.party = asking_party() or assents_to_fields(f.entry)) and lacking_assents(f.id) = '{}'
     and (f.confirmed_by is not null or not exists (
            select 1 from four_eyes y where y.jit = f.jit and y.party = f.party and 'erase' = any (y.acts))));

revoke all on function is_agreed_to_fields from public;

grant execute on function is_agreed_to_fields to liaison_app;

-- Whether the asking member may agree to an erasure of fields: a leader who decides about releases, for a party whose
-- agreement is missing, and not a person who has agreed already.
-- The insert policy of field_erasure_agreements and app/services/retention/field_erasures.py use it.
create function may_assent_to_fields(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return may_lead() and decides_releases()
   and exists (select 1 from field_erasures f where f.id = wanted and f.jit = asking_jit() and f.approval is null)
   and asking_party() = any (lacking_assents(wanted)) and not exists (
     select 1 from field_erasure_agreements a
      where a.erasure = wanted and a.party = asking_party() and not is_another(a.agreed_by));

revoke all on function may_assent_to_fields from public;

grant execute on function may_assent_to_fields to liaison_app;

-- Whether the asking party may request the erasure of these fields: of an entry of its own, all of them
-- present and erasable, and none already requested. It locks the entry, so that a second request for the same field
-- waits and fails. The insert policy of field_erasures uses it. Security definer: it counts fields and requests that
-- members cannot read.
create function may_erase_fields(wanted uuid, requested text[]) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own text;
  there bigint;
begin
  select h.kind into own from headers h join positions p on p.entry = h.entry
   where h.entry = wanted and h.jit = asking_jit() and h.party = asking_party();
  if own is null then
    return false;
  end if;
  -- One request for an entry at a time.
  perform 1 from entries e where e.id = wanted for update;
  if exists (select 1 from unnest(requested) n where not is_erasable(own, n)) or must_stand(wanted)
     or exists (select 1 from erased_fields x where x.entry = wanted and x.name = any (requested))
     or exists (select 1 from field_erasures f where f.entry = wanted and f.erased_at is null and f.names && requested) then
    return false;
  end if;
  perform set_config('app.erasing', wanted::text, true);
  select count(*) into there from fields f where f.entry = wanted and f.name = any (requested);
  perform set_config('app.erasing', '', true);
  return there = cardinality(requested);
end $$;

revoke all on function may_erase_fields from public;

grant execute on function may_erase_fields to liaison_app;
