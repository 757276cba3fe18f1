import type { aftermath as source } from './aftermath.en';
import type { Translated } from '@/i18n/translated';

export const aftermath = {
  aftermath: {
    results: 'Résultats',
    noResults: 'Les résultats des actions figurent ici. Enregistrez le premier avec le bouton ci-dessous.',
    ofAction: 'Action',
    kind: 'Nature',
    count: 'Quantité',
    what: 'Description',
    record: 'Enregistrer le résultat',
    makeExhibit: 'Enregistrer comme pièce',
    makeTask: 'Créer une tâche',
    untied: '{{number}} est enregistrée, mais n’est pas rattachée au résultat',
    untiedHelp: 'Ne l’enregistrez pas de nouveau. Rattachez la pièce au résultat.',
    tie: 'Rattacher la pièce',
    media: 'Communiqué commun',
    mediaHelp:
      'Chaque partie approuve le texte et l’embargo. Après une modification, toutes les parties approuvent de nouveau.',
    noMedia: 'Aucun communiqué. Rédigez-en un, à approuver par les parties.',
    mediaText: 'Texte',
    embargo: 'Sous embargo jusqu’au',
    approve: 'Approuver pour ma partie',
    approved: 'approuvé',
    missing: 'Approbation manquante : {{parties}}',
    write: 'Rédiger le communiqué',
    rewrite: 'Modifier le communiqué',
    debriefs: 'Retour d’expérience',
    noDebrief: 'Aucun retour d’expérience',
    ownDebrief: 'Retour d’expérience de votre partie',
    debriefMeanwhile: 'Une personne de votre partie l’a enregistré entre-temps. Enregistrer le vôtre le remplace.',
    mediaMeanwhile: 'Une autre personne a modifié le communiqué entre-temps',
    mediaMeanwhileHelp:
      'Le texte enregistré figure ci-dessus ; le vôtre reste dans le formulaire. L’enregistrer le remplace et exige de nouvelles approbations.',
  },
  resultKind: { search: 'Perquisition', arrest: 'Arrestation', seizure: 'Saisie', wallet: 'Portefeuille' },
  mediaState: {
    waits: 'en attente d’approbation',
    embargoed: 'approuvé, sous embargo',
    free: 'approuvé, embargo levé',
  },
} satisfies Translated<typeof source>;
