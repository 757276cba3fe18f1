/** Registration of several exhibits from a CSV file, or from the files of a folder. */
import { Button, FileButton, Group, Radio, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconFileSpreadsheet, IconFolder } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { registerEvidenceInBulk } from '@/api/generated/sdk.gen';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { KnownFile } from '@/features/evidence/files/KnownFile';
import { pathOf } from '@/features/evidence/files/paths';
import { uploads } from '@/features/evidence/files/uploads';
import { lacksCheck, PrivilegeCheck } from '@/components/sharing/PrivilegeCheck';
import { bytes } from '@/lib/format';
import { languageName } from '@/lib/languages';
import { visible } from '@/lib/visible';
import { COLUMNS, itemsOfCsv, itemsOfFiles, MOST, template, type Item } from './bulk';
import { initial, toForm, validate, type Values } from './form';
import { OriginFields } from './OriginFields';
import { useDefaults } from './queries';
import classes from './Register.module.css';

type Props = {
  onClose: () => void;
  /** All files of the folder are registered as one exhibit. */
  onTogether: (files: File[]) => void;
};
type Read = { items: Item[]; problems: string[] };

const SHOWN = 8;

export function BulkDialog({ onClose, onTogether }: Props) {
  const { t } = useTranslation();
  const { jit, zone, locale } = useTeam();
  const queries = useQueryClient();
  const [source, setSource] = useState<'csv' | 'folder'>('csv');
  const [how, setHow] = useState<'each' | 'together'>('each');
  const [read, setRead] = useState<Read | null>(null);
  const [files, setFiles] = useState<File[]>([]);
  const folder = useRef<HTMLInputElement>(null);
  const defaults = useDefaults();
  const form = useForm<Values>({
    initialValues: { ...initial(zone, Date.now()), kind: 'digital_original', ruled: true },
    validate: (values) =>
      validate({ ...values, title: 'x', category: values.category ?? 'other' }, zone, Date.now(), t),
  });
  const { setValues } = form;
  const { acquiredBy, place } = defaults ?? { acquiredBy: '', place: '' };
  useEffect(() => {
    setValues((before) => ({ acquired_by: before.acquired_by || acquiredBy, place: before.place || place }));
  }, [acquiredBy, place, setValues]);

  const folderItems = { items: itemsOfFiles(files.map(pathOf)), problems: [] as string[] };
  if (files.length > MOST) folderItems.problems.push(t('bulk/tooMany', { most: MOST }));
  const found = source === 'csv' ? read : files.length > 0 ? folderItems : null;
  const items = found?.items ?? [];
  const bad = items.filter(({ problems }) => problems.length > 0);
  const ready = items.length > 0 && bad.length === 0 && found?.problems.length === 0;

  const send = useMutation({
    mutationFn: async () => {
      const common = form.getValues();
      const body = {
        items: items.map(({ values }) => toForm({ ...common, category: common.category ?? 'other', ...values }, zone)),
      };
      return (await registerEvidenceInBulk({ path: { jit: jit.id }, body, throwOnError: true })).data.items;
    },
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: keys.pool(jit.id) });
      if (source === 'folder')
        made.forEach(({ id, exhibit_number: number }, index) => {
          const file = files[index];
          if (file) uploads.add({ jit: jit.id, evidence: id, number, file, name: pathOf(file), expected: null });
        });
      notifications.show({
        title: t('bulk/done', { count: made.length }),
        message: source === 'folder' ? t('bulk/doneHelp') : t('register/doneHelp'),
      });
      onClose();
    },
  });
  const choose = async (chosen: File | null) => {
    if (chosen) setRead(itemsOfCsv(await chosen.text(), zone, t));
  };
  const together = source === 'folder' && how === 'together';
  const submit = () => {
    if (together) onTogether(files);
    else if (!form.validate().hasErrors) send.mutate();
  };
  return (
    <Dialog onClose={onClose} size="60rem" title={t('bulk/title')}>
      <Stack gap="md">
        <SegmentedControl
          aria-label={t('bulk/source')}
          value={source}
          onChange={setSource}
          data={[
            { value: 'csv', label: t('bulk/csv') },
            { value: 'folder', label: t('bulk/folder') },
          ]}
        />
        {source === 'csv' ? (
          <Stack gap="xs">
            <Text size="sm">{t('bulk/csvHelp', { columns: COLUMNS.slice(1).join(', ') })}</Text>
            <Group gap="xs">
              <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={(file) => void choose(file)}>
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
        ) : (
          <Stack gap="xs">
            <Text size="sm">{t('bulk/folderHelp')}</Text>
            <Group gap="sm">
              <input
                ref={folder}
                type="file"
                hidden
                multiple
                {...{ webkitdirectory: '' }}
                onChange={(event) => setFiles([...(event.currentTarget.files ?? [])].filter(({ size }) => size > 0))}
              />
              <Button
                variant="default"
                leftSection={<IconFolder size={15} aria-hidden />}
                onClick={() => folder.current?.click()}
              >
                {t('bulk/chooseFolder')}
              </Button>
              {files.length > 0 ? (
                <Text size="sm">
                  {t('bulk/folderIs', {
                    count: files.length,
                    size: bytes(
                      files.reduce((sum, { size }) => sum + size, 0),
                      locale,
                    ),
                  })}
                </Text>
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
        )}
        {together ? null : (
          <>
            <Panel title={found ? t('bulk/preview', { count: items.length }) : t('bulk/preview', { count: 0 })} flush>
              {found ? <Preview read={found} bad={bad} /> : <p className={classes['none']}>{t('bulk/nothing')}</p>}
            </Panel>
            {source === 'folder' && ready ? (
              <div className={classes['known']}>
                {files.map((file) => (
                  <KnownFile
                    key={pathOf(file)}
                    file={file}
                    onRemove={() => setFiles((before) => before.filter((one) => one !== file))}
                  />
                ))}
              </div>
            ) : null}
            <Panel title={t('bulk/common')}>
              <OriginFields form={form} defaults={defaults} guessed={false} />
            </Panel>
            <Panel title={t('bulk/sharingTitle')}>
              <Stack gap="xs">
                <Text size="sm" c="dimmed">
                  {t('bulk/sharing')}
                </Text>
                <PrivilegeCheck
                  checked={form.values.privilege_checked}
                  onChecked={(checked) => form.setFieldValue('privilege_checked', checked)}
                  missing={lacksCheck(send.error)}
                  review={{
                    asked: form.values.may_hold_privileged,
                    onAsked: (asked) => form.setFieldValue('may_hold_privileged', asked),
                  }}
                />
              </Stack>
            </Panel>
          </>
        )}
        <ProblemNotice error={lacksCheck(send.error) ? null : send.error} title={t('register/refused')} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button loading={send.isPending} disabled={together ? files.length === 0 : !ready} onClick={submit}>
            {together ? t('bulk/toForm') : t('bulk/submit', { count: items.length })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Preview({ read: { items, problems }, bad }: { read: Read; bad: Item[] }) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const rows = bad.length > 0 ? bad : items;
  return (
    <>
      {problems.length > 0 || bad.length > 0 ? (
        <div className={classes['pad']}>
          <Notice tone="bad" title={bad.length > 0 ? t('bulk/problems', { count: bad.length }) : undefined}>
            {problems.map((problem) => (
              <div key={problem}>{problem}</div>
            ))}
          </Notice>
        </div>
      ) : null}
      <Table horizontalSpacing="md" verticalSpacing={6} fz="sm">
        <Table.Tbody>
          {rows.slice(0, SHOWN).map(({ line, values, problems: wrong }) => (
            <Table.Tr key={line}>
              <Table.Td className="dim">{t('bulk/line', { line })}</Table.Td>
              <Table.Td>
                {visible(values.title)}
                {wrong.map((problem) => (
                  <div key={problem} className={classes['warn']}>
                    {problem}
                  </div>
                ))}
              </Table.Td>
              <Table.Td className="dim">
                {values.kind ? t(`kind/${values.kind}`) : ''}
                {values.category ? ` · ${t(`category/${values.category}`)}` : ''}
                {values.content_language ? ` · ${languageName(values.content_language, locale)}` : ''}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length > SHOWN ? (
        <p className={classes['none']}>{t('bulk/previewMore', { count: rows.length - SHOWN })}</p>
      ) : null}
    </>
  );
}
