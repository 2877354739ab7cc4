CREATE TABLE import_batches (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number bigint GENERATED ALWAYS AS IDENTITY NOT NULL UNIQUE,
  series text NOT NULL,
  file_name text NOT NULL,
  state text NOT NULL,
  csv text,
  rows_read integer NOT NULL,
  located integer NOT NULL,
  unlocated integer NOT NULL,
  repeated integer NOT NULL,
  rejected jsonb NOT NULL DEFAULT '[]',
  checked_by uuid NOT NULL REFERENCES users (id),
  checked_at timestamp with time zone NOT NULL,
  imported_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE import_rows (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  batch_id uuid NOT NULL REFERENCES import_batches (id),
  row integer NOT NULL,
  source_id text NOT NULL,
  report_id uuid NOT NULL REFERENCES reports (id),
  decision text,
  held_apart jsonb NOT NULL DEFAULT '[]',
  decided_by uuid REFERENCES users (id),
  decided_at timestamp with time zone
);
CREATE UNIQUE INDEX import_rows_once ON import_rows (report_id);
CREATE INDEX import_rows_batch ON import_rows (batch_id, row);
