/** Exhibits of a request: the results by which it was answered, and its papers. */
import { Button } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';
import { ExhibitDialog } from './ExhibitDialog';
import { ExhibitLine } from '@/features/requests/lines/ExhibitLine';
import { removePaper, unlinkResult, type RequestView } from './queries';
import { isDraft, isOver } from './state';
import { useChanged } from './useChanged';
import classes from './Request.module.css';

type Props = { request: RequestView; works: boolean };

/** `answering`: the registration of an answer, which another feature shows. */
type ResultsProps = Props & { answering?: ((close: () => void) => ReactNode) | undefined };

export function ResultsPanel({ request, works, answering }: ResultsProps) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [linking, setLinking] = useState(false);
  const [registering, setRegistering] = useState(false);
  const run = useMutation({
    mutationFn: (result: string) => unlinkResult(jit.id, request.id, result),
    onSuccess: useChanged(),
  });
  const placeOf = (item: string | null) => request.items.find(({ id }) => id === item)?.place;
  return (
    <Panel
      title={t('requestDetail/results')}
      aside={
        works && !isDraft(request) ? (
          <>
            {answering && request.items.length > 0 && !isOver(request) ? (
              <Button variant="subtle" size="compact-xs" onClick={() => setRegistering(true)}>
                {t('requestAnswer/register')}
              </Button>
            ) : null}
            <Button variant="subtle" size="compact-xs" onClick={() => setLinking(true)}>
              {t('requestDetail/linkResult')}
            </Button>
          </>
        ) : null
      }
    >
      {request.results.length === 0 ? (
        <p className={classes['none']}>
          {t(isDraft(request) ? 'requestDetail/noResultsYet' : 'requestDetail/noResults')}
        </p>
      ) : null}
      <ul className={classes['list']}>
        {request.results.map((one) => (
          <ExhibitLine
            key={one.id}
            evidence={one.evidence}
            title={one.title}
            number={one.number}
            detail={
              placeOf(one.item) === undefined
                ? t('requestDetail/answersRequest')
                : t('requestDetail/answersItem', { place: placeOf(one.item) })
            }
            remove={works ? () => run.mutate(one.id) : null}
            label={t('requestDetail/unlinkResult', { title: visible(one.title) })}
          />
        ))}
      </ul>
      {request.content?.conditions ? (
        <div className={classes['limits']}>
          <IconScale size={16} aria-hidden />
          <div>
            <strong>
              {t('requestField/conditions')}
              {t('common/colon')}
            </strong>
            {visible(request.content.conditions)}
          </div>
        </div>
      ) : null}
      <ProblemNotice error={run.error} />
      {registering ? answering?.(() => setRegistering(false)) : null}
      {linking ? <ExhibitDialog request={request} as="result" onClose={() => setLinking(false)} /> : null}
    </Panel>
  );
}

export function PapersPanel({ request, works }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [adding, setAdding] = useState(false);
  const run = useMutation({
    mutationFn: (evidence: string) => removePaper(jit.id, request.id, evidence),
    onSuccess: useChanged(),
  });
  return (
    <Panel
      title={t('requestDetail/papers')}
      aside={
        works ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setAdding(true)}>
            {t('requestDetail/addPaper')}
          </Button>
        ) : null
      }
    >
      {request.papers.length === 0 ? <p className={classes['none']}>{t('requestDetail/noPapers')}</p> : null}
      <ul className={classes['list']}>
        {request.papers.map((one) => (
          <ExhibitLine
            key={one.evidence}
            evidence={one.evidence}
            title={one.title}
            number={one.number}
            detail={t(`requestPaper/${one.kind}`)}
            remove={works ? () => run.mutate(one.evidence) : null}
            label={t('requestDetail/removePaper', { title: visible(one.title) })}
          />
        ))}
      </ul>
      <ProblemNotice error={run.error} />
      {adding ? <ExhibitDialog request={request} as="paper" onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}
