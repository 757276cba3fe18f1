-- Row-level security, grants and triggers of the table openings: recorded access to the content of an exhibit.
-- Columns: app/models/custody/openings.py. Who may view and download: app/access/sharing/decisions.py, app/services/custody/openings.py.

-- Trigger function: alerts the originator when another party opens an exhibit for the first time or downloads it.
-- The same happens when one member makes 20 openings or more within ten minutes. leader_for() chooses the leader who
-- receives the alert. Security definer: it counts openings of other members and writes alerts, which members cannot.
create function raise_alerts() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  by_party uuid := (select m.party from members m where m.jit = new.jit and m.id = new.seat);
  by_whom uuid;
  of_party uuid;
  known uuid[];
  made integer;
  kinds text[] := '{}';
begin
  select r.originator, r.own_seats into of_party, known from releases r
   where r.jit = new.jit and r.party = by_party and r.evidence = new.evidence;
  if of_party is null or of_party = by_party then return null; end if;
  if new.act = 'take' then
    kinds := array['copy'];
  elsif not exists (select from openings o join members m on m.jit = o.jit and m.id = o.seat
                     where o.evidence = new.evidence and o.id <> new.id and m.party = by_party) then
    kinds := array['first_opening'];
  end if;
  if not exists (select from alerts a where a.kind = 'burst' and a.seat = new.seat
                  and a.originator = of_party and a.raised_at > new.opened_at - interval '10 minutes') then
    -- Only openings of exhibits with the same narrowing count: the alert must not reveal others to its reader.
    select count(*) into made from openings o
      join releases r on r.jit = o.jit and r.party = by_party and r.evidence = o.evidence
     where o.seat = new.seat and o.opened_at > new.opened_at - interval '10 minutes' and o.opened_at <= new.opened_at
       and r.originator = of_party and r.own_seats is not distinct from known;
    if made >= 20 and not exists (select from alerts a where a.kind = 'burst' and a.seat = new.seat
                and a.originator = of_party and a.raised_at > new.opened_at - interval '10 minutes') then
      kinds := kinds || 'burst'::text;  -- no other transaction has raised it meanwhile
    end if;
  end if;
  if kinds = '{}' then return null; end if;
  by_whom := leader_for(new.evidence, by_party);
  -- A party that never had a leader receives no alert. The ledger and the digest still report the access.
  if by_whom is not null then
    insert into alerts (id, jit, originator, kind, opening, evidence, party, seat, openings, raised_at, owner)
      -- The id begins with the time of the opening, so that alerts sort by age.
      select (left(new.id::text, 24) || left(md5(random()::text), 12))::uuid, new.jit, of_party, k, new.id,
             new.evidence, by_party, new.seat,
             case k when 'burst' then made else 1 end, new.opened_at, by_whom
        from unnest(kinds) k
    on conflict do nothing;
  end if;
  return null;
end $$;

alter table openings enable row level security;

alter table openings force row level security;

-- Owner: raise_alerts() and other security definer functions count the openings of all members.
create policy definer on openings for select to liaison_owner using (true);

-- Engine: the worker counts openings for digests. Its grant leaves out the purpose.
create policy engine on openings to liaison_engine using (true) with check (true);

-- Only a reviewer opens content that waits for a privilege review, with the act filter. All other acts need content
-- that no privilege review closes.
create policy filtered on openings as restrictive for insert to liaison_app
  with check (case act when 'filter' then asks_as_filter(evidence) else content_is_open(evidence) end);

-- View or download: in one's own name, at the level that the act needs, for a purpose that the release admits.
create policy inserted on openings for insert to liaison_app
  with check ((jit = asking_jit()) and (seat = asking_seat())
              and (exists (
                     select 1 from releases r
                      where ((r.jit = openings.jit) and (r.evidence = openings.evidence)
                             and (r.party = asking_party())
                             and (admitted(r.level, r.authorities, r.seats, r.not_before,
                                           r.until) >= case openings.act when 'take' then 3 else 2 end)
                             and for_purpose(openings.purpose, r.purposes,
                                             obtained_by(r.party, r.originator, r.joint))))));

-- Read: the member's own openings. Others learn of them from the ledger.
create policy seen on openings for select to liaison_app
  using ((jit = asking_jit()) and (seat = asking_seat()));

-- An opening in a working session: the session is open, of the same member and sign-in, and for the same purpose.
create policy within on openings as restrictive for insert to liaison_app
  with check (working_session is null
              or (opened_at > statement_timestamp() - interval '1 minute'
                  and exists (
                        select 1 from working_sessions w
                         where w.id = openings.working_session and w.seat = openings.seat
                           and w.session = openings.session and w.purpose = openings.purpose
                           and w.ended_at is null and openings.opened_at >= w.begun_at
                           and openings.opened_at < w.expires_at and openings.expires_at <= w.expires_at)));

grant select, insert on openings to liaison_app;

-- The engine does not read for which purpose an exhibit was opened.
grant select (id, jit, evidence, seat, session, act, opened_at, working_session) on openings to liaison_engine;

-- The originator learns of the access in the same transaction.
create trigger alerts after insert on openings for each row execute function raise_alerts();
