/** Tells that an exhibit which the member may view already holds this file. */
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { Notice } from '@/components/notices/Notice';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { pathOf } from './paths';
import { useKnown } from './queries';

type Props = { file: File; besides?: string | undefined; onRemove: () => void };

export function KnownFile({ file, besides, onRemove }: Props) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const [kept, setKept] = useState(false);
  const [first] = useKnown(file, besides);
  if (!first || kept) return null;
  return (
    <Notice
      tone="warn"
      title={t('files/known', { name: visible(pathOf(file)) })}
      action={
        <Group gap="xs">
          <Button size="compact-xs" variant="default" onClick={onRemove}>
            {t('files/removeKnown')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setKept(true)}>
            {t('files/keepBoth')}
          </Button>
        </Group>
      }
    >
      <div>
        {t('files/knownAs')} <ExhibitLink id={first.id} /> (<When at={first.registered_at} form="column" />,{' '}
        {partyName(first.originator)})
      </div>
    </Notice>
  );
}
