import type { access as source } from '../en/access';
import type { Translated } from '../translated';

/** Pourquoi une chose est permise ou ne l’est pas. */
export const access = {
  because: {
    not_released: 'Il n’est pas communiqué à votre partie.',
    role_may_not: 'Votre rôle ne le prévoit pas.',
    originator_only: 'Seule la partie d’origine en décide.',
    level_below_listed: 'Il ne vous est pas communiqué.',
    level_below_readable: 'Il vous est seulement signalé : son contenu ne vous est pas communiqué.',
    level_below_held: 'L’original ne vous est pas communiqué ; ce qui l’est se lit ici.',
    withdrawn: 'Le scellé est retiré.',
    purpose_not_released: 'Il n’est pas communiqué pour cette finalité.',
    level_listed: 'Vous est communiqué comme signalé.',
    level_readable: 'Vous est communiqué comme consultable.',
    level_held: 'Vous est communiqué, original compris.',
    other: 'Le serveur ne le permet pas.',
    no_files: 'Aucun fichier n’est encore complet.',
  },
} satisfies Translated<typeof source>;
