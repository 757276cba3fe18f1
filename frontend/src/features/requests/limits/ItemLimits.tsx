/** The limits of use of the results of one item, besides those of the request, and the button to state them. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { RequestItemView, RequestView } from '@/features/requests/request/queries';
import { isDraft, isOver } from '@/features/requests/request/state';
import { visible } from '@/lib/visible';
import { ItemLimitsDialog } from './ItemLimitsDialog';

export function ItemLimits({ request, item }: { request: RequestView; item: RequestItemView }) {
  const { t } = useTranslation();
  const { may } = useTeam();
  const [stating, setStating] = useState(false);
  const works = request.level === 'own' && may('requests:work') && !isDraft(request) && !isOver(request);
  if (!item.conditions && !works) return null;
  return (
    <div>
      {item.conditions ? (
        <>
          <strong>
            {t('itemLimits/title')}
            {t('common/colon')}
          </strong>
          {visible(item.conditions)}
        </>
      ) : null}{' '}
      {works ? (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={t(item.conditions ? 'itemLimits/changeOf' : 'itemLimits/stateOf', { place: item.place })}
          onClick={() => setStating(true)}
        >
          {t(item.conditions ? 'itemLimits/change' : 'itemLimits/state')}
        </Button>
      ) : null}
      {stating ? <ItemLimitsDialog request={request} item={item} onClose={() => setStating(false)} /> : null}
    </div>
  );
}
