-- Reports that organisations and moderators have begun; answers stand under the server's seal.
CREATE TABLE report_drafts (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id),
  organisation_id uuid REFERENCES organisations (id),
  language text NOT NULL,
  step text NOT NULL,
  sealed text NOT NULL,
  editor uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  saved_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  sent_at timestamptz
);
CREATE INDEX report_drafts_of_user ON report_drafts (user_id, saved_at);
CREATE INDEX report_drafts_expired ON report_drafts (expires_at);
CREATE INDEX reports_of_organisation ON reports (organisation_id, submitted_at) WHERE organisation_id IS NOT NULL;
CREATE INDEX reports_of_user ON reports (submitted_by, submitted_at) WHERE submitted_by IS NOT NULL;
