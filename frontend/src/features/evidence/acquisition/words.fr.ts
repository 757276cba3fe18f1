import type { acquisition as source, acquisitionEntries as entries, acquisitionFacts as facts } from './words.en';
import type { Translated } from '@/i18n/translated';

export const acquisition = {
  acquisition: {
    title: 'Acquisition',
    record: 'Consigner',
    none: 'La manière dont il a été tiré de son support n’est pas consignée.',
    corrected_one: '{{count}} fiche antérieure a été corrigée ; la traçabilité la garde.',
    corrected_other: '{{count}} fiches antérieures ont été corrigées ; la traçabilité les garde.',
    medium: 'Support',
    make: 'Marque',
    model: 'Modèle',
    serial: 'Numéro de série',
    capacity: 'Capacité',
    seal: 'Scellé constaté',
    writeBlocker: 'Bloqueur d’écriture',
    tool: 'Outil',
    toolVersion: 'Version de l’outil',
    examiner: 'Opérateur (nom ou code)',
    function: 'Fonction',
    times: 'De – à',
    started: 'Début',
    ended: 'Fin',
    zone: 'Fuseau de ces heures',
    badTime: 'Il faut une heure qui n’existe qu’une fois dans ce fuseau ; sinon, dites-la en UTC.',
    offset: 'Avance de l’horloge de l’appareil',
    offsetHelp: 'En secondes ; négatif : elle retardait',
    seconds_one: '{{count}} seconde',
    seconds_other: '{{count}} secondes',
    badSectors: 'Secteurs défectueux',
    errors: 'Erreurs',
    notes: 'Remarques',
    recorded: 'Consigné',
    because: 'Corrigé, car :',
    hashes: 'Empreintes données par l’outil',
    hashesHelp: 'Elles sont comparées aux fichiers conservés ici, et le résultat s’affiche à côté.',
    recordTitle: 'Acquisition de {{number}}',
    recordHelp:
      'Écrite une fois, et lue par qui lit comment le scellé a été obtenu. Chaque valeur est un champ à part dans la traçabilité et peut être retenue seule. Une erreur se corrige par une nouvelle fiche.',
    correct: 'Corriger',
    correctTitle: 'Corriger l’acquisition de {{number}}',
    correctHelp: 'Une nouvelle fiche prend la place de celle-ci, qui reste dans la traçabilité.',
    reason: 'Pourquoi elle est corrigée',
    save: 'Consigner',
    done: 'Consigné, et inscrit dans la traçabilité.',
  },
  compared: {
    same: 'Le SHA-256 de l’outil est celui d’un fichier conservé ici.',
    differs: 'DIFFÈRE : aucun fichier conservé ici n’a ce SHA-256.',
    of_the_medium:
      'Aucun fichier conservé ici n’a ce SHA-256. Il est celui du support : un conteneur, tel que E01, en a un autre.',
    no_file: 'Rien n’est conservé ici pour le comparer.',
    not_compared: 'Non comparé : seul SHA-256 est calculé ici.',
  },
} satisfies Translated<typeof source>;
export const acquisitionFacts = {
  'acquisition.recorded': 'a consigné l’acquisition de',
  'acquisition.corrected': 'a corrigé la fiche d’acquisition de',
} satisfies Translated<typeof facts>;
export const acquisitionEntries = {
  'acquisition.recorded': 'Acquisition consignée',
  'acquisition.corrected': 'Fiche d’acquisition corrigée',
} satisfies Translated<typeof entries>;
