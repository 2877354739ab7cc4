-- Community of an organisation (neutral | a | b): for the rule on the second person only, never published.
ALTER TABLE organisations ADD COLUMN community text;
ALTER TABLE organisations ADD CONSTRAINT organisations_community CHECK (community IN ('neutral', 'a', 'b'));
ALTER TABLE deployment ADD COLUMN neutral_verifier boolean NOT NULL DEFAULT false;
ALTER TABLE deployment ADD COLUMN community_labels jsonb NOT NULL DEFAULT '{}';
CREATE TABLE recusals (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  incident_id uuid NOT NULL REFERENCES incidents (id),
  user_id uuid NOT NULL REFERENCES users (id),
  reason text NOT NULL,
  recused_by uuid NOT NULL REFERENCES users (id),
  recused_at timestamp with time zone NOT NULL,
  UNIQUE (incident_id, user_id)
);
