import { getTranslations } from 'next-intl/server';
import type { OrganisationClue } from '../../../../lib/clues/disclosure.ts';
import { formatDecimal } from '../../../../lib/geo/format-coordinates.ts';
import { fromPosition } from '../../../../lib/geo/lng-lat.ts';
import { formatWhen } from '../../../../lib/i18n/format-when.ts';
import { formatDistance } from '../../../../lib/i18n/formats.ts';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { Facts } from '../../../_ui/facts.tsx';

type Told = Pick<
  OrganisationClue,
  | 'kind'
  | 'dateStart'
  | 'dateEnd'
  | 'datePrecision'
  | 'geometry'
  | 'uncertaintyMetres'
  | 'precisionClass'
  | 'deviceCategory'
  | 'killed'
  | 'injured'
  | 'animalsKilled'
  | 'evidenceClass'
  | 'sourceReliability'
  | 'infoCredibility'
  | 'independentSources'
  | 'sourceClass'
>;

/** What an organisation may read of a clue; moderators see the same list. */
export async function ClueFacts({ locale, clue, place }: { locale: Locale; clue: Told; place: string | null }) {
  const t = await getTranslations({ locale, namespace: 'clues' });
  const triage = await getTranslations({ locale, namespace: 'triage' });
  const values = await getTranslations({ locale, namespace: 'values' });
  const counts = [
    clue.killed !== null && triage('killed', { count: clue.killed }),
    clue.injured !== null && triage('injured', { count: clue.injured }),
    clue.animalsKilled !== null && t('animalsKilled', { count: clue.animalsKilled }),
  ].filter(Boolean);
  const where =
    clue.precisionClass === 'C'
      ? t('settlementLevel', { metres: formatDistance(locale, clue.uncertaintyMetres) })
      : clue.geometry?.type === 'Point'
        ? `${formatDecimal(fromPosition(clue.geometry.coordinates))} ± ${formatDistance(locale, clue.uncertaintyMetres)}`
        : clue.geometry
          ? `± ${formatDistance(locale, clue.uncertaintyMetres)}`
          : t('settlementLevel', { metres: formatDistance(locale, clue.uncertaintyMetres) });
  return (
    <Facts
      items={[
        { term: t('fact.kind'), detail: t(`kind.${clue.kind}`) },
        {
          term: t('fact.when'),
          detail: await formatWhen(locale, { start: clue.dateStart, end: clue.dateEnd, precision: clue.datePrecision }),
        },
        { term: t('fact.near'), detail: place ?? t('field.unknown') },
        { term: t('fact.where'), detail: `${where} · ${triage('precision', { precisionClass: clue.precisionClass })}` },
        { term: t('fact.device'), detail: values(`deviceCategories.${clue.deviceCategory}`) },
        { term: t('fact.casualties'), detail: counts.length > 0 ? counts.join(', ') : t('field.unknown') },
        { term: t('fact.evidence'), detail: triage(`evidenceClass.${clue.evidenceClass}`) },
        {
          term: t('fact.grade'),
          detail: `${clue.sourceReliability}/${clue.infoCredibility} – ${triage(`reliability.${clue.sourceReliability}`)}, ${triage(`credibility.${clue.infoCredibility}`)}`,
        },
        {
          term: t('fact.sources'),
          detail: `${triage('incident.sources', { count: clue.independentSources })} · ${triage(`sourceClass.${clue.sourceClass}`)}`,
        },
      ]}
    />
  );
}
