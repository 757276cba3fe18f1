--
-- PostgreSQL database dump
--

\restrict liaison

-- Dumped from database version 18.6
-- Dumped by pg_dump version 18.6

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: btree_gin; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;


--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


--
-- Name: accept_account_invitation(uuid, text, text, text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.accept_account_invitation(account uuid, address text, code text, password text, language text, zone text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  invited account_invitations;
begin
  delete from account_invitations i
   where i.code_hash = sha256(convert_to('liaison-account-code/v1' || chr(10) || accept_account_invitation.code, 'UTF8'))
     and i.email = address and i.expires_at > statement_timestamp()
  returning * into invited;
  if invited.id is null then
    return null;
  end if;
  insert into accounts (id, email, name, password_hash, locale, time_zone, may_found, needs_code, created_at)
  values (account, address, invited.name, password, language, zone, invited.may_found, true, statement_timestamp())
  on conflict (email) do nothing;
  return case when found then invited.name end;
end $$;


--
-- Name: accept_invitation(uuid, text, text, text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.accept_invitation(account uuid, address text, code text, password text, language text, zone text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  invited text;
begin
  select m.name into invited from members m
   where m.one_time_code_hash = sha256(convert_to('liaison-one-time-code/v1' || chr(10) || accept_invitation.code, 'UTF8'))
     and m.email = address and m.state = 'proposed'
     and m.one_time_code_expires_at > statement_timestamp();
  if invited is null then
    return null;
  end if;
  insert into accounts (id, email, name, password_hash, locale, time_zone, needs_code, created_at)
  values (account, address, invited, password, language, zone, true, statement_timestamp())
  on conflict (email) do nothing;
  return case when found then invited end;
end $$;


--
-- Name: admit_administrator(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.admit_administrator() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform 1 from admit_administrators(new.jit, null);
  return null;
end $$;


--
-- Name: folded(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.folded(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN replace(lower(regexp_replace(NORMALIZE(words, NFKD), '[\u0300-\u036f]+'::text, ''::text, 'g'::text)), 'ς'::text, 'σ'::text);


--
-- Name: list_key(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.list_key(title text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN "left"(public.folded(title), 120);


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: evidence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.evidence (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    originator uuid NOT NULL,
    exhibit_number text NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    category text NOT NULL,
    handling text[] NOT NULL,
    tlp text NOT NULL,
    status text NOT NULL,
    registered_by uuid NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    files_count integer DEFAULT 0 NOT NULL,
    files_bytes bigint DEFAULT 0 NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    title_key text GENERATED ALWAYS AS (public.list_key(title)) STORED COLLATE pg_catalog."C",
    search_key text GENERATED ALWAYS AS (((public.folded(title) || ' '::text) || lower(exhibit_number))) STORED COLLATE pg_catalog."C",
    verification text,
    bound boolean DEFAULT false NOT NULL,
    retention text DEFAULT 'POOL'::text NOT NULL,
    controller uuid,
    review_on date DEFAULT (((statement_timestamp() AT TIME ZONE 'utc'::text) + '3 years'::interval))::date,
    privilege text,
    joint uuid[],
    CONSTRAINT ck_evidence_joint CHECK (((joint IS NULL) OR ((cardinality(joint) > 0) AND (NOT (originator = ANY (joint))) AND (verification IS NULL) AND (NOT bound)))),
    CONSTRAINT ck_evidence_privilege CHECK ((privilege = ANY (ARRAY['unchecked'::text, 'cleared'::text, 'privileged'::text]))),
    CONSTRAINT ck_evidence_registered_at_within CHECK (((registered_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (registered_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_evidence_retention CHECK ((retention = ANY (ARRAY['TRANSFER'::text, 'POOL'::text]))),
    CONSTRAINT ck_evidence_review CHECK (((retention = 'POOL'::text) = (review_on IS NOT NULL))),
    CONSTRAINT ck_evidence_review_on_within CHECK (((review_on >= '1900-01-01'::date) AND (review_on < '2200-01-01'::date))),
    CONSTRAINT ck_evidence_status CHECK ((status = ANY (ARRAY['active'::text, 'withdrawn'::text, 'erased'::text]))),
    CONSTRAINT ck_evidence_verification CHECK ((verification = ANY (ARRAY['waiting'::text, 'passed'::text, 'refused'::text])))
);

ALTER TABLE ONLY public.evidence FORCE ROW LEVEL SECURITY;


--
-- Name: members; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.members (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid,
    authority uuid,
    account uuid,
    code text NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    roles text[] NOT NULL,
    function text NOT NULL,
    state text NOT NULL,
    proposed_by uuid,
    proposed_at timestamp with time zone NOT NULL,
    seated_at timestamp with time zone,
    one_time_code_hash bytea,
    one_time_code_expires_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    until timestamp with time zone,
    seconded_to uuid,
    entrustment text,
    CONSTRAINT ck_members_function CHECK ((function = ANY (ARRAY['judicial'::text, 'police'::text, 'technical'::text]))),
    CONSTRAINT ck_members_one_time_code_expires_at_within CHECK (((one_time_code_expires_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (one_time_code_expires_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_members_party CHECK (((party IS NOT NULL) OR (roles = '{auditor}'::text[]))),
    CONSTRAINT ck_members_proposed_at_within CHECK (((proposed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (proposed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_members_roles CHECK ((cardinality(roles) > 0)),
    CONSTRAINT ck_members_seated_at_within CHECK (((seated_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (seated_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_members_secondment CHECK (((seconded_to IS NULL) = (entrustment IS NULL))),
    CONSTRAINT ck_members_state CHECK ((state = ANY (ARRAY['proposed'::text, 'seated'::text, 'suspended'::text, 'ended'::text]))),
    CONSTRAINT ck_members_until_within CHECK (((until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (until < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.members FORCE ROW LEVEL SECURITY;


--
-- Name: releases; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.releases (
    jit uuid NOT NULL,
    party uuid NOT NULL,
    evidence uuid NOT NULL,
    originator uuid NOT NULL,
    level smallint NOT NULL,
    authorities uuid[],
    seats uuid[],
    own_seats uuid[],
    not_before timestamp with time zone,
    until timestamp with time zone,
    purposes text[],
    basis text,
    granted_by uuid NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    effective boolean NOT NULL,
    state text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    title_key text COLLATE pg_catalog."C",
    exhibit_number text COLLATE pg_catalog."C",
    files_bytes bigint,
    search_key text COLLATE pg_catalog."C",
    by_hand uuid[],
    court_use boolean DEFAULT false NOT NULL,
    joint uuid[],
    CONSTRAINT ck_releases_granted_at_within CHECK (((granted_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (granted_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_releases_level CHECK (((level >= 1) AND (level <= 3))),
    CONSTRAINT ck_releases_not_before_within CHECK (((not_before >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (not_before < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_releases_state CHECK ((state = ANY (ARRAY['pending'::text, 'effective'::text, 'lapsed'::text]))),
    CONSTRAINT ck_releases_until_within CHECK (((until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (until < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_releases_window CHECK ((until > not_before))
);

ALTER TABLE ONLY public.releases FORCE ROW LEVEL SECURITY;


--
-- Name: admit_administrators(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.admit_administrators(team uuid, wanted uuid) RETURNS SETOF public.releases
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 INSERT INTO public.releases AS r (jit, party, evidence, originator, level, seats, own_seats, purposes, basis, granted_by, granted_at, effective, state, version)  SELECT e.jit,
             a.party,
             e.id,
             e.originator,
             2,
             a.seats,
             own.seats,
             '{JIT_MANAGEMENT}',
             'verification',
             e.registered_by,
             statement_timestamp() AS statement_timestamp,
             true,
             'effective',
             1
            FROM ((public.evidence e
              JOIN public.releases own ON (((own.jit = e.jit) AND (own.party = e.originator) AND (own.evidence = e.id))))
              JOIN ( SELECT m.party,
                     array_agg(m.id ORDER BY m.code) AS seats
                    FROM public.members m
                   WHERE ((m.jit = admit_administrators.team) AND (m.state = 'seated'::text) AND ('administrator'::text = ANY (m.roles)) AND (m.party IS NOT NULL))
                   GROUP BY m.party) a ON ((a.party <> e.originator)))
           WHERE ((e.jit = admit_administrators.team) AND (e.verification = 'waiting'::text) AND (e.status = 'active'::text) AND ((admit_administrators.wanted IS NULL) OR (e.id = admit_administrators.wanted))) ON CONFLICT(jit, party, evidence) DO UPDATE SET seats = excluded.seats, version = (r.version + 1)
   RETURNING r.jit,
     r.party,
     r.evidence,
     r.originator,
     r.level,
     r.authorities,
     r.seats,
     r.own_seats,
     r.not_before,
     r.until,
     r.purposes,
     r.basis,
     r.granted_by,
     r.granted_at,
     r.effective,
     r.state,
     r.version,
     r.title_key,
     r.exhibit_number,
     r.files_bytes,
     r.search_key,
     r.by_hand,
     r.court_use,
     r.joint;
END;


--
-- Name: admits(smallint, uuid[], uuid[], timestamp with time zone, timestamp with time zone, uuid, uuid, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.admits(level smallint, authorities uuid[], seats uuid[], not_before timestamp with time zone, until timestamp with time zone, seat uuid, authority uuid, standing text) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN ((not_before > statement_timestamp()) OR (until <= statement_timestamp())) THEN 0 WHEN ((seats IS NOT NULL) AND (NOT COALESCE((seat = ANY (seats)), false))) THEN 0 WHEN ((authorities IS NOT NULL) AND (NOT COALESCE((authority = ANY (authorities)), false))) THEN 0 ELSE CASE standing WHEN 'auditor'::text THEN CASE WHEN (authorities IS NULL) THEN LEAST((level)::integer, 1) ELSE 0 END WHEN 'member'::text THEN (level)::integer WHEN 'coordinator'::text THEN CASE WHEN (seats IS NOT NULL) THEN (level)::integer WHEN (authorities IS NULL) THEN LEAST((level)::integer, 1) ELSE 0 END ELSE CASE WHEN (seats IS NOT NULL) THEN (level)::integer ELSE 0 END END END;


--
-- Name: asking_authority(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.asking_authority() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.authority'::text, true), ''::text))::uuid;


--
-- Name: asking_roles(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.asking_roles() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (COALESCE(NULLIF(current_setting('app.roles'::text, true), ''::text), '{}'::text))::text[];


--
-- Name: asking_seat(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.asking_seat() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.seat'::text, true), ''::text))::uuid;


--
-- Name: asking_standing(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.asking_standing() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN ('auditor'::text = ANY (public.asking_roles())) THEN 'auditor'::text WHEN (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) THEN 'member'::text WHEN ('coordinator'::text = ANY (public.asking_roles())) THEN 'coordinator'::text ELSE ''::text END;


--
-- Name: admitted(smallint, uuid[], uuid[], timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.admitted(level smallint, authorities uuid[], seats uuid[], not_before timestamp with time zone, until timestamp with time zone) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN public.admits(level, authorities, seats, not_before, until, public.asking_seat(), public.asking_authority(), public.asking_standing());


--
-- Name: advance_chain(uuid, bigint, bigint, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.advance_chain(wanted uuid, taken bigint, reached bigint, last uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if taken = 0 then
    insert into chains (evidence, n) values (wanted, 0) on conflict do nothing;
  end if;
  update chains c set n = reached, previous = e.commitment
    from entries e join headers h on h.entry = e.id
   where c.evidence = wanted and c.n = taken and reached > taken and e.id = last and h.evidence = wanted
     and (session_user = 'liaison_engine' or h.jit = asking_jit());
  if not found then
    raise exception 'the chain of % moved', wanted using errcode = 'serialization_failure';
  end if;
end $$;


--
-- Name: alarm_handover(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.alarm_handover(wanted uuid, new_id uuid) RETURNS TABLE(id uuid, originator uuid, evidence uuid, exhibit_number text, owner text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


--
-- Name: append_entries(uuid, text, uuid, text, timestamp with time zone, uuid[], bytea[], text[], uuid[], text[], uuid[], bytea[], bytea[], integer[], text[], bytea[], text[], text[], jsonb, uuid[], bigint[], bigint[], uuid[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.append_entries(of_jit uuid, of_seat text, of_party uuid, of_party_code text, at_moment timestamp with time zone, ids uuid[], commitments bytea[], kinds text[], exhibits uuid[], subjects text[], abouts uuid[], salts bytea[], canonicals bytea[], field_of integer[], field_names text[], field_salts bytea[], field_values text[], field_readers text[], audience jsonb, chains uuid[], taken bigint[], reached bigint[], last uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  with entry as (
    insert into entries (id, jit, commitment)
    select u.id, of_jit, u.commitment from unnest(ids, commitments) as u (id, commitment)
  ), header as (
    insert into headers (entry, jit, kind, evidence, subject, seat, party, party_code, at, about)
    select u.id, of_jit, u.kind, u.exhibit, u.subject, of_seat, of_party, of_party_code, at_moment, u.about
      from unnest(ids, kinds, exhibits, subjects, abouts) as u (id, kind, exhibit, subject, about)
  ), body as (
    insert into bodies (entry, jit, salt, canonical)
    select u.id, of_jit, u.salt, u.canonical from unnest(ids, salts, canonicals) as u (id, salt, canonical)
  ), field as (
    insert into fields (entry, jit, name, salt, value, readers)
    select ids[u.place], of_jit, u.name, u.salt, u.value, u.readers
      from unnest(field_of, field_names, field_salts, field_values, field_readers)
        as u (place, name, salt, value, readers)
  ), hearer as (
    insert into entry_audience (entry, jit, party, level, authorities, seats, mentions)
    select ids[a.place], of_jit, a.party, a.level, a.authorities, a.seats, a.mentions
      from jsonb_to_recordset(audience)
        as a (place integer, party uuid, level smallint, authorities uuid[], seats uuid[], mentions uuid)
  )
  insert into pending (jit, entry)
  select of_jit, u.id from unnest(ids) with ordinality as u (id, place) order by u.place;
  perform advance_chain(u.chain, u.taken, u.reached, u.last)
     from unnest(chains, taken, reached, last) as u (chain, taken, reached, last);
end $$;


--
-- Name: approve_field_erasure(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.approve_field_erasure(wanted uuid, decision uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  x field_erasures;
begin
  select * into x from field_erasures f where f.id = wanted and f.approval is null for update;
  if not found then
    return false;
  end if;
  if x.jit is distinct from asking_jit() or not (
       x.party = asking_party()
       or exists (select 1 from field_erasure_agreements a where a.erasure = x.id and a.party = asking_party())) then
    raise exception 'only its party erases fields of an entry' using errcode = 'insufficient_privilege';
  end if;
  if lacking_assents(x.id) <> '{}' then
    raise exception 'who obtained it jointly has not agreed' using errcode = 'insufficient_privilege';
  end if;
  if must_stand(x.entry) then
    raise exception 'what the entry is about must stand' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select 1 from headers h where h.entry = decision and h.jit = x.jit and h.party = asking_party()
                    and h.kind = 'field.erasure_decided' and h.about = x.entry)
     -- An entry of an earlier transaction has a position.
     or exists (select 1 from positions p where p.entry = decision) then
    raise exception 'no decision of this moment about this entry' using errcode = 'insufficient_privilege';
  end if;
  update field_erasures f set approval = decision, decided_at = statement_timestamp() where f.id = wanted;
  return true;
end $$;


--
-- Name: are_plain(uuid[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.are_plain(named uuid[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (NOT (EXISTS (SELECT 1 FROM (unnest(are_plain.named) s(s) LEFT JOIN public.members m ON ((m.id = s.s))) WHERE ((m.id IS NULL) OR (NOT (m.roles && ARRAY['leader'::text, 'member'::text]))))));


--
-- Name: waiting_releases; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.waiting_releases (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid NOT NULL,
    evidence uuid NOT NULL,
    originator uuid NOT NULL,
    level smallint NOT NULL,
    authorities uuid[],
    seats uuid[],
    not_before timestamp with time zone,
    until timestamp with time zone,
    purposes text[],
    basis text,
    gates text[] NOT NULL,
    wanted_by uuid NOT NULL,
    wanted_at timestamp with time zone NOT NULL,
    reason text,
    court_use boolean DEFAULT false NOT NULL,
    CONSTRAINT ck_waiting_releases_court_use CHECK (((NOT court_use) OR ((level > 0) AND ('joint'::text = ANY (gates))))),
    CONSTRAINT ck_waiting_releases_gates CHECK (((cardinality(gates) > 0) AND (gates <@ ARRAY['verification'::text, 'attestation'::text, 'second_leader'::text, 'clearance'::text, 'joint'::text]))),
    CONSTRAINT ck_waiting_releases_level CHECK (((level >= 0) AND (level <= 3))),
    CONSTRAINT ck_waiting_releases_not_before_within CHECK (((not_before >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (not_before < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_waiting_releases_own CHECK ((party <> originator)),
    CONSTRAINT ck_waiting_releases_recall CHECK ((((level = 0) = (reason IS NOT NULL)) AND ((level > 0) OR (gates = ARRAY['second_leader'::text])))),
    CONSTRAINT ck_waiting_releases_until_within CHECK (((until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (until < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_waiting_releases_wanted_at_within CHECK (((wanted_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (wanted_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_waiting_releases_window CHECK ((until > not_before))
);

ALTER TABLE ONLY public.waiting_releases FORCE ROW LEVEL SECURITY;


--
-- Name: as_release(public.waiting_releases); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.as_release(w public.waiting_releases) RETURNS public.releases
    LANGUAGE sql STABLE
    RETURN jsonb_populate_record(NULL::public.releases, (to_jsonb(w) || '{"court_use": false}'::jsonb));


--
-- Name: copies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.copies (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    exhibit_number text NOT NULL,
    title text NOT NULL,
    originator uuid NOT NULL,
    own_seats uuid[],
    party uuid NOT NULL,
    authorities uuid[],
    seats uuid[],
    seat uuid NOT NULL,
    custodian text NOT NULL,
    file_number text NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    asked_at timestamp with time zone,
    reason text,
    because text,
    answered_at timestamp with time zone,
    answered_by uuid,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_copies_answered CHECK ((((state = 'out'::text) = (answered_at IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL)))),
    CONSTRAINT ck_copies_answered_at_within CHECK (((answered_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (answered_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_copies_asked CHECK (((asked_at IS NULL) = (reason IS NULL))),
    CONSTRAINT ck_copies_asked_at_within CHECK (((asked_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (asked_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_copies_because CHECK (((state <> 'kept'::text) OR (because IS NOT NULL))),
    CONSTRAINT ck_copies_state CHECK ((state = ANY (ARRAY['out'::text, 'destroyed'::text, 'kept'::text]))),
    CONSTRAINT ck_copies_taken_at_within CHECK (((taken_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (taken_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_copies_unasked CHECK (((state = 'out'::text) OR (asked_at IS NOT NULL)))
);

ALTER TABLE ONLY public.copies FORCE ROW LEVEL SECURITY;


--
-- Name: ask_after(uuid, uuid, text, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.ask_after(wanted uuid, holder uuid, because text, joint_too boolean DEFAULT false) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 UPDATE public.copies c SET state = 'out'::text, asked_at = statement_timestamp(), reason = ask_after.because, because = NULL::text, answered_at = NULL::timestamp with time zone, answered_by = NULL::uuid, version = (c.version + 1)
   WHERE ((c.evidence = ask_after.wanted) AND (c.party <> c.originator) AND (ask_after.joint_too OR (NOT (EXISTS ( SELECT 1
            FROM public.evidence e
           WHERE ((e.id = c.evidence) AND (c.party = ANY (e.joint))))))) AND ((ask_after.holder IS NULL) OR (c.party = ask_after.holder)) AND (c.state <> 'destroyed'::text) AND ((c.asked_at IS NULL) OR (c.state = 'kept'::text)));
END;


--
-- Name: asking_party(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.asking_party() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.party'::text, true), ''::text))::uuid;


--
-- Name: asking_as_jit_auditor(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.asking_as_jit_auditor() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ((public.asking_party() IS NULL) AND (public.asking_seat() IS NOT NULL) AND ('auditor'::text = ANY (public.asking_roles())));


--
-- Name: asking_jit(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.asking_jit() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.jit'::text, true), ''::text))::uuid;


--
-- Name: parties; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.parties (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    time_zone text NOT NULL,
    languages text[] NOT NULL,
    status text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    leaves_at timestamp with time zone,
    CONSTRAINT ck_parties_kind CHECK ((kind = ANY (ARRAY['member_state'::text, 'third_country'::text, 'eu_body'::text, 'judicial_authority'::text, 'organisation'::text]))),
    CONSTRAINT ck_parties_leaves_at_within CHECK (((leaves_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (leaves_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_parties_status CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text, 'left'::text])))
);

ALTER TABLE ONLY public.parties FORCE ROW LEVEL SECURITY;


--
-- Name: has_left(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.has_left(team uuid, who uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT 1 FROM public.parties p WHERE ((p.jit = has_left.team) AND (p.id = has_left.who) AND (p.status = 'left'::text))));


--
-- Name: headers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.headers (
    entry uuid NOT NULL,
    jit uuid NOT NULL,
    kind text NOT NULL,
    evidence uuid,
    subject text NOT NULL,
    seat text NOT NULL,
    party uuid,
    party_code text,
    at timestamp with time zone NOT NULL,
    about uuid,
    CONSTRAINT ck_headers_at CHECK (((at >= '2000-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_headers_subject CHECK ((length(subject) <= 600))
);

ALTER TABLE ONLY public.headers FORCE ROW LEVEL SECURITY;


--
-- Name: field_assenters(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.field_assenters(wanted uuid) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN ARRAY(SELECT o.party FROM ((public.headers h JOIN public.evidence e ON ((e.id = h.evidence))) CROSS JOIN LATERAL unnest(array_prepend(e.originator, e.joint)) WITH ORDINALITY o(party, place)) WHERE ((h.entry = field_assenters.wanted) AND (COALESCE(cardinality(e.joint), 0) > 0) AND (o.party IS DISTINCT FROM h.party) AND (NOT public.has_left(e.jit, o.party))) ORDER BY o.place);


--
-- Name: field_erasures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.field_erasures (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    entry uuid NOT NULL,
    party uuid NOT NULL,
    names text[] NOT NULL,
    ground text NOT NULL,
    legal_basis text NOT NULL,
    reason text NOT NULL,
    wanted_by uuid NOT NULL,
    wanted_at timestamp with time zone NOT NULL,
    confirmed_by uuid,
    approval uuid,
    decided_at timestamp with time zone,
    erased_at timestamp with time zone,
    last_backup_expires timestamp with time zone,
    CONSTRAINT ck_field_erasures_decided CHECK (((approval IS NULL) = (decided_at IS NULL))),
    CONSTRAINT ck_field_erasures_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_field_erasures_erased CHECK ((((erased_at IS NULL) = (last_backup_expires IS NULL)) AND ((erased_at IS NULL) OR (approval IS NOT NULL)))),
    CONSTRAINT ck_field_erasures_erased_at_within CHECK (((erased_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (erased_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_field_erasures_ground CHECK ((ground = ANY (ARRAY['subject_request'::text, 'not_necessary'::text, 'unlawful'::text, 'time_limit'::text]))),
    CONSTRAINT ck_field_erasures_last_backup_expires_within CHECK (((last_backup_expires >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (last_backup_expires < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_field_erasures_names CHECK (((cardinality(names) >= 1) AND (cardinality(names) <= 50))),
    CONSTRAINT ck_field_erasures_wanted_at_within CHECK (((wanted_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (wanted_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.field_erasures FORCE ROW LEVEL SECURITY;


--
-- Name: asked_assents(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.asked_assents(wanted uuid) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN ARRAY(SELECT o.party FROM (public.field_erasures f CROSS JOIN LATERAL unnest(public.field_assenters(f.entry)) WITH ORDINALITY o(party, place)) WHERE ((f.id = asked_assents.wanted) AND (f.jit = public.asking_jit()) AND (public.asking_as_jit_auditor() OR (f.party = public.asking_party()) OR (public.asking_party() = ANY (public.field_assenters(f.entry))))) ORDER BY o.place);


--
-- Name: asking_account(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.asking_account() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid;


--
-- Name: obtained_by(uuid, uuid, uuid[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.obtained_by(who uuid, originator uuid, joint uuid[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (COALESCE((who = originator), false) OR COALESCE((who = ANY (joint)), false));


--
-- Name: asking_as_originator(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.asking_as_originator(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN ((public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (EXISTS (SELECT 1 FROM public.releases r WHERE ((r.jit = public.asking_jit()) AND (r.evidence = asking_as_originator.wanted) AND (r.party = public.asking_party()) AND public.obtained_by(r.party, r.originator, r.joint) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1)))));


--
-- Name: accounts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts (
    id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    password_hash text NOT NULL,
    locale text DEFAULT 'en'::text NOT NULL,
    time_zone text DEFAULT 'UTC'::text NOT NULL,
    may_found boolean DEFAULT false NOT NULL,
    demonstration boolean DEFAULT false NOT NULL,
    closed_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    operator boolean DEFAULT false NOT NULL,
    needs_code boolean DEFAULT false NOT NULL,
    disabled boolean DEFAULT false NOT NULL,
    CONSTRAINT ck_accounts_closed_at_within CHECK (((closed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (closed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_accounts_created_at_within CHECK (((created_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_accounts_disabled CHECK (((NOT disabled) OR (closed_at IS NOT NULL))),
    CONSTRAINT ck_accounts_email_lower CHECK ((email = lower(email)))
);


--
-- Name: asking_operator(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.asking_operator() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT 1 FROM public.accounts a WHERE ((a.id = public.asking_account()) AND a.operator AND (a.closed_at IS NULL))));


--
-- Name: files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.files (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    name text NOT NULL,
    media_type text,
    size_bytes bigint NOT NULL,
    received_bytes bigint DEFAULT 0 NOT NULL,
    declared_sha256 text,
    sha256 text,
    state text NOT NULL,
    renditions text NOT NULL,
    uploaded_by uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    expires_at timestamp with time zone,
    CONSTRAINT ck_files_created_at_within CHECK (((created_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_files_expires_at_within CHECK (((expires_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (expires_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_files_expiry CHECK (((state = 'uploading'::text) = (expires_at IS NOT NULL))),
    CONSTRAINT ck_files_received_at_within CHECK (((received_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (received_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_files_renditions CHECK ((renditions = ANY (ARRAY['waiting'::text, 'pending'::text, 'made'::text, 'none'::text]))),
    CONSTRAINT ck_files_sizes CHECK (((size_bytes > 0) AND ((received_bytes >= 0) AND (received_bytes <= size_bytes)))),
    CONSTRAINT ck_files_state CHECK ((state = ANY (ARRAY['uploading'::text, 'ready'::text, 'hash_differs'::text, 'discarded'::text, 'erased'::text])))
);

ALTER TABLE ONLY public.files FORCE ROW LEVEL SECURITY;


--
-- Name: filter_teams; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.filter_teams (
    jit uuid NOT NULL,
    party uuid NOT NULL,
    seats uuid[] NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_filter_teams_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.filter_teams FORCE ROW LEVEL SECURITY;


--
-- Name: asks_as_filter(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.asks_as_filter(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (('member'::text = ANY (public.asking_roles())) AND (NOT ('leader'::text = ANY (public.asking_roles()))) AND (EXISTS (SELECT FROM (public.evidence e JOIN public.filter_teams t ON (((t.jit = e.jit) AND (t.party = e.originator) AND (public.asking_seat() = ANY (t.seats))))) WHERE ((e.id = asks_as_filter.wanted) AND (e.jit = public.asking_jit()) AND (e.originator = public.asking_party()) AND (e.privilege = 'unchecked'::text) AND (e.status = 'active'::text) AND (e.registered_by <> public.asking_seat()) AND (NOT (EXISTS (SELECT FROM public.files f WHERE ((f.evidence = e.id) AND (f.uploaded_by = public.asking_seat())))))))));


--
-- Name: assents_to_fields(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.assents_to_fields(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN ((EXISTS (SELECT 1 FROM public.headers h WHERE ((h.entry = assents_to_fields.wanted) AND (h.jit = public.asking_jit())))) AND COALESCE((public.asking_party() = ANY (public.field_assenters(wanted))), false));


--
-- Name: beat(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.beat() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if tg_table_name = 'translations' then
    update pulses p set beats = beats + 1 from messages m where m.id = new.message and p.channel = m.channel;
  else
    update pulses p set beats = beats + 1 where p.channel = old.channel;
  end if;
  return null;
end $$;


--
-- Name: emergencies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.emergencies (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    exhibit_number text NOT NULL,
    originator uuid NOT NULL,
    party uuid NOT NULL,
    seat uuid NOT NULL,
    reason text NOT NULL,
    level smallint NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    former jsonb,
    settled_at timestamp with time zone,
    review_due_at timestamp with time zone NOT NULL,
    verdict text,
    finding text,
    reviewed_by uuid,
    reviewed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_emergencies_begun_at_within CHECK (((begun_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (begun_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_emergencies_review_due_at_within CHECK (((review_due_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (review_due_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_emergencies_reviewed CHECK ((((verdict IS NULL) = (finding IS NULL)) AND ((verdict IS NULL) = (reviewed_by IS NULL)) AND ((verdict IS NULL) = (reviewed_at IS NULL)))),
    CONSTRAINT ck_emergencies_reviewed_at_within CHECK (((reviewed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (reviewed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_emergencies_settled_at_within CHECK (((settled_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (settled_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_emergencies_until_within CHECK (((until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (until < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_emergencies_verdict CHECK ((verdict = ANY (ARRAY['justified'::text, 'not_justified'::text])))
);

ALTER TABLE ONLY public.emergencies FORCE ROW LEVEL SECURITY;


--
-- Name: begin_emergency(uuid, text, text, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.begin_emergency(new_id uuid, number text, said text, at timestamp with time zone) RETURNS SETOF public.emergencies
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  e evidence;
  g break_glass;
  r releases;
  made emergencies;
  ends timestamptz := at + interval '60 minutes';
begin
  if not asking_roles() && array['leader', 'member'] or asking_seat() is null or asking_party() is null
     or abs(extract(epoch from at - statement_timestamp())) > 60 or btrim(said) = '' then return; end if;
  select * into e from evidence x where x.jit = asking_jit() and x.exhibit_number = number and x.status = 'active'
    and x.originator <> asking_party() and not x.bound for share;  -- a derived exhibit follows its parents
  if not found then return; end if;
  select * into g from break_glass b where b.jit = e.jit and b.party = e.originator and b.recipient = asking_party()
    and b.allowed for share;
  if not found then return; end if;
  if gates_of_originator(e.id, e.originator, asking_party()) is distinct from '{}' then return; end if;
  -- Of two requests at once the second waits here, and then finds the emergency of the first.
  perform pg_advisory_xact_lock(hashtextextended('liaison-emergency ' || e.id || asking_party(), 0));
  if exists (select from emergencies m where m.evidence = e.id and m.party = asking_party()
              and (m.verdict is null or m.verdict = 'not_justified')) then return; end if;
  select * into r from releases x where x.jit = e.jit and x.party = asking_party() and x.evidence = e.id for update;
  if not found or r.state = 'lapsed' or r.until <= statement_timestamp() then
    r := null;
    insert into releases as x (jit, party, evidence, originator, level, authorities, seats, own_seats, until, purposes,
                               basis, granted_by, granted_at, effective, state, version)
      select e.jit, asking_party(), e.id, e.originator, g.level,
             case when e.tlp = 'AMBER_STRICT' then array[asking_authority()] end, array[asking_seat()], own.seats, ends,
             '{IMMINENT_THREAT}', 'emergency:' || new_id, g.decided_by, statement_timestamp(), true, 'effective', 1
        from releases own where own.jit = e.jit and own.party = e.originator and own.evidence = e.id
    on conflict (jit, party, evidence) do update set
      level = excluded.level, authorities = excluded.authorities, seats = excluded.seats, not_before = null,
      until = excluded.until, purposes = excluded.purposes, basis = excluded.basis, granted_by = excluded.granted_by,
      granted_at = excluded.granted_at, effective = true, state = 'effective', court_use = false, version = x.version + 1;
  else
    -- A release that names others, begins later or admits this purpose stays as the originator decided.
    case admitted(r.level, r.authorities, r.seats, r.not_before, r.until)
      when 0 then return;
      when 1 then null;
      else if r.purposes is null or 'IMMINENT_THREAT' = any (r.purposes) then return; end if;
    end case;
    ends := least(r.until, ends);
    update releases x
       set level = greatest(r.level, case when r.level = 1 then g.level else r.level end), until = ends,
           purposes = case when r.level = 1 then '{IMMINENT_THREAT}' else r.purposes || 'IMMINENT_THREAT'::text end,
           basis = 'emergency:' || new_id, granted_by = g.decided_by, version = x.version + 1
     where x.jit = r.jit and x.party = r.party and x.evidence = r.evidence;
  end if;
  insert into emergencies (id, jit, evidence, exhibit_number, originator, party, seat, reason, level, begun_at, until,
                           former, review_due_at)
    select new_id, e.jit, e.id, e.exhibit_number, e.originator, asking_party(), asking_seat(), said, x.level, at, ends,
           case when r.jit is null then null else to_jsonb(r) end, at + interval '24 hours'
      from releases x where x.jit = e.jit and x.party = asking_party() and x.evidence = e.id
    returning * into made;
  insert into alerts (id, jit, originator, kind, emergency, evidence, party, seat, openings, raised_at, owner)
    select (left(new_id::text, 24) || left(md5(random()::text), 12))::uuid, e.jit, e.originator, 'emergency', new_id, e.id,
           asking_party(), asking_seat(), 0, at, leader_for(e.id, asking_party());
  return next made;
end $$;


--
-- Name: begin_erasure(uuid, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.begin_erasure(wanted uuid, on_ground text, because text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    declare
      e evidence;
      request erasure_wishes;
      by_clock constant boolean := session_user = 'liaison_engine';
    begin
      select * into e from evidence where id = wanted for update;
      if not found or e.status = 'erased' then
        return false;
      end if;
      if by_clock <> (on_ground in ('taken', 'term')) or not by_clock and (e.jit is distinct from asking_jit()
           or e.originator is distinct from asking_party()
           or not exists (select 1 from releases r where r.jit = e.jit and r.evidence = wanted and r.party = e.originator
                and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)) then
        raise exception 'only the originator erases' using errcode = 'insufficient_privilege';
      end if;
      if is_on_hold(wanted) or by_clock and not has_transfer_ended(e, on_ground)
         or not by_clock and lacking_erasure(e) <> '{}' then
        raise exception 'it is on hold, or not to be erased' using errcode = 'insufficient_privilege';
      end if;
      if not by_clock then
        select * into request from erasure_wishes w
         where w.evidence = wanted and w.ground = on_ground and w.confirmed_by is not null;
      end if;
      insert into erasures (evidence, jit, fields, ground, reason, decided_by, decided_at, confirmed_by)
        -- fields: whether names and free text in the entries go too. Not for a withdrawn exhibit, and not without the
        -- agreement of every originator.
        values (wanted, e.jit, on_ground <> 'withdrawn' and lacking_erasure(e) = '{}', on_ground,
                coalesce(request.reason, because),
                case when by_clock then null else coalesce(request.wanted_by, asking_seat()) end, statement_timestamp(),
                request.confirmed_by);
      update evidence set status = 'erased', version = version + 1 where id = wanted;
      update releases set level = 1, version = version + 1 where evidence = wanted and level > 1;
      delete from waiting_releases where evidence = wanted;
      delete from erasure_wishes where evidence = wanted;
      return true;
    end $$;


--
-- Name: begin_leaving(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.begin_leaving(wanted uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  l leavings;
begin
  perform 1 from parties p join leavings x on x.jit = p.jit and x.party = p.id where x.id = wanted for update of p;
  select * into l from leavings x where x.id = wanted and x.withdrawn_at is null and x.begun_at is null
     and x.effective_at <= statement_timestamp() for update;
  if not found then
    return false;
  end if;
  update parties p set status = 'left', version = p.version + 1 where p.jit = l.jit and p.id = l.party;
  update leavings x set begun_at = statement_timestamp() where x.id = wanted;
  update consents c set due_at = least(c.due_at, statement_timestamp())
   where c.jit = l.jit and l.party in (c.asker_party, c.asked_party) and c.state in ('requested', 'seen');
  update break_glass b set allowed = false, version = b.version + 1
   where b.jit = l.jit and l.party in (b.party, b.recipient) and b.allowed;
  return true;
end $$;


--
-- Name: begin_pulse(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.begin_pulse() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  insert into pulses (channel, jit) values (new.id, new.jit);
  return null;
end $$;


--
-- Name: begin_quarantine(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.begin_quarantine(wanted uuid) RETURNS SETOF public.releases
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT a.jit,
     a.party,
     a.evidence,
     a.originator,
     a.level,
     a.authorities,
     a.seats,
     a.own_seats,
     a.not_before,
     a.until,
     a.purposes,
     a.basis,
     a.granted_by,
     a.granted_at,
     a.effective,
     a.state,
     a.version,
     a.title_key,
     a.exhibit_number,
     a.files_bytes,
     a.search_key,
     a.by_hand,
     a.court_use,
     a.joint
    FROM public.evidence e,
     LATERAL public.admit_administrators(e.jit, e.id) a(jit, party, evidence, originator, level, authorities, seats, own_seats, not_before, until, purposes, basis, granted_by, granted_at, effective, state, version, title_key, exhibit_number, files_bytes, search_key, by_hand, court_use, joint)
   WHERE ((e.id = begin_quarantine.wanted) AND (e.jit = public.asking_jit()) AND (e.originator = public.asking_party()));
END;


--
-- Name: beyond_the_union(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.beyond_the_union(kind text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((kind IS NULL) OR (kind <> ALL (ARRAY['member_state'::text, 'eu_body'::text])));


--
-- Name: bind_blank_label(text, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.bind_blank_label(wanted text, exhibit uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    begin
      perform 1 from blank_labels b
       where b.code = wanted and b.jit = asking_jit() and b.party = asking_party() and b.evidence is null and b.voiding is null
         for update;
      if not found or not exists (
           select 1 from evidence e
            where e.id = exhibit and e.jit = asking_jit() and e.originator = asking_party()
              -- Registered by this transaction.
              and e.xmin = pg_current_xact_id()::xid)
         or exists (select 1 from labels l where l.evidence = exhibit or l.code = wanted) then
        return false;
      end if;
      update blank_labels set evidence = exhibit where code = wanted;
      insert into labels (evidence, jit) values (exhibit, asking_jit());
      -- The insert has drawn a code of its own (draw_code()).
      update labels set code = wanted where evidence = exhibit;
      return true;
    end $$;


--
-- Name: bind_child(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.bind_child() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    declare
      own boolean := (select p.originator = c.originator and p.joint is null
                        from evidence p, evidence c where p.id = new.parent and c.id = new.child);
    begin
      insert into bounds (jit, evidence, bound_by)
        select new.jit, new.child, new.parent where not own
        union select new.jit, new.child, b.bound_by from bounds b where own and b.evidence = new.parent
      on conflict do nothing;
      update evidence e set bound = true
       where e.id = new.child and not e.bound and exists (select 1 from bounds b where b.evidence = e.id);
      return null;
    end $$;


--
-- Name: bring_to_children(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.bring_to_children() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  changed releases := coalesce(new, old);
  child record;
begin
  if tg_op <> 'DELETE' and session_user = 'liaison_engine' and changed.party <> changed.originator then
    perform keep_within(changed.evidence, changed.party) from evidence e where e.id = changed.evidence and e.bound;
  end if;
  for child in select b.evidence, e.originator from bounds b join evidence e on e.id = b.evidence
                where b.bound_by = changed.evidence order by b.evidence loop
    if child.originator = changed.party then
      update releases r set purposes = r.purposes, version = r.version + 1
       where r.evidence = child.evidence and r.party = child.originator;
    elsif tg_op <> 'INSERT' then
      perform keep_within(child.evidence, changed.party);
    end if;
  end loop;
  return null;
end $$;


--
-- Name: calendar_feeds; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.calendar_feeds (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    seat uuid NOT NULL,
    slot smallint NOT NULL,
    name text NOT NULL,
    secret_hash bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT ck_calendar_feeds_last_used_at_within CHECK (((last_used_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (last_used_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_calendar_feeds_made_at_within CHECK (((made_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (made_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_calendar_feeds_name CHECK (((char_length(name) >= 1) AND (char_length(name) <= 60))),
    CONSTRAINT ck_calendar_feeds_revoked_at_within CHECK (((revoked_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (revoked_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_calendar_feeds_secret_hash CHECK ((octet_length(secret_hash) = 32)),
    CONSTRAINT ck_calendar_feeds_slot CHECK (((slot >= 1) AND (slot <= 5)))
);

ALTER TABLE ONLY public.calendar_feeds FORCE ROW LEVEL SECURITY;


--
-- Name: calendar_feed_of(bytea, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.calendar_feed_of(digest bytea, demonstration boolean) RETURNS TABLE(feed uuid, jit uuid, seat uuid, account uuid, stands boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT f.id,
     f.jit,
     f.seat,
     m.account,
     ((f.revoked_at IS NULL) AND (a.closed_at IS NULL) AND (calendar_feed_of.demonstration OR (NOT a.demonstration)))
    FROM ((public.calendar_feeds f
      JOIN public.members m ON (((m.jit = f.jit) AND (m.id = f.seat))))
      JOIN public.accounts a ON ((a.id = m.account)))
   WHERE (f.secret_hash = calendar_feed_of.digest);
END;


--
-- Name: disclosures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.disclosures (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    exhibit_number text NOT NULL,
    title text NOT NULL,
    originator uuid NOT NULL,
    own_seats uuid[],
    party uuid NOT NULL,
    authorities uuid[],
    seats uuid[],
    seat uuid NOT NULL,
    court text NOT NULL,
    proceeding text NOT NULL,
    file_number text NOT NULL,
    schedule text NOT NULL,
    purpose text NOT NULL,
    files jsonb NOT NULL,
    disclosed_at timestamp with time zone NOT NULL,
    recalled_at timestamp with time zone,
    reason text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_disclosures_disclosed_at_within CHECK (((disclosed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (disclosed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_disclosures_recalled CHECK (((recalled_at IS NULL) = (reason IS NULL))),
    CONSTRAINT ck_disclosures_recalled_at_within CHECK (((recalled_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recalled_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_disclosures_schedule CHECK ((schedule = ANY (ARRAY['used'::text, 'unused'::text, 'sensitive'::text])))
);

ALTER TABLE ONLY public.disclosures FORCE ROW LEVEL SECURITY;


--
-- Name: call_back(uuid, uuid, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.call_back(wanted uuid, holder uuid, because text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 UPDATE public.disclosures d SET recalled_at = statement_timestamp(), reason = call_back.because, version = (d.version + 1)
   WHERE ((d.evidence = call_back.wanted) AND ((call_back.holder IS NULL) OR (d.party = call_back.holder)) AND (d.recalled_at IS NULL));
END;


--
-- Name: entry_audience; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.entry_audience (
    id bigint NOT NULL,
    entry uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid,
    level smallint NOT NULL,
    authorities uuid[],
    seats uuid[],
    mentions uuid
);

ALTER TABLE ONLY public.entry_audience FORCE ROW LEVEL SECURITY;


--
-- Name: exports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.exports (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    requested_by uuid NOT NULL,
    evidence uuid,
    account uuid NOT NULL,
    entry uuid,
    profile text NOT NULL,
    state text NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    ready_at timestamp with time zone,
    size_bytes bigint,
    sha256 text,
    entries integer,
    withheld integer,
    problem text,
    version integer DEFAULT 1 NOT NULL,
    problem_code text,
    language text DEFAULT 'en'::text NOT NULL,
    zone text DEFAULT 'UTC'::text NOT NULL,
    proceeding text,
    reason text,
    party uuid,
    exhibits uuid[],
    written integer DEFAULT 0 NOT NULL,
    total integer,
    expires_at timestamp with time zone,
    since timestamp with time zone,
    until timestamp with time zone,
    CONSTRAINT ck_exports_expires_at_within CHECK (((expires_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (expires_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_exports_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text]))),
    CONSTRAINT ck_exports_period CHECK (((((since IS NULL) AND (until IS NULL)) OR (profile <> ALL (ARRAY['court'::text, 'defence'::text]))) AND ((since < until) IS NOT FALSE))),
    CONSTRAINT ck_exports_proceeding CHECK (((length(proceeding) >= 1) AND (length(proceeding) <= 200))),
    CONSTRAINT ck_exports_profile CHECK ((profile = ANY (ARRAY['court'::text, 'supervisory_authority'::text, 'member_state'::text, 'defence'::text, 'statistics'::text, 'archive'::text]))),
    CONSTRAINT ck_exports_ready_at_within CHECK (((ready_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (ready_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_exports_reason CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
    CONSTRAINT ck_exports_requested_at_within CHECK (((requested_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (requested_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_exports_scope CHECK ((((evidence IS NULL) OR ((profile = 'court'::text) AND (exhibits IS NULL))) AND ((profile = ANY (ARRAY['court'::text, 'defence'::text])) = ((evidence IS NOT NULL) OR (exhibits IS NOT NULL))) AND ((party IS NULL) OR (profile <> ALL (ARRAY['court'::text, 'defence'::text]))) AND ((party IS NOT NULL) OR (profile <> 'member_state'::text)) AND ((exhibits IS NULL) OR ((cardinality(exhibits) >= 1) AND (cardinality(exhibits) <= 50))))),
    CONSTRAINT ck_exports_since_within CHECK (((since >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (since < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_exports_state CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'ready'::text, 'failed'::text, 'cancelled'::text, 'expired'::text]))),
    CONSTRAINT ck_exports_until_within CHECK (((until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (until < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_exports_zone CHECK (((length(zone) >= 1) AND (length(zone) <= 64)))
);

ALTER TABLE ONLY public.exports FORCE ROW LEVEL SECURITY;


--
-- Name: can_hold(public.exports, uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.can_hold(b public.exports, wanted uuid, about uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN (((b).profile <> 'statistics'::text) AND COALESCE(((b).evidence = about), ((b).evidence IS NULL)) AND COALESCE((about = ANY ((b).exhibits)), ((b).exhibits IS NULL)) AND (EXISTS (SELECT 1 FROM public.members m WHERE ((m.id = (can_hold.b).requested_by) AND ((m.party IS NULL) OR (EXISTS (SELECT 1 FROM public.entry_audience a WHERE ((a.entry = can_hold.wanted) AND ((a.party IS NULL) OR (a.party = m.party))))))))));


--
-- Name: can_read_custody(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.can_read_custody(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN ((EXISTS (SELECT 1 FROM public.releases r WHERE ((r.jit = public.asking_jit()) AND (r.evidence = can_read_custody.wanted) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2)))) OR public.asking_as_originator(wanted));


--
-- Name: physical_custody; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.physical_custody (
    evidence uuid CONSTRAINT whereabouts_evidence_not_null NOT NULL,
    jit uuid CONSTRAINT whereabouts_jit_not_null NOT NULL,
    state text CONSTRAINT whereabouts_standing_not_null NOT NULL,
    party uuid CONSTRAINT whereabouts_party_not_null NOT NULL,
    seat uuid,
    custodian text,
    place text,
    seal text,
    corrects uuid,
    changed_at timestamp with time zone CONSTRAINT whereabouts_changed_at_not_null NOT NULL,
    version integer DEFAULT 1 CONSTRAINT whereabouts_version_not_null NOT NULL,
    corrections integer DEFAULT 0 CONSTRAINT whereabouts_corrections_not_null NOT NULL,
    CONSTRAINT ck_physical_custody_changed_at_within CHECK (((changed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (changed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_physical_custody_custodian CHECK (((custodian IS NULL) = (state = 'destroyed'::text))),
    CONSTRAINT ck_physical_custody_seat CHECK (((state = ANY (ARRAY['held'::text, 'out'::text])) OR (seat IS NULL))),
    CONSTRAINT ck_physical_custody_state CHECK ((state = ANY (ARRAY['held'::text, 'stored'::text, 'out'::text, 'returned'::text, 'destroyed'::text])))
);

ALTER TABLE ONLY public.physical_custody FORCE ROW LEVEL SECURITY;


--
-- Name: can_receive_handover(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.can_receive_handover(wanted uuid, recipient uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (public.can_read_custody(wanted) AND (EXISTS (SELECT 1 FROM (((public.members m JOIN public.parties p ON (((p.jit = m.jit) AND (p.id = m.party)))) JOIN public.releases r ON (((r.jit = m.jit) AND (r.party = m.party) AND (r.evidence = can_receive_handover.wanted)))) JOIN public.physical_custody w ON (((w.jit = m.jit) AND (w.evidence = can_receive_handover.wanted)))) WHERE ((m.jit = public.asking_jit()) AND (m.id = can_receive_handover.recipient) AND (m.id <> public.asking_seat()) AND (m.id IS DISTINCT FROM w.seat) AND (m.state = 'seated'::text) AND ((m.until IS NULL) OR (m.until > statement_timestamp())) AND (p.status = 'active'::text) AND ((p.leaves_at IS NULL) OR (p.leaves_at > statement_timestamp())) AND (w.party = public.asking_party()) AND ((m.party = public.asking_party()) OR public.obtained_by(m.party, r.originator, r.joint) OR public.obtained_by(public.asking_party(), r.originator, r.joint)) AND (NOT ('auditor'::text = ANY (m.roles))) AND (public.admits(r.level, r.authorities, r.seats, r.not_before, r.until, m.id, m.authority, CASE WHEN (m.roles && ARRAY['leader'::text, 'member'::text]) THEN 'member'::text WHEN ('coordinator'::text = ANY (m.roles)) THEN 'coordinator'::text ELSE ''::text END) >= 2)))));


--
-- Name: claim_storage(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.claim_storage(OUT of_party bigint, OUT of_jit bigint) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform pg_advisory_xact_lock(hashtextextended('storage/' || asking_jit()::text, 0));
  select coalesce(sum(s.bytes) filter (where s.party = asking_party()), 0), coalesce(sum(s.bytes), 0)
    into of_party, of_jit from storage s where s.jit = asking_jit();
end $$;


--
-- Name: clock_skew(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.clock_skew() RETURNS interval
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN '00:05:00'::interval;


--
-- Name: close_channel(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.close_channel() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  update pulses set beats = beats + 1 where channel = new.id;
  return new;
end $$;


--
-- Name: close_team(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.close_team(wanted uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  team constant uuid := asking_jit();
begin
  if not 'administrator' = any (asking_roles()) or asking_seat() is null then
    raise exception 'an administrator closes a team' using errcode = 'insufficient_privilege';
  end if;
  perform 1 from jits j where j.id = team and j.state = 'trial' for update;
  if not found then
    raise exception 'a team is closed after its trial phase' using errcode = 'insufficient_privilege';
  end if;
  perform 1 from closings c where c.id = wanted and c.jit = team and c.withdrawn_at is null and c.closed_at is null for update;
  if not found or lacks_assent(wanted) then
    raise exception 'a leader of every party agrees first' using errcode = 'insufficient_privilege';
  end if;
  if exists (select 1 from waiting_of(team) w where w.many > 0 and w.what <> 'bundles') or something_runs(team) then
    raise exception 'something waits that must not be cut off' using errcode = 'LJ002';
  end if;
  if not exists (select 1 from pending q join headers h on h.entry = q.entry
                  where h.jit = team and h.kind = 'jit.closed' and h.about = wanted
                    and q.id = (select max(l.id) from pending l where l.jit = team)) then
    raise exception 'its last entry says that it is closed' using errcode = 'insufficient_privilege';
  end if;
  update closings set closed_by = asking_seat(), closed_at = statement_timestamp() where id = wanted;
  update jits set state = 'closed', version = version + 1 where id = team;
end $$;


--
-- Name: codes_of(uuid[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.codes_of(named uuid[]) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN (SELECT COALESCE(jsonb_agg(p.code ORDER BY (p.code COLLATE "C")), '[]'::jsonb) AS "coalesce" FROM public.parties p WHERE ((p.jit = public.asking_jit()) AND (p.id = ANY (codes_of.named))));


--
-- Name: checkpoints; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.checkpoints (
    jit uuid NOT NULL,
    id bigint NOT NULL,
    size bigint NOT NULL,
    edge bytea NOT NULL,
    note text NOT NULL,
    occasion text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT ck_checkpoints_at_within CHECK (((at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_checkpoints_occasion CHECK ((occasion = ANY (ARRAY['clock'::text, 'export'::text])))
);

ALTER TABLE ONLY public.checkpoints FORCE ROW LEVEL SECURITY;


--
-- Name: entries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.entries (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    commitment bytea NOT NULL,
    CONSTRAINT ck_entries_commitment CHECK ((octet_length(commitment) = 32))
);

ALTER TABLE ONLY public.entries FORCE ROW LEVEL SECURITY;


--
-- Name: positions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.positions (
    jit uuid NOT NULL,
    "position" bigint NOT NULL,
    entry uuid NOT NULL,
    CONSTRAINT ck_positions_position CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.positions FORCE ROW LEVEL SECURITY;


--
-- Name: commitments_between(uuid, bigint, bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.commitments_between(wanted uuid, first bigint, behind bigint) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (SELECT COALESCE(string_agg(e.commitment, '\x'::bytea ORDER BY p."position"), '\x'::bytea) AS "coalesce" FROM (public.positions p JOIN public.entries e ON ((e.id = p.entry))) WHERE ((p.jit = commitments_between.wanted) AND (p."position" >= commitments_between.first) AND (p."position" < commitments_between.behind) AND ((SESSION_USER = 'liaison_engine'::name) OR ((commitments_between.wanted = public.asking_jit()) AND (p."position" < (SELECT COALESCE(max(c.size), (0)::bigint) AS "coalesce" FROM public.checkpoints c WHERE (c.jit = public.asking_jit())))))));


--
-- Name: complete_setup(bytea, uuid, text, text, text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.complete_setup(digest bytea, account uuid, address text, person text, password text, language text, zone text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  tried text;
begin
  lock table accounts in share row exclusive mode;
  tried := try_setup_code(digest);
  if tried <> 'right' then
    return tried;
  elsif exists (select 1 from accounts a where a.email = address) then
    return 'taken';
  end if;
  insert into accounts (id, email, name, password_hash, locale, time_zone, operator, needs_code, created_at)
  values (account, address, person, password, language, zone, true, true, statement_timestamp());
  delete from setup_codes;
  insert into operator_acts (id, at, operator, act, subject)
  values (gen_random_uuid(), statement_timestamp(), account, 'setup.completed', address);
  return 'done';
end $$;


--
-- Name: content_is_open(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.content_is_open(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT FROM public.evidence e WHERE ((e.id = content_is_open.wanted) AND (COALESCE(e.privilege, 'cleared'::text) = 'cleared'::text))));


--
-- Name: controller_confirmations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.controller_confirmations (
    controller uuid NOT NULL,
    jit uuid NOT NULL,
    confirmed_by uuid NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_controller_confirmations_confirmed_at_within CHECK (((confirmed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (confirmed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.controller_confirmations FORCE ROW LEVEL SECURITY;


--
-- Name: controllers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.controllers (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    seat uuid NOT NULL,
    clause text NOT NULL,
    designated_by uuid NOT NULL,
    designated_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_controllers_designated_at_within CHECK (((designated_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (designated_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.controllers FORCE ROW LEVEL SECURITY;


--
-- Name: controller_designated(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.controller_designated() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT 1 FROM (public.members m JOIN public.parties p ON (((p.jit = m.jit) AND (p.id = m.party) AND (p.status = 'active'::text)))) WHERE ((m.jit = public.asking_jit()) AND (m.state = 'seated'::text) AND ('administrator'::text = ANY (m.roles)) AND ((m.until IS NULL) OR (m.until > statement_timestamp())) AND (m.id = (SELECT c.seat FROM public.controllers c WHERE ((c.jit = public.asking_jit()) AND ((c.designated_by <> c.seat) OR (EXISTS (SELECT 1 FROM public.controller_confirmations k WHERE (k.controller = c.id))))) ORDER BY c.id DESC LIMIT 1)))));


--
-- Name: controller_waits(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.controller_waits(team uuid, wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT 1 FROM public.controllers c WHERE ((c.id = (SELECT l.id FROM public.controllers l WHERE (l.jit = controller_waits.team) ORDER BY l.id DESC LIMIT 1)) AND (c.seat = controller_waits.wanted) AND (c.designated_by = controller_waits.wanted) AND (NOT (EXISTS (SELECT 1 FROM public.controller_confirmations k WHERE (k.controller = c.id)))))));


--
-- Name: copy_own_seats(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.copy_own_seats() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  update copies set own_seats = new.own_seats where evidence = new.evidence;
  update disclosures set own_seats = new.own_seats where evidence = new.evidence;
  return null;
end $$;


--
-- Name: copy_to_release(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.copy_to_release() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  select e.title_key, e.search_key, e.exhibit_number, e.files_bytes, e.joint
    into new.title_key, new.search_key, new.exhibit_number, new.files_bytes, new.joint
    from evidence e where e.jit = new.jit and e.id = new.evidence;
  return new;
end $$;


--
-- Name: copy_to_releases(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.copy_to_releases() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  update releases r set title_key = new.title_key, search_key = new.search_key, exhibit_number = new.exhibit_number,
         files_bytes = new.files_bytes, joint = new.joint
   where r.jit = new.jit and r.evidence = new.id
     and (r.title_key, r.search_key, r.exhibit_number, r.files_bytes, r.joint)
         is distinct from (new.title_key, new.search_key, new.exhibit_number, new.files_bytes, new.joint);
  return null;
end $$;


--
-- Name: count_correction(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.count_correction() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if new.corrections <> 0 and tg_op = 'INSERT'
     or tg_op = 'UPDATE' and new.corrections not in (old.corrections, old.corrections + 1)
     or tg_op = 'UPDATE' and new.corrections = old.corrections and new.corrects is distinct from old.corrects then
    raise exception 'corrections are counted one by one' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: count_label(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.count_label() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  new.version := old.version + 1;
  if new.voiding is not null then
    new.voided_at := moment_near(new.voided_at);
  end if;
  return new;
end $$;


--
-- Name: reservations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reservations (
    jit uuid NOT NULL,
    party uuid NOT NULL,
    judicial boolean NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_reservations_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.reservations FORCE ROW LEVEL SECURITY;


--
-- Name: decides_releases(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.decides_releases() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN (('leader'::text = ANY (public.asking_roles())) AND (NOT (EXISTS (SELECT 1 FROM public.reservations r WHERE ((r.jit = public.asking_jit()) AND (r.party = public.asking_party()) AND r.judicial AND (NOT (EXISTS (SELECT 1 FROM public.members m WHERE ((m.jit = r.jit) AND (m.id = public.asking_seat()) AND (m.function = 'judicial'::text))))))))));


--
-- Name: demand_closed(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demand_closed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if not exists (select 1 from jits j where j.id = new.jit and j.state = 'closed') then
    raise exception 'a ledger ends with its team' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;


--
-- Name: demand_custody(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demand_custody() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if tg_op = 'UPDATE' and new.state in ('returned', 'destroyed') and (new.custodian = '—' or new.place = '—')
     and to_jsonb(new) - array['custodian', 'place'] = to_jsonb(old) - array['custodian', 'place']
     and exists (select 1 from evidence e where e.id = new.evidence and e.status = 'erased') then
    return null;
  end if;
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q join headers h on h.entry = q.entry
     where q.jit = new.jit
       -- Appended by this transaction.
       and q.xmin = pg_current_xact_id()::xid and h.evidence = new.evidence
       and h.kind like 'custody.%'
       and (tg_op = 'INSERT' or new.corrections = old.corrections
            or h.kind = 'custody.corrected' and h.subject::jsonb ->> 'corrects' = new.corrects::text)) then
    raise exception 'a change of physical custody needs its ledger entry' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;


--
-- Name: demand_derivable(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demand_derivable() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform hold_parents(array[new.parent]);
  if exists (select 1 from releases r where r.evidence = new.child)
     or exists (select 1 from headers h where h.evidence = new.child)
     or not exists (
       select 1 from evidence c
         join evidence p on p.jit = c.jit and p.id = new.parent and p.status = 'active'
          and (p.originator = asking_party() or p.verification is distinct from 'waiting')
         join releases r on r.jit = p.jit and r.evidence = p.id and r.party = asking_party()
          and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3
        where c.jit = asking_jit() and c.id = new.child and c.originator = asking_party()
          and c.registered_by = asking_seat() and c.handling @> array_remove(p.handling, 'H0')
          and tlp_strictness(c.tlp) >= tlp_strictness(p.tlp)) then
    raise exception 'it is not derived from this' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: demand_entered(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demand_entered() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if not is_entered(new.jit, tg_argv[0]::text[]) then
    raise exception 'what is done in a team stands in its ledger' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;


--
-- Name: demand_entered_about(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demand_entered_about() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q join headers h on h.entry = q.entry
     where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid and h.kind = any (tg_argv[0]::text[])
       and h.subject::jsonb ->> tg_argv[1] = to_jsonb(new) ->> tg_argv[2]) then
    raise exception 'what is done on an action day stands in its ledger' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;


--
-- Name: demand_entered_now(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demand_entered_now() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  told uuid := new.entry;
begin
  if tg_table_name = 'signing_keys' and tg_op = 'UPDATE' then
    told := new.revocation;
  end if;
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q where q.jit = new.jit and q.entry = told and q.xmin = pg_current_xact_id()::xid) then
    raise exception 'what is said of a key or a demand is entered with it' using errcode = 'insufficient_privilege';
  end if;
  if tg_table_name = 'signing_demands' and tg_op = 'UPDATE' then
    if new.version <> old.version + 1 then
      raise exception 'demands are counted one by one' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return null;
end $$;


--
-- Name: demand_entered_of_team(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demand_entered_of_team() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if session_user in ('liaison_app', 'liaison_engine') and not is_entered(new.id, tg_argv[0]::text[]) then
    raise exception 'what is done in a team stands in its ledger' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;


--
-- Name: demand_handover(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demand_handover() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q join headers h on h.entry = q.entry
     where q.jit = new.jit
       -- Appended by this transaction.
       and q.xmin = pg_current_xact_id()::xid and h.evidence = new.evidence
       and h.kind = 'custody.' || new.state and h.subject::jsonb ->> 'handover' = new.id::text) then
    raise exception 'a handover needs its ledger entry' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;


--
-- Name: demand_mentioned(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demand_mentioned() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if session_user in ('liaison_app', 'liaison_engine')
     and exists (select 1 from messages m where m.id = new.message and m.kind = 'decision')
     and not exists (
       select 1 from pending q join headers h on h.entry = q.entry and h.kind = 'decision.mentioned'
         join entry_audience a on a.entry = h.entry and a.mentions = new.evidence
         join fields f on f.entry = h.entry and f.name = 'place_in_text'
        where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid
          and h.subject::jsonb ->> 'message' = new.message::text and f.value = new.place::text) then
    raise exception 'what a decision mentions stands in its ledger' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;


--
-- Name: demand_moved(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demand_moved() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if session_user not in ('liaison_app', 'liaison_engine') then return null; end if;
  if tg_table_name = 'action_moves' then
    if not exists (
      select 1 from actions a
       where a.jit = new.jit and a.id = new.action and a.xmin = pg_current_xact_id()::xid
         and a.state = new.state and a.since_at = new.occurred_at) then
      raise exception 'a move brings its action somewhere' using errcode = 'insufficient_privilege';
    end if;
  elsif not exists (
    select 1 from action_moves v
     where v.jit = new.jit and v.action = new.id and v.xmin = pg_current_xact_id()::xid
       and v.former = old.state and v.state = new.state and v.occurred_at = new.since_at) then
    raise exception 'an action moves by a move' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;


--
-- Name: demand_named(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demand_named() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if exists (select 1 from members m where m.jit = new.jit and m.id = any (new.mentions)
               and new.text !~ ('@' || m.code || '(?![0-9])')) then
    raise exception 'whom a decision names stands in its words' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;


--
-- Name: demand_operator(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demand_operator() RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if not asking_operator() then
    raise exception 'only an operator does this' using errcode = 'insufficient_privilege';
  end if;
end $$;


--
-- Name: demand_voided_now(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demand_voided_now() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q where q.jit = new.jit and q.entry = new.voiding and q.xmin = pg_current_xact_id()::xid) then
    raise exception 'that a label is void is entered with it' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;


--
-- Name: four_eyes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.four_eyes (
    jit uuid NOT NULL,
    party uuid NOT NULL,
    acts text[] NOT NULL,
    proposed text[],
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_four_eyes_acts CHECK ((acts <@ ARRAY['release'::text, 'recall'::text, 'erase'::text])),
    CONSTRAINT ck_four_eyes_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_four_eyes_proposed CHECK (((proposed <@ acts) AND (NOT (proposed @> acts))))
);

ALTER TABLE ONLY public.four_eyes FORCE ROW LEVEL SECURITY;


--
-- Name: demands_two(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demands_two(act text) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT 1 FROM public.four_eyes f WHERE ((f.jit = public.asking_jit()) AND (f.party = public.asking_party()) AND (demands_two.act = ANY (f.acts)))));


--
-- Name: differing(uuid, bigint, bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.differing(wanted uuid, first bigint, behind bigint) RETURNS TABLE(place bigint, what text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
begin
  perform set_config('app.recomputing', 'on', true);
  return query with placed as materialized (
    select g.position, p.entry, e.commitment, b.salt, b.canonical
      from generate_series(first, behind - 1) as g (position)
      left join positions p on p.jit = wanted and p.position = g.position
      left join entries e on e.id = p.entry left join bodies b on b.entry = p.entry
  ), sound as materialized (
    select * from placed
     where sha256(convert_to('liaison-entry/v1' || chr(10), 'UTF8') || salt || canonical) = commitment
  ), named as materialized (
    select s.position, s.entry, n.key as name, n.value as hash
      from sound s, jsonb_each_text(convert_from(s.canonical, 'UTF8')::jsonb -> 'fields') as n
  )
  select position, case when commitment is null then 'no entry' when canonical is null then 'no body'
                        else 'commitment' end
    from placed where position not in (select position from sound)
  union all
  select n.position, 'field ' || n.name
    from named n left join fields f on f.entry = n.entry and f.name = n.name
   where not exists (select 1 from erased_fields x where x.entry = n.entry and x.name = n.name)
     and (f.value is null or n.hash is distinct from
         encode(sha256(convert_to('liaison-field/v1' || chr(10), 'UTF8') || f.salt
                       || convert_to('["' || f.name || '",' || f.value || ']', 'UTF8')), 'base64'))
  union all
  select s.position, 'field ' || f.name from sound s join fields f on f.entry = s.entry
   where not exists (select 1 from named n where n.entry = f.entry and n.name = f.name)
      or exists (select 1 from erased_fields x where x.entry = f.entry and x.name = f.name);
  perform set_config('app.recomputing', 'off', true);
end $$;


--
-- Name: draw_code(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.draw_code() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  drawn bytea := substring(uuid_send(gen_random_uuid()) from 1 for 6) || substring(uuid_send(gen_random_uuid()) from 1 for 6);
begin
  select string_agg(substr('23456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + get_byte(drawn, at) % 30, 1), '' order by at)
    into new.code from generate_series(0, 11) at;
  return new;
end $$;


--
-- Name: deliveries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.deliveries (
    opening uuid NOT NULL,
    file uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    party uuid NOT NULL,
    delivered_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_deliveries_delivered_at_within CHECK (((delivered_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (delivered_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.deliveries FORCE ROW LEVEL SECURITY;


--
-- Name: is_taken_by_all(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_taken_by_all(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 WITH intended AS (
          SELECT r.party
            FROM public.releases r
           WHERE ((r.evidence = is_taken_by_all.wanted) AND (r.party <> r.originator) AND (r.level = 3) AND ((r.until IS NULL) OR (r.until > statement_timestamp())))
         ), kept AS (
          SELECT f.id,
             f.state
            FROM public.files f
           WHERE ((f.evidence = is_taken_by_all.wanted) AND (f.state <> ALL (ARRAY['discarded'::text, 'erased'::text])))
         )
  SELECT ((EXISTS ( SELECT 1
            FROM intended)) AND (EXISTS ( SELECT 1
            FROM kept)) AND (NOT (EXISTS ( SELECT 1
            FROM kept
           WHERE (kept.state <> 'ready'::text)))) AND (NOT (EXISTS ( SELECT 1
            FROM public.waiting_releases w
           WHERE ((w.evidence = is_taken_by_all.wanted) AND (w.level = 3))))) AND (NOT (EXISTS ( SELECT 1
            FROM (intended i
              CROSS JOIN kept k)
           WHERE (NOT (EXISTS ( SELECT 1
                    FROM public.deliveries d
                   WHERE ((d.evidence = is_taken_by_all.wanted) AND (d.file = k.id) AND (d.party = i.party)))))))));
END;


--
-- Name: has_transfer_ended(public.evidence, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.has_transfer_ended(e public.evidence, on_ground text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN CASE on_ground WHEN 'taken'::text THEN (((e).retention = 'TRANSFER'::text) AND public.is_taken_by_all((e).id)) WHEN 'term'::text THEN (((e).retention = 'TRANSFER'::text) AND (EXISTS (SELECT 1 FROM public.files f WHERE ((f.evidence = (has_transfer_ended.e).id) AND (f.received_at <= (statement_timestamp() - '28 days'::interval)))))) ELSE false END;


--
-- Name: holds; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.holds (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    party uuid NOT NULL,
    court text NOT NULL,
    file_number text NOT NULL,
    reason text NOT NULL,
    set_by uuid NOT NULL,
    set_at timestamp with time zone NOT NULL,
    lifted_by uuid,
    lifted_at timestamp with time zone,
    lift_reason text,
    CONSTRAINT ck_holds_lifted CHECK ((((lifted_at IS NULL) = (lifted_by IS NULL)) AND ((lifted_at IS NULL) = (lift_reason IS NULL)))),
    CONSTRAINT ck_holds_lifted_at_within CHECK (((lifted_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (lifted_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_holds_set_at_within CHECK (((set_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (set_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.holds FORCE ROW LEVEL SECURITY;


--
-- Name: is_on_hold(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_on_hold(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT 1 FROM public.holds h WHERE ((h.evidence = is_on_hold.wanted) AND (h.lifted_at IS NULL))));


--
-- Name: due_erasures(uuid, integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.due_erasures(after uuid, most integer) RETURNS TABLE(evidence uuid, jit uuid, ground text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT e.id,
     e.jit,
     d.ground
    FROM (public.evidence e
      CROSS JOIN LATERAL ( SELECT g.ground
            FROM ( VALUES (1,'taken'::text), (2,'term'::text)) g(place, ground)
           WHERE public.has_transfer_ended(e.*, g.ground)
           ORDER BY g.place
          LIMIT 1) d)
   WHERE ((e.retention = 'TRANSFER'::text) AND (e.status <> 'erased'::text) AND ((due_erasures.after IS NULL) OR (e.id > due_erasures.after)) AND (NOT public.is_on_hold(e.id)))
   ORDER BY e.id
  LIMIT due_erasures.most;
END;


--
-- Name: leavings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leavings (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid NOT NULL,
    clause uuid NOT NULL,
    contributed text NOT NULL,
    received text NOT NULL,
    reason text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    declared_by uuid NOT NULL,
    declared_at timestamp with time zone NOT NULL,
    withdrawn_by uuid,
    withdrawn_at timestamp with time zone,
    begun_at timestamp with time zone,
    ended_at timestamp with time zone,
    CONSTRAINT ck_leavings_begun_at_within CHECK (((begun_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (begun_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_leavings_contributed CHECK ((contributed = ANY (ARRAY['stay'::text, 'freeze'::text, 'withdraw'::text]))),
    CONSTRAINT ck_leavings_declared_at_within CHECK (((declared_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (declared_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_leavings_effective_at_within CHECK (((effective_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (effective_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_leavings_ended CHECK (((ended_at IS NULL) OR (begun_at IS NOT NULL))),
    CONSTRAINT ck_leavings_ended_at_within CHECK (((ended_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (ended_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_leavings_received CHECK ((received = ANY (ARRAY['stay'::text, 'freeze'::text, 'withdraw'::text]))),
    CONSTRAINT ck_leavings_withdrawn CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) OR (begun_at IS NULL)))),
    CONSTRAINT ck_leavings_withdrawn_at_within CHECK (((withdrawn_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (withdrawn_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.leavings FORCE ROW LEVEL SECURITY;


--
-- Name: due_leavings(uuid, integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.due_leavings(wanted uuid, most integer) RETURNS TABLE(evidence uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT d.evidence
    FROM (public.leavings l
      CROSS JOIN LATERAL ( SELECT e.id AS evidence
            FROM public.evidence e
           WHERE ((e.jit = l.jit) AND (e.originator = l.party) AND (l.contributed = 'withdraw'::text) AND (e.status = 'active'::text))
         UNION
          SELECT r.evidence
            FROM public.releases r
           WHERE ((r.jit = l.jit) AND (r.originator = l.party) AND (NOT public.obtained_by(r.party, r.originator, r.joint)) AND (l.contributed = 'freeze'::text) AND (r.level > 1))
         UNION
          SELECT r.evidence
            FROM public.releases r
           WHERE ((r.jit = l.jit) AND (r.party = l.party) AND (r.originator <> l.party) AND ((l.received = 'withdraw'::text) OR (r.state <> 'lapsed'::text)))
         UNION
          SELECT w.evidence
            FROM public.waiting_releases w
           WHERE ((w.jit = l.jit) AND ((l.party = w.originator) OR (l.party = w.party)))) d)
   WHERE ((l.id = due_leavings.wanted) AND (l.begun_at IS NOT NULL))
   ORDER BY d.evidence
  LIMIT due_leavings.most;
END;


--
-- Name: is_left_behind(public.evidence); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_left_behind(e public.evidence) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (((e).status <> 'erased'::text) AND COALESCE(((e).review_on <= ((statement_timestamp() AT TIME ZONE 'utc'::text))::date), false) AND public.has_left((e).jit, (e).originator) AND (NOT (EXISTS (SELECT 1 FROM unnest((is_left_behind.e).joint) j(party) WHERE (NOT public.has_left((is_left_behind.e).jit, j.party))))) AND (NOT public.is_on_hold((e).id)));


--
-- Name: due_of_left(uuid, integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.due_of_left(after uuid, most integer) RETURNS TABLE(evidence uuid, jit uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT e.id,
     e.jit
    FROM (public.parties p
      JOIN public.evidence e ON (((e.jit = p.jit) AND (e.originator = p.id))))
   WHERE ((p.status = 'left'::text) AND (e.status <> 'erased'::text) AND (e.review_on <= ((statement_timestamp() AT TIME ZONE 'utc'::text))::date) AND ((due_of_left.after IS NULL) OR (e.id > due_of_left.after)) AND public.is_left_behind(e.*))
   ORDER BY e.id
  LIMIT due_of_left.most;
END;


--
-- Name: has_ended(public.physical_custody); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.has_ended(w public.physical_custody) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (((w).state = ANY (ARRAY['returned'::text, 'destroyed'::text])) AND ((w).changed_at < (statement_timestamp() - '30 days'::interval)));


--
-- Name: erasures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.erasures (
    evidence uuid NOT NULL,
    jit uuid NOT NULL,
    ground text NOT NULL,
    reason text NOT NULL,
    decided_by uuid,
    decided_at timestamp with time zone NOT NULL,
    destroyed_at timestamp with time zone,
    last_backup_expires timestamp with time zone,
    confirmed_by uuid,
    fields boolean DEFAULT false NOT NULL,
    way_stands boolean DEFAULT false NOT NULL,
    CONSTRAINT ck_erasures_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_erasures_destroyed CHECK (((destroyed_at IS NULL) = (last_backup_expires IS NULL))),
    CONSTRAINT ck_erasures_destroyed_at_within CHECK (((destroyed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (destroyed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_erasures_ground CHECK ((ground = ANY (ARRAY['withdrawn'::text, 'review'::text, 'taken'::text, 'term'::text]))),
    CONSTRAINT ck_erasures_last_backup_expires_within CHECK (((last_backup_expires >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (last_backup_expires < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.erasures FORCE ROW LEVEL SECURITY;


--
-- Name: jits; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.jits (
    id uuid NOT NULL,
    name text NOT NULL,
    reference text NOT NULL,
    agreement_signed_on date NOT NULL,
    time_zone text NOT NULL,
    state text NOT NULL,
    ledger_origin text NOT NULL,
    founded_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    quorum integer DEFAULT 0 NOT NULL,
    review_sample integer DEFAULT 50 NOT NULL,
    CONSTRAINT ck_jits_agreement_signed_on_within CHECK (((agreement_signed_on >= '1900-01-01'::date) AND (agreement_signed_on < '2200-01-01'::date))),
    CONSTRAINT ck_jits_founded_at_within CHECK (((founded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (founded_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_jits_quorum CHECK (((quorum >= 0) AND (quorum <= 60))),
    CONSTRAINT ck_jits_review_sample CHECK (((review_sample >= 10) AND (review_sample <= 10000))),
    CONSTRAINT ck_jits_state CHECK ((state = ANY (ARRAY['operational'::text, 'trial'::text, 'closed'::text])))
);

ALTER TABLE ONLY public.jits FORCE ROW LEVEL SECURITY;


--
-- Name: due_ways(uuid, integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.due_ways(after uuid, most integer) RETURNS TABLE(evidence uuid, jit uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT x.evidence,
     x.jit
    FROM ((public.erasures x
      JOIN public.jits j ON ((j.id = x.jit)))
      JOIN public.physical_custody w ON ((w.evidence = x.evidence)))
   WHERE (x.way_stands AND (x.destroyed_at IS NOT NULL) AND (j.state <> 'closed'::text) AND public.has_ended(w.*) AND (NOT public.is_on_hold(x.evidence)) AND ((due_ways.after IS NULL) OR (x.evidence > due_ways.after)))
   ORDER BY x.evidence
  LIMIT due_ways.most;
END;


--
-- Name: end_privileged_wishes(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.end_privileged_wishes(wanted uuid) RETURNS TABLE(party uuid, level smallint)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 DELETE FROM public.waiting_releases w
    USING public.evidence e
   WHERE ((w.evidence = end_privileged_wishes.wanted) AND (e.id = w.evidence) AND (e.jit = public.asking_jit()) AND (e.originator = public.asking_party()) AND (e.privilege = 'privileged'::text) AND ('clearance'::text = ANY (w.gates)))
   RETURNING w.party,
     w.level;
END;


--
-- Name: end_quarantine(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.end_quarantine(wanted uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  update evidence e set verification = v.verdict, version = e.version + 1 from verifications v
   where e.id = wanted and e.jit = asking_jit() and v.evidence = e.id and e.verification = 'waiting';
  if not found then return false; end if;
  delete from releases r where r.evidence = wanted and r.party <> r.originator;
  return true;
end $$;


--
-- Name: end_unjustified(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.end_unjustified() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if new.until > statement_timestamp() then
    update releases r set until = statement_timestamp(), version = r.version + 1
     where r.jit = new.jit and r.party = new.party and r.evidence = new.evidence and r.basis = 'emergency:' || new.id;
    new.until := statement_timestamp();
  end if;
  return new;
end $$;


--
-- Name: enqueue_job(text, text, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.enqueue_job(job_kind text, job_key text, due timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if coalesce(job_key, '') = '' then
    raise exception 'a job needs a key' using errcode = 'insufficient_privilege';
  end if;
  insert into jobs as j (kind, key, due_at) values (job_kind, job_key, due)
  on conflict on constraint pk_jobs
    do update set due_at = excluded.due_at, state = 'waiting', attempts = 0, problem = null, version = j.version + 1;
end $$;


--
-- Name: entering_state(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.entering_state() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (SELECT CASE WHEN (NOT public.beyond_the_union(p.kind)) THEN NULL::text WHEN public.controller_designated() THEN 'waiting'::text ELSE 'closed'::text END AS "case" FROM ((SELECT public.asking_party() AS party) a LEFT JOIN public.parties p ON (((p.jit = public.asking_jit()) AND (p.id = a.party)))));


--
-- Name: erase_fields(uuid, uuid, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.erase_fields(wanted uuid, certificate_entry uuid, expires timestamp with time zone) RETURNS SETOF uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    declare
      x field_erasures;
      about uuid;
      gone bigint;
    begin
      select * into x from field_erasures f where f.id = wanted and f.approval is not null and f.erased_at is null for update;
      if not found or must_stand(x.entry)
         or not exists (select 1 from positions p where p.jit = x.jit and p.entry = x.approval)
         or not exists (select 1 from headers h where h.entry = certificate_entry and h.jit = x.jit
                          and h.about = x.entry and h.party is null
                          and h.kind in ('field.erased', 'evidence.field_erased')) then
        raise exception 'nothing is erased without a sequenced decision' using errcode = 'insufficient_privilege';
      end if;
      insert into erased_fields (entry, name, jit, certificate, erased_at)
        select x.entry, n, x.jit, certificate_entry, statement_timestamp() from unnest(x.names) n;
      -- Opens the fields of this entry to the owner (policy erasing of fields).
      perform set_config('app.erasing', x.entry::text, true);
      perform forget_words(x.entry, x.names);
      delete from fields f where f.entry = x.entry and f.name = any (x.names);
      get diagnostics gone = row_count;
      perform set_config('app.erasing', '', true);
      if gone <> cardinality(x.names) then
        raise exception 'a field of this entry is not there' using errcode = 'insufficient_privilege';
      end if;
      update field_erasures f set erased_at = statement_timestamp(), last_backup_expires = expires where f.id = wanted;
      select h.evidence into about from headers h where h.entry = x.entry;
      -- Packages that are being made begin again; finished ones that contain the fields are withdrawn.
      update exports b set state = 'queued', version = b.version + 1
       where b.jit = x.jit and b.state = 'running' and can_hold(b, x.entry, about);
      return query
        update exports b set state = 'failed', problem_code = 'fields-erased', version = b.version + 1,
               problem = 'Fields of an entry that it held were erased since. Ask for the bundle again.'
         where b.jit = x.jit and b.state = 'ready' and can_hold(b, x.entry, about) returning b.id;
    end $$;


--
-- Name: erase_fields_going(public.erasures, uuid, bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.erase_fields_going(x public.erasures, certificate_entry uuid, many bigint) RETURNS SETOF uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  one record;
  lot bigint;
  gone bigint := 0;
  touched uuid[] := '{}';
begin
  if not exists (select 1 from headers h where h.entry = certificate_entry and h.jit = x.jit
                    and h.evidence = x.evidence and h.party is null
                    and h.kind = 'evidence.fields_erased')
     or exists (select 1 from positions p where p.entry = certificate_entry) then
    raise exception 'nothing is erased without its certificate' using errcode = 'insufficient_privilege';
  end if;
  for one in select * from fields_to_erase(x.evidence) loop
    delete from field_erasures w where w.entry = one.entry and w.approval is null and w.names && one.names;
    insert into erased_fields (entry, name, jit, certificate, erased_at)
      select one.entry, n, x.jit, certificate_entry, statement_timestamp() from unnest(one.names) n;
    perform set_config('app.erasing', one.entry::text, true);
    perform forget_words(one.entry, one.names);
    delete from fields f where f.entry = one.entry and f.name = any (one.names);
    get diagnostics lot = row_count;
    perform set_config('app.erasing', '', true);
    gone := gone + lot;
    touched := touched || one.entry;
  end loop;
  if gone <> many then
    raise exception 'the certificate names other fields' using errcode = 'insufficient_privilege';
  end if;
  -- Packages that are being made begin again; finished ones that contain the fields are withdrawn.
  update exports b set state = 'queued', version = b.version + 1
   where b.jit = x.jit and b.state = 'running' and exists (select 1 from unnest(touched) n where can_hold(b, n, x.evidence));
  return query
    update exports b set state = 'failed', problem_code = 'fields-erased', version = b.version + 1,
           problem = 'Fields of an entry that it held were erased since. Ask for the bundle again.'
     where b.jit = x.jit and b.state = 'ready' and exists (select 1 from unnest(touched) n where can_hold(b, n, x.evidence))
    returning b.id;
end $$;


--
-- Name: erase_fields_with(uuid, uuid, bigint, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.erase_fields_with(wanted uuid, certificate_entry uuid, many bigint, expires timestamp with time zone) RETURNS SETOF uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  x erasures;
begin
  select * into x from erasures e where e.evidence = wanted and e.fields and e.destroyed_at is not null for update;
  if not found or x.last_backup_expires is distinct from expires or x.way_stands and exists (
       select 1 from physical_custody w where w.evidence = wanted and w.state in ('returned', 'destroyed')) then
    raise exception 'nothing is erased without its certificate' using errcode = 'insufficient_privilege';
  end if;
  return query select * from erase_fields_going(x, certificate_entry, many);
end $$;


--
-- Name: erase_of_left(uuid, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.erase_of_left(wanted uuid, because text) RETURNS TABLE(at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    declare
      e evidence;
    begin
      select * into e from evidence x where x.id = wanted for update;
      if not found or not is_left_behind(e) then
        return;
      end if;
      if e.status = 'active' then
        perform ask_after(wanted, null, because), call_back(wanted, null, because);
      end if;
      insert into erasures (evidence, jit, fields, ground, reason, decided_at)
        values (wanted, e.jit, lacking_erasure(e) = '{}', 'review', because, statement_timestamp());
      update evidence set status = 'erased', version = version + 1 where id = wanted;
      update releases set level = 1, version = version + 1 where evidence = wanted and level > 1;
      delete from waiting_releases where evidence = wanted;
      delete from erasure_wishes where evidence = wanted;
      at := statement_timestamp();
      return next;
    end $$;


--
-- Name: channels; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.channels (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    name text NOT NULL,
    whole boolean NOT NULL,
    parties uuid[] NOT NULL,
    service boolean NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_by uuid,
    closed_at timestamp with time zone,
    close_reason text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_channels_closed CHECK ((((closed_at IS NULL) = (closed_by IS NULL)) AND ((closed_at IS NULL) = (close_reason IS NULL)))),
    CONSTRAINT ck_channels_closed_at_within CHECK (((closed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (closed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_channels_opened_at_within CHECK (((opened_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (opened_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_channels_parties CHECK ((whole = (cardinality(parties) = 0)))
);

ALTER TABLE ONLY public.channels FORCE ROW LEVEL SECURITY;


--
-- Name: messages; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.messages (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    channel uuid NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    seat uuid NOT NULL,
    text text,
    mentions uuid[] NOT NULL,
    entry uuid,
    corrects uuid,
    at timestamp with time zone NOT NULL,
    corrected_at timestamp with time zone,
    taken_back_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    words tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, COALESCE(text, ''::text))) STORED,
    signers uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    CONSTRAINT ck_messages_at_within CHECK (((at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_messages_corrected_at_within CHECK (((corrected_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (corrected_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_messages_corrects CHECK (((kind = 'decision'::text) OR (corrects IS NULL))),
    CONSTRAINT ck_messages_kind CHECK ((kind = ANY (ARRAY['talk'::text, 'decision'::text]))),
    CONSTRAINT ck_messages_recorded CHECK (((kind = 'decision'::text) = (entry IS NOT NULL))),
    CONSTRAINT ck_messages_signers CHECK (((kind = 'decision'::text) OR (cardinality(signers) = 0))),
    CONSTRAINT ck_messages_taken_back CHECK ((((taken_back_at IS NULL) OR (text IS NULL)) AND (cardinality(mentions) <= 50))),
    CONSTRAINT ck_messages_taken_back_at_within CHECK (((taken_back_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (taken_back_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_messages_text CHECK (((length(text) >= 1) AND (length(text) <= 10000))),
    CONSTRAINT ck_messages_unchanged CHECK (((kind = 'talk'::text) OR ((corrected_at IS NULL) AND (taken_back_at IS NULL) AND (version = 1))))
);

ALTER TABLE ONLY public.messages FORCE ROW LEVEL SECURITY;


--
-- Name: talk_rules; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.talk_rules (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    days integer NOT NULL,
    clause text NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_talk_rules_days CHECK (((days >= 1) AND (days <= 3650))),
    CONSTRAINT ck_talk_rules_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.talk_rules FORCE ROW LEVEL SECURITY;


--
-- Name: erase_old_talk(integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.erase_old_talk(most integer) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 WITH due AS (
          SELECT m.id
            FROM ((public.channels c
              CROSS JOIN LATERAL ( SELECT (statement_timestamp() - make_interval(days => COALESCE(( SELECT r.days
                            FROM public.talk_rules r
                           WHERE (r.jit = c.jit)
                           ORDER BY r.id DESC
                          LIMIT 1), 30))) AS until) k)
              CROSS JOIN LATERAL ( SELECT x.id
                    FROM public.messages x
                   WHERE ((x.channel = c.id) AND (x.kind = 'talk'::text) AND (x.at <= k.until))
                  LIMIT erase_old_talk.most) m)
          LIMIT erase_old_talk.most
         ), gone AS (
          DELETE FROM public.messages m
            USING due d
           WHERE (m.id = d.id)
           RETURNING m.id
         )
  SELECT (count(*))::integer AS count
    FROM gone;
END;


--
-- Name: erase_way_with(uuid, uuid, bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.erase_way_with(wanted uuid, certificate_entry uuid, many bigint) RETURNS SETOF uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  x erasures;
begin
  if hold_way(wanted) is null then
    raise exception 'the custody of this item has not ended' using errcode = 'insufficient_privilege';
  end if;
  select * into x from erasures e where e.evidence = wanted;
  if many > 0 then
    return query select * from erase_fields_going(x, certificate_entry, many);
  elsif exists (select 1 from fields_to_erase(wanted)) then
    raise exception 'the certificate names other fields' using errcode = 'insufficient_privilege';
  end if;
  perform forget_way(wanted);
  update erasures set way_stands = false where evidence = wanted;
end $$;


--
-- Name: follows(public.releases, public.releases, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.follows(wanted public.releases, binding public.releases, h1 boolean) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN (((wanted).party = (binding).party) AND ((wanted).level <= (binding).level) AND (((binding).authorities IS NULL) OR COALESCE(((wanted).authorities <@ (binding).authorities), false)) AND CASE WHEN ((binding).seats IS NOT NULL) THEN COALESCE(((wanted).seats <@ (binding).seats), false) ELSE (((wanted).seats IS NULL) OR public.are_plain((wanted).seats)) END AND (((binding).not_before IS NULL) OR COALESCE(((binding).not_before <= (wanted).not_before), false)) AND (((binding).until IS NULL) OR COALESCE(((wanted).until <= (binding).until), false)) AND (COALESCE((wanted).purposes, ARRAY['JIT_PURPOSE'::text, 'IMMINENT_THREAT'::text, 'OTHER_AGREED'::text, 'JIT_MANAGEMENT'::text, 'AUDIT'::text]) <@ COALESCE((binding).purposes, (ARRAY['JIT_PURPOSE'::text, 'IMMINENT_THREAT'::text, 'OTHER_AGREED'::text, 'JIT_MANAGEMENT'::text, 'AUDIT'::text] || CASE WHEN public.obtained_by((binding).party, (binding).originator, (binding).joint) THEN ARRAY['OTHER_OFFENCE_WITH_CONSENT'::text] ELSE '{}'::text[] END))) AND ((NOT h1) OR (NOT (wanted).court_use) OR (binding).court_use OR public.obtained_by((binding).party, (binding).originator, (binding).joint)));


--
-- Name: bounds; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.bounds (
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    bound_by uuid NOT NULL
);

ALTER TABLE ONLY public.bounds FORCE ROW LEVEL SECURITY;


--
-- Name: exceeded_bounds(public.releases); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.exceeded_bounds(wanted public.releases) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT b.bound_by
    FROM ((public.bounds b
      JOIN public.evidence e ON ((e.id = b.bound_by)))
      LEFT JOIN public.releases r ON (((r.jit = b.jit) AND (r.evidence = b.bound_by) AND (r.party = (exceeded_bounds.wanted).party))))
   WHERE (((exceeded_bounds.wanted).level > 0) AND (b.evidence = (exceeded_bounds.wanted).evidence) AND ((r.party IS NULL) OR (('H2'::text = ANY (e.handling)) AND (NOT public.obtained_by((exceeded_bounds.wanted).party, e.originator, e.joint))) OR (NOT public.follows(exceeded_bounds.wanted, r.*, ('H1'::text = ANY (e.handling))))))
   ORDER BY b.bound_by;
END;


--
-- Name: fields_to_erase(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fields_to_erase(wanted uuid) RETURNS TABLE(entry uuid, place bigint, names text[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
  decided bigint;
  way_alone boolean;
  in_hand boolean;
  one record;
begin
  select p.position, x.way_stands into decided, way_alone
    from erasures x join headers d on d.evidence = x.evidence and d.kind = 'evidence.erasure_decided'
    join positions p on p.entry = d.entry where x.evidence = wanted and x.fields;
  if decided is null then
    return;
  end if;
  in_hand := exists (select 1 from physical_custody w where w.evidence = wanted and w.state not in ('returned', 'destroyed'));
  way_alone := way_alone and not in_hand;
  for one in
    select h.entry, h.kind, p.position from headers h join positions p on p.entry = h.entry
     where h.evidence = wanted and p.position < decided
       and split_part(h.kind, '.', 1) in ('acquisition', 'custody', 'evidence', 'file')
       -- Fewer members read these entries than the certificate, which would reveal them. A leader of their party
       -- erases them by a request.
       and h.kind not in ('file.discarded', 'file.hash_differed')
       and (not in_hand or h.kind not like 'custody.%' or h.kind = 'custody.imported')
       and (not way_alone or h.kind like 'custody.%' and h.kind <> 'custody.imported') and not must_stand(h.entry)
     order by p.position
  loop
    perform set_config('app.erasing', one.entry::text, true);
    -- Fields of approved requests are left to erase_fields().
    select array_agg(f.name order by f.name) into names from fields f
     where f.entry = one.entry and is_erasable(one.kind, f.name) and f.value <> 'null' and not exists (
       select 1 from field_erasures w
        where w.entry = f.entry and w.approval is not null and w.erased_at is null and f.name = any (w.names));
    if names is not null then
      entry := one.entry;
      place := one.position;
      return next;
    end if;
  end loop;
  perform set_config('app.erasing', '', true);
end $$;


--
-- Name: finish_erasure(uuid, interval); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.finish_erasure(wanted uuid, until_backups_end interval) RETURNS TABLE(ground text, decided_at timestamp with time zone, decided_by text, erased_at timestamp with time zone, last_backup_expires timestamp with time zone, keys bigint, files jsonb)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
  x erasures;
  in_hand boolean;
begin
  -- The lock makes an event that ends custody come before this decision or after it.
  select not (w.state in ('returned', 'destroyed')) into in_hand from physical_custody w where w.evidence = wanted for share;
  update erasures e set destroyed_at = statement_timestamp(), last_backup_expires = statement_timestamp() + until_backups_end,
                        way_stands = e.fields and coalesce(in_hand, false)
   where e.evidence = wanted and e.destroyed_at is null returning * into x;
  if not found then
    return;
  end if;
  select x.ground, x.decided_at, (select m.code from members m where m.id = x.decided_by), x.destroyed_at,
         x.last_backup_expires,
         (select count(*) from files f where f.evidence = wanted and f.state not in ('discarded', 'erased')),
         (select coalesce(jsonb_agg(jsonb_build_object('file', f.id, 'sha256', f.sha256, 'size_bytes', f.size_bytes)
                                    order by f.id), '[]')
            from files f where f.evidence = wanted and f.state in ('ready', 'hash_differs'))
    into ground, decided_at, decided_by, erased_at, last_backup_expires, keys, files;
  delete from renditions r where r.evidence = wanted;
  delete from segments s where s.evidence = wanted;
  update files f set state = case when f.state = 'uploading' then 'discarded' else 'erased' end, renditions = 'none',
                     expires_at = null, version = f.version + 1
   where f.evidence = wanted and f.state not in ('discarded', 'erased');
  return next;
end $$;


--
-- Name: flag_privileged(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.flag_privileged(wanted uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  update evidence e set privilege = 'unchecked', version = e.version + 1
   where e.id = wanted and e.jit = asking_jit() and e.status = 'active' and coalesce(e.privilege, 'cleared') = 'cleared'
     and (e.verification is distinct from 'waiting' or e.originator = asking_party())
     and exists (select from releases r where r.jit = e.jit and r.evidence = e.id and r.party = asking_party()
                    and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2);
  return found;
end $$;


--
-- Name: flags_own_seats(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.flags_own_seats() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  update flags set own_seats = new.own_seats where evidence = new.evidence;
  return null;
end $$;


--
-- Name: for_purpose(text, text[], boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.for_purpose(wanted text, named text[], own boolean) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (named IS NULL) THEN (own OR (wanted <> 'OTHER_OFFENCE_WITH_CONSENT'::text)) ELSE (wanted = ANY (named)) END;


--
-- Name: forget_channel(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.forget_channel() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  named uuid;
begin
  update channels c set name = '—', version = c.version + 1 from headers h
   where h.entry = old.entry and c.jit = h.jit and c.id = h.about and c.name = old.value::jsonb #>> '{}'
  returning c.id into named;
  update pulses p set beats = beats + 1 where p.channel = named;
  return null;
end $$;


--
-- Name: forget_comment(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.forget_comment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  update task_comments c set text = '—', erased = jsonb_build_object('text', to_jsonb(statement_timestamp()))
    from headers h where h.entry = old.entry and h.kind = 'task.commented' and c.jit = h.jit
     and c.id = (h.subject::jsonb ->> 'comment')::uuid;
  return null;
end $$;


--
-- Name: forget_decision(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.forget_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  update messages m set text = null where m.entry = old.entry;
  update translations t set text = null where t.entry = old.entry;
  return null;
end $$;


--
-- Name: forget_mentions(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.forget_mentions() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  delete from notifications n where n.talk = new.id and n.seat <> all (new.mentions);
  return null;
end $$;


--
-- Name: forget_of_day(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.forget_of_day() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  h headers;
  said jsonb := old.value::jsonb;
  word text := old.value::jsonb #>> '{}';
  gone text[];
begin
  select * into h from headers x where x.entry = old.entry;
  if h.kind in ('protected.entered', 'operation.reported', 'action.result_recorded', 'operation.debriefed', 'media_line.written', 'action.planned', 'action.changed') then
    perform pg_advisory_xact_lock(hashtextextended('liaison-operation ' || (h.subject::jsonb ->> 'operation'), 0));
  end if;
  case h.kind
  when 'protected.entered' then
    update protected p set
      subject = case old.name when 'subject_name' then '—' else p.subject end,
      reason = case old.name when 'reason' then '—' else p.reason end,
      erased = p.erased || jsonb_build_object(case old.name when 'subject_name' then 'subject' else 'reason' end, to_jsonb(statement_timestamp()))
     where p.jit = h.jit and p.id = (h.subject::jsonb ->> 'protected')::uuid and old.name in ('subject_name', 'reason');
  when 'operation.reported' then
    update operation_reports r set text = '—', erased = jsonb_build_object('text', to_jsonb(statement_timestamp())) where r.jit = h.jit and r.id = (h.subject::jsonb ->> 'report')::uuid;
  when 'action.result_recorded' then
    update action_results r set text = '—', erased = jsonb_build_object('text', to_jsonb(statement_timestamp())) where r.jit = h.jit and r.id = (h.subject::jsonb ->> 'result')::uuid;
  when 'operation.debriefed' then
    update debriefs d set text = '—', erased = jsonb_build_object('text', to_jsonb(statement_timestamp())), version = d.version + 1
     where d.jit = h.jit and d.operation = (h.subject::jsonb ->> 'operation')::uuid and d.party = h.party and d.text = word;
  when 'media_line.written' then
    update media_lines l set text = '—', erased = jsonb_build_object('text', to_jsonb(statement_timestamp())), version = l.version + 1
     where l.jit = h.jit and l.operation = (h.subject::jsonb ->> 'operation')::uuid and l.text = word;
  when 'action.planned', 'action.changed' then
    perform 1 from action_plans p where p.jit = h.jit and p.action = (h.subject::jsonb ->> 'action')::uuid for update;
    select array_agg(v.name) into gone from action_plans p cross join jsonb_each_text(to_jsonb(p)) v (name, stands)
     where p.jit = h.jit and p.action = (h.subject::jsonb ->> 'action')::uuid and v.name in ('objective', 'place', 'team', 'interpreter', 'risk', 'contingency', 'channel', 'authorisation_kind', 'authorisation_reference')
       and case h.kind when 'action.planned' then v.name = old.name and v.stands = word
             else v.stands in (said -> v.name ->> 'from', said -> v.name ->> 'to',
               said #>> array['authorisation', 'from', replace(v.name, 'authorisation_', '')],
               said #>> array['authorisation', 'to', replace(v.name, 'authorisation_', '')]) end;
    update action_plans p set
    objective = case when 'objective' = any (gone) then '—' else p.objective end,
    place = case when 'place' = any (gone) then '—' else p.place end,
    team = case when 'team' = any (gone) then '—' else p.team end,
    interpreter = case when 'interpreter' = any (gone) then '—' else p.interpreter end,
    risk = case when 'risk' = any (gone) then '—' else p.risk end,
    contingency = case when 'contingency' = any (gone) then '—' else p.contingency end,
    channel = case when 'channel' = any (gone) then '—' else p.channel end,
    authorisation_kind = case when 'authorisation_kind' = any (gone) then '—' else p.authorisation_kind end,
    authorisation_reference = case when 'authorisation_reference' = any (gone) then '—' else p.authorisation_reference end,
    version = p.version + 1, erased = p.erased || (select jsonb_object_agg(n, to_jsonb(statement_timestamp())) from unnest(gone) n)
     where p.jit = h.jit and p.action = (h.subject::jsonb ->> 'action')::uuid and gone is not null;
  else
    null;
  end case;
  return null;
end $$;


--
-- Name: forget_way(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.forget_way(wanted uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  last uuid;
begin
  update handovers h set giver = case when went.giver then '—' else h.giver end,
                         place = case when h.place is not null and went.place then '—' else h.place end
    from (select e.subject::jsonb ->> 'handover' as handover, bool_or(x.name = 'giver') as giver,
                 bool_or(x.name = 'place') as place
            from headers e join erased_fields x on x.entry = e.entry
           where e.evidence = wanted and e.kind in ('custody.offered', 'custody.received') group by 1) went
   where h.evidence = wanted and h.id::text = went.handover;
  -- The entry that ended custody, or its last correction, is what the row still says.
  select e.entry into last from headers e
   where e.evidence = wanted and e.kind in ('custody.returned', 'custody.destroyed', 'custody.corrected')
   order by e.entry desc limit 1;
  update physical_custody w set custodian = case when w.custodian is not null and went.custodian then '—' else w.custodian end,
                           place = case when w.place is not null and went.place then '—' else w.place end
    from (select bool_or(x.name in ('to_whom', 'custodian')) as custodian, bool_or(x.name = 'place') as place
            from erased_fields x where x.entry = last) went
   where w.evidence = wanted and (went.custodian or went.place);
end $$;


--
-- Name: forget_words(uuid, text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.forget_words(wanted uuid, requested text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
    declare
      about uuid;
      words text[];
    begin
      select e.id into about from headers h join evidence e on e.id = h.evidence where h.entry = wanted and e.status = 'erased';
      if about is null then
        return;
      end if;
      select array_agg(distinct w.word) into words
        from fields f cross join lateral jsonb_path_query(json_of(f.value), 'strict $.**') as leaf (value)
             cross join lateral (select leaf.value #>> '{}' as word
                                  where jsonb_typeof(leaf.value) = 'string') w
       where f.entry = wanted and f.name = any (requested) and length(w.word) > 0;
      if words is null then
        return;
      end if;
      -- Opens the acquisition records of this exhibit to the owner (keep_acquisitions()).
      perform set_config('app.forgetting', about::text, true);
      update evidence set title = exhibit_number, version = version + 1 where id = about and title = any (words);
      update provenances set description = case when description = any (words) then null else description end,
             acquired_by = case when acquired_by = any (words) then '—' else acquired_by end,
             place = case when place = any (words) then '—' else place end
       where evidence = about and (description = any (words) or acquired_by = any (words) or place = any (words));
      update acquisitions set examiner = '—' where evidence = about and examiner = any (words);
      update copies set title = exhibit_number where evidence = about and title = any (words);
      update files set name = '—' where evidence = about and name = any (words);
      update physical_custody set custodian = case when custodian = any (words) then '—' else custodian end,
             place = case when place = any (words) then '—' else place end
       where evidence = about and state in ('returned', 'destroyed') and (custodian = any (words) or place = any (words));
      update handovers h set giver = case when h.giver = any (words) then '—' else h.giver end,
             place = case when h.place = any (words) then '—' else h.place end
       where h.evidence = about and (h.giver = any (words) or h.place = any (words))
         and exists (select 1 from physical_custody w where w.evidence = about and w.state in ('returned', 'destroyed'));
      perform set_config('app.forgetting', '', true);
    end $_$;


--
-- Name: gains(public.releases, public.releases); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.gains(former public.releases, wanted public.releases) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    RETURN (NOT (((wanted).party = (former).party) AND ((wanted).level <= (former).level) AND (((former).authorities IS NULL) OR COALESCE(((wanted).authorities <@ (former).authorities), false)) AND (COALESCE((wanted).purposes, ARRAY['JIT_PURPOSE'::text, 'IMMINENT_THREAT'::text, 'OTHER_AGREED'::text, 'JIT_MANAGEMENT'::text, 'AUDIT'::text]) <@ COALESCE((former).purposes, ARRAY['JIT_PURPOSE'::text, 'IMMINENT_THREAT'::text, 'OTHER_AGREED'::text, 'JIT_MANAGEMENT'::text, 'AUDIT'::text])) AND (((wanted).seats IS NULL) = ((former).seats IS NULL)) AND (((former).seats IS NULL) OR ((wanted).seats <@ (former).seats)) AND (((former).not_before IS NULL) OR COALESCE(((former).not_before <= (wanted).not_before), false)) AND (((former).until IS NULL) OR COALESCE(((wanted).until <= (former).until), false))));


--
-- Name: release_agreements; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.release_agreements (
    waiting uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    party uuid NOT NULL,
    agreed_by uuid NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_release_agreements_agreed_at_within CHECK (((agreed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (agreed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.release_agreements FORCE ROW LEVEL SECURITY;


--
-- Name: lacking(public.waiting_releases); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.lacking(w public.waiting_releases) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN ARRAY(SELECT j.party FROM (public.evidence e CROSS JOIN LATERAL unnest(e.joint) WITH ORDINALITY j(party, place)) WHERE ((e.id = (lacking.w).evidence) AND (e.jit = (lacking.w).jit) AND (EXISTS (SELECT 1 FROM public.waiting_releases x WHERE ((x.id = (lacking.w).id) AND (x.evidence = (lacking.w).evidence) AND (x.party = (lacking.w).party)))) AND ((SELECT count(DISTINCT m.account) AS count FROM (public.release_agreements a JOIN public.members m ON (((m.jit = a.jit) AND (m.id = a.agreed_by)))) WHERE ((a.waiting = (lacking.w).id) AND (a.evidence = (lacking.w).evidence) AND (a.party = j.party))) < CASE WHEN (EXISTS (SELECT 1 FROM public.four_eyes f WHERE ((f.jit = e.jit) AND (f.party = j.party) AND ('release'::text = ANY (f.acts))))) THEN 2 ELSE 1 END)) ORDER BY j.place);


--
-- Name: attestations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attestations (
    waiting uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    party uuid NOT NULL,
    necessity text NOT NULL,
    proportionality text NOT NULL,
    transfer_basis text NOT NULL,
    record text NOT NULL,
    signed_by uuid NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_attestations_signed_at_within CHECK (((signed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (signed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_attestations_transfer_basis CHECK ((transfer_basis = ANY (ARRAY['adequacy'::text, 'safeguards'::text, 'derogation'::text])))
);

ALTER TABLE ONLY public.attestations FORCE ROW LEVEL SECURITY;


--
-- Name: clearances; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.clearances (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    verdict text NOT NULL,
    reason text NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_clearances_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_clearances_verdict CHECK ((verdict = ANY (ARRAY['cleared'::text, 'privileged'::text])))
);

ALTER TABLE ONLY public.clearances FORCE ROW LEVEL SECURITY;


--
-- Name: release_confirmations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.release_confirmations (
    waiting uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    party uuid NOT NULL,
    confirmed_by uuid NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_release_confirmations_confirmed_at_within CHECK (((confirmed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (confirmed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.release_confirmations FORCE ROW LEVEL SECURITY;


--
-- Name: verifications; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.verifications (
    evidence uuid NOT NULL,
    jit uuid NOT NULL,
    verdict text NOT NULL,
    checklist text[] NOT NULL,
    reason text NOT NULL,
    verified_by uuid NOT NULL,
    verified_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_verifications_checklist CHECK (((checklist <@ ARRAY['agreement'::text, 'lawful'::text, 'limited'::text, 'conditions'::text, 'integrity'::text]) AND ((verdict = 'refused'::text) OR (checklist @> ARRAY['agreement'::text, 'lawful'::text, 'limited'::text, 'conditions'::text, 'integrity'::text])))),
    CONSTRAINT ck_verifications_verdict CHECK ((verdict = ANY (ARRAY['passed'::text, 'refused'::text]))),
    CONSTRAINT ck_verifications_verified_at_within CHECK (((verified_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (verified_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.verifications FORCE ROW LEVEL SECURITY;


--
-- Name: gate_is_open(text, public.waiting_releases); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.gate_is_open(gate text, w public.waiting_releases) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN ((EXISTS (SELECT 1 FROM public.waiting_releases x WHERE ((x.id = (gate_is_open.w).id) AND (x.evidence = (gate_is_open.w).evidence) AND (x.party = (gate_is_open.w).party)))) AND CASE gate WHEN 'verification'::text THEN (EXISTS (SELECT 1 FROM public.verifications v WHERE ((v.evidence = (gate_is_open.w).evidence) AND (v.verdict = 'passed'::text)))) WHEN 'attestation'::text THEN (EXISTS (SELECT 1 FROM public.attestations a WHERE (a.waiting = (gate_is_open.w).id))) WHEN 'second_leader'::text THEN (EXISTS (SELECT 1 FROM public.release_confirmations c WHERE (c.waiting = (gate_is_open.w).id))) WHEN 'clearance'::text THEN (EXISTS (SELECT 1 FROM public.evidence e WHERE ((e.id = (gate_is_open.w).evidence) AND (e.privilege = 'cleared'::text) AND ((SELECT c.verdict FROM public.clearances c WHERE (c.evidence = e.id) ORDER BY c.id DESC LIMIT 1) = 'cleared'::text)))) WHEN 'joint'::text THEN ((EXISTS (SELECT 1 FROM public.evidence e WHERE ((e.id = (gate_is_open.w).evidence) AND (e.joint IS NOT NULL)))) AND (public.lacking(w) = '{}'::uuid[])) ELSE false END);


--
-- Name: gates_of_originator(uuid, uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.gates_of_originator(wanted uuid, owner uuid, recipient uuid) RETURNS text[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  me text := current_setting('app.party', true);
  found_gates text[];
begin
  perform set_config('app.party', owner::text, true);
  found_gates := standing_gates(wanted, recipient)
    || array(select 'second_leader' from four_eyes f
              where f.jit = asking_jit() and f.party = owner and 'release' = any (f.acts));
  perform set_config('app.party', me, true);
  return found_gates;
end $$;


--
-- Name: give_back(jsonb, uuid, uuid, uuid, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.give_back(former jsonb, team uuid, wanted uuid, holder uuid, resting_on text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  f releases := jsonb_populate_record(null::releases, still_stands(former, wanted, holder));
  now_at timestamptz := statement_timestamp();
  stood releases;
begin
  select * into stood from releases r
   where r.jit = team and r.party = holder and r.evidence = wanted and r.basis = resting_on for update;
  if not found or f.level is null then return null; end if;
  update releases r
     set level = f.level, authorities = f.authorities, seats = f.seats, not_before = f.not_before, until = f.until,
         purposes = f.purposes, basis = f.basis, granted_by = f.granted_by, granted_at = f.granted_at,
         effective = (f.not_before is null or f.not_before <= now_at + interval '1 minute')
           and (f.until is null or f.until > now_at),
         state = case when f.until <= now_at then 'lapsed' when f.not_before > now_at then 'pending' else 'effective' end,
         version = r.version + 1
   where r.jit = team and r.party = holder and r.evidence = wanted;
  update followed w set former = stood.level where w.evidence = wanted and w.party = holder and not w.waited and w.at = now_at;
  return (select r.level from releases r where r.jit = team and r.party = holder and r.evidence = wanted);
end $$;


--
-- Name: give_clearance(uuid, uuid, text, text, integer, integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.give_clearance(clearance uuid, wanted uuid, given text, why text, seen integer, files integer) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform from evidence e where e.id = wanted for no key update;
  if not asks_as_filter(wanted) or not exists (
    select from releases r where r.evidence = wanted and r.party = asking_party() and r.originator = asking_party()
       and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2) then
    return false;
  end if;
  update evidence e set privilege = given, version = e.version + 1
   where e.id = wanted and e.version = seen and e.files_count = give_clearance.files;
  if not found then return false; end if;
  insert into clearances (id, jit, evidence, verdict, reason, decided_by, decided_at)
    values (clearance, asking_jit(), wanted, given, why, asking_seat(), statement_timestamp());
  return true;
end $$;


--
-- Name: has_accounts(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.has_accounts() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT 1 FROM public.accounts a WHERE (NOT a.demonstration)));


--
-- Name: has_no_seats(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.has_no_seats(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (NOT (EXISTS (SELECT 1 FROM public.members m WHERE (m.jit = has_no_seats.wanted))));


--
-- Name: hears(uuid, smallint, uuid[], uuid[], integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.hears(party uuid, level smallint, authorities uuid[], seats uuid[], wanted integer) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (public.asking_as_jit_auditor() OR (party IS NULL) OR ((party = public.asking_party()) AND (level >= wanted) AND (('auditor'::text = ANY (public.asking_roles())) OR (public.admitted(level, authorities, seats, NULL::timestamp with time zone, NULL::timestamp with time zone) >= wanted))));


--
-- Name: hold_bounds(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.hold_bounds(wanted uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform 1 from releases r where r.evidence in (select b.bound_by from bounds b where b.evidence = wanted)
    and (r.jit = asking_jit() or session_user = 'liaison_engine')
    order by r.evidence, (r.party <> r.originator), r.party for share;
end $$;


--
-- Name: hold_bundles(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.hold_bundles() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  lock table exports in exclusive mode;
end $$;


--
-- Name: hold_field_erasure(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.hold_field_erasure(wanted uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform 1 from field_erasures f where f.id = wanted and f.jit = asking_jit() and f.approval is null
     and (f.party = asking_party() or assents_to_fields(f.entry)) for update;
  return found;
end $$;


--
-- Name: hold_mention(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.hold_mention() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform 1 from messages m
    where m.id = new.talk and m.kind = 'talk' and new.seat = any (m.mentions) for share;
  return case when found then new end;
end $$;


--
-- Name: hold_parents(uuid[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.hold_parents(parents uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform 1 from evidence e where e.jit = asking_jit() and e.id = any (parents) order by e.id for share;
  perform 1 from releases r where r.jit = asking_jit() and r.evidence = any (parents)
    order by r.evidence, (r.party <> r.originator), r.party for share;
end $$;


--
-- Name: hold_quarantine(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.hold_quarantine() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform 1 from evidence e where e.id = new.evidence and e.jit = new.jit and e.verification = 'waiting'
    and e.status = 'active' for no key update;
  if not found then
    raise exception 'nothing waits for a verdict here' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: hold_to_bounds(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.hold_to_bounds() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if not exists (select 1 from bounds b where b.evidence = new.evidence) then return new; end if;
  if new.party = new.originator then
    if (tg_op = 'INSERT' or new.seats is distinct from old.seats) and exists (
         select 1 from bounds b join releases r on r.jit = b.jit and r.evidence = b.bound_by and r.party = new.party
          where b.evidence = new.evidence and not names_follow(new.seats, r)) then
      raise exception 'it names more than what it was derived from admits' using errcode = 'LB001';
    end if;
    new.purposes := own_purposes(new);
    new.court_use := own_court_use(new);
    return new;
  end if;
  if session_user = 'liaison_engine' then return new; end if;
  if tg_op = 'UPDATE' then
    if not gains(old, new) and (old.court_use or not new.court_use) then return new; end if;
  end if;
  perform hold_bounds(new.evidence);
  perform refuse_beyond(new);
  return new;
end $$;


--
-- Name: hold_translation(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.hold_translation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  within uuid;
begin
  select m.channel into within from messages m
   where m.id = new.message and m.jit = new.jit and m.text is not null and m.version = new.of_version
     for share;
  if within is null then
    raise exception 'there are no such words to translate' using errcode = 'insufficient_privilege';
  end if;
  update pulses p set beats = beats + 1 where p.channel = within;
  if not exists (select 1 from channels c where c.id = within and c.closed_at is null) then
    raise exception 'the channel is closed' using errcode = 'insufficient_privilege';
  end if;
  if (select count(*) from translations t where t.message = new.message) > 40 then
    raise exception 'a message has so many translations at most' using errcode = 'LJ003';
  end if;
  return null;
end $$;


--
-- Name: hold_unerased(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.hold_unerased() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform 1 from evidence e where e.id = new.evidence and e.jit = new.jit and e.status <> 'erased' for share;
  if not found then
    raise exception 'the exhibit is erased: nothing is added to it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: hold_way(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.hold_way(wanted uuid) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  found_ground text;
begin
  perform 1 from physical_custody w where w.evidence = wanted and has_ended(w) for share;
  if not found or is_on_hold(wanted) then
    return null;
  end if;
  select x.ground into found_ground from erasures x
   where x.evidence = wanted and x.way_stands and x.destroyed_at is not null for update;
  return found_ground;
end $$;


--
-- Name: hold_wish_to_bounds(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.hold_wish_to_bounds() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if exists (select 1 from bounds b where b.evidence = new.evidence) then
    perform hold_bounds(new.evidence);
    perform refuse_beyond(as_release(new));
  end if;
  return new;
end $$;


--
-- Name: index_description(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.index_description() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform index_text(new.evidence, new.evidence);
  return null;
end $$;


--
-- Name: index_file(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.index_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform index_text(coalesce(new.evidence, old.evidence), coalesce(new.id, old.id));
  return null;
end $$;


--
-- Name: index_text(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.index_text(wanted uuid, wanted_part uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  found_text text;
begin
  if wanted_part = wanted then
    select concat_ws(' ', e.search_key, folded(p.description)) into found_text
      from evidence e join provenances p on p.evidence = e.id where e.id = wanted;
  else
    select concat_ws(' ', e.search_key, folded(f.name), f.sha256) into found_text
      from evidence e join files f on f.evidence = e.id
     where e.id = wanted and f.id = wanted_part and f.state = 'ready';
  end if;
  if found_text is null then
    delete from search_texts t where t.evidence = wanted and t.part = wanted_part;
  else
    insert into search_texts (evidence, part, jit, body)
      select e.id, wanted_part, e.jit, found_text from evidence e where e.id = wanted
      on conflict (evidence, part) do update set body = excluded.body where search_texts.body <> excluded.body;
  end if;
end $$;


--
-- Name: index_title(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.index_title() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform index_text(t.evidence, t.part) from search_texts t where t.evidence = new.id;
  return null;
end $$;


--
-- Name: invitations_of_members(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invitations_of_members() RETURNS TABLE(id uuid, team text, party text, party_name text, email text, expires_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform demand_operator();
  perform set_config('app.administering', 'on', true);
  return query
    select m.id, j.name, p.code, p.name, m.email, m.one_time_code_expires_at
      from members m join jits j on j.id = m.jit left join parties p on p.jit = m.jit and p.id = m.party
     where m.state = 'proposed' and m.one_time_code_expires_at is not null and j.state <> 'closed'
     order by m.one_time_code_expires_at, m.id limit 1000;
  perform set_config('app.administering', '', true);
end $$;


--
-- Name: invite_account(uuid, text, text, boolean, bytea, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invite_account(invitation uuid, address text, person text, founds boolean, digest bytea, expiry timestamp with time zone) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform demand_operator();
  if exists (select 1 from accounts a where a.email = address) then
    return 'account';
  end if;
  delete from account_invitations i where i.email = address and i.expires_at <= statement_timestamp();
  insert into account_invitations (id, email, name, may_found, code_hash, expires_at, invited_by, invited_at)
  values (invitation, address, person, founds, digest, expiry, asking_account(), statement_timestamp())
  on conflict (email) do nothing;
  if not found then
    return 'invitation';
  end if;
  perform note_operator_act('account.invited', address);
  return 'invited';
end $$;


--
-- Name: field_erasure_agreements; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.field_erasure_agreements (
    erasure uuid NOT NULL,
    agreed_by uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_field_erasure_agreements_agreed_at_within CHECK (((agreed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (agreed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.field_erasure_agreements FORCE ROW LEVEL SECURITY;


--
-- Name: lacking_assents(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.lacking_assents(wanted uuid) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN ARRAY(SELECT o.party FROM (public.field_erasures f CROSS JOIN LATERAL unnest(public.asked_assents(f.id)) WITH ORDINALITY o(party, place)) WHERE ((f.id = lacking_assents.wanted) AND ((SELECT count(DISTINCT m.account) AS count FROM (public.field_erasure_agreements a JOIN public.members m ON (((m.jit = a.jit) AND (m.id = a.agreed_by)))) WHERE ((a.erasure = f.id) AND (a.party = o.party))) < CASE WHEN (EXISTS (SELECT 1 FROM public.four_eyes y WHERE ((y.jit = f.jit) AND (y.party = o.party) AND ('erase'::text = ANY (y.acts))))) THEN 2 ELSE 1 END)) ORDER BY o.place);


--
-- Name: is_agreed_to_fields(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_agreed_to_fields(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT 1 FROM public.field_erasures f WHERE ((f.id = is_agreed_to_fields.wanted) AND (f.jit = public.asking_jit()) AND (f.approval IS NULL) AND ((f.party = public.asking_party()) OR public.assents_to_fields(f.entry)) AND (public.lacking_assents(f.id) = '{}'::uuid[]) AND ((f.confirmed_by IS NOT NULL) OR (NOT (EXISTS (SELECT 1 FROM public.four_eyes y WHERE ((y.jit = f.jit) AND (y.party = f.party) AND ('erase'::text = ANY (y.acts))))))))));


--
-- Name: is_another(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_another(seat uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT 1 FROM public.members m WHERE ((m.jit = public.asking_jit()) AND (m.id = is_another.seat) AND (m.account <> public.asking_account()))));


--
-- Name: pending; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pending (
    id bigint NOT NULL,
    jit uuid NOT NULL,
    entry uuid NOT NULL
);

ALTER TABLE ONLY public.pending FORCE ROW LEVEL SECURITY;


--
-- Name: is_entered(uuid, text[], uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_entered(team uuid, of_kinds text[], named uuid DEFAULT NULL::uuid) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT 1 FROM (public.pending q JOIN public.headers h ON ((h.entry = q.entry))) WHERE ((q.jit = is_entered.team) AND (q.xmin = (pg_current_xact_id())::xid) AND (h.kind = ANY (is_entered.of_kinds)) AND ((is_entered.named IS NULL) OR (h.evidence = is_entered.named) OR (h.about = is_entered.named)))));


--
-- Name: is_erasable(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_erasable(kind text, field text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    RETURN CASE kind WHEN 'action.changed'::text THEN (field = 'changes'::text) WHEN 'action.planned'::text THEN (field = ANY (ARRAY['objective'::text, 'place'::text, 'team'::text, 'interpreter'::text, 'risk'::text, 'contingency'::text, 'channel'::text])) WHEN 'operation.reported'::text THEN (field = 'text'::text) WHEN 'protected.entered'::text THEN (field = ANY (ARRAY['reason'::text, 'subject_name'::text])) WHEN 'action.result_recorded'::text THEN (field = 'text'::text) WHEN 'media_line.written'::text THEN (field = 'text'::text) WHEN 'operation.debriefed'::text THEN (field = 'text'::text) WHEN 'acquisition.corrected'::text THEN (field = 'examiner'::text) WHEN 'acquisition.recorded'::text THEN (field = 'examiner'::text) WHEN 'custody.checked_in'::text THEN (field = ANY (ARRAY['custodian'::text, 'place'::text])) WHEN 'custody.checked_out'::text THEN (field = ANY (ARRAY['by'::text, 'place'::text])) WHEN 'custody.collected'::text THEN (field = ANY (ARRAY['by'::text, 'from_whom'::text, 'place'::text])) WHEN 'custody.corrected'::text THEN (field = ANY (ARRAY['custodian'::text, 'place'::text])) WHEN 'custody.destroyed'::text THEN (field = ANY (ARRAY['by'::text, 'place'::text, 'witnessed_by'::text])) WHEN 'custody.imported'::text THEN (field = ANY (ARRAY['description'::text, 'environment'::text, 'instrument'::text, 'location'::text, 'performer'::text])) WHEN 'custody.incident'::text THEN (field = 'by'::text) WHEN 'custody.offered'::text THEN (field = 'giver'::text) WHEN 'custody.produced'::text THEN (field = 'by'::text) WHEN 'custody.received'::text THEN (field = ANY (ARRAY['giver'::text, 'place'::text])) WHEN 'custody.returned'::text THEN (field = ANY (ARRAY['place'::text, 'to_whom'::text])) WHEN 'custody.sealed'::text THEN (field = 'by'::text) WHEN 'custody.seized'::text THEN (field = ANY (ARRAY['by'::text, 'from_whom'::text, 'place'::text])) WHEN 'custody.stored'::text THEN (field = ANY (ARRAY['custodian'::text, 'place'::text])) WHEN 'custody.transported'::text THEN (field = ANY (ARRAY['by'::text, 'from_place'::text, 'place'::text])) WHEN 'custody.unsealed'::text THEN (field = 'by'::text) WHEN 'evidence.described'::text THEN (field = 'changes'::text) WHEN 'evidence.imported'::text THEN (field = 'objects'::text) WHEN 'evidence.registered'::text THEN (field = ANY (ARRAY['acquired_by'::text, 'description'::text, 'place'::text, 'title'::text])) WHEN 'file.discarded'::text THEN (field = 'name'::text) WHEN 'file.hash_differed'::text THEN (field = 'name'::text) WHEN 'file.received'::text THEN (field = 'name'::text) WHEN 'task.assigned'::text THEN (field = ANY (ARRAY['details'::text, 'items'::text, 'title'::text])) WHEN 'task.changed'::text THEN (field = 'changes'::text) WHEN 'briefing.note_written'::text THEN (field = 'text'::text) WHEN 'task.commented'::text THEN (field = 'text'::text) WHEN 'task.item_added'::text THEN (field = 'text'::text) WHEN 'task.item_removed'::text THEN (field = 'text'::text) WHEN 'task.item_ticked'::text THEN (field = 'text'::text) WHEN 'task.item_unticked'::text THEN (field = 'text'::text) WHEN 'channel.closed'::text THEN (field = ANY ('{channel_name}'::text[])) WHEN 'channel.opened'::text THEN (field = ANY ('{channel_name}'::text[])) WHEN 'decision.corrected'::text THEN (field = ANY ('{channel_name,text}'::text[])) WHEN 'decision.mentioned'::text THEN (field = ANY ('{channel_name}'::text[])) WHEN 'decision.recorded'::text THEN (field = ANY ('{channel_name,text}'::text[])) WHEN 'decision.translated'::text THEN (field = ANY ('{channel_name,text}'::text[])) WHEN 'decision.signed'::text THEN (field = ANY ('{channel_name}'::text[])) ELSE false END;


--
-- Name: is_led(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_led(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT 1 FROM public.members m WHERE ((m.jit = public.asking_jit()) AND (m.party = is_led.wanted) AND (m.state = 'seated'::text) AND ('leader'::text = ANY (m.roles)) AND ((m.until IS NULL) OR (m.until > statement_timestamp())))));


--
-- Name: is_new_entry(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_new_entry(wanted uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform from headers h where h.entry = wanted;
  return not found;
end $$;


--
-- Name: handovers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.handovers (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    party uuid NOT NULL,
    offered_by uuid NOT NULL,
    giver text NOT NULL,
    to_party uuid NOT NULL,
    to_seat uuid NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    place text,
    why text,
    answered_by uuid,
    answered_at timestamp with time zone,
    alarmed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_handovers_alarmed_at_within CHECK (((alarmed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (alarmed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_handovers_another CHECK ((to_seat <> offered_by)),
    CONSTRAINT ck_handovers_answered CHECK ((((state = 'offered'::text) = (answered_at IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL)))),
    CONSTRAINT ck_handovers_answered_at_within CHECK (((answered_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (answered_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_handovers_due_at_within CHECK (((due_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (due_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_handovers_offered_at_within CHECK (((offered_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (offered_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_handovers_place CHECK (((place IS NOT NULL) = (state = 'received'::text))),
    CONSTRAINT ck_handovers_state CHECK ((state = ANY (ARRAY['offered'::text, 'received'::text, 'refused'::text, 'withdrawn'::text]))),
    CONSTRAINT ck_handovers_why CHECK (((why IS NOT NULL) = (state = ANY (ARRAY['refused'::text, 'withdrawn'::text]))))
);

ALTER TABLE ONLY public.handovers FORCE ROW LEVEL SECURITY;


--
-- Name: is_offered_to_asking_seat(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_offered_to_asking_seat(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (EXISTS (SELECT 1 FROM public.handovers h WHERE ((h.jit = public.asking_jit()) AND (h.evidence = is_offered_to_asking_seat.wanted) AND (h.to_seat = public.asking_seat()) AND (h.state = 'offered'::text))));


--
-- Name: is_own_decision(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_own_decision(wanted uuid, within uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT 1 FROM (public.messages m JOIN public.members s ON (((s.jit = m.jit) AND (s.id = m.seat)))) WHERE ((m.jit = public.asking_jit()) AND (m.id = is_own_decision.wanted) AND (m.channel = is_own_decision.within) AND (m.kind = 'decision'::text) AND ((m.seat = public.asking_seat()) OR (s.party = public.asking_party())))));


--
-- Name: is_shown(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_shown(notification uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  return exists (select 1 from notifications n where n.id = is_shown.notification);
end $$;


--
-- Name: is_withdrawn(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_withdrawn(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT 1 FROM public.evidence e WHERE ((e.id = is_withdrawn.wanted) AND (e.status = 'withdrawn'::text))));


--
-- Name: jointly(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.jointly(wanted uuid) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN COALESCE((SELECT public.admitted((3)::smallint, r.authorities, r.seats, r.not_before, r.until) AS admitted FROM public.releases r WHERE ((r.jit = public.asking_jit()) AND (r.evidence = jointly.wanted) AND (r.party = public.asking_party()) AND (r.party = ANY (r.joint)))), 0);


--
-- Name: json_of(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.json_of(said text) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  return said::jsonb;
exception when data_exception or statement_too_complex then
  begin  -- an escaped backslash begins no escape
    return regexp_replace(said, '(?<!\\)((?:\\\\)*)\\u0000', '\1\\ufffd', 'g')::jsonb;
  exception when data_exception or statement_too_complex then
    return null;
  end;
end $$;


--
-- Name: keep_acquisitions(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_acquisitions() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if tg_op = 'UPDATE' and current_user = 'liaison_owner'
     and old.evidence::text = current_setting('app.forgetting', true)
     and new.examiner = '—' and to_jsonb(new) - 'examiner' = to_jsonb(old) - 'examiner' then
    return new;
  end if;
  raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;


--
-- Name: keep_closed(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_closed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'the team is closed: nothing is entered any more' using errcode = 'LJ001';
end $$;


--
-- Name: keep_custody_of_others(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_custody_of_others() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  is_correction boolean := tg_op = 'UPDATE' and new.corrections > old.corrections;
begin
  if current_user <> 'liaison_app' then return new; end if;
  if new.seat is not null and (tg_op = 'INSERT' or new.seat is distinct from old.seat)
     and (new.seat is distinct from asking_seat() or new.party is distinct from asking_party()) then
    raise exception 'a member becomes the holder only by its own act' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' and old.state in ('returned', 'destroyed') and not is_correction then
    raise exception 'custody that ended changes only by a correction' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' or is_offered_to_asking_seat(new.evidence) and new.party = asking_party() then return new; end if;
  if new.party is distinct from old.party
     and not (is_correction and new.party = asking_party() and asking_as_originator(new.evidence)) then
    raise exception 'an item moves to another party by a received handover or by a correction of its originator'
      using errcode = 'insufficient_privilege';
  end if;
  if old.party is distinct from asking_party() and new.seat is distinct from old.seat and not is_correction
     and exists (select 1 from members m where m.jit = old.jit and m.id = old.seat and m.state = 'seated'
                                           and (m.until is null or m.until > statement_timestamp())) then
    raise exception 'a member of another party holds the item' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: keep_erased(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_erased() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_user = 'liaison_app' then
    raise exception 'an exhibit is erased by its erasure alone, for good' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: keep_fields(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_fields() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if tg_op = 'DELETE' and exists (select 1 from erased_fields x where x.entry = old.entry and x.name = old.name) then
    return old;
  end if;
  raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;


--
-- Name: keep_flag(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_flag() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - '{own_seats}'::text[] = to_jsonb(old) - '{own_seats}'::text[] then return new; end if;
    if old.decision is null and new.decision is not null
       and to_jsonb(new) - '{decision,because,decided_by,decided_at,version}'::text[]
         = to_jsonb(old) - '{decision,because,decided_by,decided_at,version}'::text[] then return new; end if;
  end if;
  raise exception 'a flag stays as it was set' using errcode = 'insufficient_privilege';
end $$;


--
-- Name: keep_former_words(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_former_words() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if old.kind = 'decision' then
    return new;
  end if;
  new.version := old.version + 1;
  if new.taken_back_at is not null then
    new.taken_back_at := moment_near(new.taken_back_at);
    new.text := null;
    new.mentions := '{}';
    delete from former_words f where f.message = old.id;
    delete from translations t where t.message = old.id;
  elsif new.text is null then
    raise exception 'talk is corrected or taken back' using errcode = 'insufficient_privilege';
  else
    new.corrected_at := moment_near(coalesce(new.corrected_at, statement_timestamp()));
    insert into former_words (message, version, jit, text, until)
      values (old.id, old.version, old.jit, old.text, new.corrected_at);
  end if;
  delete from message_links l where l.message = old.id;
  return new;
end $$;


--
-- Name: keep_joint(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_joint() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_user = 'liaison_app' and to_jsonb(new) - '{own_seats}'::text[] is distinct from to_jsonb(old) - '{own_seats}'::text[] then
    raise exception 'a joint originator keeps what it obtained' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: keep_left(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_left() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'a party that left does not come back' using errcode = 'insufficient_privilege';
end $$;


--
-- Name: keep_parties_of_task(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_parties_of_task() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  is_own constant boolean := new.assignee_party is not distinct from asking_party();
  leads constant boolean := is_own and 'leader' = any (asking_roles());
begin
  if current_user <> 'liaison_app' then
    return new;
  end if;
  if tg_op = 'INSERT' and new.predecessor is not null then
    if not exists (
         select 1 from tasks p
          where p.jit = new.jit and p.id = new.predecessor
            and (p.assigner, p.assigner_party, p.assignee, p.assignee_party, p.accepted_at, p.accepted_by)
                is not distinct from
                (new.assigner, new.assigner_party, new.assignee, new.assignee_party, new.accepted_at, new.accepted_by)) then
      raise exception 'a follow-up has the parties of its predecessor' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if tg_op = 'INSERT' or new.assignee is distinct from old.assignee then
    if tg_op = 'UPDATE'
       and not ('coordinator' = any (asking_roles()) or new.assigner = asking_seat()
                or leads and new.assignee_party = old.assignee_party) then
      raise exception 'only a coordinator, the assigner or a leader of the party chooses the assignee'
        using errcode = 'insufficient_privilege';
    end if;
    if not is_own and not 'coordinator' = any (asking_roles()) then
      raise exception 'only a coordinator chooses an assignee of another party' using errcode = 'insufficient_privilege';
    end if;
    if new.accepted_by is not null and not (leads and new.accepted_by = asking_seat())
       or not is_own and (new.accepted_at is not null or new.state <> 'proposed') then
      raise exception 'another party accepts a task itself' using errcode = 'insufficient_privilege';
    end if;
  elsif (new.accepted_at, new.accepted_by) is distinct from (old.accepted_at, old.accepted_by) then
    if not is_own or new.accepted_by is distinct from asking_seat() then
      raise exception 'another party accepts a task itself' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return new;
end $$;


--
-- Name: keep_question(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_question() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if new.state <> 'out' and (new.asked_at, new.reason) is distinct from (old.asked_at, old.reason) then
    raise exception 'an answer changes no question' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: keep_stored(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_stored() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_user = 'liaison_app' then
    raise exception 'what is stored keeps its hash and its state' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: keep_texts(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_texts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if exists (select 1 from derivations d join provenances p on p.evidence = d.parent
              where d.child = new.evidence and p.handling_text is not null
                and position(case tg_op when 'UPDATE' then old.handling_text else p.handling_text end
                             in coalesce(new.handling_text, '')) = 0) then
    raise exception 'a handling text of what it was derived from would be lost' using errcode = 'LB002';
  end if;
  return new;
end $$;


--
-- Name: keep_told(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_told() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if tg_op = 'INSERT' then
    if current_user = 'liaison_app' then
      new.told_at := null;
      new.told_as := 1;
    end if;
    return new;
  end if;
  new.told_at := coalesce(
    old.told_at, case when new.state in ('planned', 'live') then statement_timestamp() end);
  new.told_as := old.told_as
    + ((new.kind, new.h_at, new.h_zone) is distinct from (old.kind, old.h_at, old.h_zone))::integer;
  return new;
end $$;


--
-- Name: keep_what_was_erased(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_what_was_erased() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if current_user <> 'liaison_app' then return new; end if;
  if tg_op = 'INSERT' then
    new.erased := '{}';
    return new;
  end if;
  new.erased := coalesce((
    select jsonb_object_agg(e.key, e.value) from jsonb_each(old.erased) e
     where to_jsonb(new) -> e.key is not distinct from to_jsonb(old) -> e.key), '{}');
  return new;
end $$;


--
-- Name: keep_within(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_within(wanted uuid, recipient uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  stood releases;
  kept releases;
  reason text := 'What it was derived from is not released that far any more.';
begin
  select * into stood from releases r where r.evidence = wanted and r.party = recipient for update;
  if found and not within_bounds(stood) then
    kept := least_of(stood);
    if kept.level = 0 then
      delete from releases r where r.evidence = wanted and r.party = recipient;
    else
      update releases r set level = kept.level, authorities = kept.authorities, seats = kept.seats,
             not_before = kept.not_before, until = kept.until, purposes = kept.purposes, court_use = kept.court_use,
             version = r.version + 1
       where r.evidence = wanted and r.party = recipient;
    end if;
    insert into followed (jit, evidence, party, waited, former, level)
      values (stood.jit, wanted, recipient, false, stood.level, kept.level);
    if kept.level < 3 then
      perform ask_after(wanted, recipient, reason, joint_too => true), call_back(wanted, recipient, reason);
    end if;
  end if;
  with gone as (
    delete from waiting_releases w where w.evidence = wanted and w.party = recipient and not within_bounds(as_release(w))
    returning w.jit, w.evidence, w.party, w.level)
  insert into followed (jit, evidence, party, waited, former, level) select g.jit, g.evidence, g.party, true, g.level, 0 from gone g;
end $$;


--
-- Name: keep_within_union(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_within_union() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if current_user = 'liaison_app' and exists (
    select 1 from unnest(new.parties) one
     where not one = any (coalesce(old.parties, '{}'))
       and not exists (
         select 1 from parties p
          where p.jit = new.jit and p.id = one and p.kind in ('member_state', 'eu_body'))) then
    raise exception 'who takes part is of the Union' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: erasure_agreements; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.erasure_agreements (
    evidence uuid NOT NULL,
    jit uuid NOT NULL,
    version integer NOT NULL,
    reason text NOT NULL,
    party uuid NOT NULL,
    agreed_by uuid NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_erasure_agreements_agreed_at_within CHECK (((agreed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (agreed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.erasure_agreements FORCE ROW LEVEL SECURITY;


--
-- Name: lacking_erasure(public.evidence); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.lacking_erasure(e public.evidence) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN ARRAY(SELECT j.party FROM (public.evidence x CROSS JOIN LATERAL unnest(x.joint) WITH ORDINALITY j(party, place)) WHERE ((x.id = (lacking_erasure.e).id) AND ((SESSION_USER = 'liaison_engine'::name) OR (x.jit = public.asking_jit())) AND (NOT public.has_left(x.jit, j.party)) AND ((SELECT count(DISTINCT m.account) AS count FROM (public.erasure_agreements a JOIN public.members m ON (((m.jit = a.jit) AND (m.id = a.agreed_by)))) WHERE ((a.evidence = x.id) AND (a.party = j.party) AND (a.version = x.version))) < CASE WHEN (EXISTS (SELECT 1 FROM public.four_eyes f WHERE ((f.jit = x.jit) AND (f.party = j.party) AND ('erase'::text = ANY (f.acts))))) THEN 2 ELSE 1 END)) ORDER BY j.place);


--
-- Name: closing_assents; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.closing_assents (
    closing uuid NOT NULL,
    seat uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_closing_assents_agreed_at_within CHECK (((agreed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (agreed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.closing_assents FORCE ROW LEVEL SECURITY;


--
-- Name: closings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.closings (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    clause text NOT NULL,
    reason text NOT NULL,
    declared_by uuid NOT NULL,
    declared_at timestamp with time zone NOT NULL,
    withdrawn_by uuid,
    withdrawn_at timestamp with time zone,
    closed_by uuid,
    closed_at timestamp with time zone,
    CONSTRAINT ck_closings_closed CHECK (((closed_at IS NULL) = (closed_by IS NULL))),
    CONSTRAINT ck_closings_closed_at_within CHECK (((closed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (closed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_closings_declared_at_within CHECK (((declared_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (declared_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_closings_withdrawn CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) OR (closed_at IS NULL)))),
    CONSTRAINT ck_closings_withdrawn_at_within CHECK (((withdrawn_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (withdrawn_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.closings FORCE ROW LEVEL SECURITY;


--
-- Name: lacks_assent(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.lacks_assent(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT 1 FROM ((public.closings c JOIN public.members m ON (((m.jit = c.jit) AND (m.state = 'seated'::text) AND ('leader'::text = ANY (m.roles)) AND ((m.until IS NULL) OR (m.until > statement_timestamp()))))) JOIN public.parties p ON (((p.jit = c.jit) AND (p.id = m.party) AND (p.status <> 'left'::text)))) WHERE ((c.id = lacks_assent.wanted) AND (NOT (EXISTS (SELECT 1 FROM (public.closing_assents a JOIN public.members s ON (((s.jit = a.jit) AND (s.id = a.seat)))) WHERE ((a.closing = c.id) AND (a.party = p.id) AND (s.party = p.id) AND (s.state = 'seated'::text) AND ('leader'::text = ANY (s.roles)) AND ((s.until IS NULL) OR (s.until > statement_timestamp())))))))));


--
-- Name: leader_for(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.leader_for(wanted uuid, recipient uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (SELECT m.id FROM (((public.evidence e JOIN public.members m ON (((m.jit = e.jit) AND (m.party = e.originator) AND ('leader'::text = ANY (m.roles))))) LEFT JOIN public.releases own ON (((own.jit = e.jit) AND (own.party = e.originator) AND (own.evidence = e.id)))) LEFT JOIN public.releases r ON (((r.jit = e.jit) AND (r.party = leader_for.recipient) AND (r.evidence = e.id)))) WHERE (e.id = leader_for.wanted) ORDER BY ((m.jit = e.jit) AND (m.party = e.originator) AND (m.state = 'seated'::text) AND ('leader'::text = ANY (m.roles)) AND ((m.until IS NULL) OR (m.until > statement_timestamp()))) DESC, ((own.seats IS NULL) OR (m.id = ANY (own.seats))) DESC, (m.id = r.granted_by) DESC NULLS LAST, (m.id = e.registered_by) DESC, m.code LIMIT 1);


--
-- Name: leader_of(uuid, uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.leader_of(wanted uuid, whose uuid, first uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (SELECT m.id FROM ((public.evidence e JOIN public.members m ON (((m.jit = e.jit) AND (m.party = leader_of.whose) AND ('leader'::text = ANY (m.roles))))) LEFT JOIN public.releases own ON (((own.jit = e.jit) AND (own.party = leader_of.whose) AND (own.evidence = e.id)))) WHERE (e.id = leader_of.wanted) ORDER BY ((m.state = 'seated'::text) AND ('leader'::text = ANY (m.roles)) AND ((m.until IS NULL) OR (m.until > statement_timestamp()))) DESC, ((own.seats IS NULL) OR (m.id = ANY (own.seats))) DESC, ((own.authorities IS NULL) OR (m.authority = ANY (own.authorities))) DESC, (m.id = leader_of.first) DESC, m.code LIMIT 1);


--
-- Name: least_of(public.releases); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.least_of(stood public.releases) RETURNS public.releases
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    declare
      r releases := stood;
      b record;
    begin
      for b in select e.originator as provider, e.handling, k.* from bounds n join evidence e on e.id = n.bound_by
                 left join releases k on k.jit = n.jit and k.evidence = n.bound_by and k.party = stood.party
                where n.evidence = stood.evidence loop
        if b.party is null or ('H2' = any (b.handling) and not obtained_by(stood.party, b.provider, b.joint)) then
          r.level := 0;
          return r;
        end if;
        r.level := least(r.level, b.level);
        r.authorities := case when b.authorities is null then r.authorities when r.authorities is null then b.authorities
          else array(select unnest(r.authorities) intersect select unnest(b.authorities)) end;
        r.seats := case when b.seats is null then r.seats when r.seats is null then b.seats
          else array(select unnest(r.seats) intersect select unnest(b.seats)) end;
        r.not_before := greatest(r.not_before, b.not_before);
        r.until := least(r.until, b.until);
        if b.purposes is not null then
          r.purposes := array(select unnest(coalesce(r.purposes, array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'])) intersect select unnest(b.purposes) order by 1);
        elsif not obtained_by(b.party, b.provider, b.joint) and r.purposes is not null then
          r.purposes := array_remove(r.purposes, 'OTHER_OFFENCE_WITH_CONSENT');
        end if;
        r.court_use := r.court_use and (b.court_use or obtained_by(b.party, b.provider, b.joint) or not 'H1' = any (b.handling));
      end loop;
      if r.authorities = '{}' or r.seats = '{}' or r.purposes = '{}' or r.until <= r.not_before or not within_bounds(r) then
        r.level := 0;
      end if;
      return r;
    end $$;


--
-- Name: leave_exhibit(uuid, uuid, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.leave_exhibit(leaving uuid, wanted uuid, because text) RETURNS TABLE(done text, party uuid, level smallint, known boolean, at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    #variable_conflict use_column
    declare
      l leavings;
      e evidence;
      r releases;
    begin
      select * into l from leavings x where x.id = leaving and x.begun_at is not null;
      select * into e from evidence x where x.id = wanted and x.jit = l.jit for update;
      if not found then
        return;
      end if;
      at := statement_timestamp();
      known := true;
      for party, level in delete from waiting_releases w
           where w.evidence = wanted and l.party in (w.originator, w.party) returning w.party, w.level loop
        done := 'given_up';
        return next;
      end loop;
      if e.originator = l.party then
        if l.contributed = 'withdraw' and e.status = 'active' then
          update evidence x set status = 'withdrawn', version = x.version + 1 where x.id = wanted;
          update releases x set level = 1, version = x.version + 1
           where x.evidence = wanted and not obtained_by(x.party, x.originator, x.joint) and x.level > 1;
          perform ask_after(wanted, null, because), call_back(wanted, null, because);
          done := 'withdrawn'; party := l.party; level := 1;
          return next;
        elsif l.contributed = 'freeze' then
          for r in update releases x set level = 1, version = x.version + 1
               where x.evidence = wanted and not obtained_by(x.party, x.originator, x.joint) and x.level > 1 returning x.* loop
            done := 'frozen'; party := r.party; level := 1; known := r.state = 'effective';
            if r.state <> 'lapsed' then return next; end if;
          end loop;
        end if;
        return;
      end if;
      select * into r from releases x where x.evidence = wanted and x.party = l.party for update;
      if not found then
        return;
      end if;
      party := l.party; level := r.level; known := r.state = 'effective';
      if l.received = 'withdraw' or r.state = 'pending' or r.not_before >= at then
        delete from releases x where x.evidence = wanted and x.party = l.party;
        done := 'recalled';
      elsif r.state <> 'lapsed' then
        update releases x set until = least(x.until, at), state = 'lapsed', effective = false, version = x.version + 1
         where x.evidence = wanted and x.party = l.party;
        done := 'lapsed';
      else
        return;
      end if;
      if l.received <> 'stay' then
        perform ask_after(wanted, l.party, because);
      end if;
      if l.received = 'withdraw' then
        perform call_back(wanted, l.party, because);
      end if;
      return next;
    end $$;


--
-- Name: ledger_head(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.ledger_head(wanted uuid) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
declare
  published bigint;
begin
  select coalesce(max(c.size), 0) - 1 into published from checkpoints c where c.jit = wanted;
  return coalesce(
    (select p.position from positions p where p.jit = wanted and p.position > published order by p.position desc limit 1),
    published);
end $$;


--
-- Name: list_erased(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.list_erased() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if exists (select 1 from evidence e where e.id = new.evidence and (e.status = 'erased'
              or (e.status = 'withdrawn' and not obtained_by(new.party, e.originator, e.joint)))) then
    new.level := 1;
  end if;
  return new;
end $$;


--
-- Name: lower_of_left(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.lower_of_left() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform 1 from parties p where p.jit = new.jit and p.id in (new.originator, new.party) order by p.id for key share;
  if has_left(new.jit, new.originator) then
    new.level := least(new.level, old.level);
  end if;
  if has_left(new.jit, new.party) and new.party <> new.originator then
    new.level := least(new.level, old.level);
    new.not_before := case when new.not_before < statement_timestamp() then new.not_before end;
    new.until := least(new.until, statement_timestamp());
    new.state := 'lapsed';
    new.effective := false;
  end if;
  return new;
end $$;


--
-- Name: mark_leaving(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.mark_leaving() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  update parties p set leaves_at = case when new.withdrawn_at is null then new.effective_at end, version = p.version + 1
   where p.jit = new.jit and p.id = new.party;
  return null;
end $$;


--
-- Name: may_address(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.may_address(wanted uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform from headers h where h.entry = wanted;
  return not found or ('leader' = any (asking_roles()) and exists (
    select from headers h join evidence e on e.id = h.evidence
     where h.entry = wanted and h.jit = asking_jit() and e.originator = asking_party()));
end $$;


--
-- Name: may_agree(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.may_agree(wish uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN (public.decides_releases() AND (EXISTS (SELECT 1 FROM public.waiting_releases w WHERE ((w.id = may_agree.wish) AND (w.jit = public.asking_jit()) AND ('joint'::text = ANY (w.gates)) AND (public.jointly(w.evidence) = 3) AND (public.asking_party() = ANY (public.lacking(w.*))) AND (NOT (EXISTS (SELECT 1 FROM public.release_agreements a WHERE ((a.waiting = w.id) AND (a.party = public.asking_party()) AND (NOT public.is_another(a.agreed_by))))))))));


--
-- Name: may_assent_to_fields(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.may_assent_to_fields(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (('leader'::text = ANY (public.asking_roles())) AND public.decides_releases() AND (EXISTS (SELECT 1 FROM public.field_erasures f WHERE ((f.id = may_assent_to_fields.wanted) AND (f.jit = public.asking_jit()) AND (f.approval IS NULL)))) AND (public.asking_party() = ANY (public.lacking_assents(wanted))) AND (NOT (EXISTS (SELECT 1 FROM public.field_erasure_agreements a WHERE ((a.erasure = may_assent_to_fields.wanted) AND (a.party = public.asking_party()) AND (NOT public.is_another(a.agreed_by)))))));


--
-- Name: may_bundle(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.may_bundle(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN ((public.asking_roles() && ARRAY['leader'::text, 'member'::text, 'auditor'::text]) AND (EXISTS (SELECT 1 FROM ((public.evidence e CROSS JOIN LATERAL (SELECT public.obtained_by(public.asking_party(), e.originator, e.joint) AS own) o) CROSS JOIN LATERAL (SELECT (EXISTS (SELECT 1 FROM public.releases r WHERE ((r.jit = e.jit) AND (r.evidence = e.id) AND (r.party = public.asking_party()) AND r.court_use AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0)))) AS court_use) c) WHERE ((e.id = may_bundle.wanted) AND (e.jit = public.asking_jit()) AND (o.own OR ('auditor'::text = ANY (public.asking_roles())) OR (c.court_use AND (e.status = 'active'::text))) AND (NOT (('H1'::text = ANY (e.handling)) AND (NOT c.court_use) AND (e.bound OR (NOT o.own))))))));


--
-- Name: may_erase_fields(uuid, text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.may_erase_fields(wanted uuid, requested text[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  own text;
  there bigint;
begin
  select h.kind into own from headers h join positions p on p.entry = h.entry
   where h.entry = wanted and h.jit = asking_jit() and h.party = asking_party();
  if own is null then
    return false;
  end if;
  -- One request for an entry at a time.
  perform 1 from entries e where e.id = wanted for update;
  if exists (select 1 from unnest(requested) n where not is_erasable(own, n)) or must_stand(wanted)
     or exists (select 1 from erased_fields x where x.entry = wanted and x.name = any (requested))
     or exists (select 1 from field_erasures f where f.entry = wanted and f.erased_at is null and f.names && requested) then
    return false;
  end if;
  perform set_config('app.erasing', wanted::text, true);
  select count(*) into there from fields f where f.entry = wanted and f.name = any (requested);
  perform set_config('app.erasing', '', true);
  return there = cardinality(requested);
end $$;


--
-- Name: may_export(text, uuid, uuid[], uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.may_export(profile text, evidence uuid, exhibits uuid[], party uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN CASE profile WHEN 'court'::text THEN CASE WHEN (exhibits IS NULL) THEN public.may_bundle(evidence) ELSE (NOT (EXISTS (SELECT 1 FROM unnest(may_export.exhibits) x(evidence) WHERE (NOT public.may_bundle(x.evidence))))) END WHEN 'defence'::text THEN ((public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (NOT ('auditor'::text = ANY (public.asking_roles()))) AND (EXISTS (SELECT 1 FROM public.members m WHERE ((m.id = public.asking_seat()) AND (m.jit = public.asking_jit()) AND (m.function = 'judicial'::text)))) AND (NOT (EXISTS (SELECT 1 FROM unnest(may_export.exhibits) x(evidence) WHERE (NOT public.may_bundle(x.evidence)))))) WHEN 'supervisory_authority'::text THEN (('auditor'::text = ANY (public.asking_roles())) AND (public.asking_as_jit_auditor() OR COALESCE((party = public.asking_party()), false))) ELSE ((COALESCE((party = public.asking_party()), false) AND (public.asking_roles() && ARRAY['leader'::text, 'auditor'::text])) OR ((party IS NULL) AND public.asking_as_jit_auditor() AND (profile = ANY (ARRAY['statistics'::text, 'archive'::text])))) END;


--
-- Name: may_meet(uuid[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.may_meet(named uuid[]) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN (NOT (EXISTS (SELECT 1 FROM unnest(may_meet.named) n(party) WHERE (NOT (EXISTS (SELECT 1 FROM public.parties p WHERE ((p.jit = public.asking_jit()) AND (p.id = n.party) AND (NOT public.beyond_the_union(p.kind)) AND (p.status = 'active'::text))))))));


--
-- Name: may_obtain(uuid[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.may_obtain(named uuid[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN ((SELECT count(*) AS count FROM public.parties p WHERE ((p.jit = public.asking_jit()) AND (p.id = ANY (may_obtain.named)) AND (p.status = 'active'::text))) = cardinality(named));


--
-- Name: may_release(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.may_release(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (NOT (EXISTS (SELECT 1 FROM public.evidence e WHERE ((e.id = may_release.wanted) AND (e.originator IS DISTINCT FROM public.asking_party())))));


--
-- Name: access_rules; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.access_rules (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid NOT NULL,
    code text NOT NULL,
    category text,
    handling text,
    to_party uuid,
    to_kind text,
    level smallint NOT NULL,
    authorities uuid[],
    seats uuid[],
    not_before timestamp with time zone,
    until timestamp with time zone,
    purposes text[],
    clause text NOT NULL,
    state text NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    four_eyes boolean DEFAULT false NOT NULL,
    CONSTRAINT ck_access_rules_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_access_rules_level CHECK (((level >= 0) AND (level <= 3))),
    CONSTRAINT ck_access_rules_named CHECK (((to_party IS NOT NULL) OR ((authorities IS NULL) AND (seats IS NULL)))),
    CONSTRAINT ck_access_rules_not_before_within CHECK (((not_before >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (not_before < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_access_rules_recipient CHECK (((to_party IS NULL) OR (to_kind IS NULL))),
    CONSTRAINT ck_access_rules_state CHECK ((state = ANY (ARRAY['active'::text, 'retired'::text]))),
    CONSTRAINT ck_access_rules_to_another CHECK ((to_party IS DISTINCT FROM party)),
    CONSTRAINT ck_access_rules_until_within CHECK (((until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (until < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_access_rules_window CHECK ((until > not_before))
);

ALTER TABLE ONLY public.access_rules FORCE ROW LEVEL SECURITY;


--
-- Name: speaking_rules(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.speaking_rules(wanted uuid, addressed uuid) RETURNS TABLE(decided_by uuid)
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT r.decided_by
    FROM ((public.evidence e
      JOIN public.parties p ON (((p.jit = e.jit) AND (p.id = speaking_rules.addressed))))
      JOIN public.access_rules r ON (((r.jit = e.jit) AND (r.party = e.originator) AND (r.state = 'active'::text) AND ((r.category IS NULL) OR (r.category = e.category)) AND ((r.handling IS NULL) OR (r.handling = ANY (e.handling))) AND ((r.to_party IS NULL) OR (r.to_party = p.id)) AND ((r.to_kind IS NULL) OR (r.to_kind = p.kind)))))
   WHERE ((e.id = speaking_rules.wanted) AND (e.jit = public.asking_jit()) AND (e.originator = public.asking_party()));
END;


--
-- Name: may_second(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.may_second(wish uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN (public.decides_releases() AND (EXISTS (SELECT 1 FROM (public.waiting_releases w JOIN public.members m ON (((m.jit = w.jit) AND (m.id = w.wanted_by)))) WHERE ((w.id = may_second.wish) AND (m.party = public.asking_party()) AND ('second_leader'::text = ANY (w.gates)) AND public.is_another(w.wanted_by) AND (('leader'::text = ANY (m.roles)) OR (NOT (EXISTS (SELECT 1 FROM public.speaking_rules(w.evidence, w.party) r(decided_by) WHERE (NOT public.is_another(r.decided_by))))))))));


--
-- Name: moment_near(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.moment_near(said timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    RETURN CASE WHEN ((said >= (statement_timestamp() - '00:01:00'::interval)) AND (said <= (statement_timestamp() + '00:01:00'::interval))) THEN said ELSE statement_timestamp() END;


--
-- Name: flags; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.flags (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    exhibit_number text NOT NULL,
    title text NOT NULL,
    originator uuid NOT NULL,
    own_seats uuid[],
    party uuid NOT NULL,
    authorities uuid[],
    seats uuid[],
    seat uuid NOT NULL,
    exonerates text NOT NULL,
    flagged_at timestamp with time zone NOT NULL,
    decision text,
    because text,
    decided_by uuid,
    decided_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_flags_anothers CHECK ((party <> originator)),
    CONSTRAINT ck_flags_decided CHECK ((((decision IS NULL) = (because IS NULL)) AND ((decision IS NULL) = (decided_by IS NULL)) AND ((decision IS NULL) = (decided_at IS NULL)))),
    CONSTRAINT ck_flags_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_flags_decision CHECK ((decision = ANY (ARRAY['disclosed'::text, 'consented'::text, 'refused'::text]))),
    CONSTRAINT ck_flags_flagged_at_within CHECK (((flagged_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (flagged_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.flags FORCE ROW LEVEL SECURITY;


--
-- Name: must_stand(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.must_stand(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (EXISTS (SELECT 1 FROM (public.headers h CROSS JOIN public.evidence e) WHERE ((h.entry = must_stand.wanted) AND ((e.id = h.evidence) OR (e.id IN (SELECT a.mentions FROM public.entry_audience a WHERE (a.entry = must_stand.wanted)))) AND (public.is_on_hold(e.id) OR ((e.id IS DISTINCT FROM h.evidence) AND (COALESCE(cardinality(e.joint), 0) > 0)) OR (EXISTS (SELECT 1 FROM public.flags f WHERE (f.evidence = e.id))) OR (EXISTS (SELECT 1 FROM public.disclosures d WHERE (d.evidence = e.id)))))));


--
-- Name: names_follow(uuid[], public.releases); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.names_follow(named uuid[], binding public.releases) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (CASE WHEN ((binding).seats IS NOT NULL) THEN COALESCE((named <@ (binding).seats), false) ELSE ((named IS NULL) OR public.are_plain(named)) END AND (((binding).authorities IS NULL) OR ((named IS NOT NULL) AND (NOT (EXISTS (SELECT 1 FROM (unnest(names_follow.named) s(s) LEFT JOIN public.members m ON ((m.id = s.s))) WHERE ((m.id IS NULL) OR (m.authority IS NULL) OR (NOT (m.authority = ANY ((names_follow.binding).authorities))))))))));


--
-- Name: next_media_line(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.next_media_line() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if new.version <> old.version + 1 then
    raise exception 'a media line that is changed has the next version' using errcode = '42501';
  end if;
  return new;
end $$;


--
-- Name: note_operator_act(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.note_operator_act(act text, subject text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform demand_operator();
  insert into operator_acts (id, at, operator, act, subject)
  values (gen_random_uuid(), statement_timestamp(), asking_account(), note_operator_act.act, note_operator_act.subject);
end $$;


--
-- Name: number_message(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.number_message() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  new.at := moment_near(new.at);
  update pulses p set numbered = numbered + 1, beats = beats + 1
   where p.channel = new.channel and p.jit = new.jit
    returning p.numbered into new.number;
  if new.number is null or not exists (select 1 from channels c where c.id = new.channel and c.closed_at is null) then
    new.number := 0;
  end if;
  return new;
end $$;


--
-- Name: open_setup(bytea); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.open_setup(digest bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  delete from setup_codes;
  if has_accounts() then
    return false;
  end if;
  insert into setup_codes (id, code_hash) values (1, digest);
  return true;
end $$;


--
-- Name: own_court_use(public.releases); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.own_court_use(own public.releases) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (NOT (EXISTS (SELECT 1 FROM ((public.bounds b JOIN public.evidence e ON ((e.id = b.bound_by))) LEFT JOIN public.releases r ON (((r.jit = b.jit) AND (r.evidence = b.bound_by) AND (r.party = (own_court_use.own).party)))) WHERE ((b.evidence = (own_court_use.own).evidence) AND ('H1'::text = ANY (e.handling)) AND (NOT COALESCE((r.court_use OR public.obtained_by((own_court_use.own).party, e.originator, e.joint)), false))))));


--
-- Name: own_purposes(public.releases); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.own_purposes(own public.releases) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (SELECT array_agg(p.p ORDER BY p.p) AS array_agg FROM unnest((ARRAY['JIT_PURPOSE'::text, 'IMMINENT_THREAT'::text, 'OTHER_AGREED'::text, 'JIT_MANAGEMENT'::text, 'AUDIT'::text] || ARRAY['OTHER_OFFENCE_WITH_CONSENT'::text])) p(p) WHERE ((p.p = 'JIT_MANAGEMENT'::text) OR (NOT (EXISTS (SELECT 1 FROM (public.bounds b LEFT JOIN public.releases r ON (((r.jit = b.jit) AND (r.evidence = b.bound_by) AND (r.party = (own_purposes.own).party)))) WHERE ((b.evidence = (own_purposes.own).evidence) AND ((r.party IS NULL) OR (r.level < 2) OR (r.state = 'lapsed'::text) OR (NOT public.names_follow((own_purposes.own).seats, r.*)) OR (NOT public.for_purpose(p.p, r.purposes, public.obtained_by(r.party, r.originator, r.joint))))))))));


--
-- Name: pass_release(uuid, text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pass_release(wish uuid, kinds text[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    declare
      w waiting_releases;
      began boolean;
      gate text;
    begin
      -- Locks the exhibit before its other rows, as all code does. Policies limit the owner to the asking team.
      perform 1 from evidence e where e.id = (select i.evidence from waiting_releases i where i.id = wish) for no key update;
      select * into w from waiting_releases where id = wish for update;
      if not found or w.until <= statement_timestamp()
         or not exists (select 1 from evidence e where e.id = w.evidence and e.status = 'active'
                           and coalesce(e.privilege, 'cleared') = 'cleared') then
        return false;
      end if;
      foreach gate in array w.gates loop
        if not gate_is_open(gate, w) then return false; end if;
      end loop;
      if w.court_use then
        update releases r set court_use = true, version = r.version + 1
         where r.jit = w.jit and r.party = w.party and r.evidence = w.evidence;
        if not found then return false; end if;
        delete from waiting_releases where id = wish;
        return true;
      end if;
      began := w.not_before is null or w.not_before <= statement_timestamp();
      insert into releases as r (jit, party, evidence, originator, level, authorities, seats, own_seats, not_before, until,
                                 purposes, basis, granted_by, granted_at, effective, state, version)
        select w.jit, w.party, w.evidence, w.originator, w.level, w.authorities, w.seats, own.seats, w.not_before, w.until,
               w.purposes, w.basis, w.wanted_by, statement_timestamp(),
               began or w.not_before <= statement_timestamp() + interval '60 seconds',
               case when began then 'effective' else 'pending' end, 1
          from releases own where own.jit = w.jit and own.party = w.originator and own.evidence = w.evidence
      on conflict (jit, party, evidence) do update set
        level = excluded.level, authorities = excluded.authorities, seats = excluded.seats,
        not_before = excluded.not_before, until = excluded.until, purposes = excluded.purposes, basis = excluded.basis,
        granted_by = excluded.granted_by, granted_at = excluded.granted_at, effective = excluded.effective,
        state = excluded.state, version = r.version + 1;
      delete from waiting_releases where id = wish;
      -- The recipient may now read the earlier ledger entries of the exhibit.
      if began then
        insert into entry_audience (entry, jit, party, level, authorities, seats)
          select h.entry, h.jit, w.party, w.level, w.authorities, w.seats
            from headers h where h.jit = w.jit and h.evidence = w.evidence and (h.kind = any (kinds)
              or (exists (select 1 from evidence e where e.id = w.evidence and w.party = any (e.joint))
                  and exists (select 1 from entry_audience a where a.entry = h.entry and a.party = w.originator
                                 and a.seats is distinct from '{}')));
      end if;
      return true;
    end $$;


--
-- Name: plan_fixity(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plan_fixity() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  insert into fixity (evidence, jit, since)
    values (new.evidence, new.jit, coalesce(new.received_at, new.created_at)) on conflict do nothing;
  return null;
end $$;


--
-- Name: raise_alerts(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.raise_alerts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  by_party uuid := (select m.party from members m where m.jit = new.jit and m.id = new.seat);
  by_whom uuid;
  of_party uuid;
  known uuid[];
  made integer;
  kinds text[] := '{}';
begin
  select r.originator, r.own_seats into of_party, known from releases r
   where r.jit = new.jit and r.party = by_party and r.evidence = new.evidence;
  if of_party is null or of_party = by_party then return null; end if;
  if new.act = 'take' then
    kinds := array['copy'];
  elsif not exists (select from openings o join members m on m.jit = o.jit and m.id = o.seat
                     where o.evidence = new.evidence and o.id <> new.id and m.party = by_party) then
    kinds := array['first_opening'];
  end if;
  if not exists (select from alerts a where a.kind = 'burst' and a.seat = new.seat
                  and a.originator = of_party and a.raised_at > new.opened_at - interval '10 minutes') then
    -- Only openings of exhibits with the same narrowing count: the alert must not reveal others to its reader.
    select count(*) into made from openings o
      join releases r on r.jit = o.jit and r.party = by_party and r.evidence = o.evidence
     where o.seat = new.seat and o.opened_at > new.opened_at - interval '10 minutes' and o.opened_at <= new.opened_at
       and r.originator = of_party and r.own_seats is not distinct from known;
    if made >= 20 and not exists (select from alerts a where a.kind = 'burst' and a.seat = new.seat
                and a.originator = of_party and a.raised_at > new.opened_at - interval '10 minutes') then
      kinds := kinds || 'burst'::text;  -- no other transaction has raised it meanwhile
    end if;
  end if;
  if kinds = '{}' then return null; end if;
  by_whom := leader_for(new.evidence, by_party);
  -- A party that never had a leader receives no alert. The ledger and the digest still report the access.
  if by_whom is not null then
    insert into alerts (id, jit, originator, kind, opening, evidence, party, seat, openings, raised_at, owner)
      -- The id begins with the time of the opening, so that alerts sort by age.
      select (left(new.id::text, 24) || left(md5(random()::text), 12))::uuid, new.jit, of_party, k, new.id,
             new.evidence, by_party, new.seat,
             case k when 'burst' then made else 1 end, new.opened_at, by_whom
        from unnest(kinds) k
    on conflict do nothing;
  end if;
  return null;
end $$;


--
-- Name: alerts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alerts (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    originator uuid NOT NULL,
    kind text NOT NULL,
    opening uuid,
    evidence uuid NOT NULL,
    party uuid NOT NULL,
    seat uuid NOT NULL,
    openings integer NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    owner uuid NOT NULL,
    acknowledged_at timestamp with time zone,
    acknowledged_by uuid,
    word text,
    version integer DEFAULT 1 NOT NULL,
    emergency uuid,
    handover uuid,
    recipient uuid,
    CONSTRAINT ck_alerts_about CHECK ((((kind = 'emergency'::text) = (emergency IS NOT NULL)) AND ((kind = 'handover'::text) = (handover IS NOT NULL)) AND ((kind = 'beyond'::text) = (recipient IS NOT NULL)) AND ((kind = ANY (ARRAY['emergency'::text, 'handover'::text, 'beyond'::text])) = (opening IS NULL)))),
    CONSTRAINT ck_alerts_acknowledged CHECK ((((acknowledged_at IS NULL) = (word IS NULL)) AND ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)))),
    CONSTRAINT ck_alerts_acknowledged_at_within CHECK (((acknowledged_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (acknowledged_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_alerts_kind CHECK ((kind = ANY (ARRAY['first_opening'::text, 'copy'::text, 'burst'::text, 'emergency'::text, 'handover'::text, 'beyond'::text]))),
    CONSTRAINT ck_alerts_raised_at_within CHECK (((raised_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (raised_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.alerts FORCE ROW LEVEL SECURITY;


--
-- Name: raised_by(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.raised_by(wanted uuid) RETURNS TABLE(id uuid, kind text, originator uuid, owner text, openings integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT a.id,
     a.kind,
     a.originator,
     m.code,
     a.openings
    FROM (public.alerts a
      JOIN public.members m ON (((m.jit = a.jit) AND (m.id = a.owner))))
   WHERE ((a.opening = raised_by.wanted) AND (a.seat = public.asking_seat()) AND (a.jit = public.asking_jit()))
   ORDER BY a.kind;
END;


--
-- Name: raised_by_emergency(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.raised_by_emergency(wanted uuid) RETURNS TABLE(id uuid, kind text, originator uuid, owner text, openings integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT a.id,
     a.kind,
     a.originator,
     m.code,
     a.openings
    FROM (public.alerts a
      JOIN public.members m ON (((m.jit = a.jit) AND (m.id = a.owner))))
   WHERE ((a.emergency = raised_by_emergency.wanted) AND (a.seat = public.asking_seat()) AND (a.jit = public.asking_jit()));
END;


--
-- Name: refuse_after_clearance(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_after_clearance() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select 1 from evidence e where e.id = new.evidence and e.privilege in ('cleared', 'privileged')) then
    raise exception 'the exhibit was filtered: nothing is added to it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: refuse_after_verdict(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_after_verdict() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select 1 from evidence e where e.id = new.evidence and e.verification in ('passed', 'refused')) then
    raise exception 'the exhibit was verified: nothing is added to it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: refuse_anothers_own_seats(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_anothers_own_seats() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_user = 'liaison_app' and asking_party() is distinct from new.originator then
    raise exception 'the originator says who of its people decide' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: refuse_beyond(public.releases); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_beyond(wanted public.releases) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  refusing uuid[] := array(select exceeded_bounds(wanted));
begin
  if refusing <> '{}' then
    raise exception 'it goes further than what it was derived from'
      using errcode = 'LB001', detail = array_to_string(wanted.party || refusing, ' ');
  end if;
end $$;


--
-- Name: refuse_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege'; end $$;


--
-- Name: refuse_closed(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_closed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  -- Writers share this lock; close_team takes the row for itself. Either waits for the other.
  perform 1 from jits j where j.id in (select t.jit from touched t) for share;
  if exists (select 1 from jits j where j.id in (select t.jit from touched t) and j.state = 'closed') then
    raise exception 'the team is closed: nothing is entered any more' using errcode = 'LJ001';
  end if;
  return null;
end $$;


--
-- Name: refuse_court_use_alone(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_court_use_alone() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_user = 'liaison_app' then
    raise exception 'each joint originator agrees to use in court' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: refuse_destroyed_on_hold(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_destroyed_on_hold() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  -- This lock conflicts with the share lock that hold_unerased() takes for a new hold.
  perform 1 from evidence e where e.id = new.evidence and e.status <> 'erased' for no key update;
  if is_on_hold(new.evidence) then raise exception 'a legal hold stands' using errcode = 'LC001'; end if;
  return new;
end $$;


--
-- Name: refuse_early(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_early() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.at < statement_timestamp() - interval '3 years' then return old; end if;
  raise exception '% keeps its lines for three years', tg_table_name using errcode = 'insufficient_privilege';
end $$;


--
-- Name: refuse_erased(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_erased() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if exists (select 1 from added a join evidence e on e.id = a.evidence where e.status = 'erased') then
    raise exception 'the exhibit is erased: nothing is added to it' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;


--
-- Name: refuse_of_left(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_of_left() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if exists (select 1 from added a join parties p on p.jit = a.jit and p.id in (a.party, a.originator)
              where p.status = 'left') then
    raise exception 'a party that left is released nothing, and releases nothing' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;


--
-- Name: refuse_other_origin(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_other_origin() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not exists (select 1 from epochs e where e.jit = old.id and e.origin = old.ledger_origin)
     or exists (select 1 from epochs e where e.origin = new.ledger_origin) then
    raise exception 'the origin of a ledger changes with its epoch alone' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: refuse_past_gates(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_past_gates() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_user <> 'liaison_app' or new.party = new.originator then
    return new;
  end if;
  if gains(old, new) and standing_gates(new.evidence, new.party) is distinct from '{}' then
    raise exception 'a gate stands before this release' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: refuse_raised_former(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_raised_former() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if session_user = 'liaison_app' and (new.former ->> 'level')::integer > coalesce(
       (select max(r.level) from releases r where r.jit = new.jit and r.party = new.asker_party
           and r.evidence = coalesce(new.evidence, new.answer)), 0) then
    raise exception 'no more stood before than stands now' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: refuse_unstoring(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_unstoring() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if tg_table_name = 'segments' then
    if not exists (select 1 from files f where f.id = old.file and f.state = 'ready') then
      return old;
    end if;
  end if;
  raise exception 'what is stored is not deleted' using errcode = 'insufficient_privilege';
end $$;


--
-- Name: refuse_used_wish(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_used_wish() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if exists (select 1 from release_agreements a where a.waiting = new.id)
     or exists (select 1 from release_confirmations c where c.waiting = new.id)
     or exists (select 1 from attestations a where a.waiting = new.id) then
    raise exception 'this wish was assented to before' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;


--
-- Name: reissue_account_invitation(uuid, bytea, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.reissue_account_invitation(invitation uuid, digest bytea, expiry timestamp with time zone) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  address text;
begin
  perform demand_operator();
  update account_invitations i set code_hash = digest, expires_at = expiry where i.id = invitation
  returning i.email into address;
  if address is not null then
    perform note_operator_act('invitation.reissued', address);
  end if;
  return address;
end $$;


--
-- Name: restore_after_emergency(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.restore_after_emergency(wanted uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  m emergencies;
begin
  select * into m from emergencies where id = wanted and until <= statement_timestamp() and settled_at is null and former is not null;
  if not found then return null; end if;
  perform 1 from consents c where c.jit = m.jit and c.asker_party = m.party and coalesce(c.evidence, c.answer) = m.evidence
     and c.state in ('granted', 'granted_with_conditions') order by c.id for share;
  return give_back(m.former, m.jit, m.evidence, m.party, 'emergency:' || m.id);
end $$;


--
-- Name: restore_release(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.restore_release(wanted uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  c consents;
begin
  select * into c from consents where id = wanted and until <= statement_timestamp() and former is not null and ended_at is null
    and state in ('granted', 'granted_with_conditions') for update;
  if not found then return null; end if;
  return give_back(c.former, c.jit, coalesce(c.evidence, c.answer), c.asker_party, 'consent:' || c.id);
end $$;


--
-- Name: search_pool(text[], uuid, text, text, text, text, text, integer, uuid, timestamp with time zone, timestamp with time zone, timestamp with time zone, timestamp with time zone, text, text, boolean, text, uuid, integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.search_pool(words text[], of_originator uuid, of_kind text, of_category text, of_status text, of_handling text, of_tlp text, of_level integer, released_to uuid, acquired_from timestamp with time zone, acquired_before timestamp with time zone, registered_from timestamp with time zone, registered_before timestamp with time zone, of_hash text, order_by text, descending boolean, after_key text, after_id uuid, wanted integer) RETURNS TABLE(evidence uuid, level integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET jit TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_bitmapscan TO 'off'
    SET max_parallel_workers_per_gather TO '0'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $_$
declare
  my_seat constant uuid := asking_seat();
  my_authority constant uuid := asking_authority();
  my_standing constant text := asking_standing();
  team constant uuid := asking_jit();
  own constant uuid := asking_party();
  for_auditor constant boolean := asking_as_jit_auditor();
  acquired constant boolean := acquired_from is not null or acquired_before is not null;
  registered constant boolean := registered_from is not null or registered_before is not null;
  faceted constant boolean := acquired or registered or released_to is not null or num_nonnulls(
    of_originator, of_kind, of_category, of_status, of_handling, of_tlp, of_hash) > 0;
  -- Every filter fetches another row for each row that is walked. Words walk further: step 2 takes time by the number of
  -- matches in the whole team.
  near constant integer := case when words is null then 4000 else 20000 end;
  patterns constant text[] := array(select '%' || word || '%' from unnest(words) word);
  -- The first word excludes most rows; the others are compared only in rows that contain it.
  first constant text := coalesce(patterns[1], '%');
  others constant text[] := patterns[2:];
  -- For the first page, the place before the first row of each order.
  after constant uuid := coalesce(after_id, case when descending then 'ffffffff-ffff-ffff-ffff-ffffffffffff' else
    '00000000-0000-0000-0000-000000000000' end::uuid);
  after_text constant text := case when after_id is not null then after_key when descending then repeat(chr(1114111), 121)
    else '' end;
  after_size constant bigint := case when after_id is null then case when descending then 9223372036854775807 else -1 end
    when order_by = 'size' then after_key::bigint end;
  sorted constant text := case order_by when 'title' then 'r.title_key' when 'number' then 'r.exhibit_number'
                                        when 'size' then 'r.files_bytes' end;
  way constant text := case when descending then 'desc' else 'asc' end;
  rows_ text;
  behind text;
  matching text;
  titled text;
  told text;
  hits text;
  word text;
  found integer;
  seen integer;
begin
  if team is null or (own is null and not for_auditor) then
    return;
  end if;
  -- Time of acquisition and hashes are known from readable on: a search by them finds no exhibit at a lower level.
  of_level := greatest(of_level, case when acquired or of_hash is not null then 2 else 1 end);
  -- Step 1. The branches are one statement in each order and direction: first for a party's releases, then for the
  -- auditor of the team (for_auditor), who has no releases. A connection keeps the plan of each.
  if not for_auditor and order_by in ('newest', 'oldest') and not descending then
    return query
    select r.evidence,
           admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing)
      from (select * from releases r
            where r.jit = team and r.party = own and r.effective
              and (r.jit, r.party, r.evidence) > (team, own, after)
            order by r.evidence asc limit near) r
      where (r.search_key like first and r.search_key like all (others)
             or admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= 2
                and (select true from search_texts t
                      where t.evidence = r.evidence and t.body like first and t.body like all (others) limit 1))
        and admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= of_level
        and (not faceted or exists (
          select from evidence e
           where e.id = r.evidence
             and (not (of_originator is not null) or e.originator = of_originator)
             and (not (of_kind is not null) or e.kind = of_kind)
             and (not (of_category is not null) or e.category = of_category)
             and (not (of_status is not null) or e.status = of_status)
             and (not (of_handling is not null) or e.handling @> array[of_handling])
             and (not (of_tlp is not null) or e.tlp = of_tlp)
             and (not (released_to is not null) or exists (
               select from releases o
                where o.jit = e.jit and o.party = released_to and o.evidence = e.id
                  and (for_auditor or released_to = own
                       or (o.originator = own
                           and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
             and (not (registered) or (
               e.registered_at >= coalesce(registered_from, '-infinity')
               and e.registered_at < coalesce(registered_before, 'infinity')))
             and (not (of_hash is not null) or exists (
               select from files f
                where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
             and (not (acquired) or exists (
               select from provenances p
                where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
                  and p.acquired_at < coalesce(acquired_before, 'infinity')))))
      order by r.evidence asc limit wanted;
  elsif not for_auditor and order_by in ('newest', 'oldest') and descending then
    return query
    select r.evidence,
           admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing)
      from (select * from releases r
            where r.jit = team and r.party = own and r.effective
              and (r.jit, r.party, r.evidence) < (team, own, after)
            order by r.evidence desc limit near) r
      where (r.search_key like first and r.search_key like all (others)
             or admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= 2
                and (select true from search_texts t
                      where t.evidence = r.evidence and t.body like first and t.body like all (others) limit 1))
        and admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= of_level
        and (not faceted or exists (
          select from evidence e
           where e.id = r.evidence
             and (not (of_originator is not null) or e.originator = of_originator)
             and (not (of_kind is not null) or e.kind = of_kind)
             and (not (of_category is not null) or e.category = of_category)
             and (not (of_status is not null) or e.status = of_status)
             and (not (of_handling is not null) or e.handling @> array[of_handling])
             and (not (of_tlp is not null) or e.tlp = of_tlp)
             and (not (released_to is not null) or exists (
               select from releases o
                where o.jit = e.jit and o.party = released_to and o.evidence = e.id
                  and (for_auditor or released_to = own
                       or (o.originator = own
                           and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
             and (not (registered) or (
               e.registered_at >= coalesce(registered_from, '-infinity')
               and e.registered_at < coalesce(registered_before, 'infinity')))
             and (not (of_hash is not null) or exists (
               select from files f
                where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
             and (not (acquired) or exists (
               select from provenances p
                where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
                  and p.acquired_at < coalesce(acquired_before, 'infinity')))))
      order by r.evidence desc limit wanted;
  elsif not for_auditor and order_by in ('title') and not descending then
    return query
    select r.evidence,
           admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing)
      from (select * from releases r
            where r.jit = team and r.party = own and r.effective
              and (r.jit, r.party, r.title_key, r.evidence) > (team, own, after_text, after)
            order by r.title_key asc, r.evidence asc limit near) r
      where (r.search_key like first and r.search_key like all (others)
             or admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= 2
                and (select true from search_texts t
                      where t.evidence = r.evidence and t.body like first and t.body like all (others) limit 1))
        and admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= of_level
        and (not faceted or exists (
          select from evidence e
           where e.id = r.evidence
             and (not (of_originator is not null) or e.originator = of_originator)
             and (not (of_kind is not null) or e.kind = of_kind)
             and (not (of_category is not null) or e.category = of_category)
             and (not (of_status is not null) or e.status = of_status)
             and (not (of_handling is not null) or e.handling @> array[of_handling])
             and (not (of_tlp is not null) or e.tlp = of_tlp)
             and (not (released_to is not null) or exists (
               select from releases o
                where o.jit = e.jit and o.party = released_to and o.evidence = e.id
                  and (for_auditor or released_to = own
                       or (o.originator = own
                           and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
             and (not (registered) or (
               e.registered_at >= coalesce(registered_from, '-infinity')
               and e.registered_at < coalesce(registered_before, 'infinity')))
             and (not (of_hash is not null) or exists (
               select from files f
                where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
             and (not (acquired) or exists (
               select from provenances p
                where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
                  and p.acquired_at < coalesce(acquired_before, 'infinity')))))
      order by r.title_key asc, r.evidence asc limit wanted;
  elsif not for_auditor and order_by in ('title') and descending then
    return query
    select r.evidence,
           admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing)
      from (select * from releases r
            where r.jit = team and r.party = own and r.effective
              and (r.jit, r.party, r.title_key, r.evidence) < (team, own, after_text, after)
            order by r.title_key desc, r.evidence desc limit near) r
      where (r.search_key like first and r.search_key like all (others)
             or admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= 2
                and (select true from search_texts t
                      where t.evidence = r.evidence and t.body like first and t.body like all (others) limit 1))
        and admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= of_level
        and (not faceted or exists (
          select from evidence e
           where e.id = r.evidence
             and (not (of_originator is not null) or e.originator = of_originator)
             and (not (of_kind is not null) or e.kind = of_kind)
             and (not (of_category is not null) or e.category = of_category)
             and (not (of_status is not null) or e.status = of_status)
             and (not (of_handling is not null) or e.handling @> array[of_handling])
             and (not (of_tlp is not null) or e.tlp = of_tlp)
             and (not (released_to is not null) or exists (
               select from releases o
                where o.jit = e.jit and o.party = released_to and o.evidence = e.id
                  and (for_auditor or released_to = own
                       or (o.originator = own
                           and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
             and (not (registered) or (
               e.registered_at >= coalesce(registered_from, '-infinity')
               and e.registered_at < coalesce(registered_before, 'infinity')))
             and (not (of_hash is not null) or exists (
               select from files f
                where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
             and (not (acquired) or exists (
               select from provenances p
                where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
                  and p.acquired_at < coalesce(acquired_before, 'infinity')))))
      order by r.title_key desc, r.evidence desc limit wanted;
  elsif not for_auditor and order_by in ('number') and not descending then
    return query
    select r.evidence,
           admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing)
      from (select * from releases r
            where r.jit = team and r.party = own and r.effective
              and (r.jit, r.party, r.exhibit_number, r.evidence) > (team, own, after_text, after)
            order by r.exhibit_number asc, r.evidence asc limit near) r
      where (r.search_key like first and r.search_key like all (others)
             or admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= 2
                and (select true from search_texts t
                      where t.evidence = r.evidence and t.body like first and t.body like all (others) limit 1))
        and admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= of_level
        and (not faceted or exists (
          select from evidence e
           where e.id = r.evidence
             and (not (of_originator is not null) or e.originator = of_originator)
             and (not (of_kind is not null) or e.kind = of_kind)
             and (not (of_category is not null) or e.category = of_category)
             and (not (of_status is not null) or e.status = of_status)
             and (not (of_handling is not null) or e.handling @> array[of_handling])
             and (not (of_tlp is not null) or e.tlp = of_tlp)
             and (not (released_to is not null) or exists (
               select from releases o
                where o.jit = e.jit and o.party = released_to and o.evidence = e.id
                  and (for_auditor or released_to = own
                       or (o.originator = own
                           and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
             and (not (registered) or (
               e.registered_at >= coalesce(registered_from, '-infinity')
               and e.registered_at < coalesce(registered_before, 'infinity')))
             and (not (of_hash is not null) or exists (
               select from files f
                where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
             and (not (acquired) or exists (
               select from provenances p
                where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
                  and p.acquired_at < coalesce(acquired_before, 'infinity')))))
      order by r.exhibit_number asc, r.evidence asc limit wanted;
  elsif not for_auditor and order_by in ('number') and descending then
    return query
    select r.evidence,
           admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing)
      from (select * from releases r
            where r.jit = team and r.party = own and r.effective
              and (r.jit, r.party, r.exhibit_number, r.evidence) < (team, own, after_text, after)
            order by r.exhibit_number desc, r.evidence desc limit near) r
      where (r.search_key like first and r.search_key like all (others)
             or admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= 2
                and (select true from search_texts t
                      where t.evidence = r.evidence and t.body like first and t.body like all (others) limit 1))
        and admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= of_level
        and (not faceted or exists (
          select from evidence e
           where e.id = r.evidence
             and (not (of_originator is not null) or e.originator = of_originator)
             and (not (of_kind is not null) or e.kind = of_kind)
             and (not (of_category is not null) or e.category = of_category)
             and (not (of_status is not null) or e.status = of_status)
             and (not (of_handling is not null) or e.handling @> array[of_handling])
             and (not (of_tlp is not null) or e.tlp = of_tlp)
             and (not (released_to is not null) or exists (
               select from releases o
                where o.jit = e.jit and o.party = released_to and o.evidence = e.id
                  and (for_auditor or released_to = own
                       or (o.originator = own
                           and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
             and (not (registered) or (
               e.registered_at >= coalesce(registered_from, '-infinity')
               and e.registered_at < coalesce(registered_before, 'infinity')))
             and (not (of_hash is not null) or exists (
               select from files f
                where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
             and (not (acquired) or exists (
               select from provenances p
                where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
                  and p.acquired_at < coalesce(acquired_before, 'infinity')))))
      order by r.exhibit_number desc, r.evidence desc limit wanted;
  elsif not for_auditor and order_by in ('size') and not descending then
    return query
    select r.evidence,
           admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing)
      from (select * from releases r
            where r.jit = team and r.party = own and r.effective
              and (r.jit, r.party, r.files_bytes, r.evidence) > (team, own, after_size, after)
            order by r.files_bytes asc, r.evidence asc limit near) r
      where (r.search_key like first and r.search_key like all (others)
             or admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= 2
                and (select true from search_texts t
                      where t.evidence = r.evidence and t.body like first and t.body like all (others) limit 1))
        and admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= of_level
        and (not faceted or exists (
          select from evidence e
           where e.id = r.evidence
             and (not (of_originator is not null) or e.originator = of_originator)
             and (not (of_kind is not null) or e.kind = of_kind)
             and (not (of_category is not null) or e.category = of_category)
             and (not (of_status is not null) or e.status = of_status)
             and (not (of_handling is not null) or e.handling @> array[of_handling])
             and (not (of_tlp is not null) or e.tlp = of_tlp)
             and (not (released_to is not null) or exists (
               select from releases o
                where o.jit = e.jit and o.party = released_to and o.evidence = e.id
                  and (for_auditor or released_to = own
                       or (o.originator = own
                           and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
             and (not (registered) or (
               e.registered_at >= coalesce(registered_from, '-infinity')
               and e.registered_at < coalesce(registered_before, 'infinity')))
             and (not (of_hash is not null) or exists (
               select from files f
                where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
             and (not (acquired) or exists (
               select from provenances p
                where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
                  and p.acquired_at < coalesce(acquired_before, 'infinity')))))
      order by r.files_bytes asc, r.evidence asc limit wanted;
  elsif not for_auditor and order_by in ('size') and descending then
    return query
    select r.evidence,
           admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing)
      from (select * from releases r
            where r.jit = team and r.party = own and r.effective
              and (r.jit, r.party, r.files_bytes, r.evidence) < (team, own, after_size, after)
            order by r.files_bytes desc, r.evidence desc limit near) r
      where (r.search_key like first and r.search_key like all (others)
             or admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= 2
                and (select true from search_texts t
                      where t.evidence = r.evidence and t.body like first and t.body like all (others) limit 1))
        and admits(r.level, r.authorities, r.seats, r.not_before, r.until, my_seat, my_authority, my_standing) >= of_level
        and (not faceted or exists (
          select from evidence e
           where e.id = r.evidence
             and (not (of_originator is not null) or e.originator = of_originator)
             and (not (of_kind is not null) or e.kind = of_kind)
             and (not (of_category is not null) or e.category = of_category)
             and (not (of_status is not null) or e.status = of_status)
             and (not (of_handling is not null) or e.handling @> array[of_handling])
             and (not (of_tlp is not null) or e.tlp = of_tlp)
             and (not (released_to is not null) or exists (
               select from releases o
                where o.jit = e.jit and o.party = released_to and o.evidence = e.id
                  and (for_auditor or released_to = own
                       or (o.originator = own
                           and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
             and (not (registered) or (
               e.registered_at >= coalesce(registered_from, '-infinity')
               and e.registered_at < coalesce(registered_before, 'infinity')))
             and (not (of_hash is not null) or exists (
               select from files f
                where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
             and (not (acquired) or exists (
               select from provenances p
                where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
                  and p.acquired_at < coalesce(acquired_before, 'infinity')))))
      order by r.files_bytes desc, r.evidence desc limit wanted;
  elsif for_auditor and order_by in ('newest', 'oldest') and not descending then
    return query
    select e.id, 1
      from (select * from evidence e
            where e.jit = team
              and (e.jit, e.id) > (team, after)
            order by e.id asc limit near) e
      where 1 >= of_level and e.search_key like first and e.search_key like all (others)
        and (not (of_originator is not null) or e.originator = of_originator)
        and (not (of_kind is not null) or e.kind = of_kind)
        and (not (of_category is not null) or e.category = of_category)
        and (not (of_status is not null) or e.status = of_status)
        and (not (of_handling is not null) or e.handling @> array[of_handling])
        and (not (of_tlp is not null) or e.tlp = of_tlp)
        and (not (released_to is not null) or exists (
          select from releases o
           where o.jit = e.jit and o.party = released_to and o.evidence = e.id
             and (for_auditor or released_to = own
                  or (o.originator = own
                      and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
        and (not (registered) or (
          e.registered_at >= coalesce(registered_from, '-infinity')
          and e.registered_at < coalesce(registered_before, 'infinity')))
        and (not (of_hash is not null) or exists (
          select from files f
           where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
        and (not (acquired) or exists (
          select from provenances p
           where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
             and p.acquired_at < coalesce(acquired_before, 'infinity')))
      order by e.id asc limit wanted;
  elsif for_auditor and order_by in ('newest', 'oldest') and descending then
    return query
    select e.id, 1
      from (select * from evidence e
            where e.jit = team
              and (e.jit, e.id) < (team, after)
            order by e.id desc limit near) e
      where 1 >= of_level and e.search_key like first and e.search_key like all (others)
        and (not (of_originator is not null) or e.originator = of_originator)
        and (not (of_kind is not null) or e.kind = of_kind)
        and (not (of_category is not null) or e.category = of_category)
        and (not (of_status is not null) or e.status = of_status)
        and (not (of_handling is not null) or e.handling @> array[of_handling])
        and (not (of_tlp is not null) or e.tlp = of_tlp)
        and (not (released_to is not null) or exists (
          select from releases o
           where o.jit = e.jit and o.party = released_to and o.evidence = e.id
             and (for_auditor or released_to = own
                  or (o.originator = own
                      and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
        and (not (registered) or (
          e.registered_at >= coalesce(registered_from, '-infinity')
          and e.registered_at < coalesce(registered_before, 'infinity')))
        and (not (of_hash is not null) or exists (
          select from files f
           where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
        and (not (acquired) or exists (
          select from provenances p
           where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
             and p.acquired_at < coalesce(acquired_before, 'infinity')))
      order by e.id desc limit wanted;
  elsif for_auditor and order_by in ('title') and not descending then
    return query
    select e.id, 1
      from (select * from evidence e
            where e.jit = team
              and (e.jit, e.title_key, e.id) > (team, after_text, after)
            order by e.title_key asc, e.id asc limit near) e
      where 1 >= of_level and e.search_key like first and e.search_key like all (others)
        and (not (of_originator is not null) or e.originator = of_originator)
        and (not (of_kind is not null) or e.kind = of_kind)
        and (not (of_category is not null) or e.category = of_category)
        and (not (of_status is not null) or e.status = of_status)
        and (not (of_handling is not null) or e.handling @> array[of_handling])
        and (not (of_tlp is not null) or e.tlp = of_tlp)
        and (not (released_to is not null) or exists (
          select from releases o
           where o.jit = e.jit and o.party = released_to and o.evidence = e.id
             and (for_auditor or released_to = own
                  or (o.originator = own
                      and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
        and (not (registered) or (
          e.registered_at >= coalesce(registered_from, '-infinity')
          and e.registered_at < coalesce(registered_before, 'infinity')))
        and (not (of_hash is not null) or exists (
          select from files f
           where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
        and (not (acquired) or exists (
          select from provenances p
           where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
             and p.acquired_at < coalesce(acquired_before, 'infinity')))
      order by e.title_key asc, e.id asc limit wanted;
  elsif for_auditor and order_by in ('title') and descending then
    return query
    select e.id, 1
      from (select * from evidence e
            where e.jit = team
              and (e.jit, e.title_key, e.id) < (team, after_text, after)
            order by e.title_key desc, e.id desc limit near) e
      where 1 >= of_level and e.search_key like first and e.search_key like all (others)
        and (not (of_originator is not null) or e.originator = of_originator)
        and (not (of_kind is not null) or e.kind = of_kind)
        and (not (of_category is not null) or e.category = of_category)
        and (not (of_status is not null) or e.status = of_status)
        and (not (of_handling is not null) or e.handling @> array[of_handling])
        and (not (of_tlp is not null) or e.tlp = of_tlp)
        and (not (released_to is not null) or exists (
          select from releases o
           where o.jit = e.jit and o.party = released_to and o.evidence = e.id
             and (for_auditor or released_to = own
                  or (o.originator = own
                      and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
        and (not (registered) or (
          e.registered_at >= coalesce(registered_from, '-infinity')
          and e.registered_at < coalesce(registered_before, 'infinity')))
        and (not (of_hash is not null) or exists (
          select from files f
           where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
        and (not (acquired) or exists (
          select from provenances p
           where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
             and p.acquired_at < coalesce(acquired_before, 'infinity')))
      order by e.title_key desc, e.id desc limit wanted;
  elsif for_auditor and order_by in ('number') and not descending then
    return query
    select e.id, 1
      from (select * from evidence e
            where e.jit = team
              and (e.jit, e.exhibit_number, e.id) > (team, after_text, after)
            order by e.exhibit_number asc, e.id asc limit near) e
      where 1 >= of_level and e.search_key like first and e.search_key like all (others)
        and (not (of_originator is not null) or e.originator = of_originator)
        and (not (of_kind is not null) or e.kind = of_kind)
        and (not (of_category is not null) or e.category = of_category)
        and (not (of_status is not null) or e.status = of_status)
        and (not (of_handling is not null) or e.handling @> array[of_handling])
        and (not (of_tlp is not null) or e.tlp = of_tlp)
        and (not (released_to is not null) or exists (
          select from releases o
           where o.jit = e.jit and o.party = released_to and o.evidence = e.id
             and (for_auditor or released_to = own
                  or (o.originator = own
                      and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
        and (not (registered) or (
          e.registered_at >= coalesce(registered_from, '-infinity')
          and e.registered_at < coalesce(registered_before, 'infinity')))
        and (not (of_hash is not null) or exists (
          select from files f
           where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
        and (not (acquired) or exists (
          select from provenances p
           where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
             and p.acquired_at < coalesce(acquired_before, 'infinity')))
      order by e.exhibit_number asc, e.id asc limit wanted;
  elsif for_auditor and order_by in ('number') and descending then
    return query
    select e.id, 1
      from (select * from evidence e
            where e.jit = team
              and (e.jit, e.exhibit_number, e.id) < (team, after_text, after)
            order by e.exhibit_number desc, e.id desc limit near) e
      where 1 >= of_level and e.search_key like first and e.search_key like all (others)
        and (not (of_originator is not null) or e.originator = of_originator)
        and (not (of_kind is not null) or e.kind = of_kind)
        and (not (of_category is not null) or e.category = of_category)
        and (not (of_status is not null) or e.status = of_status)
        and (not (of_handling is not null) or e.handling @> array[of_handling])
        and (not (of_tlp is not null) or e.tlp = of_tlp)
        and (not (released_to is not null) or exists (
          select from releases o
           where o.jit = e.jit and o.party = released_to and o.evidence = e.id
             and (for_auditor or released_to = own
                  or (o.originator = own
                      and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
        and (not (registered) or (
          e.registered_at >= coalesce(registered_from, '-infinity')
          and e.registered_at < coalesce(registered_before, 'infinity')))
        and (not (of_hash is not null) or exists (
          select from files f
           where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
        and (not (acquired) or exists (
          select from provenances p
           where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
             and p.acquired_at < coalesce(acquired_before, 'infinity')))
      order by e.exhibit_number desc, e.id desc limit wanted;
  elsif for_auditor and order_by in ('size') and not descending then
    return query
    select e.id, 1
      from (select * from evidence e
            where e.jit = team
              and (e.jit, e.files_bytes, e.id) > (team, after_size, after)
            order by e.files_bytes asc, e.id asc limit near) e
      where 1 >= of_level and e.search_key like first and e.search_key like all (others)
        and (not (of_originator is not null) or e.originator = of_originator)
        and (not (of_kind is not null) or e.kind = of_kind)
        and (not (of_category is not null) or e.category = of_category)
        and (not (of_status is not null) or e.status = of_status)
        and (not (of_handling is not null) or e.handling @> array[of_handling])
        and (not (of_tlp is not null) or e.tlp = of_tlp)
        and (not (released_to is not null) or exists (
          select from releases o
           where o.jit = e.jit and o.party = released_to and o.evidence = e.id
             and (for_auditor or released_to = own
                  or (o.originator = own
                      and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
        and (not (registered) or (
          e.registered_at >= coalesce(registered_from, '-infinity')
          and e.registered_at < coalesce(registered_before, 'infinity')))
        and (not (of_hash is not null) or exists (
          select from files f
           where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
        and (not (acquired) or exists (
          select from provenances p
           where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
             and p.acquired_at < coalesce(acquired_before, 'infinity')))
      order by e.files_bytes asc, e.id asc limit wanted;
  elsif for_auditor and order_by in ('size') and descending then
    return query
    select e.id, 1
      from (select * from evidence e
            where e.jit = team
              and (e.jit, e.files_bytes, e.id) < (team, after_size, after)
            order by e.files_bytes desc, e.id desc limit near) e
      where 1 >= of_level and e.search_key like first and e.search_key like all (others)
        and (not (of_originator is not null) or e.originator = of_originator)
        and (not (of_kind is not null) or e.kind = of_kind)
        and (not (of_category is not null) or e.category = of_category)
        and (not (of_status is not null) or e.status = of_status)
        and (not (of_handling is not null) or e.handling @> array[of_handling])
        and (not (of_tlp is not null) or e.tlp = of_tlp)
        and (not (released_to is not null) or exists (
          select from releases o
           where o.jit = e.jit and o.party = released_to and o.evidence = e.id
             and (for_auditor or released_to = own
                  or (o.originator = own
                      and admitted(3::smallint, null, o.own_seats, null, null) > 0))))
        and (not (registered) or (
          e.registered_at >= coalesce(registered_from, '-infinity')
          and e.registered_at < coalesce(registered_before, 'infinity')))
        and (not (of_hash is not null) or exists (
          select from files f
           where f.evidence = e.id and f.state = 'ready' and f.sha256 = of_hash))
        and (not (acquired) or exists (
          select from provenances p
           where p.evidence = e.id and p.acquired_at >= coalesce(acquired_from, '-infinity')
             and p.acquired_at < coalesce(acquired_before, 'infinity')))
      order by e.files_bytes desc, e.id desc limit wanted;
  end if;
  get diagnostics found = row_count;
  if found >= wanted then
    return;
  end if;
  -- Step 2. The rows behind the last page: releases of the party, or exhibits for the auditor of the team.
  rows_ := case when for_auditor
    then format('(select e.id as evidence, 1 as lvl, e.title_key, e.exhibit_number, e.files_bytes from evidence e'
                ' where e.jit = %L) r', team)
    else format('(select r.evidence, admitted(r.level, r.authorities, r.seats, r.not_before, r.until) as lvl, r.title_key, r.exhibit_number, r.files_bytes from releases r'
                ' where r.jit = %L and r.party = %L and r.effective) r', team, own) end;
  behind := case when sorted is null then format('r.evidence %s %L', case when descending then '<' else '>' end, after)
    else format('(%s, r.evidence) %s (%L, %L)', sorted, case when descending then '<' else '>' end,
                case order_by when 'size' then after_size::text else after_text end, after) end;
  execute format('select count(*) from (select from %s where %s limit %s) c', rows_, behind, near) into seen;
  if seen < near then
    return;  -- step 1 has walked the whole list
  end if;
  matching := format('e.jit = %L', team);
  titled := '';
  told := '';
  foreach word in array patterns loop
    titled := titled || format(' and e.search_key like %L', word);
    told := told || format(' and t.body like %L', word);
  end loop;
  matching := matching
    || case when of_originator is not null then ' and e.originator = $1' else '' end
    || case when of_kind is not null then ' and e.kind = $2' else '' end
    || case when of_category is not null then ' and e.category = $3' else '' end
    || case when of_status is not null then ' and e.status = $4' else '' end
    || case when of_handling is not null then ' and e.handling @> array[$5]' else '' end
    || case when of_tlp is not null then ' and e.tlp = $6' else '' end
    || case when released_to is not null then ' and exists (select from releases o where o.jit = e.jit and o.party = $7 and o.evidence = e.id
             and ($10 or $7 = $11
                  or (o.originator = $11 and admitted(3::smallint, null, o.own_seats, null, null) > 0)))' else '' end
    || case when acquired then ' and exists (select from provenances p where p.evidence = e.id
             and p.acquired_at >= coalesce($8, ''-infinity'')
             and p.acquired_at < coalesce($9, ''infinity''))' else '' end
    || case when registered then ' and e.registered_at >= coalesce($12, ''-infinity'')
             and e.registered_at < coalesce($13, ''infinity'')' else '' end
    || case when of_hash is not null then ' and e.id in (select f.evidence from files f
             where f.jit = e.jit and f.state = ''ready'' and f.sha256 = $14)' else '' end;
  -- Titles and numbers count from listed on, all other words from readable on. The auditor of the team reads titles only.
  hits := format('select e.id, 1 as least from evidence e where %s%s', matching, titled);
  if words is not null and not for_auditor then
    hits := format('select h.id, min(h.least) as least from (%s union all select e.id, 2 from search_texts t'
                   ' join evidence e on e.id = t.evidence where t.jit = %L%s and %s) h group by h.id',
                   hits, team, told, matching);
  end if;
  perform set_config('enable_bitmapscan', 'on', true), set_config('enable_sort', 'on', true);
  return query execute format(
    'with hits as materialized (%s)'
    ' select r.evidence, r.lvl from hits join %s on r.evidence = hits.id where %s and r.lvl >= greatest(%s, hits.least)'
    ' order by %s limit %s offset %s',
    hits, rows_, behind, of_level, concat_ws(', ', sorted || ' ' || way, 'r.evidence ' || way),
    wanted - found, found)
    using of_originator, of_kind, of_category, of_status, of_handling, of_tlp, released_to, acquired_from, acquired_before, for_auditor, own,
      registered_from, registered_before, of_hash;
end $_$;


--
-- Name: set_account_disabled(uuid, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.set_account_disabled(account uuid, wanted boolean) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  address text;
begin
  perform demand_operator();
  update accounts a set disabled = wanted, closed_at = case when wanted then statement_timestamp() end
   where a.id = account and a.id <> asking_account()
     and case when wanted then a.closed_at is null else a.disabled end
  returning a.email into address;
  if address is not null then
    perform note_operator_act(case when wanted then 'account.disabled' else 'account.enabled' end, address);
  end if;
  return address;
end $$;


--
-- Name: set_account_may_found(uuid, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.set_account_may_found(account uuid, wanted boolean) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  address text;
begin
  perform demand_operator();
  update accounts a set may_found = wanted
   where a.id = account and a.id <> asking_account() and a.closed_at is null and a.may_found <> wanted
  returning a.email into address;
  if address is not null then
    perform note_operator_act(case when wanted then 'founding.granted' else 'founding.withdrawn' end, address);
  end if;
  return address;
end $$;


--
-- Name: setup_codes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.setup_codes (
    id integer NOT NULL,
    code_hash bytea NOT NULL,
    CONSTRAINT ck_setup_codes_single CHECK ((id = 1))
);

ALTER TABLE ONLY public.setup_codes FORCE ROW LEVEL SECURITY;


--
-- Name: setup_is_open(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.setup_is_open() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN ((EXISTS (SELECT 1 FROM public.setup_codes)) AND (NOT public.has_accounts()));


--
-- Name: signing_demands; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.signing_demands (
    jit uuid NOT NULL,
    party uuid NOT NULL,
    scope text NOT NULL,
    entry uuid NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_signing_demands_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_signing_demands_scope CHECK ((scope = ANY (ARRAY['none'::text, 'own'::text, 'all'::text])))
);

ALTER TABLE ONLY public.signing_demands FORCE ROW LEVEL SECURITY;


--
-- Name: signers_of(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.signers_of(wanted uuid) RETURNS uuid[]
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN (SELECT COALESCE(array_agg(d.party ORDER BY d.party), '{}'::uuid[]) AS "coalesce" FROM ((public.signing_demands d JOIN public.parties p ON (((p.jit = d.jit) AND (p.id = d.party)))) JOIN public.channels c ON (((c.jit = d.jit) AND (c.id = signers_of.wanted)))) WHERE ((d.jit = public.asking_jit()) AND (p.status <> 'left'::text) AND (NOT public.beyond_the_union(p.kind)) AND (c.whole OR (p.id = ANY (c.parties))) AND ((d.scope = 'all'::text) OR ((d.scope = 'own'::text) AND (d.party = public.asking_party())))));


--
-- Name: sit_in(uuid, uuid[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.sit_in(wanted uuid, named uuid[]) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN (NOT (EXISTS (SELECT 1 FROM unnest(sit_in.named) n(seat) WHERE (NOT (EXISTS (SELECT 1 FROM ((public.members m JOIN public.parties p ON (((p.jit = m.jit) AND (p.id = m.party)))) JOIN public.channels c ON (((c.jit = m.jit) AND (c.id = sit_in.wanted)))) WHERE ((m.jit = public.asking_jit()) AND (m.id = n.seat) AND (m.state = 'seated'::text) AND (NOT ('auditor'::text = ANY (m.roles))) AND (NOT public.beyond_the_union(p.kind)) AND (c.whole OR (p.id = ANY (c.parties))))))))));


--
-- Name: sits_in(boolean, uuid[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.sits_in(everybody boolean, named uuid[]) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN ((public.asking_party() IS NOT NULL) AND (public.asking_seat() IS NOT NULL) AND (NOT ('auditor'::text = ANY (public.asking_roles()))) AND (everybody OR (public.asking_party() = ANY (named))) AND (EXISTS (SELECT 1 FROM public.parties p WHERE ((p.jit = public.asking_jit()) AND (p.id = public.asking_party()) AND (NOT public.beyond_the_union(p.kind))))));


--
-- Name: followed; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.followed (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    party uuid NOT NULL,
    waited boolean NOT NULL,
    former smallint NOT NULL,
    level smallint NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT ck_followed_at_within CHECK (((at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.followed FORCE ROW LEVEL SECURITY;


--
-- Name: refusals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.refusals (
    seat uuid NOT NULL,
    minute timestamp with time zone NOT NULL,
    act text NOT NULL,
    evidence uuid NOT NULL,
    code text NOT NULL,
    jit uuid NOT NULL,
    times integer NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_refusals_first_at_within CHECK (((first_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (first_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_refusals_last_at_within CHECK (((last_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (last_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_refusals_minute_within CHECK (((minute >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (minute < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.refusals FORCE ROW LEVEL SECURITY;


--
-- Name: something_runs(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.something_runs(team uuid) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN ((EXISTS (SELECT 1 FROM public.exports x WHERE ((x.jit = something_runs.team) AND (x.state = ANY (ARRAY['queued'::text, 'running'::text])) AND (NOT (EXISTS (SELECT 1 FROM public.pending q WHERE ((q.entry = x.entry) AND (q.xmin = (pg_current_xact_id())::xid)))))))) OR (EXISTS (SELECT 1 FROM (SELECT 'refusals'::text AS "?column?", count(*) AS count FROM public.refusals x WHERE (x.jit = something_runs.team) UNION ALL SELECT 'followed'::text, count(*) AS count FROM public.followed x WHERE (x.jit = something_runs.team)) s(what, many) WHERE (s.many > 0))));


--
-- Name: standing_gates(uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.standing_gates(wanted uuid, recipient uuid) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (SELECT array_remove(ARRAY[CASE WHEN (EXISTS (SELECT 1 FROM public.evidence e WHERE ((e.id = standing_gates.wanted) AND (e.jit = public.asking_jit()) AND (e.verification = ANY (ARRAY['waiting'::text, 'refused'::text]))))) THEN 'verification'::text ELSE NULL::text END, CASE WHEN public.beyond_the_union(p.kind) THEN 'attestation'::text ELSE NULL::text END, CASE WHEN (EXISTS (SELECT 1 FROM public.evidence e WHERE ((e.id = standing_gates.wanted) AND (e.jit = public.asking_jit()) AND (e.privilege = ANY (ARRAY['unchecked'::text, 'privileged'::text]))))) THEN 'clearance'::text ELSE NULL::text END, CASE WHEN (EXISTS (SELECT 1 FROM public.evidence e WHERE ((e.id = standing_gates.wanted) AND (e.jit = public.asking_jit()) AND (e.joint IS NOT NULL) AND (NOT (standing_gates.recipient = ANY (e.joint)))))) THEN 'joint'::text ELSE NULL::text END], NULL::text) AS array_remove FROM public.parties p WHERE ((p.jit = public.asking_jit()) AND (p.id = standing_gates.recipient) AND (p.id <> public.asking_party())));


--
-- Name: still_stands(jsonb, uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.still_stands(former jsonb, wanted uuid, holder uuid) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $_$
declare
  stood jsonb := former;
  earlier jsonb;
  named uuid;
begin
  for step in 1..20 loop  -- more than anybody stacks; a basis that leads to itself gives nothing
    named := case when stood ->> 'basis' ~ '^(consent|emergency):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      then split_part(stood ->> 'basis', ':', 2)::uuid end;
    if named is null then return stood; end if;
    select x.former into earlier from (
      select c.former from consents c where c.id = named and coalesce(c.evidence, c.answer) = wanted and c.asker_party = holder
         and (c.ended_at is not null or c.until <= statement_timestamp())
      union all
      select m.former from emergencies m where m.id = named and m.evidence = wanted and m.party = holder
         and m.until <= statement_timestamp()) x;
    if not found then return stood; end if;
    stood := earlier;
  end loop;
  return null;
end $_$;


--
-- Name: storage_of_teams(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.storage_of_teams() RETURNS TABLE(jit uuid, team text, closed boolean, party text, party_name text, bytes bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform demand_operator();
  perform set_config('app.administering', 'on', true);
  return query
    select j.id, j.name, j.state = 'closed', p.code, p.name, coalesce(s.bytes, 0)::bigint
      from jits j join parties p on p.jit = j.id left join storage s on s.jit = p.jit and s.party = p.id
     order by j.founded_at desc, j.id, p.code;
  perform set_config('app.administering', '', true);
end $$;


--
-- Name: take_chain(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.take_chain(wanted uuid, OUT n bigint, OUT previous bytea) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if session_user <> 'liaison_engine' then
    perform 1 from releases r where r.evidence = wanted and r.jit = asking_jit()
      and ((r.party = asking_party() and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0)
           or asking_as_jit_auditor());
    if not found then
      perform 1 from copies c where c.evidence = wanted and c.jit = asking_jit() and c.answered_by = asking_seat();
    end if;
    if not found then
      raise exception 'no such exhibit' using errcode = 'no_data_found';
    end if;
  end if;
  insert into chains (evidence, n) values (wanted, 0) on conflict do nothing;
  select c.n, c.previous into n, previous from chains c where c.evidence = wanted for update;
end $$;


--
-- Name: take_custody(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.take_custody(wanted uuid) RETURNS TABLE(n bigint, previous bytea, party uuid, originator uuid, level smallint, authorities uuid[], seats uuid[], own_seats uuid[], not_before timestamp with time zone, until timestamp with time zone, joint uuid[])
    LANGUAGE plpgsql
    AS $$
declare taken record;
begin
  select c.n, c.previous into taken from take_chain(wanted) c;
  return query
    select taken.n, taken.previous, r.party, r.originator, r.level, r.authorities, r.seats, r.own_seats,
           r.not_before, r.until, r.joint
      from (values (1)) one left join releases r on r.evidence = wanted;
end $$;


--
-- Name: take_fixity(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.take_fixity(wanted uuid) RETURNS TABLE(file uuid, begun_at timestamp with time zone, checked_at timestamp with time zone, size_bytes bigint, expected text, found text, problem text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  return query
    with taken as (delete from fixity_found x where x.evidence = wanted returning x.*)
    select t.file, t.begun_at, t.checked_at, t.size_bytes, f.sha256, t.found, t.problem
      from taken t join files f on f.id = t.file order by t.file;
end $$;


--
-- Name: take_seat(uuid, uuid, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.take_seat(who uuid, wanted uuid, with_head boolean DEFAULT false) RETURNS TABLE(seat uuid, ledger_origin text, code text, name text, party uuid, party_code text, party_kind text, authority uuid, authority_code text, roles text[], function text, reserved boolean, closed boolean, head bigint)
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
begin
  perform set_config('app.account', who::text, true), set_config('app.jit', wanted::text, true),
          set_config('app.party', '', true), set_config('app.authority', '', true),
          set_config('app.seat', '', true), set_config('app.roles', '{}', true);
  select m.id, j.ledger_origin, m.code, m.name, m.party, p.code, p.kind, m.authority, a.code, m.roles, m.function,
         j.state = 'closed'
    into seat, ledger_origin, code, name, party, party_code, party_kind, authority, authority_code, roles, "function", closed
    from members m
    join jits j on j.id = m.jit
    left join parties p on p.jit = m.jit and p.id = m.party
    left join authorities a on a.jit = m.jit and a.party = m.party and a.id = m.authority
   where m.account = who and m.jit = wanted and m.state = 'seated'
     and (m.until is null or m.until > statement_timestamp())
     and (m.party is null or (p.status = 'active' and (p.leaves_at is null or p.leaves_at > statement_timestamp())));
  if not found then
    perform set_config('app.jit', '', true);
    return;
  end if;
  perform set_config('app.party', coalesce(party::text, ''), true),
          set_config('app.authority', coalesce(authority::text, ''), true),
          set_config('app.seat', seat::text, true), set_config('app.roles', roles::text, true);
  reserved := false;
  if "function" <> 'judicial' and 'leader' = any (roles) then
    reserved := exists (select 1 from reservations r where r.jit = wanted and r.party = take_seat.party and r.judicial);
  end if;
  if with_head then
    head := ledger_head(wanted);
  end if;
  return next;
end $$;


--
-- Name: talk_kept(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.talk_kept() RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN (statement_timestamp() - make_interval(days => COALESCE((SELECT r.days FROM public.talk_rules r WHERE (r.jit = public.asking_jit()) ORDER BY r.id DESC LIMIT 1), 30)));


--
-- Name: tell_attempt(uuid, uuid, uuid[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_attempt(attempt uuid, to_party uuid, refusing uuid[]) RETURNS TABLE(id uuid, originator uuid, evidence uuid, exhibit_number text, owner text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  insert into release_attempts (id, jit, seat, attempted_at)
    values (attempt, asking_jit(), asking_seat(), statement_timestamp());
  return query
    with told as (
      insert into alerts
          (id, jit, originator, kind, evidence, party, seat, recipient, openings, raised_at, owner)
        -- The id begins with the time of the attempt, so that alerts are sorted by time.
        select (left(attempt::text, 24) || left(md5(random()::text), 12))::uuid, e.jit, e.originator,
               'beyond', e.id, asking_party(), asking_seat(), to_party, 0, statement_timestamp(),
               leader_for(e.id, asking_party())
          from evidence e
         where e.jit = asking_jit() and e.id = any (refusing) and e.originator <> asking_party()
           and leader_for(e.id, asking_party()) is not null
           and (exists (select 1 from releases r
                         where r.jit = e.jit and r.evidence = e.id and r.party = asking_party())
                or exists (select 1 from bounds b join evidence c on c.id = b.evidence
                            where b.bound_by = e.id and c.originator = asking_party()))
      returning alerts.id, alerts.originator, alerts.evidence, alerts.owner)
    select t.id, t.originator, t.evidence, e.exhibit_number, m.code
      from told t join evidence e on e.id = t.evidence join members m on m.jit = e.jit and m.id = t.owner
     order by t.evidence;
end $$;


--
-- Name: tell_custody(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_custody() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  insert into entry_audience (entry, jit, party, level, authorities, seats)
    select new.entry, new.jit, r.party, case when r.party = any (r.joint) then 3 else r.level end, r.authorities, r.seats
      from releases r
     where r.jit = new.jit and r.evidence = new.evidence and r.party <> r.originator
       and asking_party() is distinct from r.originator and r.party is distinct from asking_party()
       and (r.not_before is null or r.not_before <= statement_timestamp())
       and (r.until is null or r.until > statement_timestamp());
  return null;
end $$;


--
-- Name: time_physical_custody(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.time_physical_custody() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if current_user = 'liaison_app' then new.changed_at := moment_near(new.changed_at); end if;
  return new;
end $$;


--
-- Name: time_signing(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.time_signing() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if tg_table_name = 'signing_demands' then
    new.decided_at := moment_near(new.decided_at);
  elsif tg_table_name = 'decision_signatures' then
    new.at := moment_near(new.at);
  elsif tg_op = 'INSERT' then
    new.named_at := moment_near(new.named_at);
  else
    new.revoked_at := moment_near(new.revoked_at);
  end if;
  return new;
end $$;


--
-- Name: time_translation(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.time_translation() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  new.at := moment_near(new.at);
  return new;
end $$;


--
-- Name: tlp_strictness(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tlp_strictness(tlp text) RETURNS integer
    LANGUAGE sql IMMUTABLE
    RETURN array_position(ARRAY['CLEAR'::text, 'GREEN'::text, 'AMBER'::text, 'AMBER_STRICT'::text, 'RED'::text], tlp);


--
-- Name: try_setup_code(bytea); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.try_setup_code(digest bytea) RETURNS text
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN CASE WHEN (NOT public.setup_is_open()) THEN 'closed'::text WHEN (EXISTS (SELECT 1 FROM public.setup_codes s WHERE (s.code_hash = try_setup_code.digest))) THEN 'right'::text ELSE 'wrong'::text END;


--
-- Name: under_rules(uuid, uuid, smallint, uuid[], uuid[], timestamp with time zone, timestamp with time zone, text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.under_rules(wanted uuid, addressed uuid, given smallint, to_authorities uuid[], to_seats uuid[], starts timestamp with time zone, ends timestamp with time zone, for_purposes text[]) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN COALESCE((SELECT ((count(*) > 0) AND bool_and(((under_rules.given <= r.level) AND ((r.authorities IS NULL) OR COALESCE((under_rules.to_authorities <@ r.authorities), false)) AND ((r.seats IS NULL) OR COALESCE((under_rules.to_seats <@ r.seats), false)) AND ((r.not_before IS NULL) OR COALESCE((under_rules.starts >= r.not_before), false)) AND ((r.until IS NULL) OR COALESCE((under_rules.ends <= r.until), false)) AND CASE WHEN (r.purposes IS NULL) THEN (NOT COALESCE(('OTHER_OFFENCE_WITH_CONSENT'::text = ANY (under_rules.for_purposes)), false)) ELSE COALESCE((under_rules.for_purposes <@ r.purposes), false) END))) FROM ((public.evidence e JOIN public.parties p ON (((p.jit = e.jit) AND (p.id = under_rules.addressed)))) JOIN public.access_rules r ON (((r.jit = e.jit) AND (r.party = e.originator) AND (r.state = 'active'::text) AND ((r.category IS NULL) OR (r.category = e.category)) AND ((r.handling IS NULL) OR (r.handling = ANY (e.handling))) AND ((r.to_party IS NULL) OR (r.to_party = p.id)) AND ((r.to_kind IS NULL) OR (r.to_kind = p.kind))))) WHERE ((e.id = under_rules.wanted) AND (e.jit = public.asking_jit()) AND (e.originator = public.asking_party()) AND (e.registered_by = public.asking_seat()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (p.status = 'active'::text) AND (p.kind <> ALL (ARRAY['third_country'::text, 'judicial_authority'::text])) AND ((e.tlp = ANY (ARRAY['AMBER'::text, 'GREEN'::text, 'CLEAR'::text])) OR ((e.tlp = 'RED'::text) AND (under_rules.to_seats IS NOT NULL)) OR ((e.tlp = 'AMBER_STRICT'::text) AND (cardinality(under_rules.to_authorities) = 1))) AND (NOT (EXISTS (SELECT 1 FROM public.headers h WHERE (h.evidence = e.id)))))), false);


--
-- Name: consents; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consents (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    use text NOT NULL,
    evidence uuid,
    asker uuid NOT NULL,
    asker_party uuid NOT NULL,
    asked_party uuid NOT NULL,
    words text NOT NULL,
    level smallint,
    authorities uuid[],
    seats uuid[],
    purposes text[],
    state text NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    due_zone text NOT NULL,
    seen_at timestamp with time zone,
    answered_at timestamp with time zone,
    answered_by uuid,
    reason text,
    conditions text,
    until timestamp with time zone,
    former jsonb,
    answer uuid,
    ended_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_consents_answered_at_within CHECK (((answered_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (answered_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_consents_due_at_within CHECK (((due_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (due_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_consents_ended_at_within CHECK (((ended_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (ended_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_consents_level CHECK (((level >= 1) AND (level <= 3))),
    CONSTRAINT ck_consents_object CHECK (((use = 'question'::text) = (evidence IS NULL))),
    CONSTRAINT ck_consents_parties CHECK ((asker_party <> asked_party)),
    CONSTRAINT ck_consents_requested_at_within CHECK (((requested_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (requested_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_consents_seen_at_within CHECK (((seen_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (seen_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_consents_state CHECK ((state = ANY (ARRAY['requested'::text, 'seen'::text, 'granted'::text, 'granted_with_conditions'::text, 'refused'::text, 'expired'::text, 'withdrawn'::text]))),
    CONSTRAINT ck_consents_until_within CHECK (((until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (until < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_consents_use CHECK ((use = ANY (ARRAY['release'::text, 'court'::text, 'question'::text])))
);

ALTER TABLE ONLY public.consents FORCE ROW LEVEL SECURITY;


--
-- Name: decision_signatures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.decision_signatures (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    message uuid NOT NULL,
    party uuid NOT NULL,
    key uuid NOT NULL,
    signature bytea NOT NULL,
    entry uuid NOT NULL,
    seat uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT ck_decision_signatures_at_within CHECK (((at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_decision_signatures_signature CHECK ((octet_length(signature) = 64))
);

ALTER TABLE ONLY public.decision_signatures FORCE ROW LEVEL SECURITY;


--
-- Name: operations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.operations (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    h_at timestamp with time zone NOT NULL,
    h_zone text NOT NULL,
    parties uuid[] NOT NULL,
    author uuid NOT NULL,
    author_party uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    live_at timestamp with time zone,
    closed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    told_at timestamp with time zone,
    told_as integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_operations_closed CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
    CONSTRAINT ck_operations_closed_at_within CHECK (((closed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (closed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_operations_created_at_within CHECK (((created_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_operations_h_at_within CHECK (((h_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (h_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_operations_kind CHECK ((kind = ANY (ARRAY['real'::text, 'rehearsal'::text]))),
    CONSTRAINT ck_operations_live_at_within CHECK (((live_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (live_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_operations_parties CHECK (((cardinality(parties) >= 1) AND (cardinality(parties) <= 50))),
    CONSTRAINT ck_operations_state CHECK ((state = ANY (ARRAY['draft'::text, 'planned'::text, 'live'::text, 'closed'::text]))),
    CONSTRAINT ck_operations_told CHECK (
CASE state
    WHEN 'draft'::text THEN (told_at IS NULL)
    WHEN 'closed'::text THEN true
    ELSE (told_at IS NOT NULL)
END),
    CONSTRAINT ck_operations_told_at_within CHECK (((told_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (told_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_operations_updated_at_within CHECK (((updated_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (updated_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.operations FORCE ROW LEVEL SECURITY;


--
-- Name: tasks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tasks (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    number text NOT NULL,
    title text NOT NULL,
    details text,
    priority text NOT NULL,
    state text NOT NULL,
    state_reason text,
    assigner uuid NOT NULL,
    assigner_party uuid NOT NULL,
    assignee uuid NOT NULL,
    assignee_party uuid NOT NULL,
    due_at timestamp with time zone,
    due_zone text,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    state_changed_at timestamp with time zone NOT NULL,
    party_since timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    legal_basis text,
    language text,
    accepted_at timestamp with time zone,
    accepted_by uuid,
    repeats text,
    repeats_from timestamp without time zone,
    repeats_zone text,
    occurrence integer,
    predecessor uuid,
    followed_at timestamp with time zone,
    CONSTRAINT ck_tasks_accepted CHECK ((
CASE
    WHEN (state = ANY (ARRAY['proposed'::text, 'declined'::text])) THEN (accepted_at IS NULL)
    WHEN (state = 'cancelled'::text) THEN true
    ELSE (accepted_at IS NOT NULL)
END AND ((accepted_by IS NULL) OR (accepted_at IS NOT NULL)))),
    CONSTRAINT ck_tasks_accepted_at_within CHECK (((accepted_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (accepted_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_tasks_created_at_within CHECK (((created_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_tasks_due CHECK (((due_at IS NULL) = (due_zone IS NULL))),
    CONSTRAINT ck_tasks_due_at_within CHECK (((due_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (due_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_tasks_followed_at_within CHECK (((followed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (followed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_tasks_party_since_within CHECK (((party_since >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (party_since < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_tasks_priority CHECK ((priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text]))),
    CONSTRAINT ck_tasks_repeats CHECK ((num_nulls(repeats, repeats_from, repeats_zone, occurrence) = ANY (ARRAY[0, 4]))),
    CONSTRAINT ck_tasks_repeats_due CHECK (((repeats IS NULL) OR (due_at IS NOT NULL))),
    CONSTRAINT ck_tasks_repeats_from_within CHECK (((repeats_from >= '1899-12-31 00:00:00'::timestamp without time zone) AND (repeats_from < '2200-01-02 00:00:00'::timestamp without time zone))),
    CONSTRAINT ck_tasks_state CHECK ((state = ANY (ARRAY['proposed'::text, 'declined'::text, 'open'::text, 'in_progress'::text, 'blocked'::text, 'done'::text, 'cancelled'::text]))),
    CONSTRAINT ck_tasks_state_changed_at_within CHECK (((state_changed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (state_changed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_tasks_updated_at_within CHECK (((updated_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (updated_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.tasks FORCE ROW LEVEL SECURITY;


--
-- Name: waiting_of(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.waiting_of(team uuid) RETURNS TABLE(what text, many bigint)
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT 'exhibits'::text AS text,
     count(*) AS count
    FROM public.evidence x
   WHERE ((x.jit = waiting_of.team) AND (x.status <> 'erased'::text))
 UNION ALL
  SELECT 'holds'::text AS text,
     count(*) AS count
    FROM public.holds x
   WHERE ((x.jit = waiting_of.team) AND (x.lifted_at IS NULL))
 UNION ALL
  SELECT 'erasures'::text AS text,
     count(*) AS count
    FROM public.erasures x
   WHERE ((x.jit = waiting_of.team) AND (x.destroyed_at IS NULL))
 UNION ALL
  SELECT 'field_erasures'::text AS text,
     count(*) AS count
    FROM public.field_erasures x
   WHERE ((x.jit = waiting_of.team) AND (x.erased_at IS NULL))
 UNION ALL
  SELECT 'releases'::text AS text,
     count(*) AS count
    FROM public.waiting_releases x
   WHERE (x.jit = waiting_of.team)
 UNION ALL
  SELECT 'consents'::text AS text,
     count(*) AS count
    FROM public.consents x
   WHERE ((x.jit = waiting_of.team) AND (x.state = ANY (ARRAY['requested'::text, 'seen'::text])))
 UNION ALL
  SELECT 'tasks'::text AS text,
     count(*) AS count
    FROM public.tasks x
   WHERE ((x.jit = waiting_of.team) AND (x.state = ANY (ARRAY['proposed'::text, 'declined'::text, 'open'::text, 'in_progress'::text, 'blocked'::text])))
 UNION ALL
  SELECT 'handovers'::text AS text,
     count(*) AS count
    FROM public.handovers x
   WHERE ((x.jit = waiting_of.team) AND (x.state = 'offered'::text))
 UNION ALL
  SELECT 'copies'::text AS text,
     count(*) AS count
    FROM public.copies x
   WHERE ((x.jit = waiting_of.team) AND (x.asked_at IS NOT NULL) AND (x.answered_at IS NULL))
 UNION ALL
  SELECT 'flags'::text AS text,
     count(*) AS count
    FROM public.flags x
   WHERE ((x.jit = waiting_of.team) AND (x.decision IS NULL))
 UNION ALL
  SELECT 'emergencies'::text AS text,
     count(*) AS count
    FROM public.emergencies x
   WHERE ((x.jit = waiting_of.team) AND ((x.verdict IS NULL) OR (x.settled_at IS NULL)))
 UNION ALL
  SELECT 'alerts'::text AS text,
     count(*) AS count
    FROM public.alerts x
   WHERE ((x.jit = waiting_of.team) AND (x.acknowledged_at IS NULL))
 UNION ALL
  SELECT 'bundles'::text AS text,
     count(*) AS count
    FROM public.exports x
   WHERE ((x.jit = waiting_of.team) AND (x.state = ANY (ARRAY['queued'::text, 'running'::text])))
 UNION ALL
  SELECT 'leavings'::text AS text,
     count(*) AS count
    FROM public.leavings x
   WHERE ((x.jit = waiting_of.team) AND (x.withdrawn_at IS NULL) AND (x.ended_at IS NULL))
 UNION ALL
  SELECT 'parties'::text AS text,
     count(*) AS count
    FROM public.parties x
   WHERE ((x.jit = waiting_of.team) AND (x.status = 'suspended'::text))
 UNION ALL
  SELECT 'operations'::text AS text,
     count(*) AS count
    FROM public.operations x
   WHERE ((x.jit = waiting_of.team) AND (x.state <> 'closed'::text))
 UNION ALL
  SELECT 'signatures'::text AS text,
     count(*) AS count
    FROM public.messages x
   WHERE ((x.jit = waiting_of.team) AND (x.kind = 'decision'::text) AND (x.signers <> '{}'::uuid[]) AND (x.text IS NOT NULL) AND (NOT (EXISTS ( SELECT 1
            FROM public.messages l
           WHERE (l.corrects = x.id)))) AND (EXISTS ( SELECT 1
            FROM (public.parties p
              JOIN public.members m ON (((m.jit = p.jit) AND (m.party = p.id))))
           WHERE ((p.jit = x.jit) AND (p.id = ANY (x.signers)) AND (p.status <> 'left'::text) AND (m.state = 'seated'::text) AND ('leader'::text = ANY (m.roles)) AND ((m.until IS NULL) OR (m.until > statement_timestamp())) AND (NOT (EXISTS ( SELECT 1
                    FROM public.decision_signatures s
                   WHERE ((s.message = x.id) AND (s.party = p.id)))))))))
 UNION ALL
  SELECT 'ways'::text AS text,
     count(*) AS count
    FROM public.erasures x
   WHERE ((x.jit = waiting_of.team) AND x.way_stands AND (EXISTS ( SELECT 1
            FROM public.physical_custody w
           WHERE ((w.evidence = x.evidence) AND (w.state = ANY (ARRAY['returned'::text, 'destroyed'::text]))))));
END;


--
-- Name: weigh_file(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.weigh_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  keeper uuid;
  before bigint := case when tg_op <> 'INSERT' and old.state not in ('discarded', 'erased') then old.size_bytes else 0 end;
  after bigint := case when tg_op <> 'DELETE' and new.state not in ('discarded', 'erased') then new.size_bytes else 0 end;
begin
  if after <> before then
    select e.originator into keeper from evidence e where e.id = coalesce(new.evidence, old.evidence);
    insert into storage (jit, party, bytes) values (coalesce(new.jit, old.jit), keeper, 0) on conflict do nothing;
    update storage set bytes = bytes + after - before where jit = coalesce(new.jit, old.jit) and party = keeper;
  end if;
  return null;
end $$;


--
-- Name: withdraw_account_invitation(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.withdraw_account_invitation(invitation uuid) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  address text;
begin
  perform demand_operator();
  delete from account_invitations i where i.id = invitation returning i.email into address;
  if address is not null then
    perform note_operator_act('invitation.withdrawn', address);
  end if;
  return address;
end $$;


--
-- Name: withdraw_jointly(uuid, integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.withdraw_jointly(wanted uuid, seen integer) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if not 'leader' = any (asking_roles()) or jointly(wanted) is distinct from 3 then return false; end if;
  update evidence e set status = 'withdrawn', version = e.version + 1
   where e.id = wanted and e.jit = asking_jit() and e.status = 'active' and e.version = seen;
  if not found then return false; end if;
  update releases r set level = 1, version = r.version + 1
   where r.evidence = wanted and not obtained_by(r.party, r.originator, r.joint);
  return true;
end $$;


--
-- Name: within_bounds(public.releases); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.within_bounds(wanted public.releases) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (NOT (EXISTS (SELECT 1 FROM public.exceeded_bounds(within_bounds.wanted) exceeded_bounds(exceeded_bounds))));


--
-- Name: access_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.access_log (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    account uuid NOT NULL,
    session uuid NOT NULL,
    seat uuid,
    party uuid,
    method text NOT NULL,
    route text NOT NULL,
    ids jsonb NOT NULL,
    outcome smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    address text NOT NULL,
    CONSTRAINT ck_access_log_at_within CHECK (((at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.access_log FORCE ROW LEVEL SECURITY;


--
-- Name: account_invitations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_invitations (
    id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    may_found boolean NOT NULL,
    code_hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    invited_by uuid NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_account_invitations_email_lower CHECK ((email = lower(email))),
    CONSTRAINT ck_account_invitations_expires_at_within CHECK (((expires_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (expires_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_account_invitations_invited_at_within CHECK (((invited_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (invited_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.account_invitations FORCE ROW LEVEL SECURITY;


--
-- Name: acknowledgements; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.acknowledgements (
    evidence uuid NOT NULL,
    seat uuid NOT NULL,
    text_sha256 bytea NOT NULL,
    jit uuid NOT NULL,
    acknowledged_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_acknowledgements_acknowledged_at_within CHECK (((acknowledged_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (acknowledged_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_acknowledgements_sha256 CHECK ((octet_length(text_sha256) = 32))
);

ALTER TABLE ONLY public.acknowledgements FORCE ROW LEVEL SECURITY;


--
-- Name: acquisitions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.acquisitions (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    corrects uuid,
    reason text,
    make text,
    model text,
    serial text,
    capacity text,
    seal_number text,
    write_blocker text,
    tool text NOT NULL,
    tool_version text NOT NULL,
    examiner text NOT NULL,
    examiner_function text,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    zone text NOT NULL,
    clock_offset_seconds integer,
    hashes jsonb NOT NULL,
    bad_sectors bigint,
    errors text,
    notes text,
    CONSTRAINT ck_acquisitions_bad_sectors CHECK ((bad_sectors >= 0)),
    CONSTRAINT ck_acquisitions_ended_at_within CHECK (((ended_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (ended_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_acquisitions_reason CHECK (((corrects IS NULL) = (reason IS NULL))),
    CONSTRAINT ck_acquisitions_recorded_at_within CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_acquisitions_started_at_within CHECK (((started_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (started_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_acquisitions_times CHECK ((started_at <= ended_at))
);

ALTER TABLE ONLY public.acquisitions FORCE ROW LEVEL SECURITY;


--
-- Name: action_moves; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.action_moves (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    action uuid NOT NULL,
    seat uuid NOT NULL,
    key uuid NOT NULL,
    former text NOT NULL,
    state text NOT NULL,
    reason text,
    occurred_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_action_moves_occurred CHECK ((occurred_at <= (recorded_at + public.clock_skew()))),
    CONSTRAINT ck_action_moves_occurred_at_within CHECK (((occurred_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (occurred_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_action_moves_recorded_at_within CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.action_moves FORCE ROW LEVEL SECURITY;


--
-- Name: action_plans; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.action_plans (
    action uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid NOT NULL,
    objective text NOT NULL,
    place text,
    lead uuid NOT NULL,
    team text,
    interpreter text,
    risk text,
    contingency text,
    channel text,
    authorisation_kind text,
    authorisation_reference text,
    authorisation_from timestamp with time zone,
    authorisation_until timestamp with time zone,
    authorisation_zone text,
    updated_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    erased jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT ck_action_plans_authorisation CHECK (((authorisation_kind IS NULL) = (authorisation_reference IS NULL))),
    CONSTRAINT ck_action_plans_authorisation_from_within CHECK (((authorisation_from >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (authorisation_from < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_action_plans_authorisation_until_within CHECK (((authorisation_until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (authorisation_until < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_action_plans_updated_at_within CHECK (((updated_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (updated_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_action_plans_valid CHECK ((authorisation_from < authorisation_until)),
    CONSTRAINT ck_action_plans_zone CHECK (((authorisation_zone IS NOT NULL) OR (authorisation_kind IS NULL)))
);

ALTER TABLE ONLY public.action_plans FORCE ROW LEVEL SECURITY;


--
-- Name: action_results; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.action_results (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    action uuid NOT NULL,
    party uuid NOT NULL,
    seat uuid NOT NULL,
    key uuid NOT NULL,
    kind text NOT NULL,
    count integer NOT NULL,
    text text NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    erased jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT ck_action_results_count CHECK (((count >= 1) AND (count <= 100000))),
    CONSTRAINT ck_action_results_kind CHECK ((kind = ANY (ARRAY['search'::text, 'arrest'::text, 'seizure'::text, 'wallet'::text]))),
    CONSTRAINT ck_action_results_occurred CHECK ((occurred_at <= (recorded_at + public.clock_skew()))),
    CONSTRAINT ck_action_results_occurred_at_within CHECK (((occurred_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (occurred_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_action_results_recorded_at_within CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.action_results FORCE ROW LEVEL SECURITY;


--
-- Name: actions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.actions (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    operation uuid NOT NULL,
    party uuid NOT NULL,
    number text NOT NULL,
    sharing text NOT NULL,
    state text NOT NULL,
    since_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_actions_sharing CHECK ((sharing = ANY (ARRAY['whole'::text, 'board'::text, 'none'::text]))),
    CONSTRAINT ck_actions_since_at_within CHECK (((since_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (since_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_actions_state CHECK ((state = ANY (ARRAY['planned'::text, 'ready'::text, 'go'::text, 'executing'::text, 'done'::text, 'aborted'::text])))
);

ALTER TABLE ONLY public.actions FORCE ROW LEVEL SECURITY;


--
-- Name: alarms; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alarms (
    jit uuid NOT NULL,
    what text NOT NULL,
    detail text NOT NULL,
    since timestamp with time zone NOT NULL,
    CONSTRAINT ck_alarms_since_within CHECK (((since >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (since < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_alarms_what CHECK ((what = ANY (ARRAY['promise'::text, 'sequencing'::text, 'signing'::text, 'recomputation'::text, 'timestamp'::text, 'clock'::text, 'witness'::text, 'fixity'::text, 'quorum'::text])))
);

ALTER TABLE ONLY public.alarms FORCE ROW LEVEL SECURITY;


--
-- Name: alembic_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);


--
-- Name: authorities; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.authorities (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL
);

ALTER TABLE ONLY public.authorities FORCE ROW LEVEL SECURITY;


--
-- Name: blank_labels; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.blank_labels (
    code text NOT NULL,
    jit uuid NOT NULL,
    party uuid NOT NULL,
    sheet uuid NOT NULL,
    printed_by uuid NOT NULL,
    printed_at timestamp with time zone NOT NULL,
    evidence uuid,
    version integer DEFAULT 1 NOT NULL,
    voiding uuid,
    voided_by uuid,
    voided_at timestamp with time zone,
    void_reason text,
    CONSTRAINT ck_blank_labels_code CHECK ((code ~ '^[2-9A-HJKMNP-TV-Z]{12}$'::text)),
    CONSTRAINT ck_blank_labels_printed_at_within CHECK (((printed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (printed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_blank_labels_void CHECK (((num_nulls(voiding, voided_by, voided_at, void_reason) = ANY (ARRAY[0, 4])) AND ((voiding IS NULL) OR (evidence IS NULL)))),
    CONSTRAINT ck_blank_labels_voided_at_within CHECK (((voided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (voided_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.blank_labels FORCE ROW LEVEL SECURITY;


--
-- Name: bodies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.bodies (
    entry uuid NOT NULL,
    jit uuid NOT NULL,
    salt bytea NOT NULL,
    canonical bytea NOT NULL
);

ALTER TABLE ONLY public.bodies FORCE ROW LEVEL SECURITY;


--
-- Name: break_glass; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.break_glass (
    jit uuid NOT NULL,
    party uuid NOT NULL,
    recipient uuid NOT NULL,
    allowed boolean NOT NULL,
    level smallint NOT NULL,
    clause text NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_break_glass_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_break_glass_level CHECK ((level = ANY (ARRAY[2, 3]))),
    CONSTRAINT ck_break_glass_others CHECK ((recipient <> party))
);

ALTER TABLE ONLY public.break_glass FORCE ROW LEVEL SECURITY;


--
-- Name: briefing_marks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.briefing_marks (
    jit uuid NOT NULL,
    seat uuid NOT NULL,
    "position" bigint NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_briefing_marks_moved_at_within CHECK (((moved_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (moved_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_briefing_marks_position CHECK (("position" >= '-1'::integer))
);

ALTER TABLE ONLY public.briefing_marks FORCE ROW LEVEL SECURITY;


--
-- Name: chains; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.chains (
    evidence uuid NOT NULL,
    n bigint NOT NULL,
    previous bytea
);

ALTER TABLE ONLY public.chains FORCE ROW LEVEL SECURITY;


--
-- Name: checkpoints_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.checkpoints ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.checkpoints_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: confirmations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.confirmations (
    jit uuid NOT NULL,
    member uuid NOT NULL,
    party uuid NOT NULL,
    confirmed_by uuid NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_confirmations_confirmed_at_within CHECK (((confirmed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (confirmed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.confirmations FORCE ROW LEVEL SECURITY;


--
-- Name: cosignatures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cosignatures (
    jit uuid NOT NULL,
    checkpoint bigint NOT NULL,
    witness uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    line text NOT NULL,
    CONSTRAINT ck_cosignatures_at_within CHECK (((at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.cosignatures FORCE ROW LEVEL SECURITY;


--
-- Name: debriefs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.debriefs (
    operation uuid NOT NULL,
    party uuid NOT NULL,
    jit uuid NOT NULL,
    text text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    erased jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT ck_debriefs_said_at_within CHECK (((said_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (said_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.debriefs FORCE ROW LEVEL SECURITY;


--
-- Name: derivations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.derivations (
    jit uuid NOT NULL,
    child uuid NOT NULL,
    parent uuid NOT NULL,
    how text NOT NULL,
    derived_by uuid NOT NULL,
    derived_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_derivations_another CHECK ((child <> parent)),
    CONSTRAINT ck_derivations_derived_at_within CHECK (((derived_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (derived_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_derivations_how CHECK ((how = ANY (ARRAY['copy'::text, 'extract'::text, 'translation'::text, 'transcript'::text, 'redaction'::text, 'analysis'::text, 'combination'::text])))
);

ALTER TABLE ONLY public.derivations FORCE ROW LEVEL SECURITY;


--
-- Name: digest_lines; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.digest_lines (
    digest uuid NOT NULL,
    evidence uuid NOT NULL,
    party uuid NOT NULL,
    jit uuid NOT NULL,
    openings integer NOT NULL,
    copies integer NOT NULL,
    seats integer NOT NULL
);

ALTER TABLE ONLY public.digest_lines FORCE ROW LEVEL SECURITY;


--
-- Name: digests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.digests (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid NOT NULL,
    day date NOT NULL,
    zone text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    openings integer NOT NULL,
    CONSTRAINT ck_digests_day_within CHECK (((day >= '1900-01-01'::date) AND (day < '2200-01-01'::date))),
    CONSTRAINT ck_digests_made_at_within CHECK (((made_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (made_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.digests FORCE ROW LEVEL SECURITY;


--
-- Name: entry_audience_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.entry_audience ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.entry_audience_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: epochs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.epochs (
    jit uuid NOT NULL,
    number integer NOT NULL,
    origin text NOT NULL,
    size bigint NOT NULL,
    head text NOT NULL,
    CONSTRAINT ck_epochs_number CHECK (((number >= 0) AND (size > 0)))
);

ALTER TABLE ONLY public.epochs FORCE ROW LEVEL SECURITY;


--
-- Name: erased_fields; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.erased_fields (
    entry uuid NOT NULL,
    name text NOT NULL,
    jit uuid NOT NULL,
    certificate uuid NOT NULL,
    erased_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_erased_fields_erased_at_within CHECK (((erased_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (erased_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.erased_fields FORCE ROW LEVEL SECURITY;


--
-- Name: erasure_wishes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.erasure_wishes (
    evidence uuid NOT NULL,
    jit uuid NOT NULL,
    ground text NOT NULL,
    reason text NOT NULL,
    wanted_by uuid NOT NULL,
    wanted_at timestamp with time zone NOT NULL,
    confirmed_by uuid,
    CONSTRAINT ck_erasure_wishes_ground CHECK ((ground = ANY (ARRAY['withdrawn'::text, 'review'::text]))),
    CONSTRAINT ck_erasure_wishes_wanted_at_within CHECK (((wanted_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (wanted_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.erasure_wishes FORCE ROW LEVEL SECURITY;


--
-- Name: fields; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.fields (
    entry uuid NOT NULL,
    name text NOT NULL,
    jit uuid NOT NULL,
    salt bytea NOT NULL,
    value text NOT NULL,
    readers text NOT NULL,
    CONSTRAINT ck_fields_readers CHECK ((readers = ANY (ARRAY['audience'::text, 'readable'::text, 'actor'::text])))
);

ALTER TABLE ONLY public.fields FORCE ROW LEVEL SECURITY;


--
-- Name: fixity; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.fixity (
    evidence uuid NOT NULL,
    jit uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    checked_at timestamp with time zone,
    verdict text,
    CONSTRAINT ck_fixity_checked CHECK (((checked_at IS NULL) = (verdict IS NULL))),
    CONSTRAINT ck_fixity_checked_at_within CHECK (((checked_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (checked_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_fixity_since_within CHECK (((since >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (since < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_fixity_verdict CHECK ((verdict = ANY (ARRAY['verified'::text, 'failed'::text])))
);

ALTER TABLE ONLY public.fixity FORCE ROW LEVEL SECURITY;


--
-- Name: fixity_found; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.fixity_found (
    file uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    checked_at timestamp with time zone NOT NULL,
    size_bytes bigint NOT NULL,
    found text,
    problem text,
    CONSTRAINT ck_fixity_found_begun_at_within CHECK (((begun_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (begun_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_fixity_found_checked_at_within CHECK (((checked_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (checked_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_fixity_found_outcome CHECK (((found IS NULL) <> (problem IS NULL)))
);

ALTER TABLE ONLY public.fixity_found FORCE ROW LEVEL SECURITY;


--
-- Name: fixity_orders; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.fixity_orders (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    ordered_by uuid NOT NULL,
    ordered_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_fixity_orders_ordered_at_within CHECK (((ordered_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (ordered_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.fixity_orders FORCE ROW LEVEL SECURITY;


--
-- Name: former_words; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.former_words (
    message uuid NOT NULL,
    version integer NOT NULL,
    jit uuid NOT NULL,
    text text NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT ck_former_words_until_within CHECK (((until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (until < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.former_words FORCE ROW LEVEL SECURITY;


--
-- Name: idempotency_records; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.idempotency_records (
    seat uuid CONSTRAINT sendings_seat_not_null NOT NULL,
    key bytea CONSTRAINT sendings_key_not_null NOT NULL,
    jit uuid CONSTRAINT sendings_jit_not_null NOT NULL,
    said bytea CONSTRAINT sendings_said_not_null NOT NULL,
    evidence uuid CONSTRAINT sendings_evidence_not_null NOT NULL,
    sent_at timestamp with time zone CONSTRAINT sendings_sent_at_not_null NOT NULL,
    CONSTRAINT ck_idempotency_records_hashed CHECK (((octet_length(key) = 32) AND (octet_length(said) = 32))),
    CONSTRAINT ck_idempotency_records_sent_at_within CHECK (((sent_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (sent_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.idempotency_records FORCE ROW LEVEL SECURITY;


--
-- Name: jobs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.jobs (
    kind text NOT NULL,
    key text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    problem text,
    claim uuid,
    claimed_until timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_jobs_claim CHECK (((claim IS NULL) = (claimed_until IS NULL))),
    CONSTRAINT ck_jobs_claimed_until_within CHECK (((claimed_until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (claimed_until < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_jobs_due_at_within CHECK (((due_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (due_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_jobs_key CHECK ((length(key) <= 200)),
    CONSTRAINT ck_jobs_kind CHECK (((length(kind) >= 1) AND (length(kind) <= 50))),
    CONSTRAINT ck_jobs_state CHECK ((state = ANY (ARRAY['waiting'::text, 'failed'::text])))
);

ALTER TABLE ONLY public.jobs FORCE ROW LEVEL SECURITY;


--
-- Name: labels; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.labels (
    evidence uuid NOT NULL,
    jit uuid NOT NULL,
    code text NOT NULL,
    CONSTRAINT ck_labels_code CHECK ((code ~ '^[2-9A-HJKMNP-TV-Z]{12}$'::text))
);

ALTER TABLE ONLY public.labels FORCE ROW LEVEL SECURITY;


--
-- Name: leases; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.leases (
    process uuid NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT ck_leases_until_within CHECK (((until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (until < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.leases FORCE ROW LEVEL SECURITY;


--
-- Name: leaving_clauses; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leaving_clauses (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid,
    contributed text NOT NULL,
    received text NOT NULL,
    clause text NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_leaving_clauses_contributed CHECK ((contributed = ANY (ARRAY['stay'::text, 'freeze'::text, 'withdraw'::text]))),
    CONSTRAINT ck_leaving_clauses_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_leaving_clauses_received CHECK ((received = ANY (ARRAY['stay'::text, 'freeze'::text, 'withdraw'::text])))
);

ALTER TABLE ONLY public.leaving_clauses FORCE ROW LEVEL SECURITY;


--
-- Name: mail_rounds; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mail_rounds (
    one boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT ck_mail_rounds_at_within CHECK (((at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_mail_rounds_one CHECK (one)
);

ALTER TABLE ONLY public.mail_rounds FORCE ROW LEVEL SECURITY;


--
-- Name: mails; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mails (
    id uuid NOT NULL,
    account uuid NOT NULL,
    occasion text NOT NULL,
    day date,
    state text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    sent_at timestamp with time zone,
    problem text,
    CONSTRAINT ck_mails_day CHECK (((occasion = 'digest'::text) = (day IS NOT NULL))),
    CONSTRAINT ck_mails_day_within CHECK (((day >= '1900-01-01'::date) AND (day < '2200-01-01'::date))),
    CONSTRAINT ck_mails_due_at_within CHECK (((due_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (due_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_mails_made_at_within CHECK (((made_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (made_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_mails_occasion CHECK ((occasion = ANY (ARRAY['notice'::text, 'digest'::text]))),
    CONSTRAINT ck_mails_sent CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
    CONSTRAINT ck_mails_sent_at_within CHECK (((sent_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (sent_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_mails_state CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'dropped'::text, 'failed'::text])))
);

ALTER TABLE ONLY public.mails FORCE ROW LEVEL SECURITY;


--
-- Name: media_approvals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.media_approvals (
    operation uuid NOT NULL,
    party uuid NOT NULL,
    line_version integer NOT NULL,
    jit uuid NOT NULL,
    approved_by uuid NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_media_approvals_approved_at_within CHECK (((approved_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (approved_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.media_approvals FORCE ROW LEVEL SECURITY;


--
-- Name: media_lines; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.media_lines (
    operation uuid NOT NULL,
    jit uuid NOT NULL,
    text text NOT NULL,
    embargo_at timestamp with time zone NOT NULL,
    embargo_zone text NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    erased jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT ck_media_lines_embargo_at_within CHECK (((embargo_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (embargo_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_media_lines_written_at_within CHECK (((written_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (written_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.media_lines FORCE ROW LEVEL SECURITY;


--
-- Name: message_links; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.message_links (
    message uuid NOT NULL,
    place integer NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    CONSTRAINT ck_message_links_place CHECK (((place >= 1) AND (place <= 50)))
);

ALTER TABLE ONLY public.message_links FORCE ROW LEVEL SECURITY;


--
-- Name: notification_cursors; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notification_cursors (
    jit uuid NOT NULL,
    next bigint NOT NULL
);

ALTER TABLE ONLY public.notification_cursors FORCE ROW LEVEL SECURITY;


--
-- Name: notification_preferences; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notification_preferences (
    account uuid NOT NULL,
    by_mail boolean NOT NULL,
    mailing_since timestamp with time zone,
    threshold smallint,
    digest_hour smallint,
    quiet_from time without time zone,
    quiet_to time without time zone,
    urgent_passes boolean NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_notification_preferences_digest_hour CHECK (((digest_hour >= 0) AND (digest_hour <= 23))),
    CONSTRAINT ck_notification_preferences_mailing CHECK (((NOT by_mail) OR (mailing_since IS NOT NULL))),
    CONSTRAINT ck_notification_preferences_mailing_since_within CHECK (((mailing_since >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (mailing_since < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_notification_preferences_quiet CHECK ((((quiet_from IS NULL) = (quiet_to IS NULL)) AND (quiet_from <> quiet_to))),
    CONSTRAINT ck_notification_preferences_quiet_within CHECK (((quiet_from < '24:00:00'::time without time zone) AND (quiet_to < '24:00:00'::time without time zone))),
    CONSTRAINT ck_notification_preferences_threshold CHECK (((threshold >= 0) AND (threshold <= 2)))
);

ALTER TABLE ONLY public.notification_preferences FORCE ROW LEVEL SECURITY;


--
-- Name: notifications; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notifications (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    seat uuid NOT NULL,
    "position" bigint,
    moment timestamp with time zone,
    kind text NOT NULL,
    noun text NOT NULL,
    subject uuid NOT NULL,
    urgency smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    reading uuid,
    dismissed_at timestamp with time zone,
    mail uuid,
    version integer DEFAULT 1 NOT NULL,
    digest uuid,
    talk uuid,
    written_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ck_notifications_at_within CHECK (((at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_notifications_dismissed_at_within CHECK (((dismissed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (dismissed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_notifications_moment_within CHECK (((moment >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (moment < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_notifications_origin CHECK ((("position" IS NULL) <> (moment IS NULL))),
    CONSTRAINT ck_notifications_read_at_within CHECK (((read_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (read_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_notifications_reading CHECK (((reading IS NULL) OR (read_at IS NOT NULL))),
    CONSTRAINT ck_notifications_talk CHECK ((((noun = 'talk'::text) = (talk IS NOT NULL)) AND ((talk IS NULL) OR (talk = subject)))),
    CONSTRAINT ck_notifications_urgency CHECK (((urgency >= 0) AND (urgency <= 2))),
    CONSTRAINT ck_notifications_written_at_within CHECK (((written_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (written_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.notifications FORCE ROW LEVEL SECURITY;


--
-- Name: openings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.openings (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    seat uuid NOT NULL,
    session uuid NOT NULL,
    act text NOT NULL,
    purpose text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    working_session uuid,
    files uuid[],
    CONSTRAINT ck_openings_act CHECK ((act = ANY (ARRAY['open'::text, 'take'::text, 'verify'::text, 'filter'::text]))),
    CONSTRAINT ck_openings_expires_at_within CHECK (((expires_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (expires_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_openings_opened_at_within CHECK (((opened_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (opened_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.openings FORCE ROW LEVEL SECURITY;


--
-- Name: operation_reports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.operation_reports (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    operation uuid NOT NULL,
    party uuid NOT NULL,
    seat uuid NOT NULL,
    key uuid NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    shared boolean NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    erased jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT ck_operation_reports_decided CHECK (((kind = 'incident'::text) OR shared)),
    CONSTRAINT ck_operation_reports_kind CHECK ((kind = ANY (ARRAY['incident'::text, 'decision'::text]))),
    CONSTRAINT ck_operation_reports_occurred CHECK ((occurred_at <= (recorded_at + public.clock_skew()))),
    CONSTRAINT ck_operation_reports_occurred_at_within CHECK (((occurred_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (occurred_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_operation_reports_recorded_at_within CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.operation_reports FORCE ROW LEVEL SECURITY;


--
-- Name: operation_words; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.operation_words (
    operation uuid NOT NULL,
    party uuid NOT NULL,
    jit uuid NOT NULL,
    word text,
    reason text,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    said_for timestamp with time zone NOT NULL,
    said_as integer NOT NULL,
    CONSTRAINT ck_operation_words_said_at_within CHECK (((said_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (said_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_operation_words_said_for_within CHECK (((said_for >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (said_for < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_operation_words_word CHECK ((word = ANY (ARRAY['go'::text, 'no_go'::text])))
);

ALTER TABLE ONLY public.operation_words FORCE ROW LEVEL SECURITY;


--
-- Name: operator_acts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.operator_acts (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    operator uuid NOT NULL,
    act text NOT NULL,
    subject text NOT NULL,
    CONSTRAINT ck_operator_acts_act CHECK (((length(act) >= 1) AND (length(act) <= 50))),
    CONSTRAINT ck_operator_acts_at_within CHECK (((at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.operator_acts FORCE ROW LEVEL SECURITY;


--
-- Name: pending_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.pending ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.pending_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: presences; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.presences (
    process uuid NOT NULL,
    seat uuid NOT NULL,
    jit uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    focus uuid,
    turned_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_presences_since_within CHECK (((since >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (since < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_presences_turned_at_within CHECK (((turned_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (turned_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.presences FORCE ROW LEVEL SECURITY;


--
-- Name: protected; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.protected (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    operation uuid NOT NULL,
    party uuid NOT NULL,
    seat uuid NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    reason text NOT NULL,
    told uuid[] NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    lifted_at timestamp with time zone,
    lifted_reason text,
    erased jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT ck_protected_entered_at_within CHECK (((entered_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (entered_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_protected_kind CHECK ((kind = ANY (ARRAY['person'::text, 'place'::text, 'account'::text]))),
    CONSTRAINT ck_protected_lifted CHECK (((lifted_at IS NULL) = (lifted_reason IS NULL))),
    CONSTRAINT ck_protected_lifted_at_within CHECK (((lifted_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (lifted_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.protected FORCE ROW LEVEL SECURITY;


--
-- Name: provenances; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provenances (
    evidence uuid NOT NULL,
    jit uuid NOT NULL,
    description text,
    acquired_at timestamp with time zone NOT NULL,
    acquired_zone text,
    acquired_by text NOT NULL,
    place text NOT NULL,
    legal_basis text NOT NULL,
    handling_text text,
    declared_hashes jsonb NOT NULL,
    evaluation_source text DEFAULT 'X'::text NOT NULL,
    evaluation_information text DEFAULT '4'::text NOT NULL,
    evaluation_scheme text,
    evaluation_value text,
    CONSTRAINT ck_provenances_acquired_at_within CHECK (((acquired_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (acquired_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_provenances_evaluation_information CHECK ((evaluation_information = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text]))),
    CONSTRAINT ck_provenances_evaluation_original CHECK (((evaluation_scheme IS NULL) = (evaluation_value IS NULL))),
    CONSTRAINT ck_provenances_evaluation_source CHECK ((evaluation_source = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'X'::text])))
);

ALTER TABLE ONLY public.provenances FORCE ROW LEVEL SECURITY;


--
-- Name: pulses; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pulses (
    channel uuid NOT NULL,
    jit uuid NOT NULL,
    numbered integer DEFAULT 0 NOT NULL,
    beats integer DEFAULT 0 NOT NULL
);

ALTER TABLE ONLY public.pulses FORCE ROW LEVEL SECURITY;


--
-- Name: read_marks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.read_marks (
    channel uuid NOT NULL,
    seat uuid NOT NULL,
    jit uuid NOT NULL,
    number integer NOT NULL
);

ALTER TABLE ONLY public.read_marks FORCE ROW LEVEL SECURITY;


--
-- Name: recomputations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.recomputations (
    jit uuid NOT NULL,
    started_at timestamp with time zone NOT NULL,
    target bigint NOT NULL,
    "position" bigint NOT NULL,
    edge bytea NOT NULL,
    found text,
    finished_at timestamp with time zone,
    CONSTRAINT ck_recomputations_finished_at_within CHECK (((finished_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (finished_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_recomputations_started_at_within CHECK (((started_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (started_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.recomputations FORCE ROW LEVEL SECURITY;


--
-- Name: reference_changes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reference_changes (
    id uuid NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    field text NOT NULL,
    act text NOT NULL,
    former jsonb,
    value jsonb,
    at timestamp with time zone NOT NULL,
    operator uuid NOT NULL,
    CONSTRAINT ck_reference_changes_act CHECK ((act = ANY (ARRAY['added'::text, 'changed'::text, 'verified'::text, 'imported'::text, 'tested'::text]))),
    CONSTRAINT ck_reference_changes_at_within CHECK (((at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.reference_changes FORCE ROW LEVEL SECURITY;


--
-- Name: reference_records; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reference_records (
    kind text NOT NULL,
    key text NOT NULL,
    "position" integer,
    document jsonb NOT NULL,
    version bigint NOT NULL,
    changed_at timestamp with time zone,
    CONSTRAINT ck_reference_records_changed_at_within CHECK (((changed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (changed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_reference_records_key CHECK (((length(key) >= 2) AND (length(key) <= 40))),
    CONSTRAINT ck_reference_records_kind CHECK ((kind = ANY (ARRAY['instruments'::text, 'countries'::text, 'providers'::text, 'directory'::text]))),
    CONSTRAINT ck_reference_records_version CHECK ((version > 0))
);

ALTER TABLE ONLY public.reference_records FORCE ROW LEVEL SECURITY;


--
-- Name: release_attempts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.release_attempts (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    seat uuid NOT NULL,
    attempted_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_release_attempts_attempted_at_within CHECK (((attempted_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (attempted_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.release_attempts FORCE ROW LEVEL SECURITY;


--
-- Name: renditions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.renditions (
    file uuid NOT NULL,
    page integer NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    media_type text NOT NULL,
    size_bytes bigint NOT NULL,
    object text NOT NULL
);

ALTER TABLE ONLY public.renditions FORCE ROW LEVEL SECURITY;


--
-- Name: result_links; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.result_links (
    result uuid NOT NULL,
    evidence uuid NOT NULL,
    jit uuid NOT NULL,
    linked_by uuid NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_result_links_linked_at_within CHECK (((linked_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (linked_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.result_links FORCE ROW LEVEL SECURITY;


--
-- Name: retention_rules; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.retention_rules (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    mode text NOT NULL,
    review_months integer NOT NULL,
    clause text NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_retention_rules_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_retention_rules_mode CHECK ((mode = ANY (ARRAY['TRANSFER'::text, 'POOL'::text]))),
    CONSTRAINT ck_retention_rules_months CHECK (((review_months >= 1) AND (review_months <= 60)))
);

ALTER TABLE ONLY public.retention_rules FORCE ROW LEVEL SECURITY;


--
-- Name: saved_views; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.saved_views (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    seat uuid NOT NULL,
    name text NOT NULL,
    filters jsonb NOT NULL,
    columns text[] NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_saved_views_columns CHECK ((cardinality(columns) <= 20)),
    CONSTRAINT ck_saved_views_name CHECK (((char_length(name) >= 1) AND (char_length(name) <= 60))),
    CONSTRAINT ck_saved_views_saved_at_within CHECK (((saved_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (saved_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.saved_views FORCE ROW LEVEL SECURITY;


--
-- Name: search_texts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.search_texts (
    evidence uuid NOT NULL,
    part uuid NOT NULL,
    jit uuid NOT NULL,
    body text NOT NULL COLLATE pg_catalog."C"
);

ALTER TABLE ONLY public.search_texts FORCE ROW LEVEL SECURITY;


--
-- Name: segments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.segments (
    file uuid NOT NULL,
    at_offset bigint NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    size_bytes bigint NOT NULL,
    object text NOT NULL,
    CONSTRAINT ck_segments_sizes CHECK (((size_bytes > 0) AND (at_offset >= 0)))
);

ALTER TABLE ONLY public.segments FORCE ROW LEVEL SECURITY;


--
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sessions (
    id uuid NOT NULL,
    account uuid NOT NULL,
    kind text NOT NULL,
    secret_hash bytea,
    user_agent text NOT NULL,
    address text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT ck_sessions_created_at_within CHECK (((created_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_sessions_ended_at_within CHECK (((ended_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (ended_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_sessions_expires_at_within CHECK (((expires_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (expires_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_sessions_kind CHECK ((kind = ANY (ARRAY['cookie'::text, 'token'::text]))),
    CONSTRAINT ck_sessions_last_seen_at_within CHECK (((last_seen_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (last_seen_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_sessions_secret CHECK (((kind = 'cookie'::text) = (secret_hash IS NOT NULL)))
);


--
-- Name: signing_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.signing_keys (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid NOT NULL,
    name text NOT NULL,
    public bytea NOT NULL,
    entry uuid NOT NULL,
    named_by uuid NOT NULL,
    named_at timestamp with time zone NOT NULL,
    revocation uuid,
    revoked_by uuid,
    revoked_at timestamp with time zone,
    reason text,
    CONSTRAINT ck_signing_keys_name CHECK (((char_length(name) >= 1) AND (char_length(name) <= 60))),
    CONSTRAINT ck_signing_keys_named_at_within CHECK (((named_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (named_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_signing_keys_public CHECK ((octet_length(public) = 32)),
    CONSTRAINT ck_signing_keys_revoked CHECK ((num_nulls(revocation, revoked_by, revoked_at, reason) = ANY (ARRAY[0, 4]))),
    CONSTRAINT ck_signing_keys_revoked_at_within CHECK (((revoked_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (revoked_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.signing_keys FORCE ROW LEVEL SECURITY;


--
-- Name: storage; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.storage (
    jit uuid NOT NULL,
    party uuid NOT NULL,
    bytes bigint NOT NULL,
    CONSTRAINT ck_storage_bytes CHECK ((bytes >= 0))
);

ALTER TABLE ONLY public.storage FORCE ROW LEVEL SECURITY;


--
-- Name: task_comments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_comments (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    task uuid NOT NULL,
    seat uuid NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    erased jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT ck_task_comments_at_within CHECK (((at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.task_comments FORCE ROW LEVEL SECURITY;


--
-- Name: task_consents; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_consents (
    task uuid NOT NULL,
    consent uuid NOT NULL,
    jit uuid NOT NULL,
    linked_by uuid NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_task_consents_linked_at_within CHECK (((linked_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (linked_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.task_consents FORCE ROW LEVEL SECURITY;


--
-- Name: task_decisions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_decisions (
    task uuid NOT NULL,
    message uuid NOT NULL,
    jit uuid NOT NULL,
    linked_by uuid NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_task_decisions_linked_at_within CHECK (((linked_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (linked_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.task_decisions FORCE ROW LEVEL SECURITY;


--
-- Name: task_items; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_items (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    task uuid NOT NULL,
    text text NOT NULL,
    added_by uuid NOT NULL,
    added_at timestamp with time zone NOT NULL,
    done_by uuid,
    done_at timestamp with time zone,
    CONSTRAINT ck_task_items_added_at_within CHECK (((added_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (added_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_task_items_done CHECK (((done_by IS NULL) = (done_at IS NULL))),
    CONSTRAINT ck_task_items_done_at_within CHECK (((done_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (done_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.task_items FORCE ROW LEVEL SECURITY;


--
-- Name: task_links; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_links (
    task uuid NOT NULL,
    evidence uuid NOT NULL,
    jit uuid NOT NULL,
    linked_by uuid NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_task_links_linked_at_within CHECK (((linked_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (linked_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.task_links FORCE ROW LEVEL SECURITY;


--
-- Name: task_waits; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.task_waits (
    task uuid NOT NULL,
    waits_for uuid NOT NULL,
    jit uuid NOT NULL,
    added_by uuid NOT NULL,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_task_waits_added_at_within CHECK (((added_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (added_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_task_waits_another CHECK ((task <> waits_for))
);

ALTER TABLE ONLY public.task_waits FORCE ROW LEVEL SECURITY;


--
-- Name: throttles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.throttles (
    account_hash bytea NOT NULL,
    address text NOT NULL,
    failures integer NOT NULL,
    blocked_until timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_throttles_blocked_until_within CHECK (((blocked_until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (blocked_until < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_throttles_changed_at_within CHECK (((changed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (changed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: tiles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tiles (
    jit uuid NOT NULL,
    level smallint NOT NULL,
    number bigint NOT NULL,
    hashes bytea NOT NULL,
    root bytea,
    CONSTRAINT ck_tiles_hashes CHECK ((octet_length(hashes) = 8192)),
    CONSTRAINT ck_tiles_place CHECK ((((level >= '-1'::integer) AND (level <= 6)) AND (number >= 0))),
    CONSTRAINT ck_tiles_root CHECK ((((level < 0) = (root IS NULL)) AND ((root IS NULL) OR (octet_length(root) = 32))))
);
ALTER TABLE ONLY public.tiles ALTER COLUMN hashes SET STORAGE EXTERNAL;

ALTER TABLE ONLY public.tiles FORCE ROW LEVEL SECURITY;


--
-- Name: timestamps; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.timestamps (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    checkpoint bigint NOT NULL,
    authority text NOT NULL,
    token bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_timestamps_received_at_within CHECK (((received_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (received_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.timestamps FORCE ROW LEVEL SECURITY;


--
-- Name: translations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.translations (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    message uuid NOT NULL,
    of_version integer NOT NULL,
    language text NOT NULL,
    text text,
    seat uuid NOT NULL,
    service text,
    at timestamp with time zone NOT NULL,
    entry uuid,
    CONSTRAINT ck_translations_at_within CHECK (((at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_translations_language CHECK ((language ~ '^[a-z]{2,3}$'::text)),
    CONSTRAINT ck_translations_text CHECK (((length(text) >= 1) AND (length(text) <= 20000)))
);

ALTER TABLE ONLY public.translations FORCE ROW LEVEL SECURITY;


--
-- Name: trees; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.trees (
    jit uuid NOT NULL,
    size bigint NOT NULL,
    edge bytea NOT NULL
);

ALTER TABLE ONLY public.trees FORCE ROW LEVEL SECURITY;


--
-- Name: viewings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.viewings (
    opening uuid NOT NULL,
    file uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    seat uuid NOT NULL,
    viewed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_viewings_viewed_at_within CHECK (((viewed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (viewed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.viewings FORCE ROW LEVEL SECURITY;


--
-- Name: witness_states; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.witness_states (
    witness uuid NOT NULL,
    jit uuid NOT NULL,
    size bigint DEFAULT 0 NOT NULL,
    cosigned_at timestamp with time zone,
    tried_at timestamp with time zone NOT NULL,
    failing_since timestamp with time zone,
    failure text,
    claimed bigint DEFAULT 0 NOT NULL,
    claimed_of text,
    CONSTRAINT ck_witness_states_cosigned_at_within CHECK (((cosigned_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (cosigned_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_witness_states_failing CHECK (((failure IS NULL) = (failing_since IS NULL))),
    CONSTRAINT ck_witness_states_failing_since_within CHECK (((failing_since >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (failing_since < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_witness_states_failure CHECK ((failure = ANY (ARRAY['unreachable'::text, 'unknown'::text, 'refused'::text, 'wrong'::text, 'ahead'::text, 'fork'::text]))),
    CONSTRAINT ck_witness_states_tried_at_within CHECK (((tried_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (tried_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.witness_states FORCE ROW LEVEL SECURITY;


--
-- Name: witnesses; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.witnesses (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid NOT NULL,
    vkey text NOT NULL,
    url text NOT NULL,
    named_by uuid NOT NULL,
    named_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT ck_witnesses_named_at_within CHECK (((named_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (named_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_witnesses_removed_at_within CHECK (((removed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (removed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

ALTER TABLE ONLY public.witnesses FORCE ROW LEVEL SECURITY;


--
-- Name: working_hours; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.working_hours (
    jit uuid NOT NULL,
    party uuid NOT NULL,
    days smallint[] NOT NULL,
    begins_minute smallint NOT NULL,
    ends_minute smallint NOT NULL,
    holidays_of text,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_working_hours_days CHECK (((days <@ '{1,2,3,4,5,6,7}'::smallint[]) AND ((cardinality(days) >= 1) AND (cardinality(days) <= 7)))),
    CONSTRAINT ck_working_hours_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_working_hours_holidays_of CHECK ((holidays_of ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT ck_working_hours_minutes CHECK (((begins_minute >= 0) AND (ends_minute > begins_minute) AND (ends_minute <= 1440)))
);

ALTER TABLE ONLY public.working_hours FORCE ROW LEVEL SECURITY;


--
-- Name: working_sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.working_sessions (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    seat uuid NOT NULL,
    session uuid NOT NULL,
    task uuid,
    purpose text NOT NULL,
    justification text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended text,
    CONSTRAINT ck_working_sessions_begun_at_within CHECK (((begun_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (begun_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_working_sessions_end CHECK (((ended_at IS NULL) = (ended IS NULL))),
    CONSTRAINT ck_working_sessions_ended CHECK ((ended = ANY (ARRAY['hand'::text, 'clock'::text, 'sign_out'::text, 'seat'::text]))),
    CONSTRAINT ck_working_sessions_ended_at_within CHECK (((ended_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (ended_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_working_sessions_expires_at_within CHECK (((expires_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (expires_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_working_sessions_lasts CHECK (((expires_at > begun_at) AND (expires_at <= (begun_at + '08:00:00'::interval))))
);

ALTER TABLE ONLY public.working_sessions FORCE ROW LEVEL SECURITY;


--
-- Name: access_rules access_rules_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_rules
    ADD CONSTRAINT access_rules_pkey PRIMARY KEY (id);


--
-- Name: alembic_version alembic_version_pkc; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);


--
-- Name: access_log pk_access_log; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_log
    ADD CONSTRAINT pk_access_log PRIMARY KEY (id);


--
-- Name: account_invitations pk_account_invitations; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_invitations
    ADD CONSTRAINT pk_account_invitations PRIMARY KEY (id);


--
-- Name: accounts pk_accounts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT pk_accounts PRIMARY KEY (id);


--
-- Name: acknowledgements pk_acknowledgements; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.acknowledgements
    ADD CONSTRAINT pk_acknowledgements PRIMARY KEY (evidence, seat, text_sha256);


--
-- Name: acquisitions pk_acquisitions; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.acquisitions
    ADD CONSTRAINT pk_acquisitions PRIMARY KEY (id);


--
-- Name: action_moves pk_action_moves; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.action_moves
    ADD CONSTRAINT pk_action_moves PRIMARY KEY (id);


--
-- Name: action_plans pk_action_plans; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.action_plans
    ADD CONSTRAINT pk_action_plans PRIMARY KEY (action);


--
-- Name: action_results pk_action_results; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.action_results
    ADD CONSTRAINT pk_action_results PRIMARY KEY (id);


--
-- Name: actions pk_actions; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.actions
    ADD CONSTRAINT pk_actions PRIMARY KEY (id);


--
-- Name: alarms pk_alarms; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alarms
    ADD CONSTRAINT pk_alarms PRIMARY KEY (jit, what);


--
-- Name: alerts pk_alerts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT pk_alerts PRIMARY KEY (id);


--
-- Name: attestations pk_attestations; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attestations
    ADD CONSTRAINT pk_attestations PRIMARY KEY (waiting);


--
-- Name: authorities pk_authorities; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorities
    ADD CONSTRAINT pk_authorities PRIMARY KEY (id);


--
-- Name: blank_labels pk_blank_labels; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blank_labels
    ADD CONSTRAINT pk_blank_labels PRIMARY KEY (code);


--
-- Name: bodies pk_bodies; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bodies
    ADD CONSTRAINT pk_bodies PRIMARY KEY (entry);


--
-- Name: bounds pk_bounds; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bounds
    ADD CONSTRAINT pk_bounds PRIMARY KEY (evidence, bound_by);


--
-- Name: break_glass pk_break_glass; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.break_glass
    ADD CONSTRAINT pk_break_glass PRIMARY KEY (jit, party, recipient);


--
-- Name: briefing_marks pk_briefing_marks; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.briefing_marks
    ADD CONSTRAINT pk_briefing_marks PRIMARY KEY (seat);


--
-- Name: calendar_feeds pk_calendar_feeds; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calendar_feeds
    ADD CONSTRAINT pk_calendar_feeds PRIMARY KEY (id);


--
-- Name: chains pk_chains; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.chains
    ADD CONSTRAINT pk_chains PRIMARY KEY (evidence);


--
-- Name: channels pk_channels; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.channels
    ADD CONSTRAINT pk_channels PRIMARY KEY (id);


--
-- Name: checkpoints pk_checkpoints; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.checkpoints
    ADD CONSTRAINT pk_checkpoints PRIMARY KEY (jit, id);


--
-- Name: clearances pk_clearances; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clearances
    ADD CONSTRAINT pk_clearances PRIMARY KEY (id);


--
-- Name: closing_assents pk_closing_assents; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.closing_assents
    ADD CONSTRAINT pk_closing_assents PRIMARY KEY (closing, seat);


--
-- Name: closings pk_closings; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.closings
    ADD CONSTRAINT pk_closings PRIMARY KEY (id);


--
-- Name: confirmations pk_confirmations; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.confirmations
    ADD CONSTRAINT pk_confirmations PRIMARY KEY (member, party);


--
-- Name: consents pk_consents; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT pk_consents PRIMARY KEY (id);


--
-- Name: controller_confirmations pk_controller_confirmations; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.controller_confirmations
    ADD CONSTRAINT pk_controller_confirmations PRIMARY KEY (controller);


--
-- Name: controllers pk_controllers; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.controllers
    ADD CONSTRAINT pk_controllers PRIMARY KEY (id);


--
-- Name: copies pk_copies; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copies
    ADD CONSTRAINT pk_copies PRIMARY KEY (id);


--
-- Name: cosignatures pk_cosignatures; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cosignatures
    ADD CONSTRAINT pk_cosignatures PRIMARY KEY (jit, checkpoint, witness);


--
-- Name: debriefs pk_debriefs; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.debriefs
    ADD CONSTRAINT pk_debriefs PRIMARY KEY (operation, party);


--
-- Name: decision_signatures pk_decision_signatures; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision_signatures
    ADD CONSTRAINT pk_decision_signatures PRIMARY KEY (id);


--
-- Name: deliveries pk_deliveries; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT pk_deliveries PRIMARY KEY (opening, file);


--
-- Name: derivations pk_derivations; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.derivations
    ADD CONSTRAINT pk_derivations PRIMARY KEY (child, parent);


--
-- Name: digest_lines pk_digest_lines; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.digest_lines
    ADD CONSTRAINT pk_digest_lines PRIMARY KEY (digest, evidence, party);


--
-- Name: digests pk_digests; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.digests
    ADD CONSTRAINT pk_digests PRIMARY KEY (id);


--
-- Name: disclosures pk_disclosures; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disclosures
    ADD CONSTRAINT pk_disclosures PRIMARY KEY (id);


--
-- Name: emergencies pk_emergencies; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.emergencies
    ADD CONSTRAINT pk_emergencies PRIMARY KEY (id);


--
-- Name: entries pk_entries; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entries
    ADD CONSTRAINT pk_entries PRIMARY KEY (id);


--
-- Name: entry_audience pk_entry_audience; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry_audience
    ADD CONSTRAINT pk_entry_audience PRIMARY KEY (id);


--
-- Name: epochs pk_epochs; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.epochs
    ADD CONSTRAINT pk_epochs PRIMARY KEY (jit, number);


--
-- Name: erased_fields pk_erased_fields; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erased_fields
    ADD CONSTRAINT pk_erased_fields PRIMARY KEY (entry, name);


--
-- Name: erasure_agreements pk_erasure_agreements; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasure_agreements
    ADD CONSTRAINT pk_erasure_agreements PRIMARY KEY (evidence, agreed_by, version);


--
-- Name: erasure_wishes pk_erasure_wishes; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasure_wishes
    ADD CONSTRAINT pk_erasure_wishes PRIMARY KEY (evidence);


--
-- Name: erasures pk_erasures; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasures
    ADD CONSTRAINT pk_erasures PRIMARY KEY (evidence);


--
-- Name: evidence pk_evidence; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT pk_evidence PRIMARY KEY (id);


--
-- Name: exports pk_exports; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exports
    ADD CONSTRAINT pk_exports PRIMARY KEY (id);


--
-- Name: field_erasure_agreements pk_field_erasure_agreements; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.field_erasure_agreements
    ADD CONSTRAINT pk_field_erasure_agreements PRIMARY KEY (erasure, agreed_by);


--
-- Name: field_erasures pk_field_erasures; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.field_erasures
    ADD CONSTRAINT pk_field_erasures PRIMARY KEY (id);


--
-- Name: fields pk_fields; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fields
    ADD CONSTRAINT pk_fields PRIMARY KEY (entry, name);


--
-- Name: files pk_files; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT pk_files PRIMARY KEY (id);


--
-- Name: filter_teams pk_filter_teams; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.filter_teams
    ADD CONSTRAINT pk_filter_teams PRIMARY KEY (jit, party);


--
-- Name: fixity pk_fixity; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fixity
    ADD CONSTRAINT pk_fixity PRIMARY KEY (evidence);


--
-- Name: fixity_found pk_fixity_found; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fixity_found
    ADD CONSTRAINT pk_fixity_found PRIMARY KEY (file);


--
-- Name: fixity_orders pk_fixity_orders; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fixity_orders
    ADD CONSTRAINT pk_fixity_orders PRIMARY KEY (id);


--
-- Name: flags pk_flags; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.flags
    ADD CONSTRAINT pk_flags PRIMARY KEY (id);


--
-- Name: followed pk_followed; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.followed
    ADD CONSTRAINT pk_followed PRIMARY KEY (id);


--
-- Name: former_words pk_former_words; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.former_words
    ADD CONSTRAINT pk_former_words PRIMARY KEY (message, version);


--
-- Name: four_eyes pk_four_eyes; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.four_eyes
    ADD CONSTRAINT pk_four_eyes PRIMARY KEY (jit, party);


--
-- Name: handovers pk_handovers; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT pk_handovers PRIMARY KEY (id);


--
-- Name: headers pk_headers; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.headers
    ADD CONSTRAINT pk_headers PRIMARY KEY (entry);


--
-- Name: holds pk_holds; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.holds
    ADD CONSTRAINT pk_holds PRIMARY KEY (id);


--
-- Name: idempotency_records pk_idempotency_records; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency_records
    ADD CONSTRAINT pk_idempotency_records PRIMARY KEY (seat, key);


--
-- Name: jits pk_jits; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.jits
    ADD CONSTRAINT pk_jits PRIMARY KEY (id);


--
-- Name: jobs pk_jobs; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT pk_jobs PRIMARY KEY (kind, key);


--
-- Name: labels pk_labels; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.labels
    ADD CONSTRAINT pk_labels PRIMARY KEY (evidence);


--
-- Name: leases pk_leases; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leases
    ADD CONSTRAINT pk_leases PRIMARY KEY (process);


--
-- Name: leaving_clauses pk_leaving_clauses; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leaving_clauses
    ADD CONSTRAINT pk_leaving_clauses PRIMARY KEY (id);


--
-- Name: leavings pk_leavings; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leavings
    ADD CONSTRAINT pk_leavings PRIMARY KEY (id);


--
-- Name: mail_rounds pk_mail_rounds; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mail_rounds
    ADD CONSTRAINT pk_mail_rounds PRIMARY KEY (one);


--
-- Name: mails pk_mails; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mails
    ADD CONSTRAINT pk_mails PRIMARY KEY (id);


--
-- Name: media_approvals pk_media_approvals; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.media_approvals
    ADD CONSTRAINT pk_media_approvals PRIMARY KEY (operation, party, line_version);


--
-- Name: media_lines pk_media_lines; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.media_lines
    ADD CONSTRAINT pk_media_lines PRIMARY KEY (operation);


--
-- Name: members pk_members; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.members
    ADD CONSTRAINT pk_members PRIMARY KEY (id);


--
-- Name: message_links pk_message_links; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_links
    ADD CONSTRAINT pk_message_links PRIMARY KEY (message, place);


--
-- Name: messages pk_messages; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT pk_messages PRIMARY KEY (id);


--
-- Name: notification_cursors pk_notification_cursors; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_cursors
    ADD CONSTRAINT pk_notification_cursors PRIMARY KEY (jit);


--
-- Name: notification_preferences pk_notification_preferences; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_preferences
    ADD CONSTRAINT pk_notification_preferences PRIMARY KEY (account);


--
-- Name: notifications pk_notifications; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT pk_notifications PRIMARY KEY (id);


--
-- Name: openings pk_openings; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.openings
    ADD CONSTRAINT pk_openings PRIMARY KEY (id);


--
-- Name: operation_reports pk_operation_reports; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operation_reports
    ADD CONSTRAINT pk_operation_reports PRIMARY KEY (id);


--
-- Name: operation_words pk_operation_words; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operation_words
    ADD CONSTRAINT pk_operation_words PRIMARY KEY (operation, party);


--
-- Name: operations pk_operations; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operations
    ADD CONSTRAINT pk_operations PRIMARY KEY (id);


--
-- Name: operator_acts pk_operator_acts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operator_acts
    ADD CONSTRAINT pk_operator_acts PRIMARY KEY (id);


--
-- Name: parties pk_parties; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.parties
    ADD CONSTRAINT pk_parties PRIMARY KEY (id);


--
-- Name: pending pk_pending; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pending
    ADD CONSTRAINT pk_pending PRIMARY KEY (id);


--
-- Name: physical_custody pk_physical_custody; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.physical_custody
    ADD CONSTRAINT pk_physical_custody PRIMARY KEY (evidence);


--
-- Name: positions pk_positions; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.positions
    ADD CONSTRAINT pk_positions PRIMARY KEY (jit, "position");


--
-- Name: presences pk_presences; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.presences
    ADD CONSTRAINT pk_presences PRIMARY KEY (process, seat);


--
-- Name: protected pk_protected; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.protected
    ADD CONSTRAINT pk_protected PRIMARY KEY (id);


--
-- Name: provenances pk_provenances; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provenances
    ADD CONSTRAINT pk_provenances PRIMARY KEY (evidence);


--
-- Name: pulses pk_pulses; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pulses
    ADD CONSTRAINT pk_pulses PRIMARY KEY (channel);


--
-- Name: read_marks pk_read_marks; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.read_marks
    ADD CONSTRAINT pk_read_marks PRIMARY KEY (channel, seat);


--
-- Name: recomputations pk_recomputations; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recomputations
    ADD CONSTRAINT pk_recomputations PRIMARY KEY (jit);


--
-- Name: reference_changes pk_reference_changes; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reference_changes
    ADD CONSTRAINT pk_reference_changes PRIMARY KEY (id);


--
-- Name: reference_records pk_reference_records; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reference_records
    ADD CONSTRAINT pk_reference_records PRIMARY KEY (kind, key);


--
-- Name: refusals pk_refusals; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refusals
    ADD CONSTRAINT pk_refusals PRIMARY KEY (seat, minute, act, evidence, code);


--
-- Name: release_agreements pk_release_agreements; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.release_agreements
    ADD CONSTRAINT pk_release_agreements PRIMARY KEY (waiting, agreed_by);


--
-- Name: release_attempts pk_release_attempts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.release_attempts
    ADD CONSTRAINT pk_release_attempts PRIMARY KEY (id);


--
-- Name: release_confirmations pk_release_confirmations; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.release_confirmations
    ADD CONSTRAINT pk_release_confirmations PRIMARY KEY (waiting);


--
-- Name: releases pk_releases; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.releases
    ADD CONSTRAINT pk_releases PRIMARY KEY (jit, party, evidence);


--
-- Name: renditions pk_renditions; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.renditions
    ADD CONSTRAINT pk_renditions PRIMARY KEY (file, page);


--
-- Name: reservations pk_reservations; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reservations
    ADD CONSTRAINT pk_reservations PRIMARY KEY (jit, party);


--
-- Name: result_links pk_result_links; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.result_links
    ADD CONSTRAINT pk_result_links PRIMARY KEY (result, evidence);


--
-- Name: retention_rules pk_retention_rules; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.retention_rules
    ADD CONSTRAINT pk_retention_rules PRIMARY KEY (id);


--
-- Name: saved_views pk_saved_views; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_views
    ADD CONSTRAINT pk_saved_views PRIMARY KEY (id);


--
-- Name: search_texts pk_search_texts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.search_texts
    ADD CONSTRAINT pk_search_texts PRIMARY KEY (evidence, part);


--
-- Name: segments pk_segments; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.segments
    ADD CONSTRAINT pk_segments PRIMARY KEY (file, at_offset);


--
-- Name: sessions pk_sessions; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT pk_sessions PRIMARY KEY (id);


--
-- Name: setup_codes pk_setup_codes; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.setup_codes
    ADD CONSTRAINT pk_setup_codes PRIMARY KEY (id);


--
-- Name: signing_demands pk_signing_demands; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_demands
    ADD CONSTRAINT pk_signing_demands PRIMARY KEY (jit, party);


--
-- Name: signing_keys pk_signing_keys; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT pk_signing_keys PRIMARY KEY (id);


--
-- Name: storage pk_storage; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.storage
    ADD CONSTRAINT pk_storage PRIMARY KEY (jit, party);


--
-- Name: talk_rules pk_talk_rules; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.talk_rules
    ADD CONSTRAINT pk_talk_rules PRIMARY KEY (id);


--
-- Name: task_comments pk_task_comments; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_comments
    ADD CONSTRAINT pk_task_comments PRIMARY KEY (id);


--
-- Name: task_consents pk_task_consents; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_consents
    ADD CONSTRAINT pk_task_consents PRIMARY KEY (task, consent);


--
-- Name: task_decisions pk_task_decisions; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_decisions
    ADD CONSTRAINT pk_task_decisions PRIMARY KEY (task, message);


--
-- Name: task_items pk_task_items; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_items
    ADD CONSTRAINT pk_task_items PRIMARY KEY (id);


--
-- Name: task_links pk_task_links; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_links
    ADD CONSTRAINT pk_task_links PRIMARY KEY (task, evidence);


--
-- Name: task_waits pk_task_waits; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_waits
    ADD CONSTRAINT pk_task_waits PRIMARY KEY (task, waits_for);


--
-- Name: tasks pk_tasks; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT pk_tasks PRIMARY KEY (id);


--
-- Name: throttles pk_throttles; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.throttles
    ADD CONSTRAINT pk_throttles PRIMARY KEY (account_hash, address);


--
-- Name: tiles pk_tiles; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tiles
    ADD CONSTRAINT pk_tiles PRIMARY KEY (jit, level, number);


--
-- Name: timestamps pk_timestamps; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.timestamps
    ADD CONSTRAINT pk_timestamps PRIMARY KEY (id);


--
-- Name: translations pk_translations; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.translations
    ADD CONSTRAINT pk_translations PRIMARY KEY (id);


--
-- Name: trees pk_trees; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.trees
    ADD CONSTRAINT pk_trees PRIMARY KEY (jit);


--
-- Name: verifications pk_verifications; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.verifications
    ADD CONSTRAINT pk_verifications PRIMARY KEY (evidence);


--
-- Name: viewings pk_viewings; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.viewings
    ADD CONSTRAINT pk_viewings PRIMARY KEY (opening, file);


--
-- Name: waiting_releases pk_waiting_releases; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.waiting_releases
    ADD CONSTRAINT pk_waiting_releases PRIMARY KEY (id);


--
-- Name: witness_states pk_witness_states; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.witness_states
    ADD CONSTRAINT pk_witness_states PRIMARY KEY (witness);


--
-- Name: witnesses pk_witnesses; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.witnesses
    ADD CONSTRAINT pk_witnesses PRIMARY KEY (id);


--
-- Name: working_hours pk_working_hours; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.working_hours
    ADD CONSTRAINT pk_working_hours PRIMARY KEY (jit, party);


--
-- Name: working_sessions pk_working_sessions; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.working_sessions
    ADD CONSTRAINT pk_working_sessions PRIMARY KEY (id);


--
-- Name: access_rules uq_access_rules_jit_party_code; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_rules
    ADD CONSTRAINT uq_access_rules_jit_party_code UNIQUE (jit, party, code);


--
-- Name: account_invitations uq_account_invitations_code_hash; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_invitations
    ADD CONSTRAINT uq_account_invitations_code_hash UNIQUE (code_hash);


--
-- Name: account_invitations uq_account_invitations_email; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_invitations
    ADD CONSTRAINT uq_account_invitations_email UNIQUE (email);


--
-- Name: accounts uq_accounts_email; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT uq_accounts_email UNIQUE (email);


--
-- Name: acquisitions uq_acquisitions_corrects; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.acquisitions
    ADD CONSTRAINT uq_acquisitions_corrects UNIQUE (corrects);


--
-- Name: acquisitions uq_acquisitions_evidence_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.acquisitions
    ADD CONSTRAINT uq_acquisitions_evidence_id UNIQUE (evidence, id);


--
-- Name: action_moves uq_action_moves_jit_seat_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.action_moves
    ADD CONSTRAINT uq_action_moves_jit_seat_key UNIQUE (jit, seat, key);


--
-- Name: action_results uq_action_results_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.action_results
    ADD CONSTRAINT uq_action_results_jit_id UNIQUE (jit, id);


--
-- Name: action_results uq_action_results_jit_seat_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.action_results
    ADD CONSTRAINT uq_action_results_jit_seat_key UNIQUE (jit, seat, key);


--
-- Name: actions uq_actions_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.actions
    ADD CONSTRAINT uq_actions_jit_id UNIQUE (jit, id);


--
-- Name: actions uq_actions_operation_number; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.actions
    ADD CONSTRAINT uq_actions_operation_number UNIQUE (operation, number);


--
-- Name: alerts uq_alerts_emergency; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT uq_alerts_emergency UNIQUE (emergency);


--
-- Name: alerts uq_alerts_handover; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT uq_alerts_handover UNIQUE (handover);


--
-- Name: alerts uq_alerts_opening_kind; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT uq_alerts_opening_kind UNIQUE (opening, kind);


--
-- Name: authorities uq_authorities_jit_party_code; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorities
    ADD CONSTRAINT uq_authorities_jit_party_code UNIQUE (jit, party, code);


--
-- Name: authorities uq_authorities_jit_party_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorities
    ADD CONSTRAINT uq_authorities_jit_party_id UNIQUE (jit, party, id);


--
-- Name: blank_labels uq_blank_labels_evidence; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blank_labels
    ADD CONSTRAINT uq_blank_labels_evidence UNIQUE (evidence);


--
-- Name: blank_labels uq_blank_labels_voiding; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blank_labels
    ADD CONSTRAINT uq_blank_labels_voiding UNIQUE (voiding);


--
-- Name: calendar_feeds uq_calendar_feeds_secret_hash; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calendar_feeds
    ADD CONSTRAINT uq_calendar_feeds_secret_hash UNIQUE (secret_hash);


--
-- Name: channels uq_channels_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.channels
    ADD CONSTRAINT uq_channels_jit_id UNIQUE (jit, id);


--
-- Name: closings uq_closings_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.closings
    ADD CONSTRAINT uq_closings_jit_id UNIQUE (jit, id);


--
-- Name: consents uq_consents_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT uq_consents_jit_id UNIQUE (jit, id);


--
-- Name: decision_signatures uq_decision_signatures_entry; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision_signatures
    ADD CONSTRAINT uq_decision_signatures_entry UNIQUE (entry);


--
-- Name: decision_signatures uq_decision_signatures_message_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision_signatures
    ADD CONSTRAINT uq_decision_signatures_message_key UNIQUE (message, key);


--
-- Name: digests uq_digests_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.digests
    ADD CONSTRAINT uq_digests_jit_id UNIQUE (jit, id);


--
-- Name: digests uq_digests_party_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.digests
    ADD CONSTRAINT uq_digests_party_day UNIQUE (party, day);


--
-- Name: epochs uq_epochs_origin; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.epochs
    ADD CONSTRAINT uq_epochs_origin UNIQUE (origin);


--
-- Name: evidence uq_evidence_jit_exhibit_number; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT uq_evidence_jit_exhibit_number UNIQUE (jit, exhibit_number);


--
-- Name: evidence uq_evidence_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT uq_evidence_jit_id UNIQUE (jit, id);


--
-- Name: field_erasures uq_field_erasures_approval; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.field_erasures
    ADD CONSTRAINT uq_field_erasures_approval UNIQUE (approval);


--
-- Name: files uq_files_jit_evidence_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT uq_files_jit_evidence_id UNIQUE (jit, evidence, id);


--
-- Name: fixity_orders uq_fixity_orders_evidence_ordered_by; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fixity_orders
    ADD CONSTRAINT uq_fixity_orders_evidence_ordered_by UNIQUE (evidence, ordered_by);


--
-- Name: handovers uq_handovers_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT uq_handovers_jit_id UNIQUE (jit, id);


--
-- Name: jits uq_jits_ledger_origin; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.jits
    ADD CONSTRAINT uq_jits_ledger_origin UNIQUE (ledger_origin);


--
-- Name: labels uq_labels_code; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.labels
    ADD CONSTRAINT uq_labels_code UNIQUE (code);


--
-- Name: leaving_clauses uq_leaving_clauses_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leaving_clauses
    ADD CONSTRAINT uq_leaving_clauses_jit_id UNIQUE (jit, id);


--
-- Name: members uq_members_jit_code; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.members
    ADD CONSTRAINT uq_members_jit_code UNIQUE (jit, code);


--
-- Name: members uq_members_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.members
    ADD CONSTRAINT uq_members_jit_id UNIQUE (jit, id);


--
-- Name: members uq_members_one_time_code_hash; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.members
    ADD CONSTRAINT uq_members_one_time_code_hash UNIQUE (one_time_code_hash);


--
-- Name: messages uq_messages_channel_number; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT uq_messages_channel_number UNIQUE (channel, number);


--
-- Name: messages uq_messages_corrects; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT uq_messages_corrects UNIQUE (corrects);


--
-- Name: messages uq_messages_entry; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT uq_messages_entry UNIQUE (entry);


--
-- Name: messages uq_messages_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT uq_messages_jit_id UNIQUE (jit, id);


--
-- Name: notifications uq_notifications_seat_kind_subject_moment; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT uq_notifications_seat_kind_subject_moment UNIQUE (seat, kind, subject, moment);


--
-- Name: notifications uq_notifications_seat_position_kind; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT uq_notifications_seat_position_kind UNIQUE (seat, "position", kind);


--
-- Name: operation_reports uq_operation_reports_jit_seat_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operation_reports
    ADD CONSTRAINT uq_operation_reports_jit_seat_key UNIQUE (jit, seat, key);


--
-- Name: operations uq_operations_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operations
    ADD CONSTRAINT uq_operations_jit_id UNIQUE (jit, id);


--
-- Name: parties uq_parties_jit_code; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.parties
    ADD CONSTRAINT uq_parties_jit_code UNIQUE (jit, code);


--
-- Name: parties uq_parties_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.parties
    ADD CONSTRAINT uq_parties_jit_id UNIQUE (jit, id);


--
-- Name: physical_custody uq_physical_custody_jit_evidence; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.physical_custody
    ADD CONSTRAINT uq_physical_custody_jit_evidence UNIQUE (jit, evidence);


--
-- Name: positions uq_positions_entry; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.positions
    ADD CONSTRAINT uq_positions_entry UNIQUE (entry);


--
-- Name: protected uq_protected_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.protected
    ADD CONSTRAINT uq_protected_jit_id UNIQUE (jit, id);


--
-- Name: saved_views uq_saved_views_seat_name; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_views
    ADD CONSTRAINT uq_saved_views_seat_name UNIQUE (seat, name);


--
-- Name: sessions uq_sessions_secret_hash; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT uq_sessions_secret_hash UNIQUE (secret_hash);


--
-- Name: signing_demands uq_signing_demands_entry; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_demands
    ADD CONSTRAINT uq_signing_demands_entry UNIQUE (entry);


--
-- Name: signing_keys uq_signing_keys_entry; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT uq_signing_keys_entry UNIQUE (entry);


--
-- Name: signing_keys uq_signing_keys_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT uq_signing_keys_jit_id UNIQUE (jit, id);


--
-- Name: signing_keys uq_signing_keys_jit_party_public; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT uq_signing_keys_jit_party_public UNIQUE (jit, party, public);


--
-- Name: signing_keys uq_signing_keys_revocation; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT uq_signing_keys_revocation UNIQUE (revocation);


--
-- Name: tasks uq_tasks_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT uq_tasks_jit_id UNIQUE (jit, id);


--
-- Name: tasks uq_tasks_jit_number; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT uq_tasks_jit_number UNIQUE (jit, number);


--
-- Name: tasks uq_tasks_predecessor; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT uq_tasks_predecessor UNIQUE (predecessor);


--
-- Name: timestamps uq_timestamps_jit_checkpoint_authority; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.timestamps
    ADD CONSTRAINT uq_timestamps_jit_checkpoint_authority UNIQUE (jit, checkpoint, authority);


--
-- Name: translations uq_translations_entry; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.translations
    ADD CONSTRAINT uq_translations_entry UNIQUE (entry);


--
-- Name: waiting_releases uq_waiting_releases_jit_evidence_party; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.waiting_releases
    ADD CONSTRAINT uq_waiting_releases_jit_evidence_party UNIQUE (jit, evidence, party);


--
-- Name: witnesses uq_witnesses_jit_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.witnesses
    ADD CONSTRAINT uq_witnesses_jit_id UNIQUE (jit, id);


--
-- Name: witnesses uq_witnesses_jit_vkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.witnesses
    ADD CONSTRAINT uq_witnesses_jit_vkey UNIQUE (jit, vkey);


--
-- Name: working_sessions uq_working_sessions_jit_seat_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.working_sessions
    ADD CONSTRAINT uq_working_sessions_jit_seat_id UNIQUE (jit, seat, id);


--
-- Name: ix_access_log_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_access_log_at ON public.access_log USING brin (at);


--
-- Name: ix_access_log_jit_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_access_log_jit_id ON public.access_log USING btree (jit, id);


--
-- Name: ix_access_log_jit_party_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_access_log_jit_party_id ON public.access_log USING btree (jit, party, id);


--
-- Name: ix_action_moves_action_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_action_moves_action_id ON public.action_moves USING btree (action, id);


--
-- Name: ix_action_results_action_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_action_results_action_id ON public.action_results USING btree (action, id);


--
-- Name: ix_alerts_evidence_party; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_alerts_evidence_party ON public.alerts USING btree (evidence, party) WHERE (kind = 'first_opening'::text);


--
-- Name: ix_alerts_originator_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_alerts_originator_id ON public.alerts USING btree (originator, id);


--
-- Name: ix_alerts_owner_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_alerts_owner_id ON public.alerts USING btree (owner, id) WHERE (acknowledged_at IS NULL);


--
-- Name: ix_alerts_seat_originator_raised_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_alerts_seat_originator_raised_at ON public.alerts USING btree (seat, originator, raised_at) WHERE (kind = 'burst'::text);


--
-- Name: ix_attestations_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_attestations_evidence ON public.attestations USING btree (evidence);


--
-- Name: ix_blank_labels_jit_party_sheet_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_blank_labels_jit_party_sheet_code ON public.blank_labels USING btree (jit, party, sheet, code) WHERE (evidence IS NULL);


--
-- Name: ix_bounds_bound_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_bounds_bound_by ON public.bounds USING btree (bound_by);


--
-- Name: ix_calendar_feeds_slot; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_calendar_feeds_slot ON public.calendar_feeds USING btree (seat, slot) WHERE (revoked_at IS NULL);


--
-- Name: ix_checkpoints_jit_size; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_checkpoints_jit_size ON public.checkpoints USING btree (jit, size);


--
-- Name: ix_clearances_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_clearances_evidence ON public.clearances USING btree (evidence);


--
-- Name: ix_closings_standing; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_closings_standing ON public.closings USING btree (jit) WHERE (withdrawn_at IS NULL);


--
-- Name: ix_consents_asked_party_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_consents_asked_party_id ON public.consents USING btree (asked_party, id);


--
-- Name: ix_consents_asker_party_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_consents_asker_party_id ON public.consents USING btree (asker_party, id);


--
-- Name: ix_consents_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_consents_due ON public.consents USING btree (due_at) WHERE (state = ANY (ARRAY['requested'::text, 'seen'::text]));


--
-- Name: ix_consents_until; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_consents_until ON public.consents USING btree (until) WHERE ((until IS NOT NULL) AND (ended_at IS NULL) AND (state = ANY (ARRAY['granted'::text, 'granted_with_conditions'::text])));


--
-- Name: ix_controllers_jit_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_controllers_jit_id ON public.controllers USING btree (jit, id);


--
-- Name: ix_copies_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_copies_evidence ON public.copies USING btree (evidence);


--
-- Name: ix_copies_originator_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_copies_originator_id ON public.copies USING btree (originator, id);


--
-- Name: ix_copies_party_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_copies_party_id ON public.copies USING btree (party, id);


--
-- Name: ix_copies_unanswered; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_copies_unanswered ON public.copies USING btree (party, asked_at) WHERE ((state = 'out'::text) AND (asked_at IS NOT NULL));


--
-- Name: ix_decision_signatures_message_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_decision_signatures_message_id ON public.decision_signatures USING btree (message, id);


--
-- Name: ix_deliveries_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deliveries_evidence ON public.deliveries USING btree (evidence);


--
-- Name: ix_derivations_parent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_derivations_parent ON public.derivations USING btree (parent);


--
-- Name: ix_disclosures_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_disclosures_evidence ON public.disclosures USING btree (evidence);


--
-- Name: ix_disclosures_originator_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_disclosures_originator_id ON public.disclosures USING btree (originator, id);


--
-- Name: ix_disclosures_party_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_disclosures_party_id ON public.disclosures USING btree (party, id);


--
-- Name: ix_emergencies_evidence_party; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_emergencies_evidence_party ON public.emergencies USING btree (evidence, party);


--
-- Name: ix_emergencies_party_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_emergencies_party_id ON public.emergencies USING btree (party, id);


--
-- Name: ix_emergencies_until; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_emergencies_until ON public.emergencies USING btree (until) WHERE (settled_at IS NULL);


--
-- Name: ix_entry_audience_entry_party; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_entry_audience_entry_party ON public.entry_audience USING btree (entry, party);


--
-- Name: ix_erasures_unfinished; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_erasures_unfinished ON public.erasures USING btree (evidence) WHERE (destroyed_at IS NULL);


--
-- Name: ix_erasures_way_stands; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_erasures_way_stands ON public.erasures USING btree (evidence) WHERE way_stands;


--
-- Name: ix_evidence_privilege; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_evidence_privilege ON public.evidence USING btree (jit, id) WHERE (privilege = 'unchecked'::text);


--
-- Name: ix_evidence_review; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_evidence_review ON public.evidence USING btree (jit, originator, review_on) WHERE (status <> 'erased'::text);


--
-- Name: ix_evidence_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_evidence_search ON public.evidence USING gin (jit, search_key public.gin_trgm_ops, category, kind, status, tlp, handling, originator);


--
-- Name: ix_evidence_size; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_evidence_size ON public.evidence USING btree (jit, files_bytes, id);


--
-- Name: ix_evidence_title; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_evidence_title ON public.evidence USING btree (jit, title_key, id);


--
-- Name: ix_evidence_transfer; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_evidence_transfer ON public.evidence USING btree (id) WHERE ((retention = 'TRANSFER'::text) AND (status <> 'erased'::text));


--
-- Name: ix_evidence_verification; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_evidence_verification ON public.evidence USING btree (jit, id) WHERE (verification = 'waiting'::text);


--
-- Name: ix_exports_expires_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_exports_expires_at ON public.exports USING btree (expires_at) WHERE (state = 'ready'::text);


--
-- Name: ix_exports_queue; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_exports_queue ON public.exports USING btree (id) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));


--
-- Name: ix_field_erasures_entry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_field_erasures_entry ON public.field_erasures USING btree (entry);


--
-- Name: ix_field_erasures_unfinished; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_field_erasures_unfinished ON public.field_erasures USING btree (id) WHERE ((approval IS NOT NULL) AND (erased_at IS NULL));


--
-- Name: ix_files_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_files_evidence ON public.files USING btree (evidence);


--
-- Name: ix_files_expires_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_files_expires_at ON public.files USING btree (expires_at) WHERE (expires_at IS NOT NULL);


--
-- Name: ix_files_pending_renditions; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_files_pending_renditions ON public.files USING btree (id) WHERE (renditions = 'pending'::text);


--
-- Name: ix_files_sha256; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_files_sha256 ON public.files USING btree (jit, sha256) WHERE (sha256 IS NOT NULL);


--
-- Name: ix_fixity_failed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_fixity_failed ON public.fixity USING btree (jit, evidence) WHERE (verdict = 'failed'::text);


--
-- Name: ix_fixity_found_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_fixity_found_evidence ON public.fixity_found USING btree (evidence);


--
-- Name: ix_fixity_since; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_fixity_since ON public.fixity USING btree (since);


--
-- Name: ix_flags_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_flags_evidence ON public.flags USING btree (evidence);


--
-- Name: ix_flags_party_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_flags_party_id ON public.flags USING btree (party, id);


--
-- Name: ix_flags_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_flags_waiting ON public.flags USING btree (originator, id) WHERE (decision IS NULL);


--
-- Name: ix_followed_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_followed_at ON public.followed USING btree (at);


--
-- Name: ix_handovers_due_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_handovers_due_at ON public.handovers USING btree (due_at) WHERE ((state = 'offered'::text) AND (alarmed_at IS NULL));


--
-- Name: ix_handovers_evidence_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_handovers_evidence_id ON public.handovers USING btree (evidence, id);


--
-- Name: ix_handovers_open; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_handovers_open ON public.handovers USING btree (evidence) WHERE (state = 'offered'::text);


--
-- Name: ix_handovers_to_seat; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_handovers_to_seat ON public.handovers USING btree (to_seat) WHERE (state = 'offered'::text);


--
-- Name: ix_headers_about_entry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_headers_about_entry ON public.headers USING btree (about, entry);


--
-- Name: ix_headers_evidence_entry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_headers_evidence_entry ON public.headers USING btree (evidence, entry);


--
-- Name: ix_headers_jit_entry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_headers_jit_entry ON public.headers USING btree (jit, entry);


--
-- Name: ix_holds_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_holds_evidence ON public.holds USING btree (evidence);


--
-- Name: ix_jobs_kind_due_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_jobs_kind_due_at ON public.jobs USING btree (kind, due_at);


--
-- Name: ix_leavings_effective_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_leavings_effective_at ON public.leavings USING btree (effective_at) WHERE ((withdrawn_at IS NULL) AND (ended_at IS NULL));


--
-- Name: ix_leavings_standing; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_leavings_standing ON public.leavings USING btree (jit, party) WHERE (withdrawn_at IS NULL);


--
-- Name: ix_mails_account_sent_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_mails_account_sent_at ON public.mails USING btree (account, sent_at);


--
-- Name: ix_mails_days; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_mails_days ON public.mails USING btree (account, day) WHERE (occasion = 'digest'::text);


--
-- Name: ix_mails_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_mails_due ON public.mails USING btree (due_at) WHERE (state = 'queued'::text);


--
-- Name: ix_mails_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_mails_waiting ON public.mails USING btree (account) WHERE ((occasion = 'notice'::text) AND (state = 'queued'::text));


--
-- Name: ix_members_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_members_account ON public.members USING btree (account);


--
-- Name: ix_members_one_seat; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_members_one_seat ON public.members USING btree (jit, email) WHERE (state <> 'ended'::text);


--
-- Name: ix_members_until; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_members_until ON public.members USING btree (until) WHERE ((until IS NOT NULL) AND (state <> 'ended'::text));


--
-- Name: ix_message_links_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_message_links_evidence ON public.message_links USING btree (evidence);


--
-- Name: ix_messages_named; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_messages_named ON public.messages USING btree (at) WHERE ((kind = 'talk'::text) AND (mentions <> '{}'::uuid[]));


--
-- Name: ix_messages_signers; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_messages_signers ON public.messages USING btree (jit, id) WHERE ((kind = 'decision'::text) AND (signers <> '{}'::uuid[]));


--
-- Name: ix_messages_talk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_messages_talk ON public.messages USING btree (channel, at) WHERE (kind = 'talk'::text);


--
-- Name: ix_notifications_digest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notifications_digest ON public.notifications USING btree (digest);


--
-- Name: ix_notifications_mail; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notifications_mail ON public.notifications USING btree (mail);


--
-- Name: ix_notifications_seat_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notifications_seat_id ON public.notifications USING btree (seat, id) WHERE (dismissed_at IS NULL);


--
-- Name: ix_notifications_talk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notifications_talk ON public.notifications USING btree (talk);


--
-- Name: ix_notifications_unread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notifications_unread ON public.notifications USING btree (seat, urgency, id) WHERE ((read_at IS NULL) AND (dismissed_at IS NULL));


--
-- Name: ix_notifications_untold; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notifications_untold ON public.notifications USING btree (seat) WHERE ((mail IS NULL) AND (read_at IS NULL) AND (dismissed_at IS NULL));


--
-- Name: ix_openings_evidence_seat; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_openings_evidence_seat ON public.openings USING btree (evidence, seat);


--
-- Name: ix_openings_jit_opened_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_openings_jit_opened_at ON public.openings USING btree (jit, opened_at);


--
-- Name: ix_openings_seat_opened_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_openings_seat_opened_at ON public.openings USING btree (seat, opened_at);


--
-- Name: ix_openings_working_session; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_openings_working_session ON public.openings USING btree (working_session) WHERE (working_session IS NOT NULL);


--
-- Name: ix_operation_reports_operation_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_operation_reports_operation_id ON public.operation_reports USING btree (operation, id);


--
-- Name: ix_presences_jit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_presences_jit ON public.presences USING btree (jit);


--
-- Name: ix_protected_operation_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_protected_operation_id ON public.protected USING btree (operation, id);


--
-- Name: ix_provenances_acquired; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_provenances_acquired ON public.provenances USING btree (jit, acquired_at);


--
-- Name: ix_pulses_jit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_pulses_jit ON public.pulses USING btree (jit);


--
-- Name: ix_reference_changes_kind_key_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_reference_changes_kind_key_id ON public.reference_changes USING btree (kind, key, id);


--
-- Name: ix_refusals_minute; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_refusals_minute ON public.refusals USING btree (minute);


--
-- Name: ix_release_agreements_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_release_agreements_evidence ON public.release_agreements USING btree (evidence);


--
-- Name: ix_release_attempts_seat_attempted_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_release_attempts_seat_attempted_at ON public.release_attempts USING btree (seat, attempted_at);


--
-- Name: ix_release_confirmations_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_release_confirmations_evidence ON public.release_confirmations USING btree (evidence);


--
-- Name: ix_releases_clock; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_releases_clock ON public.releases USING btree (until, not_before) WHERE ((state <> 'lapsed'::text) AND ((until IS NOT NULL) OR (state = 'pending'::text)));


--
-- Name: ix_releases_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_releases_evidence ON public.releases USING btree (evidence);


--
-- Name: ix_releases_pool; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_releases_pool ON public.releases USING btree (jit, party, evidence DESC) WHERE effective;


--
-- Name: ix_releases_pool_number; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_releases_pool_number ON public.releases USING btree (jit, party, exhibit_number, evidence) WHERE effective;


--
-- Name: ix_releases_pool_size; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_releases_pool_size ON public.releases USING btree (jit, party, files_bytes, evidence) WHERE effective;


--
-- Name: ix_releases_pool_title; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_releases_pool_title ON public.releases USING btree (jit, party, title_key, evidence) WHERE effective;


--
-- Name: ix_result_links_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_result_links_evidence ON public.result_links USING btree (evidence);


--
-- Name: ix_retention_rules_jit_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_retention_rules_jit_id ON public.retention_rules USING btree (jit, id);


--
-- Name: ix_search_texts_body; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_search_texts_body ON public.search_texts USING gin (jit, body public.gin_trgm_ops);


--
-- Name: ix_sessions_account_created_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sessions_account_created_at ON public.sessions USING btree (account, created_at);


--
-- Name: ix_talk_rules_jit_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_talk_rules_jit_id ON public.talk_rules USING btree (jit, id);


--
-- Name: ix_task_comments_task_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_task_comments_task_id ON public.task_comments USING btree (task, id);


--
-- Name: ix_task_consents_consent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_task_consents_consent ON public.task_consents USING btree (consent);


--
-- Name: ix_task_decisions_message; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_task_decisions_message ON public.task_decisions USING btree (message);


--
-- Name: ix_task_items_task_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_task_items_task_id ON public.task_items USING btree (task, id);


--
-- Name: ix_task_links_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_task_links_evidence ON public.task_links USING btree (evidence);


--
-- Name: ix_task_waits_waits_for; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_task_waits_waits_for ON public.task_waits USING btree (waits_for);


--
-- Name: ix_tasks_assignee_due_at_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_tasks_assignee_due_at_id ON public.tasks USING btree (assignee, due_at, id);


--
-- Name: ix_tasks_jit_due_at_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_tasks_jit_due_at_id ON public.tasks USING btree (jit, due_at, id);


--
-- Name: ix_timestamps_jit_authority_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_timestamps_jit_authority_id ON public.timestamps USING btree (jit, authority, id);


--
-- Name: ix_translations_message_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_translations_message_id ON public.translations USING btree (message, id);


--
-- Name: ix_viewings_evidence_seat; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_viewings_evidence_seat ON public.viewings USING btree (evidence, seat);


--
-- Name: ix_waiting_releases_evidence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_waiting_releases_evidence ON public.waiting_releases USING btree (evidence);


--
-- Name: ix_witnesses_jit_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_witnesses_jit_key ON public.witnesses USING btree (jit, split_part(vkey, '+'::text, 3));


--
-- Name: ix_witnesses_party; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_witnesses_party ON public.witnesses USING btree (jit, party) WHERE (removed_at IS NULL);


--
-- Name: ix_working_sessions_seat; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_working_sessions_seat ON public.working_sessions USING btree (seat) WHERE (ended_at IS NULL);


--
-- Name: ix_working_sessions_session; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_working_sessions_session ON public.working_sessions USING btree (session);


--
-- Name: uq_access_rules_cell; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX uq_access_rules_cell ON public.access_rules USING btree (jit, party, category, handling, to_party, to_kind) NULLS NOT DISTINCT WHERE (state = 'active'::text);


--
-- Name: members admitted; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER admitted AFTER INSERT OR UPDATE OF state, roles ON public.members FOR EACH ROW WHEN (((new.state = 'seated'::text) AND ('administrator'::text = ANY (new.roles)))) EXECUTE FUNCTION public.admit_administrator();


--
-- Name: openings alerts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER alerts AFTER INSERT ON public.openings FOR EACH ROW EXECUTE FUNCTION public.raise_alerts();


--
-- Name: handovers answered_entered; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER answered_entered AFTER UPDATE OF state ON public.handovers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION public.demand_handover();


--
-- Name: evidence begin_unerased; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER begin_unerased BEFORE INSERT ON public.evidence FOR EACH ROW WHEN ((new.status = 'erased'::text)) EXECUTE FUNCTION public.keep_erased();


--
-- Name: derivations bound; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER bound AFTER INSERT ON public.derivations FOR EACH ROW EXECUTE FUNCTION public.bind_child();


--
-- Name: releases brought_to_children; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER brought_to_children AFTER INSERT OR DELETE OR UPDATE OF level, authorities, seats, not_before, until, purposes, court_use, state ON public.releases FOR EACH ROW EXECUTE FUNCTION public.bring_to_children();


--
-- Name: action_moves by_a_move; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER by_a_move AFTER INSERT ON public.action_moves DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_moved();


--
-- Name: actions by_a_move; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER by_a_move AFTER UPDATE OF state ON public.actions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION public.demand_moved();


--
-- Name: access_rules closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.access_rules REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.access_rules ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: acknowledgements closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.acknowledgements REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.acknowledgements ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: acquisitions closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.acquisitions REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.acquisitions ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: action_moves closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.action_moves REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.action_moves ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: action_plans closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.action_plans REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.action_plans ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: action_results closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.action_results REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.action_results ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: actions closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.actions REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.actions ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: alerts closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.alerts REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.alerts ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: attestations closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.attestations REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.attestations ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: authorities closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.authorities REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.authorities ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: blank_labels closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.blank_labels REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.blank_labels ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: bodies closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.bodies REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.bodies ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: bounds closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.bounds REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.bounds ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: break_glass closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.break_glass REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.break_glass ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: clearances closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.clearances REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.clearances ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: closing_assents closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.closing_assents REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.closing_assents ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: closings closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.closings REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.closings ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: confirmations closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.confirmations REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.confirmations ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: consents closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.consents REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.consents ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: controller_confirmations closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.controller_confirmations REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.controller_confirmations ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: controllers closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.controllers REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.controllers ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: copies closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.copies REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.copies ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: debriefs closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.debriefs REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.debriefs ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: decision_signatures closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.decision_signatures REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.decision_signatures ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: deliveries closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.deliveries REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.deliveries ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: derivations closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.derivations REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.derivations ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: digest_lines closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.digest_lines REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.digest_lines ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: digests closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.digests REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.digests ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: disclosures closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.disclosures REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.disclosures ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: emergencies closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.emergencies REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.emergencies ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: entries closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.entries REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.entries ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: entry_audience closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.entry_audience REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.entry_audience ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: epochs closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.epochs REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.epochs ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: erased_fields closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.erased_fields REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.erased_fields ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: erasure_agreements closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.erasure_agreements REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.erasure_agreements ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: erasure_wishes closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.erasure_wishes REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.erasure_wishes ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: erasures closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.erasures REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.erasures ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: evidence closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.evidence REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.evidence ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: field_erasure_agreements closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.field_erasure_agreements REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.field_erasure_agreements ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: field_erasures closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.field_erasures REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.field_erasures ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: fields closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.fields REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.fields ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: files closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.files REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.files ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: filter_teams closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.filter_teams REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.filter_teams ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: fixity closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.fixity REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.fixity ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: fixity_found closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.fixity_found REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.fixity_found ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: fixity_orders closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.fixity_orders REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.fixity_orders ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: flags closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.flags REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.flags ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: followed closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.followed REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.followed ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: four_eyes closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.four_eyes REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.four_eyes ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: handovers closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.handovers REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.handovers ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: headers closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.headers REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.headers ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: holds closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.holds REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.holds ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: idempotency_records closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.idempotency_records REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.idempotency_records ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: labels closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.labels REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.labels ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: leaving_clauses closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.leaving_clauses REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.leaving_clauses ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: leavings closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.leavings REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.leavings ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: media_approvals closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.media_approvals REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.media_approvals ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: media_lines closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.media_lines REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.media_lines ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: members closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.members REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.members ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: openings closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.openings REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.openings ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: operation_reports closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.operation_reports REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.operation_reports ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: operation_words closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.operation_words REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.operation_words ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: operations closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.operations REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.operations ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: parties closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.parties REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.parties ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: physical_custody closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.physical_custody REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.physical_custody ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: protected closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.protected REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.protected ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: provenances closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.provenances REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.provenances ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: refusals closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.refusals REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.refusals ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: release_agreements closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.release_agreements REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.release_agreements ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: release_attempts closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.release_attempts REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.release_attempts ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: release_confirmations closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.release_confirmations REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.release_confirmations ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: releases closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.releases REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.releases ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: renditions closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.renditions REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.renditions ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: reservations closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.reservations REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.reservations ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: result_links closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.result_links REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.result_links ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: retention_rules closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.retention_rules REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.retention_rules ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: search_texts closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.search_texts REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.search_texts ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: segments closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.segments REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.segments ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: signing_demands closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.signing_demands REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.signing_demands ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: signing_keys closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.signing_keys REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.signing_keys ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: storage closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.storage REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.storage ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: task_comments closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.task_comments REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_comments ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: task_consents closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.task_consents REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_consents ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: task_decisions closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.task_decisions REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_decisions ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: task_items closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.task_items REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_items ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: task_links closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.task_links REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_links ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: task_waits closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.task_waits REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_waits ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: tasks closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.tasks REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.tasks ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: verifications closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.verifications REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.verifications ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: viewings closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.viewings REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.viewings ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: waiting_releases closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.waiting_releases REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.waiting_releases ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: witnesses closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.witnesses REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.witnesses ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: working_hours closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.working_hours REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.working_hours ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: working_sessions closed_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_delete AFTER DELETE ON public.working_sessions REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.working_sessions ENABLE ALWAYS TRIGGER closed_delete;


--
-- Name: access_rules closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.access_rules REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.access_rules ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: acknowledgements closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.acknowledgements REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.acknowledgements ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: acquisitions closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.acquisitions REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.acquisitions ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: action_moves closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.action_moves REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.action_moves ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: action_plans closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.action_plans REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.action_plans ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: action_results closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.action_results REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.action_results ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: actions closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.actions REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.actions ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: alerts closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.alerts REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.alerts ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: attestations closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.attestations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.attestations ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: authorities closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.authorities REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.authorities ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: blank_labels closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.blank_labels REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.blank_labels ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: bodies closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.bodies REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.bodies ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: bounds closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.bounds REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.bounds ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: break_glass closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.break_glass REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.break_glass ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: calendar_feeds closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.calendar_feeds REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.calendar_feeds ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: channels closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.channels REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.channels ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: clearances closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.clearances REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.clearances ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: closing_assents closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.closing_assents REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.closing_assents ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: closings closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.closings REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.closings ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: confirmations closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.confirmations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.confirmations ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: consents closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.consents REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.consents ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: controller_confirmations closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.controller_confirmations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.controller_confirmations ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: controllers closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.controllers REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.controllers ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: copies closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.copies REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.copies ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: debriefs closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.debriefs REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.debriefs ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: decision_signatures closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.decision_signatures REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.decision_signatures ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: deliveries closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.deliveries REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.deliveries ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: derivations closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.derivations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.derivations ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: digest_lines closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.digest_lines REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.digest_lines ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: digests closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.digests REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.digests ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: disclosures closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.disclosures REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.disclosures ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: emergencies closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.emergencies REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.emergencies ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: entries closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.entries REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.entries ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: entry_audience closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.entry_audience REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.entry_audience ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: epochs closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.epochs REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.epochs ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: erased_fields closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.erased_fields REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.erased_fields ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: erasure_agreements closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.erasure_agreements REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.erasure_agreements ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: erasure_wishes closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.erasure_wishes REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.erasure_wishes ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: erasures closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.erasures REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.erasures ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: evidence closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.evidence REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.evidence ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: exports closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.exports REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.exports ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: field_erasure_agreements closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.field_erasure_agreements REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.field_erasure_agreements ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: field_erasures closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.field_erasures REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.field_erasures ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: fields closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.fields REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.fields ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: files closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.files REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.files ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: filter_teams closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.filter_teams REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.filter_teams ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: fixity closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.fixity REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.fixity ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: fixity_found closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.fixity_found REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.fixity_found ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: fixity_orders closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.fixity_orders REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.fixity_orders ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: flags closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.flags REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.flags ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: followed closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.followed REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.followed ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: former_words closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.former_words REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.former_words ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: four_eyes closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.four_eyes REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.four_eyes ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: handovers closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.handovers REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.handovers ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: headers closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.headers REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.headers ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: holds closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.holds REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.holds ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: idempotency_records closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.idempotency_records REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.idempotency_records ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: labels closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.labels REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.labels ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: leaving_clauses closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.leaving_clauses REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.leaving_clauses ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: leavings closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.leavings REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.leavings ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: media_approvals closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.media_approvals REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.media_approvals ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: media_lines closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.media_lines REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.media_lines ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: members closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.members REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.members ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: message_links closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.message_links REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.message_links ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: messages closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.messages REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.messages ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: openings closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.openings REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.openings ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: operation_reports closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.operation_reports REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.operation_reports ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: operation_words closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.operation_words REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.operation_words ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: operations closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.operations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.operations ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: parties closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.parties REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.parties ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: pending closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.pending REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.pending ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: physical_custody closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.physical_custody REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.physical_custody ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: protected closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.protected REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.protected ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: provenances closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.provenances REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.provenances ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: pulses closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.pulses REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.pulses ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: refusals closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.refusals REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.refusals ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: release_agreements closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.release_agreements REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.release_agreements ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: release_attempts closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.release_attempts REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.release_attempts ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: release_confirmations closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.release_confirmations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.release_confirmations ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: releases closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.releases REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.releases ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: renditions closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.renditions REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.renditions ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: reservations closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.reservations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.reservations ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: result_links closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.result_links REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.result_links ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: retention_rules closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.retention_rules REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.retention_rules ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: search_texts closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.search_texts REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.search_texts ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: segments closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.segments REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.segments ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: signing_demands closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.signing_demands REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.signing_demands ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: signing_keys closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.signing_keys REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.signing_keys ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: storage closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.storage REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.storage ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: talk_rules closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.talk_rules REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.talk_rules ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: task_comments closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.task_comments REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_comments ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: task_consents closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.task_consents REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_consents ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: task_decisions closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.task_decisions REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_decisions ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: task_items closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.task_items REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_items ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: task_links closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.task_links REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_links ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: task_waits closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.task_waits REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_waits ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: tasks closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.tasks REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.tasks ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: translations closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.translations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.translations ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: verifications closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.verifications REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.verifications ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: viewings closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.viewings REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.viewings ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: waiting_releases closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.waiting_releases REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.waiting_releases ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: witnesses closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.witnesses REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.witnesses ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: working_hours closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.working_hours REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.working_hours ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: working_sessions closed_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_insert AFTER INSERT ON public.working_sessions REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.working_sessions ENABLE ALWAYS TRIGGER closed_insert;


--
-- Name: access_rules closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.access_rules REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.access_rules ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: acknowledgements closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.acknowledgements REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.acknowledgements ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: acquisitions closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.acquisitions REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.acquisitions ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: action_moves closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.action_moves REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.action_moves ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: action_plans closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.action_plans REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.action_plans ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: action_results closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.action_results REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.action_results ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: actions closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.actions REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.actions ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: alerts closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.alerts REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.alerts ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: attestations closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.attestations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.attestations ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: authorities closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.authorities REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.authorities ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: blank_labels closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.blank_labels REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.blank_labels ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: bodies closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.bodies REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.bodies ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: bounds closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.bounds REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.bounds ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: break_glass closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.break_glass REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.break_glass ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: channels closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.channels REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.channels ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: clearances closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.clearances REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.clearances ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: closing_assents closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.closing_assents REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.closing_assents ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: closings closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.closings REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.closings ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: confirmations closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.confirmations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.confirmations ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: consents closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.consents REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.consents ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: controller_confirmations closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.controller_confirmations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.controller_confirmations ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: controllers closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.controllers REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.controllers ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: copies closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.copies REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.copies ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: debriefs closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.debriefs REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.debriefs ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: decision_signatures closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.decision_signatures REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.decision_signatures ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: deliveries closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.deliveries REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.deliveries ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: derivations closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.derivations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.derivations ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: digest_lines closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.digest_lines REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.digest_lines ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: digests closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.digests REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.digests ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: disclosures closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.disclosures REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.disclosures ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: emergencies closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.emergencies REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.emergencies ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: entries closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.entries REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.entries ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: entry_audience closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.entry_audience REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.entry_audience ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: epochs closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.epochs REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.epochs ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: erased_fields closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.erased_fields REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.erased_fields ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: erasure_agreements closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.erasure_agreements REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.erasure_agreements ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: erasure_wishes closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.erasure_wishes REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.erasure_wishes ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: erasures closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.erasures REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.erasures ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: evidence closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.evidence REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.evidence ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: field_erasure_agreements closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.field_erasure_agreements REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.field_erasure_agreements ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: field_erasures closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.field_erasures REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.field_erasures ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: fields closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.fields REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.fields ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: files closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.files REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.files ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: filter_teams closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.filter_teams REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.filter_teams ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: fixity closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.fixity REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.fixity ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: fixity_found closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.fixity_found REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.fixity_found ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: fixity_orders closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.fixity_orders REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.fixity_orders ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: flags closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.flags REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.flags ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: followed closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.followed REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.followed ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: four_eyes closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.four_eyes REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.four_eyes ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: handovers closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.handovers REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.handovers ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: headers closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.headers REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.headers ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: holds closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.holds REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.holds ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: idempotency_records closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.idempotency_records REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.idempotency_records ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: labels closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.labels REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.labels ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: leaving_clauses closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.leaving_clauses REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.leaving_clauses ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: leavings closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.leavings REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.leavings ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: media_approvals closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.media_approvals REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.media_approvals ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: media_lines closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.media_lines REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.media_lines ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: members closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.members REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.members ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: messages closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.messages REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.messages ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: openings closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.openings REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.openings ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: operation_reports closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.operation_reports REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.operation_reports ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: operation_words closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.operation_words REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.operation_words ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: operations closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.operations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.operations ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: parties closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.parties REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.parties ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: physical_custody closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.physical_custody REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.physical_custody ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: protected closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.protected REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.protected ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: provenances closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.provenances REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.provenances ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: refusals closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.refusals REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.refusals ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: release_agreements closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.release_agreements REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.release_agreements ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: release_attempts closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.release_attempts REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.release_attempts ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: release_confirmations closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.release_confirmations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.release_confirmations ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: releases closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.releases REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.releases ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: renditions closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.renditions REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.renditions ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: reservations closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.reservations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.reservations ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: result_links closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.result_links REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.result_links ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: retention_rules closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.retention_rules REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.retention_rules ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: search_texts closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.search_texts REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.search_texts ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: segments closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.segments REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.segments ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: signing_demands closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.signing_demands REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.signing_demands ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: signing_keys closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.signing_keys REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.signing_keys ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: storage closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.storage REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.storage ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: task_comments closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.task_comments REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_comments ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: task_consents closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.task_consents REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_consents ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: task_decisions closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.task_decisions REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_decisions ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: task_items closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.task_items REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_items ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: task_links closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.task_links REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_links ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: task_waits closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.task_waits REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.task_waits ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: tasks closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.tasks REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.tasks ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: translations closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.translations REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.translations ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: verifications closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.verifications REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.verifications ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: viewings closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.viewings REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.viewings ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: waiting_releases closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.waiting_releases REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.waiting_releases ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: witnesses closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.witnesses REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.witnesses ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: working_hours closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.working_hours REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.working_hours ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: working_sessions closed_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_update AFTER UPDATE ON public.working_sessions REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_closed();

ALTER TABLE public.working_sessions ENABLE ALWAYS TRIGGER closed_update;


--
-- Name: channels closing; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closing BEFORE UPDATE ON public.channels FOR EACH ROW WHEN ((new.closed_at IS DISTINCT FROM old.closed_at)) EXECUTE FUNCTION public.close_channel();


--
-- Name: releases copied; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER copied BEFORE INSERT ON public.releases FOR EACH ROW EXECUTE FUNCTION public.copy_to_release();


--
-- Name: evidence copied_on; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER copied_on AFTER INSERT OR UPDATE OF title, files_bytes ON public.evidence FOR EACH ROW EXECUTE FUNCTION public.copy_to_releases();


--
-- Name: releases copy_own_seats; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER copy_own_seats AFTER UPDATE OF own_seats ON public.releases FOR EACH ROW WHEN (((new.party = new.originator) AND (new.own_seats IS DISTINCT FROM old.own_seats))) EXECUTE FUNCTION public.copy_own_seats();


--
-- Name: blank_labels counted; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER counted BEFORE UPDATE ON public.blank_labels FOR EACH ROW EXECUTE FUNCTION public.count_label();


--
-- Name: media_lines counted; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER counted BEFORE UPDATE ON public.media_lines FOR EACH ROW EXECUTE FUNCTION public.next_media_line();


--
-- Name: physical_custody counted; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER counted BEFORE INSERT OR UPDATE ON public.physical_custody FOR EACH ROW EXECUTE FUNCTION public.count_correction();


--
-- Name: releases court_use_jointly; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER court_use_jointly BEFORE UPDATE OF court_use ON public.releases FOR EACH ROW WHEN (((new.joint IS NOT NULL) AND new.court_use AND (NOT old.court_use) AND (new.party <> new.originator))) EXECUTE FUNCTION public.refuse_court_use_alone();


--
-- Name: headers custody_is_heard; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER custody_is_heard AFTER INSERT ON public.headers FOR EACH ROW WHEN (((new.kind ~~ 'custody.%'::text) AND (new.kind <> 'custody.imported'::text))) EXECUTE FUNCTION public.tell_custody();


--
-- Name: headers demand_closed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER demand_closed AFTER INSERT ON public.headers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.kind = 'jit.closed'::text)) EXECUTE FUNCTION public.demand_closed();

ALTER TABLE public.headers ENABLE ALWAYS TRIGGER demand_closed;


--
-- Name: derivations derivable; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER derivable BEFORE INSERT ON public.derivations FOR EACH ROW EXECUTE FUNCTION public.demand_derivable();


--
-- Name: blank_labels drawn; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER drawn BEFORE INSERT ON public.blank_labels FOR EACH ROW EXECUTE FUNCTION public.draw_code();


--
-- Name: labels drawn; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER drawn BEFORE INSERT ON public.labels FOR EACH ROW EXECUTE FUNCTION public.draw_code();


--
-- Name: closing_assents entered; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered AFTER INSERT ON public.closing_assents DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_entered('{jit.closing_agreed}');


--
-- Name: closings entered; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered AFTER INSERT ON public.closings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_entered('{jit.closing_declared}');


--
-- Name: message_links entered; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered AFTER INSERT ON public.message_links DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_mentioned();


--
-- Name: physical_custody entered; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered AFTER INSERT OR UPDATE ON public.physical_custody DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_custody();


--
-- Name: operations entered_00; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_00 AFTER INSERT ON public.operations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_entered_about('{operation.planned}', 'operation', 'id');


--
-- Name: operations entered_01; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_01 AFTER UPDATE OF state ON public.operations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION public.demand_entered_about('{operation.planned,operation.state_changed}', 'operation', 'id');


--
-- Name: operations entered_02; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_02 AFTER UPDATE ON public.operations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.title IS DISTINCT FROM new.title) OR (old.kind IS DISTINCT FROM new.kind) OR (old.h_at IS DISTINCT FROM new.h_at) OR (old.h_zone IS DISTINCT FROM new.h_zone) OR (old.parties IS DISTINCT FROM new.parties))) EXECUTE FUNCTION public.demand_entered_about('{operation.changed}', 'operation', 'id');


--
-- Name: operation_words entered_03; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_03 AFTER INSERT OR UPDATE ON public.operation_words DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_entered_about('{operation.word_given}', 'operation', 'operation');


--
-- Name: operation_reports entered_04; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_04 AFTER INSERT ON public.operation_reports DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_entered_about('{operation.reported}', 'report', 'id');


--
-- Name: actions entered_05; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_05 AFTER INSERT ON public.actions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_entered_about('{action.planned}', 'action', 'id');


--
-- Name: actions entered_06; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_06 AFTER UPDATE OF sharing ON public.actions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.sharing IS DISTINCT FROM new.sharing)) EXECUTE FUNCTION public.demand_entered_about('{action.shared}', 'action', 'id');


--
-- Name: action_plans entered_07; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_07 AFTER INSERT ON public.action_plans DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_entered_about('{action.planned}', 'action', 'action');


--
-- Name: action_plans entered_08; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_08 AFTER UPDATE ON public.action_plans DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.erased <@ old.erased)) EXECUTE FUNCTION public.demand_entered_about('{action.changed,action.shared}', 'action', 'action');


--
-- Name: action_moves entered_09; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_09 AFTER INSERT ON public.action_moves DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_entered_about('{action.moved}', 'action', 'action');


--
-- Name: action_results entered_10; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_10 AFTER INSERT ON public.action_results DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_entered_about('{action.result_recorded}', 'result', 'id');


--
-- Name: result_links entered_11; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_11 AFTER INSERT ON public.result_links DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_entered_about('{action.result_linked}', 'result', 'result');


--
-- Name: protected entered_12; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_12 AFTER INSERT ON public.protected DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_entered_about('{protected.entered}', 'protected', 'id');


--
-- Name: protected entered_13; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_13 AFTER UPDATE ON public.protected DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.erased <@ old.erased)) EXECUTE FUNCTION public.demand_entered_about('{protected.lifted}', 'protected', 'id');


--
-- Name: media_lines entered_14; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_14 AFTER UPDATE ON public.media_lines DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.erased <@ old.erased)) EXECUTE FUNCTION public.demand_entered_about('{media_line.written}', 'operation', 'operation');


--
-- Name: media_approvals entered_15; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_15 AFTER INSERT ON public.media_approvals DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_entered_about('{media_line.approved}', 'operation', 'operation');


--
-- Name: debriefs entered_16; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_16 AFTER UPDATE ON public.debriefs DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.erased <@ old.erased)) EXECUTE FUNCTION public.demand_entered_about('{operation.debriefed}', 'operation', 'operation');


--
-- Name: media_lines entered_17; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_17 AFTER INSERT ON public.media_lines DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (true) EXECUTE FUNCTION public.demand_entered_about('{media_line.written}', 'operation', 'operation');


--
-- Name: debriefs entered_18; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_18 AFTER INSERT ON public.debriefs DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (true) EXECUTE FUNCTION public.demand_entered_about('{operation.debriefed}', 'operation', 'operation');


--
-- Name: blank_labels entered_now; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER entered_now AFTER UPDATE ON public.blank_labels FOR EACH ROW WHEN ((new.voiding IS NOT NULL)) EXECUTE FUNCTION public.demand_voided_now();


--
-- Name: signing_demands entered_now; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER entered_now AFTER INSERT OR UPDATE ON public.signing_demands FOR EACH ROW EXECUTE FUNCTION public.demand_entered_now();


--
-- Name: signing_keys entered_now; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER entered_now AFTER INSERT OR UPDATE ON public.signing_keys FOR EACH ROW EXECUTE FUNCTION public.demand_entered_now();


--
-- Name: closings entered_too; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entered_too AFTER UPDATE ON public.closings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_entered('{jit.closing_withdrawn,jit.closed}');


--
-- Name: action_plans erased; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER erased BEFORE INSERT OR UPDATE ON public.action_plans FOR EACH ROW EXECUTE FUNCTION public.keep_what_was_erased();


--
-- Name: action_results erased; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER erased BEFORE INSERT OR UPDATE ON public.action_results FOR EACH ROW EXECUTE FUNCTION public.keep_what_was_erased();


--
-- Name: debriefs erased; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER erased BEFORE INSERT OR UPDATE ON public.debriefs FOR EACH ROW EXECUTE FUNCTION public.keep_what_was_erased();


--
-- Name: media_lines erased; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER erased BEFORE INSERT OR UPDATE ON public.media_lines FOR EACH ROW EXECUTE FUNCTION public.keep_what_was_erased();


--
-- Name: operation_reports erased; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER erased BEFORE INSERT OR UPDATE ON public.operation_reports FOR EACH ROW EXECUTE FUNCTION public.keep_what_was_erased();


--
-- Name: protected erased; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER erased BEFORE INSERT OR UPDATE ON public.protected FOR EACH ROW EXECUTE FUNCTION public.keep_what_was_erased();


--
-- Name: task_comments erased; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER erased BEFORE INSERT OR UPDATE ON public.task_comments FOR EACH ROW EXECUTE FUNCTION public.keep_what_was_erased();


--
-- Name: files filtered; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER filtered BEFORE INSERT OR UPDATE OF state ON public.files FOR EACH ROW WHEN ((new.state = ANY (ARRAY['uploading'::text, 'ready'::text]))) EXECUTE FUNCTION public.refuse_after_clearance();


--
-- Name: releases flags_own_seats; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER flags_own_seats AFTER UPDATE OF own_seats ON public.releases FOR EACH ROW WHEN (((new.party = new.originator) AND (new.own_seats IS DISTINCT FROM old.own_seats))) EXECUTE FUNCTION public.flags_own_seats();


--
-- Name: fields forgotten; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER forgotten AFTER DELETE ON public.fields FOR EACH ROW WHEN ((old.name = 'text'::text)) EXECUTE FUNCTION public.forget_decision();


--
-- Name: fields forgotten_comment; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER forgotten_comment AFTER DELETE ON public.fields FOR EACH ROW WHEN ((old.name = 'text'::text)) EXECUTE FUNCTION public.forget_comment();


--
-- Name: fields forgotten_of_day; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER forgotten_of_day AFTER DELETE ON public.fields FOR EACH ROW WHEN ((old.name = ANY (ARRAY['subject_name'::text, 'reason'::text, 'text'::text, 'changes'::text, 'objective'::text, 'place'::text, 'team'::text, 'interpreter'::text, 'risk'::text, 'contingency'::text, 'channel'::text]))) EXECUTE FUNCTION public.forget_of_day();


--
-- Name: consents former_as_it_stood; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER former_as_it_stood BEFORE INSERT OR UPDATE OF former ON public.consents FOR EACH ROW WHEN ((new.former IS NOT NULL)) EXECUTE FUNCTION public.refuse_raised_former();


--
-- Name: releases gated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER gated BEFORE UPDATE OF level, authorities, seats, not_before, until, purposes ON public.releases FOR EACH ROW EXECUTE FUNCTION public.refuse_past_gates();


--
-- Name: notifications held; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER held BEFORE INSERT ON public.notifications FOR EACH ROW WHEN ((new.talk IS NOT NULL)) EXECUTE FUNCTION public.hold_mention();


--
-- Name: translations held; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER held AFTER INSERT ON public.translations FOR EACH ROW EXECUTE FUNCTION public.hold_translation();


--
-- Name: verifications held; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER held BEFORE INSERT ON public.verifications FOR EACH ROW EXECUTE FUNCTION public.hold_quarantine();


--
-- Name: releases held_to_bounds; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER held_to_bounds BEFORE INSERT OR UPDATE OF level, authorities, seats, not_before, until, purposes, court_use ON public.releases FOR EACH ROW EXECUTE FUNCTION public.hold_to_bounds();


--
-- Name: waiting_releases held_to_bounds; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER held_to_bounds BEFORE INSERT ON public.waiting_releases FOR EACH ROW EXECUTE FUNCTION public.hold_wish_to_bounds();


--
-- Name: evidence indexed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER indexed AFTER UPDATE OF title, exhibit_number ON public.evidence FOR EACH ROW WHEN ((new.search_key IS DISTINCT FROM old.search_key)) EXECUTE FUNCTION public.index_title();


--
-- Name: files indexed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER indexed AFTER INSERT OR DELETE OR UPDATE OF state, sha256 ON public.files FOR EACH ROW EXECUTE FUNCTION public.index_file();


--
-- Name: provenances indexed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER indexed AFTER INSERT OR UPDATE OF description ON public.provenances FOR EACH ROW EXECUTE FUNCTION public.index_description();


--
-- Name: access_log insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE UPDATE ON public.access_log FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.access_log ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: acquisitions insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON public.acquisitions FOR EACH ROW EXECUTE FUNCTION public.keep_acquisitions();

ALTER TABLE public.acquisitions ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: bodies insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON public.bodies FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.bodies ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: checkpoints insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON public.checkpoints FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.checkpoints ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: cosignatures insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON public.cosignatures FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.cosignatures ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: decision_signatures insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON public.decision_signatures FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.decision_signatures ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: derivations insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON public.derivations FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.derivations ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: entries insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON public.entries FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.entries ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: entry_audience insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON public.entry_audience FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.entry_audience ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: epochs insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON public.epochs FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.epochs ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: erased_fields insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON public.erased_fields FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.erased_fields ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: fields insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON public.fields FOR EACH ROW EXECUTE FUNCTION public.keep_fields();

ALTER TABLE public.fields ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: headers insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON public.headers FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.headers ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: positions insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON public.positions FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.positions ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: tiles insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON public.tiles FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.tiles ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: timestamps insert_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON public.timestamps FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.timestamps ENABLE ALWAYS TRIGGER insert_only;


--
-- Name: jits keep_closed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_closed BEFORE DELETE OR UPDATE ON public.jits FOR EACH ROW WHEN ((old.state = 'closed'::text)) EXECUTE FUNCTION public.keep_closed();

ALTER TABLE public.jits ENABLE ALWAYS TRIGGER keep_closed;


--
-- Name: evidence keep_erased; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_erased BEFORE UPDATE ON public.evidence FOR EACH ROW WHEN (((old.status = 'erased'::text) OR (new.status = 'erased'::text) OR ((old.status <> 'active'::text) AND (new.status <> old.status)))) EXECUTE FUNCTION public.keep_erased();


--
-- Name: parties keep_left; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_left BEFORE UPDATE OF status ON public.parties FOR EACH ROW WHEN (((old.status = 'left'::text) AND (new.status <> 'left'::text))) EXECUTE FUNCTION public.keep_left();


--
-- Name: tasks keep_parties; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_parties BEFORE INSERT OR UPDATE ON public.tasks FOR EACH ROW EXECUTE FUNCTION public.keep_parties_of_task();


--
-- Name: copies keep_question; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_question BEFORE UPDATE ON public.copies FOR EACH ROW EXECUTE FUNCTION public.keep_question();


--
-- Name: access_log kept; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER kept BEFORE DELETE ON public.access_log FOR EACH ROW EXECUTE FUNCTION public.refuse_early();

ALTER TABLE public.access_log ENABLE ALWAYS TRIGGER kept;


--
-- Name: files kept; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER kept BEFORE DELETE ON public.files FOR EACH ROW WHEN (((CURRENT_USER = 'liaison_app'::name) AND (old.state = 'ready'::text))) EXECUTE FUNCTION public.refuse_unstoring();


--
-- Name: flags kept; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER kept BEFORE DELETE OR UPDATE ON public.flags FOR EACH ROW EXECUTE FUNCTION public.keep_flag();

ALTER TABLE public.flags ENABLE ALWAYS TRIGGER kept;


--
-- Name: messages kept; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER kept BEFORE UPDATE ON public.messages FOR EACH ROW EXECUTE FUNCTION public.keep_former_words();


--
-- Name: operator_acts kept; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.operator_acts FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.operator_acts ENABLE ALWAYS TRIGGER kept;


--
-- Name: physical_custody kept; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER kept BEFORE INSERT OR UPDATE ON public.physical_custody FOR EACH ROW EXECUTE FUNCTION public.keep_custody_of_others();


--
-- Name: reference_changes kept; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.reference_changes FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.reference_changes ENABLE ALWAYS TRIGGER kept;


--
-- Name: segments kept; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER kept BEFORE DELETE ON public.segments FOR EACH ROW WHEN ((CURRENT_USER = 'liaison_app'::name)) EXECUTE FUNCTION public.refuse_unstoring();


--
-- Name: releases kept_joint; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER kept_joint BEFORE UPDATE ON public.releases FOR EACH ROW WHEN (((old.joint IS NOT NULL) AND (old.party = ANY (old.joint)))) EXECUTE FUNCTION public.keep_joint();


--
-- Name: releases list_erased; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER list_erased BEFORE UPDATE OF level ON public.releases FOR EACH ROW WHEN ((new.level > old.level)) EXECUTE FUNCTION public.list_erased();


--
-- Name: releases lower_of_left; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER lower_of_left BEFORE UPDATE OF level, until, state ON public.releases FOR EACH ROW WHEN (((new.level > old.level) OR (new.until IS DISTINCT FROM old.until) OR (new.state IS DISTINCT FROM old.state))) EXECUTE FUNCTION public.lower_of_left();


--
-- Name: leavings marked; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER marked AFTER INSERT OR UPDATE OF withdrawn_at ON public.leavings FOR EACH ROW EXECUTE FUNCTION public.mark_leaving();


--
-- Name: messages named; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER named AFTER INSERT ON public.messages FOR EACH ROW WHEN (((new.kind = 'decision'::text) AND (cardinality(new.mentions) > 0))) EXECUTE FUNCTION public.demand_named();


--
-- Name: fields nameless; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER nameless AFTER DELETE ON public.fields FOR EACH ROW WHEN ((old.name = 'channel_name'::text)) EXECUTE FUNCTION public.forget_channel();


--
-- Name: access_log no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.access_log FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.access_log ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: acquisitions no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.acquisitions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.acquisitions ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: bodies no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.bodies FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.bodies ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: checkpoints no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.checkpoints FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.checkpoints ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: cosignatures no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.cosignatures FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.cosignatures ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: decision_signatures no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.decision_signatures FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.decision_signatures ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: derivations no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.derivations FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.derivations ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: entries no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.entries FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.entries ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: entry_audience no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.entry_audience FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.entry_audience ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: epochs no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.epochs FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.epochs ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: erased_fields no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.erased_fields FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.erased_fields ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: fields no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.fields FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.fields ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: flags no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.flags FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.flags ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: headers no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.headers FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.headers ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: positions no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.positions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.positions ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: tiles no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.tiles FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.tiles ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: timestamps no_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.timestamps FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.timestamps ENABLE ALWAYS TRIGGER no_truncate;


--
-- Name: emergencies not_justified; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER not_justified BEFORE UPDATE OF verdict ON public.emergencies FOR EACH ROW WHEN ((new.verdict = 'not_justified'::text)) EXECUTE FUNCTION public.end_unjustified();


--
-- Name: messages numbered; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER numbered BEFORE INSERT ON public.messages FOR EACH ROW EXECUTE FUNCTION public.number_message();


--
-- Name: handovers offered_entered; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER offered_entered AFTER INSERT ON public.handovers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.demand_handover();


--
-- Name: physical_custody on_hold; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER on_hold AFTER INSERT OR UPDATE OF state ON public.physical_custody FOR EACH ROW WHEN ((new.state = 'destroyed'::text)) EXECUTE FUNCTION public.refuse_destroyed_on_hold();


--
-- Name: jits origin_stays; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER origin_stays BEFORE UPDATE ON public.jits FOR EACH ROW WHEN ((old.ledger_origin IS DISTINCT FROM new.ledger_origin)) EXECUTE FUNCTION public.refuse_other_origin();

ALTER TABLE public.jits ENABLE ALWAYS TRIGGER origin_stays;


--
-- Name: releases own_seats_its_own; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER own_seats_its_own BEFORE UPDATE OF own_seats ON public.releases FOR EACH ROW WHEN ((new.own_seats IS DISTINCT FROM old.own_seats)) EXECUTE FUNCTION public.refuse_anothers_own_seats();


--
-- Name: jits phase_entered; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER phase_entered AFTER UPDATE OF state ON public.jits DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION public.demand_entered_of_team('{jit.phase_moved,jit.closed}');


--
-- Name: files planned; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER planned AFTER INSERT OR UPDATE OF state ON public.files FOR EACH ROW WHEN ((new.state = 'ready'::text)) EXECUTE FUNCTION public.plan_fixity();


--
-- Name: channels pulse; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pulse AFTER INSERT ON public.channels FOR EACH ROW EXECUTE FUNCTION public.begin_pulse();


--
-- Name: jits quorum_entered; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER quorum_entered AFTER UPDATE OF quorum ON public.jits DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.quorum IS DISTINCT FROM new.quorum)) EXECUTE FUNCTION public.demand_entered_of_team('{witness.quorum}');


--
-- Name: releases refuse_erased; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER refuse_erased AFTER INSERT ON public.releases REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_erased();


--
-- Name: releases refuse_of_left; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER refuse_of_left AFTER INSERT ON public.releases REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_of_left();


--
-- Name: waiting_releases refuse_of_left; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER refuse_of_left AFTER INSERT ON public.waiting_releases REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_of_left();


--
-- Name: jits review_sample_entered; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER review_sample_entered AFTER UPDATE OF review_sample ON public.jits DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.review_sample IS DISTINCT FROM new.review_sample)) EXECUTE FUNCTION public.demand_entered_of_team('{review.sample_agreed}');


--
-- Name: files stored; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER stored BEFORE UPDATE OF state, sha256 ON public.files FOR EACH ROW WHEN (((old.state = 'ready'::text) AND ((new.state IS DISTINCT FROM old.state) OR (new.sha256 IS DISTINCT FROM old.sha256)))) EXECUTE FUNCTION public.keep_stored();


--
-- Name: provenances texts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER texts BEFORE INSERT OR UPDATE OF handling_text ON public.provenances FOR EACH ROW EXECUTE FUNCTION public.keep_texts();


--
-- Name: decision_signatures timed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER timed BEFORE INSERT ON public.decision_signatures FOR EACH ROW EXECUTE FUNCTION public.time_signing();


--
-- Name: physical_custody timed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER timed BEFORE INSERT OR UPDATE ON public.physical_custody FOR EACH ROW EXECUTE FUNCTION public.time_physical_custody();


--
-- Name: signing_demands timed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER timed BEFORE INSERT OR UPDATE ON public.signing_demands FOR EACH ROW EXECUTE FUNCTION public.time_signing();


--
-- Name: signing_keys timed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER timed BEFORE INSERT OR UPDATE ON public.signing_keys FOR EACH ROW EXECUTE FUNCTION public.time_signing();


--
-- Name: translations timed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER timed BEFORE INSERT ON public.translations FOR EACH ROW EXECUTE FUNCTION public.time_translation();


--
-- Name: messages told; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER told AFTER DELETE OR UPDATE ON public.messages FOR EACH ROW EXECUTE FUNCTION public.beat();


--
-- Name: operations told; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER told BEFORE INSERT OR UPDATE ON public.operations FOR EACH ROW EXECUTE FUNCTION public.keep_told();


--
-- Name: acquisitions unerased; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER unerased BEFORE INSERT ON public.acquisitions FOR EACH ROW EXECUTE FUNCTION public.hold_unerased();


--
-- Name: files unerased; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER unerased BEFORE INSERT ON public.files FOR EACH ROW EXECUTE FUNCTION public.hold_unerased();


--
-- Name: holds unerased; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER unerased BEFORE INSERT ON public.holds FOR EACH ROW EXECUTE FUNCTION public.hold_unerased();


--
-- Name: messages unnamed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER unnamed AFTER UPDATE ON public.messages FOR EACH ROW WHEN (((new.kind = 'talk'::text) AND (new.mentions IS DISTINCT FROM old.mentions))) EXECUTE FUNCTION public.forget_mentions();


--
-- Name: waiting_releases used_once; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER used_once BEFORE INSERT ON public.waiting_releases FOR EACH ROW EXECUTE FUNCTION public.refuse_used_wish();


--
-- Name: files verified; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER verified BEFORE INSERT OR UPDATE OF state ON public.files FOR EACH ROW WHEN ((new.state = ANY (ARRAY['uploading'::text, 'ready'::text]))) EXECUTE FUNCTION public.refuse_after_verdict();


--
-- Name: files weighed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER weighed AFTER INSERT OR DELETE OR UPDATE OF state ON public.files FOR EACH ROW EXECUTE FUNCTION public.weigh_file();


--
-- Name: operations within_union; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER within_union BEFORE INSERT OR UPDATE ON public.operations FOR EACH ROW EXECUTE FUNCTION public.keep_within_union();


--
-- Name: access_rules fk_access_rules_jit_decided_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_rules
    ADD CONSTRAINT fk_access_rules_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES public.members(jit, id);


--
-- Name: access_rules fk_access_rules_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_rules
    ADD CONSTRAINT fk_access_rules_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: access_rules fk_access_rules_jit_to_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_rules
    ADD CONSTRAINT fk_access_rules_jit_to_party FOREIGN KEY (jit, to_party) REFERENCES public.parties(jit, id);


--
-- Name: account_invitations fk_account_invitations_invited_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_invitations
    ADD CONSTRAINT fk_account_invitations_invited_by FOREIGN KEY (invited_by) REFERENCES public.accounts(id);


--
-- Name: acknowledgements fk_acknowledgements_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.acknowledgements
    ADD CONSTRAINT fk_acknowledgements_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: acknowledgements fk_acknowledgements_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.acknowledgements
    ADD CONSTRAINT fk_acknowledgements_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: acquisitions fk_acquisitions_evidence_corrects; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.acquisitions
    ADD CONSTRAINT fk_acquisitions_evidence_corrects FOREIGN KEY (evidence, corrects) REFERENCES public.acquisitions(evidence, id);


--
-- Name: acquisitions fk_acquisitions_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.acquisitions
    ADD CONSTRAINT fk_acquisitions_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: acquisitions fk_acquisitions_jit_recorded_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.acquisitions
    ADD CONSTRAINT fk_acquisitions_jit_recorded_by FOREIGN KEY (jit, recorded_by) REFERENCES public.members(jit, id);


--
-- Name: action_moves fk_action_moves_jit_action; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.action_moves
    ADD CONSTRAINT fk_action_moves_jit_action FOREIGN KEY (jit, action) REFERENCES public.actions(jit, id);


--
-- Name: action_moves fk_action_moves_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.action_moves
    ADD CONSTRAINT fk_action_moves_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: action_plans fk_action_plans_jit_action; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.action_plans
    ADD CONSTRAINT fk_action_plans_jit_action FOREIGN KEY (jit, action) REFERENCES public.actions(jit, id);


--
-- Name: action_plans fk_action_plans_jit_lead; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.action_plans
    ADD CONSTRAINT fk_action_plans_jit_lead FOREIGN KEY (jit, lead) REFERENCES public.members(jit, id);


--
-- Name: action_results fk_action_results_jit_action; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.action_results
    ADD CONSTRAINT fk_action_results_jit_action FOREIGN KEY (jit, action) REFERENCES public.actions(jit, id);


--
-- Name: action_results fk_action_results_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.action_results
    ADD CONSTRAINT fk_action_results_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: action_results fk_action_results_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.action_results
    ADD CONSTRAINT fk_action_results_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: actions fk_actions_jit_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.actions
    ADD CONSTRAINT fk_actions_jit_operation FOREIGN KEY (jit, operation) REFERENCES public.operations(jit, id);


--
-- Name: actions fk_actions_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.actions
    ADD CONSTRAINT fk_actions_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: alarms fk_alarms_jit; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alarms
    ADD CONSTRAINT fk_alarms_jit FOREIGN KEY (jit) REFERENCES public.jits(id);


--
-- Name: alerts fk_alerts_emergency; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT fk_alerts_emergency FOREIGN KEY (emergency) REFERENCES public.emergencies(id);


--
-- Name: alerts fk_alerts_handover; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT fk_alerts_handover FOREIGN KEY (handover) REFERENCES public.handovers(id);


--
-- Name: alerts fk_alerts_jit_acknowledged_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT fk_alerts_jit_acknowledged_by FOREIGN KEY (jit, acknowledged_by) REFERENCES public.members(jit, id);


--
-- Name: alerts fk_alerts_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT fk_alerts_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: alerts fk_alerts_jit_originator; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT fk_alerts_jit_originator FOREIGN KEY (jit, originator) REFERENCES public.parties(jit, id);


--
-- Name: alerts fk_alerts_jit_owner; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT fk_alerts_jit_owner FOREIGN KEY (jit, owner) REFERENCES public.members(jit, id);


--
-- Name: alerts fk_alerts_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT fk_alerts_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: alerts fk_alerts_jit_recipient; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT fk_alerts_jit_recipient FOREIGN KEY (jit, recipient) REFERENCES public.parties(jit, id);


--
-- Name: alerts fk_alerts_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT fk_alerts_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: alerts fk_alerts_opening; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT fk_alerts_opening FOREIGN KEY (opening) REFERENCES public.openings(id);


--
-- Name: attestations fk_attestations_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attestations
    ADD CONSTRAINT fk_attestations_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: attestations fk_attestations_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attestations
    ADD CONSTRAINT fk_attestations_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: attestations fk_attestations_jit_signed_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attestations
    ADD CONSTRAINT fk_attestations_jit_signed_by FOREIGN KEY (jit, signed_by) REFERENCES public.members(jit, id);


--
-- Name: authorities fk_authorities_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authorities
    ADD CONSTRAINT fk_authorities_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: blank_labels fk_blank_labels_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blank_labels
    ADD CONSTRAINT fk_blank_labels_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: blank_labels fk_blank_labels_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blank_labels
    ADD CONSTRAINT fk_blank_labels_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: blank_labels fk_blank_labels_jit_printed_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blank_labels
    ADD CONSTRAINT fk_blank_labels_jit_printed_by FOREIGN KEY (jit, printed_by) REFERENCES public.members(jit, id);


--
-- Name: blank_labels fk_blank_labels_jit_voided_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blank_labels
    ADD CONSTRAINT fk_blank_labels_jit_voided_by FOREIGN KEY (jit, voided_by) REFERENCES public.members(jit, id);


--
-- Name: bodies fk_bodies_entry; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bodies
    ADD CONSTRAINT fk_bodies_entry FOREIGN KEY (entry) REFERENCES public.entries(id);


--
-- Name: bounds fk_bounds_jit_bound_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bounds
    ADD CONSTRAINT fk_bounds_jit_bound_by FOREIGN KEY (jit, bound_by) REFERENCES public.evidence(jit, id);


--
-- Name: bounds fk_bounds_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bounds
    ADD CONSTRAINT fk_bounds_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: break_glass fk_break_glass_jit_decided_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.break_glass
    ADD CONSTRAINT fk_break_glass_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES public.members(jit, id);


--
-- Name: break_glass fk_break_glass_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.break_glass
    ADD CONSTRAINT fk_break_glass_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: break_glass fk_break_glass_jit_recipient; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.break_glass
    ADD CONSTRAINT fk_break_glass_jit_recipient FOREIGN KEY (jit, recipient) REFERENCES public.parties(jit, id);


--
-- Name: briefing_marks fk_briefing_marks_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.briefing_marks
    ADD CONSTRAINT fk_briefing_marks_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: calendar_feeds fk_calendar_feeds_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calendar_feeds
    ADD CONSTRAINT fk_calendar_feeds_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: channels fk_channels_jit_closed_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.channels
    ADD CONSTRAINT fk_channels_jit_closed_by FOREIGN KEY (jit, closed_by) REFERENCES public.members(jit, id);


--
-- Name: channels fk_channels_jit_opened_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.channels
    ADD CONSTRAINT fk_channels_jit_opened_by FOREIGN KEY (jit, opened_by) REFERENCES public.members(jit, id);


--
-- Name: checkpoints fk_checkpoints_jit; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.checkpoints
    ADD CONSTRAINT fk_checkpoints_jit FOREIGN KEY (jit) REFERENCES public.jits(id);


--
-- Name: clearances fk_clearances_jit_decided_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clearances
    ADD CONSTRAINT fk_clearances_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES public.members(jit, id);


--
-- Name: clearances fk_clearances_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clearances
    ADD CONSTRAINT fk_clearances_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: closing_assents fk_closing_assents_jit_closing; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.closing_assents
    ADD CONSTRAINT fk_closing_assents_jit_closing FOREIGN KEY (jit, closing) REFERENCES public.closings(jit, id);


--
-- Name: closing_assents fk_closing_assents_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.closing_assents
    ADD CONSTRAINT fk_closing_assents_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: closing_assents fk_closing_assents_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.closing_assents
    ADD CONSTRAINT fk_closing_assents_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: closings fk_closings_jit; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.closings
    ADD CONSTRAINT fk_closings_jit FOREIGN KEY (jit) REFERENCES public.jits(id);


--
-- Name: closings fk_closings_jit_closed_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.closings
    ADD CONSTRAINT fk_closings_jit_closed_by FOREIGN KEY (jit, closed_by) REFERENCES public.members(jit, id);


--
-- Name: closings fk_closings_jit_declared_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.closings
    ADD CONSTRAINT fk_closings_jit_declared_by FOREIGN KEY (jit, declared_by) REFERENCES public.members(jit, id);


--
-- Name: closings fk_closings_jit_withdrawn_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.closings
    ADD CONSTRAINT fk_closings_jit_withdrawn_by FOREIGN KEY (jit, withdrawn_by) REFERENCES public.members(jit, id);


--
-- Name: confirmations fk_confirmations_jit_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.confirmations
    ADD CONSTRAINT fk_confirmations_jit_member FOREIGN KEY (jit, member) REFERENCES public.members(jit, id);


--
-- Name: confirmations fk_confirmations_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.confirmations
    ADD CONSTRAINT fk_confirmations_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: consents fk_consents_jit_answer; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT fk_consents_jit_answer FOREIGN KEY (jit, answer) REFERENCES public.evidence(jit, id);


--
-- Name: consents fk_consents_jit_answered_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT fk_consents_jit_answered_by FOREIGN KEY (jit, answered_by) REFERENCES public.members(jit, id);


--
-- Name: consents fk_consents_jit_asked_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT fk_consents_jit_asked_party FOREIGN KEY (jit, asked_party) REFERENCES public.parties(jit, id);


--
-- Name: consents fk_consents_jit_asker; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT fk_consents_jit_asker FOREIGN KEY (jit, asker) REFERENCES public.members(jit, id);


--
-- Name: consents fk_consents_jit_asker_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT fk_consents_jit_asker_party FOREIGN KEY (jit, asker_party) REFERENCES public.parties(jit, id);


--
-- Name: consents fk_consents_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT fk_consents_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: controller_confirmations fk_controller_confirmations_controller; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.controller_confirmations
    ADD CONSTRAINT fk_controller_confirmations_controller FOREIGN KEY (controller) REFERENCES public.controllers(id);


--
-- Name: controller_confirmations fk_controller_confirmations_jit_confirmed_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.controller_confirmations
    ADD CONSTRAINT fk_controller_confirmations_jit_confirmed_by FOREIGN KEY (jit, confirmed_by) REFERENCES public.members(jit, id);


--
-- Name: controllers fk_controllers_jit_designated_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.controllers
    ADD CONSTRAINT fk_controllers_jit_designated_by FOREIGN KEY (jit, designated_by) REFERENCES public.members(jit, id);


--
-- Name: controllers fk_controllers_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.controllers
    ADD CONSTRAINT fk_controllers_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: copies fk_copies_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copies
    ADD CONSTRAINT fk_copies_id FOREIGN KEY (id) REFERENCES public.openings(id);


--
-- Name: copies fk_copies_jit_answered_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copies
    ADD CONSTRAINT fk_copies_jit_answered_by FOREIGN KEY (jit, answered_by) REFERENCES public.members(jit, id);


--
-- Name: copies fk_copies_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copies
    ADD CONSTRAINT fk_copies_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: copies fk_copies_jit_originator; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copies
    ADD CONSTRAINT fk_copies_jit_originator FOREIGN KEY (jit, originator) REFERENCES public.parties(jit, id);


--
-- Name: copies fk_copies_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copies
    ADD CONSTRAINT fk_copies_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: copies fk_copies_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copies
    ADD CONSTRAINT fk_copies_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: cosignatures fk_cosignatures_jit_checkpoint; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cosignatures
    ADD CONSTRAINT fk_cosignatures_jit_checkpoint FOREIGN KEY (jit, checkpoint) REFERENCES public.checkpoints(jit, id);


--
-- Name: cosignatures fk_cosignatures_jit_witness; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cosignatures
    ADD CONSTRAINT fk_cosignatures_jit_witness FOREIGN KEY (jit, witness) REFERENCES public.witnesses(jit, id);


--
-- Name: debriefs fk_debriefs_jit_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.debriefs
    ADD CONSTRAINT fk_debriefs_jit_operation FOREIGN KEY (jit, operation) REFERENCES public.operations(jit, id);


--
-- Name: debriefs fk_debriefs_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.debriefs
    ADD CONSTRAINT fk_debriefs_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: debriefs fk_debriefs_jit_said_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.debriefs
    ADD CONSTRAINT fk_debriefs_jit_said_by FOREIGN KEY (jit, said_by) REFERENCES public.members(jit, id);


--
-- Name: decision_signatures fk_decision_signatures_jit_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision_signatures
    ADD CONSTRAINT fk_decision_signatures_jit_key FOREIGN KEY (jit, key) REFERENCES public.signing_keys(jit, id);


--
-- Name: decision_signatures fk_decision_signatures_jit_message; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision_signatures
    ADD CONSTRAINT fk_decision_signatures_jit_message FOREIGN KEY (jit, message) REFERENCES public.messages(jit, id);


--
-- Name: decision_signatures fk_decision_signatures_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision_signatures
    ADD CONSTRAINT fk_decision_signatures_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: decision_signatures fk_decision_signatures_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision_signatures
    ADD CONSTRAINT fk_decision_signatures_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: deliveries fk_deliveries_jit_evidence_file; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT fk_deliveries_jit_evidence_file FOREIGN KEY (jit, evidence, file) REFERENCES public.files(jit, evidence, id);


--
-- Name: deliveries fk_deliveries_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT fk_deliveries_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: deliveries fk_deliveries_opening; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT fk_deliveries_opening FOREIGN KEY (opening) REFERENCES public.openings(id);


--
-- Name: derivations fk_derivations_jit_child; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.derivations
    ADD CONSTRAINT fk_derivations_jit_child FOREIGN KEY (jit, child) REFERENCES public.evidence(jit, id);


--
-- Name: derivations fk_derivations_jit_derived_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.derivations
    ADD CONSTRAINT fk_derivations_jit_derived_by FOREIGN KEY (jit, derived_by) REFERENCES public.members(jit, id);


--
-- Name: derivations fk_derivations_jit_parent; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.derivations
    ADD CONSTRAINT fk_derivations_jit_parent FOREIGN KEY (jit, parent) REFERENCES public.evidence(jit, id);


--
-- Name: digest_lines fk_digest_lines_jit_digest; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.digest_lines
    ADD CONSTRAINT fk_digest_lines_jit_digest FOREIGN KEY (jit, digest) REFERENCES public.digests(jit, id);


--
-- Name: digest_lines fk_digest_lines_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.digest_lines
    ADD CONSTRAINT fk_digest_lines_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: digest_lines fk_digest_lines_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.digest_lines
    ADD CONSTRAINT fk_digest_lines_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: digests fk_digests_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.digests
    ADD CONSTRAINT fk_digests_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: disclosures fk_disclosures_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disclosures
    ADD CONSTRAINT fk_disclosures_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: disclosures fk_disclosures_jit_originator; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disclosures
    ADD CONSTRAINT fk_disclosures_jit_originator FOREIGN KEY (jit, originator) REFERENCES public.parties(jit, id);


--
-- Name: disclosures fk_disclosures_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disclosures
    ADD CONSTRAINT fk_disclosures_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: disclosures fk_disclosures_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disclosures
    ADD CONSTRAINT fk_disclosures_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: emergencies fk_emergencies_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.emergencies
    ADD CONSTRAINT fk_emergencies_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: emergencies fk_emergencies_jit_originator; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.emergencies
    ADD CONSTRAINT fk_emergencies_jit_originator FOREIGN KEY (jit, originator) REFERENCES public.parties(jit, id);


--
-- Name: emergencies fk_emergencies_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.emergencies
    ADD CONSTRAINT fk_emergencies_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: emergencies fk_emergencies_jit_reviewed_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.emergencies
    ADD CONSTRAINT fk_emergencies_jit_reviewed_by FOREIGN KEY (jit, reviewed_by) REFERENCES public.members(jit, id);


--
-- Name: emergencies fk_emergencies_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.emergencies
    ADD CONSTRAINT fk_emergencies_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: entries fk_entries_jit; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entries
    ADD CONSTRAINT fk_entries_jit FOREIGN KEY (jit) REFERENCES public.jits(id);


--
-- Name: entry_audience fk_entry_audience_entry; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry_audience
    ADD CONSTRAINT fk_entry_audience_entry FOREIGN KEY (entry) REFERENCES public.entries(id);


--
-- Name: epochs fk_epochs_jit; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.epochs
    ADD CONSTRAINT fk_epochs_jit FOREIGN KEY (jit) REFERENCES public.jits(id);


--
-- Name: erased_fields fk_erased_fields_certificate; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erased_fields
    ADD CONSTRAINT fk_erased_fields_certificate FOREIGN KEY (certificate) REFERENCES public.entries(id);


--
-- Name: erased_fields fk_erased_fields_entry; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erased_fields
    ADD CONSTRAINT fk_erased_fields_entry FOREIGN KEY (entry) REFERENCES public.entries(id);


--
-- Name: erasure_agreements fk_erasure_agreements_jit_agreed_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasure_agreements
    ADD CONSTRAINT fk_erasure_agreements_jit_agreed_by FOREIGN KEY (jit, agreed_by) REFERENCES public.members(jit, id);


--
-- Name: erasure_agreements fk_erasure_agreements_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasure_agreements
    ADD CONSTRAINT fk_erasure_agreements_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: erasure_agreements fk_erasure_agreements_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasure_agreements
    ADD CONSTRAINT fk_erasure_agreements_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: erasure_wishes fk_erasure_wishes_jit_confirmed_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasure_wishes
    ADD CONSTRAINT fk_erasure_wishes_jit_confirmed_by FOREIGN KEY (jit, confirmed_by) REFERENCES public.members(jit, id);


--
-- Name: erasure_wishes fk_erasure_wishes_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasure_wishes
    ADD CONSTRAINT fk_erasure_wishes_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: erasure_wishes fk_erasure_wishes_jit_wanted_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasure_wishes
    ADD CONSTRAINT fk_erasure_wishes_jit_wanted_by FOREIGN KEY (jit, wanted_by) REFERENCES public.members(jit, id);


--
-- Name: erasures fk_erasures_jit_confirmed_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasures
    ADD CONSTRAINT fk_erasures_jit_confirmed_by FOREIGN KEY (jit, confirmed_by) REFERENCES public.members(jit, id);


--
-- Name: erasures fk_erasures_jit_decided_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasures
    ADD CONSTRAINT fk_erasures_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES public.members(jit, id);


--
-- Name: erasures fk_erasures_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasures
    ADD CONSTRAINT fk_erasures_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: evidence fk_evidence_jit_originator; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT fk_evidence_jit_originator FOREIGN KEY (jit, originator) REFERENCES public.parties(jit, id);


--
-- Name: evidence fk_evidence_jit_originator_controller; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT fk_evidence_jit_originator_controller FOREIGN KEY (jit, originator, controller) REFERENCES public.authorities(jit, party, id);


--
-- Name: evidence fk_evidence_jit_registered_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT fk_evidence_jit_registered_by FOREIGN KEY (jit, registered_by) REFERENCES public.members(jit, id);


--
-- Name: exports fk_exports_account_accounts; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exports
    ADD CONSTRAINT fk_exports_account_accounts FOREIGN KEY (account) REFERENCES public.accounts(id);


--
-- Name: exports fk_exports_jit; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exports
    ADD CONSTRAINT fk_exports_jit FOREIGN KEY (jit) REFERENCES public.jits(id);


--
-- Name: exports fk_exports_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exports
    ADD CONSTRAINT fk_exports_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: exports fk_exports_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exports
    ADD CONSTRAINT fk_exports_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: exports fk_exports_jit_requested_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.exports
    ADD CONSTRAINT fk_exports_jit_requested_by FOREIGN KEY (jit, requested_by) REFERENCES public.members(jit, id);


--
-- Name: field_erasure_agreements fk_field_erasure_agreements_jit_agreed_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.field_erasure_agreements
    ADD CONSTRAINT fk_field_erasure_agreements_jit_agreed_by FOREIGN KEY (jit, agreed_by) REFERENCES public.members(jit, id);


--
-- Name: field_erasure_agreements fk_field_erasure_agreements_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.field_erasure_agreements
    ADD CONSTRAINT fk_field_erasure_agreements_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: field_erasures fk_field_erasures_approval; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.field_erasures
    ADD CONSTRAINT fk_field_erasures_approval FOREIGN KEY (approval) REFERENCES public.entries(id);


--
-- Name: field_erasures fk_field_erasures_entry; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.field_erasures
    ADD CONSTRAINT fk_field_erasures_entry FOREIGN KEY (entry) REFERENCES public.entries(id);


--
-- Name: field_erasures fk_field_erasures_jit_confirmed_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.field_erasures
    ADD CONSTRAINT fk_field_erasures_jit_confirmed_by FOREIGN KEY (jit, confirmed_by) REFERENCES public.members(jit, id);


--
-- Name: field_erasures fk_field_erasures_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.field_erasures
    ADD CONSTRAINT fk_field_erasures_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: field_erasures fk_field_erasures_jit_wanted_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.field_erasures
    ADD CONSTRAINT fk_field_erasures_jit_wanted_by FOREIGN KEY (jit, wanted_by) REFERENCES public.members(jit, id);


--
-- Name: fields fk_fields_entry; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fields
    ADD CONSTRAINT fk_fields_entry FOREIGN KEY (entry) REFERENCES public.entries(id);


--
-- Name: files fk_files_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT fk_files_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: files fk_files_jit_uploaded_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT fk_files_jit_uploaded_by FOREIGN KEY (jit, uploaded_by) REFERENCES public.members(jit, id);


--
-- Name: filter_teams fk_filter_teams_jit_decided_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.filter_teams
    ADD CONSTRAINT fk_filter_teams_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES public.members(jit, id);


--
-- Name: filter_teams fk_filter_teams_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.filter_teams
    ADD CONSTRAINT fk_filter_teams_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: fixity_found fk_fixity_found_jit_evidence_file; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fixity_found
    ADD CONSTRAINT fk_fixity_found_jit_evidence_file FOREIGN KEY (jit, evidence, file) REFERENCES public.files(jit, evidence, id);


--
-- Name: fixity fk_fixity_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fixity
    ADD CONSTRAINT fk_fixity_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: fixity_orders fk_fixity_orders_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fixity_orders
    ADD CONSTRAINT fk_fixity_orders_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: fixity_orders fk_fixity_orders_jit_ordered_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fixity_orders
    ADD CONSTRAINT fk_fixity_orders_jit_ordered_by FOREIGN KEY (jit, ordered_by) REFERENCES public.members(jit, id);


--
-- Name: flags fk_flags_jit_decided_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.flags
    ADD CONSTRAINT fk_flags_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES public.members(jit, id);


--
-- Name: flags fk_flags_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.flags
    ADD CONSTRAINT fk_flags_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: flags fk_flags_jit_originator; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.flags
    ADD CONSTRAINT fk_flags_jit_originator FOREIGN KEY (jit, originator) REFERENCES public.parties(jit, id);


--
-- Name: flags fk_flags_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.flags
    ADD CONSTRAINT fk_flags_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: flags fk_flags_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.flags
    ADD CONSTRAINT fk_flags_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: followed fk_followed_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.followed
    ADD CONSTRAINT fk_followed_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: followed fk_followed_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.followed
    ADD CONSTRAINT fk_followed_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: former_words fk_former_words_jit_message; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.former_words
    ADD CONSTRAINT fk_former_words_jit_message FOREIGN KEY (jit, message) REFERENCES public.messages(jit, id) ON DELETE CASCADE;


--
-- Name: four_eyes fk_four_eyes_jit_decided_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.four_eyes
    ADD CONSTRAINT fk_four_eyes_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES public.members(jit, id);


--
-- Name: four_eyes fk_four_eyes_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.four_eyes
    ADD CONSTRAINT fk_four_eyes_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: handovers fk_handovers_jit_answered_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_jit_answered_by FOREIGN KEY (jit, answered_by) REFERENCES public.members(jit, id);


--
-- Name: handovers fk_handovers_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.physical_custody(jit, evidence);


--
-- Name: handovers fk_handovers_jit_offered_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_jit_offered_by FOREIGN KEY (jit, offered_by) REFERENCES public.members(jit, id);


--
-- Name: handovers fk_handovers_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: handovers fk_handovers_jit_to_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_jit_to_party FOREIGN KEY (jit, to_party) REFERENCES public.parties(jit, id);


--
-- Name: handovers fk_handovers_jit_to_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_jit_to_seat FOREIGN KEY (jit, to_seat) REFERENCES public.members(jit, id);


--
-- Name: headers fk_headers_entry; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.headers
    ADD CONSTRAINT fk_headers_entry FOREIGN KEY (entry) REFERENCES public.entries(id);


--
-- Name: holds fk_holds_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.holds
    ADD CONSTRAINT fk_holds_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: holds fk_holds_jit_lifted_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.holds
    ADD CONSTRAINT fk_holds_jit_lifted_by FOREIGN KEY (jit, lifted_by) REFERENCES public.members(jit, id);


--
-- Name: holds fk_holds_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.holds
    ADD CONSTRAINT fk_holds_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: holds fk_holds_jit_set_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.holds
    ADD CONSTRAINT fk_holds_jit_set_by FOREIGN KEY (jit, set_by) REFERENCES public.members(jit, id);


--
-- Name: idempotency_records fk_idempotency_records_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency_records
    ADD CONSTRAINT fk_idempotency_records_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: idempotency_records fk_idempotency_records_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency_records
    ADD CONSTRAINT fk_idempotency_records_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: labels fk_labels_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.labels
    ADD CONSTRAINT fk_labels_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: leaving_clauses fk_leaving_clauses_jit_decided_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leaving_clauses
    ADD CONSTRAINT fk_leaving_clauses_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES public.members(jit, id);


--
-- Name: leaving_clauses fk_leaving_clauses_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leaving_clauses
    ADD CONSTRAINT fk_leaving_clauses_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: leavings fk_leavings_jit_clause; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leavings
    ADD CONSTRAINT fk_leavings_jit_clause FOREIGN KEY (jit, clause) REFERENCES public.leaving_clauses(jit, id);


--
-- Name: leavings fk_leavings_jit_declared_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leavings
    ADD CONSTRAINT fk_leavings_jit_declared_by FOREIGN KEY (jit, declared_by) REFERENCES public.members(jit, id);


--
-- Name: leavings fk_leavings_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leavings
    ADD CONSTRAINT fk_leavings_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: leavings fk_leavings_jit_withdrawn_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leavings
    ADD CONSTRAINT fk_leavings_jit_withdrawn_by FOREIGN KEY (jit, withdrawn_by) REFERENCES public.members(jit, id);


--
-- Name: mails fk_mails_account; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mails
    ADD CONSTRAINT fk_mails_account FOREIGN KEY (account) REFERENCES public.accounts(id);


--
-- Name: media_approvals fk_media_approvals_jit_approved_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.media_approvals
    ADD CONSTRAINT fk_media_approvals_jit_approved_by FOREIGN KEY (jit, approved_by) REFERENCES public.members(jit, id);


--
-- Name: media_approvals fk_media_approvals_jit_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.media_approvals
    ADD CONSTRAINT fk_media_approvals_jit_operation FOREIGN KEY (jit, operation) REFERENCES public.operations(jit, id);


--
-- Name: media_approvals fk_media_approvals_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.media_approvals
    ADD CONSTRAINT fk_media_approvals_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: media_lines fk_media_lines_jit_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.media_lines
    ADD CONSTRAINT fk_media_lines_jit_operation FOREIGN KEY (jit, operation) REFERENCES public.operations(jit, id);


--
-- Name: media_lines fk_media_lines_jit_written_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.media_lines
    ADD CONSTRAINT fk_media_lines_jit_written_by FOREIGN KEY (jit, written_by) REFERENCES public.members(jit, id);


--
-- Name: members fk_members_account; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.members
    ADD CONSTRAINT fk_members_account FOREIGN KEY (account) REFERENCES public.accounts(id);


--
-- Name: members fk_members_jit; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.members
    ADD CONSTRAINT fk_members_jit FOREIGN KEY (jit) REFERENCES public.jits(id);


--
-- Name: members fk_members_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.members
    ADD CONSTRAINT fk_members_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: members fk_members_jit_party_authority; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.members
    ADD CONSTRAINT fk_members_jit_party_authority FOREIGN KEY (jit, party, authority) REFERENCES public.authorities(jit, party, id);


--
-- Name: members fk_members_jit_seconded_to; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.members
    ADD CONSTRAINT fk_members_jit_seconded_to FOREIGN KEY (jit, seconded_to) REFERENCES public.parties(jit, id);


--
-- Name: message_links fk_message_links_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_links
    ADD CONSTRAINT fk_message_links_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: message_links fk_message_links_jit_message; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_links
    ADD CONSTRAINT fk_message_links_jit_message FOREIGN KEY (jit, message) REFERENCES public.messages(jit, id) ON DELETE CASCADE;


--
-- Name: messages fk_messages_jit_channel; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT fk_messages_jit_channel FOREIGN KEY (jit, channel) REFERENCES public.channels(jit, id);


--
-- Name: messages fk_messages_jit_corrects; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT fk_messages_jit_corrects FOREIGN KEY (jit, corrects) REFERENCES public.messages(jit, id);


--
-- Name: messages fk_messages_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT fk_messages_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: notification_cursors fk_notification_cursors_jit; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_cursors
    ADD CONSTRAINT fk_notification_cursors_jit FOREIGN KEY (jit) REFERENCES public.jits(id);


--
-- Name: notification_preferences fk_notification_preferences_account; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_preferences
    ADD CONSTRAINT fk_notification_preferences_account FOREIGN KEY (account) REFERENCES public.accounts(id);


--
-- Name: notifications fk_notifications_digest; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT fk_notifications_digest FOREIGN KEY (digest) REFERENCES public.mails(id);


--
-- Name: notifications fk_notifications_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT fk_notifications_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: notifications fk_notifications_jit_talk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT fk_notifications_jit_talk FOREIGN KEY (jit, talk) REFERENCES public.messages(jit, id) ON DELETE CASCADE;


--
-- Name: notifications fk_notifications_mail; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT fk_notifications_mail FOREIGN KEY (mail) REFERENCES public.mails(id);


--
-- Name: openings fk_openings_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.openings
    ADD CONSTRAINT fk_openings_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: openings fk_openings_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.openings
    ADD CONSTRAINT fk_openings_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: openings fk_openings_jit_seat_working_session; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.openings
    ADD CONSTRAINT fk_openings_jit_seat_working_session FOREIGN KEY (jit, seat, working_session) REFERENCES public.working_sessions(jit, seat, id);


--
-- Name: openings fk_openings_session; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.openings
    ADD CONSTRAINT fk_openings_session FOREIGN KEY (session) REFERENCES public.sessions(id);


--
-- Name: operation_reports fk_operation_reports_jit_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operation_reports
    ADD CONSTRAINT fk_operation_reports_jit_operation FOREIGN KEY (jit, operation) REFERENCES public.operations(jit, id);


--
-- Name: operation_reports fk_operation_reports_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operation_reports
    ADD CONSTRAINT fk_operation_reports_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: operation_reports fk_operation_reports_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operation_reports
    ADD CONSTRAINT fk_operation_reports_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: operation_words fk_operation_words_jit_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operation_words
    ADD CONSTRAINT fk_operation_words_jit_operation FOREIGN KEY (jit, operation) REFERENCES public.operations(jit, id);


--
-- Name: operation_words fk_operation_words_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operation_words
    ADD CONSTRAINT fk_operation_words_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: operation_words fk_operation_words_jit_said_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operation_words
    ADD CONSTRAINT fk_operation_words_jit_said_by FOREIGN KEY (jit, said_by) REFERENCES public.members(jit, id);


--
-- Name: operations fk_operations_jit_author; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operations
    ADD CONSTRAINT fk_operations_jit_author FOREIGN KEY (jit, author) REFERENCES public.members(jit, id);


--
-- Name: operations fk_operations_jit_author_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operations
    ADD CONSTRAINT fk_operations_jit_author_party FOREIGN KEY (jit, author_party) REFERENCES public.parties(jit, id);


--
-- Name: operator_acts fk_operator_acts_operator; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operator_acts
    ADD CONSTRAINT fk_operator_acts_operator FOREIGN KEY (operator) REFERENCES public.accounts(id);


--
-- Name: parties fk_parties_jit; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.parties
    ADD CONSTRAINT fk_parties_jit FOREIGN KEY (jit) REFERENCES public.jits(id);


--
-- Name: pending fk_pending_entry; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pending
    ADD CONSTRAINT fk_pending_entry FOREIGN KEY (entry) REFERENCES public.entries(id);


--
-- Name: physical_custody fk_physical_custody_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.physical_custody
    ADD CONSTRAINT fk_physical_custody_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: physical_custody fk_physical_custody_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.physical_custody
    ADD CONSTRAINT fk_physical_custody_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: physical_custody fk_physical_custody_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.physical_custody
    ADD CONSTRAINT fk_physical_custody_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: positions fk_positions_entry; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.positions
    ADD CONSTRAINT fk_positions_entry FOREIGN KEY (entry) REFERENCES public.entries(id);


--
-- Name: positions fk_positions_jit; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.positions
    ADD CONSTRAINT fk_positions_jit FOREIGN KEY (jit) REFERENCES public.jits(id);


--
-- Name: presences fk_presences_process_leases; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.presences
    ADD CONSTRAINT fk_presences_process_leases FOREIGN KEY (process) REFERENCES public.leases(process) ON DELETE CASCADE;


--
-- Name: protected fk_protected_jit_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.protected
    ADD CONSTRAINT fk_protected_jit_operation FOREIGN KEY (jit, operation) REFERENCES public.operations(jit, id);


--
-- Name: protected fk_protected_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.protected
    ADD CONSTRAINT fk_protected_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: protected fk_protected_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.protected
    ADD CONSTRAINT fk_protected_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: provenances fk_provenances_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provenances
    ADD CONSTRAINT fk_provenances_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: pulses fk_pulses_jit_channel; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pulses
    ADD CONSTRAINT fk_pulses_jit_channel FOREIGN KEY (jit, channel) REFERENCES public.channels(jit, id);


--
-- Name: read_marks fk_read_marks_jit_channel; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.read_marks
    ADD CONSTRAINT fk_read_marks_jit_channel FOREIGN KEY (jit, channel) REFERENCES public.channels(jit, id);


--
-- Name: read_marks fk_read_marks_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.read_marks
    ADD CONSTRAINT fk_read_marks_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: recomputations fk_recomputations_jit; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recomputations
    ADD CONSTRAINT fk_recomputations_jit FOREIGN KEY (jit) REFERENCES public.jits(id);


--
-- Name: reference_changes fk_reference_changes_kind_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reference_changes
    ADD CONSTRAINT fk_reference_changes_kind_key FOREIGN KEY (kind, key) REFERENCES public.reference_records(kind, key);


--
-- Name: reference_changes fk_reference_changes_operator; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reference_changes
    ADD CONSTRAINT fk_reference_changes_operator FOREIGN KEY (operator) REFERENCES public.accounts(id);


--
-- Name: refusals fk_refusals_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refusals
    ADD CONSTRAINT fk_refusals_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: refusals fk_refusals_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refusals
    ADD CONSTRAINT fk_refusals_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: release_agreements fk_release_agreements_jit_agreed_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.release_agreements
    ADD CONSTRAINT fk_release_agreements_jit_agreed_by FOREIGN KEY (jit, agreed_by) REFERENCES public.members(jit, id);


--
-- Name: release_agreements fk_release_agreements_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.release_agreements
    ADD CONSTRAINT fk_release_agreements_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: release_agreements fk_release_agreements_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.release_agreements
    ADD CONSTRAINT fk_release_agreements_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: release_attempts fk_release_attempts_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.release_attempts
    ADD CONSTRAINT fk_release_attempts_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: release_confirmations fk_release_confirmations_jit_confirmed_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.release_confirmations
    ADD CONSTRAINT fk_release_confirmations_jit_confirmed_by FOREIGN KEY (jit, confirmed_by) REFERENCES public.members(jit, id);


--
-- Name: release_confirmations fk_release_confirmations_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.release_confirmations
    ADD CONSTRAINT fk_release_confirmations_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: release_confirmations fk_release_confirmations_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.release_confirmations
    ADD CONSTRAINT fk_release_confirmations_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: releases fk_releases_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.releases
    ADD CONSTRAINT fk_releases_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: releases fk_releases_jit_granted_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.releases
    ADD CONSTRAINT fk_releases_jit_granted_by FOREIGN KEY (jit, granted_by) REFERENCES public.members(jit, id);


--
-- Name: releases fk_releases_jit_originator; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.releases
    ADD CONSTRAINT fk_releases_jit_originator FOREIGN KEY (jit, originator) REFERENCES public.parties(jit, id);


--
-- Name: releases fk_releases_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.releases
    ADD CONSTRAINT fk_releases_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: renditions fk_renditions_jit_evidence_file; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.renditions
    ADD CONSTRAINT fk_renditions_jit_evidence_file FOREIGN KEY (jit, evidence, file) REFERENCES public.files(jit, evidence, id);


--
-- Name: reservations fk_reservations_jit_decided_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reservations
    ADD CONSTRAINT fk_reservations_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES public.members(jit, id);


--
-- Name: reservations fk_reservations_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reservations
    ADD CONSTRAINT fk_reservations_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: result_links fk_result_links_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.result_links
    ADD CONSTRAINT fk_result_links_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: result_links fk_result_links_jit_linked_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.result_links
    ADD CONSTRAINT fk_result_links_jit_linked_by FOREIGN KEY (jit, linked_by) REFERENCES public.members(jit, id);


--
-- Name: result_links fk_result_links_jit_result; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.result_links
    ADD CONSTRAINT fk_result_links_jit_result FOREIGN KEY (jit, result) REFERENCES public.action_results(jit, id);


--
-- Name: retention_rules fk_retention_rules_jit_decided_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.retention_rules
    ADD CONSTRAINT fk_retention_rules_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES public.members(jit, id);


--
-- Name: saved_views fk_saved_views_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_views
    ADD CONSTRAINT fk_saved_views_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: search_texts fk_search_texts_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.search_texts
    ADD CONSTRAINT fk_search_texts_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: segments fk_segments_jit_evidence_file; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.segments
    ADD CONSTRAINT fk_segments_jit_evidence_file FOREIGN KEY (jit, evidence, file) REFERENCES public.files(jit, evidence, id);


--
-- Name: sessions fk_sessions_account; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT fk_sessions_account FOREIGN KEY (account) REFERENCES public.accounts(id);


--
-- Name: signing_demands fk_signing_demands_jit_decided_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_demands
    ADD CONSTRAINT fk_signing_demands_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES public.members(jit, id);


--
-- Name: signing_demands fk_signing_demands_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_demands
    ADD CONSTRAINT fk_signing_demands_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: signing_keys fk_signing_keys_jit_named_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT fk_signing_keys_jit_named_by FOREIGN KEY (jit, named_by) REFERENCES public.members(jit, id);


--
-- Name: signing_keys fk_signing_keys_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT fk_signing_keys_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: signing_keys fk_signing_keys_jit_revoked_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT fk_signing_keys_jit_revoked_by FOREIGN KEY (jit, revoked_by) REFERENCES public.members(jit, id);


--
-- Name: storage fk_storage_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.storage
    ADD CONSTRAINT fk_storage_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: talk_rules fk_talk_rules_jit_decided_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.talk_rules
    ADD CONSTRAINT fk_talk_rules_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES public.members(jit, id);


--
-- Name: task_comments fk_task_comments_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_comments
    ADD CONSTRAINT fk_task_comments_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: task_comments fk_task_comments_jit_task; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_comments
    ADD CONSTRAINT fk_task_comments_jit_task FOREIGN KEY (jit, task) REFERENCES public.tasks(jit, id);


--
-- Name: task_consents fk_task_consents_jit_consent; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_consents
    ADD CONSTRAINT fk_task_consents_jit_consent FOREIGN KEY (jit, consent) REFERENCES public.consents(jit, id);


--
-- Name: task_consents fk_task_consents_jit_linked_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_consents
    ADD CONSTRAINT fk_task_consents_jit_linked_by FOREIGN KEY (jit, linked_by) REFERENCES public.members(jit, id);


--
-- Name: task_consents fk_task_consents_jit_task; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_consents
    ADD CONSTRAINT fk_task_consents_jit_task FOREIGN KEY (jit, task) REFERENCES public.tasks(jit, id);


--
-- Name: task_decisions fk_task_decisions_jit_linked_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_decisions
    ADD CONSTRAINT fk_task_decisions_jit_linked_by FOREIGN KEY (jit, linked_by) REFERENCES public.members(jit, id);


--
-- Name: task_decisions fk_task_decisions_jit_message; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_decisions
    ADD CONSTRAINT fk_task_decisions_jit_message FOREIGN KEY (jit, message) REFERENCES public.messages(jit, id);


--
-- Name: task_decisions fk_task_decisions_jit_task; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_decisions
    ADD CONSTRAINT fk_task_decisions_jit_task FOREIGN KEY (jit, task) REFERENCES public.tasks(jit, id);


--
-- Name: task_items fk_task_items_jit_added_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_items
    ADD CONSTRAINT fk_task_items_jit_added_by FOREIGN KEY (jit, added_by) REFERENCES public.members(jit, id);


--
-- Name: task_items fk_task_items_jit_done_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_items
    ADD CONSTRAINT fk_task_items_jit_done_by FOREIGN KEY (jit, done_by) REFERENCES public.members(jit, id);


--
-- Name: task_items fk_task_items_jit_task; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_items
    ADD CONSTRAINT fk_task_items_jit_task FOREIGN KEY (jit, task) REFERENCES public.tasks(jit, id);


--
-- Name: task_links fk_task_links_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_links
    ADD CONSTRAINT fk_task_links_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: task_links fk_task_links_jit_linked_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_links
    ADD CONSTRAINT fk_task_links_jit_linked_by FOREIGN KEY (jit, linked_by) REFERENCES public.members(jit, id);


--
-- Name: task_links fk_task_links_jit_task; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_links
    ADD CONSTRAINT fk_task_links_jit_task FOREIGN KEY (jit, task) REFERENCES public.tasks(jit, id);


--
-- Name: task_waits fk_task_waits_jit_added_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_waits
    ADD CONSTRAINT fk_task_waits_jit_added_by FOREIGN KEY (jit, added_by) REFERENCES public.members(jit, id);


--
-- Name: task_waits fk_task_waits_jit_task; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_waits
    ADD CONSTRAINT fk_task_waits_jit_task FOREIGN KEY (jit, task) REFERENCES public.tasks(jit, id);


--
-- Name: task_waits fk_task_waits_jit_waits_for; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.task_waits
    ADD CONSTRAINT fk_task_waits_jit_waits_for FOREIGN KEY (jit, waits_for) REFERENCES public.tasks(jit, id);


--
-- Name: tasks fk_tasks_jit_accepted_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT fk_tasks_jit_accepted_by FOREIGN KEY (jit, accepted_by) REFERENCES public.members(jit, id);


--
-- Name: tasks fk_tasks_jit_assignee; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT fk_tasks_jit_assignee FOREIGN KEY (jit, assignee) REFERENCES public.members(jit, id);


--
-- Name: tasks fk_tasks_jit_assignee_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT fk_tasks_jit_assignee_party FOREIGN KEY (jit, assignee_party) REFERENCES public.parties(jit, id);


--
-- Name: tasks fk_tasks_jit_assigner; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT fk_tasks_jit_assigner FOREIGN KEY (jit, assigner) REFERENCES public.members(jit, id);


--
-- Name: tasks fk_tasks_jit_assigner_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT fk_tasks_jit_assigner_party FOREIGN KEY (jit, assigner_party) REFERENCES public.parties(jit, id);


--
-- Name: tasks fk_tasks_jit_predecessor; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT fk_tasks_jit_predecessor FOREIGN KEY (jit, predecessor) REFERENCES public.tasks(jit, id);


--
-- Name: tiles fk_tiles_jit; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tiles
    ADD CONSTRAINT fk_tiles_jit FOREIGN KEY (jit) REFERENCES public.jits(id);


--
-- Name: timestamps fk_timestamps_jit_checkpoint; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.timestamps
    ADD CONSTRAINT fk_timestamps_jit_checkpoint FOREIGN KEY (jit, checkpoint) REFERENCES public.checkpoints(jit, id);


--
-- Name: translations fk_translations_jit_message; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.translations
    ADD CONSTRAINT fk_translations_jit_message FOREIGN KEY (jit, message) REFERENCES public.messages(jit, id) ON DELETE CASCADE;


--
-- Name: translations fk_translations_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.translations
    ADD CONSTRAINT fk_translations_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: trees fk_trees_jit; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.trees
    ADD CONSTRAINT fk_trees_jit FOREIGN KEY (jit) REFERENCES public.jits(id);


--
-- Name: verifications fk_verifications_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.verifications
    ADD CONSTRAINT fk_verifications_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: verifications fk_verifications_jit_verified_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.verifications
    ADD CONSTRAINT fk_verifications_jit_verified_by FOREIGN KEY (jit, verified_by) REFERENCES public.members(jit, id);


--
-- Name: viewings fk_viewings_jit_evidence_file; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.viewings
    ADD CONSTRAINT fk_viewings_jit_evidence_file FOREIGN KEY (jit, evidence, file) REFERENCES public.files(jit, evidence, id);


--
-- Name: viewings fk_viewings_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.viewings
    ADD CONSTRAINT fk_viewings_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: viewings fk_viewings_opening; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.viewings
    ADD CONSTRAINT fk_viewings_opening FOREIGN KEY (opening) REFERENCES public.openings(id);


--
-- Name: waiting_releases fk_waiting_releases_jit_evidence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.waiting_releases
    ADD CONSTRAINT fk_waiting_releases_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES public.evidence(jit, id);


--
-- Name: waiting_releases fk_waiting_releases_jit_originator; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.waiting_releases
    ADD CONSTRAINT fk_waiting_releases_jit_originator FOREIGN KEY (jit, originator) REFERENCES public.parties(jit, id);


--
-- Name: waiting_releases fk_waiting_releases_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.waiting_releases
    ADD CONSTRAINT fk_waiting_releases_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: waiting_releases fk_waiting_releases_jit_wanted_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.waiting_releases
    ADD CONSTRAINT fk_waiting_releases_jit_wanted_by FOREIGN KEY (jit, wanted_by) REFERENCES public.members(jit, id);


--
-- Name: witness_states fk_witness_states_jit_witness; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.witness_states
    ADD CONSTRAINT fk_witness_states_jit_witness FOREIGN KEY (jit, witness) REFERENCES public.witnesses(jit, id);


--
-- Name: witnesses fk_witnesses_jit_named_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.witnesses
    ADD CONSTRAINT fk_witnesses_jit_named_by FOREIGN KEY (jit, named_by) REFERENCES public.members(jit, id);


--
-- Name: witnesses fk_witnesses_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.witnesses
    ADD CONSTRAINT fk_witnesses_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: working_hours fk_working_hours_jit_decided_by; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.working_hours
    ADD CONSTRAINT fk_working_hours_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES public.members(jit, id);


--
-- Name: working_hours fk_working_hours_jit_party; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.working_hours
    ADD CONSTRAINT fk_working_hours_jit_party FOREIGN KEY (jit, party) REFERENCES public.parties(jit, id);


--
-- Name: working_sessions fk_working_sessions_jit_seat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.working_sessions
    ADD CONSTRAINT fk_working_sessions_jit_seat FOREIGN KEY (jit, seat) REFERENCES public.members(jit, id);


--
-- Name: working_sessions fk_working_sessions_jit_task; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.working_sessions
    ADD CONSTRAINT fk_working_sessions_jit_task FOREIGN KEY (jit, task) REFERENCES public.tasks(jit, id);


--
-- Name: working_sessions fk_working_sessions_session; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.working_sessions
    ADD CONSTRAINT fk_working_sessions_session FOREIGN KEY (session) REFERENCES public.sessions(id);


--
-- Name: access_log; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.access_log ENABLE ROW LEVEL SECURITY;

--
-- Name: access_rules; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.access_rules ENABLE ROW LEVEL SECURITY;

--
-- Name: account_invitations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.account_invitations ENABLE ROW LEVEL SECURITY;

--
-- Name: acknowledgements; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.acknowledgements ENABLE ROW LEVEL SECURITY;

--
-- Name: acquisitions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.acquisitions ENABLE ROW LEVEL SECURITY;

--
-- Name: action_moves; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.action_moves ENABLE ROW LEVEL SECURITY;

--
-- Name: action_plans; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.action_plans ENABLE ROW LEVEL SECURITY;

--
-- Name: action_results; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.action_results ENABLE ROW LEVEL SECURITY;

--
-- Name: actions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.actions ENABLE ROW LEVEL SECURITY;

--
-- Name: parties administered; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administered ON public.parties FOR SELECT TO liaison_owner USING (((current_setting('app.administering'::text, true) = 'on'::text) AND public.asking_operator()));


--
-- Name: alarms; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.alarms ENABLE ROW LEVEL SECURITY;

--
-- Name: alerts; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.alerts ENABLE ROW LEVEL SECURITY;

--
-- Name: copies answered; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY answered ON public.copies FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party <> originator) AND (state <> 'destroyed'::text) AND (party = public.asking_party()) AND ((public.admitted((3)::smallint, authorities, seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3) OR (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = copies.evidence)
 OFFSET 0))))) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND ((public.admitted((3)::smallint, authorities, seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3) OR (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = copies.evidence)
 OFFSET 0))) AND (state <> 'out'::text) AND (answered_by = public.asking_seat())));


--
-- Name: copies asked; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY asked ON public.copies FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party <> originator) AND (state <> 'destroyed'::text) AND (((originator = public.asking_party()) AND (public.admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3)) OR (public.jointly(evidence) = 3)))) WITH CHECK (((jit = public.asking_jit()) AND (party <> originator) AND (((originator = public.asking_party()) AND (public.admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3)) OR (public.jointly(evidence) = 3)) AND (state = 'out'::text) AND (asked_at IS NOT NULL)));


--
-- Name: attestations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.attestations ENABLE ROW LEVEL SECURITY;

--
-- Name: authorities; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.authorities ENABLE ROW LEVEL SECURITY;

--
-- Name: blank_labels; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.blank_labels ENABLE ROW LEVEL SECURITY;

--
-- Name: bodies; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.bodies ENABLE ROW LEVEL SECURITY;

--
-- Name: bounds; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.bounds ENABLE ROW LEVEL SECURITY;

--
-- Name: break_glass; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.break_glass ENABLE ROW LEVEL SECURITY;

--
-- Name: briefing_marks; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.briefing_marks ENABLE ROW LEVEL SECURITY;

--
-- Name: calendar_feeds; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.calendar_feeds ENABLE ROW LEVEL SECURITY;

--
-- Name: chains; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.chains ENABLE ROW LEVEL SECURITY;

--
-- Name: reference_records changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.reference_records FOR UPDATE TO liaison_app USING (public.asking_operator()) WITH CHECK (public.asking_operator());


--
-- Name: channels; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.channels ENABLE ROW LEVEL SECURITY;

--
-- Name: checkpoints; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.checkpoints ENABLE ROW LEVEL SECURITY;

--
-- Name: clearances; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.clearances ENABLE ROW LEVEL SECURITY;

--
-- Name: closing_assents closing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY closing ON public.closing_assents TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) OR (jit = public.asking_jit())));


--
-- Name: closings closing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY closing ON public.closings TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) OR (jit = public.asking_jit())));


--
-- Name: decision_signatures closing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY closing ON public.decision_signatures FOR SELECT TO liaison_owner USING ((jit = public.asking_jit()));


--
-- Name: exports closing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY closing ON public.exports FOR SELECT TO liaison_owner USING ((jit = public.asking_jit()));


--
-- Name: jits closing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY closing ON public.jits TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: pending closing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY closing ON public.pending TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) OR (jit = public.asking_jit())));


--
-- Name: refusals closing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY closing ON public.refusals TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) OR (jit = public.asking_jit())));


--
-- Name: tasks closing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY closing ON public.tasks TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) OR (jit = public.asking_jit())));


--
-- Name: closing_assents; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.closing_assents ENABLE ROW LEVEL SECURITY;

--
-- Name: closings; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.closings ENABLE ROW LEVEL SECURITY;

--
-- Name: confirmations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.confirmations ENABLE ROW LEVEL SECURITY;

--
-- Name: consents; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.consents ENABLE ROW LEVEL SECURITY;

--
-- Name: controller_confirmations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.controller_confirmations ENABLE ROW LEVEL SECURITY;

--
-- Name: controllers; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.controllers ENABLE ROW LEVEL SECURITY;

--
-- Name: copies; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.copies ENABLE ROW LEVEL SECURITY;

--
-- Name: cosignatures; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.cosignatures ENABLE ROW LEVEL SECURITY;

--
-- Name: debriefs; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.debriefs ENABLE ROW LEVEL SECURITY;

--
-- Name: decision_signatures; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.decision_signatures ENABLE ROW LEVEL SECURITY;

--
-- Name: account_invitations definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.account_invitations TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: acquisitions definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.acquisitions FOR SELECT TO liaison_owner USING (true);


--
-- Name: alerts definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.alerts TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: attestations definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.attestations TO liaison_owner USING (((jit = public.asking_jit()) OR (SESSION_USER = 'liaison_engine'::name)));


--
-- Name: blank_labels definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.blank_labels TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: bounds definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.bounds TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: break_glass definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.break_glass TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: calendar_feeds definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.calendar_feeds FOR SELECT TO liaison_owner USING (true);


--
-- Name: chains definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.chains TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: channels definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.channels TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: checkpoints definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.checkpoints TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: clearances definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.clearances TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: consents definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.consents TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: controller_confirmations definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.controller_confirmations TO liaison_owner USING (true);


--
-- Name: controllers definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.controllers TO liaison_owner USING (true);


--
-- Name: copies definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.copies TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: deliveries definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.deliveries TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: derivations definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.derivations TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: disclosures definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.disclosures TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: emergencies definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.emergencies TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: entries definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.entries TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: entry_audience definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.entry_audience FOR INSERT TO liaison_owner WITH CHECK (((jit = public.asking_jit()) OR (SESSION_USER = 'liaison_engine'::name)));


--
-- Name: erased_fields definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.erased_fields TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: erasure_agreements definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.erasure_agreements TO liaison_owner USING (true);


--
-- Name: erasure_wishes definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.erasure_wishes TO liaison_owner USING (true);


--
-- Name: erasures definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.erasures TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: evidence definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.evidence TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: field_erasure_agreements definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.field_erasure_agreements TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: field_erasures definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.field_erasures TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: files definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.files TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: filter_teams definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.filter_teams TO liaison_owner USING (true);


--
-- Name: fixity definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.fixity TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: fixity_found definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.fixity_found TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: flags definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.flags TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: followed definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.followed TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: former_words definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.former_words TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: four_eyes definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.four_eyes TO liaison_owner USING (true);


--
-- Name: handovers definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.handovers TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: headers definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.headers TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: holds definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.holds TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: labels definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.labels TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: leavings definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.leavings TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) OR (jit = public.asking_jit())));


--
-- Name: members definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.members TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: message_links definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.message_links TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: messages definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.messages TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: openings definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.openings FOR SELECT TO liaison_owner USING (true);


--
-- Name: operator_acts definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.operator_acts TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: parties definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.parties TO liaison_owner USING (((jit = public.asking_jit()) OR (SESSION_USER = 'liaison_engine'::name)));


--
-- Name: physical_custody definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.physical_custody TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: positions definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.positions TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: provenances definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.provenances TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: pulses definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.pulses TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: reference_changes definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.reference_changes TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: reference_records definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.reference_records TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: release_agreements definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.release_agreements TO liaison_owner USING (true);


--
-- Name: release_attempts definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.release_attempts TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: release_confirmations definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.release_confirmations TO liaison_owner USING (true);


--
-- Name: releases definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.releases TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: renditions definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.renditions TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: reservations definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.reservations FOR SELECT TO liaison_owner USING ((jit = public.asking_jit()));


--
-- Name: search_texts definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.search_texts TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: segments definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.segments TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: setup_codes definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.setup_codes TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: storage definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.storage TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: talk_rules definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.talk_rules TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: translations definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.translations TO liaison_owner USING (true) WITH CHECK (true);


--
-- Name: verifications definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.verifications TO liaison_owner USING (true);


--
-- Name: waiting_releases definer; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY definer ON public.waiting_releases TO liaison_owner USING (((jit = public.asking_jit()) OR (SESSION_USER = 'liaison_engine'::name)));


--
-- Name: erasure_wishes deleted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY deleted ON public.erasure_wishes FOR DELETE TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = erasure_wishes.jit) AND (r.evidence = erasure_wishes.evidence) AND (r.party = public.asking_party()) AND (r.originator = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))))));


--
-- Name: field_erasures deleted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY deleted ON public.field_erasures FOR DELETE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (erased_at IS NULL)));


--
-- Name: files deleted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY deleted ON public.files FOR DELETE TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = files.jit) AND (r.evidence = files.evidence) AND (r.originator = public.asking_party()) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
 OFFSET 0))));


--
-- Name: refusals deleted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY deleted ON public.refusals FOR DELETE TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: releases deleted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY deleted ON public.releases FOR DELETE TO liaison_app USING (((jit = public.asking_jit()) AND ((originator = public.asking_party()) OR (public.jointly(evidence) = 3)) AND (party <> originator) AND public.decides_releases()));


--
-- Name: saved_views deleted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY deleted ON public.saved_views FOR DELETE TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: segments deleted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY deleted ON public.segments FOR DELETE TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = segments.jit) AND (r.evidence = segments.evidence) AND (r.originator = public.asking_party()) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
 OFFSET 0))));


--
-- Name: task_consents deleted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY deleted ON public.task_consents FOR DELETE TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.id = task_consents.task) AND (t.jit = task_consents.jit) AND (('coordinator'::text = ANY (public.asking_roles())) OR (t.assigner = public.asking_seat()) OR (t.assignee = public.asking_seat())))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.consents c
  WHERE ((c.id = task_consents.consent) AND (c.jit = task_consents.jit))
 OFFSET 0))));


--
-- Name: task_decisions deleted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY deleted ON public.task_decisions FOR DELETE TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.id = task_decisions.task) AND (t.jit = task_decisions.jit) AND (('coordinator'::text = ANY (public.asking_roles())) OR (t.assigner = public.asking_seat()) OR (t.assignee = public.asking_seat())))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.messages m
  WHERE ((m.id = task_decisions.message) AND (m.jit = task_decisions.jit) AND (m.kind = 'decision'::text))
 OFFSET 0))));


--
-- Name: task_items deleted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY deleted ON public.task_items FOR DELETE TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.jit = task_items.jit) AND (t.id = task_items.task) AND (('coordinator'::text = ANY (public.asking_roles())) OR (t.assigner = public.asking_seat()) OR (t.assignee = public.asking_seat())))))));


--
-- Name: task_links deleted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY deleted ON public.task_links FOR DELETE TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.id = task_links.task) AND (t.jit = task_links.jit) AND (('coordinator'::text = ANY (public.asking_roles())) OR (t.assigner = public.asking_seat()) OR (t.assignee = public.asking_seat())))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = task_links.evidence)
 OFFSET 0))));


--
-- Name: task_waits deleted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY deleted ON public.task_waits FOR DELETE TO liaison_app USING (((jit = public.asking_jit()) AND ('coordinator'::text = ANY (public.asking_roles())) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.jit = task_waits.jit) AND (t.id = task_waits.task)))) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.jit = task_waits.jit) AND (t.id = task_waits.waits_for))))));


--
-- Name: waiting_releases deleted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY deleted ON public.waiting_releases FOR DELETE TO liaison_app USING (((jit = public.asking_jit()) AND ('leader'::text = ANY (public.asking_roles())) AND ((originator = public.asking_party()) OR (public.jointly(evidence) = 3)) AND ((level > 0) OR (EXISTS ( SELECT 1
   FROM public.members m
  WHERE ((m.id = waiting_releases.wanted_by) AND (m.party = public.asking_party())))) OR (NOT (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.evidence = waiting_releases.evidence) AND (r.party = waiting_releases.party))))))));


--
-- Name: deliveries; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.deliveries ENABLE ROW LEVEL SECURITY;

--
-- Name: derivations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.derivations ENABLE ROW LEVEL SECURITY;

--
-- Name: digest_lines; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.digest_lines ENABLE ROW LEVEL SECURITY;

--
-- Name: digests; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.digests ENABLE ROW LEVEL SECURITY;

--
-- Name: disclosures; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.disclosures ENABLE ROW LEVEL SECURITY;

--
-- Name: emergencies; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.emergencies ENABLE ROW LEVEL SECURITY;

--
-- Name: access_log engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.access_log FOR SELECT TO liaison_engine USING (true);


--
-- Name: action_results engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.action_results FOR SELECT TO liaison_engine USING (true);


--
-- Name: alarms engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.alarms TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: alerts engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.alerts TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: authorities engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.authorities FOR SELECT TO liaison_engine USING (true);


--
-- Name: bodies engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.bodies TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: channels engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.channels FOR SELECT TO liaison_engine USING (true);


--
-- Name: checkpoints engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.checkpoints TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: consents engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.consents TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: copies engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.copies FOR SELECT TO liaison_engine USING (true);


--
-- Name: cosignatures engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.cosignatures TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: digest_lines engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.digest_lines TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: digests engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.digests TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: disclosures engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.disclosures FOR SELECT TO liaison_engine USING (true);


--
-- Name: emergencies engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.emergencies TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: entries engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.entries TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: entry_audience engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.entry_audience TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: epochs engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.epochs TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: erasures engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.erasures FOR SELECT TO liaison_engine USING (true);


--
-- Name: evidence engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.evidence TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: exports engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.exports TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: field_erasure_agreements engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.field_erasure_agreements FOR SELECT TO liaison_engine USING (true);


--
-- Name: field_erasures engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.field_erasures FOR SELECT TO liaison_engine USING (true);


--
-- Name: fields engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.fields TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: files engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.files TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: fixity engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.fixity TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: fixity_found engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.fixity_found TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: fixity_orders engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.fixity_orders TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: flags engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.flags FOR SELECT TO liaison_engine USING (true);


--
-- Name: followed engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.followed TO liaison_engine USING (true);


--
-- Name: handovers engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.handovers TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: headers engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.headers TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: jits engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.jits TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: jobs engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.jobs TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: leases engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.leases TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: leaving_clauses engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.leaving_clauses FOR SELECT TO liaison_engine USING (true);


--
-- Name: leavings engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.leavings TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: mail_rounds engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.mail_rounds TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: mails engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.mails TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: media_approvals engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.media_approvals FOR SELECT TO liaison_engine USING (true);


--
-- Name: media_lines engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.media_lines FOR SELECT TO liaison_engine USING (true);


--
-- Name: members engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.members TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: messages engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.messages FOR SELECT TO liaison_engine USING (true);


--
-- Name: notification_cursors engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.notification_cursors TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: notification_preferences engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.notification_preferences TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: notifications engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.notifications TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: openings engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.openings TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: operation_reports engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.operation_reports FOR SELECT TO liaison_engine USING (true);


--
-- Name: operation_words engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.operation_words FOR SELECT TO liaison_engine USING (true);


--
-- Name: operations engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.operations FOR SELECT TO liaison_engine USING (true);


--
-- Name: parties engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.parties TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: pending engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.pending TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: positions engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.positions TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: presences engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.presences TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: pulses engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.pulses FOR SELECT TO liaison_engine USING (true);


--
-- Name: recomputations engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.recomputations TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: reference_records engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.reference_records FOR SELECT TO liaison_engine USING (true);


--
-- Name: refusals engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.refusals TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: releases engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.releases TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: renditions engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.renditions TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: segments engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.segments TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: tasks engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.tasks FOR SELECT TO liaison_engine USING (true);


--
-- Name: tiles engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.tiles TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: timestamps engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.timestamps TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: trees engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.trees TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: verifications engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.verifications FOR SELECT TO liaison_engine USING (true);


--
-- Name: waiting_releases engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.waiting_releases TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: witness_states engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.witness_states TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: witnesses engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.witnesses TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: working_sessions engine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY engine ON public.working_sessions TO liaison_engine USING (true) WITH CHECK (true);


--
-- Name: jobs enqueued; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY enqueued ON public.jobs TO liaison_owner USING ((key <> ''::text)) WITH CHECK ((key <> ''::text));


--
-- Name: action_moves entered; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY entered ON public.action_moves TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) OR (jit = public.asking_jit())));


--
-- Name: actions entered; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY entered ON public.actions TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) OR (jit = public.asking_jit())));


--
-- Name: operations entered; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY entered ON public.operations TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) OR (jit = public.asking_jit())));


--
-- Name: reference_changes entered; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY entered ON public.reference_changes FOR INSERT TO liaison_app WITH CHECK ((public.asking_operator() AND (operator = public.asking_account())));


--
-- Name: reference_records entered; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY entered ON public.reference_records FOR INSERT TO liaison_app WITH CHECK (public.asking_operator());


--
-- Name: entries; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.entries ENABLE ROW LEVEL SECURITY;

--
-- Name: entry_audience; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.entry_audience ENABLE ROW LEVEL SECURITY;

--
-- Name: epochs; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.epochs ENABLE ROW LEVEL SECURITY;

--
-- Name: erased_fields; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.erased_fields ENABLE ROW LEVEL SECURITY;

--
-- Name: action_plans erasing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY erasing ON public.action_plans TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) AND (current_setting('app.erasing'::text, true) <> ''::text)));


--
-- Name: action_results erasing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY erasing ON public.action_results TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) AND (current_setting('app.erasing'::text, true) <> ''::text)));


--
-- Name: debriefs erasing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY erasing ON public.debriefs TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) AND (current_setting('app.erasing'::text, true) <> ''::text)));


--
-- Name: exports erasing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY erasing ON public.exports TO liaison_owner USING ((SESSION_USER = 'liaison_engine'::name));


--
-- Name: fields erasing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY erasing ON public.fields TO liaison_owner USING (((entry)::text = current_setting('app.erasing'::text, true)));


--
-- Name: media_lines erasing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY erasing ON public.media_lines TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) AND (current_setting('app.erasing'::text, true) <> ''::text)));


--
-- Name: operation_reports erasing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY erasing ON public.operation_reports TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) AND (current_setting('app.erasing'::text, true) <> ''::text)));


--
-- Name: protected erasing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY erasing ON public.protected TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) AND (current_setting('app.erasing'::text, true) <> ''::text)));


--
-- Name: task_comments erasing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY erasing ON public.task_comments TO liaison_owner USING (((SESSION_USER = 'liaison_engine'::name) AND (current_setting('app.erasing'::text, true) <> ''::text)));


--
-- Name: erasure_agreements; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.erasure_agreements ENABLE ROW LEVEL SECURITY;

--
-- Name: erasure_wishes; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.erasure_wishes ENABLE ROW LEVEL SECURITY;

--
-- Name: erasures; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.erasures ENABLE ROW LEVEL SECURITY;

--
-- Name: evidence; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.evidence ENABLE ROW LEVEL SECURITY;

--
-- Name: exports; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.exports ENABLE ROW LEVEL SECURITY;

--
-- Name: field_erasure_agreements; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.field_erasure_agreements ENABLE ROW LEVEL SECURITY;

--
-- Name: field_erasures; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.field_erasures ENABLE ROW LEVEL SECURITY;

--
-- Name: fields; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.fields ENABLE ROW LEVEL SECURITY;

--
-- Name: files; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.files ENABLE ROW LEVEL SECURITY;

--
-- Name: filter_teams; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.filter_teams ENABLE ROW LEVEL SECURITY;

--
-- Name: derivations filtered; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY filtered ON public.derivations AS RESTRICTIVE FOR INSERT TO liaison_app WITH CHECK (public.content_is_open(parent));


--
-- Name: disclosures filtered; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY filtered ON public.disclosures AS RESTRICTIVE FOR INSERT TO liaison_app WITH CHECK (public.content_is_open(evidence));


--
-- Name: evidence filtered; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY filtered ON public.evidence AS RESTRICTIVE FOR INSERT TO liaison_app WITH CHECK (((privilege IS NULL) OR (privilege = 'unchecked'::text)));


--
-- Name: openings filtered; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY filtered ON public.openings AS RESTRICTIVE FOR INSERT TO liaison_app WITH CHECK (
CASE act
    WHEN 'filter'::text THEN public.asks_as_filter(evidence)
    ELSE public.content_is_open(evidence)
END);


--
-- Name: files filtering; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY filtering ON public.files FOR SELECT TO liaison_owner USING ((jit = public.asking_jit()));


--
-- Name: fixity; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.fixity ENABLE ROW LEVEL SECURITY;

--
-- Name: fixity_found; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.fixity_found ENABLE ROW LEVEL SECURITY;

--
-- Name: fixity_orders; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.fixity_orders ENABLE ROW LEVEL SECURITY;

--
-- Name: flags; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.flags ENABLE ROW LEVEL SECURITY;

--
-- Name: followed; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.followed ENABLE ROW LEVEL SECURITY;

--
-- Name: acquisitions forgetting; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY forgetting ON public.acquisitions FOR UPDATE TO liaison_owner USING (((evidence)::text = current_setting('app.forgetting'::text, true)));


--
-- Name: notifications forgetting; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY forgetting ON public.notifications TO liaison_owner USING ((talk IS NOT NULL));


--
-- Name: former_words; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.former_words ENABLE ROW LEVEL SECURITY;

--
-- Name: four_eyes; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.four_eyes ENABLE ROW LEVEL SECURITY;

--
-- Name: handovers; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.handovers ENABLE ROW LEVEL SECURITY;

--
-- Name: headers; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.headers ENABLE ROW LEVEL SECURITY;

--
-- Name: holds; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.holds ENABLE ROW LEVEL SECURITY;

--
-- Name: idempotency_records; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.idempotency_records ENABLE ROW LEVEL SECURITY;

--
-- Name: access_rules inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.access_rules FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND public.decides_releases() AND (decided_by = public.asking_seat())));


--
-- Name: acknowledgements inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.acknowledgements FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.provenances p
  WHERE ((p.jit = acknowledgements.jit) AND (p.evidence = acknowledgements.evidence))
 OFFSET 0))));


--
-- Name: acquisitions inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.acquisitions FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (recorded_by = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM (public.evidence e
     JOIN public.releases r ON (((r.jit = e.jit) AND (r.evidence = e.id) AND (r.party = public.asking_party()))))
  WHERE ((e.id = acquisitions.evidence) AND (e.originator = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
 OFFSET 0))));


--
-- Name: action_moves inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.action_moves FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (EXISTS ( SELECT 1
   FROM public.actions a
  WHERE ((a.id = action_moves.action) AND (a.jit = action_moves.jit) AND (a.party = public.asking_party()))))));


--
-- Name: action_plans inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.action_plans FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (EXISTS ( SELECT 1
   FROM public.actions a
  WHERE ((a.id = action_plans.action) AND (a.jit = action_plans.jit) AND (a.party = public.asking_party())))) AND (EXISTS ( SELECT 1
   FROM public.members m
  WHERE ((m.jit = action_plans.jit) AND (m.id = action_plans.lead) AND (m.party = action_plans.party) AND (m.state = 'seated'::text))))));


--
-- Name: action_results inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.action_results FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (seat = public.asking_seat()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (EXISTS ( SELECT 1
   FROM public.actions a
  WHERE ((a.id = action_results.action) AND (a.party = public.asking_party()))))));


--
-- Name: actions inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.actions FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE ((o.id = actions.operation) AND (o.jit = actions.jit) AND (public.asking_party() = ANY (o.parties)) AND ((o.told_at IS NOT NULL) OR (o.author_party = public.asking_party())))))));


--
-- Name: attestations inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.attestations FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (signed_by = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.waiting_releases w
  WHERE ((w.id = attestations.waiting) AND (w.evidence = attestations.evidence) AND (w.party = attestations.party) AND (w.originator = public.asking_party()))
 OFFSET 0))));


--
-- Name: authorities inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.authorities FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (('administrator'::text = ANY (public.asking_roles())) OR ((public.asking_seat() IS NULL) AND public.has_no_seats(jit)))));


--
-- Name: blank_labels inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.blank_labels FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (printed_by = public.asking_seat()) AND (evidence IS NULL) AND (voiding IS NULL) AND (version = 1)));


--
-- Name: bodies inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.bodies FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND public.is_new_entry(entry)));


--
-- Name: break_glass inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.break_glass FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND public.decides_releases() AND (decided_by = public.asking_seat()) AND ((NOT allowed) OR (EXISTS ( SELECT 1
   FROM public.parties p
  WHERE ((p.jit = break_glass.jit) AND (p.id = break_glass.recipient) AND (NOT public.beyond_the_union(p.kind))))))));


--
-- Name: briefing_marks inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.briefing_marks FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: calendar_feeds inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.calendar_feeds FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (public.asking_party() IS NOT NULL) AND (NOT ('auditor'::text = ANY (public.asking_roles()))) AND (revoked_at IS NULL) AND (last_used_at IS NULL) AND (made_at > (statement_timestamp() - '00:01:00'::interval)) AND (made_at < (statement_timestamp() + '00:01:00'::interval))));


--
-- Name: channels inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.channels FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND public.sits_in(whole, parties) AND (public.asking_roles() && ARRAY['leader'::text, 'coordinator'::text]) AND (opened_by = public.asking_seat()) AND (closed_at IS NULL) AND (version = 1) AND public.may_meet(parties)));


--
-- Name: closing_assents inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.closing_assents FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (party = public.asking_party()) AND public.decides_releases() AND (EXISTS ( SELECT 1
   FROM public.closings c
  WHERE ((c.jit = closing_assents.jit) AND (c.id = closing_assents.closing) AND (c.withdrawn_at IS NULL) AND (c.closed_at IS NULL))))));


--
-- Name: closings inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.closings FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (withdrawn_at IS NULL) AND (closed_at IS NULL) AND (declared_by = public.asking_seat()) AND ('administrator'::text = ANY (public.asking_roles()))));


--
-- Name: confirmations inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.confirmations FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (confirmed_by = public.asking_seat()) AND ('leader'::text = ANY (public.asking_roles()))));


--
-- Name: consents inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.consents FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (asker = public.asking_seat()) AND (asker_party = public.asking_party()) AND (state = 'requested'::text) AND (former IS NULL) AND (seen_at IS NULL) AND (answered_at IS NULL) AND (answered_by IS NULL) AND (ended_at IS NULL) AND ((evidence IS NULL) OR (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE ((e.jit = consents.jit) AND (e.id = consents.evidence) AND (e.originator = consents.asked_party))
 OFFSET 0)))));


--
-- Name: controller_confirmations inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.controller_confirmations FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (confirmed_by = public.asking_seat()) AND ('leader'::text = ANY (public.asking_roles())) AND (EXISTS ( SELECT 1
   FROM (public.controllers c
     JOIN public.members m ON (((m.jit = c.jit) AND (m.id = c.seat))))
  WHERE ((c.id = controller_confirmations.controller) AND (c.jit = public.asking_jit()) AND (m.party <> public.asking_party()) AND public.controller_waits(c.jit, c.seat) AND (NOT (EXISTS ( SELECT 1
           FROM public.controllers l
          WHERE ((l.jit = c.jit) AND (l.id > c.id))))))))));


--
-- Name: controllers inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.controllers FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND ('administrator'::text = ANY (public.asking_roles())) AND (designated_by = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.members m
  WHERE ((m.jit = controllers.jit) AND (m.id = controllers.seat) AND (m.state = 'seated'::text) AND ('administrator'::text = ANY (m.roles)))))));


--
-- Name: copies inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.copies FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (seat = public.asking_seat()) AND (state = 'out'::text) AND (EXISTS ( SELECT 1
   FROM public.openings o
  WHERE ((o.id = copies.id) AND (o.evidence = copies.evidence) AND (o.act = 'take'::text))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE ((e.id = copies.evidence) AND (e.exhibit_number = copies.exhibit_number) AND (e.title = copies.title))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = copies.jit) AND (r.evidence = copies.evidence) AND (r.party = public.asking_party()) AND (r.originator = copies.originator) AND (NOT (r.own_seats IS DISTINCT FROM copies.own_seats)) AND (NOT (r.authorities IS DISTINCT FROM copies.authorities)) AND (NOT (r.seats IS DISTINCT FROM copies.seats)) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
 OFFSET 0))));


--
-- Name: debriefs inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.debriefs FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (said_by = public.asking_seat()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE ((o.id = debriefs.operation) AND (o.jit = debriefs.jit) AND (public.asking_party() = ANY (o.parties)) AND ((o.told_at IS NOT NULL) OR (o.author_party = public.asking_party())))))));


--
-- Name: decision_signatures inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.decision_signatures FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (seat = public.asking_seat()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text, 'coordinator'::text]) AND (EXISTS ( SELECT 1
   FROM public.messages m
  WHERE ((m.id = decision_signatures.message) AND (m.jit = decision_signatures.jit) AND (m.kind = 'decision'::text) AND (m.text IS NOT NULL))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.signing_keys k
  WHERE ((k.id = decision_signatures.key) AND (k.jit = decision_signatures.jit) AND (k.party = public.asking_party()) AND (k.revoked_at IS NULL))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.headers h
  WHERE ((h.entry = decision_signatures.entry) AND (h.jit = decision_signatures.jit) AND (h.party = public.asking_party()) AND (h.kind = 'decision.signed'::text) AND (((h.subject)::jsonb ->> 'message'::text) = (decision_signatures.message)::text) AND (((h.subject)::jsonb ->> 'signing_key'::text) = (decision_signatures.key)::text) AND (EXISTS ( SELECT 1
           FROM public.fields f
          WHERE ((f.entry = h.entry) AND (f.name = 'signature'::text) AND (((f.value)::jsonb #>> '{}'::text[]) = translate(encode(decision_signatures.signature, 'base64'::text), chr(10), ''::text))))))
 OFFSET 0))));


--
-- Name: deliveries inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.deliveries FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (EXISTS ( SELECT 1
   FROM public.openings o
  WHERE ((o.id = deliveries.opening) AND (o.evidence = deliveries.evidence) AND (o.seat = public.asking_seat()) AND (o.act = 'take'::text) AND (deliveries.file = ANY (o.files))))) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = deliveries.jit) AND (r.evidence = deliveries.evidence) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))))));


--
-- Name: derivations inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.derivations FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (derived_by = public.asking_seat())));


--
-- Name: disclosures inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.disclosures FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (seat = public.asking_seat()) AND (recalled_at IS NULL) AND (EXISTS ( SELECT 1
   FROM (public.evidence e
     JOIN public.releases r ON (((r.jit = e.jit) AND (r.evidence = e.id))))
  WHERE ((e.id = disclosures.evidence) AND (e.exhibit_number = disclosures.exhibit_number) AND (e.title = disclosures.title) AND (e.originator = disclosures.originator) AND ((e.status = 'active'::text) OR public.obtained_by(public.asking_party(), e.originator, e.joint)) AND (r.party = public.asking_party()) AND (NOT (r.own_seats IS DISTINCT FROM disclosures.own_seats)) AND (NOT (r.authorities IS DISTINCT FROM disclosures.authorities)) AND (NOT (r.seats IS DISTINCT FROM disclosures.seats)) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3) AND public.for_purpose(disclosures.purpose, r.purposes, public.obtained_by(r.party, r.originator, r.joint)) AND (r.court_use OR (public.obtained_by(public.asking_party(), e.originator, e.joint) AND (NOT e.bound)) OR (NOT ('H1'::text = ANY (e.handling)))))))));


--
-- Name: entries inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.entries FOR INSERT TO liaison_app WITH CHECK ((jit = public.asking_jit()));


--
-- Name: entry_audience inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.entry_audience FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND public.may_address(entry) AND ((mentions IS NULL) OR (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = entry_audience.mentions)
 OFFSET 0)))));


--
-- Name: erasure_agreements inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.erasure_agreements FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (agreed_by = public.asking_seat()) AND ('leader'::text = ANY (public.asking_roles())) AND (public.jointly(evidence) = 3) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE ((e.id = erasure_agreements.evidence) AND (public.asking_party() = ANY (public.lacking_erasure(e.*))) AND (e.version = erasure_agreements.version) AND ((e.status = 'withdrawn'::text) OR ((e.status = 'active'::text) AND (e.review_on <= ((statement_timestamp() AT TIME ZONE 'utc'::text))::date))))))));


--
-- Name: erasure_wishes inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.erasure_wishes FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = erasure_wishes.jit) AND (r.evidence = erasure_wishes.evidence) AND (r.party = public.asking_party()) AND (r.originator = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)))) AND (wanted_by = public.asking_seat()) AND (confirmed_by IS NULL)));


--
-- Name: evidence inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.evidence FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (originator = public.asking_party()) AND (NOT (verification IS DISTINCT FROM ( SELECT public.entering_state() AS entering_state)))));


--
-- Name: exports inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.exports FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (requested_by = public.asking_seat()) AND (account = public.asking_account()) AND (state = 'queued'::text) AND public.may_export(profile, evidence, exhibits, party)));


--
-- Name: field_erasure_agreements inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.field_erasure_agreements FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND ('leader'::text = ANY (public.asking_roles())) AND (party = public.asking_party()) AND (agreed_by = public.asking_seat()) AND public.may_assent_to_fields(erasure)));


--
-- Name: field_erasures inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.field_erasures FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (wanted_by = public.asking_seat()) AND (confirmed_by IS NULL) AND (approval IS NULL) AND (erased_at IS NULL) AND public.may_erase_fields(entry, names)));


--
-- Name: fields inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.fields FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND public.is_new_entry(entry)));


--
-- Name: files inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.files FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = files.jit) AND (r.evidence = files.evidence) AND (r.originator = public.asking_party()) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
 OFFSET 0))));


--
-- Name: filter_teams inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.filter_teams FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND ('leader'::text = ANY (public.asking_roles())) AND (decided_by = public.asking_seat())));


--
-- Name: fixity_orders inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.fixity_orders FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (ordered_by = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE ((e.id = fixity_orders.evidence) AND (('expert'::text = ANY (public.asking_roles())) OR public.asking_as_jit_auditor() OR (('auditor'::text = ANY (public.asking_roles())) AND public.obtained_by(public.asking_party(), e.originator, e.joint))))
 OFFSET 0))));


--
-- Name: flags inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.flags FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (seat = public.asking_seat()) AND (decision IS NULL) AND (version = 1) AND (EXISTS ( SELECT 1
   FROM (public.evidence e
     JOIN public.releases r ON (((r.jit = e.jit) AND (r.evidence = e.id))))
  WHERE ((e.id = flags.evidence) AND (e.exhibit_number = flags.exhibit_number) AND (e.title = flags.title) AND (e.originator = flags.originator) AND (NOT public.obtained_by(public.asking_party(), e.originator, e.joint)) AND (e.verification IS DISTINCT FROM 'waiting'::text) AND (r.party = public.asking_party()) AND (NOT (r.own_seats IS DISTINCT FROM flags.own_seats)) AND (NOT (r.authorities IS DISTINCT FROM flags.authorities)) AND (NOT (r.seats IS DISTINCT FROM flags.seats)) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))
 OFFSET 0))));


--
-- Name: four_eyes inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.four_eyes FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (decided_by = public.asking_seat())));


--
-- Name: handovers inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.handovers FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (offered_by = public.asking_seat()) AND (state = 'offered'::text) AND public.can_receive_handover(evidence, to_seat) AND (EXISTS ( SELECT 1
   FROM public.members m
  WHERE ((m.jit = handovers.jit) AND (m.id = handovers.to_seat) AND (m.party = handovers.to_party))
 OFFSET 0))));


--
-- Name: headers inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.headers FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (NOT (party IS DISTINCT FROM public.asking_party())) AND ((evidence IS NULL) OR (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = headers.evidence)
 OFFSET 0)) OR ((kind = 'copy.answered'::text) AND (EXISTS ( SELECT 1
   FROM public.copies c
  WHERE ((c.evidence = headers.evidence) AND (c.answered_by = public.asking_seat()))
 OFFSET 0))))));


--
-- Name: holds inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.holds FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (set_by = public.asking_seat()) AND (lifted_at IS NULL) AND ((EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE ((e.jit = holds.jit) AND (e.id = holds.evidence) AND public.obtained_by(public.asking_party(), e.originator, e.joint)))) OR (EXISTS ( SELECT 1
   FROM public.disclosures d
  WHERE ((d.jit = holds.jit) AND (d.evidence = holds.evidence) AND (d.party = public.asking_party())))))));


--
-- Name: idempotency_records inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.idempotency_records FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = idempotency_records.evidence)
 OFFSET 0))));


--
-- Name: jits inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.jits FOR INSERT TO liaison_app WITH CHECK (((id = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.accounts a
  WHERE ((a.id = public.asking_account()) AND a.may_found)
 OFFSET 0))));


--
-- Name: labels inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.labels FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (public.asking_party() IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = labels.evidence)
 OFFSET 0))));


--
-- Name: leaving_clauses inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.leaving_clauses FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND ('administrator'::text = ANY (public.asking_roles())) AND (decided_by = public.asking_seat())));


--
-- Name: leavings inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.leavings FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (declared_by = public.asking_seat()) AND (withdrawn_at IS NULL) AND (begun_at IS NULL) AND (ended_at IS NULL) AND (NOT public.has_left(jit, party)) AND (((party = public.asking_party()) AND public.decides_releases()) OR (('administrator'::text = ANY (public.asking_roles())) AND (party IS DISTINCT FROM public.asking_party()) AND (NOT public.is_led(party)))) AND (EXISTS ( SELECT 1
   FROM public.leaving_clauses c
  WHERE ((c.jit = leavings.jit) AND (c.id = leavings.clause) AND ((c.party IS NULL) OR (c.party = leavings.party)) AND (c.contributed = leavings.contributed) AND (c.received = leavings.received))))));


--
-- Name: media_approvals inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.media_approvals FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (approved_by = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE ((o.id = media_approvals.operation) AND (o.jit = media_approvals.jit) AND (public.asking_party() = ANY (o.parties)) AND ((o.told_at IS NOT NULL) OR (o.author_party = public.asking_party()))))) AND (EXISTS ( SELECT 1
   FROM public.media_lines l
  WHERE ((l.operation = media_approvals.operation) AND (l.version = media_approvals.line_version) AND (NOT (l.erased ? 'text'::text)))))));


--
-- Name: media_lines inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.media_lines FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (written_by = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE ((o.id = media_lines.operation) AND (((public.asking_party() = ANY (o.parties)) AND ('leader'::text = ANY (public.asking_roles()))) OR ('coordinator'::text = ANY (public.asking_roles())))))) AND (version = 1)));


--
-- Name: members inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.members FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND ((('coordinator'::text = ANY (public.asking_roles())) AND (state = 'proposed'::text)) OR ((public.asking_seat() IS NULL) AND (account = public.asking_account()) AND public.has_no_seats(jit)))));


--
-- Name: message_links inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.message_links FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.messages m
  WHERE ((m.id = message_links.message) AND (m.jit = message_links.jit) AND (m.seat = public.asking_seat()) AND (m.taken_back_at IS NULL))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = message_links.evidence)
 OFFSET 0))));


--
-- Name: messages inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.messages FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (number > 0) AND (corrected_at IS NULL) AND (taken_back_at IS NULL) AND (text IS NOT NULL) AND (version = 1) AND (EXISTS ( SELECT 1
   FROM public.channels c
  WHERE ((c.id = messages.channel) AND (c.jit = messages.jit) AND (c.closed_at IS NULL))
 OFFSET 0)) AND public.sit_in(channel, mentions) AND ((kind = 'talk'::text) OR ((public.asking_roles() && ARRAY['leader'::text, 'member'::text, 'coordinator'::text]) AND ((corrects IS NULL) OR public.is_own_decision(corrects, channel)) AND (EXISTS ( SELECT 1
   FROM (public.headers h
     JOIN public.fields f ON (((f.entry = h.entry) AND (f.name = 'text'::text))))
  WHERE ((h.entry = messages.entry) AND (h.jit = messages.jit) AND (h.party = public.asking_party()) AND (h.kind = ANY (ARRAY['decision.recorded'::text, 'decision.corrected'::text])) AND (((h.subject)::jsonb ->> 'message'::text) = (messages.id)::text) AND (((f.value)::jsonb #>> '{}'::text[]) = messages.text) AND (h.about = messages.channel) AND ((h.kind = 'decision.corrected'::text) = (messages.corrects IS NOT NULL)))
 OFFSET 0))))));


--
-- Name: notification_preferences inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.notification_preferences FOR INSERT TO liaison_app WITH CHECK ((account = public.asking_account()));


--
-- Name: openings inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.openings FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = openings.jit) AND (r.evidence = openings.evidence) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >=
        CASE openings.act
            WHEN 'take'::text THEN 3
            ELSE 2
        END) AND public.for_purpose(openings.purpose, r.purposes, public.obtained_by(r.party, r.originator, r.joint)))))));


--
-- Name: operation_reports inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.operation_reports FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (seat = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE ((o.id = operation_reports.operation) AND (o.jit = operation_reports.jit) AND (operation_reports.shared OR ((o.told_at IS NOT NULL) OR (o.author_party = public.asking_party()))))))));


--
-- Name: operation_words inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.operation_words FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (said_by = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE ((o.id = operation_words.operation) AND (o.jit = operation_words.jit) AND (public.asking_party() = ANY (o.parties)) AND ((o.told_at IS NOT NULL) OR (o.author_party = public.asking_party())))))));


--
-- Name: operations inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.operations FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (author = public.asking_seat()) AND (author_party = public.asking_party()) AND (state = 'draft'::text) AND (public.asking_roles() && ARRAY['leader'::text, 'coordinator'::text])));


--
-- Name: parties inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.parties FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (('administrator'::text = ANY (public.asking_roles())) OR ((public.asking_seat() IS NULL) AND public.has_no_seats(jit)))));


--
-- Name: pending inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.pending FOR INSERT TO liaison_app WITH CHECK ((jit = public.asking_jit()));


--
-- Name: physical_custody inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.physical_custody FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND public.asking_as_originator(evidence)));


--
-- Name: protected inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.protected FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (seat = public.asking_seat()) AND ((entered_at >= (statement_timestamp() - '00:01:00'::interval)) AND (entered_at <= (statement_timestamp() + '00:01:00'::interval))) AND (lifted_at IS NULL) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE ((o.id = protected.operation) AND (o.jit = protected.jit) AND (public.asking_party() = ANY (o.parties)) AND (o.state <> 'closed'::text) AND ((o.told_at IS NOT NULL) OR (o.author_party = public.asking_party())) AND (protected.told <@ o.parties) AND (NOT (public.asking_party() = ANY (protected.told))) AND ((o.told_at IS NOT NULL) OR (cardinality(protected.told) = 0)))))));


--
-- Name: provenances inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.provenances FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = provenances.jit) AND (r.evidence = provenances.evidence) AND (r.originator = public.asking_party()) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
 OFFSET 0))));


--
-- Name: read_marks inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.read_marks FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.channels c
  WHERE ((c.id = read_marks.channel) AND (c.jit = read_marks.jit))
 OFFSET 0))));


--
-- Name: refusals inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.refusals FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: release_agreements inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.release_agreements FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (agreed_by = public.asking_seat()) AND (public.jointly(evidence) = 3) AND (EXISTS ( SELECT 1
   FROM public.waiting_releases w
  WHERE ((w.id = release_agreements.waiting) AND (w.evidence = release_agreements.evidence))))));


--
-- Name: release_confirmations inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.release_confirmations FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (confirmed_by = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM (public.waiting_releases w
     JOIN public.members m ON (((m.jit = w.jit) AND (m.id = w.wanted_by))))
  WHERE ((w.id = release_confirmations.waiting) AND (w.evidence = release_confirmations.evidence) AND (w.party = release_confirmations.party) AND (m.party = public.asking_party()))))));


--
-- Name: releases inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.releases FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (originator = public.asking_party()) AND public.may_release(evidence) AND ((party = public.asking_party()) OR ((public.standing_gates(evidence, party) = '{}'::text[]) AND (public.decides_releases() OR public.under_rules(evidence, party, level, authorities, seats, not_before, until, purposes))))));


--
-- Name: reservations inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.reservations FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (decided_by = public.asking_seat())));


--
-- Name: result_links inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.result_links FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (linked_by = public.asking_seat()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (EXISTS ( SELECT 1
   FROM public.action_results r
  WHERE ((r.id = result_links.result) AND (r.party = public.asking_party())))) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = result_links.evidence)))));


--
-- Name: retention_rules inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.retention_rules FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND ('administrator'::text = ANY (public.asking_roles())) AND (decided_by = public.asking_seat())));


--
-- Name: saved_views inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.saved_views FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: segments inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.segments FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = segments.jit) AND (r.evidence = segments.evidence) AND (r.originator = public.asking_party()) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
 OFFSET 0))));


--
-- Name: signing_demands inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.signing_demands FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND ('leader'::text = ANY (public.asking_roles())) AND (decided_by = public.asking_seat()) AND (version = 1) AND (EXISTS ( SELECT 1
   FROM public.headers h
  WHERE ((h.entry = signing_demands.entry) AND (h.jit = signing_demands.jit) AND (h.party = public.asking_party()) AND (h.kind = 'signing.demanded'::text) AND (EXISTS ( SELECT 1
           FROM public.fields f
          WHERE ((f.entry = h.entry) AND (f.name = 'scope'::text) AND (((f.value)::jsonb #>> '{}'::text[]) = signing_demands.scope)))))
 OFFSET 0))));


--
-- Name: signing_keys inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.signing_keys FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND ('leader'::text = ANY (public.asking_roles())) AND (named_by = public.asking_seat()) AND (revoked_at IS NULL) AND (EXISTS ( SELECT 1
   FROM public.headers h
  WHERE ((h.entry = signing_keys.entry) AND (h.jit = signing_keys.jit) AND (h.party = public.asking_party()) AND (h.kind = 'signing.key_named'::text) AND (((h.subject)::jsonb ->> 'signing_key'::text) = (signing_keys.id)::text) AND (EXISTS ( SELECT 1
           FROM public.fields f
          WHERE ((f.entry = h.entry) AND (f.name = 'public_key'::text) AND (((f.value)::jsonb #>> '{}'::text[]) = encode(signing_keys.public, 'base64'::text))))))
 OFFSET 0))));


--
-- Name: talk_rules inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.talk_rules FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (decided_by = public.asking_seat()) AND ('administrator'::text = ANY (public.asking_roles()))));


--
-- Name: task_comments inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.task_comments FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.id = task_comments.task) AND (t.jit = task_comments.jit))
 OFFSET 0))));


--
-- Name: task_consents inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.task_consents FOR INSERT TO liaison_app WITH CHECK (((linked_by = public.asking_seat()) AND (jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.id = task_consents.task) AND (t.jit = task_consents.jit) AND (('coordinator'::text = ANY (public.asking_roles())) OR (t.assigner = public.asking_seat()) OR (t.assignee = public.asking_seat())))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.consents c
  WHERE ((c.id = task_consents.consent) AND (c.jit = task_consents.jit))
 OFFSET 0))));


--
-- Name: task_decisions inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.task_decisions FOR INSERT TO liaison_app WITH CHECK (((linked_by = public.asking_seat()) AND (jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.id = task_decisions.task) AND (t.jit = task_decisions.jit) AND (('coordinator'::text = ANY (public.asking_roles())) OR (t.assigner = public.asking_seat()) OR (t.assignee = public.asking_seat())))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.messages m
  WHERE ((m.id = task_decisions.message) AND (m.jit = task_decisions.jit) AND (m.kind = 'decision'::text))
 OFFSET 0))));


--
-- Name: task_items inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.task_items FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (added_by = public.asking_seat()) AND (done_by IS NULL) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.jit = task_items.jit) AND (t.id = task_items.task) AND (('coordinator'::text = ANY (public.asking_roles())) OR (t.assigner = public.asking_seat()) OR (t.assignee = public.asking_seat())))))));


--
-- Name: task_links inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.task_links FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (linked_by = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.id = task_links.task) AND (t.jit = task_links.jit) AND (('coordinator'::text = ANY (public.asking_roles())) OR (t.assigner = public.asking_seat()) OR (t.assignee = public.asking_seat())))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = task_links.evidence)
 OFFSET 0))));


--
-- Name: task_waits inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.task_waits FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (added_by = public.asking_seat()) AND ('coordinator'::text = ANY (public.asking_roles())) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.jit = task_waits.jit) AND (t.id = task_waits.task)))) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.jit = task_waits.jit) AND (t.id = task_waits.waits_for))))));


--
-- Name: tasks inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.tasks FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.members m
  WHERE ((m.jit = tasks.jit) AND (m.id = tasks.assignee) AND (m.party = tasks.assignee_party) AND (m.state = 'seated'::text)))) AND (((assigner = public.asking_seat()) AND (assigner_party = public.asking_party()) AND (('coordinator'::text = ANY (public.asking_roles())) OR (('leader'::text = ANY (public.asking_roles())) AND (assignee_party = public.asking_party())))) OR ((predecessor IS NOT NULL) AND (('coordinator'::text = ANY (public.asking_roles())) OR (assigner = public.asking_seat()) OR (assignee = public.asking_seat()))))));


--
-- Name: translations inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.translations FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (text IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM public.messages m
  WHERE ((m.id = translations.message) AND (m.jit = translations.jit) AND (m.text IS NOT NULL) AND (m.version = translations.of_version) AND ((m.kind = 'decision'::text) = (translations.entry IS NOT NULL)))
 OFFSET 0)) AND ((entry IS NULL) OR (EXISTS ( SELECT 1
   FROM (public.headers h
     JOIN public.fields f ON (((f.entry = h.entry) AND (f.name = 'text'::text))))
  WHERE ((h.entry = translations.entry) AND (h.jit = translations.jit) AND (h.party = public.asking_party()) AND (h.kind = 'decision.translated'::text) AND (((h.subject)::jsonb ->> 'translation'::text) = (translations.id)::text) AND (((f.value)::jsonb #>> '{}'::text[]) = translations.text))
 OFFSET 0)))));


--
-- Name: trees inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.trees FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (size = 0)));


--
-- Name: verifications inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.verifications FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND ('administrator'::text = ANY (public.asking_roles())) AND (verified_by = public.asking_seat()) AND public.controller_designated() AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = verifications.jit) AND (r.evidence = verifications.evidence) AND (r.party = public.asking_party()) AND (r.originator <> r.party) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))))));


--
-- Name: viewings inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.viewings FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.openings o
  WHERE ((o.id = viewings.opening) AND (o.evidence = viewings.evidence) AND (o.seat = public.asking_seat()) AND (o.act = ANY (ARRAY['verify'::text, 'filter'::text])))))));


--
-- Name: waiting_releases inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.waiting_releases FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (originator = public.asking_party()) AND (wanted_by = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = waiting_releases.jit) AND (r.evidence = waiting_releases.evidence) AND (r.party = public.asking_party()) AND (r.originator = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0)))) AND
CASE
    WHEN (level = 0) THEN public.decides_releases()
    ELSE ((public.decides_releases() OR public.under_rules(evidence, party, level, authorities, seats, not_before, until, purposes)) AND (gates @> public.standing_gates(evidence, party)))
END));


--
-- Name: witnesses inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.witnesses FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND ('leader'::text = ANY (public.asking_roles())) AND (named_by = public.asking_seat()) AND (removed_at IS NULL)));


--
-- Name: working_hours inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.working_hours FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (decided_by = public.asking_seat())));


--
-- Name: working_sessions inserted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY inserted ON public.working_sessions FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (ended_at IS NULL)));


--
-- Name: jits; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.jits ENABLE ROW LEVEL SECURITY;

--
-- Name: jobs; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.jobs ENABLE ROW LEVEL SECURITY;

--
-- Name: entry_audience joint; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY joint ON public.entry_audience FOR SELECT TO liaison_owner USING (((jit = public.asking_jit()) OR (SESSION_USER = 'liaison_engine'::name)));


--
-- Name: evidence jointly; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY jointly ON public.evidence AS RESTRICTIVE FOR INSERT TO liaison_app WITH CHECK (((joint IS NULL) OR (public.decides_releases() AND public.may_obtain(joint))));


--
-- Name: field_erasures jointly; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY jointly ON public.field_erasures FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (public.asking_roles() && ARRAY['leader'::text, 'auditor'::text]) AND public.assents_to_fields(entry)));


--
-- Name: release_confirmations jointly; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY jointly ON public.release_confirmations FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (public.jointly(evidence) > 0)));


--
-- Name: releases jointly; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY jointly ON public.releases FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND
CASE
    WHEN (joint IS NULL) THEN false
    ELSE ((public.asking_party() = ANY (joint)) AND (public.jointly(evidence) > 0))
END));


--
-- Name: waiting_releases jointly; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY jointly ON public.waiting_releases FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (public.jointly(evidence) > 0)));


--
-- Name: releases jointly_given; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY jointly_given ON public.releases AS RESTRICTIVE FOR INSERT TO liaison_app WITH CHECK (
CASE
    WHEN (party = ANY (joint)) THEN ((level = 3) AND (not_before IS NULL) AND (until IS NULL) AND (purposes IS NULL) AND (NOT court_use))
    ELSE true
END);


--
-- Name: copies jointly_kept; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY jointly_kept ON public.copies AS RESTRICTIVE FOR UPDATE TO liaison_app USING (true) WITH CHECK ((NOT ((state = 'out'::text) AND (asked_at IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE ((e.id = copies.evidence) AND (copies.party = ANY (e.joint))))))));


--
-- Name: releases jointly_kept; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY jointly_kept ON public.releases AS RESTRICTIVE FOR DELETE TO liaison_app USING ((NOT COALESCE((party = ANY (joint)), false)));


--
-- Name: waiting_releases jointly_recalled; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY jointly_recalled ON public.waiting_releases FOR INSERT TO liaison_app WITH CHECK (((jit = public.asking_jit()) AND (level = 0) AND (NOT court_use) AND (wanted_by = public.asking_seat()) AND (public.jointly(evidence) = 3) AND public.decides_releases() AND (NOT (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE ((e.id = waiting_releases.evidence) AND ((e.originator <> waiting_releases.originator) OR (waiting_releases.party = ANY (e.joint)))))))));


--
-- Name: labels; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.labels ENABLE ROW LEVEL SECURITY;

--
-- Name: leases; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leases ENABLE ROW LEVEL SECURITY;

--
-- Name: leaving_clauses; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leaving_clauses ENABLE ROW LEVEL SECURITY;

--
-- Name: leavings; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.leavings ENABLE ROW LEVEL SECURITY;

--
-- Name: holds lifted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY lifted ON public.holds FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (lifted_at IS NULL) AND ((party = public.asking_party()) OR ((EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE ((e.jit = holds.jit) AND (e.id = holds.evidence) AND public.obtained_by(public.asking_party(), e.originator, e.joint)))) AND (public.has_left(jit, party) OR (NOT (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = holds.jit) AND (r.evidence = holds.evidence) AND (r.party = holds.party)))))))))) WITH CHECK (((jit = public.asking_jit()) AND (lifted_by = public.asking_seat())));


--
-- Name: mail_rounds; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.mail_rounds ENABLE ROW LEVEL SECURITY;

--
-- Name: mails; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.mails ENABLE ROW LEVEL SECURITY;

--
-- Name: media_approvals; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.media_approvals ENABLE ROW LEVEL SECURITY;

--
-- Name: media_lines; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.media_lines ENABLE ROW LEVEL SECURITY;

--
-- Name: members; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.members ENABLE ROW LEVEL SECURITY;

--
-- Name: fields mentioning; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY mentioning ON public.fields FOR SELECT TO liaison_owner USING (((name = 'place_in_text'::text) AND (jit = public.asking_jit())));


--
-- Name: message_links; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.message_links ENABLE ROW LEVEL SECURITY;

--
-- Name: messages; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.messages ENABLE ROW LEVEL SECURITY;

--
-- Name: bounds none; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY "none" ON public.bounds TO liaison_app USING (false);


--
-- Name: followed none; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY "none" ON public.followed TO liaison_app USING (false);


--
-- Name: copies noted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY noted ON public.copies FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party <> originator) AND (state <> 'destroyed'::text) AND (originator = public.asking_party()) AND (public.admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3) AND public.has_left(jit, party))) WITH CHECK (((jit = public.asking_jit()) AND (party <> originator) AND (originator = public.asking_party()) AND (public.admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3) AND public.has_left(jit, party) AND (state <> 'out'::text) AND (answered_by = public.asking_seat())));


--
-- Name: notification_cursors; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.notification_cursors ENABLE ROW LEVEL SECURITY;

--
-- Name: notification_preferences; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.notification_preferences ENABLE ROW LEVEL SECURITY;

--
-- Name: notifications; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.notifications ENABLE ROW LEVEL SECURITY;

--
-- Name: openings; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.openings ENABLE ROW LEVEL SECURITY;

--
-- Name: operation_reports; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.operation_reports ENABLE ROW LEVEL SECURITY;

--
-- Name: operation_words; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.operation_words ENABLE ROW LEVEL SECURITY;

--
-- Name: operations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.operations ENABLE ROW LEVEL SECURITY;

--
-- Name: operator_acts; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.operator_acts ENABLE ROW LEVEL SECURITY;

--
-- Name: parties; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.parties ENABLE ROW LEVEL SECURITY;

--
-- Name: pending; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.pending ENABLE ROW LEVEL SECURITY;

--
-- Name: physical_custody; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.physical_custody ENABLE ROW LEVEL SECURITY;

--
-- Name: positions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.positions ENABLE ROW LEVEL SECURITY;

--
-- Name: presences; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.presences ENABLE ROW LEVEL SECURITY;

--
-- Name: protected; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.protected ENABLE ROW LEVEL SECURITY;

--
-- Name: provenances; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provenances ENABLE ROW LEVEL SECURITY;

--
-- Name: pulses; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.pulses ENABLE ROW LEVEL SECURITY;

--
-- Name: access_log purged; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY purged ON public.access_log FOR DELETE TO liaison_engine USING ((at < (statement_timestamp() - '3 years'::interval)));


--
-- Name: read_marks; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.read_marks ENABLE ROW LEVEL SECURITY;

--
-- Name: signing_keys reasoned_so; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reasoned_so ON public.signing_keys AS RESTRICTIVE FOR UPDATE TO liaison_app USING (true) WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.fields f
  WHERE ((f.entry = signing_keys.revocation) AND (f.name = 'reason'::text) AND (((f.value)::jsonb #>> '{}'::text[]) = signing_keys.reason))
 OFFSET 0))));


--
-- Name: recomputations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.recomputations ENABLE ROW LEVEL SECURITY;

--
-- Name: bodies recomputing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY recomputing ON public.bodies FOR SELECT TO liaison_owner USING ((current_setting('app.recomputing'::text, true) = 'on'::text));


--
-- Name: fields recomputing; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY recomputing ON public.fields FOR SELECT TO liaison_owner USING ((current_setting('app.recomputing'::text, true) = 'on'::text));


--
-- Name: reference_changes; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reference_changes ENABLE ROW LEVEL SECURITY;

--
-- Name: reference_records; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reference_records ENABLE ROW LEVEL SECURITY;

--
-- Name: refusals; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.refusals ENABLE ROW LEVEL SECURITY;

--
-- Name: field_erasures refused; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY refused ON public.field_erasures FOR DELETE TO liaison_app USING (((jit = public.asking_jit()) AND (approval IS NULL) AND public.assents_to_fields(entry)));


--
-- Name: release_agreements; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.release_agreements ENABLE ROW LEVEL SECURITY;

--
-- Name: release_attempts; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.release_attempts ENABLE ROW LEVEL SECURITY;

--
-- Name: release_confirmations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.release_confirmations ENABLE ROW LEVEL SECURITY;

--
-- Name: releases; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.releases ENABLE ROW LEVEL SECURITY;

--
-- Name: renditions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.renditions ENABLE ROW LEVEL SECURITY;

--
-- Name: reservations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reservations ENABLE ROW LEVEL SECURITY;

--
-- Name: result_links; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.result_links ENABLE ROW LEVEL SECURITY;

--
-- Name: retention_rules; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.retention_rules ENABLE ROW LEVEL SECURITY;

--
-- Name: saved_views; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.saved_views ENABLE ROW LEVEL SECURITY;

--
-- Name: search_texts; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.search_texts ENABLE ROW LEVEL SECURITY;

--
-- Name: access_log seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.access_log FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (public.asking_as_jit_auditor() OR ((party = public.asking_party()) AND (public.asking_roles() && ARRAY['auditor'::text, 'leader'::text])))));


--
-- Name: access_rules seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.access_rules FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text, 'coordinator'::text, 'auditor'::text])));


--
-- Name: account_invitations seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.account_invitations FOR SELECT TO liaison_app USING (public.asking_operator());


--
-- Name: acknowledgements seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.acknowledgements FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: acquisitions seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.acquisitions FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.provenances p
  WHERE ((p.jit = acquisitions.jit) AND (p.evidence = acquisitions.evidence))
 OFFSET 0))));


--
-- Name: action_moves seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.action_moves FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.action_plans p
  WHERE (p.action = action_moves.action)))));


--
-- Name: action_plans seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.action_plans FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (((party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text, 'coordinator'::text])) OR (EXISTS ( SELECT 1
   FROM public.actions a
  WHERE ((a.id = action_plans.action) AND (a.jit = action_plans.jit) AND (a.sharing = 'whole'::text)))))));


--
-- Name: action_results seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.action_results FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.action_plans p
  WHERE (p.action = action_results.action)))));


--
-- Name: actions seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.actions FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (((party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text, 'coordinator'::text])) OR (sharing = ANY (ARRAY['board'::text, 'whole'::text]))) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE ((o.id = actions.operation) AND (o.jit = actions.jit))))));


--
-- Name: alarms seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.alarms FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (what <> 'fixity'::text)));


--
-- Name: alerts seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.alerts FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (originator = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = alerts.evidence)
 OFFSET 0))));


--
-- Name: attestations seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.attestations FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (public.asking_as_jit_auditor() OR (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = attestations.jit) AND (r.evidence = attestations.evidence) AND (r.party = public.asking_party()) AND (r.originator = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0))
 OFFSET 0)))));


--
-- Name: authorities seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.authorities FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) OR (EXISTS ( SELECT 1
   FROM public.members m
  WHERE ((m.jit = authorities.jit) AND (m.account = public.asking_account()) AND (m.state = ANY (ARRAY['seated'::text, 'suspended'::text])))
 OFFSET 0))));


--
-- Name: blank_labels seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.blank_labels FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text])));


--
-- Name: bodies seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.bodies FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (public.asking_as_jit_auditor() OR (EXISTS ( SELECT 1
   FROM public.entry_audience a
  WHERE ((a.entry = bodies.entry) AND public.hears(a.party, a.level, a.authorities, a.seats, 1))
 OFFSET 0)))));


--
-- Name: break_glass seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.break_glass FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party())));


--
-- Name: briefing_marks seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.briefing_marks FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: calendar_feeds seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.calendar_feeds FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (public.asking_party() IS NOT NULL)));


--
-- Name: chains seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.chains FOR SELECT TO liaison_app USING (false);


--
-- Name: channels seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.channels FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND public.sits_in(whole, parties)));


--
-- Name: checkpoints seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.checkpoints FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: clearances seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.clearances FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = clearances.evidence)
 OFFSET 0))));


--
-- Name: closing_assents seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.closing_assents FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: closings seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.closings FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: confirmations seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.confirmations FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: consents seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.consents FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND ((public.asking_party() = asker_party) OR (public.asking_party() = asked_party)) AND ((evidence IS NULL) OR (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE ((e.jit = consents.jit) AND (e.id = consents.evidence))
 OFFSET 0)))));


--
-- Name: controller_confirmations seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.controller_confirmations FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: controllers seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.controllers FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: copies seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.copies FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (((party = public.asking_party()) AND ((public.admitted((3)::smallint, authorities, seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3) OR (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = copies.evidence)
 OFFSET 0)))) OR (((originator = public.asking_party()) AND (public.admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3)) OR (public.jointly(evidence) = 3)))));


--
-- Name: cosignatures seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.cosignatures FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: debriefs seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.debriefs FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE (o.id = debriefs.operation)))));


--
-- Name: decision_signatures seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.decision_signatures FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.messages m
  WHERE ((m.id = decision_signatures.message) AND (m.jit = decision_signatures.jit))
 OFFSET 0))));


--
-- Name: deliveries seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.deliveries FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party())));


--
-- Name: derivations seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.derivations FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = derivations.child)
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = derivations.parent)
 OFFSET 0))));


--
-- Name: digest_lines seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.digest_lines FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.digests d
  WHERE (d.id = digest_lines.digest)
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = digest_lines.evidence)
 OFFSET 0))));


--
-- Name: digests seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.digests FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text])));


--
-- Name: disclosures seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.disclosures FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (((party = public.asking_party()) AND ((public.admitted((3)::smallint, authorities, seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3) OR (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = disclosures.evidence))))) OR (((originator = public.asking_party()) AND (public.admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3)) OR (public.jointly(evidence) = 3)))));


--
-- Name: emergencies seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.emergencies FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (((originator = public.asking_party()) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = emergencies.evidence)
 OFFSET 0))) OR ((party = public.asking_party()) AND ((seat = public.asking_seat()) OR ('leader'::text = ANY (public.asking_roles())))))));


--
-- Name: entries seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.entries FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND ((EXISTS ( SELECT 1
   FROM public.headers h
  WHERE (h.entry = entries.id)
 OFFSET 0)) OR (EXISTS ( SELECT 1
   FROM public.positions p
  WHERE (p.entry = entries.id)
 OFFSET 0)))));


--
-- Name: entry_audience seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.entry_audience FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND public.hears(party, level, authorities, seats, 1) AND ((mentions IS NULL) OR (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = entry_audience.mentions)
 OFFSET 0)))));


--
-- Name: epochs seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.epochs FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: erased_fields seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.erased_fields FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.headers h
  WHERE (h.entry = erased_fields.entry)))));


--
-- Name: erasure_agreements seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.erasure_agreements FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND ((public.jointly(evidence) > 0) OR (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE ((e.id = erasure_agreements.evidence) AND (e.originator = public.asking_party()))
 OFFSET 0)))));


--
-- Name: erasure_wishes seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.erasure_wishes FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (public.asking_as_jit_auditor() OR (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = erasure_wishes.jit) AND (r.evidence = erasure_wishes.evidence) AND (r.party = public.asking_party()) AND (r.originator = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0)))))));


--
-- Name: erasures seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.erasures FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE ((e.jit = erasures.jit) AND (e.id = erasures.evidence))))));


--
-- Name: evidence seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.evidence FOR SELECT TO liaison_app USING (((jit = ( SELECT public.asking_jit() AS asking_jit)) AND (( SELECT public.asking_as_jit_auditor() AS asking_as_jit_auditor) OR (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = evidence.jit) AND (r.evidence = evidence.id) AND (r.party = ( SELECT public.asking_party() AS asking_party)) AND (public.admits(r.level, r.authorities, r.seats, r.not_before, r.until, ( SELECT public.asking_seat() AS asking_seat), ( SELECT public.asking_authority() AS asking_authority), ( SELECT public.asking_standing() AS asking_standing)) >= 1))
 OFFSET 0)))));


--
-- Name: exports seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.exports FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (requested_by = public.asking_seat())));


--
-- Name: field_erasure_agreements seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.field_erasure_agreements FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.field_erasures f
  WHERE (f.id = field_erasure_agreements.erasure)))));


--
-- Name: field_erasures seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.field_erasures FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (public.asking_as_jit_auditor() OR ((party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'auditor'::text])))));


--
-- Name: fields seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.fields FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (public.asking_as_jit_auditor() OR ((EXISTS ( SELECT 1
   FROM public.entry_audience a
  WHERE ((a.entry = fields.entry) AND public.hears(a.party, a.level, a.authorities, a.seats,
        CASE fields.readers
            WHEN 'readable'::text THEN 2
            ELSE 1
        END))
 OFFSET 0)) AND ((readers <> 'actor'::text) OR (EXISTS ( SELECT 1
   FROM public.headers h
  WHERE ((h.entry = fields.entry) AND (h.party = public.asking_party()))
 OFFSET 0)))))));


--
-- Name: files seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.files FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = files.jit) AND (r.evidence = files.evidence) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))
 OFFSET 0)) AND ((state = 'ready'::text) OR ((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = files.jit) AND (r.evidence = files.evidence) AND (r.originator = public.asking_party()) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
 OFFSET 0))))));


--
-- Name: filter_teams seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.filter_teams FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party())));


--
-- Name: fixity seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.fixity FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = fixity.evidence)
 OFFSET 0))));


--
-- Name: fixity_found seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.fixity_found FOR SELECT TO liaison_app USING (false);


--
-- Name: fixity_orders seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.fixity_orders FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (ordered_by = public.asking_seat())));


--
-- Name: flags seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.flags FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (public.asking_as_jit_auditor() OR ((party = public.asking_party()) AND ((public.admitted((3)::smallint, authorities, seats, NULL::timestamp with time zone, NULL::timestamp with time zone) > 0) OR (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = flags.evidence)
 OFFSET 0)))) OR (((originator = public.asking_party()) AND (public.admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) > 0)) OR (public.jointly(evidence) > 0)))));


--
-- Name: former_words seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.former_words FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.messages m
  WHERE ((m.id = former_words.message) AND (m.jit = former_words.jit))
 OFFSET 0))));


--
-- Name: four_eyes seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.four_eyes FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party())));


--
-- Name: handovers seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.handovers FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND public.can_read_custody(evidence)));


--
-- Name: headers seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.headers FOR SELECT TO liaison_app USING ((((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.entry_audience a
  WHERE ((a.entry = headers.entry) AND public.hears(a.party, a.level, a.authorities, a.seats, 1))
 OFFSET 0))) OR ((jit = public.asking_jit()) AND public.asking_as_jit_auditor())));


--
-- Name: holds seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.holds FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE ((e.jit = holds.jit) AND (e.id = holds.evidence)))) AND (public.asking_as_jit_auditor() OR (party = public.asking_party()) OR (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE ((e.jit = holds.jit) AND (e.id = holds.evidence) AND public.obtained_by(public.asking_party(), e.originator, e.joint)))))));


--
-- Name: idempotency_records seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.idempotency_records FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: jits seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.jits FOR SELECT TO liaison_app USING (((id = public.asking_jit()) OR (EXISTS ( SELECT 1
   FROM public.members m
  WHERE ((m.jit = jits.id) AND (m.account = public.asking_account()) AND (m.state = ANY (ARRAY['seated'::text, 'suspended'::text])))
 OFFSET 0))));


--
-- Name: jobs seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.jobs FOR SELECT TO liaison_app USING (false);


--
-- Name: labels seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.labels FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = labels.evidence)
 OFFSET 0))));


--
-- Name: leases seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.leases FOR SELECT TO liaison_app USING (false);


--
-- Name: leaving_clauses seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.leaving_clauses FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: leavings seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.leavings FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: mail_rounds seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.mail_rounds FOR SELECT TO liaison_app USING (false);


--
-- Name: mails seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.mails FOR SELECT TO liaison_app USING (false);


--
-- Name: media_approvals seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.media_approvals FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE (o.id = media_approvals.operation)))));


--
-- Name: media_lines seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.media_lines FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE (o.id = media_lines.operation)))));


--
-- Name: members seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.members FOR SELECT TO liaison_app USING (((account = public.asking_account()) OR (jit = public.asking_jit()) OR ((account IS NULL) AND (state = 'proposed'::text) AND (EXISTS ( SELECT 1
   FROM public.accounts a
  WHERE ((a.id = public.asking_account()) AND (a.email = members.email))
 OFFSET 0)))));


--
-- Name: message_links seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.message_links FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.messages m
  WHERE ((m.id = message_links.message) AND (m.jit = message_links.jit))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = message_links.evidence)
 OFFSET 0))));


--
-- Name: messages seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.messages FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.channels c
  WHERE ((c.id = messages.channel) AND (c.jit = messages.jit) AND ((NOT c.whole) OR (messages.id > public.asking_party())))
 OFFSET 0)) AND ((kind = 'decision'::text) OR (at > ( SELECT public.talk_kept() AS talk_kept)))));


--
-- Name: notification_cursors seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.notification_cursors FOR SELECT TO liaison_app USING (false);


--
-- Name: notification_preferences seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.notification_preferences FOR SELECT TO liaison_app USING ((account = public.asking_account()));


--
-- Name: notifications seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.notifications FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (("position" IS NULL) OR (noun = 'quarantine'::text) OR (EXISTS ( SELECT 1
   FROM (public.positions p
     JOIN public.headers h ON ((h.entry = p.entry)))
  WHERE ((p.jit = notifications.jit) AND (p."position" = notifications."position"))
 OFFSET 0))) AND
CASE noun
    WHEN 'task'::text THEN (EXISTS ( SELECT 1
       FROM public.tasks x
      WHERE ((x.id = notifications.subject) AND ((notifications.moment IS NULL) OR ((x.due_at = notifications.moment) AND (x.state = ANY (ARRAY['open'::text, 'in_progress'::text, 'blocked'::text])))))
     OFFSET 0))
    WHEN 'evidence'::text THEN (EXISTS ( SELECT 1
       FROM public.evidence x
      WHERE ((x.id = notifications.subject) AND ((notifications.kind <> ALL (ARRAY['release.wanted'::text, 'recall.wanted'::text, 'evidence.court_use_wanted'::text])) OR (EXISTS ( SELECT 1
               FROM public.waiting_releases w
              WHERE (w.evidence = x.id)
             OFFSET 0))))
     OFFSET 0))
    WHEN 'quarantine'::text THEN (EXISTS ( SELECT 1
       FROM public.evidence x
      WHERE ((x.id = notifications.subject) AND (x.verification = 'waiting'::text))
     OFFSET 0))
    WHEN 'consent'::text THEN (EXISTS ( SELECT 1
       FROM public.consents x
      WHERE ((x.id = notifications.subject) AND ((notifications.moment IS NULL) OR (x.due_at = notifications.moment)) AND ((notifications.kind <> ALL (ARRAY['consent.requested'::text, 'consent.due'::text])) OR (x.state = ANY (ARRAY['requested'::text, 'seen'::text]))))
     OFFSET 0))
    WHEN 'alert'::text THEN (EXISTS ( SELECT 1
       FROM public.alerts x
      WHERE ((x.id = notifications.subject) AND (x.owner = public.asking_seat()) AND (x.acknowledged_at IS NULL))
     OFFSET 0))
    WHEN 'digest'::text THEN (EXISTS ( SELECT 1
       FROM public.digests x
      WHERE (x.id = notifications.subject)
     OFFSET 0))
    WHEN 'handover'::text THEN (EXISTS ( SELECT 1
       FROM public.handovers x
      WHERE ((x.id = notifications.subject) AND ((notifications.kind <> 'custody.offered'::text) OR (x.state = 'offered'::text)))
     OFFSET 0))
    WHEN 'copy'::text THEN (EXISTS ( SELECT 1
       FROM public.copies x
      WHERE ((x.id = notifications.subject) AND (x.state = 'out'::text))
     OFFSET 0))
    WHEN 'flag'::text THEN (EXISTS ( SELECT 1
       FROM public.flags x
      WHERE ((x.id = notifications.subject) AND ((notifications.kind <> 'evidence.flagged'::text) OR (x.decision IS NULL)))
     OFFSET 0))
    WHEN 'seat'::text THEN (EXISTS ( SELECT 1
       FROM public.members x
      WHERE ((x.id = notifications.subject) AND (x.jit = public.asking_jit()) AND ((notifications.moment IS NULL) OR (x.until = notifications.moment)) AND (((notifications.kind <> 'member.proposed'::text) OR (x.state = 'proposed'::text)) AND ((notifications.kind <> 'controller.designated'::text) OR public.controller_waits(x.jit, x.id))))
     OFFSET 0))
    WHEN 'message'::text THEN (EXISTS ( SELECT 1
       FROM public.messages x
      WHERE ((x.id = notifications.subject) AND (x.kind = 'decision'::text) AND (public.asking_seat() = ANY (x.mentions)))
     OFFSET 0))
    WHEN 'talk'::text THEN (EXISTS ( SELECT 1
       FROM public.messages x
      WHERE ((x.id = notifications.subject) AND (x.kind = 'talk'::text) AND (public.asking_seat() = ANY (x.mentions)) AND (x.number > COALESCE(( SELECT r.number
               FROM public.read_marks r
              WHERE ((r.channel = x.channel) AND (r.seat = public.asking_seat()))), 0)))
     OFFSET 0))
    WHEN 'operation'::text THEN (EXISTS ( SELECT 1
       FROM public.operations x
      WHERE ((x.id = notifications.subject) AND (x.state = ANY (ARRAY['planned'::text, 'live'::text])) AND (x.h_at > statement_timestamp()) AND
            CASE notifications.kind
                WHEN 'operation.go_asked'::text THEN (('leader'::text = ANY (public.asking_roles())) AND (NOT (EXISTS ( SELECT 1
                   FROM public.operation_words w
                  WHERE ((w.operation = x.id) AND (w.party = public.asking_party()) AND (w.word IS NOT NULL) AND (w.said_as = x.told_as) AND (w.said_at > notifications.at))))))
                ELSE (EXISTS ( SELECT 1
                   FROM public.operation_words w
                  WHERE ((w.operation = x.id) AND (w.word = 'no_go'::text) AND (w.said_as = x.told_as))))
            END)
     OFFSET 0))
    WHEN 'report'::text THEN (EXISTS ( SELECT 1
       FROM public.operation_reports x
      WHERE ((x.id = notifications.subject) AND (x.kind = 'incident'::text))
     OFFSET 0))
    WHEN 'result'::text THEN (EXISTS ( SELECT 1
       FROM public.action_results x
      WHERE ((x.id = notifications.subject) AND (EXISTS ( SELECT 1
               FROM public.result_links l
              WHERE (l.result = x.id)
             OFFSET 0)))
     OFFSET 0))
    WHEN 'media_line'::text THEN (EXISTS ( SELECT 1
       FROM public.media_lines x
      WHERE ((x.operation = notifications.subject) AND (NOT (x.erased ? 'text'::text)) AND ('leader'::text = ANY (public.asking_roles())) AND (NOT (EXISTS ( SELECT 1
               FROM public.media_approvals a
              WHERE ((a.operation = x.operation) AND (a.line_version = x.version) AND (a.party = public.asking_party()))))))
     OFFSET 0))
    WHEN 'note'::text THEN (NOT (EXISTS ( SELECT 1
       FROM public.briefing_marks b
      WHERE ((b.seat = public.asking_seat()) AND (b."position" >= notifications."position"))
     OFFSET 0)))
    WHEN 'signature'::text THEN (EXISTS ( SELECT 1
       FROM public.messages x
      WHERE ((x.id = notifications.subject) AND (x.kind = 'decision'::text) AND (x.text IS NOT NULL) AND (public.asking_party() = ANY (x.signers)) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text, 'coordinator'::text]) AND (NOT (EXISTS ( SELECT 1
               FROM public.decision_signatures s
              WHERE ((s.message = x.id) AND (s.party = public.asking_party()))))) AND (NOT (EXISTS ( SELECT 1
               FROM public.messages l
              WHERE (l.corrects = x.id)))))
     OFFSET 0))
    ELSE false
END));


--
-- Name: openings seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.openings FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: operation_reports seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.operation_reports FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (shared OR (party = public.asking_party())) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE ((o.id = operation_reports.operation) AND (o.jit = operation_reports.jit))))));


--
-- Name: operation_words seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.operation_words FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE ((o.id = operation_words.operation) AND (o.jit = operation_words.jit))))));


--
-- Name: operations seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.operations FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (('coordinator'::text = ANY (public.asking_roles())) OR ((author_party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text])) OR ((told_at IS NOT NULL) AND (public.asking_party() = ANY (parties)) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text, 'participant'::text, 'liaison'::text])))));


--
-- Name: operator_acts seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.operator_acts FOR SELECT TO liaison_app USING (public.asking_operator());


--
-- Name: parties seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.parties FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) OR (EXISTS ( SELECT 1
   FROM public.members m
  WHERE ((m.jit = parties.jit) AND (m.account = public.asking_account()) AND (m.state = ANY (ARRAY['seated'::text, 'suspended'::text])))
 OFFSET 0))));


--
-- Name: pending seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.pending FOR SELECT TO liaison_app USING (false);


--
-- Name: physical_custody seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.physical_custody FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND public.can_read_custody(evidence)));


--
-- Name: positions seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.positions FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (("position" < ( SELECT COALESCE(max(c.size), (0)::bigint) AS "coalesce"
   FROM public.checkpoints c
  WHERE (c.jit = public.asking_jit()))) OR (EXISTS ( SELECT 1
   FROM public.headers h
  WHERE (h.entry = positions.entry)
 OFFSET 0)))));


--
-- Name: presences seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.presences FOR SELECT TO liaison_app USING (false);


--
-- Name: protected seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.protected FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND ((party = public.asking_party()) OR (public.asking_party() = ANY (told))) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text, 'coordinator'::text]) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE ((o.id = protected.operation) AND (o.jit = protected.jit))))));


--
-- Name: provenances seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.provenances FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = provenances.jit) AND (r.evidence = provenances.evidence) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))
 OFFSET 0))));


--
-- Name: pulses seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.pulses FOR SELECT TO liaison_app USING (false);


--
-- Name: read_marks seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.read_marks FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.channels c
  WHERE ((c.id = read_marks.channel) AND (c.jit = read_marks.jit))
 OFFSET 0))));


--
-- Name: recomputations seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.recomputations FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND true));


--
-- Name: reference_changes seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.reference_changes FOR SELECT TO liaison_app USING (public.asking_operator());


--
-- Name: reference_records seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.reference_records FOR SELECT TO liaison_app USING ((public.asking_account() IS NOT NULL));


--
-- Name: refusals seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.refusals FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: release_agreements seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.release_agreements FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.waiting_releases w
  WHERE (w.id = release_agreements.waiting)))));


--
-- Name: release_attempts seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.release_attempts FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: release_confirmations seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.release_confirmations FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (public.asking_as_jit_auditor() OR (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = release_confirmations.jit) AND (r.evidence = release_confirmations.evidence) AND (r.party = public.asking_party()) AND (r.originator = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0)))))));


--
-- Name: releases seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.releases FOR SELECT TO liaison_app USING (((jit = ( SELECT public.asking_jit() AS asking_jit)) AND (( SELECT public.asking_as_jit_auditor() AS asking_as_jit_auditor) OR ((party = ( SELECT public.asking_party() AS asking_party)) AND (public.admits(level, authorities, seats, not_before, until, ( SELECT public.asking_seat() AS asking_seat), ( SELECT public.asking_authority() AS asking_authority), ( SELECT public.asking_standing() AS asking_standing)) > 0)) OR ((originator = ( SELECT public.asking_party() AS asking_party)) AND (public.admits((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone, ( SELECT public.asking_seat() AS asking_seat), ( SELECT public.asking_authority() AS asking_authority), ( SELECT public.asking_standing() AS asking_standing)) > 0)))));


--
-- Name: renditions seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.renditions FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = renditions.jit) AND (r.evidence = renditions.evidence) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))
 OFFSET 0))));


--
-- Name: reservations seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.reservations FOR SELECT TO liaison_app USING ((((jit = public.asking_jit()) AND (party = public.asking_party())) OR (EXISTS ( SELECT 1
   FROM public.members m
  WHERE ((m.jit = reservations.jit) AND (m.party = reservations.party) AND (m.account = public.asking_account()) AND (m.state = 'seated'::text))))));


--
-- Name: result_links seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.result_links FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.action_results r
  WHERE (r.id = result_links.result))) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = result_links.evidence)))));


--
-- Name: retention_rules seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.retention_rules FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: saved_views seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.saved_views FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: search_texts seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.search_texts FOR SELECT TO liaison_app USING (false);


--
-- Name: segments seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.segments FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = segments.jit) AND (r.evidence = segments.evidence) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))
 OFFSET 0))));


--
-- Name: setup_codes seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.setup_codes FOR SELECT TO liaison_app USING (false);


--
-- Name: signing_demands seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.signing_demands FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: signing_keys seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.signing_keys FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: storage seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.storage FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party())));


--
-- Name: talk_rules seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.talk_rules FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: task_comments seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.task_comments FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.id = task_comments.task) AND (t.jit = task_comments.jit) AND (('coordinator'::text = ANY (public.asking_roles())) OR (public.asking_party() = t.assigner_party) OR (t.party_since <= task_comments.at) OR (task_comments.seat = public.asking_seat())))
 OFFSET 0))));


--
-- Name: task_consents seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.task_consents FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.id = task_consents.task) AND (t.jit = task_consents.jit))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.consents c
  WHERE ((c.id = task_consents.consent) AND (c.jit = task_consents.jit))
 OFFSET 0))));


--
-- Name: task_decisions seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.task_decisions FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.id = task_decisions.task) AND (t.jit = task_decisions.jit))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.messages m
  WHERE ((m.id = task_decisions.message) AND (m.jit = task_decisions.jit) AND (m.kind = 'decision'::text))
 OFFSET 0))));


--
-- Name: task_items seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.task_items FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.jit = task_items.jit) AND (t.id = task_items.task))))));


--
-- Name: task_links seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.task_links FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.id = task_links.task) AND (t.jit = task_links.jit))
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = task_links.evidence)
 OFFSET 0))));


--
-- Name: task_waits seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.task_waits FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.jit = task_waits.jit) AND (t.id = task_waits.task)))) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.jit = task_waits.jit) AND (t.id = task_waits.waits_for))))));


--
-- Name: tasks seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.tasks FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (('coordinator'::text = ANY (public.asking_roles())) OR (assigner = public.asking_seat()) OR (assignee = public.asking_seat()) OR ((public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND ((public.asking_party() = assigner_party) OR (public.asking_party() = assignee_party))))));


--
-- Name: tiles seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.tiles FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (((number + 1) << (8 * (GREATEST((level)::integer, 0) + 1))) <= ( SELECT COALESCE(max(c.size), (0)::bigint) AS "coalesce"
   FROM public.checkpoints c
  WHERE (c.jit = public.asking_jit())))));


--
-- Name: timestamps seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.timestamps FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: translations seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.translations FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.messages m
  WHERE ((m.id = translations.message) AND (m.jit = translations.jit))
 OFFSET 0))));


--
-- Name: trees seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.trees FOR SELECT TO liaison_app USING (false);


--
-- Name: verifications seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.verifications FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND ((verified_by = public.asking_seat()) OR (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = verifications.evidence))))));


--
-- Name: viewings seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.viewings FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: waiting_releases seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.waiting_releases FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (public.asking_as_jit_auditor() OR (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = waiting_releases.jit) AND (r.evidence = waiting_releases.evidence) AND (r.party = public.asking_party()) AND (r.originator = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0))
 OFFSET 0)))));


--
-- Name: witness_states seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.witness_states FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: witnesses seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.witnesses FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: working_hours seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.working_hours FOR SELECT TO liaison_app USING ((jit = public.asking_jit()));


--
-- Name: working_sessions seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.working_sessions FOR SELECT TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: segments; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.segments ENABLE ROW LEVEL SECURITY;

--
-- Name: setup_codes; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.setup_codes ENABLE ROW LEVEL SECURITY;

--
-- Name: messages signers; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY signers ON public.messages AS RESTRICTIVE FOR INSERT TO liaison_app WITH CHECK (((kind = 'talk'::text) OR ((signers = public.signers_of(channel)) AND (EXISTS ( SELECT 1
   FROM public.fields f
  WHERE ((f.entry = messages.entry) AND (f.name = 'to_be_signed_by'::text) AND ((f.value)::jsonb = public.codes_of(messages.signers)))
 OFFSET 0)))));


--
-- Name: signing_demands; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.signing_demands ENABLE ROW LEVEL SECURITY;

--
-- Name: signing_keys; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.signing_keys ENABLE ROW LEVEL SECURITY;

--
-- Name: storage; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.storage ENABLE ROW LEVEL SECURITY;

--
-- Name: talk_rules; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.talk_rules ENABLE ROW LEVEL SECURITY;

--
-- Name: task_comments; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_comments ENABLE ROW LEVEL SECURITY;

--
-- Name: task_consents; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_consents ENABLE ROW LEVEL SECURITY;

--
-- Name: task_decisions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_decisions ENABLE ROW LEVEL SECURITY;

--
-- Name: task_items; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_items ENABLE ROW LEVEL SECURITY;

--
-- Name: task_links; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_links ENABLE ROW LEVEL SECURITY;

--
-- Name: task_waits; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.task_waits ENABLE ROW LEVEL SECURITY;

--
-- Name: tasks; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.tasks ENABLE ROW LEVEL SECURITY;

--
-- Name: tiles; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.tiles ENABLE ROW LEVEL SECURITY;

--
-- Name: timestamps; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.timestamps ENABLE ROW LEVEL SECURITY;

--
-- Name: translations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.translations ENABLE ROW LEVEL SECURITY;

--
-- Name: trees; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.trees ENABLE ROW LEVEL SECURITY;

--
-- Name: access_rules updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.access_rules FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND public.decides_releases())) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND public.decides_releases() AND (decided_by = public.asking_seat())));


--
-- Name: action_plans updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.action_plans FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]))) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (EXISTS ( SELECT 1
   FROM public.members m
  WHERE ((m.jit = action_plans.jit) AND (m.id = action_plans.lead) AND (m.party = action_plans.party) AND (m.state = ANY (ARRAY['seated'::text, 'ended'::text, 'suspended'::text])))))));


--
-- Name: actions updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.actions FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]))) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text])));


--
-- Name: alerts updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.alerts FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (originator = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = alerts.evidence)
 OFFSET 0)))) WITH CHECK (((jit = public.asking_jit()) AND (originator = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE (e.id = alerts.evidence)
 OFFSET 0)) AND (EXISTS ( SELECT 1
   FROM public.members m
  WHERE ((m.id = alerts.owner) AND (m.jit = alerts.jit) AND (m.party = alerts.originator)))) AND ((acknowledged_by IS NULL) OR (acknowledged_by = public.asking_seat()))));


--
-- Name: break_glass updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.break_glass FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND public.decides_releases())) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND public.decides_releases() AND (decided_by = public.asking_seat()) AND ((NOT allowed) OR (EXISTS ( SELECT 1
   FROM public.parties p
  WHERE ((p.jit = break_glass.jit) AND (p.id = break_glass.recipient) AND (NOT public.beyond_the_union(p.kind))))))));


--
-- Name: briefing_marks updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.briefing_marks FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat()))) WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: calendar_feeds updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.calendar_feeds FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (public.asking_party() IS NOT NULL) AND (revoked_at IS NULL))) WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (public.asking_party() IS NOT NULL)));


--
-- Name: channels updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.channels FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND public.sits_in(whole, parties) AND (public.asking_roles() && ARRAY['leader'::text, 'coordinator'::text]) AND (closed_at IS NULL))) WITH CHECK (((jit = public.asking_jit()) AND public.sits_in(whole, parties) AND (public.asking_roles() && ARRAY['leader'::text, 'coordinator'::text]) AND (closed_by = public.asking_seat())));


--
-- Name: consents updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.consents FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND ((public.asking_party() = asker_party) OR (public.asking_party() = asked_party)) AND ((evidence IS NULL) OR (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE ((e.jit = consents.jit) AND (e.id = consents.evidence))
 OFFSET 0))))) WITH CHECK (((jit = public.asking_jit()) AND ((asked_party = public.asking_party()) OR ((asker_party = public.asking_party()) AND (state = 'withdrawn'::text))) AND ((evidence IS NULL) OR (EXISTS ( SELECT 1
   FROM public.evidence e
  WHERE ((e.jit = consents.jit) AND (e.id = consents.evidence))
 OFFSET 0)))));


--
-- Name: debriefs updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.debriefs FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()))) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (said_by = public.asking_seat()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE ((o.id = debriefs.operation) AND (o.jit = debriefs.jit) AND (public.asking_party() = ANY (o.parties)) AND ((o.told_at IS NOT NULL) OR (o.author_party = public.asking_party())))))));


--
-- Name: disclosures updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.disclosures FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (((originator = public.asking_party()) AND (public.admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3)) OR (public.jointly(evidence) = 3)) AND (recalled_at IS NULL))) WITH CHECK (((jit = public.asking_jit()) AND (((originator = public.asking_party()) AND (public.admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) = 3)) OR (public.jointly(evidence) = 3)) AND (recalled_at IS NOT NULL)));


--
-- Name: emergencies updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.emergencies FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (originator = public.asking_party()) AND (verdict IS NULL))) WITH CHECK (((jit = public.asking_jit()) AND (originator = public.asking_party()) AND (verdict IS NOT NULL) AND (reviewed_by = public.asking_seat())));


--
-- Name: erasure_wishes updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.erasure_wishes FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = erasure_wishes.jit) AND (r.evidence = erasure_wishes.evidence) AND (r.party = public.asking_party()) AND (r.originator = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)))) AND (confirmed_by IS NULL))) WITH CHECK (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = erasure_wishes.jit) AND (r.evidence = erasure_wishes.evidence) AND (r.party = public.asking_party()) AND (r.originator = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)))) AND (confirmed_by = public.asking_seat())));


--
-- Name: evidence updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.evidence FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (public.asking_as_jit_auditor() OR (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = evidence.jit) AND (r.evidence = evidence.id) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1))
 OFFSET 0))))) WITH CHECK (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = evidence.jit) AND (r.evidence = evidence.id) AND (r.originator = public.asking_party()) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
 OFFSET 0))));


--
-- Name: exports updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.exports FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (requested_by = public.asking_seat()))) WITH CHECK (((jit = public.asking_jit()) AND (requested_by = public.asking_seat())));


--
-- Name: field_erasures updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.field_erasures FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (approval IS NULL) AND (confirmed_by IS NULL))) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (confirmed_by = public.asking_seat())));


--
-- Name: files updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.files FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = files.jit) AND (r.evidence = files.evidence) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))
 OFFSET 0)) AND ((state = 'ready'::text) OR ((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = files.jit) AND (r.evidence = files.evidence) AND (r.originator = public.asking_party()) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
 OFFSET 0)))))) WITH CHECK (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = files.jit) AND (r.evidence = files.evidence) AND (r.originator = public.asking_party()) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
 OFFSET 0))));


--
-- Name: filter_teams updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.filter_teams FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND ('leader'::text = ANY (public.asking_roles())))) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND ('leader'::text = ANY (public.asking_roles())) AND (decided_by = public.asking_seat())));


--
-- Name: flags updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.flags FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND ((originator = public.asking_party()) AND (public.admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) > 0)) AND (decision IS NULL))) WITH CHECK (((jit = public.asking_jit()) AND ((originator = public.asking_party()) AND (public.admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) > 0)) AND (decided_by = public.asking_seat())));


--
-- Name: four_eyes updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.four_eyes FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()))) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (decided_by = public.asking_seat())));


--
-- Name: handovers updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.handovers FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (state = 'offered'::text) AND public.can_read_custody(evidence) AND (((public.asking_party() = party) OR (public.asking_party() = to_party)) OR public.asking_as_originator(evidence)))) WITH CHECK (((jit = public.asking_jit()) AND (answered_by = public.asking_seat()) AND
CASE state
    WHEN 'received'::text THEN (to_party = public.asking_party())
    WHEN 'refused'::text THEN (to_party = public.asking_party())
    WHEN 'withdrawn'::text THEN ((party = public.asking_party()) OR public.asking_as_originator(evidence))
    ELSE false
END));


--
-- Name: jits updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.jits FOR UPDATE TO liaison_app USING ((id = public.asking_jit())) WITH CHECK (((id = public.asking_jit()) AND ('administrator'::text = ANY (public.asking_roles())) AND (state = ANY (ARRAY['operational'::text, 'trial'::text]))));


--
-- Name: media_lines updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.media_lines FOR UPDATE TO liaison_app USING ((jit = public.asking_jit())) WITH CHECK (((jit = public.asking_jit()) AND (written_by = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE ((o.id = media_lines.operation) AND (((public.asking_party() = ANY (o.parties)) AND ('leader'::text = ANY (public.asking_roles()))) OR ('coordinator'::text = ANY (public.asking_roles()))))))));


--
-- Name: members updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.members FOR UPDATE TO liaison_app USING ((((jit = public.asking_jit()) AND (public.asking_seat() IS NOT NULL)) OR ((public.asking_seat() IS NULL) AND (state = 'proposed'::text) AND (email = ( SELECT a.email
   FROM public.accounts a
  WHERE (a.id = public.asking_account())))))) WITH CHECK ((((jit = public.asking_jit()) AND ((('leader'::text = ANY (public.asking_roles())) AND ((party = public.asking_party()) OR (party IS NULL))) OR (('coordinator'::text = ANY (public.asking_roles())) AND ((state = 'ended'::text) OR ((state = 'proposed'::text) AND (NOT (EXISTS ( SELECT 1
   FROM public.confirmations c
  WHERE (c.member = members.id))))))))) OR ((public.asking_seat() IS NULL) AND (state = 'seated'::text) AND (account = public.asking_account()) AND (email = ( SELECT a.email
   FROM public.accounts a
  WHERE (a.id = public.asking_account()))))));


--
-- Name: messages updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.messages FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (kind = 'talk'::text) AND (taken_back_at IS NULL) AND (EXISTS ( SELECT 1
   FROM public.channels c
  WHERE ((c.id = messages.channel) AND (c.jit = messages.jit) AND ((NOT c.whole) OR (messages.id > public.asking_party())))
 OFFSET 0)) AND ((kind = 'decision'::text) OR (at > ( SELECT public.talk_kept() AS talk_kept))))) WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND public.sit_in(channel, mentions) AND ((taken_back_at IS NOT NULL) OR (EXISTS ( SELECT 1
   FROM public.channels c
  WHERE ((c.id = messages.channel) AND (c.jit = messages.jit) AND (c.closed_at IS NULL))
 OFFSET 0)))));


--
-- Name: notification_preferences updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.notification_preferences FOR UPDATE TO liaison_app USING ((account = public.asking_account())) WITH CHECK ((account = public.asking_account()));


--
-- Name: notifications updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.notifications FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND public.is_shown(id))) WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: operation_words updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.operation_words FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()))) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (said_by = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.operations o
  WHERE ((o.id = operation_words.operation) AND (o.jit = operation_words.jit) AND (public.asking_party() = ANY (o.parties)) AND ((o.told_at IS NOT NULL) OR (o.author_party = public.asking_party())))))));


--
-- Name: operations updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.operations FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (('coordinator'::text = ANY (public.asking_roles())) OR ((author_party = public.asking_party()) AND ('leader'::text = ANY (public.asking_roles())))))) WITH CHECK (((jit = public.asking_jit()) AND (('coordinator'::text = ANY (public.asking_roles())) OR ((author_party = public.asking_party()) AND ('leader'::text = ANY (public.asking_roles()))))));


--
-- Name: parties updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.parties FOR UPDATE TO liaison_app USING ((jit = public.asking_jit())) WITH CHECK (((jit = public.asking_jit()) AND ('administrator'::text = ANY (public.asking_roles())) AND (id IS DISTINCT FROM public.asking_party()) AND (status = ANY (ARRAY['active'::text, 'suspended'::text]))));


--
-- Name: physical_custody updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.physical_custody FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND public.can_read_custody(evidence) AND ((party = public.asking_party()) OR public.asking_as_originator(evidence) OR public.is_offered_to_asking_seat(evidence)))) WITH CHECK (((jit = public.asking_jit()) AND ((party = public.asking_party()) OR public.asking_as_originator(evidence))));


--
-- Name: protected updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.protected FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND (lifted_at IS NULL))) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text]) AND ((lifted_at >= (statement_timestamp() - '00:01:00'::interval)) AND (lifted_at <= (statement_timestamp() + '00:01:00'::interval)))));


--
-- Name: provenances updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.provenances FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = provenances.jit) AND (r.evidence = provenances.evidence) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))
 OFFSET 0)))) WITH CHECK (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.releases r
  WHERE ((r.jit = provenances.jit) AND (r.evidence = provenances.evidence) AND (r.originator = public.asking_party()) AND (r.party = public.asking_party()) AND (public.admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
 OFFSET 0))));


--
-- Name: read_marks updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.read_marks FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.channels c
  WHERE ((c.id = read_marks.channel) AND (c.jit = read_marks.jit))
 OFFSET 0))));


--
-- Name: refusals updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.refusals FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat()))) WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: releases updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.releases FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (public.asking_as_jit_auditor() OR ((party = public.asking_party()) AND (public.admitted(level, authorities, seats, not_before, until) > 0)) OR ((((originator = public.asking_party()) OR ((party <> originator) AND (public.jointly(evidence) = 3))) AND (public.admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone, NULL::timestamp with time zone) > 0)) OR (public.jointly(evidence) > 0))))) WITH CHECK (((jit = public.asking_jit()) AND ((originator = public.asking_party()) OR ((party <> originator) AND (public.jointly(evidence) = 3))) AND ('leader'::text = ANY (public.asking_roles())) AND (public.decides_releases() OR ((level = 1) AND public.is_withdrawn(evidence)))));


--
-- Name: reservations updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.reservations FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND ('leader'::text = ANY (public.asking_roles())) AND (public.decides_releases() OR (NOT (EXISTS ( SELECT 1
   FROM public.members m
  WHERE ((m.jit = reservations.jit) AND (m.party = reservations.party) AND (m.state = 'seated'::text) AND (m.function = 'judicial'::text) AND ('leader'::text = ANY (m.roles))))))))) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (decided_by = public.asking_seat())));


--
-- Name: saved_views updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.saved_views FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat()))) WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat())));


--
-- Name: signing_demands updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.signing_demands FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND ('leader'::text = ANY (public.asking_roles())))) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND ('leader'::text = ANY (public.asking_roles())) AND (decided_by = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.headers h
  WHERE ((h.entry = signing_demands.entry) AND (h.jit = signing_demands.jit) AND (h.party = public.asking_party()) AND (h.kind = 'signing.demanded'::text) AND (EXISTS ( SELECT 1
           FROM public.fields f
          WHERE ((f.entry = h.entry) AND (f.name = 'scope'::text) AND (((f.value)::jsonb #>> '{}'::text[]) = signing_demands.scope)))))
 OFFSET 0))));


--
-- Name: signing_keys updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.signing_keys FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (revoked_at IS NULL) AND (public.asking_roles() && ARRAY['leader'::text, 'member'::text, 'coordinator'::text]))) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND ('leader'::text = ANY (public.asking_roles())) AND (revoked_by = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.headers h
  WHERE ((h.entry = signing_keys.revocation) AND (h.jit = signing_keys.jit) AND (h.party = public.asking_party()) AND (h.kind = 'signing.key_revoked'::text) AND (((h.subject)::jsonb ->> 'signing_key'::text) = (signing_keys.id)::text) AND (EXISTS ( SELECT 1
           FROM public.fields f
          WHERE ((f.entry = h.entry) AND (f.name = 'public_key'::text) AND (((f.value)::jsonb #>> '{}'::text[]) = encode(signing_keys.public, 'base64'::text))))))
 OFFSET 0))));


--
-- Name: task_items updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.task_items FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (EXISTS ( SELECT 1
   FROM public.tasks t
  WHERE ((t.jit = task_items.jit) AND (t.id = task_items.task) AND (('coordinator'::text = ANY (public.asking_roles())) OR (t.assigner = public.asking_seat()) OR (t.assignee = public.asking_seat()))))))) WITH CHECK (((jit = public.asking_jit()) AND ((done_by IS NULL) OR (done_by = public.asking_seat()))));


--
-- Name: tasks updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.tasks FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (('coordinator'::text = ANY (public.asking_roles())) OR (assigner = public.asking_seat()) OR (assignee = public.asking_seat()) OR (('leader'::text = ANY (public.asking_roles())) AND (assignee_party = public.asking_party()))))) WITH CHECK (((jit = public.asking_jit()) AND (('coordinator'::text = ANY (public.asking_roles())) OR (assigner = public.asking_seat()) OR (assignee = public.asking_seat()) OR (('leader'::text = ANY (public.asking_roles())) AND (assignee_party = public.asking_party()))) AND (EXISTS ( SELECT 1
   FROM public.members m
  WHERE ((m.jit = tasks.jit) AND (m.id = tasks.assignee) AND (m.party = tasks.assignee_party) AND (m.state <> 'proposed'::text))))));


--
-- Name: witnesses updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.witnesses FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND ('leader'::text = ANY (public.asking_roles())) AND (removed_at IS NULL))) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND ('leader'::text = ANY (public.asking_roles())) AND (removed_at IS NOT NULL)));


--
-- Name: working_hours updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.working_hours FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()))) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (decided_by = public.asking_seat())));


--
-- Name: working_sessions updated; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY updated ON public.working_sessions FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (ended_at IS NULL))) WITH CHECK (((jit = public.asking_jit()) AND (seat = public.asking_seat()) AND (ended_at IS NOT NULL)));


--
-- Name: verifications; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.verifications ENABLE ROW LEVEL SECURITY;

--
-- Name: viewings; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.viewings ENABLE ROW LEVEL SECURITY;

--
-- Name: blank_labels voided; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY voided ON public.blank_labels FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (evidence IS NULL) AND (voiding IS NULL))) WITH CHECK (((jit = public.asking_jit()) AND (party = public.asking_party()) AND (evidence IS NULL) AND (voided_by = public.asking_seat()) AND (EXISTS ( SELECT 1
   FROM public.headers h
  WHERE ((h.entry = blank_labels.voiding) AND (h.jit = blank_labels.jit) AND (h.party = public.asking_party()) AND (h.kind = 'label.voided'::text) AND (((h.subject)::jsonb ->> 'sheet'::text) = (blank_labels.sheet)::text) AND (EXISTS ( SELECT 1
           FROM public.fields f
          WHERE ((f.entry = h.entry) AND (f.name = 'label'::text) AND (((f.value)::jsonb #>> '{}'::text[]) = blank_labels.code))
         OFFSET 0)) AND (EXISTS ( SELECT 1
           FROM public.fields f
          WHERE ((f.entry = h.entry) AND (f.name = 'reason'::text) AND (((f.value)::jsonb #>> '{}'::text[]) = blank_labels.void_reason))
         OFFSET 0)))
 OFFSET 0))));


--
-- Name: waiting_releases; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.waiting_releases ENABLE ROW LEVEL SECURITY;

--
-- Name: closings withdrawn; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY withdrawn ON public.closings FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND (withdrawn_at IS NULL) AND (closed_at IS NULL) AND (('administrator'::text = ANY (public.asking_roles())) OR public.decides_releases()))) WITH CHECK (((jit = public.asking_jit()) AND (withdrawn_by = public.asking_seat()) AND (closed_at IS NULL)));


--
-- Name: leavings withdrawn; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY withdrawn ON public.leavings FOR UPDATE TO liaison_app USING (((jit = public.asking_jit()) AND ((party = public.asking_party()) OR (('administrator'::text = ANY (public.asking_roles())) AND (NOT public.is_led(party)))))) WITH CHECK (((jit = public.asking_jit()) AND (withdrawn_by = public.asking_seat())));


--
-- Name: openings within; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY within ON public.openings AS RESTRICTIVE FOR INSERT TO liaison_app WITH CHECK (((working_session IS NULL) OR ((opened_at > (statement_timestamp() - '00:01:00'::interval)) AND (EXISTS ( SELECT 1
   FROM public.working_sessions w
  WHERE ((w.id = openings.working_session) AND (w.seat = openings.seat) AND (w.session = openings.session) AND (w.purpose = openings.purpose) AND (w.ended_at IS NULL) AND (openings.opened_at >= w.begun_at) AND (openings.opened_at < w.expires_at) AND (openings.expires_at <= w.expires_at)))))));


--
-- Name: witness_states; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.witness_states ENABLE ROW LEVEL SECURITY;

--
-- Name: witnesses; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.witnesses ENABLE ROW LEVEL SECURITY;

--
-- Name: signing_keys worded_so; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY worded_so ON public.signing_keys AS RESTRICTIVE FOR INSERT TO liaison_app WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.fields f
  WHERE ((f.entry = signing_keys.entry) AND (f.name = 'key_name'::text) AND (((f.value)::jsonb #>> '{}'::text[]) = signing_keys.name))
 OFFSET 0))));


--
-- Name: working_hours; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.working_hours ENABLE ROW LEVEL SECURITY;

--
-- Name: working_sessions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.working_sessions ENABLE ROW LEVEL SECURITY;

--
-- Name: access_log written; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY written ON public.access_log FOR INSERT TO liaison_engine WITH CHECK (true);


--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA public TO liaison_app;
GRANT USAGE ON SCHEMA public TO liaison_engine;


--
-- Name: FUNCTION accept_account_invitation(account uuid, address text, code text, password text, language text, zone text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.accept_account_invitation(account uuid, address text, code text, password text, language text, zone text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.accept_account_invitation(account uuid, address text, code text, password text, language text, zone text) TO liaison_app;


--
-- Name: FUNCTION accept_invitation(account uuid, address text, code text, password text, language text, zone text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.accept_invitation(account uuid, address text, code text, password text, language text, zone text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.accept_invitation(account uuid, address text, code text, password text, language text, zone text) TO liaison_app;


--
-- Name: FUNCTION admit_administrator(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.admit_administrator() FROM PUBLIC;


--
-- Name: TABLE evidence; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.evidence TO liaison_app;


--
-- Name: COLUMN evidence.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.evidence TO liaison_engine;


--
-- Name: COLUMN evidence.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.evidence TO liaison_engine;


--
-- Name: COLUMN evidence.originator; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(originator) ON TABLE public.evidence TO liaison_engine;


--
-- Name: COLUMN evidence.title; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(title) ON TABLE public.evidence TO liaison_app;


--
-- Name: COLUMN evidence.status; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(status) ON TABLE public.evidence TO liaison_app;
GRANT SELECT(status) ON TABLE public.evidence TO liaison_engine;


--
-- Name: COLUMN evidence.files_count; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(files_count) ON TABLE public.evidence TO liaison_app;


--
-- Name: COLUMN evidence.files_bytes; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(files_bytes) ON TABLE public.evidence TO liaison_app;


--
-- Name: COLUMN evidence.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.evidence TO liaison_app;


--
-- Name: COLUMN evidence.verification; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(verification) ON TABLE public.evidence TO liaison_engine;


--
-- Name: COLUMN evidence.controller; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(controller) ON TABLE public.evidence TO liaison_app;


--
-- Name: COLUMN evidence.review_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(review_on) ON TABLE public.evidence TO liaison_app;


--
-- Name: COLUMN evidence.privilege; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(privilege) ON TABLE public.evidence TO liaison_engine;


--
-- Name: COLUMN evidence.joint; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(joint) ON TABLE public.evidence TO liaison_engine;


--
-- Name: TABLE members; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.members TO liaison_app;


--
-- Name: COLUMN members.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.members TO liaison_engine;


--
-- Name: COLUMN members.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.members TO liaison_engine;


--
-- Name: COLUMN members.party; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(party) ON TABLE public.members TO liaison_engine;


--
-- Name: COLUMN members.authority; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(authority) ON TABLE public.members TO liaison_engine;


--
-- Name: COLUMN members.account; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(account) ON TABLE public.members TO liaison_app;
GRANT SELECT(account) ON TABLE public.members TO liaison_engine;


--
-- Name: COLUMN members.code; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(code) ON TABLE public.members TO liaison_engine;


--
-- Name: COLUMN members.name; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(name) ON TABLE public.members TO liaison_app;


--
-- Name: COLUMN members.roles; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(roles) ON TABLE public.members TO liaison_engine;


--
-- Name: COLUMN members.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.members TO liaison_app;
GRANT SELECT(state),UPDATE(state) ON TABLE public.members TO liaison_engine;


--
-- Name: COLUMN members.seated_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(seated_at) ON TABLE public.members TO liaison_app;


--
-- Name: COLUMN members.one_time_code_hash; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(one_time_code_hash) ON TABLE public.members TO liaison_app;


--
-- Name: COLUMN members.one_time_code_expires_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(one_time_code_expires_at) ON TABLE public.members TO liaison_app;


--
-- Name: COLUMN members.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.members TO liaison_app;
GRANT SELECT(version),UPDATE(version) ON TABLE public.members TO liaison_engine;


--
-- Name: COLUMN members.until; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(until) ON TABLE public.members TO liaison_app;
GRANT SELECT(until) ON TABLE public.members TO liaison_engine;


--
-- Name: TABLE releases; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.releases TO liaison_app;
GRANT SELECT ON TABLE public.releases TO liaison_engine;


--
-- Name: COLUMN releases.level; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(level) ON TABLE public.releases TO liaison_app;


--
-- Name: COLUMN releases.authorities; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(authorities) ON TABLE public.releases TO liaison_app;


--
-- Name: COLUMN releases.seats; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(seats) ON TABLE public.releases TO liaison_app;


--
-- Name: COLUMN releases.own_seats; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(own_seats) ON TABLE public.releases TO liaison_app;


--
-- Name: COLUMN releases.not_before; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(not_before) ON TABLE public.releases TO liaison_app;


--
-- Name: COLUMN releases.until; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(until) ON TABLE public.releases TO liaison_app;


--
-- Name: COLUMN releases.purposes; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(purposes) ON TABLE public.releases TO liaison_app;


--
-- Name: COLUMN releases.basis; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(basis) ON TABLE public.releases TO liaison_app;


--
-- Name: COLUMN releases.granted_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(granted_by) ON TABLE public.releases TO liaison_app;


--
-- Name: COLUMN releases.granted_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(granted_at) ON TABLE public.releases TO liaison_app;


--
-- Name: COLUMN releases.effective; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(effective) ON TABLE public.releases TO liaison_app;
GRANT UPDATE(effective) ON TABLE public.releases TO liaison_engine;


--
-- Name: COLUMN releases.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.releases TO liaison_app;
GRANT UPDATE(state) ON TABLE public.releases TO liaison_engine;


--
-- Name: COLUMN releases.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.releases TO liaison_app;


--
-- Name: COLUMN releases.by_hand; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(by_hand) ON TABLE public.releases TO liaison_app;


--
-- Name: COLUMN releases.court_use; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(court_use) ON TABLE public.releases TO liaison_app;


--
-- Name: FUNCTION admit_administrators(team uuid, wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.admit_administrators(team uuid, wanted uuid) FROM PUBLIC;


--
-- Name: FUNCTION advance_chain(wanted uuid, taken bigint, reached bigint, last uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.advance_chain(wanted uuid, taken bigint, reached bigint, last uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.advance_chain(wanted uuid, taken bigint, reached bigint, last uuid) TO liaison_app;
GRANT ALL ON FUNCTION public.advance_chain(wanted uuid, taken bigint, reached bigint, last uuid) TO liaison_engine;


--
-- Name: FUNCTION alarm_handover(wanted uuid, new_id uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.alarm_handover(wanted uuid, new_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.alarm_handover(wanted uuid, new_id uuid) TO liaison_engine;


--
-- Name: FUNCTION append_entries(of_jit uuid, of_seat text, of_party uuid, of_party_code text, at_moment timestamp with time zone, ids uuid[], commitments bytea[], kinds text[], exhibits uuid[], subjects text[], abouts uuid[], salts bytea[], canonicals bytea[], field_of integer[], field_names text[], field_salts bytea[], field_values text[], field_readers text[], audience jsonb, chains uuid[], taken bigint[], reached bigint[], last uuid[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.append_entries(of_jit uuid, of_seat text, of_party uuid, of_party_code text, at_moment timestamp with time zone, ids uuid[], commitments bytea[], kinds text[], exhibits uuid[], subjects text[], abouts uuid[], salts bytea[], canonicals bytea[], field_of integer[], field_names text[], field_salts bytea[], field_values text[], field_readers text[], audience jsonb, chains uuid[], taken bigint[], reached bigint[], last uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.append_entries(of_jit uuid, of_seat text, of_party uuid, of_party_code text, at_moment timestamp with time zone, ids uuid[], commitments bytea[], kinds text[], exhibits uuid[], subjects text[], abouts uuid[], salts bytea[], canonicals bytea[], field_of integer[], field_names text[], field_salts bytea[], field_values text[], field_readers text[], audience jsonb, chains uuid[], taken bigint[], reached bigint[], last uuid[]) TO liaison_app;
GRANT ALL ON FUNCTION public.append_entries(of_jit uuid, of_seat text, of_party uuid, of_party_code text, at_moment timestamp with time zone, ids uuid[], commitments bytea[], kinds text[], exhibits uuid[], subjects text[], abouts uuid[], salts bytea[], canonicals bytea[], field_of integer[], field_names text[], field_salts bytea[], field_values text[], field_readers text[], audience jsonb, chains uuid[], taken bigint[], reached bigint[], last uuid[]) TO liaison_engine;


--
-- Name: FUNCTION approve_field_erasure(wanted uuid, decision uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.approve_field_erasure(wanted uuid, decision uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.approve_field_erasure(wanted uuid, decision uuid) TO liaison_app;


--
-- Name: FUNCTION are_plain(named uuid[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.are_plain(named uuid[]) FROM PUBLIC;


--
-- Name: TABLE waiting_releases; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.waiting_releases TO liaison_app;
GRANT SELECT,DELETE ON TABLE public.waiting_releases TO liaison_engine;


--
-- Name: FUNCTION as_release(w public.waiting_releases); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.as_release(w public.waiting_releases) FROM PUBLIC;


--
-- Name: TABLE copies; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.copies TO liaison_app;
GRANT SELECT ON TABLE public.copies TO liaison_engine;


--
-- Name: COLUMN copies.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.copies TO liaison_app;


--
-- Name: COLUMN copies.asked_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(asked_at) ON TABLE public.copies TO liaison_app;


--
-- Name: COLUMN copies.reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reason) ON TABLE public.copies TO liaison_app;


--
-- Name: COLUMN copies.because; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(because) ON TABLE public.copies TO liaison_app;


--
-- Name: COLUMN copies.answered_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(answered_at) ON TABLE public.copies TO liaison_app;


--
-- Name: COLUMN copies.answered_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(answered_by) ON TABLE public.copies TO liaison_app;


--
-- Name: COLUMN copies.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.copies TO liaison_app;


--
-- Name: FUNCTION ask_after(wanted uuid, holder uuid, because text, joint_too boolean); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.ask_after(wanted uuid, holder uuid, because text, joint_too boolean) FROM PUBLIC;


--
-- Name: TABLE parties; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.parties TO liaison_app;


--
-- Name: COLUMN parties.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.parties TO liaison_engine;


--
-- Name: COLUMN parties.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.parties TO liaison_engine;


--
-- Name: COLUMN parties.code; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(code) ON TABLE public.parties TO liaison_engine;


--
-- Name: COLUMN parties.kind; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(kind) ON TABLE public.parties TO liaison_engine;


--
-- Name: COLUMN parties.time_zone; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(time_zone) ON TABLE public.parties TO liaison_engine;


--
-- Name: COLUMN parties.status; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(status) ON TABLE public.parties TO liaison_app;
GRANT SELECT(status) ON TABLE public.parties TO liaison_engine;


--
-- Name: COLUMN parties.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.parties TO liaison_app;


--
-- Name: COLUMN parties.leaves_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(leaves_at) ON TABLE public.parties TO liaison_engine;


--
-- Name: FUNCTION has_left(team uuid, who uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.has_left(team uuid, who uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.has_left(team uuid, who uuid) TO liaison_app;
GRANT ALL ON FUNCTION public.has_left(team uuid, who uuid) TO liaison_engine;


--
-- Name: TABLE headers; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.headers TO liaison_app;
GRANT SELECT,INSERT ON TABLE public.headers TO liaison_engine;


--
-- Name: FUNCTION field_assenters(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.field_assenters(wanted uuid) FROM PUBLIC;


--
-- Name: TABLE field_erasures; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.field_erasures TO liaison_app;


--
-- Name: COLUMN field_erasures.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.field_erasures TO liaison_engine;


--
-- Name: COLUMN field_erasures.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.field_erasures TO liaison_engine;


--
-- Name: COLUMN field_erasures.entry; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(entry) ON TABLE public.field_erasures TO liaison_engine;


--
-- Name: COLUMN field_erasures.party; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(party) ON TABLE public.field_erasures TO liaison_engine;


--
-- Name: COLUMN field_erasures.names; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(names) ON TABLE public.field_erasures TO liaison_engine;


--
-- Name: COLUMN field_erasures.ground; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(ground) ON TABLE public.field_erasures TO liaison_engine;


--
-- Name: COLUMN field_erasures.legal_basis; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(legal_basis) ON TABLE public.field_erasures TO liaison_engine;


--
-- Name: COLUMN field_erasures.wanted_by; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(wanted_by) ON TABLE public.field_erasures TO liaison_engine;


--
-- Name: COLUMN field_erasures.confirmed_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(confirmed_by) ON TABLE public.field_erasures TO liaison_app;
GRANT SELECT(confirmed_by) ON TABLE public.field_erasures TO liaison_engine;


--
-- Name: COLUMN field_erasures.approval; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(approval) ON TABLE public.field_erasures TO liaison_engine;


--
-- Name: COLUMN field_erasures.decided_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(decided_at) ON TABLE public.field_erasures TO liaison_engine;


--
-- Name: COLUMN field_erasures.erased_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(erased_at) ON TABLE public.field_erasures TO liaison_engine;


--
-- Name: FUNCTION asked_assents(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.asked_assents(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.asked_assents(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION asking_as_originator(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.asking_as_originator(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.asking_as_originator(wanted uuid) TO liaison_app;


--
-- Name: TABLE accounts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.accounts TO liaison_app;


--
-- Name: COLUMN accounts.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.accounts TO liaison_engine;


--
-- Name: COLUMN accounts.name; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(name) ON TABLE public.accounts TO liaison_app;


--
-- Name: COLUMN accounts.password_hash; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(password_hash) ON TABLE public.accounts TO liaison_app;


--
-- Name: COLUMN accounts.locale; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(locale) ON TABLE public.accounts TO liaison_app;


--
-- Name: COLUMN accounts.time_zone; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(time_zone) ON TABLE public.accounts TO liaison_app;
GRANT SELECT(time_zone) ON TABLE public.accounts TO liaison_engine;


--
-- Name: COLUMN accounts.closed_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(closed_at) ON TABLE public.accounts TO liaison_engine;


--
-- Name: FUNCTION asking_operator(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.asking_operator() FROM PUBLIC;
GRANT ALL ON FUNCTION public.asking_operator() TO liaison_app;


--
-- Name: TABLE files; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.files TO liaison_app;


--
-- Name: COLUMN files.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.files TO liaison_engine;


--
-- Name: COLUMN files.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.files TO liaison_engine;


--
-- Name: COLUMN files.evidence; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(evidence) ON TABLE public.files TO liaison_engine;


--
-- Name: COLUMN files.media_type; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(media_type) ON TABLE public.files TO liaison_app;
GRANT SELECT(media_type) ON TABLE public.files TO liaison_engine;


--
-- Name: COLUMN files.size_bytes; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(size_bytes) ON TABLE public.files TO liaison_engine;


--
-- Name: COLUMN files.received_bytes; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(received_bytes) ON TABLE public.files TO liaison_app;
GRANT SELECT(received_bytes) ON TABLE public.files TO liaison_engine;


--
-- Name: COLUMN files.sha256; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sha256) ON TABLE public.files TO liaison_app;


--
-- Name: COLUMN files.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.files TO liaison_app;
GRANT SELECT(state),UPDATE(state) ON TABLE public.files TO liaison_engine;


--
-- Name: COLUMN files.renditions; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(renditions) ON TABLE public.files TO liaison_app;
GRANT SELECT(renditions),UPDATE(renditions) ON TABLE public.files TO liaison_engine;


--
-- Name: COLUMN files.created_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(created_at) ON TABLE public.files TO liaison_engine;


--
-- Name: COLUMN files.received_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(received_at) ON TABLE public.files TO liaison_app;


--
-- Name: COLUMN files.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.files TO liaison_app;
GRANT SELECT(version),UPDATE(version) ON TABLE public.files TO liaison_engine;


--
-- Name: COLUMN files.expires_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(expires_at) ON TABLE public.files TO liaison_app;
GRANT SELECT(expires_at),UPDATE(expires_at) ON TABLE public.files TO liaison_engine;


--
-- Name: TABLE filter_teams; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.filter_teams TO liaison_app;


--
-- Name: COLUMN filter_teams.seats; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(seats) ON TABLE public.filter_teams TO liaison_app;


--
-- Name: COLUMN filter_teams.decided_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_by) ON TABLE public.filter_teams TO liaison_app;


--
-- Name: COLUMN filter_teams.decided_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE public.filter_teams TO liaison_app;


--
-- Name: COLUMN filter_teams.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.filter_teams TO liaison_app;


--
-- Name: FUNCTION asks_as_filter(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.asks_as_filter(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.asks_as_filter(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION assents_to_fields(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.assents_to_fields(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.assents_to_fields(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION beat(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.beat() FROM PUBLIC;


--
-- Name: TABLE emergencies; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.emergencies TO liaison_app;


--
-- Name: COLUMN emergencies.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.emergencies TO liaison_engine;


--
-- Name: COLUMN emergencies.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.emergencies TO liaison_engine;


--
-- Name: COLUMN emergencies.evidence; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(evidence) ON TABLE public.emergencies TO liaison_engine;


--
-- Name: COLUMN emergencies.originator; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(originator) ON TABLE public.emergencies TO liaison_engine;


--
-- Name: COLUMN emergencies.party; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(party) ON TABLE public.emergencies TO liaison_engine;


--
-- Name: COLUMN emergencies.until; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(until) ON TABLE public.emergencies TO liaison_engine;


--
-- Name: COLUMN emergencies.settled_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(settled_at),UPDATE(settled_at) ON TABLE public.emergencies TO liaison_engine;


--
-- Name: COLUMN emergencies.verdict; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(verdict) ON TABLE public.emergencies TO liaison_app;


--
-- Name: COLUMN emergencies.finding; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(finding) ON TABLE public.emergencies TO liaison_app;


--
-- Name: COLUMN emergencies.reviewed_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reviewed_by) ON TABLE public.emergencies TO liaison_app;


--
-- Name: COLUMN emergencies.reviewed_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reviewed_at) ON TABLE public.emergencies TO liaison_app;


--
-- Name: COLUMN emergencies.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.emergencies TO liaison_app;


--
-- Name: FUNCTION begin_emergency(new_id uuid, number text, said text, at timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.begin_emergency(new_id uuid, number text, said text, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.begin_emergency(new_id uuid, number text, said text, at timestamp with time zone) TO liaison_app;


--
-- Name: FUNCTION begin_erasure(wanted uuid, on_ground text, because text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.begin_erasure(wanted uuid, on_ground text, because text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.begin_erasure(wanted uuid, on_ground text, because text) TO liaison_app;
GRANT ALL ON FUNCTION public.begin_erasure(wanted uuid, on_ground text, because text) TO liaison_engine;


--
-- Name: FUNCTION begin_leaving(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.begin_leaving(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.begin_leaving(wanted uuid) TO liaison_engine;


--
-- Name: FUNCTION begin_pulse(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.begin_pulse() FROM PUBLIC;


--
-- Name: FUNCTION begin_quarantine(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.begin_quarantine(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.begin_quarantine(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION bind_blank_label(wanted text, exhibit uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.bind_blank_label(wanted text, exhibit uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.bind_blank_label(wanted text, exhibit uuid) TO liaison_app;


--
-- Name: FUNCTION bind_child(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.bind_child() FROM PUBLIC;


--
-- Name: FUNCTION bring_to_children(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.bring_to_children() FROM PUBLIC;


--
-- Name: TABLE calendar_feeds; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT ON TABLE public.calendar_feeds TO liaison_app;


--
-- Name: COLUMN calendar_feeds.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.calendar_feeds TO liaison_app;


--
-- Name: COLUMN calendar_feeds.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.calendar_feeds TO liaison_app;


--
-- Name: COLUMN calendar_feeds.seat; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(seat) ON TABLE public.calendar_feeds TO liaison_app;


--
-- Name: COLUMN calendar_feeds.slot; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(slot) ON TABLE public.calendar_feeds TO liaison_app;


--
-- Name: COLUMN calendar_feeds.name; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(name) ON TABLE public.calendar_feeds TO liaison_app;


--
-- Name: COLUMN calendar_feeds.made_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(made_at) ON TABLE public.calendar_feeds TO liaison_app;


--
-- Name: COLUMN calendar_feeds.last_used_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(last_used_at),UPDATE(last_used_at) ON TABLE public.calendar_feeds TO liaison_app;


--
-- Name: COLUMN calendar_feeds.revoked_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(revoked_at),UPDATE(revoked_at) ON TABLE public.calendar_feeds TO liaison_app;


--
-- Name: FUNCTION calendar_feed_of(digest bytea, demonstration boolean); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.calendar_feed_of(digest bytea, demonstration boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.calendar_feed_of(digest bytea, demonstration boolean) TO liaison_app;


--
-- Name: TABLE disclosures; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.disclosures TO liaison_app;
GRANT SELECT ON TABLE public.disclosures TO liaison_engine;


--
-- Name: COLUMN disclosures.recalled_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(recalled_at) ON TABLE public.disclosures TO liaison_app;


--
-- Name: COLUMN disclosures.reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reason) ON TABLE public.disclosures TO liaison_app;


--
-- Name: COLUMN disclosures.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.disclosures TO liaison_app;


--
-- Name: FUNCTION call_back(wanted uuid, holder uuid, because text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.call_back(wanted uuid, holder uuid, because text) FROM PUBLIC;


--
-- Name: TABLE entry_audience; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.entry_audience TO liaison_app;
GRANT SELECT,INSERT ON TABLE public.entry_audience TO liaison_engine;


--
-- Name: TABLE exports; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.exports TO liaison_app;
GRANT SELECT ON TABLE public.exports TO liaison_engine;


--
-- Name: COLUMN exports.entry; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(entry) ON TABLE public.exports TO liaison_app;
GRANT UPDATE(entry) ON TABLE public.exports TO liaison_engine;


--
-- Name: COLUMN exports.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.exports TO liaison_app;
GRANT UPDATE(state) ON TABLE public.exports TO liaison_engine;


--
-- Name: COLUMN exports.ready_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ready_at) ON TABLE public.exports TO liaison_app;
GRANT UPDATE(ready_at) ON TABLE public.exports TO liaison_engine;


--
-- Name: COLUMN exports.size_bytes; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(size_bytes) ON TABLE public.exports TO liaison_app;
GRANT UPDATE(size_bytes) ON TABLE public.exports TO liaison_engine;


--
-- Name: COLUMN exports.sha256; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sha256) ON TABLE public.exports TO liaison_app;
GRANT UPDATE(sha256) ON TABLE public.exports TO liaison_engine;


--
-- Name: COLUMN exports.entries; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(entries) ON TABLE public.exports TO liaison_app;
GRANT UPDATE(entries) ON TABLE public.exports TO liaison_engine;


--
-- Name: COLUMN exports.withheld; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(withheld) ON TABLE public.exports TO liaison_app;
GRANT UPDATE(withheld) ON TABLE public.exports TO liaison_engine;


--
-- Name: COLUMN exports.problem; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(problem) ON TABLE public.exports TO liaison_app;
GRANT UPDATE(problem) ON TABLE public.exports TO liaison_engine;


--
-- Name: COLUMN exports.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.exports TO liaison_app;
GRANT UPDATE(version) ON TABLE public.exports TO liaison_engine;


--
-- Name: COLUMN exports.problem_code; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(problem_code) ON TABLE public.exports TO liaison_app;
GRANT UPDATE(problem_code) ON TABLE public.exports TO liaison_engine;


--
-- Name: COLUMN exports.written; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(written) ON TABLE public.exports TO liaison_app;
GRANT UPDATE(written) ON TABLE public.exports TO liaison_engine;


--
-- Name: COLUMN exports.total; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(total) ON TABLE public.exports TO liaison_app;
GRANT UPDATE(total) ON TABLE public.exports TO liaison_engine;


--
-- Name: COLUMN exports.expires_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(expires_at) ON TABLE public.exports TO liaison_app;
GRANT UPDATE(expires_at) ON TABLE public.exports TO liaison_engine;


--
-- Name: FUNCTION can_hold(b public.exports, wanted uuid, about uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.can_hold(b public.exports, wanted uuid, about uuid) FROM PUBLIC;


--
-- Name: FUNCTION can_read_custody(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.can_read_custody(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.can_read_custody(wanted uuid) TO liaison_app;


--
-- Name: TABLE physical_custody; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.physical_custody TO liaison_app;


--
-- Name: COLUMN physical_custody.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.physical_custody TO liaison_app;


--
-- Name: COLUMN physical_custody.party; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(party) ON TABLE public.physical_custody TO liaison_app;


--
-- Name: COLUMN physical_custody.seat; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(seat) ON TABLE public.physical_custody TO liaison_app;


--
-- Name: COLUMN physical_custody.custodian; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(custodian) ON TABLE public.physical_custody TO liaison_app;


--
-- Name: COLUMN physical_custody.place; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(place) ON TABLE public.physical_custody TO liaison_app;


--
-- Name: COLUMN physical_custody.seal; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(seal) ON TABLE public.physical_custody TO liaison_app;


--
-- Name: COLUMN physical_custody.corrects; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(corrects) ON TABLE public.physical_custody TO liaison_app;


--
-- Name: COLUMN physical_custody.changed_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(changed_at) ON TABLE public.physical_custody TO liaison_app;


--
-- Name: COLUMN physical_custody.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.physical_custody TO liaison_app;


--
-- Name: COLUMN physical_custody.corrections; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(corrections) ON TABLE public.physical_custody TO liaison_app;


--
-- Name: FUNCTION can_receive_handover(wanted uuid, recipient uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.can_receive_handover(wanted uuid, recipient uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.can_receive_handover(wanted uuid, recipient uuid) TO liaison_app;


--
-- Name: FUNCTION claim_storage(OUT of_party bigint, OUT of_jit bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.claim_storage(OUT of_party bigint, OUT of_jit bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.claim_storage(OUT of_party bigint, OUT of_jit bigint) TO liaison_app;


--
-- Name: FUNCTION clock_skew(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.clock_skew() FROM PUBLIC;
GRANT ALL ON FUNCTION public.clock_skew() TO liaison_app;


--
-- Name: FUNCTION close_channel(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.close_channel() FROM PUBLIC;


--
-- Name: FUNCTION close_team(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.close_team(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.close_team(wanted uuid) TO liaison_app;


--
-- Name: TABLE checkpoints; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.checkpoints TO liaison_app;
GRANT SELECT,INSERT ON TABLE public.checkpoints TO liaison_engine;


--
-- Name: TABLE entries; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.entries TO liaison_app;
GRANT SELECT,INSERT ON TABLE public.entries TO liaison_engine;


--
-- Name: TABLE positions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.positions TO liaison_app;
GRANT SELECT,INSERT ON TABLE public.positions TO liaison_engine;


--
-- Name: FUNCTION commitments_between(wanted uuid, first bigint, behind bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.commitments_between(wanted uuid, first bigint, behind bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.commitments_between(wanted uuid, first bigint, behind bigint) TO liaison_app;
GRANT ALL ON FUNCTION public.commitments_between(wanted uuid, first bigint, behind bigint) TO liaison_engine;


--
-- Name: FUNCTION complete_setup(digest bytea, account uuid, address text, person text, password text, language text, zone text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.complete_setup(digest bytea, account uuid, address text, person text, password text, language text, zone text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.complete_setup(digest bytea, account uuid, address text, person text, password text, language text, zone text) TO liaison_app;


--
-- Name: FUNCTION content_is_open(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.content_is_open(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.content_is_open(wanted uuid) TO liaison_app;


--
-- Name: TABLE controller_confirmations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.controller_confirmations TO liaison_app;


--
-- Name: TABLE controllers; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.controllers TO liaison_app;


--
-- Name: FUNCTION controller_designated(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.controller_designated() FROM PUBLIC;
GRANT ALL ON FUNCTION public.controller_designated() TO liaison_app;


--
-- Name: FUNCTION controller_waits(team uuid, wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.controller_waits(team uuid, wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.controller_waits(team uuid, wanted uuid) TO liaison_app;
GRANT ALL ON FUNCTION public.controller_waits(team uuid, wanted uuid) TO liaison_engine;


--
-- Name: FUNCTION copy_own_seats(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.copy_own_seats() FROM PUBLIC;


--
-- Name: FUNCTION copy_to_release(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.copy_to_release() FROM PUBLIC;


--
-- Name: FUNCTION copy_to_releases(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.copy_to_releases() FROM PUBLIC;


--
-- Name: FUNCTION count_correction(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.count_correction() FROM PUBLIC;


--
-- Name: FUNCTION count_label(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.count_label() FROM PUBLIC;


--
-- Name: TABLE reservations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.reservations TO liaison_app;


--
-- Name: COLUMN reservations.judicial; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(judicial) ON TABLE public.reservations TO liaison_app;


--
-- Name: COLUMN reservations.decided_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_by) ON TABLE public.reservations TO liaison_app;


--
-- Name: COLUMN reservations.decided_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE public.reservations TO liaison_app;


--
-- Name: COLUMN reservations.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.reservations TO liaison_app;


--
-- Name: FUNCTION decides_releases(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.decides_releases() FROM PUBLIC;
GRANT ALL ON FUNCTION public.decides_releases() TO liaison_app;


--
-- Name: FUNCTION demand_closed(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demand_closed() FROM PUBLIC;


--
-- Name: FUNCTION demand_custody(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demand_custody() FROM PUBLIC;


--
-- Name: FUNCTION demand_derivable(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demand_derivable() FROM PUBLIC;


--
-- Name: FUNCTION demand_entered(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demand_entered() FROM PUBLIC;


--
-- Name: FUNCTION demand_entered_about(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demand_entered_about() FROM PUBLIC;


--
-- Name: FUNCTION demand_entered_now(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demand_entered_now() FROM PUBLIC;


--
-- Name: FUNCTION demand_entered_of_team(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demand_entered_of_team() FROM PUBLIC;


--
-- Name: FUNCTION demand_handover(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demand_handover() FROM PUBLIC;


--
-- Name: FUNCTION demand_mentioned(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demand_mentioned() FROM PUBLIC;


--
-- Name: FUNCTION demand_moved(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demand_moved() FROM PUBLIC;


--
-- Name: FUNCTION demand_named(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demand_named() FROM PUBLIC;


--
-- Name: FUNCTION demand_operator(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demand_operator() FROM PUBLIC;


--
-- Name: FUNCTION demand_voided_now(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demand_voided_now() FROM PUBLIC;


--
-- Name: TABLE four_eyes; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.four_eyes TO liaison_app;


--
-- Name: COLUMN four_eyes.acts; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(acts) ON TABLE public.four_eyes TO liaison_app;


--
-- Name: COLUMN four_eyes.proposed; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(proposed) ON TABLE public.four_eyes TO liaison_app;


--
-- Name: COLUMN four_eyes.decided_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_by) ON TABLE public.four_eyes TO liaison_app;


--
-- Name: COLUMN four_eyes.decided_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE public.four_eyes TO liaison_app;


--
-- Name: COLUMN four_eyes.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.four_eyes TO liaison_app;


--
-- Name: FUNCTION demands_two(act text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demands_two(act text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.demands_two(act text) TO liaison_app;


--
-- Name: FUNCTION differing(wanted uuid, first bigint, behind bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.differing(wanted uuid, first bigint, behind bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.differing(wanted uuid, first bigint, behind bigint) TO liaison_engine;


--
-- Name: FUNCTION draw_code(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.draw_code() FROM PUBLIC;


--
-- Name: TABLE deliveries; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.deliveries TO liaison_app;


--
-- Name: FUNCTION is_taken_by_all(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_taken_by_all(wanted uuid) FROM PUBLIC;


--
-- Name: FUNCTION has_transfer_ended(e public.evidence, on_ground text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.has_transfer_ended(e public.evidence, on_ground text) FROM PUBLIC;


--
-- Name: TABLE holds; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.holds TO liaison_app;


--
-- Name: COLUMN holds.lifted_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(lifted_by) ON TABLE public.holds TO liaison_app;


--
-- Name: COLUMN holds.lifted_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(lifted_at) ON TABLE public.holds TO liaison_app;


--
-- Name: COLUMN holds.lift_reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(lift_reason) ON TABLE public.holds TO liaison_app;


--
-- Name: FUNCTION is_on_hold(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_on_hold(wanted uuid) FROM PUBLIC;


--
-- Name: FUNCTION due_erasures(after uuid, most integer); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.due_erasures(after uuid, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.due_erasures(after uuid, most integer) TO liaison_engine;


--
-- Name: TABLE leavings; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.leavings TO liaison_app;
GRANT SELECT ON TABLE public.leavings TO liaison_engine;


--
-- Name: COLUMN leavings.withdrawn_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(withdrawn_by) ON TABLE public.leavings TO liaison_app;


--
-- Name: COLUMN leavings.withdrawn_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(withdrawn_at) ON TABLE public.leavings TO liaison_app;


--
-- Name: COLUMN leavings.ended_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE public.leavings TO liaison_engine;


--
-- Name: FUNCTION due_leavings(wanted uuid, most integer); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.due_leavings(wanted uuid, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.due_leavings(wanted uuid, most integer) TO liaison_engine;


--
-- Name: FUNCTION is_left_behind(e public.evidence); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_left_behind(e public.evidence) FROM PUBLIC;


--
-- Name: FUNCTION due_of_left(after uuid, most integer); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.due_of_left(after uuid, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.due_of_left(after uuid, most integer) TO liaison_engine;


--
-- Name: FUNCTION has_ended(w public.physical_custody); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.has_ended(w public.physical_custody) FROM PUBLIC;


--
-- Name: TABLE erasures; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.erasures TO liaison_app;


--
-- Name: COLUMN erasures.evidence; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(evidence) ON TABLE public.erasures TO liaison_engine;


--
-- Name: COLUMN erasures.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.erasures TO liaison_engine;


--
-- Name: COLUMN erasures.ground; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(ground) ON TABLE public.erasures TO liaison_engine;


--
-- Name: COLUMN erasures.destroyed_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(destroyed_at) ON TABLE public.erasures TO liaison_engine;


--
-- Name: COLUMN erasures.fields; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(fields) ON TABLE public.erasures TO liaison_engine;


--
-- Name: TABLE jits; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.jits TO liaison_app;


--
-- Name: COLUMN jits.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.jits TO liaison_engine;


--
-- Name: COLUMN jits.name; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(name) ON TABLE public.jits TO liaison_app;


--
-- Name: COLUMN jits.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.jits TO liaison_app;
GRANT SELECT(state) ON TABLE public.jits TO liaison_engine;


--
-- Name: COLUMN jits.ledger_origin; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(ledger_origin),UPDATE(ledger_origin) ON TABLE public.jits TO liaison_engine;


--
-- Name: COLUMN jits.founded_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(founded_at) ON TABLE public.jits TO liaison_engine;


--
-- Name: COLUMN jits.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.jits TO liaison_app;


--
-- Name: COLUMN jits.quorum; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(quorum) ON TABLE public.jits TO liaison_app;
GRANT SELECT(quorum) ON TABLE public.jits TO liaison_engine;


--
-- Name: COLUMN jits.review_sample; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(review_sample) ON TABLE public.jits TO liaison_app;


--
-- Name: FUNCTION due_ways(after uuid, most integer); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.due_ways(after uuid, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.due_ways(after uuid, most integer) TO liaison_engine;


--
-- Name: FUNCTION end_privileged_wishes(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.end_privileged_wishes(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.end_privileged_wishes(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION end_quarantine(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.end_quarantine(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.end_quarantine(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION end_unjustified(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.end_unjustified() FROM PUBLIC;


--
-- Name: FUNCTION enqueue_job(job_kind text, job_key text, due timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.enqueue_job(job_kind text, job_key text, due timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.enqueue_job(job_kind text, job_key text, due timestamp with time zone) TO liaison_app;
GRANT ALL ON FUNCTION public.enqueue_job(job_kind text, job_key text, due timestamp with time zone) TO liaison_engine;


--
-- Name: FUNCTION entering_state(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.entering_state() FROM PUBLIC;
GRANT ALL ON FUNCTION public.entering_state() TO liaison_app;


--
-- Name: FUNCTION erase_fields(wanted uuid, certificate_entry uuid, expires timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.erase_fields(wanted uuid, certificate_entry uuid, expires timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.erase_fields(wanted uuid, certificate_entry uuid, expires timestamp with time zone) TO liaison_engine;


--
-- Name: FUNCTION erase_fields_going(x public.erasures, certificate_entry uuid, many bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.erase_fields_going(x public.erasures, certificate_entry uuid, many bigint) FROM PUBLIC;


--
-- Name: FUNCTION erase_fields_with(wanted uuid, certificate_entry uuid, many bigint, expires timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.erase_fields_with(wanted uuid, certificate_entry uuid, many bigint, expires timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.erase_fields_with(wanted uuid, certificate_entry uuid, many bigint, expires timestamp with time zone) TO liaison_engine;


--
-- Name: FUNCTION erase_of_left(wanted uuid, because text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.erase_of_left(wanted uuid, because text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.erase_of_left(wanted uuid, because text) TO liaison_engine;


--
-- Name: TABLE channels; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.channels TO liaison_app;


--
-- Name: COLUMN channels.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.channels TO liaison_engine;


--
-- Name: COLUMN channels.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.channels TO liaison_engine;


--
-- Name: COLUMN channels.whole; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(whole) ON TABLE public.channels TO liaison_engine;


--
-- Name: COLUMN channels.parties; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(parties) ON TABLE public.channels TO liaison_engine;


--
-- Name: COLUMN channels.closed_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(closed_by) ON TABLE public.channels TO liaison_app;


--
-- Name: COLUMN channels.closed_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(closed_at) ON TABLE public.channels TO liaison_app;


--
-- Name: COLUMN channels.close_reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(close_reason) ON TABLE public.channels TO liaison_app;


--
-- Name: COLUMN channels.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.channels TO liaison_app;


--
-- Name: TABLE messages; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.messages TO liaison_app;


--
-- Name: COLUMN messages.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.messages TO liaison_engine;


--
-- Name: COLUMN messages.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.messages TO liaison_engine;


--
-- Name: COLUMN messages.kind; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(kind) ON TABLE public.messages TO liaison_engine;


--
-- Name: COLUMN messages.seat; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(seat) ON TABLE public.messages TO liaison_engine;


--
-- Name: COLUMN messages.text; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(text) ON TABLE public.messages TO liaison_app;


--
-- Name: COLUMN messages.mentions; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(mentions) ON TABLE public.messages TO liaison_app;
GRANT SELECT(mentions) ON TABLE public.messages TO liaison_engine;


--
-- Name: COLUMN messages.at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(at) ON TABLE public.messages TO liaison_engine;


--
-- Name: COLUMN messages.corrected_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(corrected_at) ON TABLE public.messages TO liaison_app;


--
-- Name: COLUMN messages.taken_back_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(taken_back_at) ON TABLE public.messages TO liaison_app;


--
-- Name: COLUMN messages.signers; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(signers) ON TABLE public.messages TO liaison_engine;


--
-- Name: TABLE talk_rules; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.talk_rules TO liaison_app;


--
-- Name: FUNCTION erase_old_talk(most integer); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.erase_old_talk(most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.erase_old_talk(most integer) TO liaison_engine;


--
-- Name: FUNCTION erase_way_with(wanted uuid, certificate_entry uuid, many bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.erase_way_with(wanted uuid, certificate_entry uuid, many bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.erase_way_with(wanted uuid, certificate_entry uuid, many bigint) TO liaison_engine;


--
-- Name: FUNCTION follows(wanted public.releases, binding public.releases, h1 boolean); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.follows(wanted public.releases, binding public.releases, h1 boolean) FROM PUBLIC;


--
-- Name: FUNCTION exceeded_bounds(wanted public.releases); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.exceeded_bounds(wanted public.releases) FROM PUBLIC;


--
-- Name: FUNCTION fields_to_erase(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.fields_to_erase(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.fields_to_erase(wanted uuid) TO liaison_engine;


--
-- Name: FUNCTION finish_erasure(wanted uuid, until_backups_end interval); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.finish_erasure(wanted uuid, until_backups_end interval) FROM PUBLIC;
GRANT ALL ON FUNCTION public.finish_erasure(wanted uuid, until_backups_end interval) TO liaison_engine;


--
-- Name: FUNCTION flag_privileged(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.flag_privileged(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.flag_privileged(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION flags_own_seats(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.flags_own_seats() FROM PUBLIC;


--
-- Name: FUNCTION forget_channel(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.forget_channel() FROM PUBLIC;


--
-- Name: FUNCTION forget_comment(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.forget_comment() FROM PUBLIC;


--
-- Name: FUNCTION forget_decision(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.forget_decision() FROM PUBLIC;


--
-- Name: FUNCTION forget_mentions(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.forget_mentions() FROM PUBLIC;


--
-- Name: FUNCTION forget_of_day(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.forget_of_day() FROM PUBLIC;


--
-- Name: FUNCTION forget_way(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.forget_way(wanted uuid) FROM PUBLIC;


--
-- Name: FUNCTION forget_words(wanted uuid, requested text[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.forget_words(wanted uuid, requested text[]) FROM PUBLIC;


--
-- Name: TABLE release_agreements; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.release_agreements TO liaison_app;


--
-- Name: FUNCTION lacking(w public.waiting_releases); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.lacking(w public.waiting_releases) FROM PUBLIC;
GRANT ALL ON FUNCTION public.lacking(w public.waiting_releases) TO liaison_app;
GRANT ALL ON FUNCTION public.lacking(w public.waiting_releases) TO liaison_engine;


--
-- Name: TABLE attestations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.attestations TO liaison_app;


--
-- Name: TABLE clearances; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.clearances TO liaison_app;


--
-- Name: TABLE release_confirmations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.release_confirmations TO liaison_app;


--
-- Name: TABLE verifications; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.verifications TO liaison_app;


--
-- Name: COLUMN verifications.evidence; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(evidence) ON TABLE public.verifications TO liaison_engine;


--
-- Name: COLUMN verifications.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.verifications TO liaison_engine;


--
-- Name: COLUMN verifications.verdict; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(verdict) ON TABLE public.verifications TO liaison_engine;


--
-- Name: FUNCTION gate_is_open(gate text, w public.waiting_releases); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.gate_is_open(gate text, w public.waiting_releases) FROM PUBLIC;
GRANT ALL ON FUNCTION public.gate_is_open(gate text, w public.waiting_releases) TO liaison_app;
GRANT ALL ON FUNCTION public.gate_is_open(gate text, w public.waiting_releases) TO liaison_engine;


--
-- Name: FUNCTION gates_of_originator(wanted uuid, owner uuid, recipient uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.gates_of_originator(wanted uuid, owner uuid, recipient uuid) FROM PUBLIC;


--
-- Name: FUNCTION give_back(former jsonb, team uuid, wanted uuid, holder uuid, resting_on text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.give_back(former jsonb, team uuid, wanted uuid, holder uuid, resting_on text) FROM PUBLIC;


--
-- Name: FUNCTION give_clearance(clearance uuid, wanted uuid, given text, why text, seen integer, files integer); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.give_clearance(clearance uuid, wanted uuid, given text, why text, seen integer, files integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.give_clearance(clearance uuid, wanted uuid, given text, why text, seen integer, files integer) TO liaison_app;


--
-- Name: FUNCTION has_accounts(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.has_accounts() FROM PUBLIC;


--
-- Name: FUNCTION has_no_seats(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.has_no_seats(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.has_no_seats(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION hold_bounds(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.hold_bounds(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.hold_bounds(wanted uuid) TO liaison_app;
GRANT ALL ON FUNCTION public.hold_bounds(wanted uuid) TO liaison_engine;


--
-- Name: FUNCTION hold_bundles(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.hold_bundles() FROM PUBLIC;
GRANT ALL ON FUNCTION public.hold_bundles() TO liaison_engine;


--
-- Name: FUNCTION hold_field_erasure(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.hold_field_erasure(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.hold_field_erasure(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION hold_mention(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.hold_mention() FROM PUBLIC;


--
-- Name: FUNCTION hold_parents(parents uuid[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.hold_parents(parents uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.hold_parents(parents uuid[]) TO liaison_app;


--
-- Name: FUNCTION hold_quarantine(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.hold_quarantine() FROM PUBLIC;


--
-- Name: FUNCTION hold_to_bounds(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.hold_to_bounds() FROM PUBLIC;


--
-- Name: FUNCTION hold_translation(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.hold_translation() FROM PUBLIC;


--
-- Name: FUNCTION hold_unerased(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.hold_unerased() FROM PUBLIC;


--
-- Name: FUNCTION hold_way(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.hold_way(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.hold_way(wanted uuid) TO liaison_engine;


--
-- Name: FUNCTION hold_wish_to_bounds(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.hold_wish_to_bounds() FROM PUBLIC;


--
-- Name: FUNCTION index_description(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.index_description() FROM PUBLIC;


--
-- Name: FUNCTION index_file(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.index_file() FROM PUBLIC;


--
-- Name: FUNCTION index_text(wanted uuid, wanted_part uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.index_text(wanted uuid, wanted_part uuid) FROM PUBLIC;


--
-- Name: FUNCTION index_title(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.index_title() FROM PUBLIC;


--
-- Name: FUNCTION invitations_of_members(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.invitations_of_members() FROM PUBLIC;
GRANT ALL ON FUNCTION public.invitations_of_members() TO liaison_app;


--
-- Name: FUNCTION invite_account(invitation uuid, address text, person text, founds boolean, digest bytea, expiry timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.invite_account(invitation uuid, address text, person text, founds boolean, digest bytea, expiry timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.invite_account(invitation uuid, address text, person text, founds boolean, digest bytea, expiry timestamp with time zone) TO liaison_app;


--
-- Name: TABLE field_erasure_agreements; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.field_erasure_agreements TO liaison_app;


--
-- Name: FUNCTION lacking_assents(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.lacking_assents(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.lacking_assents(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION is_agreed_to_fields(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_agreed_to_fields(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_agreed_to_fields(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION is_another(seat uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_another(seat uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_another(seat uuid) TO liaison_app;


--
-- Name: TABLE pending; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT ON TABLE public.pending TO liaison_app;
GRANT SELECT,INSERT,DELETE ON TABLE public.pending TO liaison_engine;


--
-- Name: FUNCTION is_entered(team uuid, of_kinds text[], named uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_entered(team uuid, of_kinds text[], named uuid) FROM PUBLIC;


--
-- Name: FUNCTION is_erasable(kind text, field text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_erasable(kind text, field text) FROM PUBLIC;


--
-- Name: FUNCTION is_led(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_led(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_led(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION is_new_entry(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_new_entry(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_new_entry(wanted uuid) TO liaison_app;


--
-- Name: TABLE handovers; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.handovers TO liaison_app;


--
-- Name: COLUMN handovers.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.handovers TO liaison_engine;


--
-- Name: COLUMN handovers.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.handovers TO liaison_engine;


--
-- Name: COLUMN handovers.evidence; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(evidence) ON TABLE public.handovers TO liaison_engine;


--
-- Name: COLUMN handovers.party; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(party) ON TABLE public.handovers TO liaison_engine;


--
-- Name: COLUMN handovers.offered_by; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(offered_by) ON TABLE public.handovers TO liaison_engine;


--
-- Name: COLUMN handovers.to_seat; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(to_seat) ON TABLE public.handovers TO liaison_engine;


--
-- Name: COLUMN handovers.due_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(due_at) ON TABLE public.handovers TO liaison_engine;


--
-- Name: COLUMN handovers.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.handovers TO liaison_app;
GRANT SELECT(state) ON TABLE public.handovers TO liaison_engine;


--
-- Name: COLUMN handovers.place; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(place) ON TABLE public.handovers TO liaison_app;


--
-- Name: COLUMN handovers.why; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(why) ON TABLE public.handovers TO liaison_app;


--
-- Name: COLUMN handovers.answered_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(answered_by) ON TABLE public.handovers TO liaison_app;


--
-- Name: COLUMN handovers.answered_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(answered_at) ON TABLE public.handovers TO liaison_app;


--
-- Name: COLUMN handovers.alarmed_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(alarmed_at) ON TABLE public.handovers TO liaison_engine;


--
-- Name: COLUMN handovers.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.handovers TO liaison_app;


--
-- Name: FUNCTION is_offered_to_asking_seat(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_offered_to_asking_seat(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_offered_to_asking_seat(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION is_own_decision(wanted uuid, within uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_own_decision(wanted uuid, within uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_own_decision(wanted uuid, within uuid) TO liaison_app;


--
-- Name: FUNCTION is_shown(notification uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_shown(notification uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_shown(notification uuid) TO liaison_app;


--
-- Name: FUNCTION is_withdrawn(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_withdrawn(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_withdrawn(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION jointly(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.jointly(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.jointly(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION json_of(said text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.json_of(said text) FROM PUBLIC;


--
-- Name: FUNCTION keep_acquisitions(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_acquisitions() FROM PUBLIC;


--
-- Name: FUNCTION keep_closed(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_closed() FROM PUBLIC;


--
-- Name: FUNCTION keep_custody_of_others(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_custody_of_others() FROM PUBLIC;


--
-- Name: FUNCTION keep_erased(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_erased() FROM PUBLIC;


--
-- Name: FUNCTION keep_fields(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_fields() FROM PUBLIC;


--
-- Name: FUNCTION keep_flag(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_flag() FROM PUBLIC;


--
-- Name: FUNCTION keep_former_words(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_former_words() FROM PUBLIC;


--
-- Name: FUNCTION keep_joint(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_joint() FROM PUBLIC;


--
-- Name: FUNCTION keep_left(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_left() FROM PUBLIC;


--
-- Name: FUNCTION keep_parties_of_task(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_parties_of_task() FROM PUBLIC;


--
-- Name: FUNCTION keep_question(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_question() FROM PUBLIC;


--
-- Name: FUNCTION keep_stored(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_stored() FROM PUBLIC;


--
-- Name: FUNCTION keep_texts(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_texts() FROM PUBLIC;


--
-- Name: FUNCTION keep_told(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_told() FROM PUBLIC;


--
-- Name: FUNCTION keep_what_was_erased(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_what_was_erased() FROM PUBLIC;


--
-- Name: FUNCTION keep_within(wanted uuid, recipient uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_within(wanted uuid, recipient uuid) FROM PUBLIC;


--
-- Name: FUNCTION keep_within_union(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_within_union() FROM PUBLIC;


--
-- Name: TABLE erasure_agreements; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.erasure_agreements TO liaison_app;


--
-- Name: FUNCTION lacking_erasure(e public.evidence); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.lacking_erasure(e public.evidence) FROM PUBLIC;
GRANT ALL ON FUNCTION public.lacking_erasure(e public.evidence) TO liaison_app;


--
-- Name: TABLE closing_assents; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.closing_assents TO liaison_app;


--
-- Name: TABLE closings; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.closings TO liaison_app;


--
-- Name: COLUMN closings.withdrawn_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(withdrawn_by) ON TABLE public.closings TO liaison_app;


--
-- Name: COLUMN closings.withdrawn_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(withdrawn_at) ON TABLE public.closings TO liaison_app;


--
-- Name: FUNCTION lacks_assent(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.lacks_assent(wanted uuid) FROM PUBLIC;


--
-- Name: FUNCTION leader_for(wanted uuid, recipient uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.leader_for(wanted uuid, recipient uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.leader_for(wanted uuid, recipient uuid) TO liaison_engine;


--
-- Name: FUNCTION leader_of(wanted uuid, whose uuid, first uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.leader_of(wanted uuid, whose uuid, first uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.leader_of(wanted uuid, whose uuid, first uuid) TO liaison_engine;


--
-- Name: FUNCTION least_of(stood public.releases); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.least_of(stood public.releases) FROM PUBLIC;


--
-- Name: FUNCTION leave_exhibit(leaving uuid, wanted uuid, because text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.leave_exhibit(leaving uuid, wanted uuid, because text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.leave_exhibit(leaving uuid, wanted uuid, because text) TO liaison_engine;


--
-- Name: FUNCTION ledger_head(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.ledger_head(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.ledger_head(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION list_erased(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.list_erased() FROM PUBLIC;


--
-- Name: FUNCTION lower_of_left(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.lower_of_left() FROM PUBLIC;


--
-- Name: FUNCTION mark_leaving(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.mark_leaving() FROM PUBLIC;


--
-- Name: FUNCTION may_address(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.may_address(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.may_address(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION may_agree(wish uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.may_agree(wish uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.may_agree(wish uuid) TO liaison_app;


--
-- Name: FUNCTION may_assent_to_fields(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.may_assent_to_fields(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.may_assent_to_fields(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION may_bundle(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.may_bundle(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.may_bundle(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION may_erase_fields(wanted uuid, requested text[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.may_erase_fields(wanted uuid, requested text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.may_erase_fields(wanted uuid, requested text[]) TO liaison_app;


--
-- Name: FUNCTION may_export(profile text, evidence uuid, exhibits uuid[], party uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.may_export(profile text, evidence uuid, exhibits uuid[], party uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.may_export(profile text, evidence uuid, exhibits uuid[], party uuid) TO liaison_app;


--
-- Name: FUNCTION may_obtain(named uuid[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.may_obtain(named uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.may_obtain(named uuid[]) TO liaison_app;


--
-- Name: FUNCTION may_release(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.may_release(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.may_release(wanted uuid) TO liaison_app;


--
-- Name: TABLE access_rules; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.access_rules TO liaison_app;


--
-- Name: COLUMN access_rules.level; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(level) ON TABLE public.access_rules TO liaison_app;


--
-- Name: COLUMN access_rules.authorities; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(authorities) ON TABLE public.access_rules TO liaison_app;


--
-- Name: COLUMN access_rules.seats; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(seats) ON TABLE public.access_rules TO liaison_app;


--
-- Name: COLUMN access_rules.not_before; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(not_before) ON TABLE public.access_rules TO liaison_app;


--
-- Name: COLUMN access_rules.until; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(until) ON TABLE public.access_rules TO liaison_app;


--
-- Name: COLUMN access_rules.purposes; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(purposes) ON TABLE public.access_rules TO liaison_app;


--
-- Name: COLUMN access_rules.clause; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(clause) ON TABLE public.access_rules TO liaison_app;


--
-- Name: COLUMN access_rules.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.access_rules TO liaison_app;


--
-- Name: COLUMN access_rules.decided_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_by) ON TABLE public.access_rules TO liaison_app;


--
-- Name: COLUMN access_rules.decided_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE public.access_rules TO liaison_app;


--
-- Name: COLUMN access_rules.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.access_rules TO liaison_app;


--
-- Name: COLUMN access_rules.four_eyes; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(four_eyes) ON TABLE public.access_rules TO liaison_app;


--
-- Name: FUNCTION speaking_rules(wanted uuid, addressed uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.speaking_rules(wanted uuid, addressed uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.speaking_rules(wanted uuid, addressed uuid) TO liaison_app;


--
-- Name: FUNCTION may_second(wish uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.may_second(wish uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.may_second(wish uuid) TO liaison_app;


--
-- Name: TABLE flags; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.flags TO liaison_app;


--
-- Name: COLUMN flags.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.flags TO liaison_engine;


--
-- Name: COLUMN flags.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.flags TO liaison_engine;


--
-- Name: COLUMN flags.originator; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(originator) ON TABLE public.flags TO liaison_engine;


--
-- Name: COLUMN flags.seat; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(seat) ON TABLE public.flags TO liaison_engine;


--
-- Name: COLUMN flags.decision; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decision) ON TABLE public.flags TO liaison_app;


--
-- Name: COLUMN flags.because; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(because) ON TABLE public.flags TO liaison_app;


--
-- Name: COLUMN flags.decided_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_by) ON TABLE public.flags TO liaison_app;


--
-- Name: COLUMN flags.decided_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE public.flags TO liaison_app;


--
-- Name: COLUMN flags.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.flags TO liaison_app;


--
-- Name: FUNCTION must_stand(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.must_stand(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.must_stand(wanted uuid) TO liaison_engine;


--
-- Name: FUNCTION names_follow(named uuid[], binding public.releases); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.names_follow(named uuid[], binding public.releases) FROM PUBLIC;


--
-- Name: FUNCTION next_media_line(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.next_media_line() FROM PUBLIC;


--
-- Name: FUNCTION note_operator_act(act text, subject text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.note_operator_act(act text, subject text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.note_operator_act(act text, subject text) TO liaison_app;


--
-- Name: FUNCTION number_message(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.number_message() FROM PUBLIC;


--
-- Name: FUNCTION open_setup(digest bytea); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.open_setup(digest bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.open_setup(digest bytea) TO liaison_engine;


--
-- Name: FUNCTION own_court_use(own public.releases); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.own_court_use(own public.releases) FROM PUBLIC;


--
-- Name: FUNCTION own_purposes(own public.releases); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.own_purposes(own public.releases) FROM PUBLIC;


--
-- Name: FUNCTION pass_release(wish uuid, kinds text[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.pass_release(wish uuid, kinds text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.pass_release(wish uuid, kinds text[]) TO liaison_app;
GRANT ALL ON FUNCTION public.pass_release(wish uuid, kinds text[]) TO liaison_engine;


--
-- Name: FUNCTION plan_fixity(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.plan_fixity() FROM PUBLIC;


--
-- Name: FUNCTION raise_alerts(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.raise_alerts() FROM PUBLIC;


--
-- Name: TABLE alerts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.alerts TO liaison_app;


--
-- Name: COLUMN alerts.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.alerts TO liaison_engine;


--
-- Name: COLUMN alerts.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.alerts TO liaison_engine;


--
-- Name: COLUMN alerts.originator; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(originator) ON TABLE public.alerts TO liaison_engine;


--
-- Name: COLUMN alerts.kind; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(kind) ON TABLE public.alerts TO liaison_engine;


--
-- Name: COLUMN alerts.evidence; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(evidence) ON TABLE public.alerts TO liaison_engine;


--
-- Name: COLUMN alerts.party; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(party) ON TABLE public.alerts TO liaison_engine;


--
-- Name: COLUMN alerts.owner; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(owner) ON TABLE public.alerts TO liaison_app;
GRANT SELECT(owner),UPDATE(owner) ON TABLE public.alerts TO liaison_engine;


--
-- Name: COLUMN alerts.acknowledged_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(acknowledged_at) ON TABLE public.alerts TO liaison_app;
GRANT SELECT(acknowledged_at) ON TABLE public.alerts TO liaison_engine;


--
-- Name: COLUMN alerts.acknowledged_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(acknowledged_by) ON TABLE public.alerts TO liaison_app;


--
-- Name: COLUMN alerts.word; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(word) ON TABLE public.alerts TO liaison_app;


--
-- Name: COLUMN alerts.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.alerts TO liaison_app;
GRANT SELECT(version),UPDATE(version) ON TABLE public.alerts TO liaison_engine;


--
-- Name: COLUMN alerts.handover; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(handover) ON TABLE public.alerts TO liaison_engine;


--
-- Name: FUNCTION raised_by(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.raised_by(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.raised_by(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION raised_by_emergency(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.raised_by_emergency(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.raised_by_emergency(wanted uuid) TO liaison_app;


--
-- Name: FUNCTION refuse_after_clearance(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_after_clearance() FROM PUBLIC;


--
-- Name: FUNCTION refuse_after_verdict(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_after_verdict() FROM PUBLIC;


--
-- Name: FUNCTION refuse_anothers_own_seats(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_anothers_own_seats() FROM PUBLIC;


--
-- Name: FUNCTION refuse_beyond(wanted public.releases); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_beyond(wanted public.releases) FROM PUBLIC;


--
-- Name: FUNCTION refuse_change(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_change() FROM PUBLIC;


--
-- Name: FUNCTION refuse_closed(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_closed() FROM PUBLIC;


--
-- Name: FUNCTION refuse_court_use_alone(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_court_use_alone() FROM PUBLIC;


--
-- Name: FUNCTION refuse_destroyed_on_hold(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_destroyed_on_hold() FROM PUBLIC;


--
-- Name: FUNCTION refuse_early(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_early() FROM PUBLIC;


--
-- Name: FUNCTION refuse_erased(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_erased() FROM PUBLIC;


--
-- Name: FUNCTION refuse_of_left(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_of_left() FROM PUBLIC;


--
-- Name: FUNCTION refuse_other_origin(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_other_origin() FROM PUBLIC;


--
-- Name: FUNCTION refuse_past_gates(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_past_gates() FROM PUBLIC;


--
-- Name: FUNCTION refuse_raised_former(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_raised_former() FROM PUBLIC;


--
-- Name: FUNCTION refuse_unstoring(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_unstoring() FROM PUBLIC;


--
-- Name: FUNCTION refuse_used_wish(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refuse_used_wish() FROM PUBLIC;


--
-- Name: FUNCTION reissue_account_invitation(invitation uuid, digest bytea, expiry timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.reissue_account_invitation(invitation uuid, digest bytea, expiry timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.reissue_account_invitation(invitation uuid, digest bytea, expiry timestamp with time zone) TO liaison_app;


--
-- Name: FUNCTION restore_after_emergency(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.restore_after_emergency(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.restore_after_emergency(wanted uuid) TO liaison_engine;


--
-- Name: FUNCTION restore_release(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.restore_release(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.restore_release(wanted uuid) TO liaison_engine;


--
-- Name: FUNCTION search_pool(words text[], of_originator uuid, of_kind text, of_category text, of_status text, of_handling text, of_tlp text, of_level integer, released_to uuid, acquired_from timestamp with time zone, acquired_before timestamp with time zone, registered_from timestamp with time zone, registered_before timestamp with time zone, of_hash text, order_by text, descending boolean, after_key text, after_id uuid, wanted integer); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.search_pool(words text[], of_originator uuid, of_kind text, of_category text, of_status text, of_handling text, of_tlp text, of_level integer, released_to uuid, acquired_from timestamp with time zone, acquired_before timestamp with time zone, registered_from timestamp with time zone, registered_before timestamp with time zone, of_hash text, order_by text, descending boolean, after_key text, after_id uuid, wanted integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.search_pool(words text[], of_originator uuid, of_kind text, of_category text, of_status text, of_handling text, of_tlp text, of_level integer, released_to uuid, acquired_from timestamp with time zone, acquired_before timestamp with time zone, registered_from timestamp with time zone, registered_before timestamp with time zone, of_hash text, order_by text, descending boolean, after_key text, after_id uuid, wanted integer) TO liaison_app;


--
-- Name: FUNCTION set_account_disabled(account uuid, wanted boolean); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.set_account_disabled(account uuid, wanted boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.set_account_disabled(account uuid, wanted boolean) TO liaison_app;


--
-- Name: FUNCTION set_account_may_found(account uuid, wanted boolean); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.set_account_may_found(account uuid, wanted boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.set_account_may_found(account uuid, wanted boolean) TO liaison_app;


--
-- Name: FUNCTION setup_is_open(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.setup_is_open() FROM PUBLIC;
GRANT ALL ON FUNCTION public.setup_is_open() TO liaison_app;


--
-- Name: TABLE signing_demands; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.signing_demands TO liaison_app;


--
-- Name: COLUMN signing_demands.scope; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(scope) ON TABLE public.signing_demands TO liaison_app;


--
-- Name: COLUMN signing_demands.entry; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(entry) ON TABLE public.signing_demands TO liaison_app;


--
-- Name: COLUMN signing_demands.decided_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_by) ON TABLE public.signing_demands TO liaison_app;


--
-- Name: COLUMN signing_demands.decided_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE public.signing_demands TO liaison_app;


--
-- Name: COLUMN signing_demands.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.signing_demands TO liaison_app;


--
-- Name: TABLE followed; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,DELETE ON TABLE public.followed TO liaison_engine;


--
-- Name: TABLE refusals; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.refusals TO liaison_app;


--
-- Name: COLUMN refusals.seat; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(seat) ON TABLE public.refusals TO liaison_engine;


--
-- Name: COLUMN refusals.minute; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(minute) ON TABLE public.refusals TO liaison_engine;


--
-- Name: COLUMN refusals.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.refusals TO liaison_engine;


--
-- Name: COLUMN refusals.times; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(times) ON TABLE public.refusals TO liaison_app;


--
-- Name: COLUMN refusals.last_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(last_at) ON TABLE public.refusals TO liaison_app;


--
-- Name: FUNCTION something_runs(team uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.something_runs(team uuid) FROM PUBLIC;


--
-- Name: FUNCTION standing_gates(wanted uuid, recipient uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.standing_gates(wanted uuid, recipient uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.standing_gates(wanted uuid, recipient uuid) TO liaison_app;


--
-- Name: FUNCTION still_stands(former jsonb, wanted uuid, holder uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.still_stands(former jsonb, wanted uuid, holder uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.still_stands(former jsonb, wanted uuid, holder uuid) TO liaison_app;


--
-- Name: FUNCTION storage_of_teams(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.storage_of_teams() FROM PUBLIC;
GRANT ALL ON FUNCTION public.storage_of_teams() TO liaison_app;


--
-- Name: FUNCTION take_chain(wanted uuid, OUT n bigint, OUT previous bytea); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.take_chain(wanted uuid, OUT n bigint, OUT previous bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.take_chain(wanted uuid, OUT n bigint, OUT previous bytea) TO liaison_app;
GRANT ALL ON FUNCTION public.take_chain(wanted uuid, OUT n bigint, OUT previous bytea) TO liaison_engine;


--
-- Name: FUNCTION take_custody(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.take_custody(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.take_custody(wanted uuid) TO liaison_app;
GRANT ALL ON FUNCTION public.take_custody(wanted uuid) TO liaison_engine;


--
-- Name: FUNCTION take_fixity(wanted uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.take_fixity(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.take_fixity(wanted uuid) TO liaison_engine;


--
-- Name: FUNCTION take_seat(who uuid, wanted uuid, with_head boolean); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.take_seat(who uuid, wanted uuid, with_head boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.take_seat(who uuid, wanted uuid, with_head boolean) TO liaison_app;


--
-- Name: FUNCTION tell_attempt(attempt uuid, to_party uuid, refusing uuid[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.tell_attempt(attempt uuid, to_party uuid, refusing uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.tell_attempt(attempt uuid, to_party uuid, refusing uuid[]) TO liaison_app;


--
-- Name: FUNCTION tell_custody(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.tell_custody() FROM PUBLIC;


--
-- Name: FUNCTION time_physical_custody(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.time_physical_custody() FROM PUBLIC;


--
-- Name: FUNCTION time_signing(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.time_signing() FROM PUBLIC;


--
-- Name: FUNCTION time_translation(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.time_translation() FROM PUBLIC;


--
-- Name: FUNCTION try_setup_code(digest bytea); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.try_setup_code(digest bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.try_setup_code(digest bytea) TO liaison_app;


--
-- Name: FUNCTION under_rules(wanted uuid, addressed uuid, given smallint, to_authorities uuid[], to_seats uuid[], starts timestamp with time zone, ends timestamp with time zone, for_purposes text[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.under_rules(wanted uuid, addressed uuid, given smallint, to_authorities uuid[], to_seats uuid[], starts timestamp with time zone, ends timestamp with time zone, for_purposes text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.under_rules(wanted uuid, addressed uuid, given smallint, to_authorities uuid[], to_seats uuid[], starts timestamp with time zone, ends timestamp with time zone, for_purposes text[]) TO liaison_app;


--
-- Name: TABLE consents; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.consents TO liaison_app;


--
-- Name: COLUMN consents.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.consents TO liaison_engine;


--
-- Name: COLUMN consents.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.consents TO liaison_engine;


--
-- Name: COLUMN consents.use; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(use) ON TABLE public.consents TO liaison_engine;


--
-- Name: COLUMN consents.evidence; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(evidence) ON TABLE public.consents TO liaison_engine;


--
-- Name: COLUMN consents.asker; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(asker) ON TABLE public.consents TO liaison_engine;


--
-- Name: COLUMN consents.asker_party; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(asker_party) ON TABLE public.consents TO liaison_engine;


--
-- Name: COLUMN consents.asked_party; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(asked_party) ON TABLE public.consents TO liaison_engine;


--
-- Name: COLUMN consents.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.consents TO liaison_app;
GRANT SELECT(state),UPDATE(state) ON TABLE public.consents TO liaison_engine;


--
-- Name: COLUMN consents.due_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(due_at) ON TABLE public.consents TO liaison_engine;


--
-- Name: COLUMN consents.seen_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(seen_at) ON TABLE public.consents TO liaison_app;


--
-- Name: COLUMN consents.answered_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(answered_at) ON TABLE public.consents TO liaison_app;


--
-- Name: COLUMN consents.answered_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(answered_by) ON TABLE public.consents TO liaison_app;


--
-- Name: COLUMN consents.reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reason) ON TABLE public.consents TO liaison_app;


--
-- Name: COLUMN consents.conditions; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(conditions) ON TABLE public.consents TO liaison_app;


--
-- Name: COLUMN consents.until; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(until) ON TABLE public.consents TO liaison_app;
GRANT SELECT(until) ON TABLE public.consents TO liaison_engine;


--
-- Name: COLUMN consents.former; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(former) ON TABLE public.consents TO liaison_app;


--
-- Name: COLUMN consents.answer; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(answer) ON TABLE public.consents TO liaison_app;
GRANT SELECT(answer) ON TABLE public.consents TO liaison_engine;


--
-- Name: COLUMN consents.ended_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE public.consents TO liaison_app;
GRANT SELECT(ended_at),UPDATE(ended_at) ON TABLE public.consents TO liaison_engine;


--
-- Name: COLUMN consents.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.consents TO liaison_app;
GRANT SELECT(version),UPDATE(version) ON TABLE public.consents TO liaison_engine;


--
-- Name: TABLE decision_signatures; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.decision_signatures TO liaison_app;


--
-- Name: TABLE operations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.operations TO liaison_app;


--
-- Name: COLUMN operations.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.operations TO liaison_engine;


--
-- Name: COLUMN operations.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.operations TO liaison_engine;


--
-- Name: COLUMN operations.title; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(title) ON TABLE public.operations TO liaison_app;


--
-- Name: COLUMN operations.kind; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(kind) ON TABLE public.operations TO liaison_app;


--
-- Name: COLUMN operations.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.operations TO liaison_app;
GRANT SELECT(state) ON TABLE public.operations TO liaison_engine;


--
-- Name: COLUMN operations.h_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(h_at) ON TABLE public.operations TO liaison_app;
GRANT SELECT(h_at) ON TABLE public.operations TO liaison_engine;


--
-- Name: COLUMN operations.h_zone; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(h_zone) ON TABLE public.operations TO liaison_app;


--
-- Name: COLUMN operations.parties; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(parties) ON TABLE public.operations TO liaison_app;
GRANT SELECT(parties) ON TABLE public.operations TO liaison_engine;


--
-- Name: COLUMN operations.author; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(author) ON TABLE public.operations TO liaison_engine;


--
-- Name: COLUMN operations.author_party; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(author_party) ON TABLE public.operations TO liaison_engine;


--
-- Name: COLUMN operations.updated_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(updated_at) ON TABLE public.operations TO liaison_app;


--
-- Name: COLUMN operations.live_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(live_at) ON TABLE public.operations TO liaison_app;


--
-- Name: COLUMN operations.closed_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(closed_at) ON TABLE public.operations TO liaison_app;


--
-- Name: COLUMN operations.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.operations TO liaison_app;


--
-- Name: COLUMN operations.told_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(told_at) ON TABLE public.operations TO liaison_engine;


--
-- Name: COLUMN operations.told_as; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(told_as) ON TABLE public.operations TO liaison_engine;


--
-- Name: TABLE tasks; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.tasks TO liaison_engine;


--
-- Name: COLUMN tasks.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.tasks TO liaison_engine;


--
-- Name: COLUMN tasks.title; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(title) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.details; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(details) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.priority; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(priority) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.tasks TO liaison_app;
GRANT SELECT(state) ON TABLE public.tasks TO liaison_engine;


--
-- Name: COLUMN tasks.state_reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state_reason) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.assigner; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(assigner) ON TABLE public.tasks TO liaison_engine;


--
-- Name: COLUMN tasks.assignee; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(assignee) ON TABLE public.tasks TO liaison_app;
GRANT SELECT(assignee) ON TABLE public.tasks TO liaison_engine;


--
-- Name: COLUMN tasks.assignee_party; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(assignee_party) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.due_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(due_at) ON TABLE public.tasks TO liaison_app;
GRANT SELECT(due_at) ON TABLE public.tasks TO liaison_engine;


--
-- Name: COLUMN tasks.due_zone; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(due_zone) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.updated_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(updated_at) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.state_changed_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state_changed_at) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.party_since; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(party_since) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.legal_basis; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(legal_basis) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.language; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(language) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.accepted_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(accepted_at) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.accepted_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(accepted_by) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.repeats; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(repeats) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.repeats_from; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(repeats_from) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.repeats_zone; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(repeats_zone) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.occurrence; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(occurrence) ON TABLE public.tasks TO liaison_app;


--
-- Name: COLUMN tasks.followed_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(followed_at) ON TABLE public.tasks TO liaison_app;


--
-- Name: FUNCTION waiting_of(team uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.waiting_of(team uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.waiting_of(team uuid) TO liaison_app;


--
-- Name: FUNCTION weigh_file(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.weigh_file() FROM PUBLIC;


--
-- Name: FUNCTION withdraw_account_invitation(invitation uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.withdraw_account_invitation(invitation uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.withdraw_account_invitation(invitation uuid) TO liaison_app;


--
-- Name: FUNCTION withdraw_jointly(wanted uuid, seen integer); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.withdraw_jointly(wanted uuid, seen integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.withdraw_jointly(wanted uuid, seen integer) TO liaison_app;


--
-- Name: FUNCTION within_bounds(wanted public.releases); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.within_bounds(wanted public.releases) FROM PUBLIC;


--
-- Name: TABLE access_log; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.access_log TO liaison_app;
GRANT INSERT,DELETE ON TABLE public.access_log TO liaison_engine;


--
-- Name: COLUMN access_log.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.access_log TO liaison_engine;


--
-- Name: COLUMN access_log.at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(at) ON TABLE public.access_log TO liaison_engine;


--
-- Name: COLUMN account_invitations.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.account_invitations TO liaison_app;


--
-- Name: COLUMN account_invitations.email; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(email) ON TABLE public.account_invitations TO liaison_app;


--
-- Name: COLUMN account_invitations.name; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(name) ON TABLE public.account_invitations TO liaison_app;


--
-- Name: COLUMN account_invitations.may_found; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(may_found) ON TABLE public.account_invitations TO liaison_app;


--
-- Name: COLUMN account_invitations.expires_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(expires_at) ON TABLE public.account_invitations TO liaison_app;


--
-- Name: COLUMN account_invitations.invited_by; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(invited_by) ON TABLE public.account_invitations TO liaison_app;


--
-- Name: COLUMN account_invitations.invited_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(invited_at) ON TABLE public.account_invitations TO liaison_app;


--
-- Name: TABLE acknowledgements; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.acknowledgements TO liaison_app;


--
-- Name: TABLE acquisitions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.acquisitions TO liaison_app;


--
-- Name: TABLE action_moves; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.action_moves TO liaison_app;


--
-- Name: TABLE action_plans; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.action_plans TO liaison_app;


--
-- Name: COLUMN action_plans.objective; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(objective) ON TABLE public.action_plans TO liaison_app;


--
-- Name: COLUMN action_plans.place; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(place) ON TABLE public.action_plans TO liaison_app;


--
-- Name: COLUMN action_plans.lead; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(lead) ON TABLE public.action_plans TO liaison_app;


--
-- Name: COLUMN action_plans.team; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(team) ON TABLE public.action_plans TO liaison_app;


--
-- Name: COLUMN action_plans.interpreter; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(interpreter) ON TABLE public.action_plans TO liaison_app;


--
-- Name: COLUMN action_plans.risk; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(risk) ON TABLE public.action_plans TO liaison_app;


--
-- Name: COLUMN action_plans.contingency; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(contingency) ON TABLE public.action_plans TO liaison_app;


--
-- Name: COLUMN action_plans.channel; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(channel) ON TABLE public.action_plans TO liaison_app;


--
-- Name: COLUMN action_plans.authorisation_kind; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(authorisation_kind) ON TABLE public.action_plans TO liaison_app;


--
-- Name: COLUMN action_plans.authorisation_reference; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(authorisation_reference) ON TABLE public.action_plans TO liaison_app;


--
-- Name: COLUMN action_plans.authorisation_from; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(authorisation_from) ON TABLE public.action_plans TO liaison_app;


--
-- Name: COLUMN action_plans.authorisation_until; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(authorisation_until) ON TABLE public.action_plans TO liaison_app;


--
-- Name: COLUMN action_plans.authorisation_zone; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(authorisation_zone) ON TABLE public.action_plans TO liaison_app;


--
-- Name: COLUMN action_plans.updated_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(updated_at) ON TABLE public.action_plans TO liaison_app;


--
-- Name: COLUMN action_plans.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.action_plans TO liaison_app;


--
-- Name: TABLE action_results; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.action_results TO liaison_app;


--
-- Name: COLUMN action_results.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.action_results TO liaison_engine;


--
-- Name: COLUMN action_results.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.action_results TO liaison_engine;


--
-- Name: COLUMN action_results.seat; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(seat) ON TABLE public.action_results TO liaison_engine;


--
-- Name: TABLE actions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.actions TO liaison_app;


--
-- Name: COLUMN actions.sharing; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sharing) ON TABLE public.actions TO liaison_app;


--
-- Name: COLUMN actions.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.actions TO liaison_app;


--
-- Name: COLUMN actions.since_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(since_at) ON TABLE public.actions TO liaison_app;


--
-- Name: TABLE alarms; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.alarms TO liaison_engine;


--
-- Name: COLUMN alarms.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.alarms TO liaison_app;


--
-- Name: COLUMN alarms.what; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(what) ON TABLE public.alarms TO liaison_app;


--
-- Name: COLUMN alarms.since; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(since) ON TABLE public.alarms TO liaison_app;


--
-- Name: TABLE authorities; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.authorities TO liaison_app;


--
-- Name: COLUMN authorities.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.authorities TO liaison_engine;


--
-- Name: COLUMN authorities.code; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(code) ON TABLE public.authorities TO liaison_engine;


--
-- Name: TABLE blank_labels; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.blank_labels TO liaison_app;


--
-- Name: COLUMN blank_labels.voiding; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(voiding) ON TABLE public.blank_labels TO liaison_app;


--
-- Name: COLUMN blank_labels.voided_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(voided_by) ON TABLE public.blank_labels TO liaison_app;


--
-- Name: COLUMN blank_labels.voided_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(voided_at) ON TABLE public.blank_labels TO liaison_app;


--
-- Name: COLUMN blank_labels.void_reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(void_reason) ON TABLE public.blank_labels TO liaison_app;


--
-- Name: TABLE bodies; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.bodies TO liaison_app;
GRANT INSERT ON TABLE public.bodies TO liaison_engine;


--
-- Name: TABLE break_glass; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.break_glass TO liaison_app;


--
-- Name: COLUMN break_glass.allowed; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(allowed) ON TABLE public.break_glass TO liaison_app;


--
-- Name: COLUMN break_glass.level; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(level) ON TABLE public.break_glass TO liaison_app;


--
-- Name: COLUMN break_glass.clause; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(clause) ON TABLE public.break_glass TO liaison_app;


--
-- Name: COLUMN break_glass.decided_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_by) ON TABLE public.break_glass TO liaison_app;


--
-- Name: COLUMN break_glass.decided_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE public.break_glass TO liaison_app;


--
-- Name: COLUMN break_glass.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.break_glass TO liaison_app;


--
-- Name: TABLE briefing_marks; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.briefing_marks TO liaison_app;


--
-- Name: COLUMN briefing_marks."position"; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE("position") ON TABLE public.briefing_marks TO liaison_app;


--
-- Name: COLUMN briefing_marks.moved_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(moved_at) ON TABLE public.briefing_marks TO liaison_app;


--
-- Name: TABLE confirmations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.confirmations TO liaison_app;


--
-- Name: TABLE cosignatures; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.cosignatures TO liaison_app;
GRANT SELECT,INSERT ON TABLE public.cosignatures TO liaison_engine;


--
-- Name: TABLE debriefs; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.debriefs TO liaison_app;


--
-- Name: COLUMN debriefs.text; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(text) ON TABLE public.debriefs TO liaison_app;


--
-- Name: COLUMN debriefs.said_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(said_by) ON TABLE public.debriefs TO liaison_app;


--
-- Name: COLUMN debriefs.said_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(said_at) ON TABLE public.debriefs TO liaison_app;


--
-- Name: COLUMN debriefs.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.debriefs TO liaison_app;


--
-- Name: TABLE derivations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.derivations TO liaison_app;


--
-- Name: TABLE digest_lines; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.digest_lines TO liaison_app;
GRANT SELECT,INSERT ON TABLE public.digest_lines TO liaison_engine;


--
-- Name: TABLE digests; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.digests TO liaison_app;
GRANT SELECT,INSERT ON TABLE public.digests TO liaison_engine;


--
-- Name: TABLE epochs; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.epochs TO liaison_app;
GRANT SELECT,INSERT ON TABLE public.epochs TO liaison_engine;


--
-- Name: TABLE erased_fields; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.erased_fields TO liaison_app;


--
-- Name: TABLE erasure_wishes; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.erasure_wishes TO liaison_app;


--
-- Name: COLUMN erasure_wishes.confirmed_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(confirmed_by) ON TABLE public.erasure_wishes TO liaison_app;


--
-- Name: TABLE fields; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.fields TO liaison_app;
GRANT INSERT ON TABLE public.fields TO liaison_engine;


--
-- Name: TABLE fixity; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.fixity TO liaison_app;
GRANT SELECT,DELETE ON TABLE public.fixity TO liaison_engine;


--
-- Name: COLUMN fixity.since; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(since) ON TABLE public.fixity TO liaison_engine;


--
-- Name: COLUMN fixity.checked_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(checked_at) ON TABLE public.fixity TO liaison_engine;


--
-- Name: COLUMN fixity.verdict; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(verdict) ON TABLE public.fixity TO liaison_engine;


--
-- Name: TABLE fixity_found; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.fixity_found TO liaison_engine;


--
-- Name: TABLE fixity_orders; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.fixity_orders TO liaison_app;
GRANT SELECT,DELETE ON TABLE public.fixity_orders TO liaison_engine;


--
-- Name: TABLE former_words; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.former_words TO liaison_app;


--
-- Name: TABLE idempotency_records; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.idempotency_records TO liaison_app;


--
-- Name: TABLE jobs; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.jobs TO liaison_engine;


--
-- Name: TABLE labels; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.labels TO liaison_app;


--
-- Name: TABLE leases; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.leases TO liaison_engine;


--
-- Name: TABLE leaving_clauses; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.leaving_clauses TO liaison_app;
GRANT SELECT ON TABLE public.leaving_clauses TO liaison_engine;


--
-- Name: TABLE mail_rounds; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.mail_rounds TO liaison_engine;


--
-- Name: COLUMN mail_rounds.at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(at) ON TABLE public.mail_rounds TO liaison_engine;


--
-- Name: TABLE mails; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.mails TO liaison_engine;


--
-- Name: COLUMN mails.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.mails TO liaison_engine;


--
-- Name: COLUMN mails.due_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(due_at) ON TABLE public.mails TO liaison_engine;


--
-- Name: COLUMN mails.tries; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(tries) ON TABLE public.mails TO liaison_engine;


--
-- Name: COLUMN mails.sent_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sent_at) ON TABLE public.mails TO liaison_engine;


--
-- Name: COLUMN mails.problem; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(problem) ON TABLE public.mails TO liaison_engine;


--
-- Name: TABLE media_approvals; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.media_approvals TO liaison_app;


--
-- Name: COLUMN media_approvals.operation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(operation) ON TABLE public.media_approvals TO liaison_engine;


--
-- Name: COLUMN media_approvals.party; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(party) ON TABLE public.media_approvals TO liaison_engine;


--
-- Name: COLUMN media_approvals.line_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(line_version) ON TABLE public.media_approvals TO liaison_engine;


--
-- Name: COLUMN media_approvals.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.media_approvals TO liaison_engine;


--
-- Name: TABLE media_lines; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.media_lines TO liaison_app;


--
-- Name: COLUMN media_lines.operation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(operation) ON TABLE public.media_lines TO liaison_engine;


--
-- Name: COLUMN media_lines.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.media_lines TO liaison_engine;


--
-- Name: COLUMN media_lines.text; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(text) ON TABLE public.media_lines TO liaison_app;


--
-- Name: COLUMN media_lines.embargo_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(embargo_at) ON TABLE public.media_lines TO liaison_app;


--
-- Name: COLUMN media_lines.embargo_zone; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(embargo_zone) ON TABLE public.media_lines TO liaison_app;


--
-- Name: COLUMN media_lines.written_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(written_by) ON TABLE public.media_lines TO liaison_app;


--
-- Name: COLUMN media_lines.written_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(written_at) ON TABLE public.media_lines TO liaison_app;


--
-- Name: COLUMN media_lines.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.media_lines TO liaison_app;
GRANT SELECT(version) ON TABLE public.media_lines TO liaison_engine;


--
-- Name: COLUMN media_lines.erased; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(erased) ON TABLE public.media_lines TO liaison_engine;


--
-- Name: TABLE message_links; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.message_links TO liaison_app;


--
-- Name: TABLE notification_cursors; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.notification_cursors TO liaison_engine;


--
-- Name: COLUMN notification_cursors.next; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(next) ON TABLE public.notification_cursors TO liaison_engine;


--
-- Name: TABLE notification_preferences; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.notification_preferences TO liaison_app;
GRANT SELECT ON TABLE public.notification_preferences TO liaison_engine;


--
-- Name: TABLE notifications; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.notifications TO liaison_app;
GRANT SELECT,INSERT,DELETE ON TABLE public.notifications TO liaison_engine;


--
-- Name: COLUMN notifications.read_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(read_at) ON TABLE public.notifications TO liaison_app;


--
-- Name: COLUMN notifications.reading; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reading) ON TABLE public.notifications TO liaison_app;


--
-- Name: COLUMN notifications.dismissed_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(dismissed_at) ON TABLE public.notifications TO liaison_app;


--
-- Name: COLUMN notifications.mail; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(mail) ON TABLE public.notifications TO liaison_engine;


--
-- Name: COLUMN notifications.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.notifications TO liaison_app;


--
-- Name: COLUMN notifications.digest; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(digest) ON TABLE public.notifications TO liaison_engine;


--
-- Name: TABLE openings; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.openings TO liaison_app;


--
-- Name: COLUMN openings.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.openings TO liaison_engine;


--
-- Name: COLUMN openings.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.openings TO liaison_engine;


--
-- Name: COLUMN openings.evidence; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(evidence) ON TABLE public.openings TO liaison_engine;


--
-- Name: COLUMN openings.seat; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(seat) ON TABLE public.openings TO liaison_engine;


--
-- Name: COLUMN openings.session; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(session) ON TABLE public.openings TO liaison_engine;


--
-- Name: COLUMN openings.act; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(act) ON TABLE public.openings TO liaison_engine;


--
-- Name: COLUMN openings.opened_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(opened_at) ON TABLE public.openings TO liaison_engine;


--
-- Name: COLUMN openings.working_session; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(working_session) ON TABLE public.openings TO liaison_engine;


--
-- Name: TABLE operation_reports; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.operation_reports TO liaison_app;


--
-- Name: COLUMN operation_reports.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.operation_reports TO liaison_engine;


--
-- Name: COLUMN operation_reports.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.operation_reports TO liaison_engine;


--
-- Name: COLUMN operation_reports.kind; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(kind) ON TABLE public.operation_reports TO liaison_engine;


--
-- Name: TABLE operation_words; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.operation_words TO liaison_app;


--
-- Name: COLUMN operation_words.operation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(operation) ON TABLE public.operation_words TO liaison_engine;


--
-- Name: COLUMN operation_words.party; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(party) ON TABLE public.operation_words TO liaison_engine;


--
-- Name: COLUMN operation_words.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.operation_words TO liaison_engine;


--
-- Name: COLUMN operation_words.word; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(word) ON TABLE public.operation_words TO liaison_app;
GRANT SELECT(word) ON TABLE public.operation_words TO liaison_engine;


--
-- Name: COLUMN operation_words.reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reason) ON TABLE public.operation_words TO liaison_app;


--
-- Name: COLUMN operation_words.said_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(said_by) ON TABLE public.operation_words TO liaison_app;


--
-- Name: COLUMN operation_words.said_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(said_at) ON TABLE public.operation_words TO liaison_app;


--
-- Name: COLUMN operation_words.said_for; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(said_for) ON TABLE public.operation_words TO liaison_app;
GRANT SELECT(said_for) ON TABLE public.operation_words TO liaison_engine;


--
-- Name: COLUMN operation_words.said_as; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(said_as) ON TABLE public.operation_words TO liaison_app;
GRANT SELECT(said_as) ON TABLE public.operation_words TO liaison_engine;


--
-- Name: TABLE operator_acts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.operator_acts TO liaison_app;


--
-- Name: TABLE presences; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.presences TO liaison_engine;


--
-- Name: TABLE protected; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.protected TO liaison_app;


--
-- Name: COLUMN protected.lifted_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(lifted_at) ON TABLE public.protected TO liaison_app;


--
-- Name: COLUMN protected.lifted_reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(lifted_reason) ON TABLE public.protected TO liaison_app;


--
-- Name: TABLE provenances; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.provenances TO liaison_app;


--
-- Name: COLUMN provenances.description; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(description) ON TABLE public.provenances TO liaison_app;


--
-- Name: COLUMN provenances.acquired_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(acquired_by) ON TABLE public.provenances TO liaison_app;


--
-- Name: COLUMN provenances.place; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(place) ON TABLE public.provenances TO liaison_app;


--
-- Name: COLUMN provenances.legal_basis; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(legal_basis) ON TABLE public.provenances TO liaison_app;


--
-- Name: COLUMN provenances.handling_text; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(handling_text) ON TABLE public.provenances TO liaison_app;


--
-- Name: COLUMN provenances.evaluation_source; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(evaluation_source) ON TABLE public.provenances TO liaison_app;


--
-- Name: COLUMN provenances.evaluation_information; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(evaluation_information) ON TABLE public.provenances TO liaison_app;


--
-- Name: COLUMN provenances.evaluation_scheme; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(evaluation_scheme) ON TABLE public.provenances TO liaison_app;


--
-- Name: COLUMN provenances.evaluation_value; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(evaluation_value) ON TABLE public.provenances TO liaison_app;


--
-- Name: COLUMN pulses.channel; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(channel) ON TABLE public.pulses TO liaison_engine;


--
-- Name: COLUMN pulses.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.pulses TO liaison_engine;


--
-- Name: COLUMN pulses.beats; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(beats) ON TABLE public.pulses TO liaison_engine;


--
-- Name: TABLE read_marks; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.read_marks TO liaison_app;


--
-- Name: COLUMN read_marks.number; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(number) ON TABLE public.read_marks TO liaison_app;


--
-- Name: TABLE recomputations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.recomputations TO liaison_engine;


--
-- Name: COLUMN recomputations.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.recomputations TO liaison_app;


--
-- Name: COLUMN recomputations.started_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(started_at) ON TABLE public.recomputations TO liaison_app;


--
-- Name: COLUMN recomputations.finished_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(finished_at) ON TABLE public.recomputations TO liaison_app;


--
-- Name: TABLE reference_changes; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.reference_changes TO liaison_app;


--
-- Name: TABLE reference_records; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.reference_records TO liaison_app;
GRANT SELECT ON TABLE public.reference_records TO liaison_engine;


--
-- Name: COLUMN reference_records.document; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(document) ON TABLE public.reference_records TO liaison_app;


--
-- Name: COLUMN reference_records.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.reference_records TO liaison_app;


--
-- Name: COLUMN reference_records.changed_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(changed_at) ON TABLE public.reference_records TO liaison_app;


--
-- Name: TABLE release_attempts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.release_attempts TO liaison_app;


--
-- Name: TABLE renditions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.renditions TO liaison_app;
GRANT SELECT,INSERT,DELETE ON TABLE public.renditions TO liaison_engine;


--
-- Name: TABLE result_links; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.result_links TO liaison_app;


--
-- Name: TABLE retention_rules; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.retention_rules TO liaison_app;


--
-- Name: TABLE saved_views; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.saved_views TO liaison_app;


--
-- Name: COLUMN saved_views.filters; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(filters) ON TABLE public.saved_views TO liaison_app;


--
-- Name: COLUMN saved_views.columns; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(columns) ON TABLE public.saved_views TO liaison_app;


--
-- Name: COLUMN saved_views.saved_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(saved_at) ON TABLE public.saved_views TO liaison_app;


--
-- Name: TABLE segments; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.segments TO liaison_app;
GRANT SELECT,DELETE ON TABLE public.segments TO liaison_engine;


--
-- Name: TABLE sessions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.sessions TO liaison_app;
GRANT DELETE ON TABLE public.sessions TO liaison_engine;


--
-- Name: COLUMN sessions.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.sessions TO liaison_engine;


--
-- Name: COLUMN sessions.account; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(account) ON TABLE public.sessions TO liaison_engine;


--
-- Name: COLUMN sessions.kind; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(kind) ON TABLE public.sessions TO liaison_engine;


--
-- Name: COLUMN sessions.last_seen_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(last_seen_at) ON TABLE public.sessions TO liaison_app;
GRANT SELECT(last_seen_at) ON TABLE public.sessions TO liaison_engine;


--
-- Name: COLUMN sessions.expires_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(expires_at) ON TABLE public.sessions TO liaison_engine;


--
-- Name: COLUMN sessions.ended_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE public.sessions TO liaison_app;
GRANT SELECT(ended_at) ON TABLE public.sessions TO liaison_engine;


--
-- Name: TABLE signing_keys; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.signing_keys TO liaison_app;


--
-- Name: COLUMN signing_keys.revocation; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(revocation) ON TABLE public.signing_keys TO liaison_app;


--
-- Name: COLUMN signing_keys.revoked_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(revoked_by) ON TABLE public.signing_keys TO liaison_app;


--
-- Name: COLUMN signing_keys.revoked_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(revoked_at) ON TABLE public.signing_keys TO liaison_app;


--
-- Name: COLUMN signing_keys.reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reason) ON TABLE public.signing_keys TO liaison_app;


--
-- Name: TABLE storage; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.storage TO liaison_app;


--
-- Name: TABLE task_comments; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.task_comments TO liaison_app;


--
-- Name: TABLE task_consents; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.task_consents TO liaison_app;


--
-- Name: TABLE task_decisions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.task_decisions TO liaison_app;


--
-- Name: TABLE task_items; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.task_items TO liaison_app;


--
-- Name: COLUMN task_items.done_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(done_by) ON TABLE public.task_items TO liaison_app;


--
-- Name: COLUMN task_items.done_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(done_at) ON TABLE public.task_items TO liaison_app;


--
-- Name: TABLE task_links; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.task_links TO liaison_app;


--
-- Name: TABLE task_waits; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.task_waits TO liaison_app;


--
-- Name: TABLE throttles; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.throttles TO liaison_app;
GRANT SELECT,DELETE ON TABLE public.throttles TO liaison_engine;


--
-- Name: TABLE tiles; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.tiles TO liaison_app;
GRANT SELECT,INSERT ON TABLE public.tiles TO liaison_engine;


--
-- Name: TABLE timestamps; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.timestamps TO liaison_app;
GRANT SELECT,INSERT ON TABLE public.timestamps TO liaison_engine;


--
-- Name: TABLE translations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.translations TO liaison_app;


--
-- Name: TABLE trees; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT ON TABLE public.trees TO liaison_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.trees TO liaison_engine;


--
-- Name: TABLE viewings; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.viewings TO liaison_app;


--
-- Name: TABLE witness_states; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.witness_states TO liaison_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.witness_states TO liaison_engine;


--
-- Name: TABLE witnesses; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.witnesses TO liaison_app;
GRANT SELECT ON TABLE public.witnesses TO liaison_engine;


--
-- Name: COLUMN witnesses.removed_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(removed_at) ON TABLE public.witnesses TO liaison_app;


--
-- Name: TABLE working_hours; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.working_hours TO liaison_app;


--
-- Name: COLUMN working_hours.days; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(days) ON TABLE public.working_hours TO liaison_app;


--
-- Name: COLUMN working_hours.begins_minute; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(begins_minute) ON TABLE public.working_hours TO liaison_app;


--
-- Name: COLUMN working_hours.ends_minute; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ends_minute) ON TABLE public.working_hours TO liaison_app;


--
-- Name: COLUMN working_hours.holidays_of; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(holidays_of) ON TABLE public.working_hours TO liaison_app;


--
-- Name: COLUMN working_hours.decided_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_by) ON TABLE public.working_hours TO liaison_app;


--
-- Name: COLUMN working_hours.decided_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE public.working_hours TO liaison_app;


--
-- Name: COLUMN working_hours.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.working_hours TO liaison_app;


--
-- Name: TABLE working_sessions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.working_sessions TO liaison_app;


--
-- Name: COLUMN working_sessions.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.working_sessions TO liaison_engine;


--
-- Name: COLUMN working_sessions.jit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(jit) ON TABLE public.working_sessions TO liaison_engine;


--
-- Name: COLUMN working_sessions.seat; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(seat) ON TABLE public.working_sessions TO liaison_engine;


--
-- Name: COLUMN working_sessions.session; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(session) ON TABLE public.working_sessions TO liaison_engine;


--
-- Name: COLUMN working_sessions.expires_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(expires_at) ON TABLE public.working_sessions TO liaison_engine;


--
-- Name: COLUMN working_sessions.ended_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE public.working_sessions TO liaison_app;
GRANT SELECT(ended_at),UPDATE(ended_at) ON TABLE public.working_sessions TO liaison_engine;


--
-- Name: COLUMN working_sessions.ended; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended) ON TABLE public.working_sessions TO liaison_app;
GRANT UPDATE(ended) ON TABLE public.working_sessions TO liaison_engine;


--
-- PostgreSQL database dump complete
--

\unrestrict liaison

