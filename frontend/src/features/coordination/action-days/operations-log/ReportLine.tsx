/** The field for a new entry of the operations log, on the plan and on the board. */
import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationView } from '@/api/views';
import { useQueue } from '@/features/coordination/action-days/useQueue';
import classes from '@/features/coordination/action-days/Operations.module.css';

export function ReportLine({ day }: { day: OperationView }) {
  const { t } = useTranslation();
  const { say } = useQueue();
  const [text, setText] = useState('');
  const [own, setOwn] = useState(false);
  const [decision, setDecision] = useState(false);
  if (day.state === 'closed' && !day.reopens_until) return null;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    say({
      what: 'report',
      operation: day.id,
      body: { text: text.trim(), kind: decision ? 'decision' : 'incident', shared: decision || !own },
    });
    setText('');
    setDecision(false);
  };
  return (
    <form onSubmit={submit} className={classes['report']}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('operations/report')}
          value={text}
          maxLength={500}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit">{t('operations/send')}</Button>
      </Group>
      <Group gap="md">
        <Checkbox
          size="xs"
          label={t('operations/ownOnly')}
          checked={own && !decision}
          disabled={decision}
          onChange={(event) => setOwn(event.currentTarget.checked)}
        />
        {day.may.decide ? (
          <Checkbox
            size="xs"
            label={t('operations/decide')}
            checked={decision}
            onChange={(event) => setDecision(event.currentTarget.checked)}
          />
        ) : null}
      </Group>
      <p className={classes['help']}>{t('operations/reportHelp')}</p>
    </form>
  );
}
