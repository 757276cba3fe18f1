/** Shows hidden characters in text of others: a bidirectional mark can reverse a file name. Pure. */

/**
 * Control and format characters, private use, unassigned and invisible characters, except line breaks and tabs. Joiners
 * and variation selectors are kept where scripts and emoji need them: after a letter without case, a mark or a symbol.
 */
const HIDDEN =
  /(?![\n\r\t])[\p{Cc}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}|\u034f|\u17b4|\u17b5|\u180f|[\u115f\u1160\u2800\u3164\uffa0]|[\u180b-\u180d]|[\u{e0100}-\u{e01ef}]|(?<![\p{Lo}\p{M}\p{So}\p{Sk}])[\u200c\u200d]|(?<![\p{Emoji}\p{Lo}])[\ufe00-\ufe0f]/gu;

/** The form of exported documents: `‹U+202E›`. */
export const visible = (text: string) =>
  text.replace(HIDDEN, (one) => `‹U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`);
