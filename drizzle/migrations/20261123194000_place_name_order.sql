-- The first name of a language is the one shown.
ALTER TABLE place_names ADD COLUMN ordinal integer NOT NULL DEFAULT 0;
