/** Originals of several exhibits that are downloaded together, and the fields of these recorded downloads. */
import { Checkbox, Group, Text, Textarea, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { bytes } from '@/lib/format';
import { visible } from '@/lib/visible';
import classes from './Originals.module.css';

export type OriginalsOf = {
  evidence: string;
  number: string;
  title: string;
  files: number;
  size_bytes: number;
  missing: string | null;
  handling_text: string | null;
};

/** Each exhibit with its files, or the reason why it has none. */
export function OriginalsList({ exhibits }: { exhibits: readonly OriginalsOf[] }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  return (
    <ul className={classes['list']}>
      {exhibits.map((one) => (
        <li key={one.evidence}>
          {visible(one.title)} ({one.number})
          <div className={classes['note']}>
            {one.missing === null
              ? t('originals/files', { count: one.files, size: bytes(one.size_bytes, locale) })
              : t('originals/missing', { reason: one.missing })}
          </div>
        </li>
      ))}
    </ul>
  );
}

export type Taking = { justification: string; custodian: string; file_number: string; acknowledged: boolean };
type TakingForm = {
  getInputProps: (name: keyof Taking, options?: { type: 'checkbox' }) => GetInputPropsReturnType;
};

/** The exhibits whose handling text is to be acknowledged. */
export const withText = (exhibits: readonly OriginalsOf[]) => exhibits.filter((one) => one.handling_text !== null);

/** Justification, custodian, file number and handling texts, once for all files. `form`: has these fields among others. */
export function TakingFields({ form, exhibits }: { form: TakingForm; exhibits: readonly OriginalsOf[] }) {
  const { t } = useTranslation();
  const texts = withText(exhibits);
  return (
    <>
      <Textarea
        required
        maxLength={10_000}
        label={t('openings/justification')}
        placeholder={t('openings/justificationHelp')}
        {...form.getInputProps('justification')}
      />
      <Group grow align="flex-start" gap="sm">
        <TextInput required maxLength={300} label={t('copies/custodian')} {...form.getInputProps('custodian')} />
        <TextInput required maxLength={300} label={t('copies/nationalFile')} {...form.getInputProps('file_number')} />
      </Group>
      {texts.map(({ evidence, number, handling_text: text }) => (
        <div key={evidence}>
          <Text size="sm" fw={500}>
            {t('originals/textOf', { number })}
          </Text>
          <blockquote className={classes['handling']}>{visible(text ?? '')}</blockquote>
        </div>
      ))}
      {texts.length > 0 ? (
        <Checkbox
          size="xs"
          label={t('originals/acknowledge')}
          {...form.getInputProps('acknowledged', { type: 'checkbox' })}
        />
      ) : null}
    </>
  );
}
