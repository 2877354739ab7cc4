-- That a text was read follows from the decisions about it. A tick in a grade said so before, of whatever the text was
-- then: those texts are read once more, on their own page.
ALTER TABLE assessments DROP COLUMN free_text_scrubbed;
