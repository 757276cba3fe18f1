-- Admissibility of exhibits: what the law of a forum needs, assessed by a party, and the exhibits that meet the needs.
-- Columns: app/models/hearings.py. Rules: app/services/requests/hearings/admissibilities.py. Contributor: the role `member`.

alter table admissibilities enable row level security;

alter table admissibilities force row level security;

-- Assess: leaders and contributors, for their own party and in their own name, an exhibit that they see.
create policy inserted on admissibilities for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_contribute() and reviewer = asking_seat()
              and exists (select 1 from evidence e where e.id = admissibilities.evidence offset 0));

-- Read: members of the party and of those that obtained the exhibit, if they see it. An originator outside the Union does
-- not read the assessments of others: information for it needs an attestation.
create policy seen on admissibilities for select to liaison_app
  using (jit = asking_jit()
         and may_read_request_contents()
         and exists (
           select 1 from evidence e
            where e.id = admissibilities.evidence
              and (admissibilities.party = asking_party()
                   or obtained_by(asking_party(), e.originator, e.joint)
                      and not exists (select 1 from parties p where p.id = asking_party() and beyond_the_union(p.kind)))
            offset 0));

-- The worker tells leaders of changed values on which an assessment relied. It reads no need and no reason.
create policy engine on admissibilities for select to liaison_engine using (true);

grant select (id, jit, party, evidence, replaces) on admissibilities to liaison_engine;

-- Append-only: an assessment is neither changed nor deleted.
grant select, insert on admissibilities to liaison_app;

-- Each assessment commits together with its ledger entry.
create constraint trigger entered_1 after insert on admissibilities deferrable initially deferred for each row
  execute function demand_entered_values(
    '{admissibility.assessed}', 'admissibility', 'id', 'exhibit=evidence', 'country', 'need', 'status', 'reason');

alter table admissibility_papers enable row level security;

alter table admissibility_papers force row level security;

-- Name: leaders and contributors of the party that assessed, an exhibit that they see.
create policy inserted on admissibility_papers for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_contribute()
              and exists (
                select 1 from admissibilities a
                 where a.id = admissibility_papers.admissibility and a.jit = admissibility_papers.jit and a.party = asking_party() offset 0)
              and exists (select 1 from evidence e where e.id = admissibility_papers.evidence offset 0));

-- Read: members who see the assessment and the exhibit that meets the need.
create policy seen on admissibility_papers for select to liaison_app
  using (jit = asking_jit()
         and exists (select 1 from admissibilities a where a.id = admissibility_papers.admissibility offset 0)
         and exists (select 1 from evidence e where e.id = admissibility_papers.evidence offset 0));

-- Append-only: a later assessment names its own paper.
grant select, insert on admissibility_papers to liaison_app;

-- Each paper commits together with the ledger entry of its assessment.
create constraint trigger entered_1 after insert on admissibility_papers deferrable initially deferred for each row
  execute function demand_paper_entered();
