-- Same event?: the days of the event beside each claim of its place, so that one index answers "near, and about then".
-- Days that are not known stand as all days.
ALTER TABLE location_claims ADD COLUMN event_days daterange NOT NULL DEFAULT '(,)';
-- As daysOf in lib/triage/same-event/when.ts, which a test compares.
CREATE FUNCTION event_days(date_start date, date_end date, date_precision text) RETURNS daterange
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN date_precision = 'unknown' OR coalesce(date_start, date_end) IS NULL THEN '(,)'::daterange
    WHEN date_precision = 'before' THEN daterange(coalesce(date_end, date_start) - 3650, coalesce(date_end, date_start), '[]')
    WHEN date_precision IN ('month', 'year') THEN daterange(
      date_trunc(date_precision, coalesce(date_start, date_end)::timestamp)::date,
      greatest(
        (date_trunc(date_precision, coalesce(date_start, date_end)::timestamp) + ('1 ' || date_precision)::interval)::date,
        coalesce(date_end, date_start) + 1
      ))
    ELSE daterange(coalesce(date_start, date_end), greatest(date_start, date_end), '[]')
  END
$$;
UPDATE location_claims c SET event_days = event_days(r.date_start, r.date_end, r.date_precision) FROM reports r WHERE r.id = c.report_id;

CREATE FUNCTION claim_takes_event_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT event_days(r.date_start, r.date_end, r.date_precision) INTO NEW.event_days FROM reports r WHERE r.id = NEW.report_id;
  RETURN NEW;
END $$;
CREATE TRIGGER location_claims_event_days BEFORE INSERT OR UPDATE OF report_id ON location_claims
  FOR EACH ROW EXECUTE FUNCTION claim_takes_event_days();

CREATE FUNCTION report_hands_on_event_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE location_claims SET event_days = event_days(NEW.date_start, NEW.date_end, NEW.date_precision) WHERE report_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER reports_event_days AFTER UPDATE OF date_start, date_end, date_precision ON reports
  FOR EACH ROW EXECUTE FUNCTION report_hands_on_event_days();

DROP INDEX reports_days;
DROP INDEX location_claims_geometry;
DROP INDEX location_claims_place;
CREATE INDEX location_claims_geometry_days ON location_claims USING gist (geometry, event_days);
CREATE INDEX location_claims_place_days ON location_claims (place_id) INCLUDE (report_id, event_days) WHERE place_id IS NOT NULL;
-- a span of more days than this says too little to look all over the land for it
CREATE INDEX location_claims_days ON location_claims USING gist (event_days) WHERE upper(event_days) - lower(event_days) <= 63;

-- Photos are added one by one: a list of pending ones would be read at every search.
ALTER INDEX report_photos_bands SET (fastupdate = off);
SELECT gin_clean_pending_list('report_photos_bands');
