import { Notice } from '../../../_ui/notice.tsx';
import type { Asking } from './asking.ts';

/** Why nothing was sent, above the answers that are all kept; a new number where the old one is spent. */
export function Refusal({
  asking,
  code,
  retryAfterSeconds,
}: {
  asking: Asking;
  code: string;
  retryAfterSeconds?: number;
}) {
  const { t, error } = asking;
  const minutes = Math.max(1, Math.ceil((retryAfterSeconds ?? 60) / 60));
  return (
    <Notice kind="warning" role="alert" title={error(code, { minutes })}>
      <p>{t('refused.kept')}</p>
      {code === 'content_differs' && (
        <button type="submit" className="button button-second" name="go" value="renew">
          {t('refused.asNew')}
        </button>
      )}
    </Notice>
  );
}
