import type { directory as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const directory = {
  directory: {
    title: 'Annuaire',
    help: 'Points de contact, fiches pays et fiches fournisseur de cette installation. L’exploitant les tient à jour.',
    kinds: 'Parties de l’annuaire',
    search: 'Rechercher dans l’annuaire',
    anyRole: 'Toutes les fonctions',
    hour: 'Il est {{hour}} à {{place}}',
    noZone: 'Fuseau horaire non renseigné',
    oldTest: 'il y a plus d’un an',
    noContact: 'Aucun point de contact 24/7 n’est enregistré pour : {{country}}. Demandez à l’exploitant de l’ajouter.',
    empty: 'Aucune fiche',
    emptyHelp:
      'Les contacts, pays et fournisseurs figurent ici. Demandez à l’exploitant de cette installation de les ajouter.',
  },
  directoryKind: {
    directory: 'Contacts',
    countries: 'Fiches pays',
    providers: 'Fiches fournisseur',
  },
} satisfies Translated<typeof source>;
