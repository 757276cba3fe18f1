/** Shown when a request cannot be sent because its form is incomplete: what is missing, and the choice to send it so. */
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Notice } from '@/components/notices/Notice';

type Words = { en: string; fr: string };

export const isIncomplete = (error: unknown): error is Problem =>
  error instanceof Problem && error.code === 'form-incomplete';

export function Incomplete({
  error,
  checked,
  onChange,
}: {
  error: Problem;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const { t, i18n } = useTranslation();
  const said = (name: string, key: 'title' | 'reason') => {
    const given = error.document[name];
    const found = Array.isArray(given) ? (given as Partial<Record<typeof key, Words>>[]) : [];
    return found.map((one) => one[key]?.[i18n.language === 'fr' ? 'fr' : 'en'] ?? '');
  };
  const [fields, rules] = [said('missing', 'title'), said('broken', 'reason')];
  return (
    <>
      <Notice tone="warn" title={t('filledForm/incompleteTitle')}>
        {fields.length > 0 ? <div>{t('filledForm/incomplete', { fields: fields.join(', ') })}</div> : null}
        {rules.length > 0 ? <div>{t('filledForm/rules', { rules: rules.join(' ') })}</div> : null}
      </Notice>
      <Checkbox
        label={t('filledForm/sendIncomplete')}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </>
  );
}
