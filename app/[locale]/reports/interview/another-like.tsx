import type { ReactNode } from 'react';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { interviewAction } from './interview-action.ts';

type Props = { locale: Locale; of: string; language: string; told: 'person' | 'team'; label: ReactNode };

/** A new report that begins with the kind, place and date of one that was sent. */
export const AnotherLike = ({ locale, of, language, told, label }: Props) => (
  <form method="post" action={`/${locale}${interviewAction}`}>
    <input type="hidden" name="like" value={of} />
    <input type="hidden" name="language" value={language} />
    <input type="hidden" name="told" value={told} />
    <button type="submit" className="button button-second" name="go" value="begin">
      {label}
    </button>
  </form>
);
