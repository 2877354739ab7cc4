CREATE TABLE incident_events (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number bigint GENERATED ALWAYS AS IDENTITY NOT NULL UNIQUE,
  kind text NOT NULL,
  incident_id uuid NOT NULL REFERENCES incidents (id),
  other_incident_id uuid REFERENCES incidents (id),
  moves jsonb NOT NULL DEFAULT '[]',
  field text,
  report_id uuid REFERENCES reports (id),
  detail jsonb NOT NULL DEFAULT '{}',
  link_kind text,
  link_order integer,
  about_id uuid REFERENCES incident_events (id),
  reason text,
  by_user_id uuid NOT NULL REFERENCES users (id),
  at timestamp with time zone NOT NULL
);
CREATE INDEX incident_events_incident ON incident_events (incident_id, number);
CREATE INDEX incident_events_other ON incident_events (other_incident_id, number);
CREATE UNIQUE INDEX incident_events_undone_once ON incident_events (about_id) WHERE kind = 'undo';
