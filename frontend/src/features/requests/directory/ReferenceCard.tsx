/**
 * A country card or provider card: every value with its source, contradicting values, and empty values shown as empty.
 *
 * If no value is verified, one mark beside the name says so.
 */
import { useTranslation } from 'react-i18next';
import { Day } from '@/components/text/Day';
import { StateTag } from '@/components/text/StateTag';
import { Unverified } from '@/features/requests/request/StateMarks';
import { ReportValue } from '@/features/reference/reports/ReportValue';
import { Provenance } from '@/features/reference/shown/Provenance';
import { usePlaceName } from '@/features/reference/shown/usePlaceName';
import { useShownValue } from '@/features/reference/shown/useShownValue';
import { keyOf, noneVerified, valuesOf } from '@/features/reference/shown/values';
import { visible } from '@/lib/visible';
import type { CountryView, ProviderView } from './queries';
import classes from './Directory.module.css';

export function ReferenceCard({ card, name }: { card: CountryView | ProviderView; name: string }) {
  const { t } = useTranslation();
  const nameOf = usePlaceName();
  const shown = useShownValue();
  const places = valuesOf(card);
  const marked = noneVerified(places.map(({ sourced }) => sourced));
  return (
    <details className={classes['card']}>
      <summary>
        <strong>{visible(name)}</strong> {marked ? <Unverified /> : null}{' '}
        {card.stale ? <StateTag tone="warn">{t('reference/stale')}</StateTag> : null}
      </summary>
      <dl className={classes['values']}>
        {places.map((place) => {
          const lines = shown(place.name, place.sourced.value);
          return (
            <div key={place.field} className={classes['value']}>
              <dt>{visible(nameOf(place))}</dt>
              <dd>
                {place.sourced.declared_on ? (
                  <div className={classes['small']}>
                    {t('reference/declaredOn')} <Day day={place.sourced.declared_on} />
                  </div>
                ) : null}
                {lines.length === 0 ? <span className="dim">{t('reference/notRecorded')}</span> : null}
                {lines.map((line) => (
                  <div key={line}>{visible(line)}</div>
                ))}
                {lines.length > 0 && !place.sourced.verified && !marked ? <Unverified /> : null}{' '}
                <Provenance name={place.name} sourced={place.sourced} />{' '}
                <ReportValue
                  kind={'code' in card ? 'countries' : 'providers'}
                  recordKey={keyOf(card)}
                  record={name}
                  field={place.field}
                  name={nameOf(place)}
                />
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
