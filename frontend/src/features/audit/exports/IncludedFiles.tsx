/** Originals in an export package: whether, for which purpose, which ones, and who keeps them. */
import { Checkbox, Select, Skeleton, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { PURPOSES } from '@/api/views';
import { OriginalsList, TakingFields } from '@/components/exhibits/Originals';
import { Notice } from '@/components/notices/Notice';
import { bytes } from '@/lib/format';
import { originalsOf, type Draft } from './draft';
import type { PackageFilesView } from './queries';

/** `found`: what the package could hold; null while it is loaded. */
type Props = { form: UseFormReturnType<Draft>; found: PackageFilesView | null };

export function IncludedFiles({ form, found }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Checkbox
        size="xs"
        label={t('exports/includeFiles')}
        description={t('exports/includeFilesHelp')}
        {...form.getInputProps('files', { type: 'checkbox' })}
      />
      {form.getValues().files ? (
        <>
          <Select
            required
            label={t('openings/purpose')}
            allowDeselect={false}
            data={PURPOSES.map((value) => ({ value, label: t(`purpose/${value}`) }))}
            {...form.getInputProps('purpose')}
          />
          {found ? <Found form={form} found={found} /> : <Skeleton height={48} aria-label={t('common/loading')} />}
        </>
      ) : null}
    </Stack>
  );
}

function Found({ form, found }: { form: Props['form']; found: PackageFilesView }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const size = (value: number) => bytes(value, locale);
  const exhibits = originalsOf(found);
  return (
    <>
      {found.fits ? null : (
        <Notice tone="bad">
          {t('exports/filesTooLarge', { most: found.most_files, space: size(found.most_bytes) })}
        </Notice>
      )}
      <Text size="sm" role="status">
        {found.files === 0
          ? t('exports/filesNone')
          : t('exports/filesTotal', { count: found.files, size: size(found.size_bytes) })}
      </Text>
      <OriginalsList exhibits={exhibits} />
      {found.files > 0 && found.fits ? <TakingFields form={form} exhibits={exhibits} /> : null}
    </>
  );
}
