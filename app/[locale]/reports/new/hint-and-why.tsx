import type { Asking } from './asking.ts';

/** What the page asks beside its question, and why it is asked at all. */
export const hintAndWhy = ({ t, common }: Asking, step: string) => (
  <>
    {t(`${step}.hint`)}
    <span className="why">
      <strong>{common('whyWeAsk')}:</strong> {t(`why.${step}`)}
    </span>
  </>
);
