/** Record a custody event or hand the exhibit over: what the user may record now, and nothing else. */
import { Button, Menu } from '@mantine/core';
import { IconArrowsExchange, IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { CustodyDialog, type Doing } from './CustodyDialog';
import { physicalCustodyQuery } from './queries';

export function RecordActions({ exhibit }: { exhibit: EvidenceView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data: at } = useQuery(physicalCustodyQuery(jit.id, exhibit.id));
  const [doing, setDoing] = useState<Doing | null>(null);
  if (!at) return null;
  return (
    <>
      {at.receivers.length > 0 ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowsExchange size={14} />}
          onClick={() => setDoing({ at, do: 'offer' })}
        >
          {t('where/offer')}
        </Button>
      ) : null}
      {at.steps.length > 0 ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={14} />}
              rightSection={<IconChevronDown size={13} />}
            >
              {t('where/recordAct')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {at.steps.map((step) => (
              <Menu.Item key={step} onClick={() => setDoing({ at, do: 'act', step })}>
                {t(`step/${step}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {doing ? <CustodyDialog exhibit={exhibit} doing={doing} onClose={() => setDoing(null)} /> : null}
    </>
  );
}
