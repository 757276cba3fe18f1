import type { aftermath as source } from './aftermath.en';
import type { Translated } from '@/i18n/translated';

export const aftermath = {
  aftermath: {
    results: 'Résultats',
    noResults: 'Aucun résultat enregistré que vous voyiez.',
    ofAction: 'De l’action',
    kind: 'Nature',
    count: 'Combien',
    what: 'En toutes lettres',
    record: 'Enregistrer',
    makeExhibit: 'Enregistrer un scellé',
    makeTask: 'En faire une tâche',
    untied: '{{number}} est enregistré, mais n’est pas rattaché au résultat',
    untiedHelp:
      'Ne l’enregistrez pas de nouveau : le scellé existe. Tant qu’il n’est pas rattaché, le résultat n’en montre aucun.',
    tie: 'Le rattacher de nouveau',
    media: 'Élément de langage pour la presse',
    mediaHelp: 'Chaque partie approuve les termes et leur embargo. Qui les change a de nouveau besoin de toutes.',
    noMedia: 'Aucun texte n’est encore écrit.',
    mediaText: 'Les termes',
    embargo: 'Sous embargo jusqu’au',
    approve: 'Approuver pour ma partie',
    approved: 'approuvé',
    missing: 'doivent encore approuver : {{parties}}',
    write: 'Écrire le texte',
    rewrite: 'Le modifier',
    debriefs: 'Retour d’expérience',
    noDebrief: 'rien n’a encore été dit',
    ownDebrief: 'Ce que votre partie a appris',
    debriefMeanwhile: 'Quelqu’un de votre partie a enregistré ceci entre-temps ; enregistrer le vôtre le remplace',
    mediaMeanwhile: 'La ligne a été modifiée entre-temps',
    mediaMeanwhileHelp:
      'Ce qui est consigné maintenant figure ci-dessus ; votre texte est gardé ici. L’enregistrer le met à sa place, à approuver de nouveau.',
  },
  resultKind: { search: 'Perquisition', arrest: 'Arrestation', seizure: 'Saisie', wallet: 'Portefeuille' },
  mediaState: { waits: 'en attente d’approbation', embargoed: 'approuvé, sous embargo', free: 'approuvé et libre' },
} satisfies Translated<typeof source>;
