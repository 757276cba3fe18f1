import type { calendarFeeds as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const calendarFeeds = {
  calendarFeeds: {
    open: 'S’abonner au calendrier',
    title: 'Vos échéances dans votre agenda',
    help: 'Créez une adresse pour chaque agenda dans lequel vous voulez voir vos échéances de cette équipe. Elle contient vos tâches, les journées d’action, les audiences, les délais, les réexamens, les fins de communication et la fin de votre qualité de membre. Un agenda se met à jour environ toutes les heures.',
    leaves:
      'Le fournisseur de votre agenda peut lire les entrées. Elles ne contiennent que le type de date et le numéro d’une tâche, par exemple « Tâche T-4F7K2P : échéance » : ni équipe, ni pièce, ni intitulé, ni personne. Quiconque connaît l’adresse peut les lire. Révoquez l’adresse si un appareil est perdu. Elle prend fin avec votre qualité de membre. Le journal d’audit consigne la création et la révocation des adresses.',
    over: 'Cette équipe est close. Aucune adresse ne peut plus être créée. Les adresses actives n’indiquent que la fin de votre qualité de membre.',
    standing: 'Adresses actives',
    name: 'Agenda ou appareil',
    nameHelp: 'Par exemple : téléphone de service',
    needName: 'Indiquez l’agenda ou l’appareil.',
    make: 'Créer une adresse',
    made: 'Adresse pour « {{name}} » créée',
    once: 'Copiez l’adresse maintenant. Elle n’est affichée qu’une fois ; le serveur n’en conserve que l’empreinte.',
    address: 'Adresse de l’agenda',
    copy: 'Copier l’adresse',
    madeAt: 'Créée le',
    usedAt: 'dernière utilisation',
    unused: 'pas encore utilisée',
    full: 'Vous avez {{count}} adresses, le maximum. Révoquez-en une pour en créer une autre.',
    addresses_one: '{{count}} adresse active',
    addresses_other: '{{count}} adresses actives',
    addresses_many: '{{count}} d’adresses actives',
    revoke: 'Révoquer',
    revokeOf: 'Révoquer l’adresse pour « {{name}} »',
    sure: 'L’adresse cesse aussitôt de fonctionner.',
    revokeNow: 'Révoquer l’adresse',
  },
} satisfies Translated<typeof source>;
