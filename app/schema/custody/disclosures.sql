alter table disclosures enable row level security;

alter table disclosures force row level security;

create policy definer on disclosures to liaison_owner using (true) with check (true);

create policy engine on disclosures for select to liaison_engine using (true);

create policy filtered on disclosures as restrictive for insert to liaison_app
  with check (content_is_open(evidence));

create policy inserted on disclosures for insert to liaison_app
  with check ((jit = asking_jit()) AND (party = asking_party()) AND (seat = asking_seat()) AND (recalled_at IS NULL) AND (version = 1) AND (asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (EXISTS ( SELECT 1 FROM (evidence e JOIN releases r ON (((r.jit = e.jit) AND (r.evidence = e.id)))) WHERE ((e.id = disclosures.evidence) AND (e.exhibit_number = disclosures.exhibit_number) AND (e.title = disclosures.title) AND (e.originator = disclosures.originator) AND ((e.status = 'active'::text) OR obtained_by(asking_party(), e.originator, e.joint)) AND (r.party = asking_party()) AND (NOT (r.own_seats IS DISTINCT FROM disclosures.own_seats)) AND (NOT (r.authorities IS DISTINCT FROM disclosures.authorities)) AND (NOT (r.seats IS DISTINCT FROM disclosures.seats)) AND (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3) AND for_purpose(disclosures.purpose, r.purposes, obtained_by(r.party, r.originator, r.joint)) AND (r.court_use OR (obtained_by(asking_party(), e.originator, e.joint) AND (NOT e.bound)) OR (NOT ('H1'::text = ANY (e.handling))))))));

create policy seen on disclosures for select to liaison_app
  using ((jit = asking_jit()) AND (((party = asking_party()) AND ((admitted((3)::smallint, authorities, seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3) OR (EXISTS ( SELECT 1 FROM evidence e WHERE (e.id = disclosures.evidence))))) OR (((originator = asking_party()) AND (admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3)) OR (jointly(evidence) = 3))));

create policy updated on disclosures for update to liaison_app
  using ((jit = asking_jit()) AND (((originator = asking_party()) AND (admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3)) OR (jointly(evidence) = 3)) AND ('leader'::text = ANY (asking_roles())) AND (recalled_at IS NULL))
  with check ((jit = asking_jit()) AND (((originator = asking_party()) AND (admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3)) OR (jointly(evidence) = 3)) AND ('leader'::text = ANY (asking_roles())) AND (recalled_at IS NOT NULL));

grant select, insert, update (recalled_at, reason, version) on disclosures to liaison_app;

grant select on disclosures to liaison_engine;

create trigger closed_delete after delete on disclosures referencing old table as touched for each statement
  execute function refuse_closed();

alter table disclosures enable always trigger closed_delete;

create trigger closed_insert after insert on disclosures referencing new table as touched for each statement
  execute function refuse_closed();

alter table disclosures enable always trigger closed_insert;

create trigger closed_update after update on disclosures referencing new table as touched for each statement
  execute function refuse_closed();

alter table disclosures enable always trigger closed_update;
