import { getTranslations } from 'next-intl/server';
import { env } from '../../../lib/env.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';

/** Lines to copy; the Python and GDAL ones are run by the story of this page. */
export async function Connect({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'datasets' });
  const squares = new URL('/api/v1/datasets/squares.geojson', env().NEXTAUTH_URL).href;
  const examples = [
    { key: 'qgis', code: squares },
    {
      key: 'python',
      code: `import json, urllib.request\nsquares = json.load(urllib.request.urlopen("${squares}"))["features"]`,
    },
    { key: 'geopandas', code: `import geopandas\nsquares = geopandas.read_file("${squares}")` },
    { key: 'r', code: `squares <- sf::st_read("${squares}")` },
    {
      key: 'csv',
      code: `head <- names(read.csv("squares.csv", nrows = 1))\nsquares <- read.csv("squares.csv", skip = 2, header = FALSE, col.names = head)`,
    },
  ] as const;
  return (
    <>
      <h2>{t('connectTitle')}</h2>
      {examples.map(({ key, code }) => (
        <div key={key}>
          <p className="connect-for">{t(`connect.${key}`)}</p>
          <pre className="connect">
            <code>{code}</code>
          </pre>
        </div>
      ))}
    </>
  );
}
