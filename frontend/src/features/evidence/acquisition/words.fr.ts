import type { acquisition as source, acquisitionEntries as entries, acquisitionFacts as facts } from './words.en';
import type { Translated } from '@/i18n/translated';

/** Les fiches d’acquisition : comment une image a été tirée de son support. */
export const acquisition = {
  acquisition: {
    title: 'Acquisition',
    record: 'Consigner l’acquisition',
    none: 'Aucune fiche d’acquisition. Consignez comment l’image a été tirée de son support.',
    corrected_one: '{{count}} fiche antérieure a été rectifiée. Elle demeure dans la traçabilité.',
    corrected_other: '{{count}} fiches antérieures ont été rectifiées. Elles demeurent dans la traçabilité.',
    medium: 'Support',
    make: 'Marque',
    model: 'Modèle',
    serial: 'Numéro de série',
    capacity: 'Capacité',
    seal: 'Numéro de scellé à la réception',
    writeBlocker: 'Bloqueur d’écriture',
    tool: 'Outil',
    toolVersion: 'Version de l’outil',
    examiner: 'Opérateur (nom ou code)',
    function: 'Fonction',
    times: 'De – à',
    started: 'Début',
    ended: 'Fin',
    zone: 'Fuseau horaire',
    badTime: 'Cette heure manque ou est ambiguë dans ce fuseau. Indiquez-la en UTC.',
    offset: 'Avance de l’horloge de l’appareil',
    offsetHelp: 'En secondes ; négatif si elle retardait',
    seconds_one: '{{count}} seconde',
    seconds_other: '{{count}} secondes',
    badSectors: 'Secteurs défectueux',
    errors: 'Erreurs',
    notes: 'Remarques',
    recorded: 'Consignée',
    because: 'Motif de la rectification :',
    hashes: 'Empreintes données par l’outil',
    hashesHelp: 'Elles sont comparées aux fichiers conservés. Le résultat s’affiche à côté.',
    recordTitle: 'Acquisition de {{number}}',
    recordHelp: 'Les membres ayant accès au contenu lisent cette fiche. Une erreur se rectifie par une nouvelle fiche.',
    correct: 'Rectifier la fiche',
    correctTitle: 'Rectifier l’acquisition de {{number}}',
    correctHelp: 'Une nouvelle fiche remplace celle-ci, qui demeure dans la traçabilité.',
    reason: 'Motif de la rectification',
    save: 'Enregistrer la fiche',
    done: 'Acquisition inscrite dans la traçabilité',
  },
  compared: {
    same: 'Correspond à un fichier conservé.',
    differs: 'DIFFÈRE : aucun fichier conservé n’a ce SHA-256.',
    of_the_medium: 'Empreinte du support. Un conteneur tel que E01 a une autre empreinte : elle n’est pas comparée.',
    no_file: 'Aucun fichier n’est encore conservé pour la comparaison.',
    not_compared: 'Non comparée : seul SHA-256 est calculé ici.',
  },
} satisfies Translated<typeof source>;
export const acquisitionFacts = {
  'acquisition.recorded': 'a consigné l’acquisition de',
  'acquisition.corrected': 'a rectifié la fiche d’acquisition de',
} satisfies Translated<typeof facts>;
export const acquisitionEntries = {
  'acquisition.recorded': 'Acquisition consignée',
  'acquisition.corrected': 'Fiche d’acquisition rectifiée',
} satisfies Translated<typeof entries>;
