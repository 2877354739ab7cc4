import { formatDecimal } from '../../../../lib/geo/format-coordinates.ts';
import { fromPosition, positionsOf } from '../../../../lib/geo/lng-lat.ts';
import { areaSquareMetres, lengthMetres } from '../../../../lib/geo/measure.ts';
import { formatWhen } from '../../../../lib/i18n/format-when.ts';
import { formatArea, formatDate, formatDistance } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { one, scoped } from '../../../../lib/reports/form/answers.ts';
import { blastFields, kindOf, peopleOf, prefixOf, stepsFor } from '../../../../lib/reports/form/steps.ts';
import { toldDate } from '../../../../lib/reports/form/told-date.ts';
import { photosIn } from '../../../../lib/reports/form/told-photos.ts';
import { toldPlace } from '../../../../lib/reports/form/told-place.ts';
import { Notice } from '../../../_ui/notice.tsx';
import { site } from '../../../_ui/shell/site.ts';
import type { Asking } from './asking.ts';
import { OwnView } from './own-view.tsx';

/** What was answered on one page, as words; empty when nothing was. */
function answerWords(asking: Asking, step: string, today: string): string | Promise<string> {
  const { values, label, t } = asking;
  const value = (list: string, name: string) => (one(values, name) ? label(list, one(values, name)) : '');
  const joined = (...parts: string[]) => parts.filter(Boolean).join(' · ');
  const [id, index] = step.split(':');
  switch (id) {
    case 'door':
      return one(values, 'door') === 'know' ? t('door.know') : label('reportKinds', kindOf(values)!);
    case 'kind':
      return label('reportKinds', kindOf(values)!);
    case 'place':
      return placeWords({ ...asking, values: scoped(values, prefixOf(step)) });
    case 'signs':
      return (values.signs ?? []).map((one) => label('indications', one)).join(' · ');
    case 'period':
      return [one(values, 'knownFrom'), one(values, 'knownTo')].filter(Boolean).join('–');
    case 'positionOf':
      return value('positionsOf', 'positionOf');
    case 'urgent':
      return value('yesNoUnknown', 'urgent');
    case 'date':
      return dateWords(asking, today);
    case 'people': {
      const counts = ['killed', 'injured', 'outcomeUnknown'] as const;
      return joined(...counts.map((name) => one(values, name) && `${t(`check.${name}`)}: ${one(values, name)}`));
    }
    case 'person': {
      const own = (part: string, list: string) => value(list, `p${index}_${part}`);
      const injuries = (values[`p${index}_injuries`] ?? []).map((one) => label('injuries', one));
      const outcome =
        own('outcome', 'outcomes') || label('outcomes', peopleOf(values)[Number(index)]?.outcome ?? 'unknown');
      return joined(
        outcome,
        own('age', 'ageBands'),
        own('sex', 'sexes'),
        own('activity', 'activities'),
        own('status', 'civilStatuses'),
        own('displaced', 'displacements'),
        ...injuries,
      );
    }
    case 'animals': {
      const count = (part: 'killed' | 'injured') =>
        one(values, `a${index}_${part}`) && `${t(`check.${part}`)}: ${one(values, `a${index}_${part}`)}`;
      return joined(
        value('species', `a${index}_species`),
        count('killed'),
        count('injured'),
        value('herdRoles', `a${index}_role`),
      );
    }
    case 'cause':
      return joined(value('causeBases', 'cause'), one(values, 'humanPresent') === 'yes' ? t('check.humanToo') : '');
    case 'activated':
      return value('activations', 'activated');
    case 'device':
      return joined(
        value('deviceCategories', `d${index}_category`),
        value('deviceBases', `d${index}_basis`),
        one(values, `d${index}_stacked`) === 'yes' ? t('check.stacked') : '',
      );
    case 'marked':
      return joined(
        value('yesNoUnknown', 'areaMarked'),
        one(values, 'deviceMarked') === 'yes' ? t('check.deviceMarked') : '',
      );
    case 'moved':
      return joined(value('yesNoUnknown', 'moved'), value('movers', 'movedBy'), value('emplacements', 'emplacement'));
    case 'blasts':
      return joined(
        value('yesNoUnknown', 'several'),
        ...blastFields.map((name) => blastWords(asking, one(values, name))),
        one(values, 'followsReceipt') && `${t('check.follows')}: ${one(values, 'followsReceipt')}`,
      );
    case 'description':
      return one(values, 'description');
    case 'photos':
      return photosIn(values).length > 0 ? t('photos.count', { count: photosIn(values).length }) : '';
    case 'reporter':
      return joined(
        value('reporterTypes', 'reporterType'),
        value('knowledgeBases', 'basis'),
        value('displacements', 'reporterDisplaced'),
      );
    default: {
      const shared = ['shareWithAuthorities', 'shareWithNgos', 'contactMe', 'photoUse'].filter((name) =>
        one(values, name),
      );
      const named = {
        shareWithAuthorities: 'share_with_authorities',
        shareWithNgos: 'share_with_ngos',
        contactMe: 'contact_me',
        photoUse: 'photo_use',
      };
      const words = shared.map((name) => label('consentPurposes', named[name as keyof typeof named]));
      const minor = one(values, 'minor') === 'yes';
      const agreed = minor && !one(values, 'guardian') ? [] : words;
      return joined(
        ...(agreed.length > 0 ? agreed : [t('check.nothingShared')]),
        minor ? t('consent.minor') : one(values, 'contact'),
      );
    }
  }
}

function placeWords({ values, t, label, locale, picks, districts }: Asking): string {
  const offset = (prefix: string) =>
    one(values, `${prefix}Km`) &&
    `${one(values, `${prefix}Km`)} ${t('place.km')} ${label('compassPoints', one(values, `${prefix}Direction`))}`;
  switch (one(values, 'where')) {
    case 'name': {
      const picked = picks?.find(({ id }) => id === one(values, 'placeId'));
      return [picked?.label ?? one(values, 'placeName'), offset('name')].filter(Boolean).join(', ');
    }
    case 'gps':
      return [`${t('place.gps')}: ${one(values, 'gpsLat')}, ${one(values, 'gpsLng')}`, offset('gps')]
        .filter(Boolean)
        .join(', ');
    case 'map':
      return `${one(values, 'pinLat')}, ${one(values, 'pinLng')}`;
    case 'oldMap':
      return [one(values, 'mapSheet'), one(values, 'mapCoordinates')].filter(Boolean).join(', ');
    case 'coordinates':
      return one(values, 'coordinatesMeant') || one(values, 'coordinates');
    case 'line':
    case 'area':
      return shapeWords(t, locale, toldPlace(values).location);
    case 'district':
      return districts?.find(({ id }) => id === one(values, 'districtId'))?.label ?? '';
    default:
      return one(values, 'placeWords');
  }
}

/** How many points, how long or how large, how far off; and from where to where. */
function shapeWords(t: Asking['t'], locale: Locale, told: ReturnType<typeof toldPlace>['location']): string {
  const { geometry, uncertaintyMetres = 0 } = told ?? {};
  if (!geometry) return '';
  const points = geometry.type === 'Polygon' ? geometry.coordinates[0]!.slice(0, -1) : positionsOf(geometry);
  const count = points.length;
  const size =
    geometry.type === 'Polygon'
      ? t('place.areaTold', { count, size: formatArea(locale, areaSquareMetres(points)) })
      : t('place.lineTold', { count, length: formatDistance(locale, lengthMetres(points)) });
  const off = t('place.offTold', { distance: formatDistance(locale, uncertaintyMetres) });
  const ends = [points[0]!, points.at(-1)!].map((point) => formatDecimal(fromPosition(point)));
  return `${size}, ${off}\n${ends.join(' – ')}`;
}

function blastWords({ label, t, values }: Asking, cause: string): string {
  const [by = '', index] = cause.split('.');
  if (by === '') return '';
  if (index === undefined) return label('blastCauses', by);
  return by === 'person'
    ? t('check.person', { number: Number(index) + 1 })
    : label('species', one(values, `a${index}_species`) || 'unknown');
}

async function dateWords({ values, locale, label }: Asking, today: string): Promise<string> {
  const { date } = toldDate(values, today);
  if (date?.verbatim && date.precision === 'unknown') return date.verbatim;
  if (!date || date.precision === 'unknown') return '';
  const season = label('seasons', one(values, 'season') || 'winter');
  if (date.precision === 'season') return `${season} ${one(values, 'season_y')}`;
  if (date.precision === 'exact_time') return [formatDate(locale, date.start!), date.time].filter(Boolean).join(', ');
  return formatWhen(locale, date);
}

const titleOf: Record<string, string> = {
  people: 'people.title',
  person: 'check.person',
  animals: 'check.animals',
  place: 'check.place',
};

/** Everything on one page, each answer with its way back, and what others would see of it. */
export async function CheckAnswers({ asking, today }: { asking: Asking; today: string }) {
  const { t, common, values, errors, error } = asking;
  const { demonstration } = await site();
  const hasPhotos = photosIn(values).length > 0;
  const steps = stepsFor(values).filter((step) => step !== 'check' && step !== 'before');
  const title = (step: string) => {
    const [id = '', index] = step.split(':');
    const words = t(titleOf[id] ?? `check.${id}`, { number: Number(index ?? 0) + 1 });
    return (id === 'place' || id === 'device') && Number(index) > 0 ? `${words} ${Number(index) + 1}` : words;
  };
  const answers = await Promise.all(
    steps.map(async (step) => ({ step, words: await answerWords(asking, step, today) })),
  );
  return (
    <>
      <h1>{t('check.title')}</h1>
      {Object.entries(errors).map(([name, key]) => (
        <p className="field-error" key={name} id={name}>
          {error(key)}
        </p>
      ))}
      <dl className="answers">
        {answers.map(({ step, words }) => (
          <div key={step}>
            <dt>{title(step)}</dt>
            <dd>{words || <span className="quiet">{t('check.notTold')}</span>}</dd>
            <dd>
              <button type="submit" className="link-button" name="go" value={`change:${step}`}>
                {common('change')}
                <span className="visually-hidden"> {title(step)}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <OwnView asking={asking} today={today} />
      {hasPhotos && one(values, 'photoUse') && <p>{t('photos.useHint')}</p>}
      {demonstration && <Notice title={t('practice.title')}>{t('practice.before')}</Notice>}
      <p className="quiet small">{t(hasPhotos ? 'photos.remembers' : 'check.remembers')}</p>
      <button type="submit" className="button button-primary button-wide" name="go" value="send" data-send="">
        {t('check.send')}
      </button>
    </>
  );
}
