import type { common as source } from './common.en';
import type { Translated } from '@/i18n/translated';

export const common = {
  common: {
    save: 'Enregistrer',
    cancel: 'Annuler',
    close: 'Fermer',
    copied: 'Copié',
    more: 'Afficher la suite',
    retry: 'Réessayer',
    loading: 'Chargement',
    download: 'Télécharger',
    reason: 'Motif',
    remove: 'Retirer',
    details: 'Détails',
    calendar: 'Ouvrir le calendrier',
    dateFormat: 'JJ/MM/AAAA',
    dateTimeFormat: 'JJ/MM/AAAA HH:MM',
    exactTimeFormat: 'JJ/MM/AAAA HH:MM:SS,mmm',
    needDate: 'Saisissez une date au format JJ/MM/AAAA.',
    needDateTime: 'Saisissez une date et une heure au format JJ/MM/AAAA HH:MM.',
    copyHash: 'Copier l’empreinte entière',
    copyNumber: 'Copier le numéro de la pièce',
    copiedAnnounce: 'Copié dans le presse-papiers',
    colon: ' : ',
    files_one: '{{count}} fichier',
    files_other: '{{count}} fichiers',
    files_many: '{{count}} de fichiers',
  },
  thirdCountries: {
    notOffered:
      'Non proposé : {{parties}}. Un pays tiers ne reçoit que des pièces et des demandes d’entraide, chacune avec une attestation (règlement (UE) 2023/969, art. 17, § 2).',
  },
} satisfies Translated<typeof source>;
