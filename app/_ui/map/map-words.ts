import { getTranslations } from 'next-intl/server';
import { env, publicTiles } from '../../../lib/env.ts';
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

/**
 * Where the background of maps comes from. Which pieces a map asks for tells where its reader looks: a server that no operator
 * has chosen is asked for pieces wider than a square of the public map (7.5 km here at zoom 12), and learns no more than that map tells.
 */
export function tileSource(): TileSource {
  const { TILE_URL: url, TILE_ATTRIBUTION: attribution } = env();
  return { url, attribution, finest: url === publicTiles ? 12 : 19 };
}
