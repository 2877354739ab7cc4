-- Same event?: reports of the same days, and claims of the same place.
CREATE INDEX reports_days ON reports USING gist (daterange(date_start, greatest(date_start, date_end), '[]'));
CREATE INDEX location_claims_place ON location_claims (place_id) WHERE place_id IS NOT NULL;
