import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { getDeployment } from '../../../../lib/deployment/get-deployment.ts';
import { type LocaleParams, pageLocale } from '../../../../lib/i18n/page-locale.ts';
import { pageAccess } from '../../../_http/page-access.ts';
import { AccountShell } from '../_parts/account-shell.tsx';
import { answerOf } from '../_parts/answer.ts';
import { FormAnswer } from '../_parts/form-answer.tsx';
import { DatabaseNotes } from './database-notes.tsx';
import { DeploymentForm } from './deployment-form.tsx';
import { VerifierRuleForm } from './verifier-rule-form.tsx';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'accounts' });
  return { title: t('deployment.title') };
}

export default async function DeploymentPage({ params }: LocaleParams) {
  const locale = await pageLocale(params);
  const { session, ctx } = await pageAccess(locale, '/accounts/deployment', 'administrator');
  const t = await getTranslations({ locale, namespace: 'accounts' });
  const deployment = await getDeployment(ctx);
  if (!deployment) notFound();
  const answer = await answerOf(locale, '/accounts/deployment');
  return (
    <AccountShell locale={locale} path="/accounts/deployment" session={session}>
      <h1>{t('deployment.title')}</h1>
      <p className="prose">{t('deployment.lead')}</p>
      <FormAnswer locale={locale} answer={answer} />
      <div className="account-columns">
        <DeploymentForm locale={locale} deployment={deployment} answer={answer} />
        <div>
          <DatabaseNotes locale={locale} />
          <VerifierRuleForm ctx={ctx} locale={locale} answer={answer} />
        </div>
      </div>
    </AccountShell>
  );
}
