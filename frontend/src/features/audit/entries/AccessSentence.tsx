/** An access in one sentence, with its purpose and justification, for paper. */
import { useTranslation } from 'react-i18next';
import type { EntryView } from '@/api/views';
import { Sentence } from '@/features/audit/activity/Sentence';
import { useWord } from '@/i18n/useWord';
import { visible } from '@/lib/visible';

export function AccessSentence({ entry }: { entry: EntryView }) {
  return (
    <>
      <Sentence entries={[entry]} named />. <Why entry={entry} />
    </>
  );
}

/** Purpose and justification. The justification of another party is withheld from most readers. */
function Why({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const word = useWord();
  const stated = entry.fields?.['justification']?.value;
  const withheld = stated === undefined && entry.canonical?.includes('"justification":') === true;
  const because = typeof stated === 'string' ? visible(stated) : withheld ? t('accessSheet/notDisclosed') : null;
  return (
    <>
      {entry.purpose ? `${t('custody/purposeLabel')}${t('common/colon')}${word('purpose', entry.purpose)}. ` : null}
      {because === null ? null : `${t('custody/justification')}${t('common/colon')}${because}`}
    </>
  );
}
