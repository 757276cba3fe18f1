import { ActionIcon, Button, Group, Input, NativeSelect, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeclaredHash } from '@/api/views';
import { DIGITS } from './form';
import type { FieldsProps } from './RegisterFields';

/** Hashes that stand in the acquisition report: with their algorithm, and of what they are. */
export function DeclaredHashes({ values, errors, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const hashes = values.declared_hashes;
  const set = (index: number, next: Partial<DeclaredHash>) => onChange({ declared_hashes: hashes.map((hash, other) => (other === index ? { ...hash, ...next } : hash)) });
  return (
    <Input.Wrapper label={t('register/hashes')} description={t('register/hashesHelp')} labelElement="div">
      <Stack gap="xs" mt={6}>
        {hashes.map((hash, index) => (
          <Group key={index} gap="xs" align="flex-start" wrap="wrap">
            <NativeSelect size="xs" w="6.5rem" aria-label={t('register/algorithm')} data={Object.keys(DIGITS).map((value) => ({ value, label: value.toUpperCase() }))} value={hash.algorithm} onChange={(event) => set(index, { algorithm: event.currentTarget.value as DeclaredHash['algorithm'] })} />
            <TextInput size="xs" style={{ flex: '1 1 14rem' }} classNames={{ input: 'mono' }} aria-label={t('register/hashValue')} placeholder={t('register/hashValue')} value={hash.value} error={errors[`declared_hashes.${String(index)}`]} onChange={(event) => set(index, { value: event.currentTarget.value })} />
            <NativeSelect size="xs" w="9rem" aria-label={t('register/hashOf')} data={[{ value: 'medium', label: t('register/medium') }, { value: 'container', label: t('register/container') }]} value={hash.of} onChange={(event) => set(index, { of: event.currentTarget.value as DeclaredHash['of'] })} />
            <ActionIcon size="md" aria-label={t('common/remove')} onClick={() => onChange({ declared_hashes: hashes.filter((_, other) => other !== index) })}><IconX size={14} /></ActionIcon>
          </Group>
        ))}
        <Button variant="default" size="compact-xs" w="fit-content" leftSection={<IconPlus size={12} aria-hidden />} onClick={() => onChange({ declared_hashes: [...hashes, { algorithm: 'sha256', value: '', of: 'medium' }] })}>{t('register/addHash')}</Button>
      </Stack>
    </Input.Wrapper>
  );
}
