import type { admissibility as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const admissibility = {
  admissibility: {
    title: 'Recevabilité',
    none: 'Aucune exigence évaluée. Ajoutez une exigence de la juridiction.',
    noneYet: 'Aucune exigence évaluée.',
    noneOwn: 'Aucune exigence évaluée par votre partie. Les évaluations des autres parties ne vous sont pas visibles.',
    add: 'Ajouter une exigence',
    reassess: 'Apprécier à nouveau',
    save: 'Enregistrer l’appréciation',
    country: 'Pays de la juridiction',
    need: 'Exigence',
    needHelp: 'Une seule exigence du droit de ce pays, dans vos mots.',
    status: 'État',
    paper: 'Pièce qui satisfait l’exigence',
    metBy: 'Satisfaite par',
    translations: 'Traductions',
    translation: 'Traduction',
    fromTo: 'Langue de la pièce : {{language}}. Langues de la partie de ce pays : {{wanted}}.',
    forum: 'Juridiction : {{country}}',
    fromCard: 'D’après la fiche pays : {{value}}',
    earlier: 'Auparavant : {{status}}, {{name}} : {{reason}}',
    notHeldNow: 'La fiche ne contient plus cette valeur.',
    noInformation: 'Aucune information : la fiche de ce pays ne dit rien des preuves ni des audiences.',
    use: 'Reprendre comme exigence',
    needCountry: 'Choisissez un pays.',
    needNeed: 'Saisissez ce que le droit exige.',
    needReason: 'Saisissez un motif.',
    record: 'Relevé de méthode (PDF)',
    recordHelp:
      'Pour la défense : autorisation, notification, outil, empreintes et éléments communiqués. Les téléchargements sont journalisés.',
  },
  admissibilityStatus: {
    open: 'À satisfaire',
    met: 'Satisfaite',
    not_needed: 'Sans objet',
  },
  admissibilityTranslation: {
    missing: 'Manquante',
    check: 'À vérifier',
    met: 'Inscrite',
  },
  admissibilityTopic: {
    evidence_rules: 'Règles de preuve',
    hearing_rules: 'Règles relatives aux audiences',
    interception: 'Interception',
    disclosure: 'Communication à la défense',
  },
} satisfies Translated<typeof source>;
