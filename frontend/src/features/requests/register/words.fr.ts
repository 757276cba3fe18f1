import type { requestRegister as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const requestRegister = {
  requestRegister: {
    title: 'Répertoire des demandes',
    help: 'Demandes d’entraide et leurs états, dans la mesure où vous pouvez lire leurs inscriptions au journal d’audit.',
    filters: 'Filtres du répertoire',
    number: 'Partie du numéro',
    anyParty: 'Toutes les parties',
    party: 'Partie',
    anyInstrument: 'Tous les instruments',
    instrument: 'Instrument',
    period: 'Inscrites entre',
    anyTime: 'Sans limite de dates',
    export: 'Exporter en CSV',
    empty: 'Aucune demande au répertoire',
    emptyHelp:
      'Une demande figure ici dès qu’une partie établit ou enregistre une demande dont vous pouvez avoir connaissance.',
    nothing: 'Aucune demande ne correspond à ces filtres',
    recorded: 'inscrit',
    itemMoved: 'Élément {{item}} : {{former}} → {{state}}',
    told: '{{party}} : {{level}}',
  },
} satisfies Translated<typeof source>;
