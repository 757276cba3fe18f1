import type { keyboard as source } from './keyboard.en';
import type { Translated } from '@/i18n/translated';

export const keyboard = {
  keyboard: {
    title: 'Clavier',
    help: 'Les raccourcis agissent hors des champs de saisie. Tab et Maj+Tab atteignent tout, Échap ferme ce qui est ouvert.',
    open: 'Raccourcis',
    anywhere: 'Partout',
    list: 'Dans la liste des scellés',
    show: 'Cette aide',
    situation: 'Situation',
    evidence: 'Scellés',
    members: 'Membres',
    tasks: 'Tâches',
    audit: 'Audit',
    feed: 'Montrer ou masquer le direct',
    bell: 'Ce qui vous concerne',
    teams: 'Mes équipes',
    search: 'Chercher',
    register: 'Enregistrer un scellé',
    move: 'Vers le haut, vers le bas',
    jump: 'Premier et dernier',
    turn: 'Ouvrir le scellé',
  },
} satisfies Translated<typeof source>;
