-- Functions that open an exhibit in an emergency, and that restore the former release after an emergency or a
-- consent. Tables: app/models/sharing/emergency_access.py, app/models/sharing/consents.py. Callers:
-- app/services/sharing/emergency_access.py, consent_jobs.py, consent_grants.py.

-- Opens an exhibit to the asking member for one hour, for IMMINENT_THREAT alone, where its originator grants that to
-- the party, no gate stands and the originator requires no approval. It writes the release, the emergency, and an alert
-- to a leader of the originator, who reviews it within 24 hours. It returns no row where it does not open, so that an
-- absent exhibit and one that is not granted look alike. A party repeats none that awaits its review or was unjustified. Security definer: the asking
-- member may write none of these rows.
create function begin_emergency(new_id uuid, number text, said text, at timestamptz) returns setof emergencies
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e evidence;
  g break_glass;
  r releases;
  made emergencies;
  ends timestamptz := at + interval '60 minutes';
begin
  if not may_contribute() or asking_seat() is null or asking_party() is null
     or abs(extract(epoch from at - statement_timestamp())) > 60 or btrim(said) = '' then return; end if;
  select * into e from evidence x where x.jit = asking_jit() and x.exhibit_number = number and x.status = 'active'
    and x.originator <> asking_party() and not x.bound for share;  -- a derived exhibit follows its parents
  if not found then return; end if;
  select * into g from break_glass b where b.jit = e.jit and b.party = e.originator and b.recipient = asking_party()
    and b.allowed for share;
  if not found then return; end if;
  if gates_of_originator(e.id, e.originator, asking_party()) is distinct from '{}'
     or originator_awaits_approval(e.originator, e.id) then return; end if;
  -- Of two requests at once the second waits here, and then finds the emergency of the first.
  perform pg_advisory_xact_lock(hashtextextended('liaison-emergency ' || e.id || asking_party(), 0));
  if exists (select from emergencies m where m.evidence = e.id and m.party = asking_party()
              and (m.verdict is null or m.verdict = 'not_justified')) then return; end if;
  select * into r from releases x where x.jit = e.jit and x.party = asking_party() and x.evidence = e.id for update;
  if not found or r.state = 'lapsed' or r.until <= statement_timestamp() then
    r := null;
    insert into releases as x (jit, party, evidence, originator, level, authorities, seats, own_seats, until, purposes,
                               basis, granted_by, granted_at, effective, state, version)
      select e.jit, asking_party(), e.id, e.originator, g.level,
             case when e.tlp = 'AMBER_STRICT' then array[asking_authority()] end, array[asking_seat()], own.seats, ends,
             '{IMMINENT_THREAT}', 'emergency:' || new_id, g.decided_by, statement_timestamp(), true, 'effective', 1
        from releases own where own.jit = e.jit and own.party = e.originator and own.evidence = e.id
    on conflict (jit, party, evidence) do update set
      level = excluded.level, authorities = excluded.authorities, seats = excluded.seats, not_before = null,
      until = excluded.until, purposes = excluded.purposes, basis = excluded.basis, granted_by = excluded.granted_by,
      granted_at = excluded.granted_at, effective = true, state = 'effective', court_use = false, version = x.version + 1;
  else
    -- A release that names others, begins later or admits this purpose stays as the originator decided.
    case admitted(r.level, r.authorities, r.seats, r.not_before, r.until)
      when 0 then return;
      when 1 then null;
      else if r.purposes is null or 'IMMINENT_THREAT' = any (r.purposes) then return; end if;
    end case;
    ends := least(r.until, ends);
    update releases x
       set level = greatest(r.level, case when r.level = 1 then g.level else r.level end), until = ends,
           purposes = case when r.level = 1 then '{IMMINENT_THREAT}' else r.purposes || 'IMMINENT_THREAT'::text end,
           basis = 'emergency:' || new_id, granted_by = g.decided_by, version = x.version + 1
     where x.jit = r.jit and x.party = r.party and x.evidence = r.evidence;
  end if;
  insert into emergencies (id, jit, evidence, exhibit_number, originator, party, seat, reason, level, begun_at, until,
                           former, review_due_at)
    select new_id, e.jit, e.id, e.exhibit_number, e.originator, asking_party(), asking_seat(), said, x.level, at, ends,
           case when r.jit is null then null else to_jsonb(r) end, at + interval '24 hours'
      from releases x where x.jit = e.jit and x.party = asking_party() and x.evidence = e.id
    returning * into made;
  insert into alerts (id, jit, originator, kind, emergency, evidence, party, seat, openings, raised_at, owner)
    select (left(new_id::text, 24) || left(md5(random()::text), 12))::uuid, e.jit, e.originator, 'emergency', new_id, e.id,
           asking_party(), asking_seat(), 0, at, leader_for(e.id, asking_party());
  return next made;
end $$;

revoke all on function begin_emergency from public;

grant execute on function begin_emergency to liaison_app;

-- Restores the release that stood before a consent or an emergency, where the present release still rests on that
-- (`resting_on`). Returns the level that remains; null where the originator has decided again since, or nothing
-- remains. Bounds of a derived exhibit may reduce the restored release at once; `followed` then names the level that
-- really stood.
create function give_back(former jsonb, team uuid, wanted uuid, holder uuid, resting_on text) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  f releases := jsonb_populate_record(null::releases, still_stands(former, wanted, holder));
  now_at timestamptz := statement_timestamp();
  stood releases;
begin
  select * into stood from releases r
   where r.jit = team and r.party = holder and r.evidence = wanted and r.basis = resting_on for update;
  if not found or f.level is null then return null; end if;
  update releases r
     set level = f.level, authorities = f.authorities, seats = f.seats, not_before = f.not_before, until = f.until,
         purposes = f.purposes, basis = f.basis, granted_by = f.granted_by, granted_at = f.granted_at,
         effective = (f.not_before is null or f.not_before <= now_at + interval '1 minute')
           and (f.until is null or f.until > now_at),
         state = case when f.until <= now_at then 'lapsed' when f.not_before > now_at then 'pending' else 'effective' end,
         version = r.version + 1
   where r.jit = team and r.party = holder and r.evidence = wanted;
  update followed w set former = stood.level where w.evidence = wanted and w.party = holder and not w.waited and w.at = now_at;
  return (select r.level from releases r where r.jit = team and r.party = holder and r.evidence = wanted);
end $$;

revoke all on function give_back from public;

-- Restores the former release once the hour of emergency access is over; the result is that of give_back. The
-- consents of the same release are locked first: a withdrawal at the same time waits, or is seen here. Called by
-- the background job (app/services/sharing/emergency_access.py); security definer, because the engine may not write
-- releases.
create function restore_after_emergency(wanted uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m emergencies;
begin
  select * into m from emergencies where id = wanted and until <= statement_timestamp() and settled_at is null and former is not null;
  if not found then return null; end if;
  perform 1 from consents c where c.jit = m.jit and c.asker_party = m.party and coalesce(c.evidence, c.answer) = m.evidence
     and c.state in ('granted', 'granted_with_conditions') order by c.id for share;
  return give_back(m.former, m.jit, m.evidence, m.party, 'emergency:' || m.id);
end $$;

revoke all on function restore_after_emergency from public;

grant execute on function restore_after_emergency to liaison_engine;

-- The same once the time of a granted consent is over. Locks the consent before the release, as a withdrawal does.
-- Called by app/services/sharing/consent_jobs.py.
create function restore_release(wanted uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c consents;
begin
  select * into c from consents where id = wanted and until <= statement_timestamp() and former is not null and ended_at is null
    and state in ('granted', 'granted_with_conditions') for update;
  if not found then return null; end if;
  return give_back(c.former, c.jit, coalesce(c.evidence, c.answer), c.asker_party, 'consent:' || c.id);
end $$;

revoke all on function restore_release from public;

grant execute on function restore_release to liaison_engine;

-- The release to return to: goes back past each consent and emergency that is over. Null where nothing stood before
-- them. Called by give_back, and by app/services/sharing/consent_grants.py with the rights of a leader of the
-- originator, who sees its consents and emergencies.
create function still_stands(former jsonb, wanted uuid, holder uuid) returns jsonb
  language plpgsql stable set search_path = public, pg_temp as $$
declare
  stood jsonb := former;
  earlier jsonb;
  named uuid;
begin
  for step in 1..20 loop  -- more than anybody stacks; a basis that leads to itself gives nothing
    named := case when stood ->> 'basis' ~ '^(consent|emergency):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      then split_part(stood ->> 'basis', ':', 2)::uuid end;
    if named is null then return stood; end if;
    select x.former into earlier from (
      select c.former from consents c where c.id = named and coalesce(c.evidence, c.answer) = wanted and c.asker_party = holder
         and (c.ended_at is not null or c.until <= statement_timestamp())
      union all
      select m.former from emergencies m where m.id = named and m.evidence = wanted and m.party = holder
         and m.until <= statement_timestamp()) x;
    if not found then return stood; end if;
    stood := earlier;
  end loop;
  return null;
end $$;

revoke all on function still_stands from public;

grant execute on function still_stands to liaison_app;
