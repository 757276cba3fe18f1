/** The exhibits of a CSV file or folder with their facts of origin, and the acts that give facts to a selection of them. */
import { Button, Checkbox, Group, NativeSelect, ScrollArea, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { CATEGORIES, type Category } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { FURTHER, readable } from '@/features/evidence/exhibit/fields';
import { fullTime } from '@/lib/time';
import { guessKind } from '@/features/evidence/registration/guess';
import { visible } from '@/lib/visible';
import type { Item } from './items';
import { acquiredAt, type Values } from '@/features/evidence/registration/form';
import { momentOf, originTime, type Origin } from '@/features/evidence/registration/origins';
import classes from '@/features/evidence/registration/Register.module.css';

type Props = {
  items: readonly Item[];
  problems: readonly string[];
  /** How many lines need a correction; only those are listed. */
  bad: number;
  /** The category of exhibits that have none of their own. */
  common: Category | null;
  /** The keys of the exhibits that are not selected. */
  left: ReadonlySet<string>;
  onLeft: (left: ReadonlySet<string>) => void;
  /** The user changes one exhibit. */
  onGive: (item: Item, values: Partial<Values>) => void;
  originAt: (line: number) => Origin | null;
};

export function BulkRows({ items, problems, bad, common, left, onLeft, onGive, originAt }: Props) {
  const { t } = useTranslation();
  const all = items.every(({ key }) => !left.has(key));
  const choose = (key: string, chosen: boolean) => {
    const next = new Set(left);
    if (chosen) next.delete(key);
    else next.add(key);
    onLeft(next);
  };
  return (
    <>
      {problems.length > 0 || bad > 0 ? (
        <div className={classes['pad']}>
          <Notice tone="bad" title={bad > 0 ? t('bulk/problems', { count: bad }) : undefined}>
            {problems.map((problem) => (
              <div key={problem}>{problem}</div>
            ))}
          </Notice>
        </div>
      ) : null}
      <ScrollArea.Autosize
        mah="40vh"
        type="auto"
        viewportProps={{ tabIndex: 0, 'aria-label': t('bulk/rows'), role: 'group' }}
      >
        <Table horizontalSpacing="md" verticalSpacing={6} fz="sm" className={classes['sharing'] ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Checkbox
                  size="xs"
                  aria-label={t('bulk/selectAll')}
                  checked={all}
                  indeterminate={!all && items.some(({ key }) => !left.has(key))}
                  onChange={() => onLeft(new Set(all ? items.map(({ key }) => key) : []))}
                />
              </Table.Th>
              <Table.Th>{t('register/exhibit')}</Table.Th>
              <Table.Th>{t('register/how')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <Row
                key={item.key}
                item={item}
                common={common}
                origin={originAt(item.line)}
                chosen={!left.has(item.key)}
                onChosen={(chosen) => choose(item.key, chosen)}
                onGive={(values) => onGive(item, values)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </>
  );
}

type RowProps = {
  item: Item;
  common: Category | null;
  origin: Origin | null;
  chosen: boolean;
  onChosen: (chosen: boolean) => void;
  onGive: (values: Partial<Values>) => void;
};

function Row({ item, common, origin, chosen, onChosen, onGive }: RowProps) {
  const { line, path, values, problems } = item;
  const { t } = useTranslation();
  const { locale } = useTeam();
  const at = acquiredAt(values);
  const kinds = [
    values.kind ? t(`kind/${values.kind}`) : '',
    ...FURTHER.map(({ name, type }) => {
      const text = values[name] ? readable(type, values[name], locale) : '';
      return type === 'whole_number' && text ? `${t(`value/${name}`)} ${text}` : text;
    }),
  ];
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          size="xs"
          label={<span className="dim">{t('bulk/line', { line })}</span>}
          checked={chosen}
          onChange={(event) => onChosen(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td>
        {problems.length > 0 ? visible(values.title) : <Editable {...{ item, common, onGive }} />}
        {path === undefined ? null : <div className="dim">{visible(path)}</div>}
        <div className="dim">{kinds.filter(Boolean).join(' · ')}</div>
        {problems.map((problem) => (
          <div key={problem} className={classes['warn']}>
            {problem}
          </div>
        ))}
      </Table.Td>
      <Table.Td>
        {at ? (
          <div>{fullTime(at, values.acquired_zone ?? 'UTC', locale)}</div>
        ) : (
          <div className="dim">
            {origin
              ? t('bulk/proposed', {
                  what: t(`originSource/${origin.source}`, {
                    time: originTime(origin, t('register/noZone')),
                    file: visible(origin.file.split('/').at(-1) ?? ''),
                  }),
                })
              : t('bulk/noTime')}
          </div>
        )}
        <div className="dim">
          {values.place ? visible(values.place) : t('bulk/noPlace')} ·{' '}
          {values.acquired_by ? visible(values.acquired_by) : t('bulk/nobody')}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

/** Title and category of one exhibit. They count when the field is left. */
function Editable({ item: { line, path, values }, common, onGive }: Pick<RowProps, 'item' | 'common' | 'onGive'>) {
  const { t } = useTranslation();
  const empty = values.title.trim() === '';
  return (
    <Group gap="xs" align="flex-start">
      <TextInput
        key={values.title}
        size="xs"
        flex="2 1 12rem"
        maxLength={300}
        aria-label={t('bulk/titleOf', { line })}
        defaultValue={values.title}
        error={empty ? t('bulk/noTitle') : null}
        onBlur={({ currentTarget: { value } }) => {
          if (value !== values.title) onGive({ title: value });
        }}
      />
      <NativeSelect
        size="xs"
        flex="1 1 9rem"
        aria-label={t('bulk/categoryOf', { line })}
        value={values.category ?? ''}
        data={[
          { value: '', label: common ? t('bulk/asAll', { category: t(`category/${common}`) }) : t('bulk/noCategory') },
          ...CATEGORIES.map((value) => ({ value, label: t(`category/${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          const category = (value || null) as Category | null;
          // The kind of a file is a guess that follows from its category.
          onGive(path === undefined ? { category } : { category, kind: guessKind(category) });
        }}
      />
    </Group>
  );
}

/**
 * The proposed facts of a file as the values of its exhibit, with a time without a zone on the clock of this zone. A person who is
 * entered stays.
 */
export function proposed(origin: Origin | null, zone: string, { acquired_by: by }: Partial<Values>): Partial<Values> {
  if (origin === null || zone === '') return {};
  return {
    ...momentOf(origin, zone),
    acquired_zone: zone,
    ...(origin.by && !by?.trim() ? { acquired_by: origin.by } : {}),
  };
}

type ApplyProps = {
  count: number;
  /** How many of the selected files propose a time. */
  proposed: number;
  zone: string;
  /** Whether no fact of origin is entered. */
  nothing: boolean;
  onApply: () => void;
  onPropose: () => void;
};

export function ApplyToSelection({ count, proposed: files, zone, nothing, onApply, onPropose }: ApplyProps) {
  const { t } = useTranslation();
  return (
    <div>
      <Group gap="xs">
        <Button size="xs" variant="default" disabled={count === 0 || nothing} onClick={onApply}>
          {t('bulk/apply', { count })}
        </Button>
        {files > 0 ? (
          <Button size="xs" variant="default" disabled={zone === ''} onClick={onPropose}>
            {t('bulk/takeProposed', { count: files })}
          </Button>
        ) : null}
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {t('bulk/applyHelp')} {files > 0 && zone !== '' ? t('bulk/proposedZone', { zone }) : ''}
      </Text>
    </div>
  );
}
