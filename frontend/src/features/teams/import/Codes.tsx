/** One-time codes of several people, which are shown once: to be copied, or saved as CSV. */
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Copyable } from '@/components/text/Copyable';
import { visible } from '@/lib/visible';
import { csv, save } from './csv';
import classes from './Import.module.css';

export type CodeOf = { id: string; name: string; email: string; party: string | null; one_time_code: string };
type Props = { people: readonly CodeOf[]; noted: boolean; onNoted: (noted: boolean) => void };

export function Codes({ people, noted, onNoted }: Props) {
  const { t } = useTranslation();
  const heads = [t('memberImport/party'), t('memberImport/person'), t('members/email'), t('memberImport/code')];
  const rows = people.map((one) => [one.party ?? '', one.name, one.email, one.one_time_code]);
  return (
    <Stack gap="sm">
      <Text size="sm">{t('memberImport/codesHelp', { address: `${location.origin}/invitation` })}</Text>
      <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('memberImport/codes')}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th>{heads[0]}</th>
              <th>{heads[1]}</th>
              <th>{heads[3]}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr key={one.id}>
                <td>{one.party}</td>
                <td>
                  {visible(one.name)}
                  <span className={classes['second']}>{one.email}</span>
                </td>
                <td>
                  <Copyable
                    whole
                    value={one.one_time_code}
                    label={t('memberImport/copyCode', { name: visible(one.name) })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Group>
        <Button
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          onClick={() => save('one-time-codes.csv', csv([heads, ...rows]))}
        >
          {t('memberImport/save')}
        </Button>
        <Checkbox
          label={t('memberImport/noted')}
          checked={noted}
          onChange={(event) => onNoted(event.currentTarget.checked)}
        />
      </Group>
    </Stack>
  );
}
