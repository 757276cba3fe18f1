/** Erased fields of an entry: when, and the entry that certifies it. Their hashes remain in the canonical text. */
import { IconEraser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '@/api/views';
import { When } from '@/components/text/When';
import { useWord } from '@/i18n/useWord';
import classes from '@/features/audit/entries/Ledger.module.css';

export function ErasedFields({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const word = useWord();
  const erased = Object.entries(entry.erased ?? {});
  if (erased.length === 0) return null;
  return (
    <ul className={classes['lines']}>
      {erased.map(([name, { at, position }]) => (
        <li key={name}>
          <IconEraser size={13} className={classes['eraser'] ?? ''} aria-hidden />{' '}
          <span className="dim">
            {word('value', name)}
            {t('common/colon')}
          </span>
          {t('fieldErasure/erasedOn')} <When at={at} />
          {position === null ? null : <>, {t('fieldErasure/certificate', { position })}</>}
        </li>
      ))}
    </ul>
  );
}
