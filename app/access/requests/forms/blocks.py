"""Fields and options that several forms share. Pure."""

from dataclasses import replace
from typing import Final

from app.access.requests.connections import Protocol
from app.access.requests.forms.words import (
    ADVISED,
    OPTIONAL,
    REQUIRED,
    advised,
    all_of,
    any_of,
    choice,
    date,
    equal,
    files,
    filled,
    long,
    moment,
    none_of,
    period,
    text,
    yes,
    yes_no,
)
from app.reference.forms.model import Field

#: An authority in the forms of the Union.
AUTHORITY: Final[tuple[Field, ...]] = (
    text("name", "Name of the authority", "Nom de l’autorité", REQUIRED, prefill="authority.name"),
    text("representative", "Representative or contact", "Représentant ou point de contact", prefill="authority.person"),
    text("post", "Post (title, grade)", "Fonction (titre, grade)", prefill="authority.post"),
    text("file_number", "File number", "Numéro de dossier", prefill="authority.file_number"),
    text("address", "Address", "Adresse", prefill="authority.address"),
    text(
        "telephone",
        "Telephone, with country and area code",
        "Téléphone, avec indicatifs",
        prefill="authority.telephone",
    ),
    text("fax", "Fax, with country and area code", "Télécopie, avec indicatifs"),
    text("email", "E-mail address", "Adresse électronique", prefill="authority.email"),
    text("languages", "Languages for contact", "Langues de communication", prefill="authority.languages"),
)
#: A natural person, as far as known.
NATURAL_PERSON: Final[tuple[Field, ...]] = (
    text("name", "Name", "Nom"),
    text("first_names", "First names", "Prénoms"),
    text("other_names", "Other relevant names", "Autres noms utiles"),
    text("aliases", "Aliases", "Alias"),
    text("sex", "Sex", "Sexe"),
    text("nationality", "Nationality", "Nationalité"),
    text("identity_number", "Identity or social security number", "Numéro d’identité ou de sécurité sociale"),
    text("documents", "Identity documents (type, number)", "Documents d’identité (type, numéro)"),
    date("birth_date", "Date of birth", "Date de naissance"),
    text("birth_place", "Place of birth", "Lieu de naissance"),
    text("residence", "Residence or last known address", "Résidence ou dernière adresse connue"),
    text("languages", "Languages understood", "Langues comprises"),
)
#: A legal person.
LEGAL_PERSON: Final[tuple[Field, ...]] = (
    text("company", "Name of the legal person", "Dénomination de la personne morale"),
    text("legal_form", "Legal form", "Forme juridique"),
    text("trade_name", "Short or trade name", "Nom abrégé ou commercial"),
    text("seat", "Registered seat", "Siège social"),
    text("registration", "Registration number", "Numéro d’immatriculation"),
    text("company_address", "Address of the legal person", "Adresse de la personne morale"),
    text("company_representative", "Representative of the legal person", "Représentant de la personne morale"),
)
PERSON: Final = (*NATURAL_PERSON, *LEGAL_PERSON)
#: Signature, with post and date. It certifies the content.
SIGNATURE: Final[tuple[Field, ...]] = (
    yes_no("accurate", "The content is accurate and correct", "Le contenu est exact et correct", REQUIRED),
    text("name", "Name", "Nom", REQUIRED, prefill="signature.name"),
    text("post", "Post (title, grade)", "Fonction (titre, grade)", REQUIRED, prefill="signature.post"),
    date("date", "Date of signature", "Date de signature", REQUIRED),
    text("signature", "Signature", "Signature", REQUIRED),
    text("stamp", "Official stamp", "Cachet officiel"),
)
#: Signature of a receipt, which certifies nothing.
SIGNATURE_RECEIPT: Final[tuple[Field, ...]] = (
    date("date", "Date of signature", "Date de signature", REQUIRED),
    text("signature", "Signature", "Signature", REQUIRED),
    text("stamp", "Official stamp", "Cachet officiel"),
)
#: Signature in the forms of the e-Evidence Regulation.
SIGNATURE_E_EVIDENCE: Final[tuple[Field, ...]] = (
    date("date", "Date of signature", "Date de signature", REQUIRED),
    text("signature", "Signature", "Signature", REQUIRED),
    text(
        "stamp",
        "Stamp or e-seal, if the decentralised IT system is not used",
        "Cachet ou cachet électronique, si le système informatique décentralisé n’est pas utilisé",
    ),
)
#: An earlier request or order.
EARLIER: Final[tuple[Field, ...]] = (
    text("type", "Type of request", "Type de demande", REQUIRED),
    text(
        "authority", "Issuing authority and its file number", "Autorité d’émission et son numéro de dossier", REQUIRED
    ),
    date("issued_on", "Date of issue", "Date d’émission"),
    date("transmitted_on", "Date of transmission", "Date de transmission"),
    text("transmitted_to", "Transmitted to", "Transmise à"),
    text("receiver_file_number", "File number given by the receiver", "Numéro de dossier attribué par le destinataire"),
)
_FRAUD: Final = "8 | Fraud, including as defined in Directive (EU) 2017/1371 (Union's financial interests) | Fraude, y compris celle portant atteinte aux intérêts financiers de l’Union au sens de la directive (UE) 2017/1371"
_FRAUD_1995: Final = "8 | Fraud, including against the Union's financial interests (Convention of 26 July 1995) | Fraude, y compris celle portant atteinte aux intérêts financiers de l’Union au sens de la convention du 26 juillet 1995"
#: The 32 categories of offences, in the order of the annexes. The eighth is worded differently in the EIO.
_OFFENCES: Final = """
1 | Participation in a criminal organisation | Participation à une organisation criminelle
2 | Terrorism | Terrorisme
3 | Trafficking in human beings | Traite des êtres humains
4 | Sexual exploitation of children and child pornography | Exploitation sexuelle des enfants et pédopornographie
5 | Illicit trafficking in narcotic drugs and psychotropic substances | Trafic de stupéfiants et de substances psychotropes
6 | Illicit trafficking in weapons, munitions and explosives | Trafic d’armes, de munitions et d’explosifs
7 | Corruption | Corruption
{fraud}
9 | Laundering of the proceeds of crime | Blanchiment des produits du crime
10 | Counterfeiting currency, including the euro | Faux monnayage, y compris la contrefaçon de l’euro
11 | Computer-related crime | Cybercriminalité
12 | Environmental crime, including trafficking in endangered species | Crimes contre l’environnement, y compris le trafic d’espèces animales et végétales menacées
13 | Facilitation of unauthorised entry and residence | Aide à l’entrée et au séjour irréguliers
14 | Murder, grievous bodily injury | Homicide volontaire, coups et blessures graves
15 | Illicit trade in human organs and tissue | Trafic d’organes et de tissus humains
16 | Kidnapping, illegal restraint, hostage-taking | Enlèvement, séquestration et prise d’otage
17 | Racism and xenophobia | Racisme et xénophobie
18 | Organised or armed robbery | Vol organisé ou vol à main armée
19 | Illicit trafficking in cultural goods, including antiques and works of art | Trafic de biens culturels, y compris antiquités et œuvres d’art
20 | Swindling | Escroquerie
21 | Racketeering and extortion | Racket et extorsion de fonds
22 | Counterfeiting and piracy of products | Contrefaçon et piratage de produits
23 | Forgery of administrative documents and trafficking therein | Falsification de documents administratifs et trafic de faux
24 | Forgery of means of payment | Falsification de moyens de paiement
25 | Illicit trafficking in hormonal substances and other growth promoters | Trafic de substances hormonales et d’autres facteurs de croissance
26 | Illicit trafficking in nuclear or radioactive materials | Trafic de matières nucléaires ou radioactives
27 | Trafficking in stolen vehicles | Trafic de véhicules volés
28 | Rape | Viol
29 | Arson | Incendie volontaire
30 | Crimes within the jurisdiction of the International Criminal Court | Crimes relevant de la compétence de la Cour pénale internationale
31 | Unlawful seizure of aircraft or ships | Détournement d’aéronefs ou de navires
32 | Sabotage | Sabotage
"""
OFFENCES_32: Final = _OFFENCES.replace("{fraud}", _FRAUD)
OFFENCES_32_EIO: Final = _OFFENCES.replace("{fraud}", _FRAUD_1995)
#: Data of the e-Evidence forms, by category.
DATA_CATEGORIES: Final = """
SUBSCRIBER | Subscriber data | Données relatives aux abonnés
IDENTIFICATION_ONLY | Data requested solely to identify the user | Données demandées à la seule fin d’identifier l’utilisateur
TRAFFIC | Traffic data | Données relatives au trafic
CONTENT | Content data | Données relatives au contenu
"""
IDENTIFIER_KINDS: Final = """
ip | IP address | Adresse IP
email | E-mail address | Adresse électronique
telephone | Telephone number | Numéro de téléphone
handle | Account or user name | Compte ou nom d’utilisateur
url | URL | URL
domain | Domain name | Nom de domaine
onion | Onion address | Adresse onion
imei | IMEI | IMEI
imsi | IMSI | IMSI
mac | MAC address | Adresse MAC
iban | IBAN | IBAN
wallet | Wallet address | Adresse de portefeuille
transaction | Transaction | Transaction
service | Name of the service | Nom du service
other | Other | Autre
"""
_PROTOCOLS: Final = "\n".join(f"{one} | {one.upper()} | {one.upper()}" for one in Protocol)
#: An identifier. An IP address needs its time with a zone, or a period.
IDENTIFIER: Final[tuple[Field, ...]] = (
    choice("kind", "Kind", "Nature", IDENTIFIER_KINDS, REQUIRED),
    text("value", "Value", "Valeur", REQUIRED),
    text("provider", "Provider", "Fournisseur", ADVISED),
    moment(
        "at",
        "Time of the connection",
        "Heure de la connexion",
        all_of(equal(".kind", "ip"), none_of(filled(".period"))),
    ),
    text("zone", "Time zone of the log", "Fuseau horaire du journal"),
    period("period", "Period", "Période"),
    text("port", "Source port", "Port source", advised(equal(".kind", "ip"))),
    text("port_until", "Last source port of the block", "Dernier port source du bloc"),
    choice("protocol", "Protocol", "Protocole", _PROTOCOLS),
    long("source_line", "Line of the log", "Ligne du journal"),
)
#: An identifier that is intercepted from now on: an address needs no time in the past.
TARGET: Final = tuple(
    replace(one, need=OPTIONAL, when=None) if one.key in ("at", "port") else one for one in IDENTIFIER
)
#: An authority in the templates of the Cybercrime Convention Committee.
CONTACT: Final[tuple[Field, ...]] = (
    text("organisation", "Organisation", "Organisme", REQUIRED, prefill="authority.name"),
    text("person", "Person in charge", "Personne responsable", ADVISED, prefill="authority.contact"),
    text("address", "Address", "Adresse", ADVISED, prefill="authority.address"),
    text("telephone", "Telephone", "Téléphone", ADVISED, prefill="authority.telephone"),
    text("mobile", "Mobile telephone", "Téléphone portable"),
    text("email", "E-mail address", "Adresse électronique", REQUIRED, prefill="authority.contact_email"),
    text("fax", "Fax", "Télécopie"),
    text("office_hours", "Office hours", "Heures de bureau", prefill="authority.hours"),
    text("time_zone", "Time zone", "Fuseau horaire", ADVISED, prefill="authority.zone"),
    choice(
        "answer_by",
        "Preferred means of answer",
        "Moyen de réponse préféré",
        "fast | E-mail or other fast means | Courriel ou autre moyen rapide\nnamed | Means named below | Moyen précisé ci-dessous",
    ),
    text("answer_means", "Means of answer", "Moyen de réponse", equal(".answer_by", "named")),
)
CONFIRMATION: Final[tuple[Field, ...]] = (
    text("name", "Name", "Nom", REQUIRED, prefill="authority.contact"),
    text("title", "Job title", "Titre"),
    text("function", "Function", "Fonction", prefill="authority.post"),
    text("telephone", "Telephone", "Téléphone", ADVISED, prefill="authority.telephone"),
    text("mobile", "Mobile telephone", "Téléphone portable"),
    text("email", "E-mail address", "Adresse électronique", ADVISED, prefill="authority.contact_email"),
)
JUDICIAL: Final[tuple[Field, ...]] = (
    text(
        "prosecution", "Prosecution office and case number", "Parquet et numéro d’affaire", prefill="case.prosecution"
    ),
    text("court", "Court and case number", "Juridiction et numéro d’affaire", prefill="case.court"),
    files("decisions", "Decisions on which the request rests", "Décisions sur lesquelles repose la demande"),
)
_PREVIOUS_KINDS: Final = """
preservation | Preservation | Conservation
mla | Mutual legal assistance | Entraide judiciaire
"""
_PREVIOUS_KINDS_MLA: Final = f"""{_PREVIOUS_KINDS.rstrip()}
jit | Joint investigation team | Équipe commune d’enquête
eio | European Investigation Order | Décision d’enquête européenne
spontaneous | Spontaneous information | Transmission spontanée d’informations
other | Other | Autre
"""
PREVIOUS: Final[tuple[Field, ...]] = (
    choice("kind", "Kind", "Nature", _PREVIOUS_KINDS, REQUIRED),
    date("date", "Date", "Date", ADVISED),
    text("reference", "Reference", "Référence", REQUIRED),
    text("asked_by", "Contact of the authority that asked", "Contact de l’autorité requérante"),
    text("executed_by", "Contact of the authority that executed", "Contact de l’autorité d’exécution"),
    text("channel", "Channel used", "Voie utilisée"),
)
#: An earlier request as a request for mutual legal assistance names it.
PREVIOUS_MLA: Final = (choice("kind", "Kind", "Nature", _PREVIOUS_KINDS_MLA, REQUIRED), *PREVIOUS[1:])
OFFENCE: Final[tuple[Field, ...]] = (
    text("name", "Offence", "Infraction", REQUIRED, prefill="request.offence"),
    text("provisions", "Provisions", "Textes applicables", REQUIRED, prefill="request.provisions"),
    files("wording", "Wording of the provisions", "Texte des dispositions"),
    text("maximum", "Maximum penalty", "Peine maximale encourue", ADVISED, prefill="request.penalty"),
    choice(
        "role",
        "Role",
        "Rôle",
        "author | Author | Auteur\naccomplice | Accomplice | Complice\nattempt | Attempt | Tentative",
    ),
    date("limitation", "Limitation date", "Date de prescription"),
)
FACTS: Final[tuple[Field, ...]] = (
    long(
        "summary",
        "Facts (who, what, when, where, how)",
        "Faits (qui, quoi, quand, où, comment)",
        REQUIRED,
        prefill="request.facts",
    ),
    choice(
        "stage",
        "Stage of the proceedings",
        "Stade de la procédure",
        """
inquiry | Inquiry | Enquête
investigation | Investigation | Instruction
prosecution | Prosecution | Poursuites
trial | Trial | Jugement
sentence | Sentence | Exécution de la peine
""",
        ADVISED,
    ),
    long(
        "how_known",
        "How the facts became known",
        "Comment les faits ont été portés à la connaissance de l’autorité",
        ADVISED,
    ),
)
URGENCY: Final[tuple[Field, ...]] = (
    yes_no("urgent", "Urgent", "Urgent", prefill="request.urgent"),
    moment("answer_by", "Answer needed by", "Réponse nécessaire avant le"),
    choice(
        "reason",
        "Reason",
        "Motif",
        """
life | Life or limb | Vie ou intégrité physique
in_progress | Crime in progress | Infraction en cours
public_security | Public security | Sécurité publique
custody | Custody or release near | Détention ou libération proche
volatile | Volatile data | Données volatiles
date | Hearing or limitation date | Audience ou prescription
other | Other | Autre
""",
        yes(".urgent"),
    ),
    long("explanation", "Explanation", "Explication", yes(".urgent")),
)
#: A deadline needs its reasons too.
URGENCY_REASONED: Final = tuple(
    replace(one, when=any_of(yes(".urgent"), filled(".answer_by"))) if one.key in ("reason", "explanation") else one
    for one in URGENCY
)
CONFIDENTIALITY: Final[tuple[Field, ...]] = (
    yes_no("secret", "Keep the request secret", "Garder la demande confidentielle"),
    yes_no("no_notice", "Do not inform the user", "Ne pas informer l’utilisateur"),
    long("ground", "Ground", "Motif", any_of(yes(".secret"), yes(".no_notice"))),
    date("until", "Until", "Jusqu’au"),
    yes_no("consult_first", "Consult us before disclosure", "Nous consulter avant toute divulgation"),
)
RETURN: Final[tuple[Field, ...]] = (
    text("recipient", "Recipient of the answer", "Destinataire de la réponse", ADVISED, prefill="answer.recipient"),
    text("manner", "Manner", "Modalités", ADVISED),
    text("format", "Format", "Format"),
    long("formalities", "Formalities", "Formalités"),
    text("time_frame", "Time frame", "Délai"),
)
USE: Final[tuple[Field, ...]] = (
    long("purpose", "Purpose", "Finalité", REQUIRED, prefill="request.purpose"),
    long("limits", "Limits of use", "Limites d’utilisation"),
    yes_no("speciality", "Undertaking of speciality", "Engagement de spécialité", ADVISED),
)
ISSUED: Final[tuple[Field, ...]] = (
    text("name", "Name", "Nom", REQUIRED, prefill="signature.name"),
    text("function", "Function", "Fonction", REQUIRED, prefill="signature.post"),
    text("place", "Place", "Lieu", ADVISED),
    date("date", "Date", "Date", REQUIRED),
    text("signature", "Signature or seal", "Signature ou sceau", REQUIRED),
    yes_no("is_judicial", "The signatory is a judge or prosecutor", "Le signataire est un magistrat", ADVISED),
    text("validated_by", "Validated by", "Validé par", equal(".is_judicial", "no")),
)
LANGUAGE: Final[tuple[Field, ...]] = (
    text("language", "Language of the request", "Langue de la demande", ADVISED, prefill="request.language"),
    files("translation", "Translation", "Traduction"),
)
PERSON_ROLES: Final = """
suspect | Suspect | Suspect
accused | Accused | Personne poursuivie
convicted | Convicted person | Condamné
victim | Victim | Victime
witness | Witness | Témoin
expert | Expert | Expert
third_party | Third party | Tiers
unknown | Unknown | Inconnu
"""
CONCERNED: Final[tuple[Field, ...]] = (choice("role", "Role", "Qualité", PERSON_ROLES, REQUIRED), *PERSON)
