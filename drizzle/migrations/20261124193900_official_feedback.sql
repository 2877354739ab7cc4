-- What an authority or operator reports back about a clue; a second person confirms it before it counts.
CREATE TABLE official_feedback (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  clue_id uuid NOT NULL REFERENCES clues (id),
  state text NOT NULL DEFAULT 'recorded',
  authority text NOT NULL,
  document text NOT NULL,
  method text NOT NULL,
  outcome text NOT NULL,
  carried_out_on date NOT NULL,
  surveyed geometry(Geometry,4326),
  coverage double precision NOT NULL,
  counted boolean NOT NULL,
  note text,
  clue_kind text NOT NULL,
  precision_class text NOT NULL,
  info_credibility text NOT NULL,
  corrects uuid REFERENCES official_feedback (id),
  recorded_by uuid NOT NULL REFERENCES users (id),
  recorded_at timestamp with time zone NOT NULL,
  confirmed_by uuid REFERENCES users (id),
  confirmed_at timestamp with time zone,
  withdrawn_by uuid REFERENCES users (id),
  withdrawn_at timestamp with time zone,
  withdrawal_reason text,
  version integer NOT NULL DEFAULT 1,
  CHECK (state <> 'confirmed' OR confirmed_by <> recorded_by)
);
CREATE INDEX official_feedback_clue ON official_feedback (clue_id, recorded_at);
