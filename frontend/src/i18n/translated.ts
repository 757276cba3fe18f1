/** The type of a translated dictionary: every text of the source, and further plural forms of the language. */

/** French has `many` (1 000 000 de …) where English has `other`; without it, `other` is used. */
type Many<T> = { [K in keyof T as K extends `${infer Stem}_other` ? `${Stem}_many` : never]?: string };

export type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> } & Many<T>;
