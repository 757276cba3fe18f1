/** The tabs of an exhibit; the first is shown when the address names none. */
export const EXHIBIT_TABS = ['overview', 'files', 'sharing', 'custody', 'physicalCustody', 'history'] as const;
export type ExhibitTab = (typeof EXHIBIT_TABS)[number];
