import type { files as source } from './files.en';
import type { Translated } from '@/i18n/translated';

export const files = {
  files: {
    title: 'Fichiers',
    drop: 'Déposez des fichiers ici, ou',
    choose: 'choisissez des fichiers',
    chooseAgain: 'Choisir le fichier pour continuer',
    none: 'Aucun fichier',
    noneMine: 'Déposez des fichiers n’importe où sur cette page. Leur empreinte est calculée et ils sont chiffrés à l’arrivée ; l’envoi peut reprendre après une interruption.',
    noneOther: 'La partie d’origine n’a versé aucun fichier, ou aucun n’est complet.',
    name: 'Nom', size: 'Taille', hash: 'SHA-256', state: 'État', received: 'Reçu',
    uploading: 'En cours d’arrivée', ready: 'Prêt', hash_differs: 'Empreinte différente', discarded: 'Écarté', erased: 'Effacé', noneErased: 'Effacé : les clés des fichiers sont détruites. Leurs empreintes figurent dans le certificat.',
    interrupted: 'Interrompu à {{share}}',
    keptUntil: 'Ce qui est arrivé est conservé jusqu’au',
    declared: 'Déclarée : {{hash}}',
    expected: 'SHA-256 attendue',
    expectedHelp: 'Si le fichier arrive avec une autre empreinte, il est mis à part et personne ne peut le lire avant la décision de votre chef d’équipe.',
    badExpected: 'Une empreinte SHA-256 compte 64 chiffres hexadécimaux.',
    empty: 'est vide : un fichier de 0 octet ne prouve rien et est refusé.',
    staged_one: '{{count}} fichier prêt à l’envoi', staged_other: '{{count}} fichiers prêts à l’envoi',
    send_one: 'Verser {{count}} fichier', send_other: 'Verser {{count}} fichiers',
    unstage: 'Laisser {{name}} de côté',
    dropTitle: 'Déposez pour verser ces fichiers à {{number}}',
    decide: 'Décider', decideTitle: 'Ce fichier est arrivé avec une autre empreinte que celle déclarée',
    decideHelp: 'C’est peut-être l’unique copie. Conservé, il devient lisible avec l’empreinte de son arrivée ; écarté, ses octets sont effacés et l’inscription demeure.',
    keep: 'Le conserver', discard: 'L’écarter', decided: 'Décision inscrite',
    noRendition: 'Pas de rendu : seul l’original en montre le contenu.',
    uploadedBy: 'par {{seat}}',
    total: '{{files}}, {{size}}',
  },
} satisfies Translated<typeof source>;
