-- Zones that an operator marks sensitive: clues that touch one are read by moderators and the mine-action authority only.
CREATE TABLE sensitive_zones (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  reason text NOT NULL,
  area geometry(Geometry,4326) NOT NULL,
  -- the same on the grid of the public squares, where asking whether a clue is near is cheap
  plane geometry(Geometry,32638) NOT NULL,
  marked_by uuid NOT NULL REFERENCES users (id),
  marked_at timestamp with time zone NOT NULL,
  ended_by uuid REFERENCES users (id),
  ended_at timestamp with time zone,
  ended_reason text,
  version integer NOT NULL DEFAULT 1,
  CHECK (GeometryType(area) IN ('POLYGON', 'MULTIPOLYGON') AND ST_IsValid(area)),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_reason IS NULL))
);
