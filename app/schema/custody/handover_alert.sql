-- The alert that a handover is overdue. Table: app/models/custody/handovers.py. Who may read, offer
-- and answer handovers: handovers.sql. Who may read and write physical custody: physical_custody.sql.

-- Alerts a leader of the offering party, once, that a handover is overdue. Returns the alert for its ledger entry,
-- and no row if the offer was answered meanwhile or the party never had a leader. app/services/custody/handover_jobs.py
-- calls it. Security definer: the engine neither writes alerts nor reads names.
create function alarm_handover(wanted uuid, new_id uuid)
  returns table (id uuid, originator uuid, evidence uuid, exhibit_number text, owner text)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  h handovers;
  whose uuid;
begin
  update handovers x set alarmed_at = statement_timestamp()
   where x.id = wanted and x.state = 'offered' and x.alarmed_at is null and x.due_at <= statement_timestamp()
  returning * into h;
  if not found then return; end if;
  whose := leader_of(h.evidence, h.party, h.offered_by);
  if whose is null then return; end if;
  insert into alerts (id, jit, originator, kind, handover, evidence, party, seat, openings, raised_at, owner)
    values (new_id, h.jit, h.party, 'handover', h.id, h.evidence, h.to_party, h.to_seat, 0,
            statement_timestamp(), whose);
  return query select new_id, h.party, h.evidence, e.exhibit_number, m.code
    from evidence e join members m on m.jit = e.jit and m.id = whose where e.id = h.evidence;
end $$;

revoke all on function alarm_handover from public;

grant execute on function alarm_handover to liaison_engine;
