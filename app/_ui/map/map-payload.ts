import { getTranslations } from 'next-intl/server';
import { clueAudience } from '../../../lib/clues/clue-audience.ts';
import { listSharedClues } from '../../../lib/clues/list-clues.ts';
import type { Context } from '../../../lib/context.ts';
import { listZones } from '../../../lib/deployment/zones/list-zones.ts';
import { defaultArea } from '../../../lib/geo/area.ts';
import { type Bbox, bboxOf } from '../../../lib/geo/bbox.ts';
import type { Position } from '../../../lib/geo/lng-lat.ts';
import { type SquareId, squarePolygon } from '../../../lib/geo/squares.ts';
import { settlementUncertaintyMetres } from '../../../lib/geo/uncertainty.ts';
import { formatDate, formatDistance } from '../../../lib/i18n/formats.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { spoken } from '../../../lib/ids.ts';
import { getPlaces } from '../../../lib/places/get-places.ts';
import type { ReleasedLand } from '../../../lib/risk/batches/released-land.ts';
import { currentSurface } from '../../../lib/risk/current-surface.ts';
import { publishedSurface } from '../../../lib/risk/published-surface.ts';
import type { SurfaceShapes } from '../../../lib/risk/surface-shapes.ts';
import { errorShapes } from '../../../lib/triage/location/error-shapes.ts';
import type { AreaGeometry, Look, MapFeature, MapGeometry, MapName } from './map-feature.ts';
import { bothNames, mapNames } from './map-names.ts';

/** All that a moving map draws, in the reader's language, since browsers lack az and hy. */
export type MapPayload = {
  number: number;
  bounds: Bbox;
  area?: AreaGeometry;
  names: MapName[];
  features: MapFeature[];
  caveat: string;
};
export type Tier = 'public' | 'organisation' | 'moderator';

/** What the actor's own map shows; everybody else sees the public one. */
export async function tierOf(ctx: Context): Promise<Tier> {
  const { actor } = ctx;
  // an organisation whose agreement has ended reads what everybody reads
  if ((await clueAudience(ctx)) === 'public') return 'public';
  if (actor.type === 'apiKey') return 'organisation';
  if (actor.type !== 'user') return 'public';
  if (actor.role === 'organisation') return 'organisation';
  return actor.role === 'administrator' ? 'public' : 'moderator';
}

export async function mapPayload(ctx: Context, tier: Tier, locale: Locale): Promise<MapPayload> {
  const safety = await getTranslations({ locale, namespace: 'safety' });
  const caveat = `${safety('noReports')} ${safety('treatAsDangerous')}`;
  const drawn =
    tier === 'moderator'
      ? await live(ctx, locale)
      : tier === 'organisation'
        ? await daily(ctx, locale)
        : await weekly(ctx, locale, safety('noReports'));
  const area = drawn.area as AreaGeometry | undefined;
  const bounds = area ? bboxOf(area.coordinates.flat(area.type === 'Polygon' ? 1 : 2) as Position[]) : defaultArea.bbox;
  return { ...drawn, area, bounds, names: await mapNames(ctx, locale), caveat };
}

type Drawn = { number: number; area: unknown; features: MapFeature[] };

async function weekly(ctx: Context, locale: Locale, caveat: string): Promise<Drawn> {
  const t = await getTranslations({ locale, namespace: 'map' });
  const release = await publishedSurface(ctx, 'public');
  if (!release) return { number: 0, area: undefined, features: [] };
  const { area, squares, released = [] } = release.body;
  const hatched: MapFeature[] = area ? [{ id: 'unknown', look: 'unknown', geometry: area as AreaGeometry }] : [];
  const marked = squares.map(
    (id): MapFeature => ({
      id,
      look: 'danger-public',
      geometry: squarePolygon(id),
      title: t('squareTitle'),
      lines: [caveat],
    }),
  );
  return {
    number: release.number,
    area: area ?? undefined,
    features: [...marked, ...hatched, ...(await releasedFeatures(released, locale))],
  };
}

async function daily(ctx: Context, locale: Locale): Promise<Drawn> {
  const t = await getTranslations({ locale, namespace: 'map' });
  const release = await publishedSurface(ctx, 'organisation');
  if (!release) return { number: 0, area: undefined, features: [] };
  const { area, shapes, squares, released = [], sensitive = [] } = release.body;
  const clues = await listSharedClues(ctx);
  const square =
    (text: string) =>
    (id: SquareId): MapFeature => ({
      ...{ id, look: 'danger-public', geometry: squarePolygon(id) },
      title: t('squareTitle'),
      lines: [text],
    });
  const coarse = [
    ...squares.map(square(t('notShared'))),
    ...sensitive.filter((id) => !squares.includes(id)).map(square(t('inZone'))),
  ];
  const kinds = await getTranslations({ locale, namespace: 'clues' });
  const reaches = await reachesOf(ctx, clues);
  const points = clues.flatMap(({ id, kind, geometry, uncertaintyMetres, ...when }): MapFeature[] =>
    geometry
      ? [
          {
            id,
            look: 'clue',
            mark: kind,
            geometry,
            radiusMetres: uncertaintyMetres,
            reach: reaches.get(id),
            title: dateWords(locale, when.dateStart) ?? t('dateUnknown'),
            lines: [
              kinds(`kind.${kind}`),
              t('knownTo', { distance: formatDistance(locale, uncertaintyMetres) }),
              t('deskReview'),
            ],
          },
        ]
      : [],
  );
  const byPlace = Map.groupBy(
    clues.filter(({ geometry, placeId }) => !geometry && placeId),
    ({ placeId }) => placeId!,
  );
  const rings = (await getPlaces(ctx, [...byPlace.keys()], locale)).flatMap((place): MapFeature[] =>
    place.lngLat
      ? [
          {
            id: place.id,
            look: 'settlement',
            geometry: { type: 'Point', coordinates: [place.lngLat.lng, place.lngLat.lat] },
            radiusMetres: Math.max(place.uncertaintyMetres ?? 0, settlementUncertaintyMetres),
            title: bothNames(place, locale),
            lines: [t('settlementClues', { count: byPlace.get(place.id)!.length }), t('deskReview')],
          },
        ]
      : [],
  );
  return {
    number: release.number,
    area: area ?? undefined,
    features: [
      ...coarse,
      ...(await shapeFeatures(shapes, locale)),
      ...(await releasedFeatures(released, locale)),
      ...rings,
      ...points,
    ],
  };
}

const reachesOf = (
  ctx: Context,
  clues: readonly { id: string; geometry: MapGeometry | null; uncertaintyMetres: number }[],
) =>
  errorShapes(
    ctx,
    clues.map((one) => ({ ...one, effectiveUncertaintyMetres: one.uncertaintyMetres })),
  );

const dateWords = (locale: Locale, date: string | null) => (date ? formatDate(locale, date) : undefined);

async function live(ctx: Context, locale: Locale): Promise<Drawn> {
  const t = await getTranslations({ locale, namespace: 'map' });
  const surface = await currentSurface(ctx);
  if (!surface) return { number: 0, area: undefined, features: [] };
  const kinds = await getTranslations({ locale, namespace: 'clues' });
  const reaches = await reachesOf(ctx, surface.clues);
  const points = surface.clues
    .toSorted((a, b) => a.number - b.number)
    .map(
      ({ id, number, kind, geometry, uncertaintyMetres, precisionClass, dateStart }): MapFeature => ({
        id,
        look: precisionClass === 'C' ? 'settlement' : 'clue',
        mark: kind,
        geometry,
        radiusMetres: uncertaintyMetres,
        reach: reaches.get(id),
        title: t('clueTitle', { id: spoken.clue(number) }),
        lines: [
          kinds(`kind.${kind}`),
          dateStart ? formatDate(locale, dateStart) : t('dateUnknown'),
          t('knownTo', { distance: formatDistance(locale, uncertaintyMetres) }),
          t('deskReview'),
        ],
        href: `/${locale}/clues/${id}`,
        hrefText: t('openClue'),
      }),
    );
  return {
    number: surface.version.number,
    area: surface.area ?? undefined,
    features: [...(await shapeFeatures(surface, locale)), ...(await zoneFeatures(ctx, locale)), ...points],
  };
}

async function releasedFeatures(released: readonly ReleasedLand[], locale: Locale): Promise<MapFeature[]> {
  const t = await getTranslations({ locale, namespace: 'map' });
  return released.map(({ authority, date, geometry }, i) => ({
    ...{ id: `released-${i}`, look: 'released', geometry },
    title: t('states.released', { label: `${authority}, ${formatDate(locale, date)}` }),
    lines: [t('releasedLead')],
  }));
}

/** Zones that stand, outlined. Moderators' only. */
export async function zoneFeatures(ctx: Context, locale: Locale): Promise<MapFeature[]> {
  const t = await getTranslations({ locale, namespace: 'map' });
  const standing = (await listZones(ctx)).filter(({ endedAt }) => !endedAt);
  return standing.map(({ id, area, name, reason }) => ({
    ...{ id: `zone-${id}`, look: 'zone', geometry: area },
    title: t('zoneTitle', { name }),
    lines: [reason],
  }));
}

const stateLooks: Record<string, Look> = { released: 'released', recorded_hazard: 'recorded', conflicting: 'outline' };

async function shapeFeatures({ danger, ignorance, states }: SurfaceShapes, locale: Locale): Promise<MapFeature[]> {
  const t = await getTranslations({ locale, namespace: 'map' });
  return [
    ...danger.map(
      (shape): MapFeature => ({
        id: `danger-${shape.class}`,
        look: `danger-${shape.class as 1 | 2 | 3 | 4 | 5}`,
        geometry: shape.geometry,
        title: t('classTitle', { class: shape.class }),
        lines: [t('classText')],
      }),
    ),
    ...ignorance.map(
      (shape): MapFeature => ({
        id: shape.level,
        look: shape.level === 'unknown' ? 'unknown' : 'partly-known',
        geometry: shape.geometry,
      }),
    ),
    ...states.map(
      (shape, i): MapFeature => ({
        id: `state-${i}`,
        look: stateLooks[shape.state] ?? 'outline',
        geometry: shape.geometry,
        title:
          shape.state === 'conflicting' && shape.label === ''
            ? t('states.disputed')
            : t(`states.${shape.state as 'released'}`, { label: shape.label }),
      }),
    ),
  ];
}
