-- Pieces of evidence that are no reports; what replaces a piece names it, nothing is overwritten.
CREATE TABLE evidence_items (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number bigint GENERATED ALWAYS AS IDENTITY NOT NULL UNIQUE,
  incident_id uuid NOT NULL REFERENCES incidents (id),
  kind text NOT NULL,
  summary text NOT NULL,
  reference text,
  dated_on date,
  located_m double precision,
  detonation_attested boolean NOT NULL,
  record_checked boolean NOT NULL,
  source_reliability text NOT NULL,
  info_credibility text NOT NULL,
  source_class text NOT NULL,
  independence_group text NOT NULL,
  consent text NOT NULL,
  image_hash text CHECK (image_hash ~ '^[0-9a-f]{16}$'),
  recorded_by uuid NOT NULL REFERENCES users (id),
  recorded_at timestamp with time zone NOT NULL,
  supersedes_id uuid REFERENCES evidence_items (id),
  superseded_at timestamp with time zone,
  superseded_by uuid REFERENCES users (id),
  superseded_reason text
);
CREATE INDEX evidence_items_incident ON evidence_items (incident_id);
CREATE UNIQUE INDEX evidence_items_superseded_once ON evidence_items (supersedes_id);
-- Two pieces that a moderator recorded as one chain of knowledge.
CREATE TABLE evidence_ties (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  incident_id uuid NOT NULL REFERENCES incidents (id),
  kind text NOT NULL,
  one_ref text NOT NULL,
  other_ref text NOT NULL,
  reason text NOT NULL,
  tied_by uuid NOT NULL REFERENCES users (id),
  tied_at timestamp with time zone NOT NULL,
  untied_by uuid REFERENCES users (id),
  untied_at timestamp with time zone,
  untied_reason text
);
CREATE INDEX evidence_ties_incident ON evidence_ties (incident_id);
-- Versions of the mapping to evidence classes; version 0 is the table of the programme text.
CREATE TABLE evidence_tables (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number integer NOT NULL UNIQUE,
  rows jsonb NOT NULL,
  reason text NOT NULL,
  restores integer,
  saved_by uuid NOT NULL REFERENCES users (id),
  saved_at timestamp with time zone NOT NULL
);
ALTER TABLE clues ADD COLUMN evidence_table integer NOT NULL DEFAULT 0;
