import type { situation as source } from './words.en';
import type { Translated } from '@/i18n/translated';
import { briefing } from '@/features/coordination/briefing/words.fr';
import { hours } from '@/features/coordination/working-hours/words.fr';

export const situation = {
  ...briefing,
  ...hours,
  situation: {
    title: 'Situation',
    waiting: 'Ce qui vous attend',
    things_one: '{{count}} point',
    things_other: '{{count}} points',
    nothing: 'Rien ne vous attend',
    nothingHelp:
      'Les fichiers qui appellent une décision, les sièges et communications à confirmer, les copies révoquées dont répondre, les tâches et les communications bientôt échues apparaissent ici.',
    undecided: 'Fichier d’empreinte différente',
    proposed: 'Siège à confirmer',
    ending: 'Fin d’une communication : {{party}}',
    endingToUs: 'Fin de votre accès',
    task: 'Tâche',
    overdue: 'Tâche en retard',
    clocks: 'Où sont les autres',
    hereNobody: 'Personne d’autre n’est là',
    hereUnknown: 'Sans connexion, les présences sont inconnues',
    hereOthers_one: '{{count}} autre personne est là',
    hereOthers_other: '{{count}} autres personnes sont là',
    looksAt: 'regarde',
    ledger: 'Registre',
    health_well: 'Signé, en croissance',
    health_behind: 'La signature est en retard',
    health_alarm: 'Il est incohérent : voir ci-dessus',
    health_none: 'Pas encore signé',
    signed: 'Signé',
    signedAt: 'Dernière signature',
    examined: 'Examiné ici',
    unsigned: 'Depuis lors',
  },
} satisfies Translated<typeof source>;
