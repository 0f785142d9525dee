import type { QuoteLanguage } from './FoundQuote';

/** The words that say that somebody speaks, for one language. All in small letters. */
export interface CueWords {
  language: QuoteLanguage;
  /** Finite forms: "said", "says". */
  finite: Set<string>;
  /** Those of the finite forms and participles that mean speaking wherever they stand. */
  strong: Set<string>;
  /** Forms that are nouns as well, unless a subject in the plural stands before: "claim". */
  bare: Set<string>;
  /** Participles, whose subject is that of the main clause: "saying". */
  participles: Set<string>;
  /** The end of a text in which a speech verb stands directly before a quotation. */
  beside: RegExp;
  /** The start of a text in which a speech verb stands directly after a quotation. */
  following: RegExp;
  /** Small words that stand between subject and verb: "a déclaré", "hat gesagt". */
  auxiliaries: Set<string>;
  /** "According to" in one word: "selon". */
  sources: Set<string>;
  /** "He", "she" and their like, by gender. */
  pronouns: Map<string, 'female' | 'male' | null>;
}

/** Verbs that mean speaking or writing wherever they stand, with regular forms. */
const SPEAKING =
  'accuse acknowledge add admonish advise affirm allege announce answer argue ask assert assure blast boast caution chide claim clarify comment complain concede confess confide confirm contend counter criticize criticise declare decry denounce deny elaborate emphasize emphasise exclaim explain insist interject joke lament maintain mention muse mutter note observe opine predict proclaim promise pronounce quip recall recount remark remind reiterate repeat reply report respond retort scoff shout snap speculate state stress suggest summarize surmise testify tweet underscore urge vow warn whisper wonder yell retweet conclude describe dub criticise slam'.split(
    ' ',
  );
const SPEAKING_FORMS =
  'say says said saying|tell tells told telling|write writes wrote writing|admit admits admitted admitting|quip quips quipped quipping|swear swears swore swearing|chant chants chanted chanting|rap raps rapped rapping|blog blogs blogged blogging|text texts texted texting|concur concurs concurred concurring|rebut rebuts rebutted rebutting|liken likens likened likening';
/** Verbs that mean speaking only right beside a quotation. */
const SOMETIMES =
  'address agree accept admire appeal applaud attack beg believe blame brand call charge characterize characterise cite condemn consider correct croak cry deem defend deliver demand deride detail dismiss doubt encourage end expect express fear feel fire frame gasp greet grumble hail highlight hint hope implore indicate inform inquire interrupt introduce intone invite issue label laugh lecture marvel mean mock murmur name offer order outline pitch plead pledge point portray post praise present press propose protest question quote rail reason recite recommend refer reference reflect reject relate release request reveal roar scream shoot sigh signal sneer start submit suspect tag tease term thank threaten thunder title tout trash underline utter voice wail welcome worry warn raise criticize fume bark conclude crow echo gush jab joke kick nod rant recommend shrug smile speak thunder chuckle open turn deadpan demur beam bellow chime counsel exhort fret gripe grouse howl instruct lash laud mumble object prod quiz rebuke reassure rejoin rebuff smirk sob spit stammer trumpet venture weigh'.split(
    ' ',
  );
const SOMETIMES_FORMS =
  'speak speaks spoke speaking|think thinks thought thinking|know knows knew knowing|read reads read reading|find finds found finding|go goes went going|hear hears heard hearing|put puts put putting|begin begins began beginning|continue continues continued continuing|sing sings sang singing|teach teaches taught teaching|refer refers referred referring|understand understands understood understanding|email emails emailed emailing|e-mail e-mails e-mailed e-mailing|hold holds held holding|learn learns learned learning|show shows showed showing|list lists listed listing|compare compares compared comparing|commit commits committed committing|see sees saw seeing|want wants wanted wanting|sum sums summed summing|pen pens penned penning|fret frets fretted fretting|spin spins spun spinning|shoot shoots shot shooting|fight fights fought fighting|sign signs signed signing|make makes made making|give gives gave giving|come comes came coming|fall falls fell falling';

const ENGLISH_PRONOUNS: [string, 'female' | 'male' | null][] = [
  ['he', 'male'],
  ['she', 'female'],
  ['they', null],
  ['i', null],
  ['we', null],
  ['you', null],
  ['it', null],
];

const FRENCH =
  'affirme affirmé affirmait ajoute ajouté ajoutait annonce annoncé assure assuré avance avancé avertit averti confie confié confirme confirmé conclut conclu déclare déclaré demande demandé dénonce dénoncé dit disait estime estimé explique expliqué expliquait écrit indique indiqué insiste insisté juge jugé lance lancé lâche martèle note noté observe observé poursuit précise précisé prévient prévenu promet promis raconte raconté rappelle rappelé reconnaît reconnu regrette regretté répète répété répond répondu résume résumé rétorque révèle révélé s’exclame sourit souligne souligné soupire soutient soutenu témoigne';
const GERMAN =
  'antwortete antwortet antworteten äußerte äußert äußerten begründete begründet begründeten behauptete behauptet behaupteten bekräftigte bekräftigt bemerkte bemerkt berichtete berichtet berichteten beschrieb beschreibt bestätigte bestätigt beteuerte beteuert betonte betont betonten bezeichnete bezeichnet bezeichneten befand entgegnete entgegnet erinnerte erklärte erklärt erklärten ergänzte ergänzt erläuterte erläutert erwiderte erwidert erzählte erzählt forderte fordert forderten fragte fragt fügte führte gab gestand gibt heißt hieß hob hofft hoffte informierte klagte kommentierte kommentiert konstatierte kritisierte kritisiert kritisierten kündigte lautet lautete lobte lobt mahnte meinte meint meinten nannte nennt notierte plädierte räumte reagierte resümierte rechtfertigte rief ruft riefen sagte sagt sagten gesagt schilderte schrieb schreibt schrieben geschrieben schlussfolgerte spottete sprach spricht sprachen stellte teilte unterstrich urteilte urteilt verkündete verlangte verlautbarte vermutete versicherte versichert versprach verteidigte verwies warf warnte warnt warnten wetterte wiederholte wies würdigte zeigte zitierte zitiert äussert äusserte so';
const SPANISH =
  'aclaró advirtió afirma afirmó agregó añade añadió anunció apuntó asegura aseguró aseveró comentó concluyó confesó confirmó contestó criticó cuenta contó declaró denunció destacó dice dijo escribió exclamó explica explicó expresó indicó insistió lamentó manifestó murmuró observó opinó pidió precisó preguntó prometió recalcó reconoció recordó reiteró remarcó repitió replicó respondió reveló señala señaló sostuvo subrayó sugirió';

const ITALIAN =
  'afferma affermato affermava aggiunge aggiunto annuncia annunciato assicura assicurato commenta commentato conclude concluso conferma confermato dice dichiara dichiarato detto disse osserva precisa precisato promette racconta raccontato ribadisce ribadito ricorda ricordato risponde risposto scrive scritto sostiene sottolinea sottolineato spiega spiegato';
const PORTUGUESE =
  'acrescenta acrescentou admite admitiu afirma afirmou alerta alertou anunciou argumentou assegurou comentou conclui concluiu confirmou conta contou declara declarou defende defendeu destacou diz disse escreveu explica explicou garantiu indicou lamentou lembrou observou perguntou prometeu reconheceu ressaltou respondeu revelou salientou sublinhou';
const DUTCH =
  'aldus antwoordde antwoordt beaamt belooft benadrukt benadrukte betoogde concludeert erkent erkende legt liet meent meldde reageert reageerde riep schreef schrijft stelde stelt verklaarde verklaart vertelde vertelt vindt vraagt vroeg waarschuwde waarschuwt zegt zei gezegd';
const POLISH =
  'dodaje dodał dodała mówi mówił mówiła napisał napisała ocenia ocenił oceniła odpowiada odpowiedział odpowiedziała oświadczył oświadczyła podkreśla podkreślił podkreśliła powiedział powiedziała przekonuje przyznaje przyznał przyznała stwierdza stwierdził stwierdziła twierdzi tłumaczy wyjaśnia wyjaśnił wyjaśniła zapewnia zapewnił zapewniła zapowiada zapowiedział zapowiedziała zaznaczył zaznaczyła';
const SWEDISH =
  'berättade berättar betonade betonar förklarade förklarar konstaterade konstaterar lovade lovar menade menar påpekade påpekar sa sade säger skrev skriver svarade svarar tillade tillägger undrar uppgav uppger varnade varnar';
const FINNISH =
  'arvioi huomauttaa huomautti kertoi kertoo kirjoitti kirjoittaa korostaa korosti kommentoi kysyi kysyy lisäsi lisää lupasi muistuttaa muistutti pohtii sanoi sanoo selitti selittää toteaa totesi vakuutti varoitti varoittaa vastaa vastasi väitti väittää';

function regularForms(base: string): { finite: string[]; participle: string } {
  if (/[^aeiou]y$/.test(base)) {
    const stem = base.slice(0, -1);
    return { finite: [base, `${stem}ies`, `${stem}ied`], participle: `${base}ing` };
  }
  if (base.endsWith('e')) {
    return { finite: [base, `${base}s`, `${base}d`], participle: `${base.slice(0, -1)}ing` };
  }
  const third = /(s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`;
  return { finite: [base, third, `${base}ed`], participle: `${base}ing` };
}

function englishCues(): CueWords {
  const finite = new Set<string>();
  const participles = new Set<string>();
  const strong = new Set<string>();
  const bare = new Set<string>();
  const add = (forms: { finite: string[]; participle: string }, isStrong: boolean): void => {
    participles.add(forms.participle);
    for (const form of forms.finite) finite.add(form);
    if (isStrong) for (const form of [...forms.finite, forms.participle]) strong.add(form);
  };
  for (const [regular, irregular, isStrong] of [
    [SPEAKING, SPEAKING_FORMS, true],
    [SOMETIMES, SOMETIMES_FORMS, false],
  ] as const) {
    for (const base of regular) {
      add(regularForms(base), isStrong);
      bare.add(base);
    }
    for (const row of irregular.split('|')) {
      const forms = row.split(' ');
      add({ finite: forms.slice(0, 3), participle: forms[3] ?? '' }, isStrong);
    }
  }
  return build({ language: 'en', finite, participles, strong, bare, pronouns: ENGLISH_PRONOUNS });
}

function build(options: {
  language: QuoteLanguage;
  finite: Set<string>;
  participles: Set<string>;
  strong: Set<string>;
  bare: Set<string>;
  pronouns: [string, 'female' | 'male' | null][];
  auxiliaries?: string;
  sources?: string;
}): CueWords {
  const verbs = [...options.strong].filter((verb) => verb !== '' && verb !== 'so').join('|');
  const pronouns = options.pronouns.map(([word]) => word).join('|');
  return {
    language: options.language,
    finite: options.finite,
    participles: options.participles,
    strong: options.strong,
    bare: options.bare,
    beside: new RegExp(`(?:^|[^\\p{L}])(?:${verbs})(?: that| this| que|, dass)?[,:]?\\s*$`, 'iu'),
    following: new RegExp(
      `^[,]?\\s*(?:[–—]\\s*)?(?:(?:${verbs})(?![\\p{L}])|(?:${pronouns}|\\p{Lu}[^\\s,.;]*(?: \\p{Lu}[^\\s,.;]*){0,4}) (?:${verbs})(?![\\p{L}]))`,
      'u',
    ),
    auxiliaries: new Set((options.auxiliaries ?? '').split(' ')),
    sources: new Set(options.sources === undefined ? [] : options.sources.split(' ')),
    pronouns: new Map(options.pronouns),
  };
}

function plainCues(options: {
  language: QuoteLanguage;
  verbs: string;
  auxiliaries: string;
  sources: string;
  pronouns: [string, 'female' | 'male' | null][];
}): CueWords {
  const finite = new Set(options.verbs.split(' '));
  return build({ ...options, finite, strong: finite, bare: new Set(), participles: new Set() });
}

const CUES: Record<QuoteLanguage, CueWords> = {
  en: englishCues(),
  fr: plainCues({
    language: 'fr',
    verbs: FRENCH,
    sources: 'selon',
    auxiliaries: 'a ont avait avaient aurait est s’est lui leur l’a',
    pronouns: [
      ['il', 'male'],
      ['elle', 'female'],
      ['on', null],
    ],
  }),
  de: plainCues({
    language: 'de',
    verbs: GERMAN,
    sources: 'laut',
    auxiliaries: 'hat haben hatte hatten habe sich auch',
    pronouns: [
      ['er', 'male'],
      ['sie', null],
    ],
  }),
  es: plainCues({
    language: 'es',
    verbs: SPANISH,
    sources: 'según',
    auxiliaries: 'ha han había habría le les lo',
    pronouns: [
      ['él', 'male'],
      ['ella', 'female'],
    ],
  }),
  it: plainCues({
    language: 'it',
    verbs: ITALIAN,
    sources: 'secondo',
    auxiliaries: 'ha hanno aveva avevano si gli ci',
    pronouns: [
      ['lui', 'male'],
      ['lei', 'female'],
    ],
  }),
  pt: plainCues({
    language: 'pt',
    verbs: PORTUGUESE,
    sources: 'segundo',
    auxiliaries: 'tem têm tinha havia se lhe',
    pronouns: [
      ['ele', 'male'],
      ['ela', 'female'],
    ],
  }),
  nl: plainCues({
    language: 'nl',
    verbs: DUTCH,
    sources: 'volgens',
    auxiliaries: 'heeft hebben had hadden ook',
    pronouns: [
      ['hij', 'male'],
      ['zij', 'female'],
      ['ze', null],
    ],
  }),
  pl: plainCues({
    language: 'pl',
    verbs: POLISH,
    sources: 'według zdaniem',
    auxiliaries: 'jest był była',
    pronouns: [
      ['on', 'male'],
      ['ona', 'female'],
    ],
  }),
  sv: plainCues({
    language: 'sv',
    verbs: SWEDISH,
    sources: 'enligt',
    auxiliaries: 'har hade också',
    pronouns: [
      ['han', 'male'],
      ['hon', 'female'],
    ],
  }),
  fi: plainCues({
    language: 'fi',
    verbs: FINNISH,
    sources: '',
    auxiliaries: 'on oli myös',
    pronouns: [['hän', null]],
  }),
};

/** The cue words of a language. */
export function cuesOf(language: QuoteLanguage): CueWords {
  return CUES[language];
}
