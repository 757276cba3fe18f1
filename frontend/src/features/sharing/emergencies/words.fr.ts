import terms from '@terms/states.fr.json';
import type { emergency as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const emergency = {
  emergency: {
    title: 'Accès d’urgence',
    help: 'Réservé aux cas où une vie est en danger. Si l’autorité d’origine l’autorise à votre partie, vous pouvez consulter la pièce pendant une heure, pour la finalité « Menace imminente ». Un responsable de l’autorité d’origine est alerté aussitôt, lit votre motif et contrôle l’accès dans les 24 heures.',
    number: 'Numéro de la pièce',
    numberHelp: 'Par exemple NL-2026-ABCD1234',
    needNumber: 'Saisissez le numéro de la pièce.',
    reason: 'Quelle vie est en danger, et en quoi la pièce est utile',
    begin: 'Ouvrir l’accès d’urgence',
    sure: 'Une vie est en danger, et l’autorité d’origine ne peut être consultée à temps',
    begun: 'Vous pouvez consulter la pièce {{number}} jusqu’au {{time}}. Choisissez la finalité « Menace imminente ».',
    list: 'Accès d’urgence',
    none: 'Aucun accès d’urgence. Si une vie est en danger, un membre peut consulter pendant une heure la pièce d’une autre partie. Chaque accès figure ici et fait l’objet d’un contrôle dans les 24 heures.',
    access: 'Accès et motif',
    period: 'Durée',
    state: 'Contrôle',
    exhibit: 'Pièce',
    until: 'jusqu’au',
    due: 'Contrôle avant le',
    waits: 'Contrôle en attente',
    review: 'Contrôler',
    reviewTitle: 'Contrôler l’accès d’urgence à la pièce {{number}}',
    reviewHelp:
      'S’il n’était pas justifié, l’accès prend fin aussitôt, et la partie ne peut plus recourir à l’accès d’urgence pour cette pièce.',
    reviewNow: 'Enregistrer la décision',
    reviewed: 'Décision enregistrée',
    verdict: 'Décision',
    finding: 'Constatations',
    needVerdict: 'Choisissez une décision.',
    allowTitle: 'Autorisation de l’accès d’urgence',
    allowHelp:
      'Si une vie est en danger, les responsables et contributeurs de la partie peuvent consulter une pièce de votre partie pendant une heure, pour la seule finalité « Menace imminente ». Un responsable de votre partie est alerté aussitôt et contrôle l’accès dans les 24 heures. Les validations, les membres désignés et les retraits continuent de s’appliquer.',
    off: 'Non autorisé',
    decide: 'Modifier',
    decideTitle: 'Accès d’urgence {{party, de}}',
    decideNow: 'Enregistrer la décision',
    decided: 'Décision enregistrée',
    howFar: 'Accès',
    clause: 'Clause de l’accord, ou ordonnance',
    needClause: 'Indiquez la clause ou l’ordonnance.',
    inAlarm: 'À contrôler ci-dessous',
  },
  emergencyVerdict: terms.emergencyVerdict,
} satisfies Translated<typeof source>;
