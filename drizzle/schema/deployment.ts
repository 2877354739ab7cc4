import { boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { at, geometry } from './columns.ts';

/** The one row that says who operates this database, where, and whether it is a demonstration. */
export const deployment = pgTable('deployment', {
  id: integer('id').primaryKey().default(1),
  demonstration: boolean('demonstration').notNull(),
  operator: text('operator'),
  operatorContact: text('operator_contact'),
  jurisdiction: text('jurisdiction'),
  /** One entry a country: { country: ISO 3166-1 code, police: "102", … }. */
  emergencyNumbers: jsonb('emergency_numbers').$type<{ country: string; label: string; number: string }[]>().notNull(),
  staffedHours: text('staffed_hours'),
  /** Unstamped intake; the database refuses it in a demonstration. */
  intakeOpen: boolean('intake_open').notNull().default(false),
  organisationAgreement: text('organisation_agreement'),
  /** One of the two persons must come from a neutral or the other community's organisation. */
  neutralVerifier: boolean('neutral_verifier').notNull().default(false),
  communityLabels: jsonb('community_labels').$type<{ a?: string; b?: string }>().notNull().default({}),
  areaOfInterest: geometry('area_of_interest'),
  version: integer('version').notNull().default(1),
  updatedAt: at('updated_at').notNull().defaultNow(),
});
