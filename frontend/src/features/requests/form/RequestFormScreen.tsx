/** The screen of a new request. */
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { Notice } from '@/components/notices/Notice';
import type { Direction, RequestView } from '@/features/requests/request/queries';
import type { Related, Values } from './draft';
import { RequestForm } from './RequestForm';
import request from '@/features/requests/request/Request.module.css';
import classes from './Form.module.css';

type Props = {
  direction: Direction;
  related: Related | null;
  draft?: Partial<Values> | undefined;
  onCancel: () => void;
  onDone: (request: RequestView) => void;
};

export function RequestFormScreen(props: Props) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const out = props.direction === 'out';
  return (
    <div className={classes['screen']}>
      <Link to="/jits/$jit/requests" params={{ jit: jit.id }} search={{}} className={request['back']}>
        <IconArrowLeft size={14} aria-hidden /> {t('requests/title')}
      </Link>
      <ScreenHead
        title={t(out ? 'requests/new' : 'requests/register')}
        help={t(out ? 'requestForm/helpOut' : 'requestForm/helpIn')}
      />
      {may('requests:work') && jit.state === 'operational' ? (
        <RequestForm {...props} />
      ) : (
        <Notice tone="locked">{t('requestForm/mayNot')}</Notice>
      )}
    </div>
  );
}
