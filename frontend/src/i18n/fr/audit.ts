import type { audit as source } from '../en/audit';
import type { Translated } from '../translated';

export const audit = {
  audit: {
    title: 'Audit', entries: 'Inscriptions', list: 'Liste des inscriptions', checkpoint: 'Dernier point de contrôle', exports: 'Exports',
    kind: 'Nature de l’inscription', party: 'Partie', exhibit: 'Numéro ou identifiant du scellé', anyKind: 'Toute nature', anyParty: 'Toute partie', anything: 'Tout scellé',
    position: 'Position', at: 'Heure', what: 'Quoi', who: 'Qui', about: 'Objet', chain: 'Nº',
    undisclosed: 'ne vous est pas communiquée', undisclosedHelp: 'Vous n’en connaissez que l’empreinte d’engagement.', showUndisclosed: 'Montrer les inscriptions non communiquées',
    searched: '{{done}} positions examinées sur {{total}}.', older: 'Inscriptions plus anciennes', empty: 'Aucune inscription', emptyHelp: 'Le registre de cette équipe est vide, ou aucune inscription n’est communiquée à votre siège.', nothing: 'Aucune inscription ne répond à ces filtres', beginning: 'C’est le début du registre.',
    origin: 'Origine', size: 'Taille', root: 'Racine', signature: 'Signature', signedBy: 'Signé par', entriesIn: '{{count}} inscriptions', noCheckpoint: 'Aucun point de contrôle n’est encore publié.', unreadable: 'Le point de contrôle ne se lit pas comme une note signée. Signalez-le : cela ne doit jamais arriver.', copyNote: 'Copier la note signée', checkpointHelp: 'Ce à quoi le serveur s’est engagé. Gardez-en une copie : tout point ultérieur doit le contenir.',
    entry: 'Inscription à la position {{position}}', roles: 'Rôles', profile: 'Profil', disclosedOnly: 'Les inscriptions que votre siège peut lire, les plus récentes d’abord. Le registre les compte toutes ; des autres vous n’avez que l’empreinte d’engagement.', expand: 'Montrer l’inscription {{position}} telle qu’enregistrée', openExhibit: 'Ouvrir le scellé',
  },
} satisfies Translated<typeof source>;
