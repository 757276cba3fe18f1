/** A party and its answer for this H-hour: a shape beside its name, the text on hover and for screen readers. */
import { IconCheck, IconClockQuestion, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { PartyWordView } from '@/api/views';
import { PartyTag } from '@/components/text/PartyTag';
import classes from './Operations.module.css';

export function WordMark({ said }: { said: PartyWordView }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const word = said.stands && said.word ? said.word : 'silent';
  const Shape = { go: IconCheck, no_go: IconX, silent: IconClockQuestion }[word];
  return (
    <span className={classes['word']} data-word={word}>
      <PartyTag name={partyName(said.party)} about={t(said.asked ? `operations/${word}` : 'operations/supports')} />
      {said.asked ? <Shape size={14} stroke={2.5} aria-label={t(`operations/${word}`)} /> : null}
    </span>
  );
}
