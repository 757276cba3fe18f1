/** Fields of the attestation for a transfer outside the Union: necessity, proportionality, legal basis, and its record. */
import { Radio, Stack, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { TRANSFER_BASES, type AttestationForm, type TransferBasis } from '@/api/views';

export type AttestationValues = Omit<AttestationForm, 'transfer_basis'> & { transfer_basis: TransferBasis | null };

export const NO_ATTESTATION: AttestationValues = {
  necessity: '',
  proportionality: '',
  transfer_basis: null,
  record: '',
};

/** The signed attestation, or null while it has no basis. */
export const attestationOf = ({ transfer_basis, ...texts }: AttestationValues): AttestationForm | null =>
  transfer_basis ? { ...texts, transfer_basis } : null;

/** `form`: its values contain those of the attestation. `autoFocus`: whether the first field takes the focus. */
export function AttestationFields<Values extends AttestationValues>({
  form,
  autoFocus = false,
}: {
  form: Pick<UseFormReturnType<Values>, 'getInputProps'>;
  autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  const text = (name: 'necessity' | 'proportionality' | 'record') => (
    <Textarea
      required
      autosize
      minRows={2}
      label={t(`gates/${name}`)}
      maxLength={10_000}
      {...form.getInputProps(name)}
      {...(autoFocus && name === 'necessity' ? { 'data-autofocus': true } : {})}
    />
  );
  return (
    <Stack gap="sm">
      {text('necessity')}
      {text('proportionality')}
      <Radio.Group required label={t('gates/basis')} {...form.getInputProps('transfer_basis')}>
        <Stack gap={4} mt={4}>
          {TRANSFER_BASES.map((basis) => (
            <Radio key={basis} size="xs" value={basis} label={t(`transferBasis/${basis}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {text('record')}
    </Stack>
  );
}
