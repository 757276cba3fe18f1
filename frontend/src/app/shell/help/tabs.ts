/** The tabs of the help. */
export const HELP_TABS = ['screen', 'markings', 'glossary', 'keyboard'] as const;
export type HelpTab = (typeof HELP_TABS)[number];
