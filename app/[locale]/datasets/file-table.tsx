import { getTranslations } from 'next-intl/server';
import type { Download } from '../../../lib/datasets/download.ts';
import type { DatasetFile } from '../../../lib/datasets/input.ts';
import { formatBytes, formatNumber } from '../../../lib/i18n/formats.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { DataTable } from '../../_ui/data-table.tsx';

type Props = { locale: Locale; id: string; title: string; files: { file: DatasetFile; made: Download }[] };

/** Files of one release with rows, size and checksum; links that work without a script. */
export async function FileTable({ locale, id, title, files }: Props) {
  const t = await getTranslations({ locale, namespace: 'datasets' });
  return (
    <>
      <h2>{title}</h2>
      <DataTable
        id={id}
        caption={title}
        captionHidden
        stacks
        columns={[
          { key: 'file', label: t('file') },
          { key: 'opens', label: t('opensIn') },
          { key: 'rows', label: t('rows'), numeric: true },
          { key: 'size', label: t('size'), numeric: true },
        ]}
        rows={files.map(({ file, made }) => ({
          key: file,
          cells: {
            file: (
              <>
                {t(`files.${file.replace('.', '_') as 'clues_csv'}`)}
                <span className="file-links">
                  <a href={`/api/v1/datasets/${file}`} download={made.fileName}>
                    {t('downloadFile', { file })}
                  </a>
                  <a href={`/api/v1/datasets/${file}.metadata.json`} aria-label={`${t('metadata')}: ${file}`}>
                    {t('metadata')}
                  </a>
                </span>
                <span className="sha">sha256 {made.sha256.slice(0, 16)}…</span>
              </>
            ),
            opens: file.endsWith('.csv') ? 'Excel, R, Python, HXL' : 'QGIS, R, Python',
            rows: formatNumber(locale, made.metadata.count),
            size: formatBytes(locale, made.bytes),
          },
        }))}
      />
    </>
  );
}
