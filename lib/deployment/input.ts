import * as z from 'zod/mini';

/** Trimmed; what is empty is not configured. */
const text = (longest: number) =>
  z.nullable(
    z.pipe(
      z.string().check(z.trim(), z.maxLength(longest, 'text_too_long')),
      z.transform((value) => value || null),
    ),
  );

export const emergencyNumber = z.object({
  /** ISO 3166-1 alpha-2. */
  country: z.string().check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z]{2}$/, 'country_invalid')),
  label: z.string().check(z.trim(), z.maxLength(80, 'text_too_long')),
  number: z.string().check(z.trim(), z.regex(/^\+?[\d ()-]{2,20}$/, 'number_invalid')),
});

/** What an administrator configures; null means not configured. */
export const deploymentInput = z.object({
  operator: text(200),
  operatorContact: text(300),
  jurisdiction: text(200),
  emergencyNumbers: z.array(emergencyNumber).check(z.maxLength(8, 'too_many')),
  staffedHours: text(300),
  organisationAgreement: text(20_000),
  intakeOpen: z.boolean(),
  version: z.int(),
});
export type DeploymentInput = z.infer<typeof deploymentInput>;

const label = z._default(z.string().check(z.trim(), z.maxLength(80, 'text_too_long')), '');
export const verifierRuleInput = z.object({ required: z.boolean(), labelA: label, labelB: label, version: z.int() });
