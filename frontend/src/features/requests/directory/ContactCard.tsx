/**
 * A contact of the directory: its unit, channels and languages, the hour at its place, and the last test call.
 *
 * If no value is verified, one mark beside the unit says so.
 */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Day } from '@/components/text/Day';
import { Unverified } from '@/features/requests/request/StateMarks';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { Provenance } from '@/features/reference/shown/Provenance';
import { ReportValue } from '@/features/reference/reports/ReportValue';
import { useShownValue } from '@/features/reference/shown/useShownValue';
import { shortClock } from '@/lib/time';
import { declaredOn, noneVerified } from '@/features/reference/shown/values';
import { visible } from '@/lib/visible';
import { cityOf } from '@/lib/zones';
import type { ContactView } from './queries';
import classes from './Directory.module.css';

const NAMES = ['powers', 'languages', 'hours', 'channels'] as const;

export function ContactCard({ contact, now }: { contact: ContactView; now: number }) {
  const { t } = useTranslation();
  const { country } = useRequestWords();
  const shown = useShownValue();
  const unit = contact.unit.value;
  const declared = declaredOn(contact);
  const marked = noneVerified([contact.unit, ...NAMES.map((name) => contact[name])]);
  return (
    <div className={classes['contact']}>
      <div>
        <div className={classes['small']}>
          {t(declared ? 'reference/declaredOn' : 'reference/noDeclaration')} {declared ? <Day day={declared} /> : null}
        </div>
        <strong>{unit ? visible(unit) : t('reference/notRecorded')}</strong>{' '}
        {marked || (unit && !contact.unit.verified) ? <Unverified /> : null}
        <div className={classes['small']}>
          {t(`contactRole/${contact.role}`)} · {country(contact.country)}
        </div>
        <Provenance name="unit" sourced={contact.unit} />
        <LocalHour contact={contact} now={now} />
        <LastTest contact={contact} />
      </div>
      <div>
        {NAMES.map((name) => {
          const lines = shown(name, contact[name].value);
          return (
            <div key={name}>
              <span className={classes['small']}>
                {t(`referenceValue/${name}`)}
                {t('common/colon')}
              </span>
              {lines.length > 0 ? visible(lines.join(', ')) : <span className="dim">{t('reference/notRecorded')}</span>}{' '}
              {lines.length > 0 && !contact[name].verified && !marked ? <Unverified /> : null}{' '}
              <Provenance name={name} sourced={contact[name]} />{' '}
              <ReportValue
                kind="directory"
                recordKey={contact.key}
                record={unit ?? contact.key}
                field={name}
                name={t(`referenceValue/${name}`)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function LocalHour({ contact, now }: { contact: ContactView; now: number }) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const zone = contact.zone.value;
  return (
    <div className={classes['hour']}>
      {zone ? t('directory/hour', { hour: shortClock(now, zone, locale), place: cityOf(zone) }) : t('directory/noZone')}
    </div>
  );
}

function LastTest({ contact: { last_test: test } }: { contact: ContactView }) {
  const { t } = useTranslation();
  return (
    <div className={classes['small']}>
      {test ? (
        <>
          {t(test.reached ? 'reference/reachedBy' : 'reference/notReachedBy', { name: visible(test.tested_by) })}{' '}
          <Day day={test.tested_on} />
          {test.stale ? ` · ${t('directory/oldTest')}` : null}
        </>
      ) : (
        t('reference/neverTested')
      )}
    </div>
  );
}
