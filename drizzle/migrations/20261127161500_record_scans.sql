-- a scan belongs to a report or to a minefield record
ALTER TABLE report_scans RENAME TO scans;
ALTER TABLE scans ALTER COLUMN report_id DROP NOT NULL;
ALTER TABLE scans ADD COLUMN record_id uuid REFERENCES minefield_records (id);
ALTER TABLE scans ADD CONSTRAINT scans_of_one CHECK (num_nonnulls(report_id, record_id) = 1);
ALTER INDEX report_scans_once RENAME TO scans_once_a_report;
CREATE UNIQUE INDEX scans_once_a_record ON scans (record_id, sha256);
