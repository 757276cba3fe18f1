/**
 * The page for search and seizure, in its own document: only it may use camera and position.
 */
import { Group } from '@mantine/core';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { AtTheSearch } from '@/features/coordination/search-and-seizure/AtTheSearch';
import { ColourToggle } from '@/app/shell/ColourToggle';
import { HelpButton } from '@/app/shell/help/HelpButton';
import { useSignOut } from '@/app/useSignOut';

const begunAt = new URL(performance.getEntriesByType('navigation')[0]?.name ?? location.href).pathname;

export function AtTheSearchPage() {
  const { jit } = useParams({ from: '/jits/$jit/at-the-search' });
  const { receive, leaving } = useSearch({ from: '/jits/$jit/at-the-search' });
  const signOut = useSignOut();
  const [within] = useState(() => begunAt === location.pathname);
  useEffect(() => {
    if (!within) location.reload();
  }, [within]);
  return within ? (
    <AtTheSearch
      jit={jit}
      receive={receive ?? null}
      leaving={leaving ?? false}
      onSignOut={signOut}
      colours={
        <Group gap="xs">
          <HelpButton />
          <ColourToggle />
        </Group>
      }
    />
  ) : null;
}
