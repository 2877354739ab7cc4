-- The errors that make up an offset's radius, so that it is drawn as the wedge that its words leave open.
ALTER TABLE location_claims
  ADD COLUMN direction_error_degrees double precision,
  ADD COLUMN distance_error_m double precision,
  ADD COLUMN start_error_m double precision;
