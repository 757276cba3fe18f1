import type { requestsAsked as source } from './requests.en';

/** Access log: requests for legal requests, by method and route below the team. */
export const requestsAsked = {
  'GET requests': 'les demandes d’entraide',
  'POST requests': 'rédiger ou enregistrer une demande d’entraide',
  'GET requests expiring': 'les données qui arrivent à expiration',
  'GET requests reciprocity': 'les demandes et délais de réponse par pays',
  'GET requests {request}': 'une demande d’entraide',
  'PATCH requests {request}': 'modifier une demande d’entraide',
  'GET requests {request} moves': 'les changements d’état d’une demande d’entraide',
  'POST requests {request} moves': 'inscrire un nouvel état d’une demande d’entraide',
  'POST requests {request} items {item} moves': 'inscrire un nouvel état d’un élément',
  'PUT requests {request} releases {party}': 'communiquer une demande d’entraide',
  'DELETE requests {request} releases {party}': 'retirer la communication d’une demande d’entraide',
  'POST requests {request} deadlines': 'ouvrir un délai d’une demande d’entraide',
  'POST requests {request} deadlines {deadline} extension': 'proroger un délai d’une demande d’entraide',
  'POST requests {request} deadlines {deadline} end': 'clore un délai d’une demande d’entraide',
  'POST requests {request} hops': 'inscrire une étape de transmission',
  'POST requests {request} papers': 'ajouter un document à une demande d’entraide',
  'DELETE requests {request} papers {evidence}': 'retirer un document d’une demande d’entraide',
  'POST requests {request} results': 'rattacher un résultat à une demande d’entraide',
  'DELETE requests {request} results {result}': 'retirer un résultat d’une demande d’entraide',
  'PUT requests {request} links {earlier}': 'lier une demande d’entraide à une demande antérieure',
  'DELETE requests {request} links {earlier}': 'retirer le lien avec une demande antérieure',
} satisfies Record<keyof typeof source, string>;
