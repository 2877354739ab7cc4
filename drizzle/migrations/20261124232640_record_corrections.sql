-- A minefield record is corrected by another that names it; the second person who accepts the new one retires the old.
ALTER TABLE minefield_records ADD COLUMN corrects_id uuid REFERENCES minefield_records (id);
ALTER TABLE minefield_records ADD COLUMN correction_reason text;
CREATE UNIQUE INDEX minefield_records_one_correction ON minefield_records (corrects_id) WHERE state = 'proposed';
ALTER TABLE minefield_records ADD CHECK (corrects_id IS NULL OR (corrects_id <> id AND correction_reason IS NOT NULL));
