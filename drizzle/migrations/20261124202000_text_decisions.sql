CREATE TABLE text_decisions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number bigint GENERATED ALWAYS AS IDENTITY NOT NULL UNIQUE,
  report_id uuid NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  act text NOT NULL,
  text_digest text NOT NULL,
  spans jsonb NOT NULL,
  about_id uuid,
  by_user_id uuid NOT NULL REFERENCES users (id),
  at timestamp with time zone NOT NULL
);
CREATE INDEX text_decisions_report ON text_decisions (report_id, number);
