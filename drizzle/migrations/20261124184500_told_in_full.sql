-- What speaks for danger at a place, told by box and no longer by free text alone; consent taken back purpose by purpose.
ALTER TABLE reports ADD COLUMN indications text[] NOT NULL DEFAULT '{}'::text[];
ALTER TABLE confidential.consents ADD COLUMN purposes_withdrawn jsonb NOT NULL DEFAULT '{}'::jsonb;
