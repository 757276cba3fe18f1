-- Policies, grants and triggers of the table controller_confirmations: self-designated controllers.
-- Columns: app/models/sharing/verifications.py. Who confirms: app/services/teams/controllers.py.

alter table controller_confirmations enable row level security;

alter table controller_confirmations force row level security;

-- The owner: controller_designated and controller_waits read confirmations.
create policy definer on controller_confirmations to liaison_owner using (true);

-- Insert: a leader of another party than the controller's, in their own name, for the last designation while it
-- waits. An earlier one that was never confirmed does not come into effect any more.
create policy inserted on controller_confirmations for insert to liaison_app
  with check (jit = asking_jit() and confirmed_by = asking_seat() and may_lead()
    and exists (select 1 from controllers c join members m on m.jit = c.jit and m.id = c.seat
      where c.id = controller_confirmations.controller and c.jit = asking_jit()
        and m.party <> asking_party() and controller_waits(c.jit, c.seat)
        and not exists (select 1 from controllers l where l.jit = c.jit and l.id > c.id)));

create policy seen on controller_confirmations for select to liaison_app using (jit = asking_jit());

grant select, insert on controller_confirmations to liaison_app;
