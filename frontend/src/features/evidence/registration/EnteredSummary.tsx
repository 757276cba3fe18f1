/** The first step in short, above the second: what is about to be shared. */
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { bytes } from '@/lib/format';
import { calendarDay } from '@/lib/time';
import { visible } from '@/lib/visible';
import type { Values } from './form';

type Props = { values: Values; files: readonly { file: File }[] };

export function EnteredSummary({ values, files }: Props) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const size = bytes(
    files.reduce((sum, { file }) => sum + file.size, 0),
    locale,
  );
  const facts = [
    values.kind ? t(`kind/${values.kind}`) : '',
    values.category ? t(`category/${values.category}`) : '',
    files.length > 0
      ? t('register/filesTotal', { files: t('common/files', { count: files.length }), size })
      : t('register/noFiles'),
    t('register/acquired', { day: calendarDay(values.acquired_at.slice(0, 10), locale), place: values.place }),
    values.legal_basis,
  ];
  return (
    <Panel title={visible(values.title)}>
      <Text size="sm" c="dimmed">
        {facts.filter(Boolean).join(' · ')}
      </Text>
    </Panel>
  );
}
