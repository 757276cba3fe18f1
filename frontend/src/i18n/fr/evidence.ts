import type { evidence as source } from '../en/evidence';
import type { Translated } from '../translated';

export const evidence = {
  evidence: {
    title: 'Scellés',
    search: 'Chercher un titre ou un numéro',
    searchHint: '/ pour chercher, n pour enregistrer, flèches et Entrée dans la liste.',
    originator: 'Origine', kind: 'Nature', category: 'Catégorie', status: 'État',
    anyOriginator: 'Toute origine', anyKind: 'Toute nature', anyCategory: 'Toute catégorie', anyStatus: 'Tout état',
    clear: 'Effacer les filtres', filters: 'Filtres',
    register: 'Enregistrer un scellé',
    list: 'Scellés',
    columns: { number: 'Numéro', title: 'Titre', originator: 'De', kind: 'Nature', markings: 'Marquage', files: 'Fichiers', registered: 'Enregistré', who: 'Qui peut le voir' },
    empty: 'Aucun scellé que votre siège puisse voir',
    emptyHelp: 'Enregistrez-en un, ou déposez des fichiers n’importe où sur cette page. Ce que les autres parties communiquent à la vôtre apparaît de soi-même.',
    emptyReader: 'Ce que les parties communiquent à votre siège apparaît ici de soi-même.',
    nothing: 'Aucun scellé ne répond à ces filtres',
    nothingHelp: 'La recherche porte seulement sur ce que votre siège peut voir : titres et numéros.',
    listed: '{{count}} affichés', all: '{{count}} affichés, tous', end: 'C’est tout.',
    loadingMore: 'Chargement de la suite',
    arrived_one: '{{count}} nouveau plus haut', arrived_other: '{{count}} nouveaux plus haut', arrived_many: '{{count}} nouveaux plus haut',
    handling: 'Code de traitement', anyHandling: 'Tout traitement', releasedTo: 'Communiqué à', anyReleased: 'Communiqué à quiconque',
    knownOnly: 'Seules sont indiquées les parties dont vous pouvez avoir connaissance.',
    seenBy: '{{code}}, {{name}} : peut le voir',
    notSeenBy: '{{code}}, {{name}} : rien de communiqué',
    originOf: '{{code}}, {{name}} : origine',
    dropTitle: 'Déposez pour enregistrer un scellé avec ces fichiers',
    dropHelp: 'Rien n’est envoyé avant votre confirmation.',
    withdrawn: 'Retiré',
    noFiles: 'aucun fichier',
  },
} satisfies Translated<typeof source>;
