-- Row-level security, grants and triggers of the table field_erasures: requests to erase fields of a ledger entry.
-- Columns: app/models/retention/field_erasures.py. Who requests and confirms: app/services/retention/field_erasures.py.

alter table field_erasures enable row level security;

alter table field_erasures force row level security;

-- Owner: approve_field_erasure() and erase_fields() update the rows.
create policy definer on field_erasures to liaison_owner using (true) with check (true);

-- Cancel: members of the party of the entry, until the fields are erased.
create policy deleted on field_erasures for delete to liaison_app
  using (jit = asking_jit() and party = asking_party() and erased_at is null);

-- Engine: the worker finds approved requests. Its grant leaves out the reason.
create policy engine on field_erasures for select to liaison_engine using (true);

-- Request: members of the party of the entry, in their own name. may_erase_fields() checks entry and fields.
create policy inserted on field_erasures for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party()
              and wanted_by = asking_seat() and confirmed_by is null and approval is null
              and erased_at is null and may_erase_fields(entry, names));

-- Read, other originators of the exhibit: leaders and auditors of parties that must agree.
create policy jointly on field_erasures for select to liaison_app
  using (jit = asking_jit() and (may_lead() or may_audit()) and assents_to_fields(entry));

-- Refuse: members of another originator delete the request before it is approved.
create policy refused on field_erasures for delete to liaison_app
  using (jit = asking_jit() and approval is null and assents_to_fields(entry));

-- Read: the auditor of the team, and leaders and auditors of the party of the entry.
create policy seen on field_erasures for select to liaison_app
  using (jit = asking_jit()
         and (asking_as_jit_auditor()
              or (party = asking_party() and (may_lead() or may_audit()))));

-- Confirm: once, members of the same party, in their own name.
create policy updated on field_erasures for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and approval is null and confirmed_by is null)
  with check (jit = asking_jit() and party = asking_party() and confirmed_by = asking_seat());

-- The approval and the end of an erasure are set by functions only.
grant select, insert, delete, update (confirmed_by) on field_erasures to liaison_app;

-- The engine does not read the reason.
grant select (id, jit, entry, party, names, ground, legal_basis, wanted_by, confirmed_by, approval, decided_at,
  erased_at)
  on field_erasures to liaison_engine;
