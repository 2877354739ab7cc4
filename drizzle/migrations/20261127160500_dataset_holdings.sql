-- Which clues an organisation has taken out, so that its members can be told when one is withdrawn or corrected.
CREATE TABLE dataset_holdings (
  organisation_id uuid NOT NULL REFERENCES organisations (id),
  export_id uuid NOT NULL REFERENCES clues (export_id),
  held_version integer NOT NULL,
  read_version integer,
  read_gone boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organisation_id, export_id)
);
