import type { DeploymentInput } from './input.ts';

const neededForIntake = ['operator', 'jurisdiction', 'emergencyNumbers', 'staffedHours'] as const;

/** What must be configured before reports that are no practice may come in. */
export const missingForIntake = (wanted: Pick<DeploymentInput, (typeof neededForIntake)[number]>) =>
  neededForIntake.filter((field) => !wanted[field]?.length);
