import { type Context, moderators, requireRole } from '../../context.ts';

/** Members of organisations, and those who assess; administrators send nothing. */
export const interviewers = ['organisation', ...moderators] as const;

/** The signed-in person who may record what others say. Throws `not_signed_in`, `forbidden`. */
export const requireInterviewer = (ctx: Context) => requireRole(ctx, ...interviewers);
