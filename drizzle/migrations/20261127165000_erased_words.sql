-- A report that its reporter takes back leaves no words in the audit trail either: a row may lose what was typed, and says
-- so; who did what and when stays, and nothing else is ever changed.
CREATE OR REPLACE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.reason IS NULL AND NEW.detail = OLD.detail || '{"wordsErased": true}'
    AND ROW(NEW.id, NEW.at, NEW.actor_type, NEW.actor_id, NEW.request_id, NEW.action, NEW.subject_type, NEW.subject_id)
      IS NOT DISTINCT FROM ROW(OLD.id, OLD.at, OLD.actor_type, OLD.actor_id, OLD.request_id, OLD.action, OLD.subject_type, OLD.subject_id)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audit rows are never changed';
END $$;
--> statement-breakpoint
-- To whom, how, when and what exactly was passed on in an emergency.
CREATE TABLE urgent_referrals (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  report_id uuid NOT NULL REFERENCES reports ON DELETE CASCADE,
  report_version integer NOT NULL,
  passed_to text,
  how text NOT NULL,
  passed_at timestamptz NOT NULL,
  passed jsonb,
  recorded_by uuid NOT NULL REFERENCES users,
  recorded_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX urgent_referrals_report ON urgent_referrals (report_id);
