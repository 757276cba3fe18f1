import type { emergency as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const emergency = {
  emergency: {
    title: 'Bris de glace',
    help: 'Seulement si une vie est en danger. Si la partie d’origine l’autorise à la vôtre, vous pouvez consulter le scellé pendant une heure, pour la finalité « Menace imminente ». Un responsable de la partie d’origine est averti aussitôt, lit votre motif et l’examine dans les 24 heures.',
    number: 'Numéro du scellé',
    numberHelp: 'Tel qu’on vous l’a donné, par exemple NL-2026-ABCD1234',
    needNumber: 'Saisissez le numéro du scellé.',
    reason: 'Quelle vie est menacée, et en quoi le scellé aide',
    begin: 'Briser la glace',
    sure: 'Une vie est en danger, et nul ne peut être consulté à temps',
    begun: 'Vous pouvez consulter {{number}} jusqu’au {{time}}. Choisissez la finalité « Menace imminente ».',
    list: 'Consultations d’urgence',
    none: 'Personne n’a brisé la glace.',
    until: 'jusqu’au',
    due: 'À examiner avant',
    waits: 'En attente d’examen',
    review: 'L’examiner',
    reviewTitle: 'Examiner la consultation d’urgence de {{number}}',
    reviewHelp:
      'Ce qui n’était pas justifié prend fin à l’instant, et la partie ne peut plus briser la glace pour ce scellé.',
    reviewNow: 'Rendre la décision',
    reviewed: 'Décision inscrite',
    verdict: 'Décision',
    finding: 'Ce que vous avez constaté',
    needVerdict: 'Choisissez.',
    allowTitle: 'Qui peut briser la glace',
    allowHelp:
      'Si une vie est en danger, un responsable ou un membre de la partie peut alors consulter un de vos scellés qui ne lui est pas communiqué, pendant une heure, pour menace imminente seulement. Un responsable de votre partie est averti aussitôt et l’examine dans les 24 heures. Cela ne passe outre à aucun contrôle, à aucun siège nommé et à aucun retrait.',
    allowed: 'Autorisé : {{level}}',
    off: 'Non autorisé',
    decide: 'Décider',
    decideTitle: '{{party}} : bris de glace autorisé ?',
    decideNow: 'Inscrire la décision',
    decided: 'Décision inscrite',
    howFar: 'Jusqu’où',
    clause: 'Clause de l’accord, ou ordonnance',
    needClause: 'Indiquez la clause ou l’ordonnance.',
    inAlarm: 'À examiner ci-dessous',
  },
  emergencyVerdict: { justified: 'Justifiée', not_justified: 'Non justifiée' },
} satisfies Translated<typeof source>;
