/** Audiences of a published surface: the public weekly, organisations daily; moderators see it live. */
export const audiences = ['public', 'organisation'] as const;
export type Audience = (typeof audiences)[number];
