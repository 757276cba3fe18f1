-- Row-level security and grants of attestations: signed statements for a release beyond the Union (Regulation (EU)
-- 2023/969, Art. 17(2)).
-- Columns: app/models/sharing/gates.py. Who signs: app/services/sharing/approvals.py. Rows are added and never changed.

alter table attestations enable row level security;

alter table attestations force row level security;

-- Owner: gate_is_open and refuse_used_wish read the attestations of the asking team, for the engine those of all
-- teams.
create policy definer on attestations to liaison_owner
  using ((jit = asking_jit()) OR (SESSION_USER = 'liaison_engine'::name));

-- Sign: in one's own name, for a waiting release of one's own party.
create policy inserted on attestations for insert to liaison_app
  with check ((jit = asking_jit()) AND (signed_by = asking_seat())
              AND (EXISTS (
                     SELECT 1 FROM waiting_releases w
                      WHERE ((w.id = attestations.waiting) AND (w.evidence = attestations.evidence)
                         AND (w.party = attestations.party) AND (w.originator = asking_party()))
                      OFFSET 0)));

-- Read: the auditor of the whole team, and members of the originator whom its own release admits.
create policy seen on attestations for select to liaison_app
  using ((jit = asking_jit())
         AND (asking_as_jit_auditor()
              OR (EXISTS (
                    SELECT 1 FROM releases r
                     WHERE ((r.jit = attestations.jit) AND (r.evidence = attestations.evidence)
                        AND (r.party = asking_party()) AND (r.originator = asking_party())
                        AND (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0))
                     OFFSET 0))));

-- A coordinator has exhibits that the own party obtained at `listed`, without this.
create policy withheld on attestations as restrictive for select to liaison_app
  using ((select not asking_as_coordinator()) or not is_own_at_listed(evidence));

grant select, insert on attestations to liaison_app;
