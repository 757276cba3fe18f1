import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LEVELS } from '@/api/views';
import type { Draft } from './draft';

/** The access levels in ascending order. */
export function LevelChoice({
  value,
  onChange,
  label,
  withNone = true,
}: {
  value: Draft['level'];
  onChange: (level: Draft['level']) => void;
  label: string;
  withNone?: boolean;
}) {
  const { t } = useTranslation();
  const levels = withNone ? (['none', ...LEVELS] as const) : LEVELS;
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      value={value}
      onChange={(level) => onChange(level)}
      data={levels.map((level) => ({
        value: level,
        label: <span title={t(`level/${level}Help`)}>{t(`level/${level}`)}</span>,
      }))}
    />
  );
}
