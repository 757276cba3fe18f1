/** Choosing the CSV file: a place to drop it, the template, and the columns with the codes of this team. */
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FileDrop } from '@/components/fields/FileDrop';
import { Notice } from '@/components/notices/Notice';
import { COLUMNS, save, template } from './csv';
import classes from './Import.module.css';

const MOST_BYTES = 200_000;
/** Browsers name CSV files differently; the extension decides. */
const ACCEPTED = {
  'text/csv': ['.csv'],
  'text/plain': ['.csv', '.txt'],
  'application/vnd.ms-excel': ['.csv'],
};

export function ChooseFile({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation();
  const { parties } = useTeam();
  const [rejected, setRejected] = useState(false);
  const first = parties[0];
  const party = first?.code ?? '';
  const authority = first?.authorities[0]?.code ?? '';
  return (
    <Stack gap="sm">
      <FileDrop
        label={t('memberImport/drop')}
        help={t('memberImport/dropHelp')}
        icon={<IconFileSpreadsheet size={26} stroke={1.25} aria-hidden />}
        accept={ACCEPTED}
        maxSize={MOST_BYTES}
        multiple={false}
        disabled={busy}
        onDrop={([file]) => {
          setRejected(false);
          if (file) onFile(file);
        }}
        onReject={() => setRejected(true)}
      />
      {rejected ? <Notice tone="bad">{t('memberImport/tooLarge')}</Notice> : null}
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          onClick={() => save('members-template.csv', template(party, authority))}
        >
          {t('memberImport/template')}
        </Button>
      </Group>
      <details>
        <Anchor component="summary" size="sm">
          {t('memberImport/columns')}
        </Anchor>
        <Stack gap="sm" mt="xs">
          <dl className={classes['columns']}>
            {COLUMNS.map((one) => (
              <Column key={one} name={one} help={t(`memberImport/column_${one}`, { party, authority })} />
            ))}
          </dl>
          <Text size="sm" fw={500}>
            {t('memberImport/codesOfTeam')}
          </Text>
          <dl className={classes['columns']}>
            {parties.map(({ code, name, authorities }) => (
              <Column
                key={code}
                name={code}
                help={`${name}: ${authorities.map((of) => `${of.code} (${of.name})`).join(', ')}`}
              />
            ))}
          </dl>
        </Stack>
      </details>
    </Stack>
  );
}

function Column({ name, help }: { name: string; help: string }) {
  return (
    <>
      <dt className="mono">{name}</dt>
      <dd>{help}</dd>
    </>
  );
}
