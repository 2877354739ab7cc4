-- Scanned maps and sketches that a moderator lays over the map; the pictures stand encrypted in the confidential schema.
CREATE TABLE report_scans (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  report_id uuid NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  sha256 text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  bytes integer NOT NULL,
  added_by uuid NOT NULL REFERENCES users (id),
  created_at timestamp with time zone NOT NULL
);
CREATE UNIQUE INDEX report_scans_once ON report_scans (report_id, sha256);
CREATE TABLE confidential.scan_files (
  scan_id uuid PRIMARY KEY REFERENCES report_scans (id) ON DELETE CASCADE,
  kept bytea NOT NULL
);
ALTER TABLE location_claims ADD COLUMN scan_id uuid REFERENCES report_scans (id) ON DELETE SET NULL;
