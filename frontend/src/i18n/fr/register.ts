import type { register as source } from '../en/register';
import type { Translated } from '../translated';

export const register = {
  register: {
    title: 'Enregistrer un scellé',
    what: 'De quoi il s’agit', how: 'Comment il a été recueilli', marks: 'Marquage', files: 'Fichiers', who: 'Qui peut le voir',
    name: 'Titre', nameHelp: 'Ce que lit d’abord toute partie qui peut le voir. Pas de nom de personne là où il n’est pas nécessaire.',
    description: 'Description',
    acquiredAt: 'Recueilli le', readAs: 'Inscrit comme {{time}}', acquiredZone: 'Fuseau de cette heure',
    acquiredBy: 'Recueilli par', acquiredByHelp: 'Personne et autorité',
    place: 'Lieu', legalBasis: 'Base légale', legalBasisHelp: 'Article, commission rogatoire ou ordonnance, date',
    handling: 'Codes de traitement', handlingText: 'Texte dont il faut prendre acte (H3)', tlp: 'TLP',
    hashes: 'Empreintes portées à vos procès-verbaux', hashesHelp: 'Ce que dit le procès-verbal de saisie, pour le support ou pour le conteneur. Elles sont inscrites ; seule une empreinte indiquée à un fichier est comparée.',
    algorithm: 'Algorithme', hashValue: 'Valeur (hexadécimale)', hashOf: 'Porte sur', medium: 'le support', container: 'le conteneur', addHash: 'Ajouter une empreinte',
    originatorAlone: 'Seule la partie {{party}} le verra.',
    memberOnly: 'Votre rôle enregistre pour la seule partie {{party}} ; un chef d’équipe de la partie {{party}} le communique aux autres.',
    submit: 'Enregistrer', submitFiles_one: 'Enregistrer et verser {{count}} fichier', submitFiles_other: 'Enregistrer et verser {{count}} fichiers',
    done: '{{number}} enregistré', doneHelp: 'L’inscription figure au registre.',
    discard: 'Abandonner votre saisie ?', discardHelp: 'Rien n’a encore été envoyé.', keep: 'Continuer la saisie', discardYes: 'Abandonner',
    required: 'Nécessaire : le registre l’inscrit.',
    tooLong: 'Au plus {{count}} caractères.',
    future: 'C’est dans l’avenir.',
    unreadable: 'Indiquez la date et l’heure.',
    ambiguous: 'L’horloge a été retardée : cette heure s’est présentée deux fois. Laquelle ?',
    gap: 'Cette heure n’a pas existé : l’horloge a été avancée ({{zone}}). Indiquez l’heure d’avant ou d’après.',
    reading: 'UTC{{offset}}',
    badHash: '{{algorithm}} compte {{count}} chiffres hexadécimaux.',
    h3Text: 'H3 demande le texte dont il faut prendre acte.',
    fix: 'Certains champs sont à revoir ; rien n’a été envoyé.',
    refused: 'Rien n’a été enregistré.',
  },
} satisfies Translated<typeof source>;
