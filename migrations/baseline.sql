grant usage on schema public to liaison_app, liaison_engine;

CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE FUNCTION folded(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN replace(lower(regexp_replace(NORMALIZE(words, NFKD), '[\u0300-\u036f]+'::text, ''::text, 'g'::text)), 'ς'::text, 'σ'::text);

CREATE FUNCTION list_key(title text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN "left"(folded(title), 120);

CREATE FUNCTION clock_skew() RETURNS interval
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN '00:05:00'::interval;

revoke all on function clock_skew from public;

grant execute on function clock_skew to liaison_app;

CREATE TABLE evidence (
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
    title_key text GENERATED ALWAYS AS (list_key(title)) STORED COLLATE pg_catalog."C",
    search_key text GENERATED ALWAYS AS (((folded(title) || ' '::text) || lower(exhibit_number))) STORED COLLATE pg_catalog."C",
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

CREATE TABLE members (
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

CREATE TABLE releases (
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

CREATE TABLE waiting_releases (
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

CREATE TABLE copies (
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

CREATE TABLE parties (
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

CREATE TABLE headers (
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

CREATE TABLE field_erasures (
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

CREATE TABLE files (
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

CREATE TABLE filter_teams (
    jit uuid NOT NULL,
    party uuid NOT NULL,
    seats uuid[] NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_filter_teams_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE emergencies (
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

CREATE TABLE accounts (
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
    CONSTRAINT ck_accounts_closed_at_within CHECK (((closed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (closed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_accounts_created_at_within CHECK (((created_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_accounts_email_lower CHECK ((email = lower(email)))
);

CREATE TABLE calendar_feeds (
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

CREATE TABLE disclosures (
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

CREATE TABLE entry_audience (
    id bigint NOT NULL,
    entry uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid,
    level smallint NOT NULL,
    authorities uuid[],
    seats uuid[],
    mentions uuid
);

CREATE TABLE exports (
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
    CONSTRAINT ck_exports_expires_at_within CHECK (((expires_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (expires_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_exports_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text]))),
    CONSTRAINT ck_exports_proceeding CHECK (((length(proceeding) >= 1) AND (length(proceeding) <= 200))),
    CONSTRAINT ck_exports_profile CHECK ((profile = ANY (ARRAY['court'::text, 'supervisory_authority'::text, 'member_state'::text, 'defence'::text, 'statistics'::text, 'archive'::text]))),
    CONSTRAINT ck_exports_ready_at_within CHECK (((ready_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (ready_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_exports_reason CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
    CONSTRAINT ck_exports_requested_at_within CHECK (((requested_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (requested_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_exports_scope CHECK ((((profile = 'court'::text) = (evidence IS NOT NULL)) AND ((profile = 'defence'::text) = (exhibits IS NOT NULL)) AND ((party IS NULL) OR (profile <> ALL (ARRAY['court'::text, 'defence'::text]))) AND ((party IS NOT NULL) OR (profile <> 'member_state'::text)) AND ((exhibits IS NULL) OR ((cardinality(exhibits) >= 1) AND (cardinality(exhibits) <= 50))))),
    CONSTRAINT ck_exports_state CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'ready'::text, 'failed'::text, 'cancelled'::text, 'expired'::text]))),
    CONSTRAINT ck_exports_zone CHECK (((length(zone) >= 1) AND (length(zone) <= 64)))
);

CREATE TABLE checkpoints (
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

CREATE TABLE entries (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    commitment bytea NOT NULL,
    CONSTRAINT ck_entries_commitment CHECK ((octet_length(commitment) = 32))
);

CREATE TABLE positions (
    jit uuid NOT NULL,
    "position" bigint NOT NULL,
    entry uuid NOT NULL,
    CONSTRAINT ck_positions_position CHECK (("position" >= 0))
);

CREATE TABLE controllers (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    seat uuid NOT NULL,
    clause text NOT NULL,
    designated_by uuid NOT NULL,
    designated_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_controllers_designated_at_within CHECK (((designated_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (designated_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE reservations (
    jit uuid NOT NULL,
    party uuid NOT NULL,
    judicial boolean NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ck_reservations_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE four_eyes (
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

CREATE TABLE holds (
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

CREATE TABLE deliveries (
    opening uuid NOT NULL,
    file uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    party uuid NOT NULL,
    delivered_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_deliveries_delivered_at_within CHECK (((delivered_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (delivered_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE leavings (
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

CREATE TABLE whereabouts (
    evidence uuid NOT NULL,
    jit uuid NOT NULL,
    standing text NOT NULL,
    party uuid NOT NULL,
    seat uuid,
    custodian text,
    place text,
    seal text,
    corrects uuid,
    changed_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    corrections integer DEFAULT 0 NOT NULL,
    CONSTRAINT ck_whereabouts_changed_at_within CHECK (((changed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (changed_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_whereabouts_custodian CHECK (((custodian IS NULL) = (standing = 'destroyed'::text))),
    CONSTRAINT ck_whereabouts_seat CHECK (((standing = ANY (ARRAY['held'::text, 'out'::text])) OR (seat IS NULL))),
    CONSTRAINT ck_whereabouts_standing CHECK ((standing = ANY (ARRAY['held'::text, 'stored'::text, 'out'::text, 'returned'::text, 'destroyed'::text])))
);

CREATE TABLE erasures (
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

CREATE TABLE jits (
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
    CONSTRAINT ck_jits_agreement_signed_on_within CHECK (((agreement_signed_on >= '1900-01-01'::date) AND (agreement_signed_on < '2200-01-01'::date))),
    CONSTRAINT ck_jits_founded_at_within CHECK (((founded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (founded_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_jits_quorum CHECK (((quorum >= 0) AND (quorum <= 60))),
    CONSTRAINT ck_jits_state CHECK ((state = ANY (ARRAY['operational'::text, 'trial'::text, 'closed'::text])))
);

CREATE TABLE channels (
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

CREATE TABLE messages (
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

CREATE TABLE talk_rules (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    days integer NOT NULL,
    clause text NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_talk_rules_days CHECK (((days >= 1) AND (days <= 3650))),
    CONSTRAINT ck_talk_rules_decided_at_within CHECK (((decided_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (decided_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE release_agreements (
    waiting uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    party uuid NOT NULL,
    agreed_by uuid NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_release_agreements_agreed_at_within CHECK (((agreed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (agreed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE attestations (
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

CREATE TABLE clearances (
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

CREATE TABLE release_confirmations (
    waiting uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    party uuid NOT NULL,
    confirmed_by uuid NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_release_confirmations_confirmed_at_within CHECK (((confirmed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (confirmed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE verifications (
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

CREATE TABLE field_erasure_agreements (
    erasure uuid NOT NULL,
    agreed_by uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_field_erasure_agreements_agreed_at_within CHECK (((agreed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (agreed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE pending (
    id bigint NOT NULL,
    jit uuid NOT NULL,
    entry uuid NOT NULL
);

CREATE TABLE erasure_agreements (
    evidence uuid NOT NULL,
    jit uuid NOT NULL,
    version integer NOT NULL,
    reason text NOT NULL,
    party uuid NOT NULL,
    agreed_by uuid NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_erasure_agreements_agreed_at_within CHECK (((agreed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (agreed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE closing_assents (
    closing uuid NOT NULL,
    seat uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_closing_assents_agreed_at_within CHECK (((agreed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (agreed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE closings (
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

CREATE TABLE access_rules (
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

CREATE TABLE erasure_wishes (
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

CREATE TABLE flags (
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

CREATE TABLE bounds (
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    bound_by uuid NOT NULL
);

CREATE TABLE alerts (
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
    CONSTRAINT ck_alerts_about CHECK ((((kind = 'emergency'::text) = (emergency IS NOT NULL)) AND ((kind = 'handover'::text) = (handover IS NOT NULL)) AND ((kind = ANY (ARRAY['emergency'::text, 'handover'::text])) = (opening IS NULL)))),
    CONSTRAINT ck_alerts_acknowledged CHECK ((((acknowledged_at IS NULL) = (word IS NULL)) AND ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)))),
    CONSTRAINT ck_alerts_acknowledged_at_within CHECK (((acknowledged_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (acknowledged_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_alerts_kind CHECK ((kind = ANY (ARRAY['first_opening'::text, 'copy'::text, 'burst'::text, 'emergency'::text, 'handover'::text]))),
    CONSTRAINT ck_alerts_raised_at_within CHECK (((raised_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (raised_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE consents (
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

CREATE TABLE signing_demands (
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

CREATE TABLE followed (
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

CREATE TABLE refusals (
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

CREATE TABLE decision_signatures (
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

CREATE TABLE handovers (
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

CREATE TABLE operations (
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

CREATE TABLE tasks (
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

CREATE TABLE access_log (
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

CREATE TABLE acknowledgements (
    evidence uuid NOT NULL,
    seat uuid NOT NULL,
    text_sha256 bytea NOT NULL,
    jit uuid NOT NULL,
    acknowledged_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_acknowledgements_acknowledged_at_within CHECK (((acknowledged_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (acknowledged_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_acknowledgements_sha256 CHECK ((octet_length(text_sha256) = 32))
);

CREATE TABLE acquisitions (
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

CREATE TABLE action_moves (
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
    CONSTRAINT ck_action_moves_occurred CHECK ((occurred_at <= (recorded_at + clock_skew()))),
    CONSTRAINT ck_action_moves_occurred_at_within CHECK (((occurred_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (occurred_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_action_moves_recorded_at_within CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE action_plans (
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

CREATE TABLE action_results (
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
    CONSTRAINT ck_action_results_occurred CHECK ((occurred_at <= (recorded_at + clock_skew()))),
    CONSTRAINT ck_action_results_occurred_at_within CHECK (((occurred_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (occurred_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_action_results_recorded_at_within CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE actions (
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

CREATE TABLE alarms (
    jit uuid NOT NULL,
    what text NOT NULL,
    detail text NOT NULL,
    since timestamp with time zone NOT NULL,
    CONSTRAINT ck_alarms_since_within CHECK (((since >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (since < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_alarms_what CHECK ((what = ANY (ARRAY['promise'::text, 'sequencing'::text, 'signing'::text, 'recomputation'::text, 'timestamp'::text, 'clock'::text, 'witness'::text, 'fixity'::text, 'quorum'::text])))
);

CREATE TABLE authorities (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    party uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL
);

CREATE TABLE blank_labels (
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

CREATE TABLE bodies (
    entry uuid NOT NULL,
    jit uuid NOT NULL,
    salt bytea NOT NULL,
    canonical bytea NOT NULL
);

CREATE TABLE break_glass (
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

CREATE TABLE briefing_marks (
    jit uuid NOT NULL,
    seat uuid NOT NULL,
    "position" bigint NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_briefing_marks_moved_at_within CHECK (((moved_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (moved_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_briefing_marks_position CHECK (("position" >= '-1'::integer))
);

CREATE TABLE chains (
    evidence uuid NOT NULL,
    n bigint NOT NULL,
    previous bytea
);

ALTER TABLE checkpoints ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME checkpoints_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE confirmations (
    jit uuid NOT NULL,
    member uuid NOT NULL,
    party uuid NOT NULL,
    confirmed_by uuid NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_confirmations_confirmed_at_within CHECK (((confirmed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (confirmed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE cosignatures (
    jit uuid NOT NULL,
    checkpoint bigint NOT NULL,
    witness uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    line text NOT NULL,
    CONSTRAINT ck_cosignatures_at_within CHECK (((at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE debriefs (
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

CREATE TABLE derivations (
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

CREATE TABLE digest_lines (
    digest uuid NOT NULL,
    evidence uuid NOT NULL,
    party uuid NOT NULL,
    jit uuid NOT NULL,
    openings integer NOT NULL,
    copies integer NOT NULL,
    seats integer NOT NULL
);

CREATE TABLE digests (
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

ALTER TABLE entry_audience ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME entry_audience_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE epochs (
    jit uuid NOT NULL,
    number integer NOT NULL,
    origin text NOT NULL,
    size bigint NOT NULL,
    head text NOT NULL,
    CONSTRAINT ck_epochs_number CHECK (((number >= 0) AND (size > 0)))
);

CREATE TABLE erased_fields (
    entry uuid NOT NULL,
    name text NOT NULL,
    jit uuid NOT NULL,
    certificate uuid NOT NULL,
    erased_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_erased_fields_erased_at_within CHECK (((erased_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (erased_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE fields (
    entry uuid NOT NULL,
    name text NOT NULL,
    jit uuid NOT NULL,
    salt bytea NOT NULL,
    value text NOT NULL,
    readers text NOT NULL,
    CONSTRAINT ck_fields_readers CHECK ((readers = ANY (ARRAY['audience'::text, 'readable'::text, 'actor'::text])))
);

CREATE TABLE fixity (
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

CREATE TABLE fixity_found (
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

CREATE TABLE fixity_orders (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    ordered_by uuid NOT NULL,
    ordered_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_fixity_orders_ordered_at_within CHECK (((ordered_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (ordered_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE former_words (
    message uuid NOT NULL,
    version integer NOT NULL,
    jit uuid NOT NULL,
    text text NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT ck_former_words_until_within CHECK (((until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (until < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE labels (
    evidence uuid NOT NULL,
    jit uuid NOT NULL,
    code text NOT NULL,
    CONSTRAINT ck_labels_code CHECK ((code ~ '^[2-9A-HJKMNP-TV-Z]{12}$'::text))
);

CREATE UNLOGGED TABLE leases (
    process uuid NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT ck_leases_until_within CHECK (((until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (until < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE leaving_clauses (
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

CREATE TABLE mail_rounds (
    one boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT ck_mail_rounds_at_within CHECK (((at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_mail_rounds_one CHECK (one)
);

CREATE TABLE mails (
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

CREATE TABLE media_approvals (
    operation uuid NOT NULL,
    party uuid NOT NULL,
    line_version integer NOT NULL,
    jit uuid NOT NULL,
    approved_by uuid NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_media_approvals_approved_at_within CHECK (((approved_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (approved_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE media_lines (
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

CREATE TABLE message_links (
    message uuid NOT NULL,
    place integer NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    CONSTRAINT ck_message_links_place CHECK (((place >= 1) AND (place <= 50)))
);

CREATE TABLE notification_cursors (
    jit uuid NOT NULL,
    next bigint NOT NULL
);

CREATE TABLE notification_preferences (
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

CREATE TABLE notifications (
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

CREATE TABLE openings (
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
    CONSTRAINT ck_openings_act CHECK ((act = ANY (ARRAY['open'::text, 'take'::text, 'verify'::text, 'filter'::text]))),
    CONSTRAINT ck_openings_expires_at_within CHECK (((expires_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (expires_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_openings_opened_at_within CHECK (((opened_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (opened_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE operation_reports (
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
    CONSTRAINT ck_operation_reports_occurred CHECK ((occurred_at <= (recorded_at + clock_skew()))),
    CONSTRAINT ck_operation_reports_occurred_at_within CHECK (((occurred_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (occurred_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_operation_reports_recorded_at_within CHECK (((recorded_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (recorded_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE operation_words (
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

ALTER TABLE pending ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pending_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE UNLOGGED TABLE presences (
    process uuid NOT NULL,
    seat uuid NOT NULL,
    jit uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    focus uuid,
    turned_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_presences_since_within CHECK (((since >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (since < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_presences_turned_at_within CHECK (((turned_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (turned_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE protected (
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

CREATE TABLE provenances (
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

CREATE TABLE pulses (
    channel uuid NOT NULL,
    jit uuid NOT NULL,
    numbered integer DEFAULT 0 NOT NULL,
    beats integer DEFAULT 0 NOT NULL
);

CREATE TABLE read_marks (
    channel uuid NOT NULL,
    seat uuid NOT NULL,
    jit uuid NOT NULL,
    number integer NOT NULL
);

CREATE TABLE recomputations (
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

CREATE TABLE renditions (
    file uuid NOT NULL,
    page integer NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    media_type text NOT NULL,
    size_bytes bigint NOT NULL,
    object text NOT NULL
);

CREATE TABLE result_links (
    result uuid NOT NULL,
    evidence uuid NOT NULL,
    jit uuid NOT NULL,
    linked_by uuid NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_result_links_linked_at_within CHECK (((linked_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (linked_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE retention_rules (
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

CREATE TABLE segments (
    file uuid NOT NULL,
    at_offset bigint NOT NULL,
    jit uuid NOT NULL,
    evidence uuid NOT NULL,
    size_bytes bigint NOT NULL,
    object text NOT NULL,
    CONSTRAINT ck_segments_sizes CHECK (((size_bytes > 0) AND (at_offset >= 0)))
);

CREATE TABLE sendings (
    seat uuid NOT NULL,
    key bytea NOT NULL,
    jit uuid NOT NULL,
    said bytea NOT NULL,
    evidence uuid NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_sendings_hashed CHECK (((octet_length(key) = 32) AND (octet_length(said) = 32))),
    CONSTRAINT ck_sendings_sent_at_within CHECK (((sent_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (sent_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE sessions (
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

CREATE TABLE signing_keys (
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

CREATE TABLE storage (
    jit uuid NOT NULL,
    party uuid NOT NULL,
    bytes bigint NOT NULL,
    CONSTRAINT ck_storage_bytes CHECK ((bytes >= 0))
);

CREATE TABLE task_comments (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    task uuid NOT NULL,
    seat uuid NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    erased jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT ck_task_comments_at_within CHECK (((at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE task_consents (
    task uuid NOT NULL,
    consent uuid NOT NULL,
    jit uuid NOT NULL,
    linked_by uuid NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_task_consents_linked_at_within CHECK (((linked_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (linked_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE task_decisions (
    task uuid NOT NULL,
    message uuid NOT NULL,
    jit uuid NOT NULL,
    linked_by uuid NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_task_decisions_linked_at_within CHECK (((linked_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (linked_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE task_items (
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

CREATE TABLE task_links (
    task uuid NOT NULL,
    evidence uuid NOT NULL,
    jit uuid NOT NULL,
    linked_by uuid NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_task_links_linked_at_within CHECK (((linked_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (linked_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE task_waits (
    task uuid NOT NULL,
    waits_for uuid NOT NULL,
    jit uuid NOT NULL,
    added_by uuid NOT NULL,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_task_waits_added_at_within CHECK (((added_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (added_at < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_task_waits_another CHECK ((task <> waits_for))
);

CREATE TABLE throttles (
    account_hash bytea NOT NULL,
    address text NOT NULL,
    failures integer NOT NULL,
    blocked_until timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_throttles_blocked_until_within CHECK (((blocked_until >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (blocked_until < '2200-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT ck_throttles_changed_at_within CHECK (((changed_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (changed_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE tiles (
    jit uuid NOT NULL,
    level smallint NOT NULL,
    number bigint NOT NULL,
    hashes bytea NOT NULL,
    root bytea,
    CONSTRAINT ck_tiles_hashes CHECK ((octet_length(hashes) = 8192)),
    CONSTRAINT ck_tiles_place CHECK (level between -1 and 6 and number >= 0),
    CONSTRAINT ck_tiles_root CHECK ((((level < 0) = (root IS NULL)) AND ((root IS NULL) OR (octet_length(root) = 32))))
);

ALTER TABLE ONLY tiles ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE TABLE timestamps (
    id uuid NOT NULL,
    jit uuid NOT NULL,
    checkpoint bigint NOT NULL,
    authority text NOT NULL,
    token bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_timestamps_received_at_within CHECK (((received_at >= '1900-01-01 00:00:00+00'::timestamp with time zone) AND (received_at < '2200-01-01 00:00:00+00'::timestamp with time zone)))
);

CREATE TABLE translations (
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

CREATE TABLE trees (
    jit uuid NOT NULL,
    size bigint NOT NULL,
    edge bytea NOT NULL
);

CREATE TABLE witness_states (
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

CREATE TABLE witnesses (
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

CREATE TABLE working_hours (
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

CREATE TABLE working_sessions (
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

ALTER TABLE ONLY access_rules
    ADD CONSTRAINT access_rules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY access_log
    ADD CONSTRAINT pk_access_log PRIMARY KEY (id);

ALTER TABLE ONLY accounts
    ADD CONSTRAINT pk_accounts PRIMARY KEY (id);

ALTER TABLE ONLY acknowledgements
    ADD CONSTRAINT pk_acknowledgements PRIMARY KEY (evidence, seat, text_sha256);

ALTER TABLE ONLY acquisitions
    ADD CONSTRAINT pk_acquisitions PRIMARY KEY (id);

ALTER TABLE ONLY action_moves
    ADD CONSTRAINT pk_action_moves PRIMARY KEY (id);

ALTER TABLE ONLY action_plans
    ADD CONSTRAINT pk_action_plans PRIMARY KEY (action);

ALTER TABLE ONLY action_results
    ADD CONSTRAINT pk_action_results PRIMARY KEY (id);

ALTER TABLE ONLY actions
    ADD CONSTRAINT pk_actions PRIMARY KEY (id);

ALTER TABLE ONLY alarms
    ADD CONSTRAINT pk_alarms PRIMARY KEY (jit, what);

ALTER TABLE ONLY alerts
    ADD CONSTRAINT pk_alerts PRIMARY KEY (id);

ALTER TABLE ONLY attestations
    ADD CONSTRAINT pk_attestations PRIMARY KEY (waiting);

ALTER TABLE ONLY authorities
    ADD CONSTRAINT pk_authorities PRIMARY KEY (id);

ALTER TABLE ONLY blank_labels
    ADD CONSTRAINT pk_blank_labels PRIMARY KEY (code);

ALTER TABLE ONLY bodies
    ADD CONSTRAINT pk_bodies PRIMARY KEY (entry);

ALTER TABLE ONLY bounds
    ADD CONSTRAINT pk_bounds PRIMARY KEY (evidence, bound_by);

ALTER TABLE ONLY break_glass
    ADD CONSTRAINT pk_break_glass PRIMARY KEY (jit, party, recipient);

ALTER TABLE ONLY briefing_marks
    ADD CONSTRAINT pk_briefing_marks PRIMARY KEY (seat);

ALTER TABLE ONLY calendar_feeds
    ADD CONSTRAINT pk_calendar_feeds PRIMARY KEY (id);

ALTER TABLE ONLY chains
    ADD CONSTRAINT pk_chains PRIMARY KEY (evidence);

ALTER TABLE ONLY channels
    ADD CONSTRAINT pk_channels PRIMARY KEY (id);

ALTER TABLE ONLY checkpoints
    ADD CONSTRAINT pk_checkpoints PRIMARY KEY (jit, id);

ALTER TABLE ONLY clearances
    ADD CONSTRAINT pk_clearances PRIMARY KEY (id);

ALTER TABLE ONLY closing_assents
    ADD CONSTRAINT pk_closing_assents PRIMARY KEY (closing, seat);

ALTER TABLE ONLY closings
    ADD CONSTRAINT pk_closings PRIMARY KEY (id);

ALTER TABLE ONLY confirmations
    ADD CONSTRAINT pk_confirmations PRIMARY KEY (member, party);

ALTER TABLE ONLY consents
    ADD CONSTRAINT pk_consents PRIMARY KEY (id);

ALTER TABLE ONLY controllers
    ADD CONSTRAINT pk_controllers PRIMARY KEY (id);

ALTER TABLE ONLY copies
    ADD CONSTRAINT pk_copies PRIMARY KEY (id);

ALTER TABLE ONLY cosignatures
    ADD CONSTRAINT pk_cosignatures PRIMARY KEY (jit, checkpoint, witness);

ALTER TABLE ONLY debriefs
    ADD CONSTRAINT pk_debriefs PRIMARY KEY (operation, party);

ALTER TABLE ONLY decision_signatures
    ADD CONSTRAINT pk_decision_signatures PRIMARY KEY (id);

ALTER TABLE ONLY deliveries
    ADD CONSTRAINT pk_deliveries PRIMARY KEY (opening, file);

ALTER TABLE ONLY derivations
    ADD CONSTRAINT pk_derivations PRIMARY KEY (child, parent);

ALTER TABLE ONLY digest_lines
    ADD CONSTRAINT pk_digest_lines PRIMARY KEY (digest, evidence, party);

ALTER TABLE ONLY digests
    ADD CONSTRAINT pk_digests PRIMARY KEY (id);

ALTER TABLE ONLY disclosures
    ADD CONSTRAINT pk_disclosures PRIMARY KEY (id);

ALTER TABLE ONLY emergencies
    ADD CONSTRAINT pk_emergencies PRIMARY KEY (id);

ALTER TABLE ONLY entries
    ADD CONSTRAINT pk_entries PRIMARY KEY (id);

ALTER TABLE ONLY entry_audience
    ADD CONSTRAINT pk_entry_audience PRIMARY KEY (id);

ALTER TABLE ONLY epochs
    ADD CONSTRAINT pk_epochs PRIMARY KEY (jit, number);

ALTER TABLE ONLY erased_fields
    ADD CONSTRAINT pk_erased_fields PRIMARY KEY (entry, name);

ALTER TABLE ONLY erasure_agreements
    ADD CONSTRAINT pk_erasure_agreements PRIMARY KEY (evidence, agreed_by, version);

ALTER TABLE ONLY erasure_wishes
    ADD CONSTRAINT pk_erasure_wishes PRIMARY KEY (evidence);

ALTER TABLE ONLY erasures
    ADD CONSTRAINT pk_erasures PRIMARY KEY (evidence);

ALTER TABLE ONLY evidence
    ADD CONSTRAINT pk_evidence PRIMARY KEY (id);

ALTER TABLE ONLY exports
    ADD CONSTRAINT pk_exports PRIMARY KEY (id);

ALTER TABLE ONLY field_erasure_agreements
    ADD CONSTRAINT pk_field_erasure_agreements PRIMARY KEY (erasure, agreed_by);

ALTER TABLE ONLY field_erasures
    ADD CONSTRAINT pk_field_erasures PRIMARY KEY (id);

ALTER TABLE ONLY fields
    ADD CONSTRAINT pk_fields PRIMARY KEY (entry, name);

ALTER TABLE ONLY files
    ADD CONSTRAINT pk_files PRIMARY KEY (id);

ALTER TABLE ONLY filter_teams
    ADD CONSTRAINT pk_filter_teams PRIMARY KEY (jit, party);

ALTER TABLE ONLY fixity
    ADD CONSTRAINT pk_fixity PRIMARY KEY (evidence);

ALTER TABLE ONLY fixity_found
    ADD CONSTRAINT pk_fixity_found PRIMARY KEY (file);

ALTER TABLE ONLY fixity_orders
    ADD CONSTRAINT pk_fixity_orders PRIMARY KEY (id);

ALTER TABLE ONLY flags
    ADD CONSTRAINT pk_flags PRIMARY KEY (id);

ALTER TABLE ONLY followed
    ADD CONSTRAINT pk_followed PRIMARY KEY (id);

ALTER TABLE ONLY former_words
    ADD CONSTRAINT pk_former_words PRIMARY KEY (message, version);

ALTER TABLE ONLY four_eyes
    ADD CONSTRAINT pk_four_eyes PRIMARY KEY (jit, party);

ALTER TABLE ONLY handovers
    ADD CONSTRAINT pk_handovers PRIMARY KEY (id);

ALTER TABLE ONLY headers
    ADD CONSTRAINT pk_headers PRIMARY KEY (entry);

ALTER TABLE ONLY holds
    ADD CONSTRAINT pk_holds PRIMARY KEY (id);

ALTER TABLE ONLY jits
    ADD CONSTRAINT pk_jits PRIMARY KEY (id);

ALTER TABLE ONLY labels
    ADD CONSTRAINT pk_labels PRIMARY KEY (evidence);

ALTER TABLE ONLY leases
    ADD CONSTRAINT pk_leases PRIMARY KEY (process);

ALTER TABLE ONLY leaving_clauses
    ADD CONSTRAINT pk_leaving_clauses PRIMARY KEY (id);

ALTER TABLE ONLY leavings
    ADD CONSTRAINT pk_leavings PRIMARY KEY (id);

ALTER TABLE ONLY mail_rounds
    ADD CONSTRAINT pk_mail_rounds PRIMARY KEY (one);

ALTER TABLE ONLY mails
    ADD CONSTRAINT pk_mails PRIMARY KEY (id);

ALTER TABLE ONLY media_approvals
    ADD CONSTRAINT pk_media_approvals PRIMARY KEY (operation, party, line_version);

ALTER TABLE ONLY media_lines
    ADD CONSTRAINT pk_media_lines PRIMARY KEY (operation);

ALTER TABLE ONLY members
    ADD CONSTRAINT pk_members PRIMARY KEY (id);

ALTER TABLE ONLY message_links
    ADD CONSTRAINT pk_message_links PRIMARY KEY (message, place);

ALTER TABLE ONLY messages
    ADD CONSTRAINT pk_messages PRIMARY KEY (id);

ALTER TABLE ONLY notification_cursors
    ADD CONSTRAINT pk_notification_cursors PRIMARY KEY (jit);

ALTER TABLE ONLY notification_preferences
    ADD CONSTRAINT pk_notification_preferences PRIMARY KEY (account);

ALTER TABLE ONLY notifications
    ADD CONSTRAINT pk_notifications PRIMARY KEY (id);

ALTER TABLE ONLY openings
    ADD CONSTRAINT pk_openings PRIMARY KEY (id);

ALTER TABLE ONLY operation_reports
    ADD CONSTRAINT pk_operation_reports PRIMARY KEY (id);

ALTER TABLE ONLY operation_words
    ADD CONSTRAINT pk_operation_words PRIMARY KEY (operation, party);

ALTER TABLE ONLY operations
    ADD CONSTRAINT pk_operations PRIMARY KEY (id);

ALTER TABLE ONLY parties
    ADD CONSTRAINT pk_parties PRIMARY KEY (id);

ALTER TABLE ONLY pending
    ADD CONSTRAINT pk_pending PRIMARY KEY (id);

ALTER TABLE ONLY positions
    ADD CONSTRAINT pk_positions PRIMARY KEY (jit, "position");

ALTER TABLE ONLY presences
    ADD CONSTRAINT pk_presences PRIMARY KEY (process, seat);

ALTER TABLE ONLY protected
    ADD CONSTRAINT pk_protected PRIMARY KEY (id);

ALTER TABLE ONLY provenances
    ADD CONSTRAINT pk_provenances PRIMARY KEY (evidence);

ALTER TABLE ONLY pulses
    ADD CONSTRAINT pk_pulses PRIMARY KEY (channel);

ALTER TABLE ONLY read_marks
    ADD CONSTRAINT pk_read_marks PRIMARY KEY (channel, seat);

ALTER TABLE ONLY recomputations
    ADD CONSTRAINT pk_recomputations PRIMARY KEY (jit);

ALTER TABLE ONLY refusals
    ADD CONSTRAINT pk_refusals PRIMARY KEY (seat, minute, act, evidence, code);

ALTER TABLE ONLY release_agreements
    ADD CONSTRAINT pk_release_agreements PRIMARY KEY (waiting, agreed_by);

ALTER TABLE ONLY release_confirmations
    ADD CONSTRAINT pk_release_confirmations PRIMARY KEY (waiting);

ALTER TABLE ONLY releases
    ADD CONSTRAINT pk_releases PRIMARY KEY (jit, party, evidence);

ALTER TABLE ONLY renditions
    ADD CONSTRAINT pk_renditions PRIMARY KEY (file, page);

ALTER TABLE ONLY reservations
    ADD CONSTRAINT pk_reservations PRIMARY KEY (jit, party);

ALTER TABLE ONLY result_links
    ADD CONSTRAINT pk_result_links PRIMARY KEY (result, evidence);

ALTER TABLE ONLY retention_rules
    ADD CONSTRAINT pk_retention_rules PRIMARY KEY (id);

ALTER TABLE ONLY segments
    ADD CONSTRAINT pk_segments PRIMARY KEY (file, at_offset);

ALTER TABLE ONLY sendings
    ADD CONSTRAINT pk_sendings PRIMARY KEY (seat, key);

ALTER TABLE ONLY sessions
    ADD CONSTRAINT pk_sessions PRIMARY KEY (id);

ALTER TABLE ONLY signing_demands
    ADD CONSTRAINT pk_signing_demands PRIMARY KEY (jit, party);

ALTER TABLE ONLY signing_keys
    ADD CONSTRAINT pk_signing_keys PRIMARY KEY (id);

ALTER TABLE ONLY storage
    ADD CONSTRAINT pk_storage PRIMARY KEY (jit, party);

ALTER TABLE ONLY talk_rules
    ADD CONSTRAINT pk_talk_rules PRIMARY KEY (id);

ALTER TABLE ONLY task_comments
    ADD CONSTRAINT pk_task_comments PRIMARY KEY (id);

ALTER TABLE ONLY task_consents
    ADD CONSTRAINT pk_task_consents PRIMARY KEY (task, consent);

ALTER TABLE ONLY task_decisions
    ADD CONSTRAINT pk_task_decisions PRIMARY KEY (task, message);

ALTER TABLE ONLY task_items
    ADD CONSTRAINT pk_task_items PRIMARY KEY (id);

ALTER TABLE ONLY task_links
    ADD CONSTRAINT pk_task_links PRIMARY KEY (task, evidence);

ALTER TABLE ONLY task_waits
    ADD CONSTRAINT pk_task_waits PRIMARY KEY (task, waits_for);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT pk_tasks PRIMARY KEY (id);

ALTER TABLE ONLY throttles
    ADD CONSTRAINT pk_throttles PRIMARY KEY (account_hash, address);

ALTER TABLE ONLY tiles
    ADD CONSTRAINT pk_tiles PRIMARY KEY (jit, level, number);

ALTER TABLE ONLY timestamps
    ADD CONSTRAINT pk_timestamps PRIMARY KEY (id);

ALTER TABLE ONLY translations
    ADD CONSTRAINT pk_translations PRIMARY KEY (id);

ALTER TABLE ONLY trees
    ADD CONSTRAINT pk_trees PRIMARY KEY (jit);

ALTER TABLE ONLY verifications
    ADD CONSTRAINT pk_verifications PRIMARY KEY (evidence);

ALTER TABLE ONLY waiting_releases
    ADD CONSTRAINT pk_waiting_releases PRIMARY KEY (id);

ALTER TABLE ONLY whereabouts
    ADD CONSTRAINT pk_whereabouts PRIMARY KEY (evidence);

ALTER TABLE ONLY witness_states
    ADD CONSTRAINT pk_witness_states PRIMARY KEY (witness);

ALTER TABLE ONLY witnesses
    ADD CONSTRAINT pk_witnesses PRIMARY KEY (id);

ALTER TABLE ONLY working_hours
    ADD CONSTRAINT pk_working_hours PRIMARY KEY (jit, party);

ALTER TABLE ONLY working_sessions
    ADD CONSTRAINT pk_working_sessions PRIMARY KEY (id);

ALTER TABLE ONLY access_rules
    ADD CONSTRAINT uq_access_rules_jit_party_code UNIQUE (jit, party, code);

ALTER TABLE ONLY accounts
    ADD CONSTRAINT uq_accounts_email UNIQUE (email);

ALTER TABLE ONLY acquisitions
    ADD CONSTRAINT uq_acquisitions_corrects UNIQUE (corrects);

ALTER TABLE ONLY acquisitions
    ADD CONSTRAINT uq_acquisitions_evidence_id UNIQUE (evidence, id);

ALTER TABLE ONLY action_moves
    ADD CONSTRAINT uq_action_moves_jit_seat_key UNIQUE (jit, seat, key);

ALTER TABLE ONLY action_results
    ADD CONSTRAINT uq_action_results_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY action_results
    ADD CONSTRAINT uq_action_results_jit_seat_key UNIQUE (jit, seat, key);

ALTER TABLE ONLY actions
    ADD CONSTRAINT uq_actions_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY actions
    ADD CONSTRAINT uq_actions_operation_number UNIQUE (operation, number);

ALTER TABLE ONLY alerts
    ADD CONSTRAINT uq_alerts_emergency UNIQUE (emergency);

ALTER TABLE ONLY alerts
    ADD CONSTRAINT uq_alerts_handover UNIQUE (handover);

ALTER TABLE ONLY alerts
    ADD CONSTRAINT uq_alerts_opening_kind UNIQUE (opening, kind);

ALTER TABLE ONLY authorities
    ADD CONSTRAINT uq_authorities_jit_party_code UNIQUE (jit, party, code);

ALTER TABLE ONLY authorities
    ADD CONSTRAINT uq_authorities_jit_party_id UNIQUE (jit, party, id);

ALTER TABLE ONLY blank_labels
    ADD CONSTRAINT uq_blank_labels_evidence UNIQUE (evidence);

ALTER TABLE ONLY blank_labels
    ADD CONSTRAINT uq_blank_labels_voiding UNIQUE (voiding);

ALTER TABLE ONLY calendar_feeds
    ADD CONSTRAINT uq_calendar_feeds_secret_hash UNIQUE (secret_hash);

ALTER TABLE ONLY channels
    ADD CONSTRAINT uq_channels_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY closings
    ADD CONSTRAINT uq_closings_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY consents
    ADD CONSTRAINT uq_consents_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY decision_signatures
    ADD CONSTRAINT uq_decision_signatures_entry UNIQUE (entry);

ALTER TABLE ONLY decision_signatures
    ADD CONSTRAINT uq_decision_signatures_message_key UNIQUE (message, key);

ALTER TABLE ONLY digests
    ADD CONSTRAINT uq_digests_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY digests
    ADD CONSTRAINT uq_digests_party_day UNIQUE (party, day);

ALTER TABLE ONLY epochs
    ADD CONSTRAINT uq_epochs_origin UNIQUE (origin);

ALTER TABLE ONLY evidence
    ADD CONSTRAINT uq_evidence_jit_exhibit_number UNIQUE (jit, exhibit_number);

ALTER TABLE ONLY evidence
    ADD CONSTRAINT uq_evidence_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY field_erasures
    ADD CONSTRAINT uq_field_erasures_approval UNIQUE (approval);

ALTER TABLE ONLY files
    ADD CONSTRAINT uq_files_jit_evidence_id UNIQUE (jit, evidence, id);

ALTER TABLE ONLY fixity_orders
    ADD CONSTRAINT uq_fixity_orders_evidence_ordered_by UNIQUE (evidence, ordered_by);

ALTER TABLE ONLY handovers
    ADD CONSTRAINT uq_handovers_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY jits
    ADD CONSTRAINT uq_jits_ledger_origin UNIQUE (ledger_origin);

ALTER TABLE ONLY labels
    ADD CONSTRAINT uq_labels_code UNIQUE (code);

ALTER TABLE ONLY leaving_clauses
    ADD CONSTRAINT uq_leaving_clauses_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY members
    ADD CONSTRAINT uq_members_jit_code UNIQUE (jit, code);

ALTER TABLE ONLY members
    ADD CONSTRAINT uq_members_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY members
    ADD CONSTRAINT uq_members_one_time_code_hash UNIQUE (one_time_code_hash);

ALTER TABLE ONLY messages
    ADD CONSTRAINT uq_messages_channel_number UNIQUE (channel, number);

ALTER TABLE ONLY messages
    ADD CONSTRAINT uq_messages_corrects UNIQUE (corrects);

ALTER TABLE ONLY messages
    ADD CONSTRAINT uq_messages_entry UNIQUE (entry);

ALTER TABLE ONLY messages
    ADD CONSTRAINT uq_messages_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY notifications
    ADD CONSTRAINT uq_notifications_seat_kind_subject_moment UNIQUE (seat, kind, subject, moment);

ALTER TABLE ONLY notifications
    ADD CONSTRAINT uq_notifications_seat_position_kind UNIQUE (seat, "position", kind);

ALTER TABLE ONLY operation_reports
    ADD CONSTRAINT uq_operation_reports_jit_seat_key UNIQUE (jit, seat, key);

ALTER TABLE ONLY operations
    ADD CONSTRAINT uq_operations_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY parties
    ADD CONSTRAINT uq_parties_jit_code UNIQUE (jit, code);

ALTER TABLE ONLY parties
    ADD CONSTRAINT uq_parties_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY positions
    ADD CONSTRAINT uq_positions_entry UNIQUE (entry);

ALTER TABLE ONLY protected
    ADD CONSTRAINT uq_protected_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY sessions
    ADD CONSTRAINT uq_sessions_secret_hash UNIQUE (secret_hash);

ALTER TABLE ONLY signing_demands
    ADD CONSTRAINT uq_signing_demands_entry UNIQUE (entry);

ALTER TABLE ONLY signing_keys
    ADD CONSTRAINT uq_signing_keys_entry UNIQUE (entry);

ALTER TABLE ONLY signing_keys
    ADD CONSTRAINT uq_signing_keys_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY signing_keys
    ADD CONSTRAINT uq_signing_keys_jit_party_public UNIQUE (jit, party, public);

ALTER TABLE ONLY signing_keys
    ADD CONSTRAINT uq_signing_keys_revocation UNIQUE (revocation);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT uq_tasks_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT uq_tasks_jit_number UNIQUE (jit, number);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT uq_tasks_predecessor UNIQUE (predecessor);

ALTER TABLE ONLY timestamps
    ADD CONSTRAINT uq_timestamps_jit_checkpoint_authority UNIQUE (jit, checkpoint, authority);

ALTER TABLE ONLY translations
    ADD CONSTRAINT uq_translations_entry UNIQUE (entry);

ALTER TABLE ONLY waiting_releases
    ADD CONSTRAINT uq_waiting_releases_jit_evidence_party UNIQUE (jit, evidence, party);

ALTER TABLE ONLY whereabouts
    ADD CONSTRAINT uq_whereabouts_jit_evidence UNIQUE (jit, evidence);

ALTER TABLE ONLY witnesses
    ADD CONSTRAINT uq_witnesses_jit_id UNIQUE (jit, id);

ALTER TABLE ONLY witnesses
    ADD CONSTRAINT uq_witnesses_jit_vkey UNIQUE (jit, vkey);

ALTER TABLE ONLY working_sessions
    ADD CONSTRAINT uq_working_sessions_jit_seat_id UNIQUE (jit, seat, id);

CREATE INDEX ix_access_log_at ON access_log USING brin (at);

CREATE INDEX ix_access_log_jit_id ON access_log USING btree (jit, id);

CREATE INDEX ix_access_log_jit_party_id ON access_log USING btree (jit, party, id);

CREATE INDEX ix_action_moves_action_id ON action_moves USING btree (action, id);

CREATE INDEX ix_action_results_action_id ON action_results USING btree (action, id);

CREATE UNIQUE INDEX ix_alerts_evidence_party ON alerts USING btree (evidence, party) WHERE (kind = 'first_opening'::text);

CREATE INDEX ix_alerts_originator_id ON alerts USING btree (originator, id);

CREATE INDEX ix_alerts_owner_id ON alerts USING btree (owner, id) WHERE (acknowledged_at IS NULL);

CREATE INDEX ix_alerts_seat_originator_raised_at ON alerts USING btree (seat, originator, raised_at) WHERE (kind = 'burst'::text);

CREATE INDEX ix_attestations_evidence ON attestations USING btree (evidence);

CREATE INDEX ix_blank_labels_jit_party_sheet_code ON blank_labels USING btree (jit, party, sheet, code) WHERE (evidence IS NULL);

CREATE INDEX ix_bounds_bound_by ON bounds USING btree (bound_by);

CREATE UNIQUE INDEX ix_calendar_feeds_slot ON calendar_feeds USING btree (seat, slot) WHERE (revoked_at IS NULL);

CREATE INDEX ix_checkpoints_jit_size ON checkpoints USING btree (jit, size);

CREATE INDEX ix_clearances_evidence ON clearances USING btree (evidence);

CREATE UNIQUE INDEX ix_closings_standing ON closings USING btree (jit) WHERE (withdrawn_at IS NULL);

CREATE INDEX ix_consents_asked_party_id ON consents USING btree (asked_party, id);

CREATE INDEX ix_consents_asker_party_id ON consents USING btree (asker_party, id);

CREATE INDEX ix_consents_due ON consents USING btree (due_at) WHERE (state = ANY (ARRAY['requested'::text, 'seen'::text]));

CREATE INDEX ix_consents_until ON consents USING btree (until) WHERE ((until IS NOT NULL) AND (ended_at IS NULL) AND (state = ANY (ARRAY['granted'::text, 'granted_with_conditions'::text])));

CREATE INDEX ix_controllers_jit_id ON controllers USING btree (jit, id);

CREATE INDEX ix_copies_evidence ON copies USING btree (evidence);

CREATE INDEX ix_copies_originator_id ON copies USING btree (originator, id);

CREATE INDEX ix_copies_party_id ON copies USING btree (party, id);

CREATE INDEX ix_copies_unanswered ON copies USING btree (party, asked_at) WHERE ((state = 'out'::text) AND (asked_at IS NOT NULL));

CREATE INDEX ix_decision_signatures_message_id ON decision_signatures USING btree (message, id);

CREATE INDEX ix_deliveries_evidence ON deliveries USING btree (evidence);

CREATE INDEX ix_derivations_parent ON derivations USING btree (parent);

CREATE INDEX ix_disclosures_evidence ON disclosures USING btree (evidence);

CREATE INDEX ix_disclosures_originator_id ON disclosures USING btree (originator, id);

CREATE INDEX ix_disclosures_party_id ON disclosures USING btree (party, id);

CREATE INDEX ix_emergencies_evidence_party ON emergencies USING btree (evidence, party);

CREATE INDEX ix_emergencies_party_id ON emergencies USING btree (party, id);

CREATE INDEX ix_emergencies_until ON emergencies USING btree (until) WHERE (settled_at IS NULL);

CREATE INDEX ix_entry_audience_entry_party ON entry_audience USING btree (entry, party);

CREATE INDEX ix_erasures_unfinished ON erasures USING btree (evidence) WHERE (destroyed_at IS NULL);

CREATE INDEX ix_erasures_way_stands ON erasures USING btree (evidence) WHERE way_stands;

CREATE INDEX ix_evidence_privilege ON evidence USING btree (jit, id) WHERE (privilege = 'unchecked'::text);

CREATE INDEX ix_evidence_review ON evidence USING btree (jit, originator, review_on) WHERE (status <> 'erased'::text);

CREATE INDEX ix_evidence_search ON evidence USING gin (jit, search_key gin_trgm_ops, category, kind, status, tlp, handling, originator);

CREATE INDEX ix_evidence_size ON evidence USING btree (jit, files_bytes, id);

CREATE INDEX ix_evidence_title ON evidence USING btree (jit, title_key, id);

CREATE INDEX ix_evidence_transfer ON evidence USING btree (id) WHERE ((retention = 'TRANSFER'::text) AND (status <> 'erased'::text));

CREATE INDEX ix_evidence_verification ON evidence USING btree (jit, id) WHERE (verification = 'waiting'::text);

CREATE INDEX ix_exports_expires_at ON exports USING btree (expires_at) WHERE (state = 'ready'::text);

CREATE INDEX ix_exports_queue ON exports USING btree (id) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));

CREATE INDEX ix_field_erasures_entry ON field_erasures USING btree (entry);

CREATE INDEX ix_field_erasures_unfinished ON field_erasures USING btree (id) WHERE ((approval IS NOT NULL) AND (erased_at IS NULL));

CREATE INDEX ix_files_evidence ON files USING btree (evidence);

CREATE INDEX ix_files_expires_at ON files USING btree (expires_at) WHERE (expires_at IS NOT NULL);

CREATE INDEX ix_files_pending_renditions ON files USING btree (id) WHERE (renditions = 'pending'::text);

CREATE INDEX ix_fixity_failed ON fixity USING btree (jit, evidence) WHERE (verdict = 'failed'::text);

CREATE INDEX ix_fixity_found_evidence ON fixity_found USING btree (evidence);

CREATE INDEX ix_fixity_since ON fixity USING btree (since);

CREATE INDEX ix_flags_evidence ON flags USING btree (evidence);

CREATE INDEX ix_flags_party_id ON flags USING btree (party, id);

CREATE INDEX ix_flags_waiting ON flags USING btree (originator, id) WHERE (decision IS NULL);

CREATE INDEX ix_followed_at ON followed USING btree (at);

CREATE INDEX ix_handovers_due_at ON handovers USING btree (due_at) WHERE ((state = 'offered'::text) AND (alarmed_at IS NULL));

CREATE INDEX ix_handovers_evidence_id ON handovers USING btree (evidence, id);

CREATE UNIQUE INDEX ix_handovers_open ON handovers USING btree (evidence) WHERE (state = 'offered'::text);

CREATE INDEX ix_handovers_to_seat ON handovers USING btree (to_seat) WHERE (state = 'offered'::text);

CREATE INDEX ix_headers_about_entry ON headers USING btree (about, entry);

CREATE INDEX ix_headers_evidence_entry ON headers USING btree (evidence, entry);

CREATE INDEX ix_headers_jit_entry ON headers USING btree (jit, entry);

CREATE INDEX ix_holds_evidence ON holds USING btree (evidence);

CREATE INDEX ix_leavings_effective_at ON leavings USING btree (effective_at) WHERE ((withdrawn_at IS NULL) AND (ended_at IS NULL));

CREATE UNIQUE INDEX ix_leavings_standing ON leavings USING btree (jit, party) WHERE (withdrawn_at IS NULL);

CREATE INDEX ix_mails_account_sent_at ON mails USING btree (account, sent_at);

CREATE UNIQUE INDEX ix_mails_days ON mails USING btree (account, day) WHERE (occasion = 'digest'::text);

CREATE INDEX ix_mails_due ON mails USING btree (due_at) WHERE (state = 'queued'::text);

CREATE UNIQUE INDEX ix_mails_waiting ON mails USING btree (account) WHERE ((occasion = 'notice'::text) AND (state = 'queued'::text));

CREATE INDEX ix_members_account ON members USING btree (account);

CREATE UNIQUE INDEX ix_members_one_seat ON members USING btree (jit, email) WHERE (state <> 'ended'::text);

CREATE INDEX ix_members_until ON members USING btree (until) WHERE ((until IS NOT NULL) AND (state <> 'ended'::text));

CREATE INDEX ix_message_links_evidence ON message_links USING btree (evidence);

CREATE INDEX ix_messages_named ON messages USING btree (at) WHERE ((kind = 'talk'::text) AND (mentions <> '{}'::uuid[]));

CREATE INDEX ix_messages_signers ON messages USING btree (jit, id) WHERE ((kind = 'decision'::text) AND (signers <> '{}'::uuid[]));

CREATE INDEX ix_messages_talk ON messages USING btree (channel, at) WHERE (kind = 'talk'::text);

CREATE INDEX ix_notifications_digest ON notifications USING btree (digest);

CREATE INDEX ix_notifications_mail ON notifications USING btree (mail);

CREATE INDEX ix_notifications_seat_id ON notifications USING btree (seat, id) WHERE (dismissed_at IS NULL);

CREATE INDEX ix_notifications_talk ON notifications USING btree (talk);

CREATE INDEX ix_notifications_unread ON notifications USING btree (seat, urgency, id) WHERE ((read_at IS NULL) AND (dismissed_at IS NULL));

CREATE INDEX ix_notifications_untold ON notifications USING btree (seat) WHERE ((mail IS NULL) AND (read_at IS NULL) AND (dismissed_at IS NULL));

CREATE INDEX ix_openings_evidence_seat ON openings USING btree (evidence, seat);

CREATE INDEX ix_openings_jit_opened_at ON openings USING btree (jit, opened_at);

CREATE INDEX ix_openings_seat_opened_at ON openings USING btree (seat, opened_at);

CREATE INDEX ix_openings_working_session ON openings USING btree (working_session) WHERE (working_session IS NOT NULL);

CREATE INDEX ix_operation_reports_operation_id ON operation_reports USING btree (operation, id);

CREATE INDEX ix_presences_jit ON presences USING btree (jit);

CREATE INDEX ix_protected_operation_id ON protected USING btree (operation, id);

CREATE INDEX ix_provenances_acquired ON provenances USING btree (jit, acquired_at);

CREATE INDEX ix_pulses_jit ON pulses USING btree (jit);

CREATE INDEX ix_refusals_minute ON refusals USING btree (minute);

CREATE INDEX ix_release_agreements_evidence ON release_agreements USING btree (evidence);

CREATE INDEX ix_release_confirmations_evidence ON release_confirmations USING btree (evidence);

CREATE INDEX ix_releases_clock ON releases USING btree (until, not_before) WHERE ((state <> 'lapsed'::text) AND ((until IS NOT NULL) OR (state = 'pending'::text)));

CREATE INDEX ix_releases_evidence ON releases USING btree (evidence);

CREATE INDEX ix_releases_pool ON releases USING btree (jit, party, evidence DESC) WHERE effective;

CREATE INDEX ix_releases_pool_number ON releases USING btree (jit, party, exhibit_number, evidence) WHERE effective;

CREATE INDEX ix_releases_pool_size ON releases USING btree (jit, party, files_bytes, evidence) WHERE effective;

CREATE INDEX ix_releases_pool_title ON releases USING btree (jit, party, title_key, evidence) WHERE effective;

CREATE INDEX ix_result_links_evidence ON result_links USING btree (evidence);

CREATE INDEX ix_retention_rules_jit_id ON retention_rules USING btree (jit, id);

CREATE INDEX ix_sessions_account_created_at ON sessions USING btree (account, created_at);

CREATE INDEX ix_talk_rules_jit_id ON talk_rules USING btree (jit, id);

CREATE INDEX ix_task_comments_task_id ON task_comments USING btree (task, id);

CREATE INDEX ix_task_consents_consent ON task_consents USING btree (consent);

CREATE INDEX ix_task_decisions_message ON task_decisions USING btree (message);

CREATE INDEX ix_task_items_task_id ON task_items USING btree (task, id);

CREATE INDEX ix_task_links_evidence ON task_links USING btree (evidence);

CREATE INDEX ix_task_waits_waits_for ON task_waits USING btree (waits_for);

CREATE INDEX ix_tasks_assignee_due_at_id ON tasks USING btree (assignee, due_at, id);

CREATE INDEX ix_tasks_jit_due_at_id ON tasks USING btree (jit, due_at, id);

CREATE INDEX ix_timestamps_jit_authority_id ON timestamps USING btree (jit, authority, id);

CREATE INDEX ix_translations_message_id ON translations USING btree (message, id);

CREATE INDEX ix_waiting_releases_evidence ON waiting_releases USING btree (evidence);

CREATE UNIQUE INDEX ix_witnesses_jit_key ON witnesses USING btree (jit, split_part(vkey, '+'::text, 3));

CREATE UNIQUE INDEX ix_witnesses_party ON witnesses USING btree (jit, party) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX ix_working_sessions_seat ON working_sessions USING btree (seat) WHERE (ended_at IS NULL);

CREATE INDEX ix_working_sessions_session ON working_sessions USING btree (session);

CREATE UNIQUE INDEX uq_access_rules_cell ON access_rules USING btree (jit, party, category, handling, to_party, to_kind) NULLS NOT DISTINCT WHERE (state = 'active'::text);

ALTER TABLE ONLY access_rules
    ADD CONSTRAINT fk_access_rules_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES members(jit, id);

ALTER TABLE ONLY access_rules
    ADD CONSTRAINT fk_access_rules_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY access_rules
    ADD CONSTRAINT fk_access_rules_jit_to_party FOREIGN KEY (jit, to_party) REFERENCES parties(jit, id);

ALTER TABLE ONLY acknowledgements
    ADD CONSTRAINT fk_acknowledgements_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY acknowledgements
    ADD CONSTRAINT fk_acknowledgements_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY acquisitions
    ADD CONSTRAINT fk_acquisitions_evidence_corrects FOREIGN KEY (evidence, corrects) REFERENCES acquisitions(evidence, id);

ALTER TABLE ONLY acquisitions
    ADD CONSTRAINT fk_acquisitions_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY acquisitions
    ADD CONSTRAINT fk_acquisitions_jit_recorded_by FOREIGN KEY (jit, recorded_by) REFERENCES members(jit, id);

ALTER TABLE ONLY action_moves
    ADD CONSTRAINT fk_action_moves_jit_action FOREIGN KEY (jit, action) REFERENCES actions(jit, id);

ALTER TABLE ONLY action_moves
    ADD CONSTRAINT fk_action_moves_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY action_plans
    ADD CONSTRAINT fk_action_plans_jit_action FOREIGN KEY (jit, action) REFERENCES actions(jit, id);

ALTER TABLE ONLY action_plans
    ADD CONSTRAINT fk_action_plans_jit_lead FOREIGN KEY (jit, lead) REFERENCES members(jit, id);

ALTER TABLE ONLY action_results
    ADD CONSTRAINT fk_action_results_jit_action FOREIGN KEY (jit, action) REFERENCES actions(jit, id);

ALTER TABLE ONLY action_results
    ADD CONSTRAINT fk_action_results_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY action_results
    ADD CONSTRAINT fk_action_results_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY actions
    ADD CONSTRAINT fk_actions_jit_operation FOREIGN KEY (jit, operation) REFERENCES operations(jit, id);

ALTER TABLE ONLY actions
    ADD CONSTRAINT fk_actions_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY alarms
    ADD CONSTRAINT fk_alarms_jit FOREIGN KEY (jit) REFERENCES jits(id);

ALTER TABLE ONLY alerts
    ADD CONSTRAINT fk_alerts_emergency FOREIGN KEY (emergency) REFERENCES emergencies(id);

ALTER TABLE ONLY alerts
    ADD CONSTRAINT fk_alerts_handover FOREIGN KEY (handover) REFERENCES handovers(id);

ALTER TABLE ONLY alerts
    ADD CONSTRAINT fk_alerts_jit_acknowledged_by FOREIGN KEY (jit, acknowledged_by) REFERENCES members(jit, id);

ALTER TABLE ONLY alerts
    ADD CONSTRAINT fk_alerts_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY alerts
    ADD CONSTRAINT fk_alerts_jit_originator FOREIGN KEY (jit, originator) REFERENCES parties(jit, id);

ALTER TABLE ONLY alerts
    ADD CONSTRAINT fk_alerts_jit_owner FOREIGN KEY (jit, owner) REFERENCES members(jit, id);

ALTER TABLE ONLY alerts
    ADD CONSTRAINT fk_alerts_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY alerts
    ADD CONSTRAINT fk_alerts_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY alerts
    ADD CONSTRAINT fk_alerts_opening FOREIGN KEY (opening) REFERENCES openings(id);

ALTER TABLE ONLY attestations
    ADD CONSTRAINT fk_attestations_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY attestations
    ADD CONSTRAINT fk_attestations_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY attestations
    ADD CONSTRAINT fk_attestations_jit_signed_by FOREIGN KEY (jit, signed_by) REFERENCES members(jit, id);

ALTER TABLE ONLY authorities
    ADD CONSTRAINT fk_authorities_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY blank_labels
    ADD CONSTRAINT fk_blank_labels_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY blank_labels
    ADD CONSTRAINT fk_blank_labels_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY blank_labels
    ADD CONSTRAINT fk_blank_labels_jit_printed_by FOREIGN KEY (jit, printed_by) REFERENCES members(jit, id);

ALTER TABLE ONLY blank_labels
    ADD CONSTRAINT fk_blank_labels_jit_voided_by FOREIGN KEY (jit, voided_by) REFERENCES members(jit, id);

ALTER TABLE ONLY bodies
    ADD CONSTRAINT fk_bodies_entry FOREIGN KEY (entry) REFERENCES entries(id);

ALTER TABLE ONLY bounds
    ADD CONSTRAINT fk_bounds_jit_bound_by FOREIGN KEY (jit, bound_by) REFERENCES evidence(jit, id);

ALTER TABLE ONLY bounds
    ADD CONSTRAINT fk_bounds_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY break_glass
    ADD CONSTRAINT fk_break_glass_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES members(jit, id);

ALTER TABLE ONLY break_glass
    ADD CONSTRAINT fk_break_glass_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY break_glass
    ADD CONSTRAINT fk_break_glass_jit_recipient FOREIGN KEY (jit, recipient) REFERENCES parties(jit, id);

ALTER TABLE ONLY briefing_marks
    ADD CONSTRAINT fk_briefing_marks_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY calendar_feeds
    ADD CONSTRAINT fk_calendar_feeds_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY channels
    ADD CONSTRAINT fk_channels_jit_closed_by FOREIGN KEY (jit, closed_by) REFERENCES members(jit, id);

ALTER TABLE ONLY channels
    ADD CONSTRAINT fk_channels_jit_opened_by FOREIGN KEY (jit, opened_by) REFERENCES members(jit, id);

ALTER TABLE ONLY checkpoints
    ADD CONSTRAINT fk_checkpoints_jit FOREIGN KEY (jit) REFERENCES jits(id);

ALTER TABLE ONLY clearances
    ADD CONSTRAINT fk_clearances_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES members(jit, id);

ALTER TABLE ONLY clearances
    ADD CONSTRAINT fk_clearances_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY closing_assents
    ADD CONSTRAINT fk_closing_assents_jit_closing FOREIGN KEY (jit, closing) REFERENCES closings(jit, id);

ALTER TABLE ONLY closing_assents
    ADD CONSTRAINT fk_closing_assents_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY closing_assents
    ADD CONSTRAINT fk_closing_assents_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY closings
    ADD CONSTRAINT fk_closings_jit FOREIGN KEY (jit) REFERENCES jits(id);

ALTER TABLE ONLY closings
    ADD CONSTRAINT fk_closings_jit_closed_by FOREIGN KEY (jit, closed_by) REFERENCES members(jit, id);

ALTER TABLE ONLY closings
    ADD CONSTRAINT fk_closings_jit_declared_by FOREIGN KEY (jit, declared_by) REFERENCES members(jit, id);

ALTER TABLE ONLY closings
    ADD CONSTRAINT fk_closings_jit_withdrawn_by FOREIGN KEY (jit, withdrawn_by) REFERENCES members(jit, id);

ALTER TABLE ONLY confirmations
    ADD CONSTRAINT fk_confirmations_jit_member FOREIGN KEY (jit, member) REFERENCES members(jit, id);

ALTER TABLE ONLY confirmations
    ADD CONSTRAINT fk_confirmations_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY consents
    ADD CONSTRAINT fk_consents_jit_answer FOREIGN KEY (jit, answer) REFERENCES evidence(jit, id);

ALTER TABLE ONLY consents
    ADD CONSTRAINT fk_consents_jit_answered_by FOREIGN KEY (jit, answered_by) REFERENCES members(jit, id);

ALTER TABLE ONLY consents
    ADD CONSTRAINT fk_consents_jit_asked_party FOREIGN KEY (jit, asked_party) REFERENCES parties(jit, id);

ALTER TABLE ONLY consents
    ADD CONSTRAINT fk_consents_jit_asker FOREIGN KEY (jit, asker) REFERENCES members(jit, id);

ALTER TABLE ONLY consents
    ADD CONSTRAINT fk_consents_jit_asker_party FOREIGN KEY (jit, asker_party) REFERENCES parties(jit, id);

ALTER TABLE ONLY consents
    ADD CONSTRAINT fk_consents_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY controllers
    ADD CONSTRAINT fk_controllers_jit_designated_by FOREIGN KEY (jit, designated_by) REFERENCES members(jit, id);

ALTER TABLE ONLY controllers
    ADD CONSTRAINT fk_controllers_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY copies
    ADD CONSTRAINT fk_copies_id FOREIGN KEY (id) REFERENCES openings(id);

ALTER TABLE ONLY copies
    ADD CONSTRAINT fk_copies_jit_answered_by FOREIGN KEY (jit, answered_by) REFERENCES members(jit, id);

ALTER TABLE ONLY copies
    ADD CONSTRAINT fk_copies_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY copies
    ADD CONSTRAINT fk_copies_jit_originator FOREIGN KEY (jit, originator) REFERENCES parties(jit, id);

ALTER TABLE ONLY copies
    ADD CONSTRAINT fk_copies_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY copies
    ADD CONSTRAINT fk_copies_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY cosignatures
    ADD CONSTRAINT fk_cosignatures_jit_checkpoint FOREIGN KEY (jit, checkpoint) REFERENCES checkpoints(jit, id);

ALTER TABLE ONLY cosignatures
    ADD CONSTRAINT fk_cosignatures_jit_witness FOREIGN KEY (jit, witness) REFERENCES witnesses(jit, id);

ALTER TABLE ONLY debriefs
    ADD CONSTRAINT fk_debriefs_jit_operation FOREIGN KEY (jit, operation) REFERENCES operations(jit, id);

ALTER TABLE ONLY debriefs
    ADD CONSTRAINT fk_debriefs_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY debriefs
    ADD CONSTRAINT fk_debriefs_jit_said_by FOREIGN KEY (jit, said_by) REFERENCES members(jit, id);

ALTER TABLE ONLY decision_signatures
    ADD CONSTRAINT fk_decision_signatures_jit_key FOREIGN KEY (jit, key) REFERENCES signing_keys(jit, id);

ALTER TABLE ONLY decision_signatures
    ADD CONSTRAINT fk_decision_signatures_jit_message FOREIGN KEY (jit, message) REFERENCES messages(jit, id);

ALTER TABLE ONLY decision_signatures
    ADD CONSTRAINT fk_decision_signatures_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY decision_signatures
    ADD CONSTRAINT fk_decision_signatures_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY deliveries
    ADD CONSTRAINT fk_deliveries_jit_evidence_file FOREIGN KEY (jit, evidence, file) REFERENCES files(jit, evidence, id);

ALTER TABLE ONLY deliveries
    ADD CONSTRAINT fk_deliveries_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY deliveries
    ADD CONSTRAINT fk_deliveries_opening FOREIGN KEY (opening) REFERENCES openings(id);

ALTER TABLE ONLY derivations
    ADD CONSTRAINT fk_derivations_jit_child FOREIGN KEY (jit, child) REFERENCES evidence(jit, id);

ALTER TABLE ONLY derivations
    ADD CONSTRAINT fk_derivations_jit_derived_by FOREIGN KEY (jit, derived_by) REFERENCES members(jit, id);

ALTER TABLE ONLY derivations
    ADD CONSTRAINT fk_derivations_jit_parent FOREIGN KEY (jit, parent) REFERENCES evidence(jit, id);

ALTER TABLE ONLY digest_lines
    ADD CONSTRAINT fk_digest_lines_jit_digest FOREIGN KEY (jit, digest) REFERENCES digests(jit, id);

ALTER TABLE ONLY digest_lines
    ADD CONSTRAINT fk_digest_lines_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY digest_lines
    ADD CONSTRAINT fk_digest_lines_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY digests
    ADD CONSTRAINT fk_digests_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY disclosures
    ADD CONSTRAINT fk_disclosures_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY disclosures
    ADD CONSTRAINT fk_disclosures_jit_originator FOREIGN KEY (jit, originator) REFERENCES parties(jit, id);

ALTER TABLE ONLY disclosures
    ADD CONSTRAINT fk_disclosures_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY disclosures
    ADD CONSTRAINT fk_disclosures_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY emergencies
    ADD CONSTRAINT fk_emergencies_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY emergencies
    ADD CONSTRAINT fk_emergencies_jit_originator FOREIGN KEY (jit, originator) REFERENCES parties(jit, id);

ALTER TABLE ONLY emergencies
    ADD CONSTRAINT fk_emergencies_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY emergencies
    ADD CONSTRAINT fk_emergencies_jit_reviewed_by FOREIGN KEY (jit, reviewed_by) REFERENCES members(jit, id);

ALTER TABLE ONLY emergencies
    ADD CONSTRAINT fk_emergencies_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY entries
    ADD CONSTRAINT fk_entries_jit FOREIGN KEY (jit) REFERENCES jits(id);

ALTER TABLE ONLY entry_audience
    ADD CONSTRAINT fk_entry_audience_entry FOREIGN KEY (entry) REFERENCES entries(id);

ALTER TABLE ONLY epochs
    ADD CONSTRAINT fk_epochs_jit FOREIGN KEY (jit) REFERENCES jits(id);

ALTER TABLE ONLY erased_fields
    ADD CONSTRAINT fk_erased_fields_certificate FOREIGN KEY (certificate) REFERENCES entries(id);

ALTER TABLE ONLY erased_fields
    ADD CONSTRAINT fk_erased_fields_entry FOREIGN KEY (entry) REFERENCES entries(id);

ALTER TABLE ONLY erasure_agreements
    ADD CONSTRAINT fk_erasure_agreements_jit_agreed_by FOREIGN KEY (jit, agreed_by) REFERENCES members(jit, id);

ALTER TABLE ONLY erasure_agreements
    ADD CONSTRAINT fk_erasure_agreements_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY erasure_agreements
    ADD CONSTRAINT fk_erasure_agreements_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY erasure_wishes
    ADD CONSTRAINT fk_erasure_wishes_jit_confirmed_by FOREIGN KEY (jit, confirmed_by) REFERENCES members(jit, id);

ALTER TABLE ONLY erasure_wishes
    ADD CONSTRAINT fk_erasure_wishes_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY erasure_wishes
    ADD CONSTRAINT fk_erasure_wishes_jit_wanted_by FOREIGN KEY (jit, wanted_by) REFERENCES members(jit, id);

ALTER TABLE ONLY erasures
    ADD CONSTRAINT fk_erasures_jit_confirmed_by FOREIGN KEY (jit, confirmed_by) REFERENCES members(jit, id);

ALTER TABLE ONLY erasures
    ADD CONSTRAINT fk_erasures_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES members(jit, id);

ALTER TABLE ONLY erasures
    ADD CONSTRAINT fk_erasures_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY evidence
    ADD CONSTRAINT fk_evidence_jit_originator FOREIGN KEY (jit, originator) REFERENCES parties(jit, id);

ALTER TABLE ONLY evidence
    ADD CONSTRAINT fk_evidence_jit_originator_controller FOREIGN KEY (jit, originator, controller) REFERENCES authorities(jit, party, id);

ALTER TABLE ONLY evidence
    ADD CONSTRAINT fk_evidence_jit_registered_by FOREIGN KEY (jit, registered_by) REFERENCES members(jit, id);

ALTER TABLE ONLY exports
    ADD CONSTRAINT fk_exports_account_accounts FOREIGN KEY (account) REFERENCES accounts(id);

ALTER TABLE ONLY exports
    ADD CONSTRAINT fk_exports_jit FOREIGN KEY (jit) REFERENCES jits(id);

ALTER TABLE ONLY exports
    ADD CONSTRAINT fk_exports_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY exports
    ADD CONSTRAINT fk_exports_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY exports
    ADD CONSTRAINT fk_exports_jit_requested_by FOREIGN KEY (jit, requested_by) REFERENCES members(jit, id);

ALTER TABLE ONLY field_erasure_agreements
    ADD CONSTRAINT fk_field_erasure_agreements_jit_agreed_by FOREIGN KEY (jit, agreed_by) REFERENCES members(jit, id);

ALTER TABLE ONLY field_erasure_agreements
    ADD CONSTRAINT fk_field_erasure_agreements_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY field_erasures
    ADD CONSTRAINT fk_field_erasures_approval FOREIGN KEY (approval) REFERENCES entries(id);

ALTER TABLE ONLY field_erasures
    ADD CONSTRAINT fk_field_erasures_entry FOREIGN KEY (entry) REFERENCES entries(id);

ALTER TABLE ONLY field_erasures
    ADD CONSTRAINT fk_field_erasures_jit_confirmed_by FOREIGN KEY (jit, confirmed_by) REFERENCES members(jit, id);

ALTER TABLE ONLY field_erasures
    ADD CONSTRAINT fk_field_erasures_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY field_erasures
    ADD CONSTRAINT fk_field_erasures_jit_wanted_by FOREIGN KEY (jit, wanted_by) REFERENCES members(jit, id);

ALTER TABLE ONLY fields
    ADD CONSTRAINT fk_fields_entry FOREIGN KEY (entry) REFERENCES entries(id);

ALTER TABLE ONLY files
    ADD CONSTRAINT fk_files_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY files
    ADD CONSTRAINT fk_files_jit_uploaded_by FOREIGN KEY (jit, uploaded_by) REFERENCES members(jit, id);

ALTER TABLE ONLY filter_teams
    ADD CONSTRAINT fk_filter_teams_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES members(jit, id);

ALTER TABLE ONLY filter_teams
    ADD CONSTRAINT fk_filter_teams_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY fixity_found
    ADD CONSTRAINT fk_fixity_found_jit_evidence_file FOREIGN KEY (jit, evidence, file) REFERENCES files(jit, evidence, id);

ALTER TABLE ONLY fixity
    ADD CONSTRAINT fk_fixity_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY fixity_orders
    ADD CONSTRAINT fk_fixity_orders_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY fixity_orders
    ADD CONSTRAINT fk_fixity_orders_jit_ordered_by FOREIGN KEY (jit, ordered_by) REFERENCES members(jit, id);

ALTER TABLE ONLY flags
    ADD CONSTRAINT fk_flags_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES members(jit, id);

ALTER TABLE ONLY flags
    ADD CONSTRAINT fk_flags_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY flags
    ADD CONSTRAINT fk_flags_jit_originator FOREIGN KEY (jit, originator) REFERENCES parties(jit, id);

ALTER TABLE ONLY flags
    ADD CONSTRAINT fk_flags_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY flags
    ADD CONSTRAINT fk_flags_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY followed
    ADD CONSTRAINT fk_followed_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY followed
    ADD CONSTRAINT fk_followed_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY former_words
    ADD CONSTRAINT fk_former_words_jit_message FOREIGN KEY (jit, message) REFERENCES messages(jit, id) ON DELETE CASCADE;

ALTER TABLE ONLY four_eyes
    ADD CONSTRAINT fk_four_eyes_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES members(jit, id);

ALTER TABLE ONLY four_eyes
    ADD CONSTRAINT fk_four_eyes_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY handovers
    ADD CONSTRAINT fk_handovers_jit_answered_by FOREIGN KEY (jit, answered_by) REFERENCES members(jit, id);

ALTER TABLE ONLY handovers
    ADD CONSTRAINT fk_handovers_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES whereabouts(jit, evidence);

ALTER TABLE ONLY handovers
    ADD CONSTRAINT fk_handovers_jit_offered_by FOREIGN KEY (jit, offered_by) REFERENCES members(jit, id);

ALTER TABLE ONLY handovers
    ADD CONSTRAINT fk_handovers_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY handovers
    ADD CONSTRAINT fk_handovers_jit_to_party FOREIGN KEY (jit, to_party) REFERENCES parties(jit, id);

ALTER TABLE ONLY handovers
    ADD CONSTRAINT fk_handovers_jit_to_seat FOREIGN KEY (jit, to_seat) REFERENCES members(jit, id);

ALTER TABLE ONLY headers
    ADD CONSTRAINT fk_headers_entry FOREIGN KEY (entry) REFERENCES entries(id);

ALTER TABLE ONLY holds
    ADD CONSTRAINT fk_holds_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY holds
    ADD CONSTRAINT fk_holds_jit_lifted_by FOREIGN KEY (jit, lifted_by) REFERENCES members(jit, id);

ALTER TABLE ONLY holds
    ADD CONSTRAINT fk_holds_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY holds
    ADD CONSTRAINT fk_holds_jit_set_by FOREIGN KEY (jit, set_by) REFERENCES members(jit, id);

ALTER TABLE ONLY labels
    ADD CONSTRAINT fk_labels_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY leaving_clauses
    ADD CONSTRAINT fk_leaving_clauses_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES members(jit, id);

ALTER TABLE ONLY leaving_clauses
    ADD CONSTRAINT fk_leaving_clauses_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY leavings
    ADD CONSTRAINT fk_leavings_jit_clause FOREIGN KEY (jit, clause) REFERENCES leaving_clauses(jit, id);

ALTER TABLE ONLY leavings
    ADD CONSTRAINT fk_leavings_jit_declared_by FOREIGN KEY (jit, declared_by) REFERENCES members(jit, id);

ALTER TABLE ONLY leavings
    ADD CONSTRAINT fk_leavings_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY leavings
    ADD CONSTRAINT fk_leavings_jit_withdrawn_by FOREIGN KEY (jit, withdrawn_by) REFERENCES members(jit, id);

ALTER TABLE ONLY mails
    ADD CONSTRAINT fk_mails_account FOREIGN KEY (account) REFERENCES accounts(id);

ALTER TABLE ONLY media_approvals
    ADD CONSTRAINT fk_media_approvals_jit_approved_by FOREIGN KEY (jit, approved_by) REFERENCES members(jit, id);

ALTER TABLE ONLY media_approvals
    ADD CONSTRAINT fk_media_approvals_jit_operation FOREIGN KEY (jit, operation) REFERENCES operations(jit, id);

ALTER TABLE ONLY media_approvals
    ADD CONSTRAINT fk_media_approvals_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY media_lines
    ADD CONSTRAINT fk_media_lines_jit_operation FOREIGN KEY (jit, operation) REFERENCES operations(jit, id);

ALTER TABLE ONLY media_lines
    ADD CONSTRAINT fk_media_lines_jit_written_by FOREIGN KEY (jit, written_by) REFERENCES members(jit, id);

ALTER TABLE ONLY members
    ADD CONSTRAINT fk_members_account FOREIGN KEY (account) REFERENCES accounts(id);

ALTER TABLE ONLY members
    ADD CONSTRAINT fk_members_jit FOREIGN KEY (jit) REFERENCES jits(id);

ALTER TABLE ONLY members
    ADD CONSTRAINT fk_members_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY members
    ADD CONSTRAINT fk_members_jit_party_authority FOREIGN KEY (jit, party, authority) REFERENCES authorities(jit, party, id);

ALTER TABLE ONLY members
    ADD CONSTRAINT fk_members_jit_seconded_to FOREIGN KEY (jit, seconded_to) REFERENCES parties(jit, id);

ALTER TABLE ONLY message_links
    ADD CONSTRAINT fk_message_links_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY message_links
    ADD CONSTRAINT fk_message_links_jit_message FOREIGN KEY (jit, message) REFERENCES messages(jit, id) ON DELETE CASCADE;

ALTER TABLE ONLY messages
    ADD CONSTRAINT fk_messages_jit_channel FOREIGN KEY (jit, channel) REFERENCES channels(jit, id);

ALTER TABLE ONLY messages
    ADD CONSTRAINT fk_messages_jit_corrects FOREIGN KEY (jit, corrects) REFERENCES messages(jit, id);

ALTER TABLE ONLY messages
    ADD CONSTRAINT fk_messages_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY notification_cursors
    ADD CONSTRAINT fk_notification_cursors_jit FOREIGN KEY (jit) REFERENCES jits(id);

ALTER TABLE ONLY notification_preferences
    ADD CONSTRAINT fk_notification_preferences_account FOREIGN KEY (account) REFERENCES accounts(id);

ALTER TABLE ONLY notifications
    ADD CONSTRAINT fk_notifications_digest FOREIGN KEY (digest) REFERENCES mails(id);

ALTER TABLE ONLY notifications
    ADD CONSTRAINT fk_notifications_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY notifications
    ADD CONSTRAINT fk_notifications_jit_talk FOREIGN KEY (jit, talk) REFERENCES messages(jit, id) ON DELETE CASCADE;

ALTER TABLE ONLY notifications
    ADD CONSTRAINT fk_notifications_mail FOREIGN KEY (mail) REFERENCES mails(id);

ALTER TABLE ONLY openings
    ADD CONSTRAINT fk_openings_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY openings
    ADD CONSTRAINT fk_openings_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY openings
    ADD CONSTRAINT fk_openings_jit_seat_working_session FOREIGN KEY (jit, seat, working_session) REFERENCES working_sessions(jit, seat, id);

ALTER TABLE ONLY openings
    ADD CONSTRAINT fk_openings_session FOREIGN KEY (session) REFERENCES sessions(id);

ALTER TABLE ONLY operation_reports
    ADD CONSTRAINT fk_operation_reports_jit_operation FOREIGN KEY (jit, operation) REFERENCES operations(jit, id);

ALTER TABLE ONLY operation_reports
    ADD CONSTRAINT fk_operation_reports_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY operation_reports
    ADD CONSTRAINT fk_operation_reports_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY operation_words
    ADD CONSTRAINT fk_operation_words_jit_operation FOREIGN KEY (jit, operation) REFERENCES operations(jit, id);

ALTER TABLE ONLY operation_words
    ADD CONSTRAINT fk_operation_words_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY operation_words
    ADD CONSTRAINT fk_operation_words_jit_said_by FOREIGN KEY (jit, said_by) REFERENCES members(jit, id);

ALTER TABLE ONLY operations
    ADD CONSTRAINT fk_operations_jit_author FOREIGN KEY (jit, author) REFERENCES members(jit, id);

ALTER TABLE ONLY operations
    ADD CONSTRAINT fk_operations_jit_author_party FOREIGN KEY (jit, author_party) REFERENCES parties(jit, id);

ALTER TABLE ONLY parties
    ADD CONSTRAINT fk_parties_jit FOREIGN KEY (jit) REFERENCES jits(id);

ALTER TABLE ONLY pending
    ADD CONSTRAINT fk_pending_entry FOREIGN KEY (entry) REFERENCES entries(id);

ALTER TABLE ONLY positions
    ADD CONSTRAINT fk_positions_entry FOREIGN KEY (entry) REFERENCES entries(id);

ALTER TABLE ONLY positions
    ADD CONSTRAINT fk_positions_jit FOREIGN KEY (jit) REFERENCES jits(id);

ALTER TABLE ONLY presences
    ADD CONSTRAINT fk_presences_process_leases FOREIGN KEY (process) REFERENCES leases(process) ON DELETE CASCADE;

ALTER TABLE ONLY protected
    ADD CONSTRAINT fk_protected_jit_operation FOREIGN KEY (jit, operation) REFERENCES operations(jit, id);

ALTER TABLE ONLY protected
    ADD CONSTRAINT fk_protected_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY protected
    ADD CONSTRAINT fk_protected_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY provenances
    ADD CONSTRAINT fk_provenances_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY pulses
    ADD CONSTRAINT fk_pulses_jit_channel FOREIGN KEY (jit, channel) REFERENCES channels(jit, id);

ALTER TABLE ONLY read_marks
    ADD CONSTRAINT fk_read_marks_jit_channel FOREIGN KEY (jit, channel) REFERENCES channels(jit, id);

ALTER TABLE ONLY read_marks
    ADD CONSTRAINT fk_read_marks_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY recomputations
    ADD CONSTRAINT fk_recomputations_jit FOREIGN KEY (jit) REFERENCES jits(id);

ALTER TABLE ONLY refusals
    ADD CONSTRAINT fk_refusals_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY refusals
    ADD CONSTRAINT fk_refusals_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY release_agreements
    ADD CONSTRAINT fk_release_agreements_jit_agreed_by FOREIGN KEY (jit, agreed_by) REFERENCES members(jit, id);

ALTER TABLE ONLY release_agreements
    ADD CONSTRAINT fk_release_agreements_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY release_agreements
    ADD CONSTRAINT fk_release_agreements_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY release_confirmations
    ADD CONSTRAINT fk_release_confirmations_jit_confirmed_by FOREIGN KEY (jit, confirmed_by) REFERENCES members(jit, id);

ALTER TABLE ONLY release_confirmations
    ADD CONSTRAINT fk_release_confirmations_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY release_confirmations
    ADD CONSTRAINT fk_release_confirmations_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY releases
    ADD CONSTRAINT fk_releases_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY releases
    ADD CONSTRAINT fk_releases_jit_granted_by FOREIGN KEY (jit, granted_by) REFERENCES members(jit, id);

ALTER TABLE ONLY releases
    ADD CONSTRAINT fk_releases_jit_originator FOREIGN KEY (jit, originator) REFERENCES parties(jit, id);

ALTER TABLE ONLY releases
    ADD CONSTRAINT fk_releases_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY renditions
    ADD CONSTRAINT fk_renditions_jit_evidence_file FOREIGN KEY (jit, evidence, file) REFERENCES files(jit, evidence, id);

ALTER TABLE ONLY reservations
    ADD CONSTRAINT fk_reservations_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES members(jit, id);

ALTER TABLE ONLY reservations
    ADD CONSTRAINT fk_reservations_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY result_links
    ADD CONSTRAINT fk_result_links_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY result_links
    ADD CONSTRAINT fk_result_links_jit_linked_by FOREIGN KEY (jit, linked_by) REFERENCES members(jit, id);

ALTER TABLE ONLY result_links
    ADD CONSTRAINT fk_result_links_jit_result FOREIGN KEY (jit, result) REFERENCES action_results(jit, id);

ALTER TABLE ONLY retention_rules
    ADD CONSTRAINT fk_retention_rules_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES members(jit, id);

ALTER TABLE ONLY segments
    ADD CONSTRAINT fk_segments_jit_evidence_file FOREIGN KEY (jit, evidence, file) REFERENCES files(jit, evidence, id);

ALTER TABLE ONLY sendings
    ADD CONSTRAINT fk_sendings_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY sendings
    ADD CONSTRAINT fk_sendings_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY sessions
    ADD CONSTRAINT fk_sessions_account FOREIGN KEY (account) REFERENCES accounts(id);

ALTER TABLE ONLY signing_demands
    ADD CONSTRAINT fk_signing_demands_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES members(jit, id);

ALTER TABLE ONLY signing_demands
    ADD CONSTRAINT fk_signing_demands_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY signing_keys
    ADD CONSTRAINT fk_signing_keys_jit_named_by FOREIGN KEY (jit, named_by) REFERENCES members(jit, id);

ALTER TABLE ONLY signing_keys
    ADD CONSTRAINT fk_signing_keys_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY signing_keys
    ADD CONSTRAINT fk_signing_keys_jit_revoked_by FOREIGN KEY (jit, revoked_by) REFERENCES members(jit, id);

ALTER TABLE ONLY storage
    ADD CONSTRAINT fk_storage_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY talk_rules
    ADD CONSTRAINT fk_talk_rules_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES members(jit, id);

ALTER TABLE ONLY task_comments
    ADD CONSTRAINT fk_task_comments_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY task_comments
    ADD CONSTRAINT fk_task_comments_jit_task FOREIGN KEY (jit, task) REFERENCES tasks(jit, id);

ALTER TABLE ONLY task_consents
    ADD CONSTRAINT fk_task_consents_jit_consent FOREIGN KEY (jit, consent) REFERENCES consents(jit, id);

ALTER TABLE ONLY task_consents
    ADD CONSTRAINT fk_task_consents_jit_linked_by FOREIGN KEY (jit, linked_by) REFERENCES members(jit, id);

ALTER TABLE ONLY task_consents
    ADD CONSTRAINT fk_task_consents_jit_task FOREIGN KEY (jit, task) REFERENCES tasks(jit, id);

ALTER TABLE ONLY task_decisions
    ADD CONSTRAINT fk_task_decisions_jit_linked_by FOREIGN KEY (jit, linked_by) REFERENCES members(jit, id);

ALTER TABLE ONLY task_decisions
    ADD CONSTRAINT fk_task_decisions_jit_message FOREIGN KEY (jit, message) REFERENCES messages(jit, id);

ALTER TABLE ONLY task_decisions
    ADD CONSTRAINT fk_task_decisions_jit_task FOREIGN KEY (jit, task) REFERENCES tasks(jit, id);

ALTER TABLE ONLY task_items
    ADD CONSTRAINT fk_task_items_jit_added_by FOREIGN KEY (jit, added_by) REFERENCES members(jit, id);

ALTER TABLE ONLY task_items
    ADD CONSTRAINT fk_task_items_jit_done_by FOREIGN KEY (jit, done_by) REFERENCES members(jit, id);

ALTER TABLE ONLY task_items
    ADD CONSTRAINT fk_task_items_jit_task FOREIGN KEY (jit, task) REFERENCES tasks(jit, id);

ALTER TABLE ONLY task_links
    ADD CONSTRAINT fk_task_links_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY task_links
    ADD CONSTRAINT fk_task_links_jit_linked_by FOREIGN KEY (jit, linked_by) REFERENCES members(jit, id);

ALTER TABLE ONLY task_links
    ADD CONSTRAINT fk_task_links_jit_task FOREIGN KEY (jit, task) REFERENCES tasks(jit, id);

ALTER TABLE ONLY task_waits
    ADD CONSTRAINT fk_task_waits_jit_added_by FOREIGN KEY (jit, added_by) REFERENCES members(jit, id);

ALTER TABLE ONLY task_waits
    ADD CONSTRAINT fk_task_waits_jit_task FOREIGN KEY (jit, task) REFERENCES tasks(jit, id);

ALTER TABLE ONLY task_waits
    ADD CONSTRAINT fk_task_waits_jit_waits_for FOREIGN KEY (jit, waits_for) REFERENCES tasks(jit, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT fk_tasks_jit_accepted_by FOREIGN KEY (jit, accepted_by) REFERENCES members(jit, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT fk_tasks_jit_assignee FOREIGN KEY (jit, assignee) REFERENCES members(jit, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT fk_tasks_jit_assignee_party FOREIGN KEY (jit, assignee_party) REFERENCES parties(jit, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT fk_tasks_jit_assigner FOREIGN KEY (jit, assigner) REFERENCES members(jit, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT fk_tasks_jit_assigner_party FOREIGN KEY (jit, assigner_party) REFERENCES parties(jit, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT fk_tasks_jit_predecessor FOREIGN KEY (jit, predecessor) REFERENCES tasks(jit, id);

ALTER TABLE ONLY tiles
    ADD CONSTRAINT fk_tiles_jit FOREIGN KEY (jit) REFERENCES jits(id);

ALTER TABLE ONLY timestamps
    ADD CONSTRAINT fk_timestamps_jit_checkpoint FOREIGN KEY (jit, checkpoint) REFERENCES checkpoints(jit, id);

ALTER TABLE ONLY translations
    ADD CONSTRAINT fk_translations_jit_message FOREIGN KEY (jit, message) REFERENCES messages(jit, id) ON DELETE CASCADE;

ALTER TABLE ONLY translations
    ADD CONSTRAINT fk_translations_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY trees
    ADD CONSTRAINT fk_trees_jit FOREIGN KEY (jit) REFERENCES jits(id);

ALTER TABLE ONLY verifications
    ADD CONSTRAINT fk_verifications_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY verifications
    ADD CONSTRAINT fk_verifications_jit_verified_by FOREIGN KEY (jit, verified_by) REFERENCES members(jit, id);

ALTER TABLE ONLY waiting_releases
    ADD CONSTRAINT fk_waiting_releases_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY waiting_releases
    ADD CONSTRAINT fk_waiting_releases_jit_originator FOREIGN KEY (jit, originator) REFERENCES parties(jit, id);

ALTER TABLE ONLY waiting_releases
    ADD CONSTRAINT fk_waiting_releases_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY waiting_releases
    ADD CONSTRAINT fk_waiting_releases_jit_wanted_by FOREIGN KEY (jit, wanted_by) REFERENCES members(jit, id);

ALTER TABLE ONLY whereabouts
    ADD CONSTRAINT fk_whereabouts_jit_evidence FOREIGN KEY (jit, evidence) REFERENCES evidence(jit, id);

ALTER TABLE ONLY whereabouts
    ADD CONSTRAINT fk_whereabouts_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY whereabouts
    ADD CONSTRAINT fk_whereabouts_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY witness_states
    ADD CONSTRAINT fk_witness_states_jit_witness FOREIGN KEY (jit, witness) REFERENCES witnesses(jit, id);

ALTER TABLE ONLY witnesses
    ADD CONSTRAINT fk_witnesses_jit_named_by FOREIGN KEY (jit, named_by) REFERENCES members(jit, id);

ALTER TABLE ONLY witnesses
    ADD CONSTRAINT fk_witnesses_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY working_hours
    ADD CONSTRAINT fk_working_hours_jit_decided_by FOREIGN KEY (jit, decided_by) REFERENCES members(jit, id);

ALTER TABLE ONLY working_hours
    ADD CONSTRAINT fk_working_hours_jit_party FOREIGN KEY (jit, party) REFERENCES parties(jit, id);

ALTER TABLE ONLY working_sessions
    ADD CONSTRAINT fk_working_sessions_jit_seat FOREIGN KEY (jit, seat) REFERENCES members(jit, id);

ALTER TABLE ONLY working_sessions
    ADD CONSTRAINT fk_working_sessions_jit_task FOREIGN KEY (jit, task) REFERENCES tasks(jit, id);

ALTER TABLE ONLY working_sessions
    ADD CONSTRAINT fk_working_sessions_session FOREIGN KEY (session) REFERENCES sessions(id);
