-- The first house: everything from a report to a published surface. Written for PostgreSQL 15 and PostGIS 3.3.
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE SCHEMA IF NOT EXISTS confidential;

CREATE TABLE deployment (
  id integer PRIMARY KEY DEFAULT 1,
  demonstration boolean NOT NULL,
  operator text,
  operator_contact text,
  jurisdiction text,
  emergency_numbers jsonb NOT NULL,
  staffed_hours text,
  intake_open boolean NOT NULL DEFAULT false,
  organisation_agreement text,
  area_of_interest geometry(Geometry,4326),
  version integer NOT NULL DEFAULT 1,
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);

CREATE TABLE organisations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  kind text NOT NULL,
  agreement_text text,
  agreement_until timestamp with time zone,
  closed_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL UNIQUE,
  name text NOT NULL,
  password_hash text,
  role text NOT NULL,
  organisation_id uuid REFERENCES organisations (id),
  language text NOT NULL DEFAULT 'en',
  demonstration boolean NOT NULL DEFAULT false,
  closed_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE api_keys (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisations (id),
  label text NOT NULL,
  prefix text NOT NULL UNIQUE,
  secret_hash text NOT NULL,
  created_by uuid NOT NULL REFERENCES users (id),
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone
);

CREATE TABLE one_time_links (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash text NOT NULL UNIQUE,
  purpose text NOT NULL,
  user_id uuid NOT NULL REFERENCES users (id),
  created_by uuid REFERENCES users (id),
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone
);

CREATE TABLE sessions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES users (id),
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  last_seen_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone
);

CREATE TABLE places (
  id text PRIMARY KEY,
  kind text NOT NULL,
  district_id text,
  position geometry(Geometry,4326),
  uncertainty_m double precision,
  iso text,
  source text NOT NULL,
  as_of date NOT NULL,
  imported_at timestamp with time zone NOT NULL DEFAULT now()
);

CREATE TABLE place_names (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  place_id text NOT NULL REFERENCES places (id) ON DELETE CASCADE,
  language text NOT NULL,
  name text NOT NULL,
  folded text NOT NULL
);

CREATE TABLE reports (
  id uuid PRIMARY KEY,
  number bigint GENERATED ALWAYS AS IDENTITY NOT NULL UNIQUE,
  export_id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  content_digest text NOT NULL,
  receipt_hash text NOT NULL UNIQUE,
  practice boolean NOT NULL,
  channel text NOT NULL,
  language text NOT NULL,
  submitted_at timestamp with time zone NOT NULL,
  submitted_by uuid REFERENCES users (id),
  organisation_id uuid REFERENCES organisations (id),
  kind text NOT NULL,
  accident_type text,
  killed integer,
  injured integer,
  unknown_outcome integer,
  how_activated text,
  device_moved_before text,
  moved_by text,
  area_marked text,
  device_marked text,
  emplacement text,
  description text,
  date_start date,
  date_end date,
  date_precision text NOT NULL DEFAULT 'unknown',
  date_verbatim text,
  occurred_at timestamp with time zone,
  reporter_type text,
  reporter_displacement text,
  knowledge_basis text,
  knowledge_from_year integer,
  knowledge_to_year integer,
  inhabited_place_danger boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'submitted',
  state_reason text,
  referred_urgent_at timestamp with time zone,
  merged_into uuid,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE animals (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  report_id uuid NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  position integer NOT NULL,
  species text NOT NULL,
  herd_role text,
  count_killed integer,
  count_injured integer,
  cause_basis text,
  human_present text NOT NULL
);

CREATE TABLE detonations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  report_id uuid NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  position integer NOT NULL,
  follows_report_id uuid,
  detail jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE devices (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  report_id uuid NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  position integer NOT NULL,
  category text NOT NULL,
  basis text NOT NULL,
  model text,
  stacked_or_trapped text NOT NULL
);

CREATE TABLE location_claims (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  report_id uuid NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  position integer NOT NULL,
  geometry geometry(Geometry,4326),
  uncertainty_m double precision,
  method text NOT NULL,
  author text NOT NULL,
  author_user_id uuid REFERENCES users (id),
  position_of text NOT NULL,
  input_format text,
  input_text text,
  datum text NOT NULL DEFAULT 'wgs84',
  place_id text REFERENCES places (id),
  place_name_as_given text,
  place_name_language text,
  bearing_degrees double precision,
  distance_m double precision,
  reason text,
  created_at timestamp with time zone NOT NULL DEFAULT now()
);

CREATE TABLE report_sources (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  report_id uuid NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  publisher text NOT NULL,
  published_on date
);

CREATE TABLE victims (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  report_id uuid NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  position integer NOT NULL,
  sex text NOT NULL,
  age_band text NOT NULL,
  outcome text NOT NULL,
  died_on date,
  civil_status text NOT NULL,
  activity text NOT NULL,
  injuries text[] NOT NULL DEFAULT '{}'::text[],
  displacement text
);

CREATE TABLE confidential.consents (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  report_id uuid NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  text_version text NOT NULL,
  language text NOT NULL,
  method text NOT NULL,
  share_with_authorities boolean NOT NULL,
  share_with_ngos boolean NOT NULL,
  contact_me boolean NOT NULL,
  photo_use boolean NOT NULL,
  guardian boolean NOT NULL,
  given_at timestamp with time zone NOT NULL,
  withdrawn_at timestamp with time zone
);

CREATE TABLE confidential.contacts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  report_id uuid NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  ciphertext bytea,
  key_version integer NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  erased_at timestamp with time zone
);

CREATE TABLE assessments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  report_id uuid NOT NULL REFERENCES reports (id),
  evidence_class text NOT NULL,
  evidence_reason text NOT NULL,
  source_reliability text NOT NULL,
  info_credibility text NOT NULL,
  source_class text NOT NULL,
  independence_group text NOT NULL,
  detonation_attested boolean NOT NULL,
  free_text_scrubbed boolean NOT NULL DEFAULT false,
  note text,
  graded_by uuid NOT NULL REFERENCES users (id),
  graded_at timestamp with time zone NOT NULL DEFAULT now(),
  superseded_at timestamp with time zone
);

CREATE TABLE incidents (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number bigint GENERATED ALWAYS AS IDENTITY NOT NULL UNIQUE,
  kind text NOT NULL,
  date_start date,
  date_end date,
  date_precision text NOT NULL DEFAULT 'unknown',
  practice boolean NOT NULL,
  created_by uuid NOT NULL REFERENCES users (id),
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE incident_reports (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  incident_id uuid NOT NULL REFERENCES incidents (id),
  report_id uuid NOT NULL REFERENCES reports (id),
  added_by uuid NOT NULL REFERENCES users (id),
  added_at timestamp with time zone NOT NULL DEFAULT now(),
  removed_by uuid REFERENCES users (id),
  removed_at timestamp with time zone,
  reason text
);

CREATE TABLE clues (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number bigint GENERATED ALWAYS AS IDENTITY NOT NULL UNIQUE,
  export_id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  incident_id uuid NOT NULL REFERENCES incidents (id),
  kind text NOT NULL,
  state text NOT NULL,
  practice boolean NOT NULL,
  geometry geometry(Geometry,4326) NOT NULL,
  uncertainty_m double precision NOT NULL,
  precision_class text NOT NULL,
  place_id text REFERENCES places (id),
  district_id text,
  date_start date,
  date_end date,
  date_precision text NOT NULL,
  date_reported date NOT NULL,
  killed integer,
  injured integer,
  animals_killed integer,
  device_category text NOT NULL,
  evidence_class text NOT NULL,
  source_reliability text NOT NULL,
  info_credibility text NOT NULL,
  independent_sources integer NOT NULL,
  source_class text NOT NULL,
  grounds jsonb NOT NULL,
  publishers jsonb NOT NULL DEFAULT '[]',
  proposed_by uuid NOT NULL REFERENCES users (id),
  proposed_at timestamp with time zone NOT NULL,
  verified_by uuid REFERENCES users (id),
  verified_at timestamp with time zone,
  closed_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE clue_decisions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  clue_id uuid NOT NULL REFERENCES clues (id),
  decision text NOT NULL,
  decided_by uuid NOT NULL REFERENCES users (id),
  decided_at timestamp with time zone NOT NULL,
  reason text,
  clue_version integer NOT NULL
);

CREATE TABLE audit_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamp with time zone NOT NULL,
  actor_type text NOT NULL,
  actor_id text,
  request_id text NOT NULL,
  action text NOT NULL,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  reason text,
  detail jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE outbox_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamp with time zone NOT NULL,
  type text NOT NULL,
  payload jsonb NOT NULL,
  dispatched_at timestamp with time zone
);

CREATE TABLE risk_versions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number bigint GENERATED ALWAYS AS IDENTITY NOT NULL UNIQUE,
  computed_at timestamp with time zone NOT NULL,
  as_of date NOT NULL,
  model_version text NOT NULL,
  input_digest text NOT NULL,
  clue_count integer NOT NULL,
  cell_count integer NOT NULL,
  artifact bytea NOT NULL
);

CREATE TABLE risk_publications (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number bigint GENERATED ALWAYS AS IDENTITY NOT NULL UNIQUE,
  audience text NOT NULL,
  risk_version_id uuid NOT NULL REFERENCES risk_versions (id),
  published_at timestamp with time zone NOT NULL,
  clue_ids uuid[] NOT NULL,
  body jsonb NOT NULL
);

CREATE TABLE dataset_downloads (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  at timestamp with time zone NOT NULL,
  audience text NOT NULL,
  user_id uuid REFERENCES users (id),
  organisation_id uuid REFERENCES organisations (id),
  dataset text NOT NULL,
  format text NOT NULL,
  row_count integer NOT NULL,
  sha256 text NOT NULL,
  query jsonb NOT NULL DEFAULT '{}'
);

-- One row says what this database is; a demonstration stays one and never takes unstamped reports.
ALTER TABLE deployment ADD CONSTRAINT deployment_one_row CHECK (id = 1);
ALTER TABLE deployment ADD CONSTRAINT deployment_demonstration_stays_closed CHECK (NOT (demonstration AND intake_open));
ALTER TABLE deployment ADD CONSTRAINT deployment_configured_before_intake CHECK (
  NOT intake_open
  OR (operator IS NOT NULL AND jurisdiction IS NOT NULL AND staffed_hours IS NOT NULL AND jsonb_array_length(emergency_numbers) > 0)
);

CREATE FUNCTION deployment_kind_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.demonstration <> NEW.demonstration THEN
    RAISE EXCEPTION 'a demonstration database stays one';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deployment_kind_is_final BEFORE UPDATE ON deployment FOR EACH ROW EXECUTE FUNCTION deployment_kind_is_final();

CREATE FUNCTION require_practice_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.practice AND EXISTS (SELECT FROM deployment WHERE demonstration) THEN
    RAISE EXCEPTION 'in a demonstration every record is stamped practice';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reports_practice BEFORE INSERT OR UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION require_practice_stamp();
CREATE TRIGGER incidents_practice BEFORE INSERT OR UPDATE ON incidents FOR EACH ROW EXECUTE FUNCTION require_practice_stamp();
CREATE TRIGGER clues_practice BEFORE INSERT OR UPDATE ON clues FOR EACH ROW EXECUTE FUNCTION require_practice_stamp();

-- Two persons, and a place precise enough, whatever the code above says.
ALTER TABLE clues ADD CONSTRAINT clues_two_persons CHECK (verified_by IS NULL OR verified_by <> proposed_by);
ALTER TABLE clues ADD CONSTRAINT clues_verified_is_located CHECK (state <> 'verified' OR (precision_class IN ('A', 'B', 'C') AND verified_by IS NOT NULL AND verified_at IS NOT NULL));

-- The audit trail only grows.
CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit rows are never changed';
END $$;
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION audit_only_grows();

-- A report is in one incident at a time, and has one counting assessment.
CREATE UNIQUE INDEX incident_reports_current ON incident_reports (report_id) WHERE removed_at IS NULL;
CREATE INDEX incident_reports_incident ON incident_reports (incident_id);
CREATE UNIQUE INDEX assessments_current ON assessments (report_id) WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX clues_open_per_incident ON clues (incident_id) WHERE state IN ('proposed', 'verified');

CREATE INDEX reports_queue ON reports (state, submitted_at);
CREATE INDEX report_sources_report ON report_sources (report_id);
CREATE INDEX location_claims_report ON location_claims (report_id, position);
CREATE INDEX location_claims_geometry ON location_claims USING gist (geometry);
CREATE INDEX victims_report ON victims (report_id, position);
CREATE INDEX animals_report ON animals (report_id, position);
CREATE INDEX devices_report ON devices (report_id, position);
CREATE INDEX detonations_report ON detonations (report_id, position);
CREATE INDEX contacts_report ON confidential.contacts (report_id);
CREATE INDEX consents_report ON confidential.consents (report_id);
CREATE INDEX clues_state ON clues (state);
CREATE INDEX clues_geometry ON clues USING gist (geometry);
CREATE INDEX clue_decisions_clue ON clue_decisions (clue_id, decided_at);
CREATE INDEX places_position ON places USING gist (position);
CREATE INDEX place_names_place ON place_names (place_id);
CREATE INDEX place_names_folded ON place_names USING gin (folded gin_trgm_ops);
CREATE INDEX place_names_prefix ON place_names (folded text_pattern_ops);
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX one_time_links_user ON one_time_links (user_id);
CREATE INDEX audit_events_subject ON audit_events (subject_type, subject_id, id);
CREATE INDEX outbox_events_waiting ON outbox_events (id) WHERE dispatched_at IS NULL;
CREATE INDEX risk_publications_newest ON risk_publications (audience, number DESC);
CREATE INDEX dataset_downloads_organisation ON dataset_downloads (organisation_id, at);
