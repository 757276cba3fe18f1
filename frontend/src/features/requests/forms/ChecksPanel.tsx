/** Checks of a form against its instrument and the card of the executing State, with the source of each value. */
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { StateTag, type StateTone } from '@/components/text/StateTag';
import { NotRecorded } from '@/features/requests/cards/NotRecorded';
import { Unverified } from '@/features/requests/request/StateMarks';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { visible } from '@/lib/visible';
import type { CountryCheckView, RequestFormView } from './queries';
import classes from './Forms.module.css';

const TONES: Record<CountryCheckView['result'], StateTone> = {
  in_force: 'good',
  not_in_force: 'bad',
  accepted: 'good',
  refused: 'bad',
  not_listed: 'warn',
  not_chosen: 'warn',
  read: 'accent',
  no_information: 'plain',
};

export function ChecksPanel({ data }: { data: RequestFormView }) {
  const { t } = useTranslation();
  const { country } = useRequestWords();
  return (
    <Panel title={t('filledForm/checks')}>
      <p className={classes['note']}>
        {data.country ? t('filledForm/cardOf', { country: country(data.country) }) : t('filledForm/noCountry')}
      </p>
      <ul className={classes['checks']}>
        {data.checks.map((one) => (
          <Check key={one.key} check={one} />
        ))}
      </ul>
      <NotRecorded values={data.not_recorded} />
    </Panel>
  );
}

function Check({ check }: { check: CountryCheckView }) {
  const { t, i18n } = useTranslation();
  const names = new Intl.DisplayNames(i18n.language, { type: 'language', fallback: 'code' });
  return (
    <li>
      <div className={classes['checkHead']}>
        <strong>{t(`countryCheck/${check.key}`)}</strong>
        <StateTag tone={TONES[check.result]} pending={check.result === 'no_information'}>
          {t(`countryResult/${check.result}`)}
        </StateTag>
      </div>
      {check.languages.length > 0 ? (
        <div>
          {t('filledForm/accepts', { languages: check.languages.map((one) => names.of(one) ?? one).join(', ') })}
        </div>
      ) : null}
      {check.condition ? <div>{t('filledForm/condition', { condition: visible(check.condition) })}</div> : null}
      {check.text ? <div className={classes['text']}>{visible(check.text)}</div> : null}
      {check.source ? (
        <div className={classes['note']}>
          {t('filledForm/source', { source: visible(check.source) })}{' '}
          {check.verified_on === null ? <Unverified /> : null}
          {check.stale ? <StateTag tone="warn">{t('filledForm/stale', { day: check.verified_on })}</StateTag> : null}
        </div>
      ) : null}
    </li>
  );
}
