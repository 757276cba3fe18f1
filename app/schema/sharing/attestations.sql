-- Row-level security and grants of attestations: signed statements for a release beyond the Union (Regulation (EU)
-- 2023/969, Art. 17(2)).
-- Columns: app/models/sharing/gates.py. Who signs: app/services/sharing/approvals.py. Rows are added and never changed.

alter table attestations enable row level security;

alter table attestations force row level security;

-- Owner: gate_is_open and refuse_used_wish read the attestations of the asking team, for the engine those of all
-- teams.
create policy definer on attestations to liaison_owner
  using ((jit = asking_jit()) or (session_user = 'liaison_engine'));

-- Sign: in one's own name, for a waiting release of one's own party.
create policy inserted on attestations for insert to liaison_app
  with check ((jit = asking_jit()) and (signed_by = asking_seat())
              and (exists (
                     select 1 from waiting_releases w
                      where ((w.id = attestations.waiting) and (w.evidence = attestations.evidence)
                         and (w.party = attestations.party) and (w.originator = asking_party()))
                      offset 0)));

-- Read: the auditor of the whole team, and members of the originator whom its own release admits.
create policy seen on attestations for select to liaison_app
  using ((jit = asking_jit())
         and (asking_as_jit_auditor()
              or (exists (
                    select 1 from releases r
                     where ((r.jit = attestations.jit) and (r.evidence = attestations.evidence)
                        and (r.party = asking_party()) and (r.originator = asking_party())
                        and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0))
                     offset 0))));

-- A coordinator has exhibits that the own party obtained at `listed`, without this.
create policy withheld on attestations as restrictive for select to liaison_app
  using ((select not asking_as_coordinator()) or not is_own_at_listed(evidence));

grant select, insert on attestations to liaison_app;
