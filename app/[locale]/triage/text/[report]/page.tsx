import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../../lib/context.ts';
import { isProblem } from '../../../../../lib/errors.ts';
import { pageLocale } from '../../../../../lib/i18n/page-locale.ts';
import { spoken } from '../../../../../lib/ids.ts';
import { getCase } from '../../../../../lib/triage/get-case.ts';
import { marksOf, redactedText } from '../../../../../lib/triage/text/marks.ts';
import { pageAccess } from '../../../../_http/page-access.ts';
import { Button } from '../../../../_ui/button.tsx';
import { PageShell } from '../../../../_ui/page-shell.tsx';
import { triageAnswer } from '../../_parts/answer.ts';
import { AnswerNotice } from '../../_parts/answer-notice.tsx';
import { Keys } from '../../_parts/keys.tsx';
import { MarkChoice } from '../_parts/mark-choice.tsx';
import { MarkKeys } from '../_parts/mark-keys.tsx';
import { MarkState } from '../_parts/mark-state.tsx';
import { Words } from '../_parts/words.tsx';
import { decided, undone } from '../actions.ts';
import '../../triage.css';
import '../text.css';

type Props = { params: Promise<{ locale: string; report: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'redaction.text' });
  return { title: t('short') };
}

/** A report's own words: each flag to hide or to keep, and any other word to hide. Works without scripts. */
export default async function TextPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { report: id } = await params;
  const path = `/triage/text/${id}`;
  const { ctx } = await pageAccess(locale, path, 'moderator', 'lead');
  const report = await reportOrNone(ctx, id);
  if (!report?.description) notFound();
  const t = await getTranslations({ locale, namespace: 'redaction' });
  const { description, language, text } = report;
  const marks = marksOf(description, text.spans);
  const basis = <input type="hidden" name="version" value={report.version} />;
  return (
    <PageShell locale={locale} path={path} width="column">
      <p>
        <a href={`/${locale}/triage?state=all&report=${id}#case`}>‹ {t('toCase')}</a>
      </p>
      <Keys locale={locale} />
      <h1>{t('text.title', { report: spoken.report(report.number) })}</h1>
      <AnswerNotice locale={locale} answer={await triageAnswer(locale, path)} />
      <p className="case-words-state">
        <MarkState locale={locale} report={report} />
      </p>
      <p>{t('text.lead')}</p>
      <form action={decided.bind(null, locale, path, id)} key={report.version}>
        {basis}
        {marks.length === 0 && <p>{t('text.noMarks')}</p>}
        <MarkKeys>{t('text.keys')}</MarkKeys>
        {marks.map((mark) => (
          <MarkChoice
            key={mark.start}
            mark={mark}
            words={description.slice(mark.start, mark.end)}
            language={language}
            told={{ kind: t(`text.mark.${mark.kind}`), hide: t('text.hide'), keep: t('text.keep') }}
          />
        ))}
        <Words text={description} language={language} spans={text.spans} marks={marks} legend={t('text.words')} />
        <Button>{t('text.save')}</Button>
      </form>
      {text.undoable && (
        <form action={undone.bind(null, locale, path, id)} className="text-undo">
          {basis}
          <Button kind="second">{t('undo')}</Button>
        </form>
      )}
      {text.read && (
        <>
          <h2>{t('text.shown')}</h2>
          <blockquote className="case-words" lang={language}>
            {redactedText(description, text.spans)}
          </blockquote>
        </>
      )}
    </PageShell>
  );
}

async function reportOrNone(ctx: Context, id: string) {
  try {
    return (await getCase(ctx, id)).report;
  } catch (error) {
    if (isProblem(error) && error.code === 'not_found') return null;
    throw error;
  }
}
