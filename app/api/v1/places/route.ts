import { type PlaceHit, searchPlaces } from '../../../../lib/places/search-places.ts';
import { runRoute } from '../../../_http/run-route.ts';

/** `?q=` a name in any language, `locale`, `limit`; the same for everybody, so that caches may keep it for an hour. */
export const GET = (request: Request): Promise<Response> =>
  runRoute(request, async (ctx) => {
    const asked = new URL(request.url).searchParams;
    const hits = await searchPlaces(ctx, {
      q: asked.get('q') ?? '',
      locale: asked.get('locale') ?? undefined,
      limit: asked.get('limit') ?? undefined,
    });
    return Response.json({ places: hits.map(onTheWire) }, { headers: { 'Cache-Control': 'public, max-age=3600' } });
  });

const onTheWire = ({ id, kind, label, matchedName, district, lngLat, uncertaintyMetres }: PlaceHit) => ({
  id,
  kind,
  label,
  matchedName,
  district: district?.label ?? null,
  lat: lngLat?.lat ?? null,
  lng: lngLat?.lng ?? null,
  uncertaintyMetres,
});
