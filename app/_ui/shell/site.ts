import { cache } from 'react';
import type { Actor } from '../../../lib/context.ts';
import { getDeployment } from '../../../lib/deployment/get-deployment.ts';
import { requestContext } from '../../_http/context.ts';

export type EmergencyNumber = { country: string; label: string; number: string };

/** What every page says of its operator; all of it is configuration, nothing is assumed. */
export type Site = {
  demonstration: boolean;
  operator: string | null;
  operatorContact: string | null;
  jurisdiction: string | null;
  emergencyNumbers: EmergencyNumber[];
  staffedHours: string | null;
};

const unconfigured: Site = {
  demonstration: process.env.MINECLUE_EMBEDDED === '1',
  operator: null,
  operatorContact: null,
  jurisdiction: null,
  emergencyNumbers: [],
  staffedHours: null,
};

/** The running deployment, once a request. Without a database the safety words must still stand, so it never throws. */
export const site = cache(async (): Promise<Site> => {
  try {
    return (await getDeployment(await requestContext())) ?? unconfigured;
  } catch (error) {
    console.error('The deployment could not be read:', error);
    return unconfigured;
  }
});

/** Who reads, for the head of a page only; nobody when that cannot be told. Pages and verbs authorise by themselves. */
export const reader = cache(async (): Promise<Actor> => {
  try {
    return (await requestContext()).actor;
  } catch (error) {
    console.error('The session could not be read:', error);
    return { type: 'public' };
  }
});
