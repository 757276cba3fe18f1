/** Hashes that a report or a tool told, with their algorithm and of what they are: as many lines as are asked for. */
import { ActionIcon, Button, Group, Input, NativeSelect, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeclaredHash } from '@/api/views';
import { DIGITS } from '@/lib/hashes';

type Props = {
  label: string;
  description: string;
  hashes: readonly DeclaredHash[];
  /** Which of them are said to be no hash, by their place. */
  bad: readonly number[];
  error?: ReactNode;
  most?: number;
  onChange: (hashes: DeclaredHash[]) => void;
};

const ALGORITHMS = Object.keys(DIGITS).map((value) => ({ value, label: value.toUpperCase() }));

export function HashFields({ label, description, hashes, bad, error, most = Infinity, onChange }: Props) {
  const { t } = useTranslation();
  const set = (at: number, next: Partial<DeclaredHash>) =>
    onChange(hashes.map((one, other) => (other === at ? { ...one, ...next } : one)));
  return (
    <Input.Wrapper label={label} description={description} error={error} labelElement="div">
      <Stack gap="xs" mt={6}>
        {hashes.map((one, at) => (
          <Group key={at} gap="xs" align="flex-start" wrap="wrap">
            <NativeSelect
              size="xs"
              w="6.5rem"
              aria-label={t('register/algorithm')}
              data={ALGORITHMS}
              value={one.algorithm}
              onChange={(event) => set(at, { algorithm: event.currentTarget.value as DeclaredHash['algorithm'] })}
            />
            <TextInput
              size="xs"
              style={{ flex: '1 1 14rem' }}
              classNames={{ input: 'mono' }}
              aria-label={t('register/hashValue')}
              placeholder={t('register/hashValue')}
              value={one.value}
              error={
                bad.includes(at)
                  ? t('register/badHash', { algorithm: one.algorithm.toUpperCase(), count: DIGITS[one.algorithm] })
                  : null
              }
              onChange={(event) => set(at, { value: event.currentTarget.value })}
            />
            <NativeSelect
              size="xs"
              w="9rem"
              aria-label={t('register/hashOf')}
              data={[
                { value: 'medium', label: t('register/medium') },
                { value: 'container', label: t('register/container') },
              ]}
              value={one.of}
              onChange={(event) => set(at, { of: event.currentTarget.value as DeclaredHash['of'] })}
            />
            <ActionIcon
              size="md"
              aria-label={t('common/remove')}
              onClick={() => onChange(hashes.filter((_, other) => other !== at))}
            >
              <IconX size={14} />
            </ActionIcon>
          </Group>
        ))}
        {hashes.length < most ? (
          <Button
            variant="default"
            size="compact-xs"
            w="fit-content"
            leftSection={<IconPlus size={12} aria-hidden />}
            onClick={() => onChange([...hashes, { algorithm: 'sha256', value: '', of: 'medium' }])}
          >
            {t('register/addHash')}
          </Button>
        ) : null}
      </Stack>
    </Input.Wrapper>
  );
}
