/** First step: files, title and kind, and how the exhibit was obtained. */
import { Stack } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { StagedFiles, type Staged } from '@/features/evidence/files/StagedFiles';
import { bytes } from '@/lib/format';
import { ExhibitFields } from './ExhibitFields';
import type { RegisterForm } from './form';
import { MoreFields } from './MoreFields';
import { OriginFields } from './OriginFields';
import type { Defaults } from './queries';
import { useOrigins } from './useOrigins';
import classes from './Register.module.css';

type Props = {
  form: RegisterForm;
  lead?: ReactNode;
  staged: Staged[];
  onStaged: (staged: Staged[]) => void;
  defaults: Defaults | null;
  guessed: boolean;
  opened: string[];
  onOpened: (parts: string[]) => void;
};

export function FilesStep({ form, lead, staged, onStaged, defaults, guessed, opened, onOpened }: Props) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const files = useMemo(() => staged.map(({ file }) => file), [staged]);
  const origins = [...useOrigins(files)].flatMap(([file, origin]) => (origin && files.includes(file) ? origin : []));
  const size = bytes(
    staged.reduce((sum, { file }) => sum + file.size, 0),
    locale,
  );
  const total =
    staged.length > 0
      ? t('register/filesTotal', { files: t('common/files', { count: staged.length }), size })
      : undefined;
  return (
    <div className={classes['columns']}>
      <Stack gap="md">
        {lead}
        <Panel title={t('register/exhibit')}>
          <ExhibitFields form={form} />
        </Panel>
        <Panel title={t('register/files')} aside={total}>
          <StagedFiles staged={staged} onChange={onStaged} />
        </Panel>
      </Stack>
      <Stack gap="md">
        <Panel title={t('register/how')}>
          <OriginFields form={form} defaults={defaults} guessed={guessed} origins={origins} />
        </Panel>
        <Panel title={t('register/details')} flush>
          <MoreFields form={form} opened={opened} onOpened={onOpened} />
        </Panel>
      </Stack>
    </div>
  );
}
