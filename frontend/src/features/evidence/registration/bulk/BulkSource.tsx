/** The CSV file or folder whose lines or files become exhibits. */
import { Button, FileButton, Group, Radio, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet, IconFolder } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { bytes } from '@/lib/format';
import { COLUMNS, template } from './items';
import type { Bulk } from './useBulk';

export function BulkSource({ bulk }: { bulk: Bulk }) {
  const { t } = useTranslation();
  return (
    <>
      <SegmentedControl
        aria-label={t('bulk/source')}
        value={bulk.source}
        onChange={bulk.setSource}
        data={[
          { value: 'csv', label: t('bulk/csv') },
          { value: 'folder', label: t('bulk/folder') },
        ]}
      />
      {bulk.source === 'csv' ? <Csv bulk={bulk} /> : <Folder bulk={bulk} />}
    </>
  );
}

function Csv({ bulk }: { bulk: Bulk }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Text size="sm">{t('bulk/csvHelp', { columns: COLUMNS.slice(1).join(', ') })}</Text>
      <Group gap="xs">
        <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={(file) => void (file && bulk.readCsv(file))}>
          {(props) => (
            <Button {...props} leftSection={<IconFileSpreadsheet size={15} aria-hidden />} variant="default">
              {t('bulk/chooseCsv')}
            </Button>
          )}
        </FileButton>
        <Button
          component="a"
          variant="subtle"
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(template())}`}
          download="exhibits.csv"
        >
          {t('bulk/csvTemplate')}
        </Button>
      </Group>
    </Stack>
  );
}

function Folder({ bulk: { files, setFiles, how, setHow } }: { bulk: Bulk }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const folder = useRef<HTMLInputElement>(null);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return (
    <Stack gap="xs">
      <Text size="sm">{t('bulk/folderHelp')}</Text>
      <Group gap="sm">
        <input
          ref={folder}
          type="file"
          hidden
          multiple
          {...{ webkitdirectory: '' }}
          onChange={(event) => setFiles([...(event.currentTarget.files ?? [])].filter((file) => file.size > 0))}
        />
        <Button
          variant="default"
          leftSection={<IconFolder size={15} aria-hidden />}
          onClick={() => folder.current?.click()}
        >
          {t('bulk/chooseFolder')}
        </Button>
        {files.length > 0 ? (
          <Text size="sm">{t('bulk/folderIs', { count: files.length, size: bytes(size, locale) })}</Text>
        ) : null}
      </Group>
      <Radio.Group
        value={how}
        onChange={(value) => setHow(value === 'together' ? 'together' : 'each')}
        aria-label={t('bulk/folder')}
      >
        <Group gap="lg">
          <Radio value="each" label={t('bulk/each')} />
          <Radio value="together" label={t('bulk/together')} />
        </Group>
      </Radio.Group>
    </Stack>
  );
}
