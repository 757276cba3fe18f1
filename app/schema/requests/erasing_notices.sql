-- Erasure of texts of notices and hearings that were erased from the ledger, as in erasing_requests.sql.
-- Which fields may be erased: app/ledger/erasable.py.

-- Trigger of fields: removes erased words from the content, the answers to checks and the hits of a notice, which repeat the
-- words of their entries. `erased` names the column and the moment. A value that differs by now stays.
-- First it locks the notice as app/services/requests/notices/drafting.py does, so that a change under way neither is lost nor
-- restores the words. The field `content` holds all values, and `changes` former and new ones; a column is cleared if it equals
-- one of these. It clears what is about the subject and the case: a dash replaces a text, and other values become empty.
-- References, the bureau, recipients and days stay.
create function forget_notice() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  h headers;
  said jsonb := old.value::jsonb;
  wanted uuid;
  gone text[];
begin
  select * into h from headers x where x.entry = old.entry;
  if h.kind not in ('notice.drafted', 'notice.changed', 'notice.check_answered', 'notice.hit_recorded') then
    return null;
  end if;
  wanted := (h.subject::jsonb ->> 'notice')::uuid;
  perform 1 from notices n where n.jit = h.jit and n.id = wanted for update;
  if h.kind = 'notice.check_answered' then
    update notice_checks c set reason = '—', erased = jsonb_build_object('reason', to_jsonb(statement_timestamp()))
     where c.jit = h.jit and c.id = (h.subject::jsonb ->> 'check')::uuid and old.name = 'reason';
    return null;
  elsif h.kind = 'notice.hit_recorded' then
    update notice_hits t set
      place = case when old.name = 'place' and t.place is not null then '—' else t.place end,
      what = case old.name when 'what' then '—' else t.what end,
      erased = t.erased || jsonb_build_object(old.name, to_jsonb(statement_timestamp()))
     where t.jit = h.jit and t.id = (h.subject::jsonb ->> 'hit')::uuid;
    return null;
  end if;
  select array_agg(v.name) into gone from notice_contents c cross join jsonb_each(to_jsonb(c)) v (name, stands)
   where c.jit = h.jit and c.notice = wanted and v.stands not in ('null', '[]')
     and v.name in ('purpose', 'cautions', 'family_name', 'forenames', 'aliases', 'sex', 'birth_date', 'birth_place',
       'nationalities', 'parents', 'languages', 'description', 'identity_documents', 'other_identifiers', 'person_status',
       'is_child', 'guardian', 'is_publication_allowed', 'is_reported', 'facts', 'charge', 'law', 'max_penalty_years',
       'sentence_months', 'is_exceptional', 'exception_reason', 'penalty', 'warrant', 'sought', 'questions', 'assessment',
       'assessment_author', 'assessment_grounds', 'assessment_basis', 'threat_from', 'object_data', 'place', 'method',
       'method_aim', 'assets', 'asset_measures', 'asset_aim', 'asset_link', 'regime', 'listing', 'measures',
       'extradition_countries')
     and case h.kind when 'notice.changed' then v.stands in (said -> v.name -> 'from', said -> v.name -> 'to')
           else v.stands = said -> v.name end;
  update notice_contents c set
    purpose = case when 'purpose' = any (gone) then '—' else c.purpose end,
    cautions = case when 'cautions' = any (gone) then '{}' else c.cautions end,
    family_name = case when 'family_name' = any (gone) then '—' else c.family_name end,
    forenames = case when 'forenames' = any (gone) then '—' else c.forenames end,
    aliases = case when 'aliases' = any (gone) then '{}' else c.aliases end,
    sex = case when 'sex' = any (gone) then '—' else c.sex end,
    birth_date = case when 'birth_date' = any (gone) then null else c.birth_date end,
    birth_place = case when 'birth_place' = any (gone) then '—' else c.birth_place end,
    nationalities = case when 'nationalities' = any (gone) then '{}' else c.nationalities end,
    parents = case when 'parents' = any (gone) then '—' else c.parents end,
    languages = case when 'languages' = any (gone) then '{}' else c.languages end,
    description = case when 'description' = any (gone) then '—' else c.description end,
    identity_documents = case when 'identity_documents' = any (gone) then '—' else c.identity_documents end,
    other_identifiers = case when 'other_identifiers' = any (gone) then '—' else c.other_identifiers end,
    person_status = case when 'person_status' = any (gone) then null else c.person_status end,
    is_child = case when 'is_child' = any (gone) then null else c.is_child end,
    guardian = case when 'guardian' = any (gone) then '—' else c.guardian end,
    is_publication_allowed = case when 'is_publication_allowed' = any (gone) then null else c.is_publication_allowed end,
    is_reported = case when 'is_reported' = any (gone) then null else c.is_reported end,
    facts = case when 'facts' = any (gone) then '—' else c.facts end,
    charge = case when 'charge' = any (gone) then '—' else c.charge end,
    law = case when 'law' = any (gone) then '—' else c.law end,
    max_penalty_years = case when 'max_penalty_years' = any (gone) then null else c.max_penalty_years end,
    sentence_months = case when 'sentence_months' = any (gone) then null else c.sentence_months end,
    is_exceptional = case when 'is_exceptional' = any (gone) then null else c.is_exceptional end,
    exception_reason = case when 'exception_reason' = any (gone) then '—' else c.exception_reason end,
    penalty = case when 'penalty' = any (gone) then '—' else c.penalty end,
    warrant = case when 'warrant' = any (gone) then '—' else c.warrant end,
    sought = case when 'sought' = any (gone) then '{}' else c.sought end,
    questions = case when 'questions' = any (gone) then '—' else c.questions end,
    assessment = case when 'assessment' = any (gone) then '—' else c.assessment end,
    assessment_author = case when 'assessment_author' = any (gone) then '—' else c.assessment_author end,
    assessment_grounds = case when 'assessment_grounds' = any (gone) then '{}' else c.assessment_grounds end,
    assessment_basis = case when 'assessment_basis' = any (gone) then '—' else c.assessment_basis end,
    threat_from = case when 'threat_from' = any (gone) then '{}' else c.threat_from end,
    object_data = case when 'object_data' = any (gone) then '—' else c.object_data end,
    place = case when 'place' = any (gone) then '—' else c.place end,
    method = case when 'method' = any (gone) then '—' else c.method end,
    method_aim = case when 'method_aim' = any (gone) then null else c.method_aim end,
    assets = case when 'assets' = any (gone) then '{}' else c.assets end,
    asset_measures = case when 'asset_measures' = any (gone) then '{}' else c.asset_measures end,
    asset_aim = case when 'asset_aim' = any (gone) then null else c.asset_aim end,
    asset_link = case when 'asset_link' = any (gone) then '—' else c.asset_link end,
    regime = case when 'regime' = any (gone) then '—' else c.regime end,
    listing = case when 'listing' = any (gone) then '—' else c.listing end,
    measures = case when 'measures' = any (gone) then '{}' else c.measures end,
    extradition_countries = case when 'extradition_countries' = any (gone) then '{}' else c.extradition_countries end,
    version = c.version + 1, erased = c.erased || (select jsonb_object_agg(n, to_jsonb(statement_timestamp())) from unnest(gone) n)
   where c.jit = h.jit and c.notice = wanted and gone is not null;
  return null;
end $$;

-- Trigger of fields: replaces the title of a hearing by a dash if it equals a title that was erased from an entry about the
-- hearing. First it locks the hearing as app/services/requests/hearings/hearings.py does.
create function forget_hearing() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  h headers;
  said jsonb := old.value::jsonb;
begin
  select * into h from headers x where x.entry = old.entry;
  if h.kind not like 'hearing.%' then
    return null;
  end if;
  perform 1 from hearings x where x.jit = h.jit and x.id = (h.subject::jsonb ->> 'court_hearing')::uuid for update;
  update hearings x set title = '—', version = x.version + 1, erased = jsonb_build_object('title', to_jsonb(statement_timestamp()))
   where x.jit = h.jit and x.id = (h.subject::jsonb ->> 'court_hearing')::uuid
     and (old.name = 'title' and x.title = said #>> '{}'
          or old.name = 'changes' and x.title in (said #>> '{title,from}', said #>> '{title,to}'));
  return null;
end $$;
