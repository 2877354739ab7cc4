import { env } from '../../../../lib/env.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { translator } from '../../../../lib/i18n/translator.ts';
import { paperSteps, paperValues, wordedFor } from '../../../../lib/reports/form/paper-steps.ts';
import { Caveat } from '../../../_ui/caveat.tsx';
import { SafetySteps } from '../../../_ui/safety-steps.tsx';
import { Script } from '../interview/script-page.tsx';
import { askingIn } from '../new/asking.ts';
import { Question } from '../new/question.tsx';

const fields = ['sheet', 'date', 'interviewer', 'entered', 'number', 'receipt'] as const;

/** The whole form on paper: safety first, the consent words, then the form's own questions in its own order. */
export async function PaperForm({ locale, today }: { locale: Locale; today: string }) {
  const t = await translator(locale, 'paper');
  const words = await askingIn(locale);
  const kindNames = (kinds: readonly string[]) => kinds.map((kind) => words.label('reportKinds', kind)).join(', ');
  return (
    <main className="paper">
      <header>
        <h1 className="sheet-title">{t('head')}</h1>
        <p className="address">{env().NEXTAUTH_URL.replace(/^https?:\/\//, '')}</p>
      </header>
      <div className="safety">
        <SafetySteps locale={locale} />
      </div>
      <p className="caveat">
        <Caveat locale={locale} />
      </p>
      <section className="read-aloud">
        <h2>{t('read')}</h2>
        <Script language={locale} />
        <p>
          □ <strong>{t('agrees')}</strong>
        </p>
      </section>
      <section className="office">
        <h2>{t('office.title')}</h2>
        <dl>
          {fields.map((key) => (
            <div key={key}>
              <dt>{t(`office.${key}`)}</dt>
              <dd />
            </div>
          ))}
        </dl>
        <p>{t('noNames')}</p>
      </section>
      <p className="how">{t('round')}</p>
      <div className="questions">
        {paperSteps().map(({ step, kinds }, index) => (
          <section className="question" key={step}>
            <p className="number">{index + 1}</p>
            <div>
              {kinds && <p className="only">{t('onlyFor', { kinds: kindNames(kinds) })}</p>}
              <Question
                asking={{ ...words, step, values: paperValues(wordedFor({ step, kinds }), step), errors: {} }}
                today={today}
              />
            </div>
          </section>
        ))}
      </div>
      <p className="how">{t('more')}</p>
    </main>
  );
}
