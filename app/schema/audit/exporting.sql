-- Functions that say who may have an export package, and one that holds back packages during an erasure.
-- The same rules in Python: app/access/exporting.py and, for each exhibit, app/access/sharing/decisions.py (Act.BUNDLE).

-- Locks exports until the end of the transaction: nobody requests, begins or finishes an export package. The erasure
-- jobs call it before they lock anything else, so that no package takes up what is being erased. Security definer:
-- the engine may not lock the table itself. Callers: app/services/retention/erasure_jobs.py and field_erasure_jobs.py.
create function hold_bundles() returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  lock table exports in exclusive mode;
end $$;

revoke all on function hold_bundles from public;

grant execute on function hold_bundles to liaison_engine;

-- Whether the asking member may export the custody of this exhibit: its party obtained it, the member is an auditor,
-- or the originator consents to use in court. H1 requires that consent of all but the parties that obtained the
-- exhibit and everything it was derived from. Runs with the rights of the caller: an exhibit that the member does not
-- see is not exported.
create function may_bundle(wanted uuid) returns boolean language sql stable set search_path = public, pg_temp
return may_make_exports() and exists (
  select 1 from evidence e
   cross join lateral (select obtained_by(asking_party(), e.originator, e.joint) as own) o
   cross join lateral (select exists (
     select 1 from releases r where r.jit = e.jit and r.evidence = e.id and r.party = asking_party() and r.court_use
        and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0) as court_use) c
   where e.id = wanted and e.jit = asking_jit()
     and (o.own or may_audit() or c.court_use and e.status = 'active')
     and not ('H1' = any (e.handling) and not c.court_use and (e.bound or not o.own)));

revoke all on function may_bundle from public;

grant execute on function may_bundle to liaison_app;

-- Whether the asking member may have an export package of this profile and scope. The insert policy of exports uses
-- it; `denial` in app/access/exporting.py gives the reasons. Profiles: supervisory_authority (Directive (EU)
-- 2016/680, Art. 25(3)) and member_state (Regulation (EU) 2023/969, Art. 25(3)).
create function may_export(profile text, evidence uuid, exhibits uuid[], party uuid) returns boolean
language sql stable set search_path = public, pg_temp
return case profile
  when 'court' then case when exhibits is null then may_bundle(evidence)
    else not exists (select 1 from unnest(exhibits) x (evidence) where not may_bundle(x.evidence)) end
  when 'defence' then may_contribute() and not may_audit()
    and exists (select 1 from members m where m.id = asking_seat() and m.jit = asking_jit() and m.function = 'judicial')
    and not exists (select 1 from unnest(exhibits) x (evidence) where not may_bundle(x.evidence))
  when 'supervisory_authority' then may_audit()
    and (asking_as_jit_auditor() or coalesce(party = asking_party(), false))
  else coalesce(party = asking_party(), false) and (may_lead() or may_audit())
    or party is null and asking_as_jit_auditor() and profile in ('statistics', 'archive')
end;

revoke all on function may_export from public;

grant execute on function may_export to liaison_app;
