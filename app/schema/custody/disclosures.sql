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
  with check ((jit = asking_jit()) and (party = asking_party()) and (seat = asking_seat())
              and (recalled_at is null)
              and (exists (
                     select 1 from (evidence e join releases r on (((r.jit = e.jit) and (r.evidence = e.id))))
                      where ((e.id = disclosures.evidence) and (e.exhibit_number = disclosures.exhibit_number)
                             and (e.title = disclosures.title) and (e.originator = disclosures.originator)
                             and ((e.status = 'active')
                                  or obtained_by(asking_party(), e.originator, e.joint))
                             and (r.party = asking_party())
                             and (not (r.own_seats is distinct from disclosures.own_seats))
                             and (not (r.authorities is distinct from disclosures.authorities))
                             and (not (r.seats is distinct from disclosures.seats))
                             and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)
                             and for_purpose(disclosures.purpose, r.purposes,
                                             obtained_by(r.party, r.originator, r.joint))
                             and (r.court_use
                                  or (obtained_by(asking_party(), e.originator, e.joint) and (not e.bound))
                                  or (not ('H1' = any (e.handling))))))));

-- Read: members of the disclosing party whom the release admitted then or who see the exhibit now, and members of the
-- originators with full access.
create policy seen on disclosures for select to liaison_app
  using ((jit = asking_jit())
         and (((party = asking_party())
               and ((admitted(3::smallint, authorities, seats, null::timestamp with time zone,
                              null::timestamp with time zone) = 3)
                    or (exists (select 1 from evidence e where (e.id = disclosures.evidence)))))
              or (((originator = asking_party())
                   and (admitted(3::smallint, null::uuid[], own_seats, null::timestamp with time zone,
                                 null::timestamp with time zone) = 3))
                  or (jointly(evidence) = 3))));

-- Recall: once, by members of an originator who have full access to the exhibit.
create policy updated on disclosures for update to liaison_app
  using ((jit = asking_jit())
         and (((originator = asking_party())
               and (admitted(3::smallint, null::uuid[], own_seats, null::timestamp with time zone,
                             null::timestamp with time zone) = 3))
              or (jointly(evidence) = 3))
         and (recalled_at is null))
  with check ((jit = asking_jit())
              and (((originator = asking_party())
                    and (admitted(3::smallint, null::uuid[], own_seats, null::timestamp with time zone,
                                  null::timestamp with time zone) = 3))
                   or (jointly(evidence) = 3))
              and (recalled_at is not null));

-- A coordinator has exhibits that the own party obtained at `listed`, without this.
create policy withheld on disclosures as restrictive for select to liaison_app
  using ((select not asking_as_coordinator()) or not is_own_at_listed(evidence));

-- What was disclosed, and to which court, is never updated.
grant select, insert, update (recalled_at, reason, version) on disclosures to liaison_app;

grant select on disclosures to liaison_engine;
