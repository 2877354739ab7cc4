import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { Context } from '../../../../../lib/context.ts';
import { isProblem } from '../../../../../lib/errors.ts';
import { pageLocale } from '../../../../../lib/i18n/page-locale.ts';
import { getPhoto } from '../../../../../lib/media/redaction/get-photo.ts';
import { pageAccess } from '../../../../_http/page-access.ts';
import { Button } from '../../../../_ui/button.tsx';
import { PageShell } from '../../../../_ui/page-shell.tsx';
import { StateLabel } from '../../../../_ui/state-label.tsx';
import { triageAnswer } from '../../_parts/answer.ts';
import { AnswerNotice } from '../../_parts/answer-notice.tsx';
import { BoxesEditor } from '../_parts/boxes-editor.tsx';
import { passed, setBoxes, undone } from '../actions.ts';
import '../../triage.css';
import '../photos.css';

type Props = { params: Promise<{ locale: string; photo: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'redaction' });
  return { title: t('title') };
}

/** One photo and the boxes that hide faces and plates in the copy that goes out. */
export default async function PhotoPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { photo: id } = await params;
  const path = `/triage/photos/${id}`;
  const { ctx } = await pageAccess(locale, path, 'moderator', 'lead');
  const photo = await photoOrNone(ctx, id);
  if (!photo) notFound();
  const t = await getTranslations({ locale, namespace: 'redaction' });
  const answer = await triageAnswer(locale, path);
  const basis = <input type="hidden" name="version" value={photo.version} />;
  return (
    <PageShell locale={locale} path={path} width="full">
      <div className="redaction">
        <p>
          <a href={`/${locale}/triage?state=all&report=${photo.reportId}#case`}>‹ {t('toCase')}</a>
        </p>
        <h1>{t('photoTitle', { number: photo.number })}</h1>
        <AnswerNotice locale={locale} answer={answer} />
        <p>
          <StateLabel kind={photo.reviewed ? 'settled' : 'attention'}>
            {photo.reviewed ? t('reviewed', { count: photo.boxes.length }) : t('notReviewed')}
          </StateLabel>
        </p>
        <p>{t('lead')}</p>
        {photo.takenAt && <p className="quiet">{t('takenAt', { at: photo.takenAt.replace('T', ' ') })}</p>}
        <BoxesEditor
          key={photo.version}
          action={setBoxes.bind(null, locale, path, id)}
          source={`/${locale}/triage/photos/${id}/picture`}
          width={photo.width}
          height={photo.height}
          version={photo.version}
          boxes={photo.boxes}
          words={{
            picture: t('photo', { number: photo.number }),
            show: t('show'),
            draw: t('draw'),
            add: t('add'),
            save: t('save'),
            remove: t('remove'),
            none: t('none'),
            box: t('box'),
            x: t('x'),
            y: t('y'),
            width: t('width'),
            height: t('height'),
          }}
        />
        <div className="redaction-acts">
          {photo.boxes.length === 0 && !photo.reviewed && (
            <form action={passed.bind(null, locale, path, id)}>
              {basis}
              <Button kind="second">{t('nothingToHide')}</Button>
            </form>
          )}
          {photo.undoable && (
            <form action={undone.bind(null, locale, path, id)}>
              {basis}
              <Button kind="second">{t('undo')}</Button>
            </form>
          )}
        </div>
        {photo.reviewed && (
          <>
            <h2>{t('goesOut')}</h2>
            <img
              className="redaction-out"
              src={`/${locale}/triage/photos/${id}/picture?of=redacted&v=${photo.version}`}
              alt={t('goesOutAlt', { number: photo.number })}
            />
          </>
        )}
      </div>
    </PageShell>
  );
}

async function photoOrNone(ctx: Context, id: string) {
  try {
    return await getPhoto(ctx, id);
  } catch (error) {
    if (isProblem(error) && error.code === 'not_found') return null;
    throw error;
  }
}
