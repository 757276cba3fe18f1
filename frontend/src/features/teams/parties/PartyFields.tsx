/** The fields of one party: its authorities and time zone. */
import { ActionIcon, Button, Group, Select, Space, Stack, Text, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notices/Notice';
import { allZones, cityOf } from '@/lib/zones';
import { AUTHORITY_KINDS, newAuthority, type AuthorityDraft, type PartyDraft } from './draft';

/** The form in which the party is entered at `place`: `party`, or one of several. */
type Props = { party: PartyDraft; place: string; form: PartyInputs };
type PartyInputs = {
  getInputProps: (path: string) => GetInputPropsReturnType;
  removeListItem: (path: string, index: number) => void;
  insertListItem: (path: string, item: AuthorityDraft) => void;
};

export function PartyFields({ party, place, form }: Props) {
  const { t } = useTranslation();
  const zones = useMemo(
    () =>
      allZones().map((zone) => ({
        value: zone,
        label: zone.includes('/') ? `${cityOf(zone)} (${zone.split('/')[0] ?? ''})` : zone,
      })),
    [],
  );
  const list = `${place}.authorities`;
  return (
    <Stack gap="xs">
      {party.authorities.map((one, index) => (
        <Group key={one.key} gap="xs" align="flex-start">
          <TextInput
            flex="2 1 14rem"
            label={t('founding/authority')}
            aria-label={`${t('founding/authority')} ${String(index + 1)}${t('common/colon')}${party.name}`}
            maxLength={300}
            {...form.getInputProps(`${list}.${String(index)}.name`)}
          />
          <Select
            flex="1 1 9rem"
            label={t('founding/authorityKind')}
            allowDeselect={false}
            data={AUTHORITY_KINDS.map((kind) => ({ value: kind, label: t(`founding/${kind}`) }))}
            {...form.getInputProps(`${list}.${String(index)}.kind`)}
          />
          {index === 0 ? (
            <Select
              flex="1 1 10rem"
              searchable
              allowDeselect={false}
              label={t('founding/zone')}
              aria-label={`${t('founding/zone')}${t('common/colon')}${party.name}`}
              data={zones}
              {...form.getInputProps(`${place}.zone`)}
            />
          ) : (
            <Space flex="1 1 10rem" />
          )}
          {party.authorities.length > 1 ? (
            <ActionIcon
              mt={24}
              variant="subtle"
              color="gray"
              aria-label={t('founding/removeAuthority', { name: one.name || t('founding/authority') })}
              onClick={() => form.removeListItem(list, index)}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          ) : null}
        </Group>
      ))}
      <Group gap="md">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          aria-label={`${t('founding/addAuthority')}${t('common/colon')}${party.name}`}
          onClick={() => form.insertListItem(list, newAuthority('police'))}
        >
          {t('founding/addAuthority')}
        </Button>
      </Group>
      {party.kind === 'third_country' || party.kind === 'judicial_authority' ? (
        <Notice tone="warn">{t('founding/thirdCountryHelp')}</Notice>
      ) : null}
      {party.kind === 'eu_body' || party.kind === 'organisation' ? (
        <Text size="sm" c="dimmed">
          {t('founding/bodyHelp')}
        </Text>
      ) : null}
    </Stack>
  );
}
