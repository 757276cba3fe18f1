/** The moves of a request that are possible now: the likely one as a button, the others in a menu. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PossibleMoveView, RequestState, RequestView } from './queries';
import { likelyMove } from './state';

export function MoveButtons({ request, onMove }: { request: RequestView; onMove: (step: PossibleMoveView) => void }) {
  const { t } = useTranslation();
  const likely = likelyMove(request);
  const others = request.moves.filter((one) => one !== likely);
  return (
    <>
      {likely ? <Button onClick={() => onMove(likely)}>{t(`requestMove/${likely.to as RequestState}`)}</Button> : null}
      {others.length > 0 ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
              {t('requestDetail/otherStates')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((step) => (
              <Menu.Item
                key={step.to}
                {...(step.to === 'WITHDRAWN' ? { color: 'red' } : {})}
                onClick={() => onMove(step)}
              >
                {t(`requestMove/${step.to as RequestState}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}
