-- Functions that ask for copies and recall disclosures when access ends without a recall by a member.
-- Tables: app/models/custody/copies.py, disclosures.py. A recall by a member: app/services/sharing/recalls.py.

-- Asks the holders of copies what became of them, in one party (holder) or in all parties (null). No question is
-- asked twice. Parties that obtained the exhibit jointly are asked only if `joint_too`. leave_exhibit(),
-- erase_of_left() and keep_within() call it. A recall by a member asks in app/services/sharing/recalls.py, under
-- row-level security. Security definer, granted to nobody: it writes the questions of other parties.
create function ask_after(wanted uuid, holder uuid, because text, joint_too boolean default false) returns void
  language sql security definer set search_path = public, pg_temp
begin atomic
  update copies c set state = 'out', asked_at = statement_timestamp(), reason = ask_after.because, because = null,
         answered_at = null, answered_by = null, version = c.version + 1
   where c.evidence = wanted and c.party <> c.originator
     and (joint_too or not exists (select 1 from evidence e where e.id = c.evidence and c.party = any (e.joint)))
     and (holder is null or c.party = holder) and c.state <> 'destroyed'
     and (c.asked_at is null or c.state = 'kept');
end;

revoke all on function ask_after from public;

-- Marks the disclosures of an exhibit as recalled, of one party (holder) or of all parties (null).
-- Callers and reason for security definer as for ask_after().
create function call_back(wanted uuid, holder uuid, because text) returns void
  language sql security definer set search_path = public, pg_temp
begin atomic
  update disclosures d set recalled_at = statement_timestamp(), reason = call_back.because, version = d.version + 1
   where d.evidence = wanted and (holder is null or d.party = holder) and d.recalled_at is null;
end;

revoke all on function call_back from public;
