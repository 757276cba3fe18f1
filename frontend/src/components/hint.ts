/** Words on hover and focus, for hundreds of marks at once: an attribute here, one layer for the whole page (HintLayer). */
export const hint = (text: string | null | undefined): { 'data-hint'?: string } => (text ? { 'data-hint': text } : {});
