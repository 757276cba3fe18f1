/** Translations for the courts of the countries whose needs are assessed: missing, to check, or recorded. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { StateTag, type StateTone } from '@/components/text/StateTag';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { languageName } from '@/lib/languages';
import type { PassportView } from './queries';
import classes from './Admissibility.module.css';

type Translation = PassportView['translations'][number];

const TONES: Record<Translation['state'], StateTone> = { missing: 'bad', check: 'accent', met: 'good' };

export function Translations({ translations }: { translations: readonly Translation[] }) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const { country } = useRequestWords();
  return translations.length === 0 ? null : (
    <ul className={classes['list']} aria-label={t('admissibility/translations')}>
      {translations.map((one) => (
        <li key={one.country} className={classes['need']}>
          <div className={classes['head']}>
            <strong>{t('admissibility/translation')}</strong>
            <StateTag tone={TONES[one.state]} pending={one.state === 'missing'}>
              {t(`admissibilityTranslation/${one.state}`)}
            </StateTag>
          </div>
          <div className={classes['small']}>{t('admissibility/forum', { country: country(one.country) })}</div>
          <div>
            {t('admissibility/fromTo', {
              language: languageName(one.language, locale),
              wanted: new Intl.ListFormat(locale, { type: 'disjunction' }).format(
                one.wanted.map((code) => languageName(code, locale)),
              ),
            })}
          </div>
        </li>
      ))}
    </ul>
  );
}
