-- Row-level security, grants and triggers of the table holds: legal holds that prevent the erasure of an exhibit.
-- Columns: app/models/retention/retention.py. Who sets and lifts one: app/services/retention/holds.py.

alter table holds enable row level security;

alter table holds force row level security;

-- Owner: is_on_hold() asks for holds of every party.
create policy definer on holds to liaison_owner using (true) with check (true);

-- Set, in one's own name: leaders of an originator, and judicial members of a party that disclosed the exhibit to a
-- court.
create policy inserted on holds for insert to liaison_app
  with check ((jit = asking_jit()) AND (party = asking_party()) AND (set_by = asking_seat())
              AND (lifted_at IS NULL)
              AND ((('leader'::text = ANY (asking_roles()))
                    AND (EXISTS (
                           SELECT 1 FROM evidence e
                            WHERE ((e.jit = holds.jit) AND (e.id = holds.evidence)
                                   AND obtained_by(asking_party(), e.originator, e.joint)))))
                   OR ((EXISTS (
                          SELECT 1 FROM members m
                           WHERE ((m.jit = holds.jit) AND (m.id = asking_seat())
                                  AND (m.function = 'judicial'::text))))
                       AND (EXISTS (
                              SELECT 1 FROM disclosures d
                               WHERE ((d.jit = holds.jit) AND (d.evidence = holds.evidence)
                                      AND (d.party = asking_party())))))));

-- Lift: members of the party that set the hold, under the same conditions. Leaders of an originator lift it if that
-- party has no release of the exhibit any more.
create policy lifted on holds for update to liaison_app
  using ((jit = asking_jit()) AND (lifted_at IS NULL)
         AND (((party = asking_party())
               AND ((('leader'::text = ANY (asking_roles()))
                     AND (EXISTS (
                            SELECT 1 FROM evidence e
                             WHERE ((e.jit = holds.jit) AND (e.id = holds.evidence)
                                    AND obtained_by(asking_party(), e.originator, e.joint)))))
                    OR ((EXISTS (
                           SELECT 1 FROM members m
                            WHERE ((m.jit = holds.jit) AND (m.id = asking_seat())
                                   AND (m.function = 'judicial'::text))))
                        AND (EXISTS (
                               SELECT 1 FROM disclosures d
                                WHERE ((d.jit = holds.jit) AND (d.evidence = holds.evidence)
                                       AND (d.party = asking_party())))))))
              OR (('leader'::text = ANY (asking_roles()))
                  AND (EXISTS (
                         SELECT 1 FROM evidence e
                          WHERE ((e.jit = holds.jit) AND (e.id = holds.evidence)
                                 AND obtained_by(asking_party(), e.originator, e.joint))))
                  AND (NOT (EXISTS (
                              SELECT 1 FROM releases r
                               WHERE ((r.jit = holds.jit) AND (r.evidence = holds.evidence)
                                      AND (r.party = holds.party))))))))
  with check (jit = asking_jit() and lifted_by = asking_seat());

-- Lift a hold of a party that has left the team: leaders of an originator.
create policy lifted_of_left on holds for update to liaison_app
  using ((jit = asking_jit()) AND (lifted_at IS NULL) AND ('leader'::text = ANY (asking_roles()))
         AND has_left(jit, party)
         AND (EXISTS (
                SELECT 1 FROM evidence e
                 WHERE ((e.jit = holds.jit) AND (e.id = holds.evidence)
                        AND obtained_by(asking_party(), e.originator, e.joint)))))
  with check ((jit = asking_jit()) AND (lifted_by = asking_seat()) AND ('leader'::text = ANY (asking_roles()))
              AND has_left(jit, party)
              AND (EXISTS (
                     SELECT 1 FROM evidence e
                      WHERE ((e.jit = holds.jit) AND (e.id = holds.evidence)
                             AND obtained_by(asking_party(), e.originator, e.joint)))));

-- Read: the auditor of the team, the party that set the hold and the originators, if they see the exhibit.
create policy seen on holds for select to liaison_app
  using ((jit = asking_jit())
         AND (EXISTS (SELECT 1 FROM evidence e WHERE ((e.jit = holds.jit) AND (e.id = holds.evidence))))
         AND (asking_as_jit_auditor()
              OR (party = asking_party())
              OR (EXISTS (
                    SELECT 1 FROM evidence e
                     WHERE ((e.jit = holds.jit) AND (e.id = holds.evidence)
                            AND obtained_by(asking_party(), e.originator, e.joint))))));

-- A hold never changes except for its end.
grant select, insert, update (lifted_by, lifted_at, lift_reason) on holds to liaison_app;

-- The team is closed: nothing changes any more.
create trigger closed_delete after delete on holds referencing old table as touched for each statement
  execute function refuse_closed();

alter table holds enable always trigger closed_delete;

create trigger closed_insert after insert on holds referencing new table as touched for each statement
  execute function refuse_closed();

alter table holds enable always trigger closed_insert;

create trigger closed_update after update on holds referencing new table as touched for each statement
  execute function refuse_closed();

alter table holds enable always trigger closed_update;

-- An erased exhibit receives no hold. The trigger waits for an erasure that is being decided.
create trigger unerased before insert on holds for each row execute function hold_unerased();
