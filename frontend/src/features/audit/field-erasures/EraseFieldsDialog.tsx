/** Erasing fields of an entry, for good: which, on what ground, why, and its position typed. Says what cannot be undone, and what stands. */
import { Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { erase } from './queries';
import { useTeam } from '@/api/team';
import { FIELD_GROUNDS, type FieldGround } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useWord } from '@/i18n/useWord';

type Props = { position: number; erasable: readonly string[]; byTwo: boolean; onClose: () => void };

export function EraseFieldsDialog({ position, erasable, byTwo, onClose }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  const { jit } = useTeam();
  const [names, setNames] = useState<string[]>([]);
  const [ground, setGround] = useState<FieldGround>('subject_request');
  const [basis, setBasis] = useState('');
  const [typed, setTyped] = useState('');
  const same = typed.trim() === String(position);
  const ready = same && names.length > 0 && basis.trim() !== '';
  return (
    <ReasonDialog
      title={t('fieldErasure/title', { position })}
      help={t('fieldErasure/help')}
      reasonLabel={t('fieldErasure/reason')}
      action={t(byTwo ? 'erasureWish/want' : 'retention/eraseNow')}
      ready={ready}
      onClose={onClose}
      act={(reason) =>
        erase(jit.id, position, { names, ground, legal_basis: basis.trim(), reason, confirmation: typed.trim() })
      }
      onDone={() => {
        notifications.show({ message: t(byTwo ? 'fieldErasure/wanted' : 'fieldErasure/erasing', { position }) });
        onClose();
      }}
    >
      {(tried) => (
        <Stack gap="sm">
          <Text size="sm">{t('fieldErasure/stands')}</Text>
          {byTwo ? <Text size="sm">{t('erasureWish/waits')}</Text> : null}
          <Checkbox.Group
            label={t('fieldErasure/which')}
            value={names}
            onChange={setNames}
            error={tried && names.length === 0 ? t('fieldErasure/needField') : null}
            required
          >
            <Stack gap={6} my={6}>
              {erasable.map((name) => (
                <Checkbox key={name} size="xs" value={name} label={word('value', name)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Select
            label={t('fieldErasure/ground')}
            data={FIELD_GROUNDS.map((value) => ({ value, label: t(`fieldGround/${value}`) }))}
            value={ground}
            allowDeselect={false}
            onChange={(value) => setGround(FIELD_GROUNDS.find((one) => one === value) ?? ground)}
          />
          <TextInput
            required
            label={t('fieldErasure/basis')}
            placeholder={t('fieldErasure/basisExample')}
            maxLength={300}
            value={basis}
            error={tried && !basis.trim() ? t('fieldErasure/needBasis') : null}
            onChange={(event) => setBasis(event.currentTarget.value)}
          />
          <TextInput
            required
            label={t('fieldErasure/typePosition', { position })}
            classNames={{ input: 'mono' }}
            autoComplete="off"
            value={typed}
            error={tried && !same ? t('fieldErasure/needPosition') : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Stack>
      )}
    </ReasonDialog>
  );
}
