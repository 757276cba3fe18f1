/** The first-run setup: whether it is open, and creating the operator's account. */
import { readSetupOptions } from '@/api/generated/@tanstack/react-query.gen';
import { completeSetup } from '@/api/generated/sdk.gen';
import type { SetupFormWritable } from '@/api/generated/types.gen';

/** A setup that is closed stays closed: no retries. */
export const setupQuery = () => ({ ...readSetupOptions(), retry: false, staleTime: Infinity });

export async function setUp(body: SetupFormWritable): Promise<void> {
  await completeSetup({ body, throwOnError: true });
}
