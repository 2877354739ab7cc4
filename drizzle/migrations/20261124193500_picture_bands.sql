-- Pictures that look alike, found by an index: two hashes that differ in up to seven bits agree in one of eight bands.
CREATE FUNCTION picture_bands(hash bigint) RETURNS integer[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT ARRAY[
    (hash & 255)::integer, 256 + ((hash >> 8) & 255)::integer, 512 + ((hash >> 16) & 255)::integer,
    768 + ((hash >> 24) & 255)::integer, 1024 + ((hash >> 32) & 255)::integer, 1280 + ((hash >> 40) & 255)::integer,
    1536 + ((hash >> 48) & 255)::integer, 1792 + ((hash >> 56) & 255)::integer
  ]
$$;
CREATE INDEX report_photos_bands ON report_photos USING gin (picture_bands(perceptual_hash))
  WHERE perceptual_hash IS NOT NULL;
