/** The name of a value in a record: the property, and the deadline or category of a part. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { en } from '@/i18n/en';
import { isBilingual, said } from './values';

type Named = { name: string; part: string | null; sourced: { value?: unknown } };

const known = (name: string): name is keyof typeof en.referenceValue => Object.hasOwn(en.referenceValue, name);

export function usePlaceName(): (place: Named) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    ({ name, part, sourced }: Named) => {
      const property = known(name) ? t(`referenceValue/${name}`) : name;
      if (part === null) return property;
      const category = name === 'coverage' ? part : categoryOf(sourced.value);
      const detail = category
        ? category in en.dataCategory
          ? t(`dataCategory/${category}` as 'dataCategory/TRAFFIC')
          : category
        : (titleOf(sourced.value, i18n.language) ?? memberOf(sourced.value, i18n.language));
      return detail ? `${property}${t('common/colon')}${detail}` : property;
    },
    [t, i18n.language],
  );
}

function categoryOf(value: unknown): string | null {
  const found = (value as { data_category?: unknown } | null)?.data_category;
  return typeof found === 'string' ? found : null;
}

function titleOf(value: unknown, language: string): string | null {
  const found = (value as { title?: unknown } | null)?.title;
  return isBilingual(found) ? said(found, language) : null;
}

/** The State of a statement about a treaty, or a code of a list. */
function memberOf(value: unknown, language: string): string | null {
  const { country, code } = (value ?? {}) as { country?: unknown; code?: unknown };
  if (typeof country === 'string') return new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
  return typeof code === 'string' ? code : null;
}
