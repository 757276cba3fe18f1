import type { allocations as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const allocations = {
  allocations: {
    help: 'Ces tables servent à proposer le pays et le fournisseur d’une adresse ou d’un nom de domaine. Liaison n’en télécharge aucune.',
    import: 'Importer la table',
    importOf: 'Importer la table : {{table}}',
    importHelp: 'Le fichier remplace toute la table. Il est au format CSV en UTF-8 et commence par cette ligne :',
    file: 'Fichier CSV',
    source: 'Source',
    sourceHelp: 'Provenance du fichier, avec sa date.',
    rows: 'Lignes',
    count_one: '{{count}} ligne',
    count_other: '{{count}} lignes',
    imported: 'Importée',
    contains_one: 'Le fichier contient {{count}} ligne sans erreur.',
    contains_other: 'Le fichier contient {{count}} lignes sans erreur.',
    faults_one: 'Le fichier contient {{count}} erreur. Corrigez-la, puis choisissez à nouveau le fichier.',
    faults_other: 'Le fichier contient {{count}} erreurs. Corrigez-les, puis choisissez à nouveau le fichier.',
    fault: 'Ligne {{line}}, {{column}}',
    replace: 'Remplacer la table',
    done: 'La table a été importée.',
  },
  allocationKind: {
    networks: 'Réseaux',
    domains: 'Noms de domaine',
  },
  allocationNone: {
    networks: 'Aucune table. Importez-en une pour proposer les fournisseurs d’adresses IP.',
    domains:
      'Aucune table. Importez-en une pour proposer les fournisseurs de noms de domaine et d’adresses électroniques.',
  },
} satisfies Translated<typeof source>;
