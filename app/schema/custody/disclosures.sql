-- Row-level security, grants and triggers of the table disclosures: exhibits given to a proceeding.
-- Columns: app/models/custody/disclosures.py. Which member of a party may disclose and recall: app/access/sharing/decisions.py,
-- app/access/roles.py. The policies keep the release and its conditions.

alter table disclosures enable row level security;

alter table disclosures force row level security;

-- Owner: call_back(), keep_within() and copy_own_seats() write disclosures of every party.
create policy definer on disclosures to liaison_owner using (true) with check (true);

create policy engine on disclosures for select to liaison_engine using (true);

-- A privilege review has not closed the content.
create policy filtered on disclosures as restrictive for insert to liaison_app
  with check (content_is_open(evidence));

-- Disclose: in one's own name, an exhibit that one's release admits for download, and for a purpose of the release.
-- Under the handling code H1 the release allows use in court, or the party obtained the exhibit and no parent binds
-- it. The row repeats number, title and the narrowing of the release: they say later who may know of the disclosure.
create policy inserted on disclosures for insert to liaison_app
  with check ((jit = asking_jit()) AND (party = asking_party()) AND (seat = asking_seat())
              AND (recalled_at IS NULL)
              AND (EXISTS (
                     SELECT 1 FROM (evidence e JOIN releases r ON (((r.jit = e.jit) AND (r.evidence = e.id))))
                      WHERE ((e.id = disclosures.evidence) AND (e.exhibit_number = disclosures.exhibit_number)
                             AND (e.title = disclosures.title) AND (e.originator = disclosures.originator)
                             AND ((e.status = 'active'::text)
                                  OR obtained_by(asking_party(), e.originator, e.joint))
                             AND (r.party = asking_party())
                             AND (NOT (r.own_seats IS DISTINCT FROM disclosures.own_seats))
                             AND (NOT (r.authorities IS DISTINCT FROM disclosures.authorities))
                             AND (NOT (r.seats IS DISTINCT FROM disclosures.seats))
                             AND (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)
                             AND for_purpose(disclosures.purpose, r.purposes,
                                             obtained_by(r.party, r.originator, r.joint))
                             AND (r.court_use
                                  OR (obtained_by(asking_party(), e.originator, e.joint) AND (NOT e.bound))
                                  OR (NOT ('H1'::text = ANY (e.handling))))))));

-- Read: members of the disclosing party whom the release admitted then or who see the exhibit now, and members of the
-- originators with full access.
create policy seen on disclosures for select to liaison_app
  using ((jit = asking_jit())
         AND (((party = asking_party())
               AND ((admitted((3)::smallint, authorities, seats, NULL::timestamp with time zone,
                              NULL::timestamp with time zone) = 3)
                    OR (EXISTS (SELECT 1 FROM evidence e WHERE (e.id = disclosures.evidence)))))
              OR (((originator = asking_party())
                   AND (admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone,
                                 NULL::timestamp with time zone) = 3))
                  OR (jointly(evidence) = 3))));

-- Recall: once, by members of an originator who have full access to the exhibit.
create policy updated on disclosures for update to liaison_app
  using ((jit = asking_jit())
         AND (((originator = asking_party())
               AND (admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone,
                             NULL::timestamp with time zone) = 3))
              OR (jointly(evidence) = 3))
         AND (recalled_at IS NULL))
  with check ((jit = asking_jit())
              AND (((originator = asking_party())
                    AND (admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone,
                                  NULL::timestamp with time zone) = 3))
                   OR (jointly(evidence) = 3))
              AND (recalled_at IS NOT NULL));

-- A coordinator has exhibits that the own party obtained at `listed`, without this.
create policy withheld on disclosures as restrictive for select to liaison_app
  using ((select not asking_as_coordinator()) or not is_own_at_listed(evidence));

-- What was disclosed, and to which court, is never updated.
grant select, insert, update (recalled_at, reason, version) on disclosures to liaison_app;

grant select on disclosures to liaison_engine;
