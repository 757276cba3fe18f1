import { expect, it } from 'vitest';
import { whyNotMade } from '@/features/audit/exports/whyNotMade';

it('says why a bundle was not made where it knows the reason, and what to do where it does not', () => {
  expect(['not-found', 'h1-needs-consent', 'asker-gone'].map(whyNotMade)).toEqual([
    'not-found',
    'h1-needs-consent',
    'asker-gone',
  ]);
  expect([null, 'constructor', 'of-a-newer-server'].map(whyNotMade)).toEqual(Array(3).fill('bundle-not-made'));
});
