/** The fields of one party: its authorities and time zone. */
import { ActionIcon, Button, Group, Select, Space, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notices/Notice';
import { allZones, cityOf } from '@/lib/zones';
import { AUTHORITY_KINDS, newAuthority, type AuthorityDraft, type PartyDraft } from './draft';

type Props = { party: PartyDraft; tried: boolean; onChange: (party: PartyDraft) => void };

export function PartyFields({ party, tried, onChange }: Props) {
  const { t } = useTranslation();
  const zones = useMemo(
    () =>
      allZones().map((zone) => ({
        value: zone,
        label: zone.includes('/') ? `${cityOf(zone)} (${zone.split('/')[0] ?? ''})` : zone,
      })),
    [],
  );
  const set = (key: string, change: Partial<AuthorityDraft>) =>
    onChange({
      ...party,
      authorities: party.authorities.map((one) => (one.key === key ? { ...one, ...change } : one)),
    });
  return (
    <Stack gap="xs">
      {party.authorities.map((one, index) => (
        <Group key={one.key} gap="xs" align="flex-start">
          <TextInput
            flex="2 1 14rem"
            label={t('founding/authority')}
            aria-label={`${t('founding/authority')} ${String(index + 1)}${t('common/colon')}${party.name}`}
            value={one.name}
            maxLength={300}
            error={tried && !one.name.trim() ? t('founding/needAuthority') : null}
            onChange={(event) => set(one.key, { name: event.currentTarget.value })}
          />
          <Select
            flex="1 1 9rem"
            label={t('founding/authorityKind')}
            allowDeselect={false}
            value={one.kind}
            data={AUTHORITY_KINDS.map((kind) => ({ value: kind, label: t(`founding/${kind}`) }))}
            onChange={(kind) => set(one.key, { kind: kind ?? one.kind })}
          />
          {index === 0 ? (
            <Select
              flex="1 1 10rem"
              searchable
              allowDeselect={false}
              label={t('founding/zone')}
              aria-label={`${t('founding/zone')}${t('common/colon')}${party.name}`}
              value={party.zone}
              data={zones}
              onChange={(zone) => onChange({ ...party, zone: zone ?? party.zone })}
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
              onClick={() =>
                onChange({ ...party, authorities: party.authorities.filter(({ key }) => key !== one.key) })
              }
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
          onClick={() => onChange({ ...party, authorities: [...party.authorities, newAuthority('police')] })}
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
