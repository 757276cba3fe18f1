-- Values entered in the forms of legal requests.
-- Columns: app/models/requests.py. Forms: app/reference/forms/. Checks: app/access/requests/forms/. Rules: app/services/requests/forms/.

alter table request_forms enable row level security;

alter table request_forms force row level security;

-- Erasure: forget_request (erasing_requests.sql) runs as the owner.
create policy erasing on request_forms to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

-- Write: leaders and contributors of the party of the request.
create policy inserted on request_forms for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and updated_by = asking_seat()
              and may_contribute()
              and exists (
                select 1 from requests r
                 where r.id = request_forms.request and r.jit = request_forms.jit and r.party = asking_party() offset 0));

-- Read: everyone who sees the content.
create policy seen on request_forms for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from request_contents c where c.request = request_forms.request and c.jit = request_forms.jit offset 0));

create policy updated on request_forms for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute())
  with check (jit = asking_jit() and party = asking_party() and updated_by = asking_seat()
              and may_contribute());

grant select, insert, update (form, form_version, filled, sent_at, updated_by, updated_at, version) on request_forms to liaison_app;

-- Values, and the dispatch of a form, commit together with a ledger entry that states the hash of the values.
create constraint trigger entered_1 after insert on request_forms deferrable initially deferred for each row
  execute function demand_form_entered();

-- The certificate of an erasure is its entry.
create constraint trigger entered_2 after update on request_forms deferrable initially deferred for each row
  when (session_user <> 'liaison_engine' or coalesce(current_setting('app.erasing', true), '') = '')
  execute function demand_form_entered();
