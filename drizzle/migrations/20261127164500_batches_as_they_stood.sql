-- Releases are numbered by audience, on from what each had. A batch keeps its clues as they stood, and the public one what organisations' batches may tell of clues kept from them.
ALTER TABLE risk_publications ALTER COLUMN number DROP IDENTITY;
ALTER TABLE risk_publications DROP CONSTRAINT risk_publications_number_key;
ALTER TABLE risk_publications ADD CONSTRAINT risk_publications_number UNIQUE (audience, number);
ALTER TABLE risk_publications ADD COLUMN clues_then jsonb;
ALTER TABLE risk_publications ADD COLUMN withheld jsonb;
DROP INDEX risk_publications_newest;
