import type { itemLimits as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const itemLimits = {
  itemLimits: {
    title: 'Limites d’utilisation de cet élément',
    dialog: 'Limites d’utilisation de l’élément {{place}}',
    help: 'Elles s’appliquent à chaque pièce qui répond à cet élément, en plus de celles de la demande. Laissez le champ vide pour les supprimer.',
    state: 'Ajouter des limites d’utilisation',
    stateOf: 'Ajouter des limites d’utilisation à l’élément {{place}}',
    change: 'Modifier les limites',
    changeOf: 'Modifier les limites d’utilisation de l’élément {{place}}',
    save: 'Enregistrer les limites',
  },
} satisfies Translated<typeof source>;
