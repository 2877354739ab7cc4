import type { Community } from '../../accounts/input.ts';

/**
 * One of two persons comes from a neutral organisation, or they come from different communities. An unknown community
 * is never taken for another one. About those who decide; where a report comes from is no input.
 */
export const communitiesBalance = (proposer: Community | null, verifier: Community | null): boolean =>
  proposer === 'neutral' || verifier === 'neutral' || (proposer !== null && verifier !== null && proposer !== verifier);
