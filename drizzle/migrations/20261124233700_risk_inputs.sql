alter table risk_versions add column inputs bytea;
