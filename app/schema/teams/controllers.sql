-- Policies, grants and triggers of the table controllers: the controllers of uploads from outside the Union.
-- Columns: app/models/sharing/verifications.py. Who designates one: app/services/teams/controllers.py.

alter table controllers enable row level security;

alter table controllers force row level security;

-- The owner: controller_designated and controller_waits read designations.
create policy definer on controllers to liaison_owner using (true);

-- Insert: an administrator, in their own name, designates an administrator of the team.
create policy inserted on controllers for insert to liaison_app
  with check (jit = asking_jit() and may_administer() and designated_by = asking_seat()
    and exists (select 1 from members m
      where m.jit = controllers.jit and m.id = controllers.seat
        and m.state = 'seated' and may_administer(m.roles)));

create policy seen on controllers for select to liaison_app using (jit = asking_jit());

grant select, insert on controllers to liaison_app;
