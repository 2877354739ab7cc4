import type { SQL } from 'drizzle-orm';
import { customType, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { at, geometry, id } from './columns.ts';

const utmGeometry = customType<{ data: SQL }>({ dataType: () => 'geometry(Geometry,32638)' });

/** What an operator marked sensitive, such as a state border or military positions. A zone is never changed, only ended. */
export const sensitiveZones = pgTable('sensitive_zones', {
  id: id(),
  name: text('name').notNull(),
  reason: text('reason').notNull(),
  /** Polygon or MultiPolygon. */
  area: geometry('area').notNull(),
  /** The same on the grid of the public squares, in metres. */
  plane: utmGeometry('plane').notNull(),
  markedBy: uuid('marked_by')
    .notNull()
    .references(() => users.id),
  markedAt: at('marked_at').notNull(),
  endedBy: uuid('ended_by').references(() => users.id),
  endedAt: at('ended_at'),
  endedReason: text('ended_reason'),
  version: integer('version').notNull().default(1),
});
