/** Erasing fields of an entry, for good: which, on what ground, why, and its position typed. Says what cannot be undone, and what stands. */
import { Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { erase } from './queries';
import { useTeam } from '@/api/team';
import { FIELD_GROUNDS, type FieldGround } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useWord } from '@/i18n/useWord';

type Props = { position: number; erasable: readonly string[]; byTwo: boolean; onClose: () => void };

type Values = { names: string[]; ground: FieldGround; legal_basis: string; confirmation: string };

export function EraseFieldsDialog({ position, erasable, byTwo, onClose }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  const { jit } = useTeam();
  const form = useForm<Values>({
    initialValues: { names: [], ground: 'subject_request', legal_basis: '', confirmation: '' },
    validate: {
      names: (names) => (names.length > 0 ? null : t('fieldErasure/needField')),
      legal_basis: (basis) => (basis.trim() ? null : t('fieldErasure/needBasis')),
      confirmation: (typed) => (typed.trim() === String(position) ? null : t('fieldErasure/needPosition')),
    },
  });
  return (
    <ReasonDialog
      title={t('fieldErasure/title', { position })}
      help={t('fieldErasure/help')}
      reasonLabel={t('fieldErasure/reason')}
      action={t(byTwo ? 'erasureWish/want' : 'retention/eraseNow')}
      fields={form}
      onClose={onClose}
      act={(reason) => {
        const { legal_basis, confirmation, ...chosen } = form.getValues();
        return erase(jit.id, position, {
          ...chosen,
          legal_basis: legal_basis.trim(),
          reason,
          confirmation: confirmation.trim(),
        });
      }}
      onDone={() => {
        notifications.show({ message: t(byTwo ? 'fieldErasure/wanted' : 'fieldErasure/erasing', { position }) });
        onClose();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('fieldErasure/stands')}</Text>
        {byTwo ? <Text size="sm">{t('erasureWish/waits')}</Text> : null}
        <Checkbox.Group required label={t('fieldErasure/which')} {...form.getInputProps('names')}>
          <Stack gap={6} my={6}>
            {erasable.map((name) => (
              <Checkbox key={name} size="xs" value={name} label={word('value', name)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Select
          label={t('fieldErasure/ground')}
          data={FIELD_GROUNDS.map((value) => ({ value, label: t(`fieldGround/${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('ground')}
        />
        <TextInput
          required
          label={t('fieldErasure/basis')}
          placeholder={t('fieldErasure/basisExample')}
          maxLength={300}
          {...form.getInputProps('legal_basis')}
        />
        <TextInput
          required
          label={t('fieldErasure/typePosition', { position })}
          classNames={{ input: 'mono' }}
          autoComplete="off"
          {...form.getInputProps('confirmation')}
        />
      </Stack>
    </ReasonDialog>
  );
}
