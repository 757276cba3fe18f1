/** Registers the answer to an item of a request: the exhibit, its link, and the state of the item, in one act. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Registering } from '@/app/pages/evidence/Registering';
import { answerOf, blankAnswer, categoryOf, firstOpen } from '@/features/requests/answer/answer';
import { AnswerFields } from '@/features/requests/answer/AnswerFields';
import { proposedTitle } from '@/features/requests/lines/proposedTitle';
import { registerAnswer, type RequestView } from '@/features/requests/request/queries';
import { useRequestWords } from '@/features/requests/request/useRequestWords';

export function RegisteringAnswer({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const { said } = useRequestWords();
  const queries = useQueryClient();
  const first = firstOpen(request);
  const [answer, setAnswer] = useState(() => blankAnswer(first?.id ?? ''));
  if (!first) return null;
  const category = categoryOf(first);
  return (
    <Registering
      files={[]}
      stays
      given={{
        title: proposedTitle(t, request.instrument, said(request.instrument_title), [first]),
        kind: 'digital_original',
        legal_basis: request.content?.legal_basis ?? '',
        ...(category ? { category } : {}),
      }}
      lead={(errors) => <AnswerFields request={request} values={answer} errors={errors} onChange={setAnswer} />}
      send={(keyOf, exhibit) => {
        const body = { ...exhibit, ...answerOf(answer, request, zone) };
        return registerAnswer(jit.id, request.id, keyOf(body), body);
      }}
      onClose={onClose}
      onExhibit={() => {
        for (const queryKey of keys.requests(jit.id)) void queries.invalidateQueries({ queryKey });
      }}
    />
  );
}
