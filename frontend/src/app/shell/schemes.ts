import { IconCircleHalf2, IconMoon, IconSun } from '@tabler/icons-react';

/** Light, dark, or as the computer has it. */
export const SCHEMES = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconCircleHalf2 },
] as const;
