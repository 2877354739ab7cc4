CREATE TABLE report_photos (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  draft_id uuid NOT NULL,
  report_id uuid REFERENCES reports (id) ON DELETE CASCADE,
  position integer NOT NULL,
  sha256 text NOT NULL,
  perceptual_hash bigint,
  width integer NOT NULL,
  height integer NOT NULL,
  bytes integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  boxes jsonb NOT NULL DEFAULT '[]',
  reviewed_by uuid REFERENCES users (id),
  reviewed_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX report_photos_once ON report_photos (draft_id, sha256);
CREATE INDEX report_photos_report ON report_photos (report_id, position);
CREATE INDEX report_photos_sha256 ON report_photos (sha256);
CREATE INDEX report_photos_unsent ON report_photos (created_at) WHERE report_id IS NULL;

CREATE TABLE confidential.photo_files (
  photo_id uuid PRIMARY KEY REFERENCES report_photos (id) ON DELETE CASCADE,
  kept bytea NOT NULL,
  thumbnail bytea NOT NULL,
  redacted bytea,
  exif_lng double precision,
  exif_lat double precision,
  exif_error_m double precision,
  exif_taken_at text,
  exif_allowed boolean NOT NULL DEFAULT false
);

CREATE TABLE photo_redactions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number bigint GENERATED ALWAYS AS IDENTITY NOT NULL UNIQUE,
  photo_id uuid NOT NULL REFERENCES report_photos (id) ON DELETE CASCADE,
  act text NOT NULL,
  boxes jsonb NOT NULL,
  about_id uuid REFERENCES photo_redactions (id),
  by_user_id uuid NOT NULL REFERENCES users (id),
  at timestamp with time zone NOT NULL
);
CREATE INDEX photo_redactions_photo ON photo_redactions (photo_id, number);
