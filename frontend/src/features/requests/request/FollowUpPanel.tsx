/** The forms that follow a request, such as the extension of a preservation: each is filled in and sent on its own. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { StateTag } from '@/components/text/StateTag';
import { When } from '@/components/text/When';
import type { RequestView } from './queries';
import { useRequestWords } from './useRequestWords';
import classes from './Request.module.css';

export function FollowUpPanel({ request }: { request: RequestView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { said } = useRequestWords();
  const shown = request.follow_up_forms.filter((one) => one.is_saved || one.may_fill);
  if (shown.length === 0) return null;
  return (
    <Panel title={t('requestDetail/followUpForms')}>
      <ul className={classes['list']}>
        {shown.map((one) => (
          <li key={one.key} className={classes['line']}>
            <div>
              {said(one.title)}
              {one.sent_at ? (
                <div className={classes['small']}>
                  {t('requestDetail/formSent')} <When at={one.sent_at} form="column" />
                </div>
              ) : one.is_saved ? (
                <div>
                  <StateTag>{t('requestDetail/formDraft')}</StateTag>
                </div>
              ) : null}
            </div>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t(one.may_fill ? 'requestDetail/fillForm' : 'requestDetail/showForm', {
                form: said(one.title),
              })}
              renderRoot={(props) => (
                <Link
                  to="/jits/$jit/requests/$request/form"
                  params={{ jit: jit.id, request: request.id }}
                  search={{ form: one.key }}
                  {...props}
                />
              )}
            >
              {t(one.may_fill ? 'filledForm/open' : 'filledForm/view')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
