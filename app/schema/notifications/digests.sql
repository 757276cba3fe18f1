-- Digests: what other parties did with a party's exhibits on one day.
-- Columns: app/models/notifications/alerts.py. The worker writes them: app/services/notifications/digests.py.

alter table digest_lines enable row level security;

alter table digest_lines force row level security;

-- Only the worker writes digests, and they never change.
create policy engine on digest_lines to liaison_engine using (true) with check (true);

-- Read: everyone who reads the digest; only lines of exhibits that they see.
create policy seen on digest_lines for select to liaison_app
  using (jit = asking_jit()
         and exists (select 1 from digests d where d.id = digest_lines.digest offset 0)
         and exists (select 1 from evidence e where e.id = digest_lines.evidence offset 0));

grant select on digest_lines to liaison_app;

grant select, insert on digest_lines to liaison_engine;

alter table digests enable row level security;

alter table digests force row level security;

create policy engine on digests to liaison_engine using (true) with check (true);

-- Read: leaders and contributors of the party.
create policy seen on digests for select to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute());

grant select on digests to liaison_app;

grant select, insert on digests to liaison_engine;
