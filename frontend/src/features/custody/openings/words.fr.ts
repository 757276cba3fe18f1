import type { openings as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const openings = {
  originals: {
    files_one: '{{count}} fichier, {{size}}',
    files_other: '{{count}} fichiers, {{size}}',
    missing: 'Absent : {{reason}}',
    textOf: 'Conditions de traitement de la pièce {{number}}',
    acknowledge: 'J’ai pris connaissance de ces textes et m’y conformerai',
  },
  openings: {
    openTitle: 'Consulter la pièce {{number}}',
    takeTitle: 'Télécharger l’original de la pièce {{number}}',
    help: 'L’autorité d’origine voit votre nom, l’heure et la finalité. Votre motif n’est lu que par votre partie et par les auditeurs.',
    mine: 'Votre partie est l’autorité d’origine. La consultation est tout de même enregistrée.',
    purpose: 'Finalité',
    justification: 'Motif',
    justificationHelp: 'Pourquoi vous en avez besoin, de façon compréhensible dans deux ans',
    needJustification: 'Indiquez un motif : la loi l’exige pour chaque accès.',
    acknowledge: 'J’ai pris connaissance de ce texte et m’y conformerai',
    malware: 'L’analyse antivirus a trouvé quelque chose :',
    accept: 'J’ai connaissance du résultat et je ne manipule les fichiers que là où ils ne peuvent nuire',
    needAccept: 'Confirmez que vous avez connaissance du résultat.',
    needAcknowledge: 'Prenez d’abord acte du texte.',
    openNow: 'Consulter',
    takeNow: 'Télécharger',
    pages: 'Page {{page}} sur {{count}}',
    previous: 'Page précédente',
    next: 'Page suivante',
    filesOf: 'Fichiers',
    noRendition: 'Pas d’aperçu',
    noRenditionHelp:
      'Le navigateur ne peut afficher ce type de fichier. Avec l’accès « Consultation et téléchargement », vous pouvez télécharger l’original.',
    renewing: 'Chargement de la page',
    pageFailed: 'La page n’a pas pu être chargée. Réessayez.',
    ended:
      'L’accès a pris fin : il a été révoqué, ou huit heures se sont écoulées. Consultez à nouveau la pièce pour continuer.',
    takeReady:
      'Enregistré. Chaque lien peut être lancé dans la minute et se renouvelle tant que cette fenêtre reste ouverte.',
    noFiles: 'Aucun fichier de cette pièce ne peut être consulté actuellement.',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    purposeIs: 'Finalité : {{purpose}}',
    showing: '{{name}}, page {{page}}',
    closeViewer: 'Fermer la visionneuse',
    rows: 'Les longues lignes sont coupées. Une ligne affichée n’est pas toujours une ligne du fichier.',
  },
} satisfies Translated<typeof source>;
