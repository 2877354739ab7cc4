'use server';

import { updateDeployment } from '../../../../lib/deployment/update-deployment.ts';
import { formAction } from '../../../_http/form-action.ts';
import { numbersFromForm } from './numbers.ts';

export async function save(locale: string, data: FormData) {
  const where = { locale, path: '/accounts/deployment', form: 'deployment' };
  await formAction(where, data, async (ctx, values) => {
    await updateDeployment(ctx, {
      operator: values.operator ?? null,
      operatorContact: values.operatorContact ?? null,
      jurisdiction: values.jurisdiction ?? null,
      staffedHours: values.staffedHours ?? null,
      organisationAgreement: values.organisationAgreement ?? null,
      emergencyNumbers: numbersFromForm(values),
      intakeOpen: values.intakeOpen === 'yes',
      version: Number(values.version),
    });
    return { done: 'deploymentSaved' };
  });
}
