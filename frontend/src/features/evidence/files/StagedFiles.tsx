/** Files that were chosen or dropped and are not sent yet: name, size, expected hash, and whether they are known. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { FileName } from '@/components/text/FileName';
import { bytes, exactBytes } from '@/lib/format';
import { visible } from '@/lib/visible';
import { KnownFile } from './KnownFile';
import { pathOf } from './paths';
import './dropzone.css';
import classes from './StagedFiles.module.css';

/** `name`: with its path, for a file of a folder. */
export type Staged = { file: File; name: string; expected: string };

export const stage = (files: readonly File[]): Staged[] =>
  files.map((file) => ({ file, name: pathOf(file), expected: '' }));
export const sendable = (staged: readonly Staged[]) =>
  staged
    .filter(({ file }) => file.size > 0)
    .map(({ file, name, expected }) => ({ file, name, expected: expected.trim() || null }));
export const badHash = (expected: string) => expected.trim() !== '' && !/^[0-9a-fA-F]{64}$/.test(expected.trim());

type Props = {
  staged: readonly Staged[];
  onChange: (staged: Staged[]) => void;
  /** The exhibit to which the files are added. */
  besides?: string;
};

export function StagedFiles({ staged, onChange, besides }: Props) {
  const { t } = useTranslation();
  const choose = useRef<() => void>(null);
  const remove = (index: number) => onChange(staged.filter((_, other) => other !== index));
  const expect = (index: number, expected: string) =>
    onChange(staged.map((one, other) => (other === index ? { ...one, expected } : one)));
  return (
    <div className={classes['box']}>
      {staged.map((one, index) => (
        <Row
          key={`${one.name}${String(one.file.size)}${String(index)}`}
          one={one}
          besides={besides}
          onExpect={(expected) => expect(index, expected)}
          onRemove={() => remove(index)}
        />
      ))}
      <Dropzone
        openRef={choose}
        activateOnClick={false}
        activateOnKeyboard={false}
        tabIndex={-1}
        enablePointerEvents
        preventDropOnDocument={false}
        classNames={{ root: classes['zone'] ?? '', inner: classes['choose'] ?? '' }}
        onDrop={(files) => onChange([...staged, ...stage(files)])}
        inputProps={{ 'aria-hidden': true }}
      >
        <IconPaperclip size={15} aria-hidden />
        <span className="dim">{t('files/drop')}</span>
        <Button variant="default" size="compact-xs" onClick={() => choose.current?.()}>
          {t('files/choose')}
        </Button>
      </Dropzone>
    </div>
  );
}

type RowProps = {
  one: Staged;
  besides: string | undefined;
  onExpect: (expected: string) => void;
  onRemove: () => void;
};

function Row({ one: { file, name, expected }, besides, onExpect, onRemove }: RowProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  return (
    <div className={classes['row']}>
      <div className={classes['line']}>
        <span className="truncate" title={visible(name)}>
          <FileName>{name}</FileName>
        </span>
        <span className="dim" title={exactBytes(file.size, locale)}>
          {bytes(file.size, locale)}
        </span>
        {file.size === 0 ? null : (
          <TextInput
            size="xs"
            placeholder={t('files/expected')}
            aria-label={`${t('files/expected')}${t('common/colon')}${visible(name)}`}
            title={t('files/expectedHelp')}
            value={expected}
            classNames={{ root: classes['expected'] ?? '', input: 'mono' }}
            error={badHash(expected) ? t('files/badExpected') : null}
            onChange={(event) => onExpect(event.currentTarget.value)}
          />
        )}
        <ActionIcon size="sm" aria-label={t('files/unstage', { name: visible(name) })} onClick={onRemove}>
          <IconX size={14} />
        </ActionIcon>
      </div>
      {file.size === 0 ? (
        <span className={classes['bad']} role="alert">
          <FileName>{name}</FileName> {t('files/empty')}
        </span>
      ) : (
        <KnownFile file={file} besides={besides} onRemove={onRemove} />
      )}
    </div>
  );
}
