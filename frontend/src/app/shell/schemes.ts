import { IconCircleHalf2, IconMoon, IconSun } from '@tabler/icons-react';

/** Light, dark, or the setting of the computer. */
export const SCHEMES = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconCircleHalf2 },
] as const;
