/** Files that were chosen or dropped and not yet sent: what they are, and the hash one expects of each. */
import { ActionIcon, FileButton, Button, TextInput } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { bytes, exactBytes } from '@/lib/format';
import { visible } from '@/lib/visible';
import { FileName } from '@/components/text/FileName';
import classes from './StagedFiles.module.css';

export type Staged = { file: File; expected: string };

export const stage = (files: readonly File[]): Staged[] => files.map((file) => ({ file, expected: '' }));
export const sendable = (staged: readonly Staged[]) =>
  staged.filter(({ file }) => file.size > 0).map(({ file, expected }) => ({ file, expected: expected.trim() || null }));
export const badHash = (expected: string) => expected.trim() !== '' && !/^[0-9a-fA-F]{64}$/.test(expected.trim());

export function StagedFiles({ staged, onChange }: { staged: readonly Staged[]; onChange: (staged: Staged[]) => void }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  // Without it, a file that was left out could not be chosen again.
  const clear = useRef<() => void>(null);
  return (
    <div className={classes['box']}>
      {staged.map(({ file, expected }, index) => (
        <div key={`${file.name}${String(file.size)}${String(index)}`} className={classes['row']}>
          <div className={classes['line']}>
            <span className="truncate" title={visible(file.name)}>
              <FileName>{file.name}</FileName>
            </span>
            <span className="dim" title={exactBytes(file.size, locale)}>
              {bytes(file.size, locale)}
            </span>
            <ActionIcon
              size="sm"
              aria-label={t('files/unstage', { name: visible(file.name) })}
              onClick={() => onChange(staged.filter((_, other) => other !== index))}
            >
              <IconX size={14} />
            </ActionIcon>
          </div>
          {file.size === 0 ? (
            <span className={classes['bad']} role="alert">
              <FileName>{file.name}</FileName> {t('files/empty')}
            </span>
          ) : (
            <TextInput
              size="xs"
              placeholder={t('files/expected')}
              aria-label={`${t('files/expected')}${t('common/colon')}${visible(file.name)}`}
              title={t('files/expectedHelp')}
              value={expected}
              classNames={{ input: 'mono' }}
              error={badHash(expected) ? t('files/badExpected') : null}
              onChange={(event) =>
                onChange(
                  staged.map((one, other) => (other === index ? { ...one, expected: event.currentTarget.value } : one)),
                )
              }
            />
          )}
        </div>
      ))}
      <div className={classes['choose']}>
        <IconPaperclip size={15} aria-hidden />
        <span className="dim">{t('files/drop')}</span>
        <FileButton
          multiple
          resetRef={clear}
          onChange={(files) => {
            clear.current?.();
            onChange([...staged, ...stage(files)]);
          }}
        >
          {(props) => (
            <Button {...props} variant="default" size="compact-xs">
              {t('files/choose')}
            </Button>
          )}
        </FileButton>
      </div>
    </div>
  );
}
