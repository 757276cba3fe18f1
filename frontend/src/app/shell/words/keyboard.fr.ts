import type { keyboard as source } from './keyboard.en';
import type { Translated } from '@/i18n/translated';

export const keyboard = {
  keyboard: {
    help: 'Les raccourcis fonctionnent hors des champs de saisie. Tab et Maj+Tab atteignent chaque commande. Échap ferme ce qui est ouvert.',
    open: 'Raccourcis clavier',
    anywhere: 'Partout',
    list: 'Dans la liste des pièces',
    tab: 'Onglet de la page affichée',
    feed: 'Afficher ou masquer l’activité',
    bell: 'Notifications',
    search: 'Rechercher',
    register: 'Enregistrer une pièce',
    move: 'Ligne précédente et suivante',
    jump: 'Première et dernière ligne',
    turn: 'Ouvrir la pièce',
  },
} satisfies Translated<typeof source>;
