import { getTranslations } from 'next-intl/server';
import { mostZoneBytes } from '../../../../lib/deployment/zones/input.ts';
import { formatBytes } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { Button } from '../../../_ui/button.tsx';
import { Field } from '../../../_ui/form/field.tsx';
import { FileInput } from '../../../_ui/form/file-input.tsx';
import { SendingId } from '../../../_ui/form/sending-id.tsx';
import { TextArea, TextField } from '../../../_ui/form/text-field.tsx';
import type { Answer } from '../_parts/answer.ts';
import { mark } from './actions.ts';

const example = '{"type":"Polygon","coordinates":[[[46.70,39.80],[46.75,39.80],[46.75,39.84],[46.70,39.80]]]}';

export async function MarkForm({ locale, answer }: { locale: Locale; answer: Answer }) {
  const t = await getTranslations({ locale, namespace: 'zones' });
  const refused = answer.form === 'mark' && !answer.done;
  const field = (name: 'name' | 'area' | 'reason') => ({
    name,
    label: t(name),
    hint: t(`${name}Hint`),
    error: refused ? answer.errorOf(name) : undefined,
    defaultValue: refused ? answer.valueOf(name) : undefined,
  });
  return (
    <form className="account-form" action={mark.bind(null, locale)}>
      <h2>{t('mark')}</h2>
      <SendingId name="id" />
      <TextField {...field('name')} maxLength={120} autoComplete="off" />
      <TextArea {...field('area')} rows={6} placeholder={example} spellCheck={false} />
      <Field name="file" label={t('file')} hint={t('fileHint')}>
        <FileInput
          id="file"
          name="file"
          accept=".geojson,.json,application/geo+json,application/json"
          aria-describedby="file-hint"
          mostBytes={mostZoneBytes}
          tooLarge={t('fileTooLarge', { size: formatBytes(locale, mostZoneBytes) })}
        />
      </Field>
      <TextArea {...field('reason')} rows={2} maxLength={1000} />
      <Button>{t('markButton')}</Button>
    </form>
  );
}
