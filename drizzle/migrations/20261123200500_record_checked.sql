-- A record or sketch is direct evidence only when its provenance and datum were checked.
ALTER TABLE assessments ADD COLUMN record_checked boolean NOT NULL DEFAULT false;
