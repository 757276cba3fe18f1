/** Saved views and the choice of columns. */
import { ActionIcon, Button, Checkbox, Group, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconColumns, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filters } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { COLUMNS, DEFAULT, type Column } from './columns';
import { remove, save, savedViewsQuery, type SavedViewView } from './queries';
import { filtersOf, savedOf } from './saved';
import classes from './Views.module.css';

type Props = {
  filters: Filters;
  columns: readonly Column[];
  onFilters: (filters: Filters) => void;
  onColumns: (columns: readonly Column[]) => void;
};

export function Views(props: Props) {
  return (
    <>
      <SavedViews {...props} />
      <ColumnChoice columns={props.columns} onColumns={props.onColumns} />
    </>
  );
}

function SavedViews({ filters, columns, onFilters, onColumns }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [saving, setSaving] = useState(false);
  const { data: views = [] } = useQuery({ ...savedViewsQuery(jit.id), enabled: opened });
  const stale = () => void queries.invalidateQueries({ queryKey: savedViewsQuery(jit.id).queryKey });
  const drop = useMutation({
    mutationFn: (view: SavedViewView) => remove(jit.id, view.id),
    onSuccess: (_, { name }) => {
      stale();
      notifications.show({ message: t('evidence/viewDeleted', { name }) });
    },
  });
  const use = (view: SavedViewView) => {
    setOpened(false);
    const chosen = filtersOf(view);
    onFilters(chosen.filters);
    if (chosen.columns.length > 0) onColumns(chosen.columns);
  };
  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" width={300} trapFocus>
        <Popover.Target>
          <Button
            variant="default"
            size="xs"
            aria-expanded={opened}
            leftSection={<IconBookmark size={14} aria-hidden />}
            onClick={() => setOpened(!opened)}
          >
            {t('evidence/views')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap={4}>
            {views.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('evidence/noViews')}
              </Text>
            ) : null}
            {views.map((view) => (
              <Group key={view.id} gap={4} wrap="nowrap">
                <UnstyledButton className={classes['view'] ?? ''} onClick={() => use(view)}>
                  {view.name}
                </UnstyledButton>
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  color="gray"
                  aria-label={t('evidence/deleteView', { name: view.name })}
                  onClick={() => drop.mutate(view)}
                >
                  <IconTrash size={14} />
                </ActionIcon>
              </Group>
            ))}
            <ProblemNotice error={drop.error} />
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => {
                setOpened(false);
                setSaving(true);
              }}
            >
              {t('evidence/saveView')}
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {saving ? (
        <SaveDialog
          onClose={() => setSaving(false)}
          onSave={(name) => save(jit.id, savedOf(name, filters, columns))}
          onSaved={stale}
        />
      ) : null}
    </>
  );
}

type SaveProps = { onClose: () => void; onSave: (name: string) => Promise<SavedViewView>; onSaved: () => void };

function SaveDialog({ onClose, onSave, onSaved }: SaveProps) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (value) => (value.trim() ? null : t('evidence/viewNeedsName')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: () => onSave(form.getValues().name.trim()),
    onSuccess: (view) => {
      onSaved();
      notifications.show({ message: t('evidence/viewSaved', { name: view.name }) });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('evidence/saveView')}>
      <form onSubmit={form.onSubmit(() => run.mutate())} noValidate>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            required
            maxLength={60}
            label={t('evidence/viewName')}
            description={t('evidence/viewHelp')}
            {...form.getInputProps('name')}
          />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('evidence/saveView')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function ColumnChoice({ columns, onColumns }: Pick<Props, 'columns' | 'onColumns'>) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-start" trapFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns size={14} aria-hidden />}>
          {t('evidence/chooseColumns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group
          value={[...columns]}
          onChange={(chosen) => onColumns(COLUMNS.filter((one) => chosen.includes(one)))}
          aria-label={t('evidence/chooseColumns')}
        >
          <Stack gap={6}>
            {COLUMNS.map((one) => (
              <Checkbox key={one} size="xs" value={one} label={t(`evidence/columns/${one}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Button size="compact-xs" variant="subtle" mt="xs" onClick={() => onColumns(DEFAULT)}>
          {t('evidence/resetColumns')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
