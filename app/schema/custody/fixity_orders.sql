-- Row-level security, grants and triggers of the table fixity_orders: integrity checks that members ordered.
-- Columns: app/models/custody/fixity.py. Who may order one, and when: app/services/custody/fixity.py.

alter table fixity_orders enable row level security;

alter table fixity_orders force row level security;

-- Engine: the worker deletes an order when it has done the check.
create policy engine on fixity_orders to liaison_engine using (true) with check (true);

-- Order: in one's own name, for an exhibit that the member sees. Who may, as `audits` in app/access/fixity.py has it:
-- experts, the auditor of the team, and auditors of a party that obtained the exhibit.
create policy inserted on fixity_orders for insert to liaison_app
  with check (jit = asking_jit() and ordered_by = asking_seat()
              and exists (
                    select 1 from evidence e
                     where e.id = fixity_orders.evidence
                       and may_order_fixity()
                       and (not may_audit() or asking_as_jit_auditor()
                            or obtained_by(asking_party(), e.originator, e.joint))
                    offset 0));

-- Read: the member who ordered the check.
create policy seen on fixity_orders for select to liaison_app
  using (jit = asking_jit() and ordered_by = asking_seat());

grant select, insert on fixity_orders to liaison_app;

grant select, delete on fixity_orders to liaison_engine;
