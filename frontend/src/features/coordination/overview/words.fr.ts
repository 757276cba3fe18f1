import type { situation as source } from './words.en';
import type { Translated } from '@/i18n/translated';
import { briefing } from '@/features/coordination/briefing/words.fr';
import { hours } from '@/features/coordination/working-hours/words.fr';
import { firstSteps } from './words/firstSteps.fr';
import { pending } from './words/pending.fr';

export const situation = {
  ...briefing,
  ...hours,
  ...pending,
  ...firstSteps,
  situation: {
    title: 'Vue d’ensemble',
    clocks: 'Partenaires et heure locale',
    hereNobody: 'Personne d’autre n’est en ligne',
    hereUnknown: 'Sans connexion, les présences sont inconnues',
    hereOthers_one: '{{count}} autre personne est en ligne',
    hereOthers_other: '{{count}} autres personnes sont en ligne',
    hereOthers_many: '{{count}} d’autres personnes sont en ligne',
    looksAt: 'consulte',
    ledger: 'Journal d’audit',
    health_well: 'Journal vérifié',
    health_behind: 'La signature est en retard',
    health_alarm: 'Échec de la vérification : voir l’avertissement ci-dessus',
    health_none: 'Pas encore signé',
    signed: 'Signé',
    signedAt: 'Dernière signature',
    examined: 'Vérifié dans ce navigateur',
    unsigned: 'Inscriptions depuis lors',
    nextHour: 'Prochaine heure H',
    confirmed: '{{go}} parties sur {{count}} ont confirmé GO',
    expiring: 'Échéances proches',
    endingOurs: 'Fin de la communication : {{party}}',
    endingToUs: 'Fin de votre accès',
  },
} satisfies Translated<typeof source>;
