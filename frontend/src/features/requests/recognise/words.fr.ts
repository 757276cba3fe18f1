import type { recognise as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const recognise = {
  recognise: {
    title: 'Reconnaissance d’identifiants',
    help: 'Collez des lignes de journal, un en-tête de courriel ou des notes. Choisissez des identifiants et rédigez une demande de conservation.',
    mayNot: 'Les responsables et contributeurs d’une partie reconnaissent des identifiants pour les demandes.',
    text: 'Texte',
    pasted: 'Texte collé',
    pastedHelp: 'Le texte n’est pas conservé. Seul ce que vous reprenez dans une demande l’est.',
    run: 'Reconnaître les identifiants',
    nothing: 'Aucun identifiant trouvé',
    nothingHelp:
      'Les adresses IP, adresses électroniques, portefeuilles et autres identifiants figurent ici. Vérifiez le texte.',
    found: 'Identifiants',
    choose: 'Choisir {{value}}',
    chosen: '{{count}} sur {{all}} choisis',
    chooseFirst: 'Choisissez les identifiants de la demande.',
    port: 'Port source {{port}}',
    zones: 'Le texte peut désigner l’un de ces fuseaux : {{zones}}.',
    provider: 'Fournisseur : {{name}}',
    valid: 'Somme de contrôle correcte',
    ofCard: 'D’après les noms de domaine de la fiche fournisseur',
    noProposal: 'Aucun fournisseur proposé. Choisissez le pays ci-dessous.',
    preservation: 'Demande de conservation',
    category: 'Données à conserver',
    severalCountries: 'Les identifiants choisis relèvent de plusieurs pays. Rédigez une demande par pays.',
    noInstrument:
      'Aucun instrument de conservation n’est enregistré pour ce pays. Choisissez l’instrument dans le formulaire.',
    draft: 'Rédiger la demande de conservation',
  },
} satisfies Translated<typeof source>;
