-- A verified clue's values before each correction, and the corrections that two persons decide on.
ALTER TABLE clues ADD COLUMN superseded_by uuid REFERENCES clues (id);
CREATE TABLE clue_corrections (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  clue_id uuid NOT NULL REFERENCES clues (id),
  clue_version integer NOT NULL,
  state text NOT NULL,
  was jsonb NOT NULL,
  becomes jsonb NOT NULL,
  changed jsonb NOT NULL,
  reason text NOT NULL,
  proposed_by uuid NOT NULL REFERENCES users (id),
  proposed_at timestamp with time zone NOT NULL,
  decided_by uuid REFERENCES users (id),
  decided_at timestamp with time zone,
  decided_reason text
);
CREATE UNIQUE INDEX clue_corrections_one_open ON clue_corrections (clue_id) WHERE state = 'proposed';
