import { getTranslations } from 'next-intl/server';
import { env } from '../../../lib/env.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { tileHost } from '../shell/tile-host.ts';
import type { MapWords, TileSource } from './map-feature.ts';

/** The words of LeafletMap, for pages that draw one. */
export async function mapWords(locale: Locale): Promise<MapWords> {
  const t = await getTranslations({ locale, namespace: 'map' });
  return {
    label: t('mapLabel'),
    zoomIn: t('zoomIn'),
    zoomOut: t('zoomOut'),
    close: t('close'),
    outside: t('outside'),
    pickHint: t('pickHint'),
  };
}

export async function openerWords(locale: Locale) {
  const t = await getTranslations({ locale, namespace: 'map' });
  return {
    ...(await mapWords(locale)),
    pickHint: undefined,
    open: t('open'),
    tilesFrom: t('tilesFrom', { host: tileHost() }),
    loading: t('loading'),
    failed: t('failed'),
    behind: t('behind'),
  };
}

export const tileSource = (): TileSource => ({ url: env().TILE_URL, attribution: env().TILE_ATTRIBUTION });
