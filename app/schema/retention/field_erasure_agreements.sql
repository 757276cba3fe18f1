-- Row-level security, grants and triggers of the table field_erasure_agreements: joint originators agree to erase
-- fields. Columns: app/models/retention/field_erasures.py. Who agrees: app/services/retention/field_erasures.py.

alter table field_erasure_agreements enable row level security;

alter table field_erasure_agreements force row level security;

-- Owner: lacking_assents() counts the agreements of all parties.
create policy definer on field_erasure_agreements to liaison_owner using (true) with check (true);

create policy engine on field_erasure_agreements for select to liaison_engine using (true);

-- Agree: leaders of a party whose agreement is missing, in their own name (may_assent_to_fields()).
create policy inserted on field_erasure_agreements for insert to liaison_app
  with check (jit = asking_jit() and may_lead() and party = asking_party()
              and agreed_by = asking_seat() and may_assent_to_fields(erasure));

-- Read: members who can see the request.
create policy seen on field_erasure_agreements for select to liaison_app
  using (jit = asking_jit()
         and exists (select 1 from field_erasures f where f.id = field_erasure_agreements.erasure));

grant select, insert on field_erasure_agreements to liaison_app;
