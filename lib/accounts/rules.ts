import type { LinkPurpose, Role } from './input.ts';

export const shortestPassword = 12;

/** Beginnings and words that guessers try first; compared without case, spaces and trailing digits or signs. */
const common = new Set(
  `password passwort parol sifre gizliparol administrator admin letmein welcome qwerty qwertyuiop qwertyuiopasdf
  asdfghjkl asdfghjklzxcvbnm zxcvbnm iloveyou monkey dragon football baseball sunshine princess superman changeme
  changemeplease azerbaijan azerbaycan armenia hayastan yerevan karabakh qarabag artsakh mineclue demonstration
  correcthorsebatterystaple thisisapassword mypassword newpassword passwordpassword qwertyqwerty adminadmin`.split(
    /\s+/,
  ),
);

/** What is wrong with a new password, as a message key; no rules of composition (NIST SP 800-63B, 5.1.1.2). */
export function passwordProblem(password: string, of: { email: string; name: string }): string | null {
  if ([...password].length < shortestPassword) return 'password_short';
  const plain = password.toLowerCase().replace(/\s/g, '');
  const stem = plain.replace(/[\d\p{P}\p{S}]+$/u, '');
  if (new Set(plain).size < 4 || isRun(plain) || common.has(plain) || common.has(stem)) return 'password_common';
  const own = [of.email, of.email.split('@')[0]!, of.name].map((word) => word.toLowerCase().replace(/\s/g, ''));
  if (own.includes(plain) || own.includes(stem)) return 'password_own_name';
  return null;
}

/** 123456789012, abcdefghijkl: every step the same. */
function isRun(text: string): boolean {
  const codes = [...text].map((letter) => letter.codePointAt(0)!);
  const steps = codes.slice(1).map((code, index) => (code - codes[index]! + 10) % 10);
  return steps.every((step) => step === steps[0]);
}

export const landing: Record<Role, string> = {
  organisation: '/datasets',
  moderator: '/triage',
  lead: '/triage',
  administrator: '/accounts/members',
};

const hour = 3_600_000;
export const linkLifetimeMilliseconds: Record<LinkPurpose, number> = {
  invitation: 7 * 24 * hour,
  reset: 24 * hour,
  sign_in: 24 * hour,
  first_administrator: 72 * hour,
};
export const setsPassword = (purpose: LinkPurpose): boolean => purpose !== 'sign_in';

/** A session ends after this time, or earlier when nobody has used it. */
export const sessionLifetimeMilliseconds = 14 * 24 * hour;
export const idleLifetimeMilliseconds = 3 * 24 * hour;

type SessionTimes = { revokedAt: Date | null; expiresAt: Date; lastSeenAt: Date };
export const sessionStands = ({ revokedAt, expiresAt, lastSeenAt }: SessionTimes, now: Date): boolean =>
  revokedAt === null && now < expiresAt && now.getTime() - lastSeenAt.getTime() < idleLifetimeMilliseconds;

/** A member of an organisation belongs to one; those who assess may be sent by one; an administrator belongs to none. */
export function organisationProblem(role: Role, organisationId: string | null): string | null {
  if (role === 'organisation') return organisationId ? null : 'organisation_required';
  return organisationId && role === 'administrator' ? 'organisation_not_for_role' : null;
}
