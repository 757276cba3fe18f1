import type { openings as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const openings = {
  openings: {
    openTitle: 'Consulter {{number}}',
    takeTitle: 'Prendre l’original de {{number}}',
    help: 'La partie d’origine voit qui l’a consulté, quand et pour quelle finalité. Les termes de votre motif sont lus par votre propre partie et par les auditeurs.',
    mine: 'Votre partie en est l’origine ; la consultation est inscrite tout de même.',
    purpose: 'Finalité',
    justification: 'Motif',
    justificationHelp: 'Pourquoi vous en avez besoin, de façon à être compris par un tiers dans deux ans',
    needJustification: 'Indiquez pourquoi : la loi l’exige à chaque consultation.',
    needPurpose: 'Choisissez une finalité.',
    acknowledge: 'J’en ai pris connaissance et m’y conformerai',
    needAcknowledge: 'Prenez d’abord acte du texte.',
    openNow: 'Consulter',
    takeNow: 'Prendre',
    pages: 'Page {{page}} sur {{count}}',
    previous: 'Page précédente',
    next: 'Page suivante',
    filesOf: 'Fichiers de cette consultation',
    noRendition: 'Pas de rendu de ce fichier',
    noRenditionHelp: 'Ce format ne se montre pas dans le navigateur. Qui détient le scellé peut prendre l’original.',
    renewing: 'Chargement de la page',
    pageFailed: 'La page n’a pas pu être chargée.',
    ended:
      'Cette consultation a pris fin : elle a été révoquée, ou huit heures se sont écoulées. Ce que vous lisiez a disparu d’ici à dessein.',
    takeReady:
      'Inscrit au registre. Chaque lien peut être lancé dans la minute et se renouvelle tant que cette fenêtre reste ouverte.',
    noFiles: 'Aucun fichier de ce scellé ne peut être consulté maintenant.',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    purposeIs: 'Finalité : {{purpose}}',
    showing: '{{name}}, page {{page}}',
    closeViewer: 'Fermer la visionneuse',
    rows: 'Le texte est recoupé pour la lecture. Une ligne affichée n’est pas toujours une ligne du fichier.',
  },
} satisfies Translated<typeof source>;
